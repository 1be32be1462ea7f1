"""A brief that lies in a file, as JSON or as a page: opened, and checked as it lies there."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from watchword.brief.document import from_document, read_document
from watchword.brief.document_form import JsonValue
from watchword.brief.verify import Verification, document_in_html, verify, verify_html
from watchword.brief.verify.page import DOCUMENT_ID
from watchword.errors import InvalidBriefError
from watchword.model.brief import Brief

_FORM = "schema_version"
_MEND = "give the JSON or the HTML that `watchword brief` wrote"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedBrief:
    """The words of a file that says it is a brief.

    Attributes:
        name: the file, for messages.
        text: its words.
        document: the JSON values where it is JSON, None for a page.
    """

    name: str
    text: str
    document: Mapping[str, JsonValue] | None

    def brief(self) -> Brief:
        """The brief in it.

        Raises:
            InvalidBriefError: if it is not in the published form.
        """
        try:
            document = self.document
            if document is None:
                document = _document_in(self.text, self.name)
            return from_document(document)
        except InvalidBriefError as error:
            raise _named(error, self.name) from error

    def verify(self, texts: Mapping[str, str] | None = None) -> Verification:
        """Check it as it lies in the file.

        Args:
            texts: texts of reports by their SHA-256, for a brief written without them.

        Raises:
            InvalidBriefError: if it is a page that cannot be taken apart.
        """
        if self.document is not None:
            return verify(self.document, texts=texts)
        _document_in(self.text, self.name, strict=False)
        return verify_html(self.text, texts=texts)


def open_brief(path: Path, *, max_bytes: int) -> OpenedBrief:
    """Open a file that holds a brief.

    Raises:
        InvalidBriefError: if it cannot be read, or is no brief at all. A brief that says what it
            may not is opened: to find that is the business of `verify`.
    """
    return read_brief(_contents(path, max_bytes), name=str(path))


def read_brief(content: bytes, *, name: str) -> OpenedBrief:
    """Read the bytes of a brief.

    Raises:
        InvalidBriefError: if they are no brief at all.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidBriefError("this is not text in UTF-8", key=name, mend=_MEND) from error
    if not text.lstrip().startswith("<"):
        return OpenedBrief(name=name, text=text, document=_json_in(text, name))
    if DOCUMENT_ID not in text:
        raise InvalidBriefError("this page holds no brief", key=name, mend=_MEND)
    return OpenedBrief(name=name, text=text, document=None)


def _contents(path: Path, max_bytes: int) -> bytes:
    try:
        with path.open("rb") as stream:
            content = stream.read(max_bytes + 1)
    except OSError as error:
        raise InvalidBriefError(
            f"it cannot be opened: {error.strerror}", key=str(path), mend=_MEND
        ) from error
    if len(content) > max_bytes:
        raise InvalidBriefError(
            f"larger than {max_bytes:,} bytes", key=str(path), mend="raise WATCHWORD_MAX_BYTES"
        )
    return content


def _json_in(text: str, name: str) -> Mapping[str, JsonValue]:
    try:
        document = read_document(text)
    except InvalidBriefError as error:
        raise _named(error, name) from error
    if _FORM not in document:
        raise InvalidBriefError("this JSON is no brief", key=name, mend=_MEND)
    return document


def _document_in(text: str, name: str, *, strict: bool = True) -> Mapping[str, JsonValue]:
    """The document in a page; what is wrong with it is left to `verify_html` unless strict."""
    try:
        return document_in_html(text).document
    except AssertionError as error:  # the HTML parser's word for a declaration that is none
        raise InvalidBriefError("this page is not sound HTML", key=name, mend=_MEND) from error
    except InvalidBriefError:
        if strict:
            raise
        return {}


def _named(error: InvalidBriefError, name: str) -> InvalidBriefError:
    place = f" at {error.key}" if error.key.startswith("$.") else ""
    return InvalidBriefError(f"{error.args[0]}{place}", key=name, mend=error.mend or _MEND)
