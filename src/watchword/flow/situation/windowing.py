"""The part of a large record that a view or a brief is made from: the newest of what is asked.

Tracks, relations and contradictions are made of every claim at once. Of a record of a hundred
thousand reports that takes minutes; of the newest three thousand that speak of what somebody asks
for, a few seconds, and the view says what it is over.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from watchword.errors import MissingError, RefusedError
from watchword.flow.situation.scoping import Asked, asked_in_words, scope_in_record
from watchword.flow.situation.standing import Standing, find_standing
from watchword.model.brief import Looked
from watchword.model.scope import Scope
from watchword.store import Store
from watchword.store.amending import homes_of
from watchword.store.browsing.stories import outline_stories
from watchword.store.reports import find_report
from watchword.store.scoping import count_within, newest_within

MOST = 3_000
"""Reports of a window: read from the record in 1 s, and related in 2 to 4 s."""
DAYS = (30, 14, 7, 3, 1)
"""How many days are tried where a record is too large to be looked at whole, the most first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The newest reports of what is asked.

    Attributes:
        as_of: the instant that the record is looked at as of.
        scope: what is asked.
        numbers: row numbers of the reports.
        of: how many reports there are of what is asked, older ones too.
    """

    as_of: datetime
    scope: Scope
    numbers: tuple[int, ...]
    of: int

    @property
    def reports(self) -> int:
        """How many reports are in it."""
        return len(self.numbers)

    @property
    def is_whole(self) -> bool:
        """Whether no report of what is asked is left out."""
        return self.reports == self.of

    def in_words(self) -> str:
        """What a view says it is over; empty where nothing is left out."""
        if self.is_whole:
            return ""
        return f"over the newest {self.reports:,} of {self.of:,} reports; narrow it to see others"


def window_of(
    store: Store, asked: Asked, as_of: datetime | None = None, *, most: int = MOST
) -> Window:
    """The newest reports of what is asked, as known at an instant.

    Args:
        store: the record.
        asked: actors, places, a story, a stretch of time.
        as_of: the instant; now where None.
        most: how many reports.

    Raises:
        RefusedError: if an actor's name is borne by several.
        StoreError: if the record cannot be read.
    """
    scope = scope_in_record(store, asked, as_of)
    with store.viewing(as_of) as view:
        numbers = newest_within(view, scope, most)
        of = len(numbers) if len(numbers) < most else count_within(view, scope)
        return Window(as_of=view.as_of, scope=scope, numbers=numbers, of=of)


def widest(
    store: Store, as_of: datetime | None, of: Callable[[timedelta], Asked], *, most: int = MOST
) -> tuple[Asked, Window]:
    """The widest part of a record that can be looked at whole: all of it, else some days of it.

    Args:
        store: the record.
        as_of: the instant; now where None.
        of: the part that so many days make.
        most: how many reports.

    Returns:
        What is asked for, and its window; of days that hold too many reports the newest of them.
    """
    asked = Asked()
    window = window_of(store, asked, as_of, most=most)
    for days in DAYS:
        if window.is_whole:
            break
        asked = of(timedelta(days=days))
        window = window_of(store, asked, window.as_of, most=most)
    return asked, window


def days_before(since: datetime) -> Callable[[timedelta], Asked]:
    """How to ask for what was published since some days before the day of an instant."""
    day = _day_of(since)
    return lambda days: Asked(since=day - days)


def days_around(
    store: Store, key: str, as_of: datetime | None = None
) -> Callable[[timedelta], Asked]:
    """How to ask for some days before and behind the report of a claim.

    Raises:
        MissingError: if there is no such claim.
    """
    with store.viewing(as_of) as view:
        home = homes_of(view, [key]).get(key)
        report = find_report(view, home.report) if home else None
        if report is None:
            raise MissingError("there is no such claim", key=key)
        day = _day_of(report.published.at or view.as_of)
    return lambda days: Asked(since=day - days, until=day + days + timedelta(days=1))


def _day_of(instant: datetime) -> datetime:
    return instant.replace(hour=0, minute=0, second=0, microsecond=0)


def standing_in(store: Store, window: Window) -> Standing:
    """What is known of the reports of a window.

    Raises:
        StoreError: if the record cannot be read.
    """
    return find_standing(store, window.as_of, numbers=window.numbers)


def standing_asked(
    store: Store,
    asked: Asked,
    as_of: datetime | None = None,
    *,
    between: Sequence[str] = (),
    most: int = MOST,
) -> Standing:
    """What is known of what a brief is asked for: all of it, or the newest reports of it.

    Args:
        store: the record.
        asked: actors, places, a story, a stretch of time.
        as_of: the instant; now where None.
        between: two that the brief is on: where the record is too large for a window, the reports
            that speak of both are looked at.
        most: how many reports.

    Raises:
        RefusedError: if no report is of what is asked, or an actor's name is borne by several.
        StoreError: if the record cannot be read.
    """
    window = window_of(store, asked, as_of, most=most)
    if not window.is_whole and between and asked == Asked():
        asked = Asked(either=tuple(between))
        window = window_of(store, asked, window.as_of, most=most)
    if asked == Asked() and window.is_whole:
        return find_standing(store, as_of)
    if not window.of:
        raise RefusedError("no report is of what the brief was asked for", mend="ask for less")
    words = asked_in_words(asked, _called(store, asked, window.as_of))
    looked = Looked(reports=window.reports, of=window.of, asked=words)
    return replace(standing_in(store, window), looked=looked)


def _called(store: Store, asked: Asked, as_of: datetime) -> str:
    """What the newest report of the story that is asked for is called."""
    if asked.story is None:
        return ""
    with store.viewing(as_of) as view:
        return next((each.title or "" for each in outline_stories(view, [asked.story])), "")
