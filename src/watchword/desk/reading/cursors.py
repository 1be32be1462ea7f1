"""Cursors of the list of claims: a place in time of what is newest, a count of what is ranked."""

from datetime import datetime

from watchword.errors import SettingsError
from watchword.model.page import ByCount, ByTime

_PARTED = "~"


def cursor_of(place: ByTime | ByCount | None) -> str | None:
    """The cursor of a place in a list of what is newest; None for none."""
    if not isinstance(place, ByTime):
        return None
    at = place.at.isoformat() if place.at else ""
    return _PARTED.join((at, str(place.number), str(place.within)))


def place_of(cursor: str | None) -> ByTime | None:
    """The place that a cursor tells; None for the beginning.

    Raises:
        SettingsError: if it is no cursor that an answer gave.
    """
    if cursor is None:
        return None
    try:
        at, number, within = cursor.split(_PARTED)
        published = datetime.fromisoformat(at) if at else None
        return ByTime(at=published, number=int(number), within=int(within))
    except ValueError as error:
        raise SettingsError("it is no cursor that an answer gave", key="cursor") from error


def offset_of(cursor: str | None) -> int:
    """The row that a page of what is ranked begins at.

    Raises:
        SettingsError: if it is no cursor that an answer gave.
    """
    if cursor is None:
        return 0
    if not cursor.isdecimal() or len(cursor) > 6:
        raise SettingsError("it is no cursor that an answer gave", key="cursor")
    return int(cursor)
