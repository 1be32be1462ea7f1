"""Keeps what visits give, as a store would: entries, reports and the state of each feed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from watchword.collect.schedule import first_state, next_state
from watchword.collect.visiting import Visitor
from watchword.model.feed import Arrival, Feed, FeedState, Visit
from watchword.model.report import Report, Unread

BEGIN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Clock:
    """A clock that a test moves."""

    def __init__(self, at: datetime = BEGIN) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.at

    def pass_by(self, **spans: float) -> None:
        """Let time pass."""
        self.at += timedelta(**spans)


@dataclass(frozen=True, kw_only=True)
class Visited:
    """What one visit gave."""

    arrivals: list[Arrival]
    visit: Visit

    @property
    def reports(self) -> list[Report]:
        """The reports, in the order they came."""
        return [one.found for one in self.arrivals if isinstance(one.found, Report)]

    @property
    def unread(self) -> list[Unread]:
        """What could not be read."""
        return [one.found for one in self.arrivals if isinstance(one.found, Unread)]


@dataclass(kw_only=True)
class Keeper:
    """Visits feeds, and remembers."""

    visitor: Visitor
    clock: Callable[[], datetime]
    entries: set[str] = field(default_factory=set)
    states: dict[str, FeedState] = field(default_factory=dict)

    def visit(self, feed: Feed, *, dies_after: int | None = None) -> Visited:
        """Visit a feed and keep what it gives; or die after so many arrivals, as a process may."""
        state = self.states.get(feed.key) or first_state(feed, self.clock())
        arrivals: list[Arrival] = []
        visit: Visit | None = None
        for step in self.visitor.visit(feed, state, self.entries.__contains__):
            if isinstance(step, Visit):
                visit = step
                break
            if dies_after is not None and len(arrivals) == dies_after:
                break
            arrivals.append(step)
            self.entries.update(step.entries)
        if visit is None:
            return Visited(arrivals=arrivals, visit=None)  # type: ignore[arg-type]
        self.states[feed.key] = next_state(feed, state, visit, self.clock())
        return Visited(arrivals=arrivals, visit=visit)
