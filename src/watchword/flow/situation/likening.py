"""Claims of a record that tell the like of something, as known at an instant, with their times."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from watchword.flow.situation.lenses import Direct, make_sights
from watchword.flow.situation.sighting import page_of, see_report
from watchword.model.claim import Claim
from watchword.model.decision import DecisionKind
from watchword.model.indicator import Indicator
from watchword.model.read_report import ReadReport
from watchword.model.report import Report
from watchword.model.sighting import Sighting
from watchword.store import View
from watchword.store.decisions import each_standing_decision
from watchword.store.readings import each_reading_after, instants_of_readings


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A claim that tells the like, or denies it.

    Attributes:
        claim: the claim.
        report: its report.
        sighting: what it shows, and why.
        known_at: from when the record knows it.
    """

    claim: Claim
    report: Report
    sighting: Sighting
    known_at: datetime

    @property
    def day(self) -> date | None:
        """When it happened as the claim tells, else when it was published; None: not known."""
        at = self.report.published.at
        told = self.claim.time.since if self.claim.time is not None else None
        if told is not None and (at is None or told <= at):
            return told.astimezone(UTC).date()
        return None if at is None else at.astimezone(UTC).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Likened:
    """What a record tells of the like.

    Attributes:
        alike: every claim that shows or denies it, in the order it was known.
        published: the day of every report that has one.
        claims: how many claims were looked at.
        known_at: from when each report is known, by its key.
    """

    alike: tuple[Alike, ...]
    published: tuple[date, ...]
    claims: int
    known_at: Mapping[str, datetime]


def find_alike(view: View, like: Indicator, direct: Direct) -> Likened:
    """Look at all that is known for the like of something.

    Args:
        view: the record, as known at an instant.
        like: what is looked for, as an indicator would.
        direct: gives the direction of words.
    """
    decisions = each_standing_decision(view)
    withdrawn = {each.subject for each in decisions if each.kind is DecisionKind.WITHDRAW}
    sight = make_sights(view, [like], direct)[like]
    alike: list[Alike] = []
    published: list[date] = []
    count, known_at = 0, {}
    for at, read in _each_known(view):
        known_at[read.report.key] = at
        page = page_of(view, [(at, read)], withdrawn)
        claims = {claim.key: claim for claim in read.extraction.claims}
        count += len(claims)
        if read.report.published.at is not None:
            published.append(read.report.published.at.astimezone(UTC).date())
        for seen in see_report(view, page, read, at, (sight,)):
            claim = claims[seen.claim]
            alike.append(Alike(claim=claim, report=read.report, sighting=seen, known_at=at))
    return Likened(alike=tuple(alike), published=tuple(published), claims=count, known_at=known_at)


def _each_known(view: View) -> Iterator[tuple[datetime, ReadReport]]:
    """Each report that is read, with when it was first known and what was last found in it."""
    first: dict[str, datetime] = {}
    last: dict[str, ReadReport] = {}
    number = 0
    while page := list(each_reading_after(view, number)):
        instants = instants_of_readings(view, [at for at, _ in page])
        for at, read in page:
            if instants[at] <= view.as_of:
                first.setdefault(read.report.key, instants[at])
                last[read.report.key] = read
        number = page[-1][0]
    for key, read in last.items():
        yield first[key], read
