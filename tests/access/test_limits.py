"""A bucket each: a rest allows a burst, then an even pace."""

from hypothesis import given
from hypothesis import strategies as st

from watchword.access.limits import Limiter, Rate


def test_after_a_burst_it_goes_at_an_even_pace_and_each_has_their_own() -> None:
    seconds = [0.0]
    limiter = Limiter(Rate(a_second=2, at_once=3), clock=lambda: seconds[0])
    assert [limiter.wait("a") for _ in range(4)] == [0, 0, 0, 0.5]
    assert limiter.wait("b") == 0
    seconds[0] = 0.5
    assert [limiter.wait("a") for _ in range(2)] == [0, 0.5]


@given(st.lists(st.floats(min_value=0, max_value=5), max_size=60))
def test_no_more_is_given_than_the_pace_allows(gaps: list[float]) -> None:
    seconds = [0.0]
    rate = Rate(a_second=1, at_once=4)
    limiter = Limiter(rate, clock=lambda: seconds[0])
    given_out = 0
    for gap in gaps:
        seconds[0] += gap
        given_out += limiter.wait("a") == 0
    assert given_out <= rate.at_once + rate.a_second * seconds[0] + 1e-6
