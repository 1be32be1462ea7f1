"""Cursors of lists that are short enough to be counted through."""

from watchword.errors import SettingsError


def offset_of(cursor: str | None) -> int:
    """The row that a page begins at.

    Raises:
        SettingsError: if it is no cursor that an answer gave.
    """
    if cursor is None:
        return 0
    if not cursor.isdecimal() or len(cursor) > 6:
        raise SettingsError("it is no cursor that an answer gave", key="cursor")
    return int(cursor)
