"""Circles in a graph of causes: found and shown; a person decides where to cut them."""

from collections.abc import Iterable

from watchword.model.scenario import Arrow


def find_cycles(arrows: Iterable[Arrow]) -> tuple[tuple[str, ...], ...]:
    """One circle for each tangle of nodes that lead back to themselves.

    Work grows with the number of arrows: each is walked once to find the tangles, and those of a
    tangle once more to find its shortest circle from its first node.

    Returns:
        The circles, each as the ids on it in the order of the arrows, the first not repeated.
    """
    leads: dict[str, list[str]] = {}
    for arrow in arrows:
        if arrow.left_out is None:
            leads.setdefault(arrow.cause, []).append(arrow.effect)
            leads.setdefault(arrow.effect, [])
    return tuple(_circle(tangle, leads) for tangle in _Tangles(leads).find())


class _Tangles:
    """Strongly connected parts (Tarjan, "Depth-first search and linear graph algorithms", 1972)."""

    def __init__(self, leads: dict[str, list[str]]) -> None:
        self._leads = leads
        self._number: dict[str, int] = {}
        self._lowest: dict[str, int] = {}
        self._stack: list[str] = []
        self._open: set[str] = set()
        self._found: list[tuple[str, ...]] = []

    def find(self) -> list[tuple[str, ...]]:
        for node in self._leads:
            if node not in self._number:
                self._walk(node)
        return self._found

    def _walk(self, start: str) -> None:
        """Walk in depth without recursion, so that a long chain is no trouble."""
        self._enter(start)
        path = [(start, iter(self._leads[start]))]
        while path:
            node, ahead = path[-1]
            follower = next(ahead, None)
            if follower is None:
                path.pop()
                self._leave(node, path[-1][0] if path else None)
            elif follower not in self._number:
                self._enter(follower)
                path.append((follower, iter(self._leads[follower])))
            elif follower in self._open:
                self._lowest[node] = min(self._lowest[node], self._number[follower])

    def _enter(self, node: str) -> None:
        self._number[node] = self._lowest[node] = len(self._number)
        self._stack.append(node)
        self._open.add(node)

    def _leave(self, node: str, before: str | None) -> None:
        if before is not None:
            self._lowest[before] = min(self._lowest[before], self._lowest[node])
        if self._lowest[node] != self._number[node]:
            return
        tangle: list[str] = []
        while not tangle or tangle[-1] != node:
            tangle.append(self._stack.pop())
            self._open.discard(tangle[-1])
        if len(tangle) > 1 or node in self._leads[node]:
            self._found.append(tuple(reversed(tangle)))


def _circle(tangle: tuple[str, ...], leads: dict[str, list[str]]) -> tuple[str, ...]:
    """The shortest circle through the first node of a tangle."""
    inside, first = set(tangle), tangle[0]
    came_from: dict[str, str] = {}
    ahead = [first]
    for node in ahead:
        for follower in leads[node]:
            if follower == first:
                return _way_back(node, first, came_from)
            if follower in inside and follower not in came_from:
                came_from[follower] = node
                ahead.append(follower)
    raise AssertionError("a tangle leads back to each of its nodes")  # pragma: no cover


def _way_back(node: str, first: str, came_from: dict[str, str]) -> tuple[str, ...]:
    way = [node]
    while way[-1] != first:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))
