"""Rows and origins matched so that each row that counts has an origin of its own."""

from collections.abc import Mapping, Sequence


def count_once(points: Mapping[str, float], origins: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The rows of the largest sum of which each has an origin of its own, with that origin.

    Rows are taken from the heaviest down, each that finds an origin along an augmenting path: the
    sets of rows that can be matched are a matroid, in which that gives the maximum (Edmonds).

    Args:
        points: of each row, by its id; rows of none are not taken.
        origins: of each row.

    >>> count_once({"E1": 2.0, "E2": 1.0}, {"E1": ["wire"], "E2": ["wire"]})
    {'E1': 'wire'}
    """
    rows: dict[str, str] = {}
    taken: dict[str, str] = {}
    for row in sorted(points, key=lambda each: (-points[each], each)):
        if points[row] > 0:
            _find_origin(row, origins, rows, taken)
    return rows


def _find_origin(
    row: str, origins: Mapping[str, Sequence[str]], rows: dict[str, str], taken: dict[str, str]
) -> None:
    """Give a row an origin, where others can make room; the way is walked without recursion."""
    came: dict[str, str] = {}
    waiting = [row]
    for asking in waiting:
        for origin in origins[asking]:
            if origin in came:
                continue
            came[origin] = asking
            if origin not in taken:
                _pass_on(origin, came, rows, taken)
                return
            waiting.append(taken[origin])


def _pass_on(
    origin: str, came: Mapping[str, str], rows: dict[str, str], taken: dict[str, str]
) -> None:
    """Hand the free origin to the row that asked for it, and its own to the one before."""
    free: str | None = origin
    while free is not None:
        row = came[free]
        before = rows.get(row)
        rows[row], taken[free] = free, row
        free = before
