"""The least time between two requests to one host."""

import pytest

from watchword.collect.pace import LONGEST_GAP_S, LONGEST_PEACE_S, HostPace
from watchword.errors import BusyError


class Time:
    """A clock that only waiting moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def tell(self) -> float:
        """Tell the time."""
        return self.now

    def pause(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def pace(time: Time) -> HostPace:
    return HostPace(2.0, clock=time.tell, pause=time.pause)


def test_requests_to_one_host_are_kept_apart_and_others_do_not_wait(pace: HostPace) -> None:
    assert [pace.wait("a.example") for _request in range(3)] == [0, 2, 2]
    assert pace.wait("b.example") == 0


def test_time_that_has_passed_is_not_waited_for(pace: HostPace, time: Time) -> None:
    pace.wait("a.example")
    time.now += 1.5
    assert pace.wait("a.example") == 0.5
    time.now += 50
    assert pace.wait("a.example") == 0


def test_a_longer_delay_that_robots_txt_asks_for_holds_within_bounds(pace: HostPace) -> None:
    pace.wait("a.example", 10)
    assert pace.wait("a.example", 1e9) == 10
    assert pace.wait("a.example") == LONGEST_GAP_S


def test_a_host_that_asks_for_peace_is_refused_until_then(pace: HostPace, time: Time) -> None:
    pace.keep_peace("a.example", 30)
    with pytest.raises(BusyError, match="30 more seconds"):
        pace.wait("a.example")
    assert pace.wait("b.example") == 0
    time.now += 30
    assert pace.wait("a.example") == 0
    pace.keep_peace("a.example", 1e12)
    time.now += LONGEST_PEACE_S
    pace.check("a.example")
