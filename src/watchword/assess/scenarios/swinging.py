"""How sensitive an answer is to each number of a scenario, one number at a time.

A posterior is a ratio of two functions that are linear in each number (Castillo, Gutierrez and
Hadi, 1997; Laskey, 1995), so two answers give it for every number at once: how likely each line of
each table is, given what is seen, and given that and the target. Only where a number that was 0 or
1 moves is the network computed anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from watchword.assess.scenarios.completing import full_table
from watchword.assess.scenarios.network import Network, Weights, weights_of
from watchword.assess.scenarios.numbers import Number, each_number
from watchword.model.outlook import Swing
from watchword.model.scenario import Evidence, Scenario

RATIO_STEP = 2.0
"""By how much a ratio is varied: half of it, and twice it."""
_LEAST = 1e-6
"""A swing below this is none: it is what rounding leaves."""

Lines = tuple[tuple[float, ...], ...]


class Swinging:
    """The target of one network under what is seen, and how it moves.

    Args:
        scenario: the scenario, checked, with every number in place.
        network: its network.
        seen: what is seen.
        done: state of each node that is brought about.
        target: the node and the state that are asked about.
    """

    def __init__(
        self,
        scenario: Scenario,
        network: Network,
        seen: Weights,
        done: Mapping[str, str],
        target: tuple[str, str],
    ) -> None:
        self._scenario = scenario
        self._network = network
        self._seen = seen
        self._done = done
        self._node, self._state = target
        states = network.nodes[self._node].states
        self._at = states.index(self._state)
        self._now = network.beliefs(seen, [self._node])[self._node][self._at]
        certain = tuple(float(each == self._state) for each in states)
        self._lines = network.families(seen)
        self._lines_if = network.families({**seen, self._node: certain}) if self._now > 0 else {}

    def find(self) -> tuple[Swing, ...]:
        """How far the target moves with each number, the most first."""
        swings = [self._swing(each) for each in self._each_number()]
        found = [each for each in swings if each.width > _LEAST]
        return tuple(sorted(found, key=lambda each: (-round(each.width, 9), each.number)))

    def _each_number(self) -> Iterator[Number]:
        for number in each_number(self._scenario):
            if number.node not in self._done:
                yield number

    def _swing(self, number: Number) -> Swing:
        low, high = number.bounds
        return Swing(
            number=number.name,
            ground=number.chance.ground,
            value=number.chance.value,
            low=low,
            high=high,
            target_low=self._target_at(number, low),
            target_high=self._target_at(number, high),
        )

    def _target_at(self, number: Number, value: float) -> float:
        """The target's probability where a number has another value."""
        before = full_table(number.node, self._scenario).rows
        after = full_table(number.node, number.put(value)).rows
        if not self._lines_if or _is_raised_from_nothing(before, after):
            return self._computed(number.put(value))
        seen = _scaled(self._lines[number.node], before, after)
        with_target = _scaled(self._lines_if[number.node], before, after)
        return min(1.0, self._now * with_target / seen) if seen > 0 else self._now

    def _computed(self, scenario: Scenario) -> float:
        network = Network(scenario, self._done)
        return network.beliefs(self._seen, [self._node])[self._node][self._at]


def swings_of_evidence(
    evidence: Sequence[Evidence],
    network: Network,
    observed: Mapping[str, str],
    target: tuple[str, str],
) -> tuple[Swing, ...]:
    """How far the target moves where a piece of evidence weighs half as much, and twice."""
    node, state = target
    at = network.nodes[node].states.index(state)
    found = []
    for place, piece in enumerate(evidence):
        if piece.ratio is None:
            continue
        ends = (piece.ratio / RATIO_STEP, piece.ratio * RATIO_STEP)
        chances = []
        for end in ends:
            others = [*evidence[:place], replace(piece, ratio=end), *evidence[place + 1 :]]
            weights = weights_of(others, network.nodes, observed)
            chances.append(network.beliefs(weights, [node])[node][at])
        found.append(
            Swing(
                number=f"ratio of evidence {place + 1}, {piece.node}={piece.state}",
                ground=piece.ground,
                value=piece.ratio,
                low=ends[0],
                high=ends[1],
                target_low=chances[0],
                target_high=chances[1],
            )
        )
    return tuple(each for each in found if each.width > _LEAST)


def _scaled(lines: Lines, before: Lines, after: Lines) -> float:
    """How likely what is seen becomes, against how likely it was, with another table."""
    return sum(
        chance * new / old
        for line, olds, news in zip(lines, before, after, strict=True)
        for chance, old, new in zip(line, olds, news, strict=True)
        if old > 0
    )


def _is_raised_from_nothing(before: Lines, after: Lines) -> bool:
    return any(
        old == 0 < new
        for olds, news in zip(before, after, strict=True)
        for old, new in zip(olds, news, strict=True)
    )
