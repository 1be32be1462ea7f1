"""The whole table of each node, from what was given: what is missing is filled by a named rule.

Noisy-OR with a leak (Pearl, "Probabilistic Reasoning in Intelligent Systems", 1988, 4.3.2;
Henrion, "Some practical issues in constructing belief networks", 1989): each cause that is at work
brings the effect about with its weight, independently of the others, and the leak stands for what
is not in the graph. Noisy-AND is its mirror: each cause that is not at work keeps the effect away
with its weight. A cause that prevents keeps it away with its weight where it is at work, under
either gate.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import prod

from watchword.assess.scenarios.chances import EVEN, LEAK, middle_of
from watchword.model.scenario import Arrow, Chance, Gate, Ground, Node, Row, Scenario
from watchword.text.estimative import band_of

ARROW_UNTOLD = "nobody tells how likely: even"
ARROW_CONTESTED = "sources differ on how likely: even until a person chooses"
LEAK_UNTOLD = "nothing in the graph is at work: almost no chance"
CHANCE_UNTOLD = "nobody tells how likely: even"


@dataclass(frozen=True, slots=True, kw_only=True)
class FullTable:
    """A node with its whole table.

    Attributes:
        node: the node.
        causes: ids of its causes, each once.
        rows: for each way its causes may stand, the last cause turning fastest, the probability of
            each of its states.
        grounds: for each of those, where it comes from.
    """

    node: Node
    causes: tuple[str, ...]
    rows: tuple[tuple[float, ...], ...]
    grounds: tuple[Ground, ...]


def with_defaults(scenario: Scenario) -> Scenario:
    """A scenario in which every number that is used stands, those that nobody gave marked."""
    full = {node.id for node in scenario.nodes if is_table_full(node, scenario)}
    nodes = tuple(_node_with_default(node, scenario, full) for node in scenario.nodes)
    arrows = tuple(
        arrow if arrow.effect in full else replace(arrow, weight=weight_of(arrow))
        for arrow in scenario.arrows
    )
    return replace(scenario, nodes=nodes, arrows=arrows)


def weight_of(arrow: Arrow) -> Chance:
    """The weight of an arrow: as given, else as every source that tells a degree tells it.

    Sources that differ are not averaged.
    """
    if arrow.weight is not None:
        return arrow.weight
    terms = {each.likelihood: band_of(each.likelihood) for each in arrow.claimed if each.likelihood}
    bands = {band.low: band for band in terms.values() if band is not None}
    if len(bands) == 1:
        (band,) = bands.values()
        return Chance(
            value=middle_of(band),
            ground=Ground.CLAIM,
            words=band.terms[0],
            claims=tuple(each.claim for each in arrow.claimed if each.likelihood),
        )
    rule = ARROW_CONTESTED if bands else ARROW_UNTOLD
    return Chance(value=EVEN, ground=Ground.DEFAULT, by=rule)


def causes_of(node: Node, scenario: Scenario) -> tuple[str, ...]:
    """Ids of a node's causes, each once, in the order of its arrows."""
    return tuple(dict.fromkeys(arrow.cause for arrow in scenario.causes(node.id)))


def is_table_full(node: Node, scenario: Scenario) -> bool:
    """Whether a node's table has a line for each way its causes may stand."""
    states = _states(scenario)
    ways = prod(len(states[cause]) for cause in causes_of(node, scenario))
    return len({row.given for row in node.table}) == ways


def full_table(name: str, scenario: Scenario) -> FullTable:
    """The whole table of a node of a scenario in which every number stands."""
    return next(each_full_table(scenario, only=name))


def each_full_table(scenario: Scenario, only: str | None = None) -> Iterator[FullTable]:
    """The whole tables of a scenario in which every number stands, in the order of its nodes.

    Args:
        scenario: the scenario, as `with_defaults` gives it.
        only: id of the one node that is asked about; every one where None.
    """
    states = _states(scenario)
    for node in scenario.nodes:
        if only is None or node.id == only:
            yield _full_table(node, scenario.causes(node.id), states)


def _full_table(
    node: Node, arrows: Sequence[Arrow], states: Mapping[str, tuple[str, ...]]
) -> FullTable:
    causes = tuple(dict.fromkeys(arrow.cause for arrow in arrows))
    given = {row.given: row.chances for row in node.table}
    rows, grounds = [], []
    for stand in product(*(states[cause] for cause in causes)):
        chances = given.get(stand)
        if chances is None:
            rows.append(_by_gate(node, arrows, dict(zip(causes, stand, strict=True)), states))
            grounds.append(Ground.RULE if arrows else _ground(node))
        else:
            rows.append(tuple(chance.value for chance in chances))
            grounds.append(chances[-1].ground)
    return FullTable(node=node, causes=causes, rows=tuple(rows), grounds=tuple(grounds))


def _by_gate(
    node: Node,
    arrows: Sequence[Arrow],
    stand: Mapping[str, str],
    states: Mapping[str, tuple[str, ...]],
) -> tuple[float, ...]:
    """The probabilities of no and yes where the causes stand so."""
    chance = node.chance.value if node.chance else EVEN
    away, missing, prevented = 1.0, 1.0, 1.0
    for arrow in arrows:
        rest = 1 - (arrow.weight.value if arrow.weight else EVEN)
        is_at_work = stand[arrow.cause] == (arrow.when or states[arrow.cause][-1])
        if arrow.prevents:
            prevented *= rest if is_at_work else 1
        elif is_at_work:
            away *= rest
        else:
            missing *= rest
    if node.gate is Gate.AND:
        yes = chance * missing * prevented
    else:
        yes = (1 - (1 - chance) * away) * prevented
    return 1 - yes, yes


def _node_with_default(node: Node, scenario: Scenario, full: set[str]) -> Node:
    if node.id in full or node.chance is not None:
        return node
    causes = scenario.causes(node.id)
    if len(node.states) > 2:
        share = Chance(value=1 / len(node.states), ground=Ground.DEFAULT, by=CHANCE_UNTOLD)
        return replace(node, table=(Row(given=(), chances=(share,) * len(node.states)),))
    is_leak = node.gate is Gate.OR and any(not arrow.prevents for arrow in causes)
    value, rule = (LEAK, LEAK_UNTOLD) if is_leak else (EVEN, CHANCE_UNTOLD)
    return replace(node, chance=Chance(value=value, ground=Ground.DEFAULT, by=rule))


def _ground(node: Node) -> Ground:
    return node.chance.ground if node.chance else Ground.DEFAULT


def _states(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    return {node.id: node.states for node in scenario.nodes}
