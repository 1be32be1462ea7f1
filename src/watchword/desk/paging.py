"""Where a page of a list begins, and the cursors that tell it: a count, or a place in an order."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from watchword.desk.ask import Page
from watchword.errors import SettingsError
from watchword.model.page import ByCount, ByTime

Row = TypeVar("Row")
_PARTED = "~"
_MOST_DIGITS = 6


def page_of(rows: Sequence[Row], ask: Page) -> tuple[Sequence[Row], str | None]:
    """The rows of a page of a list that is worked out whole, and the cursor of the next.

    Raises:
        SettingsError: if the cursor is none that an answer gave.
    """
    start = start_of(ask.cursor)
    after = start + ask.limit
    return rows[start:after], str(after) if len(rows) > after else None


def start_of(cursor: str | None) -> int:
    """How many rows are passed over.

    Raises:
        SettingsError: if it is no cursor that an answer gave.
    """
    if cursor is None:
        return 0
    if not cursor.isdecimal() or len(cursor) > _MOST_DIGITS:
        raise _no_cursor()
    return int(cursor)


def cursor_for(place: ByTime | ByCount | None) -> str | None:
    """The cursor of a place in a list that is ordered by time or by a count; None for none.

    >>> cursor_for(ByCount(count=3, name="a~b"))
    'count~3~~a~b'
    >>> place_in("count~3~~a~b")
    ByCount(count=3, name='a~b', mark='')
    """
    if place is None:
        return None
    if isinstance(place, ByCount):
        return _PARTED.join(("count", str(place.count), place.mark, place.name))
    at = place.at.isoformat() if place.at else ""
    return _PARTED.join(("time", at, str(place.number), str(place.within)))


def place_in(cursor: str | None) -> ByTime | ByCount | None:
    """The place that a cursor tells; None for the beginning.

    Raises:
        SettingsError: if it is no cursor that an answer gave.
    """
    if cursor is None:
        return None
    try:
        kind, first, second, last = cursor.split(_PARTED, 3)
        if kind == "count":
            return ByCount(count=int(first), name=last, mark=second)
        at = datetime.fromisoformat(first) if first else None
        return ByTime(at=at, number=int(second), within=int(last))
    except ValueError as error:
        raise _no_cursor() from error


def time_in(cursor: str | None) -> ByTime | None:
    """The place in time that a cursor tells; None for the beginning.

    Raises:
        SettingsError: if it is no cursor that an answer gave, or tells of another order.
    """
    place = place_in(cursor)
    if isinstance(place, ByCount):
        raise _no_cursor()
    return place


def _no_cursor() -> SettingsError:
    return SettingsError("it is no cursor that an answer gave", key="cursor")
