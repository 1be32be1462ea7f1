"""What is kept of a report so that its copies are known when they come."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyTrace:
    """The wording, names and numbers of a report, as plain values that a store can keep.

    It depends on the report alone (and, where that has no date, on when it arrived), so that two
    machines make the same one.

    Attributes:
        report: key of the report.
        at: publication time, else arrival, aware UTC; None where neither is known.
        digest: the first 16 hexadecimal digits of the text's SHA-256; empty for a blank text.
        label: how a reader calls the report: its outlet and its day.
        outlet: who published it, None where the report does not say.
        agency: the agency that it credits, None where it credits none.
        credited: where and in which words it credits that agency; empty where it does not.
        own: checksums of its runs of five words outside of long quotations: unsigned, 4 bytes
            each, little-endian, rising.
        quoted: the same of the runs that touch a long quotation.
        names: capitalised words, spellings evened out, sorted.
        numbers: numbers in digits, sorted.
        slots: checksum of the words around a run of names and numbers, with what stands there;
            sorted.
    """

    report: str
    at: datetime | None
    digest: str
    label: str
    outlet: str | None = None
    agency: str | None = None
    credited: str = ""
    own: bytes = field(default=b"", repr=False)
    quoted: bytes = field(default=b"", repr=False)
    names: tuple[str, ...] = field(default=(), repr=False)
    numbers: tuple[str, ...] = field(default=(), repr=False)
    slots: tuple[tuple[int, tuple[str, ...]], ...] = field(default=(), repr=False)
