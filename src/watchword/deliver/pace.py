"""When a failed sending is tried again: ever later, without chance, and not for ever."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from watchword.model.channel import QuietHours

PAUSES_S = (60.0, 300.0, 1_800.0, 7_200.0, 21_600.0, 43_200.0)
"""Seconds after each failure until the next attempt; the last one holds from then on."""
GIVEN_UP_AFTER = timedelta(days=7)
"""What could not be sent for so long is given up, and told."""


def next_attempt(attempts: int, now: datetime, owed_at: datetime) -> datetime | None:
    """When sending is tried again, None where it is given up.

    Args:
        attempts: how often it was tried.
        now: when it failed last.
        owed_at: since when it is to be sent.
    """
    if now - owed_at >= GIVEN_UP_AFTER:
        return None
    return now + timedelta(seconds=PAUSES_S[min(attempts, len(PAUSES_S)) - 1])


def is_quiet(hours: QuietHours | None, now: datetime) -> bool:
    """Whether nothing is sent now, by the clock of the zone that the hours are in."""
    if hours is None:
        return False
    clock = now.astimezone(ZoneInfo(hours.zone)).time().replace(tzinfo=None)
    if hours.since <= hours.until:
        return hours.since <= clock < hours.until
    return clock >= hours.since or clock < hours.until
