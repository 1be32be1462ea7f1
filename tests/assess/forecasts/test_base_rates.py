"""How often the like happened is counted stretch by stretch; where nobody reports, nothing is."""

from datetime import date, timedelta

import pytest

from watchword.assess.forecasts.base_rates import Counting, Occurrence, count_base_rate
from watchword.assess.forecasts.beta import beta_quantile, beta_share

FIRST = date(2024, 10, 1)


def told(day: int, origin: str = "a") -> Occurrence:
    return Occurrence(day=FIRST + timedelta(days=day), claim=f"{day}{origin}", origin=origin)


def published(*days: int) -> list[date]:
    return [FIRST + timedelta(days=day) for day in days]


@pytest.mark.parametrize(
    ("level", "one", "other", "share"),
    [
        (0.05, 0.5, 10.5, 0.000192),
        (0.95, 0.5, 10.5, 0.170773),
        (0.5, 2.5, 7.5, 0.232879),
        (0.95, 10.5, 0.5, 0.999808),
        (0.05, 200.5, 100.5, 0.620845),
    ],
)
def test_quantiles_are_those_that_scipy_gives(
    level: float, one: float, other: float, share: float
) -> None:
    assert beta_quantile(level, one, other) == pytest.approx(share, abs=1e-6)


def test_a_distribution_has_all_its_weight_between_nought_and_one() -> None:
    assert beta_share(-0.1, 2, 3) == beta_share(0.0, 2, 3) == 0
    assert beta_share(1.0, 2, 3) == 1
    shares = [beta_share(at / 50, 0.5, 7.5) for at in range(51)]
    assert shares == sorted(shares)


def test_stretches_are_counted_back_from_the_newest_report() -> None:
    counting = Counting(like="x", days=10)
    found = count_base_rate([told(3), told(24), told(28)], published(*range(33)), counting)
    assert [(each.since - FIRST).days for each in found.stretches] == [3, 13, 23]
    assert [each.counts for each in found.stretches] == [True, False, True]
    assert found.stretches[-1].claims == ("24a", "28a")
    assert found.happened == 2


def test_the_share_is_that_of_jeffreys_prior() -> None:
    found = count_base_rate([], published(*range(40)), Counting(like="x", days=10))
    assert found.rate == pytest.approx(0.5 / 5)
    assert found.low < found.rate < found.high
    all_of_it = count_base_rate(
        [told(day) for day in range(40)], published(*range(40)), Counting(like="x", days=10)
    )
    assert all_of_it.rate == pytest.approx(1 - found.rate)


def test_a_stretch_without_a_report_is_left_out_and_is_no_no() -> None:
    days = [*range(10), *range(20, 30)]
    found = count_base_rate([told(25)], published(*days), Counting(like="x", days=10))
    assert (len(found.stretches), found.silent, found.happened) == (2, 1, 1)


def test_copies_of_one_text_are_one_origin() -> None:
    twice = [told(1), told(2)]
    counting = Counting(like="x", days=10, least_origins=2)
    assert count_base_rate(twice, published(*range(10)), counting).happened == 0
    other = [*twice, told(2, "b")]
    assert count_base_rate(other, published(*range(10)), counting).happened == 1


def test_nothing_is_counted_where_no_stretch_fits() -> None:
    assert count_base_rate([told(1)], [], Counting(like="x", days=10)).stretches == ()
    assert count_base_rate([], published(1, 2), Counting(like="x", days=10)).stretches == ()
