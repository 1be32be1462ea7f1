"""Whether a story grows, is quiet, or has come back."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from watchword.model.story import Life

QUIET_AFTER = timedelta(days=7)
"""Time without a report after which a story is quiet.

A choice of words, not of scores: followers of a situation write weekly.
"""


def life_of(times: Sequence[datetime], as_of: datetime) -> Life:
    """Tell a story's life from when its reports were published.

    Args:
        times: when its dated reports were published, in order.
        as_of: the time that is asked about; later reports are not looked at.
    """
    known = [time for time in times if time <= as_of]
    if not known or as_of - known[-1] > QUIET_AFTER:
        return Life.QUIET
    if any(later - earlier > QUIET_AFTER for earlier, later in pairwise(known)):
        return Life.REOPENED
    return Life.GROWING
