"""Sending is tried ever later, given up in the end, and held in quiet hours."""

from datetime import UTC, datetime, time, timedelta

import pytest

from watchword.deliver.pace import GIVEN_UP_AFTER, is_quiet, next_attempt
from watchword.model.channel import QuietHours

BEGAN = datetime(2024, 10, 25, tzinfo=UTC)


def test_pauses_grow_and_end() -> None:
    now, pauses, attempts = BEGAN, list[float](), 0
    while True:
        attempts += 1
        then = next_attempt(attempts, now, BEGAN)
        if then is None:
            break
        pauses.append((then - now).total_seconds())
        now = then
    assert pauses == sorted(pauses)
    assert pauses[0] == 60.0
    assert GIVEN_UP_AFTER <= now - BEGAN < GIVEN_UP_AFTER + timedelta(days=1)


@pytest.mark.parametrize(
    ("clock", "quiet"),
    [("21:59", False), ("22:00", True), ("03:00", True), ("06:59", True), ("07:00", False)],
)
def test_quiet_hours_go_over_midnight_by_the_clock_of_their_zone(clock: str, quiet: bool) -> None:
    hours = QuietHours(since=time(22), until=time(7), zone="Asia/Seoul")
    in_seoul = datetime.fromisoformat(f"2024-10-25T{clock}+09:00")
    assert is_quiet(hours, in_seoul.astimezone(UTC)) is quiet


def test_quiet_hours_keep_to_the_clock_when_it_is_changed() -> None:
    hours = QuietHours(since=time(1), until=time(6), zone="Europe/Berlin")
    assert is_quiet(hours, datetime(2024, 7, 1, 3, 59, tzinfo=UTC))  # 05:59 in summer
    assert not is_quiet(hours, datetime(2024, 7, 1, 4, 1, tzinfo=UTC))
    assert is_quiet(hours, datetime(2024, 12, 1, 4, 59, tzinfo=UTC))  # 05:59 in winter


def test_no_quiet_hours_are_never_quiet() -> None:
    assert not is_quiet(None, BEGAN)
