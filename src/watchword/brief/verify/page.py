"""A brief as a page: the document inside it, and whether the page shows what the document says.

A page carries its document in `<script type="application/json" id="brief-data">` and wraps each
sentence in an element with `data-sentence`, the sentence's JSON pointer. Numbers of sources in
`<sup>` inside a sentence are no part of it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from watchword.brief.document import each_sentence, from_document, read_document
from watchword.brief.document_form import JsonValue
from watchword.brief.verify.problem import Problem, Rule, Verification
from watchword.brief.verify.whole import verify
from watchword.errors import InvalidBriefError

DOCUMENT_ID = "brief-data"
SENTENCE_ATTRIBUTE = "data-sentence"

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"]
)
_SILENT = frozenset(["script", "style", "template"])
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufffd]"
)
_CITATION_MARK = re.compile(r"[\s\d,;\[\]()\u2013-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDocument:
    """What a page holds.

    Attributes:
        document: the JSON values of the brief in it.
        sentences: the visible text of each sentence, by JSON pointer.
        repeated: pointers that two elements claim.
    """

    document: Mapping[str, JsonValue]
    sentences: Mapping[str, str]
    repeated: tuple[str, ...] = ()


def document_in_html(html: str) -> PageDocument:
    """Take the document and the visible sentences out of a page.

    Raises:
        InvalidBriefError: if the page holds no document.
        AssertionError: html.parser's own word for a declaration that is none ("<![odd x]]>").
    """
    reader = _PageReader()
    reader.feed(html)
    reader.close()
    if not reader.documents:
        message = "this page holds no brief"
        raise InvalidBriefError(message, key=DOCUMENT_ID, mend="give a page that `brief` wrote")
    if len(reader.documents) > 1:
        raise InvalidBriefError("this page holds more than one brief", key=DOCUMENT_ID)
    shown: dict[str, str] = {}
    repeated = []
    for pointer, text in reader.sentences:
        if pointer in shown:
            repeated.append(pointer)
        shown[pointer] = _tidy(text)
    return PageDocument(
        document=read_document(reader.documents[0]), sentences=shown, repeated=tuple(repeated)
    )


def verify_html(html: str, *, texts: Mapping[str, str] | None = None) -> Verification:
    """Check a page: its document, and that it shows that document's sentences, all and only."""
    try:
        page = document_in_html(html)
        brief = from_document(page.document)
    except InvalidBriefError as error:
        problem = Problem(where="/", sentence="", rule=Rule.FORM, message=str(error))
        return Verification(problems=(problem,))
    outcome = verify(brief, texts=texts)
    wanted = {pointer: _tidy(sentence.text) for pointer, sentence in each_sentence(brief)}
    problems = [
        Problem(where=pointer, sentence=text, rule=Rule.PAGE, message=_difference(pointer, page))
        for pointer, text in wanted.items()
        if page.sentences.get(pointer) != text
    ]
    problems += [
        Problem(where=pointer, sentence=text, rule=Rule.PAGE, message="not in the document")
        for pointer, text in page.sentences.items()
        if pointer not in wanted
    ]
    problems += [
        Problem(where=pointer, sentence="", rule=Rule.PAGE, message="shown twice")
        for pointer in page.repeated
    ]
    return replace(outcome, problems=(*outcome.problems, *problems))


def _difference(pointer: str, page: PageDocument) -> str:
    if pointer not in page.sentences:
        return "the page does not show this sentence"
    return f"the page shows “{page.sentences[pointer]}”"


def _tidy(text: str) -> str:
    """One blank between words, and none of what a page leaves out because it cannot be seen."""
    return " ".join(_UNSEEN.sub("", text).split())


@dataclass(slots=True)
class _Element:
    tag: str
    pointer: str | None
    is_hidden: bool
    is_document: bool
    parts: list[str] = field(default_factory=list)


class _PageReader(HTMLParser):
    """Collects the document and the text of each sentence."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.documents: list[str] = []
        self.sentences: list[tuple[str, str]] = []
        self._open: list[_Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.handle_data(" ")
            return
        given = dict(attrs)
        above = self._open[-1].is_hidden if self._open else False
        hidden = "hidden" in given or bool(_HIDDEN.search(given.get("style") or ""))
        is_document = tag == "script" and given.get("id") == DOCUMENT_ID
        pointer = given.get(SENTENCE_ATTRIBUTE)
        self._open.append(
            _Element(tag, pointer, above or hidden or tag in _SILENT, is_document)
        )  # fmt: skip

    def handle_endtag(self, tag: str) -> None:
        if tag not in {element.tag for element in self._open}:
            return
        while self._open:
            element = self._open.pop()
            self._close(element)
            if element.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1].parts.append(data)

    def close(self) -> None:
        super().close()
        while self._open:
            self._close(self._open.pop())

    def _close(self, element: _Element) -> None:
        text = "".join(element.parts)
        if element.is_document:
            self.documents.append(text)
        if element.is_hidden or (element.tag == "sup" and _CITATION_MARK.fullmatch(text)):
            text = ""
        if element.pointer is not None:
            self.sentences.append((element.pointer, text))
        elif self._open:
            self._open[-1].parts.append(text)
