"""One version of one text from one outlet, with the digests of its bytes and its text."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class DateSource(StrEnum):
    """How a report's publication time came to be known."""

    HEADER = "header"
    """From metadata: a mail or feed header, a page's tags, a record's column."""
    TEXT = "text"
    """From a date line in the text itself."""
    FILE_NAME = "file_name"
    """From a date in the file's name."""
    UNKNOWN = "unknown"
    """Looked for and not found."""


class Status(StrEnum):
    """Whether the publisher stands by this version (IPTC `pubstatus`)."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When a report was published and how that is known.

    Attributes:
        at: aware UTC time; midnight where only the day is known; None where unknown.
        how: where the time comes from.
        day_only: whether the source gave a day and no clock time.
    """

    at: datetime | None = None
    how: DateSource = DateSource.UNKNOWN
    day_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One version of one text from one outlet.

    Attributes:
        key: content key: the same bytes from the same address give the same key anywhere.
        report_id: the identifier the input gave, or the key.
        text: the report's words as plain text, paragraphs parted by a blank line, no NUL.
        text_sha256: digest of the text in UTF-8, hexadecimal.
        raw_sha256: digest of the bytes it was read from, hexadecimal.
        raw: those bytes.
        form: name of the format it was read as, such as `html` or `ninjs`.
        found_at: the path or address it was read from; a member of an archive after `!`.
        outlet: who published it, None where the input does not say.
        title: headline, None where the input does not say.
        bylines: names or agencies credited as authors.
        published: publication time and how it is known.
        language: BCP 47 code, None where it could not be told.
        address: canonical web address, None where the input gives none.
        status: whether the publisher stands by it.
        note: editorial note (ninjs `ednote`, a correction line), None where there is none.
        version: the publisher's own version label, None where there is none.
    """

    key: str
    report_id: str
    text: str
    text_sha256: str
    raw_sha256: str
    raw: bytes = field(repr=False)
    form: str
    found_at: str
    outlet: str | None = None
    title: str | None = None
    bylines: tuple[str, ...] = ()
    published: Published = Published()
    language: str | None = None
    address: str | None = None
    status: Status = Status.USABLE
    note: str | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Something that could not be read as a report, and why.

    Attributes:
        found_at: the path, address, or archive member.
        reason: what was wrong, in words for a user.
        count: how many records this stands for.
    """

    found_at: str
    reason: str
    count: int = 1
