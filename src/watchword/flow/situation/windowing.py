"""The part of a large record that a view is worked out from: the newest reports of what is asked.

Tracks, relations and contradictions are made of every claim at once. Of a record of a hundred
thousand reports that takes minutes; of the newest three thousand that speak of what somebody asks
for, a few seconds, and the view says what it is over.
"""

from dataclasses import dataclass
from datetime import datetime

from watchword.flow.situation.scoping import Asked, scope_in_record
from watchword.flow.situation.standing import Standing, find_standing
from watchword.model.scope import Scope
from watchword.store import Store
from watchword.store.scoping import count_within, newest_within

MOST = 3_000
"""Reports of a window: read from the record in 1 s, and related in 2 to 4 s."""


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


def standing_in(store: Store, window: Window) -> Standing:
    """What is known of the reports of a window.

    Raises:
        StoreError: if the record cannot be read.
    """
    return find_standing(store, window.as_of, numbers=window.numbers)
