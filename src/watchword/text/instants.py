"""The instant that a date or a time stands for, as a person types it."""

import re
from datetime import UTC, datetime, time

from watchword.errors import SettingsError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def beginning_of(words: str, *, option: str) -> datetime:
    """The first instant of a day in UTC, or the time itself.

    >>> beginning_of("2024-10-25", option="--since").isoformat()
    '2024-10-25T00:00:00+00:00'

    Raises:
        SettingsError: if it is neither.
    """
    at = moment_of(words, option=option)
    is_day = _DAY.fullmatch(words.strip()) is not None
    return datetime.combine(at.date(), time.min, tzinfo=UTC) if is_day else at


def stretch_of(
    days: tuple[str | None, str | None], *, options: tuple[str, str]
) -> tuple[datetime | None, datetime | None]:
    """The instants between which two days lie, the first and the last one; None for no end.

    >>> stretch_of(("2024-10-25", None), options=("--from", "--until"))[0].isoformat()
    '2024-10-25T00:00:00+00:00'

    Raises:
        SettingsError: if one is none, or the last lies before the first.
    """
    first, last = days
    since = None if first is None else beginning_of(first, option=options[0])
    until = None if last is None else moment_of(last, option=options[1])
    if since is not None and until is not None and until < since:
        raise SettingsError("the last day lies before the first", key=options[1])
    return since, until


def moment_of(words: str, *, option: str = "--as-of") -> datetime:
    """The time that a date stands for: the end of a day in UTC, or the time itself.

    >>> moment_of("2024-10-25").isoformat()
    '2024-10-25T23:59:59.999999+00:00'
    >>> moment_of("2024-10-25T12:00+09:00").isoformat()
    '2024-10-25T03:00:00+00:00'

    A time without a zone is in UTC.

    Raises:
        SettingsError: if it is neither.
    """
    try:
        given = datetime.fromisoformat(words.strip())
        if _DAY.fullmatch(words.strip()):
            return datetime.combine(given.date(), time.max, tzinfo=UTC)
        return given.replace(tzinfo=UTC) if given.tzinfo is None else given.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise SettingsError(
            f"'{words}' is no date", key=option, mend="use 2024-10-25 or 2024-10-25T18:00Z"
        ) from error
