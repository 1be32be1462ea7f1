"""Where to part series into ever more stretches: binary segmentation, by ruptures.

Each further turn is put where it takes away most of the squared error that is left (Scott and
Knott, 1974). On simulated series the exact search finds nothing better (`benchmarks/turns.py`).
"""

from collections.abc import Iterator
from typing import Any

from watchword.errors import MissingExtraError
from watchword.relate.turning.segments import Stretches


def each_parting(stretches: Stretches, least: int, most: int) -> Iterator[tuple[int, ...]]:
    """Yield turns: none, one, two and so on, as far as there is room.

    Args:
        stretches: what is parted.
        least: fewest periods between turns.
        most: how many turns at most.

    Raises:
        MissingExtraError: if ruptures is not installed.
    """
    yield ()
    room = len(stretches) // least - 1
    if room < 1:
        return
    search = _searching(stretches, least)
    for count in range(1, min(most, room) + 1):
        *turns, _end = search.predict(n_bkps=count)
        if len(turns) < count:
            return
        yield tuple(int(turn) for turn in turns)


def _searching(stretches: Stretches, least: int) -> Any:  # noqa: ANN401 - ruptures has no types
    try:
        import ruptures  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        raise MissingExtraError(
            "finding turns needs ruptures", key="ruptures", mend="pip install 'watchword[assess]'"
        ) from error

    class Cost(ruptures.base.BaseCost):  # type: ignore[misc] # ruptures has no types
        """The squared error of stretches, in the form that ruptures asks for."""

        model = "stretches"
        min_size = 1
        signal = stretches.values

        def fit(self, signal: object) -> "Cost":
            """Take nothing more: the sums are taken."""
            del signal
            return self

        def error(self, start: int, end: int) -> float:
            """The squared error of a stretch."""
            return stretches.error(start, end)

    search = ruptures.Binseg(custom_cost=Cost(), min_size=least, jump=1)
    return search.fit(stretches.values)
