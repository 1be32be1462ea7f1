"""The days of a large record that a view looks at: as many as it can be worked out from at once."""

from collections.abc import Callable
from datetime import timedelta

from watchword.desk.seen import Seen
from watchword.flow.situation.scoping import Asked
from watchword.flow.situation.windowing import Window, window_of

DAYS = (30, 14, 7, 3, 1)
"""How many days are tried, the most first."""


def widest(seen: Seen, of: Callable[[timedelta], Asked]) -> tuple[Asked, Window]:
    """The widest part of a record that can be looked at whole: all of it, else some days of it.

    Args:
        seen: what is looked at.
        of: the part that so many days make.

    Returns:
        What is asked for, and its window; of days that hold too many reports the newest of them.
    """
    asked = Asked()
    window = window_of(seen.store, asked, seen.as_of)
    for days in DAYS:
        if window.is_whole:
            break
        asked = of(timedelta(days=days))
        window = window_of(seen.store, asked, seen.as_of)
    return asked, window
