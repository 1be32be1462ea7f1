"""The independent source behind one or more reports, and how each report came to it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Reports that print one text: ten prints of one wire story are one origin.

    Attributes:
        key: key of the report taken as the original: the earliest, or the agency's own.
        name: who the text comes from: an agency credited, else the outlet.
        reports: keys of every report that prints it, the original first.
        reasons: for each report, why it is held to print this text, in words.
    """

    key: str
    name: str
    reports: tuple[str, ...]
    reasons: tuple[str, ...]


class Manner(StrEnum):
    """How a report came to its origin."""

    OWN = "own text"
    """No report known when it came has this text: it opens an origin."""
    SAME = "the same text"
    """Letter for letter."""
    VERBATIM = "almost word for word"
    CUT = "cut or extended"
    REWRITTEN = "partly rewritten"
    VERSION = "a later version"
    """A new version of a report in that origin."""
    RULED = "a person's ruling"


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginDecision:
    """Which origin a report was put into when it came, and why.

    Attributes:
        report: key of the report.
        origin: key of the origin: of the report that opened it, which it keeps for good.
        copy_of: key of the report that it was found to print, None for a text of its own.
        manner: how it came to its origin.
        score: share of the shorter text's wording that the two have in common, from 0 to 1;
            0 for a text of its own.
        reason: the same in words.
        label: how a reader calls the report: its outlet and its day.
        outlet: who published it, None where the report does not say.
        credit: the agency that the report credits its text to, None where it credits none.
        agency: the agency whose text it is held to be: credited here or in a print that it
            repeats, None where none is.
        made_by: name and version of what decided, or who.
        also: keys of other origins that turn out to print the same text, now that this report
            has come, as when an original arrives after copies that differ too much.
    """

    report: str
    origin: str
    copy_of: str | None
    manner: Manner
    score: float
    reason: str
    label: str
    outlet: str | None
    credit: str | None
    agency: str | None
    made_by: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRuling:
    """What a person decided about a report's origin, to be obeyed for good.

    Attributes:
        report: key of the report ruled on.
        other: key of the report it is, or is not, a copy of; None for "no copy of any".
        is_copy: whether it is held to be a copy of the other.
        by: who decided.
        at: when, aware UTC.
    """

    report: str
    other: str | None
    is_copy: bool
    by: str
    at: datetime
