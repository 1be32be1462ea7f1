"""States of affairs in layers, causes above what follows, with few crossings.

Sources: Coffman and Graham, "Optimal scheduling for two-processor systems", 1972 (layers of
bounded width), and Sugiyama, Tagawa, Toda, "Methods for visual understanding of hierarchical
system structures", 1981 (sweeps by the midst of the neighbours).
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

Link = tuple[str, str]
SWEEPS = 6


def layers_of(names: Sequence[str], links: Sequence[Link], *, most: int) -> list[list[str]]:
    """Layers, the first cause on top, at most so many in one; a circle is cut where it is met.

    >>> layers_of(["a", "b", "c"], [("a", "c"), ("b", "c")], most=3)
    [['a', 'b'], ['c']]
    """
    causes = {
        name: {one for one, other in links if other == name and one != name} for name in names
    }
    depth: dict[str, int] = {}
    filled: list[list[str]] = []
    rest = list(names)
    while rest:
        ready = [name for name in rest if causes[name] <= depth.keys()] or rest[:1]
        name = min(ready, key=lambda one: (_below(one, causes, depth), names.index(one)))
        level = _below(name, causes, depth)
        while level < len(filled) and len(filled[level]) >= most:
            level += 1
        if level == len(filled):
            filled.append([])
        filled[level].append(name)
        depth[name] = level
        rest.remove(name)
    return filled


def with_passages(
    layers: Sequence[Sequence[str]], links: Sequence[Link]
) -> tuple[list[list[str]], dict[Link, list[str]]]:
    """Layers in which each long link has a passage through every layer between its ends.

    Returns:
        The layers, untangled, and for each link that leads down the names on its way, ends
        included; a passage bears a name that nothing else does.
    """
    level = {name: place for place, row in enumerate(layers) for name in row}
    rows = [list(row) for row in layers]
    ways: dict[Link, list[str]] = {}
    for number, (one, other) in enumerate(links):
        if level[one] >= level[other]:
            continue
        between = [f"\0{number}.{place}" for place in range(level[one] + 1, level[other])]
        for place, name in enumerate(between, level[one] + 1):
            rows[place].append(name)
        ways[one, other] = [one, *between, other]
    steps = [step for way in ways.values() for step in pairwise(way)]
    return _untangled(rows, steps), ways


def _below(name: str, causes: Mapping[str, set[str]], depth: Mapping[str, int]) -> int:
    return max((depth[one] + 1 for one in causes[name] if one in depth), default=0)


def _untangled(layers: list[list[str]], links: Sequence[Link]) -> list[list[str]]:
    """Layers in the order, of those that sweeps up and down give, with the fewest crossings."""
    best = layers
    for sweep in range(SWEEPS):
        places = {name: place / len(row) for row in layers for place, name in enumerate(row)}
        down = sweep % 2 == 0
        layers = [
            sorted(row, key=lambda name: (_midst(name, links, places, down=down), places[name]))
            for row in layers
        ]
        if crossings(layers, links) < crossings(best, links):
            best = layers
    return best


def _midst(name: str, links: Sequence[Link], places: Mapping[str, float], *, down: bool) -> float:
    near = [
        places[one if down else other] for one, other in links if (other if down else one) == name
    ]
    return sum(near) / len(near) if near else places[name]


def crossings(layers: Sequence[Sequence[str]], links: Sequence[Link]) -> int:
    """How many pairs of links cross, by the order of their ends."""
    place = {
        name: (level, spot) for level, row in enumerate(layers) for spot, name in enumerate(row)
    }
    drawn = [(place[one], place[other]) for one, other in links if one in place and other in place]
    return sum(
        one[0][0] == other[0][0]
        and one[1][0] == other[1][0]
        and (one[0][1] - other[0][1]) * (one[1][1] - other[1][1]) < 0
        for number, one in enumerate(drawn)
        for other in drawn[:number]
    )
