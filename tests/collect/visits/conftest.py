"""A site on this machine, a clock that a test moves, and a keeper of what visits give."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from keeper import Clock, Keeper
from loopback import Served, serving

from watchword.collect import Limits
from watchword.collect.visiting import Visitor

OPEN = Limits(allow_private=True, timeout_s=5, host_gap_s=0, max_bytes=2_000_000)


@pytest.fixture
def site() -> Iterator[Served]:
    with serving() as served:
        yield served


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def new_keeper(clock: Clock) -> Iterator[Callable[..., Keeper]]:
    """Make keepers whose visitors are ended with the test."""
    visitors: list[Visitor] = []

    def new(limits: Limits = OPEN, **parts: Any) -> Keeper:  # noqa: ANN401 - a visitor's parts
        visitors.append(Visitor(limits, now=clock, **parts))
        return Keeper(visitor=visitors[-1], clock=clock)

    yield new
    for visitor in visitors:
        visitor.__exit__(None, None, None)


@pytest.fixture
def keeper(new_keeper: Callable[..., Keeper]) -> Keeper:
    return new_keeper()
