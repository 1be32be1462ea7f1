"""In which order nodes are summed away, and how large the tables get on the way.

The greedy rule of the smallest next table (Koller and Friedman, "Probabilistic Graphical Models",
2009, 9.4.3.2). A person's graph stays small; one from elsewhere may be made to fill the memory.
"""

from collections.abc import Iterable, Mapping
from math import prod


def find_order(
    families: Iterable[Iterable[str]], sizes: Mapping[str, int]
) -> tuple[tuple[str, ...], int]:
    """The order, and the cells of the largest table on the way.

    Args:
        families: nodes that stand in one table, for each table.
        sizes: states of each node, in the order in which ties are settled.
    """
    near: dict[str, set[str]] = {name: {name} for name in sizes}
    for family in families:
        members = tuple(family)
        for name in members:
            near[name].update(members)
    rank = {name: at for at, name in enumerate(sizes)}
    cells = {name: _cells(near[name], sizes) for name in near}
    order, largest = [], 0
    while cells:
        name = min(cells, key=lambda each: (cells[each], rank[each]))
        largest = max(largest, cells.pop(name))
        order.append(name)
        around = near.pop(name) - {name}
        for each in around:
            near[each] = (near[each] | around) - {name}
            cells[each] = _cells(near[each], sizes)
    return tuple(order), largest


def _cells(names: Iterable[str], sizes: Mapping[str, int]) -> int:
    return prod(sizes[name] for name in names)
