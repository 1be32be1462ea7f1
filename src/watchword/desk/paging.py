"""One page of a list that is worked out whole: a cursor says how many came before."""

from collections.abc import Sequence
from typing import TypeVar

from watchword.desk.ask import Page
from watchword.errors import SettingsError

Row = TypeVar("Row")


def page_of(rows: Sequence[Row], ask: Page) -> tuple[Sequence[Row], str | None]:
    """The rows of a page, and the cursor of the next; None after the last.

    Raises:
        SettingsError: if the cursor is none that an answer gave.
    """
    start = _offset(ask.cursor)
    after = start + ask.limit
    return rows[start:after], str(after) if len(rows) > after else None


def _offset(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not cursor.isdecimal() or len(cursor) > 6:
        raise SettingsError("it is no cursor that an answer gave", key="cursor")
    return int(cursor)
