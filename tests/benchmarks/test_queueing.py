"""The simulation of servers keeps the laws of queues."""

import numpy as np
import pytest

from queueing import DAY_S, arrivals, flow, serve


def poisson(rate: float, count: int, seed: int = 3) -> np.ndarray:
    return np.cumsum(np.random.default_rng(seed).exponential(1 / rate, count))


def test_who_comes_first_is_served_first_by_the_first_free_server() -> None:
    served = serve(np.array([0.0, 1.0, 1.5, 2.0]), np.array([3.0, 1.0, 1.0, 1.0]), 2)
    assert served.began.tolist() == [0.0, 1.0, 2.0, 3.0]
    assert served.ended.tolist() == [3.0, 2.0, 3.0, 4.0]
    assert served.utilisation == pytest.approx(6 / 8)


def test_nobody_begins_while_the_server_is_closed() -> None:
    at = np.array([50.0, 150.0, 160.0, DAY_S + 120.0])
    served = serve(at, np.full(4, 60.0), 1, closed=(100.0, 200.0))
    assert served.began.tolist() == [50.0, 200.0, 260.0, DAY_S + 200.0]


def test_utilisation_is_the_rate_of_arrival_times_the_time_of_service_a_server() -> None:
    dice = np.random.default_rng(5)
    came = poisson(2.0, 60_000)
    served = serve(came, dice.exponential(1.2, came.size), 4)
    assert served.utilisation == pytest.approx(2.0 * 1.2 / 4, rel=0.02)


def test_little_s_law_holds_of_those_that_are_there() -> None:
    dice = np.random.default_rng(6)
    came = poisson(1.0, 60_000)
    served = serve(came, dice.lognormal(0.0, 0.8, came.size) * 0.5, 1)
    span = float(served.ended.max())
    there = served.present(np.arange(0.0, span, 0.5)).mean()
    assert there == pytest.approx(came.size / span * served.delays.mean(), rel=0.01)


def test_one_server_makes_arrivals_by_chance_wait_as_long_as_theory_says() -> None:
    dice = np.random.default_rng(7)
    came = poisson(0.6, 200_000)
    served = serve(came, dice.exponential(1.0, came.size), 1)
    assert served.delays.mean() == pytest.approx(1 / (1.0 - 0.6), rel=0.05)


def test_arrivals_are_as_many_as_the_rate_says_and_the_same_from_one_seed() -> None:
    once, again = (
        arrivals(lambda at: 0.5 if at < DAY_S / 2 else 1.5, 1.0, np.random.default_rng(1))
        for _ in range(2)
    )
    assert np.array_equal(once, again)
    early = int((once < DAY_S / 2).sum())
    assert early == pytest.approx(0.5 * DAY_S / 2, rel=0.03)
    assert once.size - early == pytest.approx(1.5 * DAY_S / 2, rel=0.03)


def test_a_flow_loses_nothing_and_waits_only_while_more_comes_than_goes() -> None:
    assert flow(np.array([0.0, 25.0, 5.0, 0.0, 12.0]), 10.0).tolist() == [0.0, 15.0, 10.0, 0.0, 2.0]
