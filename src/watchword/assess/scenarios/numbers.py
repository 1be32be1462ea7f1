"""Every number of a scenario by name, and the scenario with one of them changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from watchword.assess.scenarios.chances import bounds_of
from watchword.assess.scenarios.completing import causes_of, is_table_full
from watchword.model.scenario import Arrow, Chance, Gate, Node, Row, Scenario

STEP = 0.10
"""How far a number is varied that was not given in words: ten points either way."""
_SURE = 0.01
"""How near to certain a number is varied at most: certainty would decide and not move."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number of a scenario.

    Attributes:
        name: which it is, in words.
        chance: the number.
        node: id of the node whose table it makes.
        put: the scenario with another value in its place.
    """

    name: str
    chance: Chance
    node: str
    put: Callable[[float], Scenario]

    @property
    def bounds(self) -> tuple[float, float]:
        """What it is varied between: its band where it was given in words, else ten points."""
        told = bounds_of(self.chance.words) if self.chance.words else None
        if told is not None:
            return told
        value = self.chance.value
        low, high = min(value, _SURE), max(value, 1 - _SURE)
        return max(low, value - STEP), min(high, value + STEP)


def each_number(scenario: Scenario) -> Iterator[Number]:
    """Each number that is used, of a scenario in which every number stands."""
    for at, node in enumerate(scenario.nodes):
        yield from _each_of_table(at, node, scenario)
        if is_table_full(node, scenario):
            continue
        if node.chance is not None:
            yield _of_chance(at, node, node.chance, scenario)
        for place, arrow in enumerate(scenario.arrows):
            if arrow.effect == node.id and arrow.left_out is None and arrow.weight is not None:
                yield _of_arrow(place, arrow, arrow.weight, scenario)


def _each_of_table(at: int, node: Node, scenario: Scenario) -> Iterator[Number]:
    causes = causes_of(node, scenario)
    for line, row in enumerate(node.table):
        stand = ", ".join(f"{c}={s}" for c, s in zip(causes, row.given, strict=True))
        # Of two states, one number tells the other.
        for state in range(len(node.states) - 1 if len(node.states) == 2 else 0, len(node.states)):
            name = f"{node.id}={node.states[state]}" + (f" given {stand}" if stand else "")
            yield Number(
                name=name,
                chance=row.chances[state],
                node=node.id,
                put=_row_putter(scenario, at, line, state),
            )


def _of_chance(at: int, node: Node, chance: Chance, scenario: Scenario) -> Number:
    arrows = scenario.causes(node.id)
    at_work = {Gate.OR: " with no cause at work", Gate.AND: " with every cause at work"}

    def put(value: float) -> Scenario:
        changed = replace(node, chance=replace(chance, value=value))
        return _with_node(scenario, at, changed)

    name = f"{node.id}={node.states[-1]}" + (at_work[node.gate] if arrows else "")
    return Number(name=name, chance=chance, node=node.id, put=put)


def _of_arrow(place: int, arrow: Arrow, weight: Chance, scenario: Scenario) -> Number:
    def put(value: float) -> Scenario:
        changed = replace(arrow, weight=replace(weight, value=value))
        arrows = (*scenario.arrows[:place], changed, *scenario.arrows[place + 1 :])
        return replace(scenario, arrows=arrows)

    verb = "prevents" if arrow.prevents else "brings about"
    when = f"={arrow.when}" if arrow.when else ""
    name = f"{arrow.cause}{when} {verb} {arrow.effect}"
    return Number(name=name, chance=weight, node=arrow.effect, put=put)


def _row_putter(scenario: Scenario, at: int, line: int, state: int) -> Callable[[float], Scenario]:
    node = scenario.nodes[at]

    def put(value: float) -> Scenario:
        row = _moved(node.table[line], state, value)
        table = (*node.table[:line], row, *node.table[line + 1 :])
        return _with_node(scenario, at, replace(node, table=table))

    return put


def _moved(row: Row, state: int, value: float) -> Row:
    """A line with one probability changed, the others keeping their proportion."""
    left = 1 - row.chances[state].value
    others = len(row.chances) - 1
    chances = tuple(
        replace(
            chance,
            value=value
            if at == state
            else (chance.value / left if left else 1 / others) * (1 - value),
        )
        for at, chance in enumerate(row.chances)
    )
    return replace(row, chances=chances)


def _with_node(scenario: Scenario, at: int, node: Node) -> Scenario:
    return replace(scenario, nodes=(*scenario.nodes[:at], node, *scenario.nodes[at + 1 :]))
