"""What is handed on of a situation: reports with what was found in them, within a mark."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from watchword.model.read_report import ReadReport
from watchword.model.report import Status
from watchword.model.source import Credibility, Reliability
from watchword.model.tlp import Tlp


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What is not handed on for its mark, counted and nothing more told.

    Attributes:
        limit: the mark above which things are left out.
        reports: reports that were.
        claims: claims of these.
        briefs: kept briefs, marked so themselves or made of such reports.
    """

    limit: Tlp
    reports: int = 0
    claims: int = 0
    briefs: int = 0

    @property
    def told(self) -> str:
        """In words, empty where nothing was left out.

        >>> LeftOut(limit=Tlp.GREEN, reports=3, claims=12).told
        '12 claims of 3 reports left out above TLP:GREEN'
        """
        told = [f"{_many(self.claims, 'claim')} of {_many(self.reports, 'report')}"]
        told = told if self.reports else []
        told += [_many(self.briefs, "brief")] if self.briefs else []
        return f"{' and '.join(told)} left out above {self.limit.value}" if told else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """What is handed on.

    Attributes:
        title: what the situation is called.
        as_of: nothing learnt later is in it, aware UTC.
        read: reports with what was found in them, in the order they came; withdrawn ones, too.
        marks: how far each report may go on, by its key.
        grades: reliability of outlets by name, as people gave them or their record earned them.
        credibilities: how credible claims are, by their keys; empty where nobody asked.
        left_out: what was left out for its mark.
        ungraded: claims that go without a credibility, since they are too many to be weighed.
    """

    title: str
    as_of: datetime
    read: tuple[ReadReport, ...]
    marks: Mapping[str, Tlp]
    grades: Mapping[str, Reliability]
    credibilities: Mapping[str, Credibility]
    left_out: LeftOut
    ungraded: int = 0

    @property
    def ungraded_told(self) -> str:
        """What a file says of claims that go without a credibility; empty where none does."""
        if not self.ungraded:
            return ""
        claims = _many(self.ungraded, "claim")
        return f"{claims} without a credibility: too many to be weighed at once"

    def mark_of(self, report: str) -> Tlp:
        """How far a report may go on."""
        return self.marks.get(report, Tlp.CLEAR)

    def grade_of(self, outlet: str | None) -> Reliability:
        """How reliable an outlet is; F where that is not known."""
        return self.grades.get(outlet or "", Reliability.F)


def is_withdrawn(read: ReadReport) -> bool:
    """Whether the publisher, or a person, took the report back."""
    return read.report.status is not Status.USABLE


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
