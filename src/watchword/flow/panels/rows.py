"""What rows of panels are made of: a sentence that passes the check, claims, what stood before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from watchword.brief.clarity import is_clear
from watchword.brief.naming import Placing
from watchword.brief.telling import each_wording
from watchword.brief.verify import check_sentence
from watchword.model.known import Known
from watchword.model.panel import Panel
from watchword.model.plan import Part
from watchword.model.report import Report, Status
from watchword.model.sentence import Sentence

MADE_BY = "watchword.panels/1"
"""Name and version of the rules by which panels are put together."""
SINCE = "Since the last brief"
"""Head of the column that a brief with an earlier one has."""
MOST_CLAIMS = 4
"""Claims that a row cites at most: a reader follows few, and the views have them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The earlier brief, as far as its panels go.

    Attributes:
        as_of: nothing learnt later was in it.
        panels: its panels.
        reports: keys of the reports that were known then; when a report was published tells
            whether it was where None.
    """

    as_of: datetime
    panels: tuple[Panel, ...]
    reports: frozenset[str] | None = None

    def is_new(self, report: Report) -> bool:
        """Whether a report was not known to the earlier brief."""
        if self.reports is not None:
            return report.key not in self.reports
        at = report.published.at
        return at is not None and at > self.as_of

    def cell(self, part: Part, names: tuple[str, ...], column: str) -> str | None:
        """What a row had in a column; None where the earlier brief does not show the row.

        Args:
            part: the part that the panel is of.
            names: the first cells of the row, which make it the same row.
            column: head of the column.
        """
        for panel in self.panels:
            if panel.part is part and column in panel.columns:
                for row in panel.rows:
                    if row.cells[: len(names)] == names:
                        return row.cells[panel.columns.index(column)]
        return None


def tell_one(keys: Iterable[str], known: Known) -> Sentence | None:
    """The first of some claims that can be told in a sentence that passes the check.

    What a reader understands without the sentences around it goes before the rest; a claim of a
    report that no longer counts is not told.
    """
    claims = [known.claims[key] for key in dict.fromkeys(keys) if key in known.claims]
    for claim in claims:
        report = known.reports[claim.report]
        if report.status is not Status.USABLE or not is_clear(claim):
            continue
        for sentence in each_wording(claim, report, Placing(as_of=known.as_of)):
            if not check_sentence(sentence, (claim,), {report.key: report}):
                return sentence
    return None


def cited(keys: Iterable[str], known: Known, most: int = MOST_CLAIMS) -> tuple[str, ...]:
    """The claims among some that are known, each once, as many as a row cites."""
    return tuple(key for key in dict.fromkeys(keys) if key in known.claims)[:most]


def newest_first(keys: Iterable[str], known: Known) -> tuple[str, ...]:
    """Claims by when their reports were published, the newest first; the undated last."""

    def age(key: str) -> tuple[float, str]:
        at = known.reports[known.claims[key].report].published.at
        return (-at.timestamp() if at else 0.0, key)

    return tuple(sorted({key for key in keys if key in known.claims}, key=age))


def day_of(at: datetime | None) -> str:
    """A day, or that it is not known."""
    return "undated" if at is None else f"{at:%Y-%m-%d}"


def since_head(before: Before | None) -> tuple[str, ...]:
    """The head of the column of what moved, where there is an earlier brief."""
    return () if before is None else (SINCE,)
