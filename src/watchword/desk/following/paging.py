"""Where a page of a list begins."""

from watchword.errors import SettingsError


def start_of(cursor: str | None) -> int:
    """How many rows are passed over.

    Raises:
        SettingsError: if it is no cursor that an answer gave.
    """
    if cursor is None:
        return 0
    if not cursor.isdecimal() or len(cursor) > 6:
        raise SettingsError("it is no cursor that an answer gave", key="cursor")
    return int(cursor)
