"""What travels between finding, reading and finishing: pieces of bytes and drafts of reports."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from watchword.collect.limits import Limits
from watchword.collect.mapping import DEFAULT_MAPPING
from watchword.errors import RefusedError
from watchword.model.report import Status, Unread

STATUSES = {"cancelled": Status.CANCELED, **{status.value: status for status in Status}}
"""IPTC's `pubstatus` values, with the other spelling of one."""

UNPACKED_SHARE = 10
"""What a source may unpack to altogether, in multiples of `Limits.max_bytes`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Bytes with all that is known of where they come from.

    Attributes:
        content: the bytes.
        found_at: path or address; a member of an archive after `!`.
        name: file name, for its suffix and a date in it; empty for standard input.
        form: name of the format where it is known already, else empty.
        media_type: media type that a server or an archive gives, else empty.
        charset: character set that a server or an archive gives, else empty.
        address: web address it was served from, else empty.
        captured: when an archive says that the page was captured, else empty.
        depth: how many archives or mails it lies in.
        before: records of the file that stand before these bytes, which are a stretch of it.
    """

    content: bytes = field(repr=False)
    found_at: str
    name: str = ""
    form: str = ""
    media_type: str = ""
    charset: str = ""
    address: str = ""
    captured: str = ""
    depth: int = 0
    before: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report as a format gives it, before dates, language and digests are settled.

    Empty means that the format does not say.

    Attributes:
        text: the words, not yet cleaned.
        raw: the bytes of this report alone; None where they are the whole piece.
        place: where in the piece it stands, added to `found_at` (":17", "!3").
        report_id: the identifier given.
        outlet: who published it.
        title: headline.
        bylines: authors credited.
        published: publication time in the input's own words.
        language: language code given.
        address: web address given.
        status: ninjs `pubstatus` given.
        note: editorial note.
        version: the publisher's version label.
        lead: whether a feed gives only a lead of it, not the whole.
        credited: whether the outlet is the entry's own word, not that of the feed around it.
    """

    text: str
    raw: bytes | None = field(default=None, repr=False)
    place: str = ""
    report_id: str = ""
    outlet: str = ""
    title: str = ""
    bylines: tuple[str, ...] = ()
    published: str = ""
    language: str = ""
    address: str = ""
    status: str = ""
    note: str = ""
    version: str = ""
    lead: bool = False
    credited: bool = False


@dataclass(slots=True, kw_only=True)
class Allowance:
    """How many more bytes the archives of one source may unpack to."""

    left: int

    def spend(self, count: int) -> None:
        """Take unpacked bytes off the allowance.

        Raises:
            RefusedError: if it is used up.
        """
        self.left -= count
        if self.left < 0:
            raise RefusedError("its archives unpack to more than is read of one source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What every reader is told beside its piece.

    Attributes:
        limits: the bounds.
        mapping: column of each field of a record.
        mapped: whether the user named columns, so that records are nothing but records.
        allowance: what archives may still unpack to.
    """

    limits: Limits
    mapping: Mapping[str, str]
    mapped: bool
    allowance: Allowance


def new_terms(limits: Limits, mapping: Mapping[str, str] | None) -> Terms:
    """Terms for one source, with a full allowance."""
    return Terms(
        limits=limits,
        mapping=mapping or DEFAULT_MAPPING,
        mapped=mapping is not None,
        allowance=Allowance(left=limits.max_bytes * UNPACKED_SHARE),
    )


Found = Draft | Piece | Unread
"""What a reader yields: a report, bytes to read further, or what it could not read."""

Reader = Callable[[Piece, Terms], Iterator[Found]]
"""One format: bytes in, findings out; raises Unreadable- or RefusedError for all of it."""
