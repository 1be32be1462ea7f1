"""What waits to be grouped, and what is worked out of it before anything is decided.

Working out looks at one report alone and decides nothing, so that it may be done by any process,
ahead of the deciding; the deciding goes through what was worked out in the order of the record.

Invariant: what is worked out of a report depends on that report, and not on who works it out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

from watchword.flow.situation.working_out import company_from, features_from, trace_from
from watchword.group.stories import mean_direction
from watchword.group.traces import pack_trace
from watchword.model.actor import Actor
from watchword.model.copy_trace import CopyTrace
from watchword.model.report import Report
from watchword.model.story import StoryFeatures
from watchword.store import View
from watchword.store.origins import each_unplaced_report, placements_of
from watchword.store.packed import PackedReading, each_packed_after
from watchword.store.stories import pack_happening
from watchword.store.vectors import directions_of

REPORTS_AT_ONCE, READINGS_AT_ONCE = 500, 200
"""Reports and readings that are decided on in one transaction, as they come."""


class Numbered(Protocol):
    """Something with the number of a row, which tells how far a work has come."""

    @property
    def number(self) -> int:
        """The number."""
        ...


class Waiting(Numbered, Protocol):
    """Something of a report that waits."""

    @property
    def report(self) -> Report:
        """The report."""
        ...

    @property
    def payload(self) -> bytes | None:
        """The reading as the record keeps it, None where the report alone waits."""
        ...


Raw = TypeVar("Raw", bound=Waiting)
Ready = TypeVar("Ready", bound=Numbered)
Given_co = TypeVar("Given_co", covariant=True)


class Pages(Protocol[Given_co]):
    """Gives what waits after a row number, worked out, in order; nothing where nothing waits."""

    def __call__(self, view: View, after: int) -> Sequence[Given_co]:
        """Give the next of it."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A report that waits for its origin, with its row number."""

    number: int
    report: Report

    @property
    def payload(self) -> None:
        """No reading is asked about."""
        return


@dataclass(frozen=True, slots=True, kw_only=True)
class ToPlace:
    """A report that can be put into an origin.

    Attributes:
        number: its row number.
        report: the report.
        trace: what its copies are known by; without a time where the report has none.
        packed: the trace as bytes.
    """

    number: int
    report: Report
    trace: CopyTrace
    packed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSee:
    """The actors of a reading.

    Attributes:
        number: row number of the reading.
        at: when the report was published, None where it does not say.
        actors: its actors.
        around: alpha-2 codes of the countries that it names.
    """

    number: int
    at: datetime | None
    actors: tuple[Actor, ...]
    around: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """A reading that waits for its story.

    Attributes:
        reading: the reading.
        direction: of its meaning, None where no engine gave one.
        origin: key of the origin that it prints, None where it is in none.
    """

    reading: PackedReading
    direction: bytes | None
    origin: str | None

    @property
    def number(self) -> int:
        """Its row number."""
        return self.reading.number

    @property
    def report(self) -> Report:
        """The report that was read."""
        return self.reading.report

    @property
    def payload(self) -> bytes:
        """The reading as the record keeps it."""
        return self.reading.payload


@dataclass(frozen=True, slots=True, kw_only=True)
class ToTell:
    """A reading that can be put into a story.

    Attributes:
        number: its row number.
        features: what it is grouped by.
        packed: the same as bytes, as a store keeps it.
    """

    number: int
    features: StoryFeatures
    packed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Work(Generic[Raw, Ready]):
    """A work that goes through the record.

    Attributes:
        name: its name.
        read: gives what waits after a row number, so many at most.
        work_out: makes of one of them what is decided on, out of what was handed on where
            something was.
        at_once: how many are decided on in one transaction.
    """

    name: str
    read: Callable[[View, int, int], Sequence[Raw]]
    work_out: Callable[[Raw, bytes | None], Ready]
    at_once: int

    def pages(self) -> Pages[Ready]:
        """What waits, worked out by whoever asks."""

        def each(view: View, after: int) -> Sequence[Ready]:
            return [self.work_out(raw, None) for raw in self.read(view, after, self.at_once)]

        return each


def _unplaced(view: View, after: int, most: int) -> list[Unplaced]:
    found = each_unplaced_report(view, after=after, most=most)
    return [Unplaced(number=number, report=report) for number, report in found]


def _to_place(raw: Unplaced, made: bytes | None) -> ToPlace:
    trace = trace_from(raw.report, made)
    packed = pack_trace(trace) if made is None else made
    return ToPlace(number=raw.number, report=raw.report, trace=trace, packed=packed)


def _unseen(view: View, after: int, most: int) -> list[PackedReading]:
    return list(each_packed_after(view, after, most))


def _to_see(raw: PackedReading, made: bytes | None) -> ToSee:
    company, at = company_from(raw, made), raw.report.published.at
    return ToSee(number=raw.number, at=at, actors=company.actors, around=company.around)


def _untold(view: View, after: int, most: int) -> list[Untold]:
    page = _unseen(view, after, most)
    keys = [each.report.key for each in page]
    directions = directions_of(view, keys)
    placed = placements_of(view, keys)
    return [
        Untold(
            reading=each,
            direction=directions.get(each.report.key),
            origin=placed[each.report.key].origin if each.report.key in placed else None,
        )
        for each in page
    ]


def _to_tell(raw: Untold, made: bytes | None) -> ToTell:
    vector = None if raw.direction is None else mean_direction((raw.direction,))
    features = replace(features_from(raw.reading, made), vector=vector, origin=raw.origin)
    return ToTell(number=raw.number, features=features, packed=pack_happening(features))


ORIGINS: Work[Unplaced, ToPlace] = Work(
    name="origins", read=_unplaced, work_out=_to_place, at_once=REPORTS_AT_ONCE
)
ACTORS: Work[PackedReading, ToSee] = Work(
    name="actors", read=_unseen, work_out=_to_see, at_once=READINGS_AT_ONCE
)
STORIES: Work[Untold, ToTell] = Work(
    name="stories", read=_untold, work_out=_to_tell, at_once=READINGS_AT_ONCE
)
WORKS: dict[str, Work[Any, Any]] = {each.name: each for each in (ORIGINS, ACTORS, STORIES)}
"""The works by their names."""
