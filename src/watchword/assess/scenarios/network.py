"""A scenario as a network that is computed with, and answers to what is asked of it.

Invariant: the same scenario gives the same numbers: one thread, and what comes out is rounded to
twelve digits, since the library sums in an order that changes from run to run.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from watchword.assess.scenarios.completing import FullTable, each_full_table
from watchword.assess.scenarios.entangling import find_order
from watchword.assess.scenarios.library import load_pyagrum
from watchword.errors import InvalidScenarioError
from watchword.model.scenario import Evidence, Node, Scenario

Weights = Mapping[str, tuple[float, ...]]
"""By node, what is seen of it: a weight for each of its states, relative to one another."""
_DIGITS = 12
MOST_AT_ONCE = 1 << 22
"""Cells of the largest table on the way to an answer: 32 MB."""


class Network:
    """What a scenario's tables say together.

    Args:
        scenario: the scenario, checked, with every number in place.
        done: state of each node that is brought about, whatever its causes.

    Raises:
        MissingExtraError: if the library is not installed.
        InvalidScenarioError: if the graph is too entangled.
    """

    def __init__(self, scenario: Scenario, done: Mapping[str, str] | None = None) -> None:
        self._library = load_pyagrum()
        self._done = dict(done or {})
        self.nodes: Mapping[str, Node] = {node.id: node for node in scenario.nodes}
        self._net: Any = self._library.BayesNet()
        for node in scenario.nodes:
            states = list(node.states)
            self._net.add(self._library.LabelizedVariable(node.id, node.id, states))
        tables = tuple(each_full_table(scenario))
        for table in tables:
            for cause in self._causes(table):
                self._net.addArc(cause, table.node.id)
        for table in tables:
            self._put(table)
        self._families = {each.node.id: (each.node.id, *self._causes(each)) for each in tables}
        sizes = {node.id: len(node.states) for node in scenario.nodes}
        self.order, largest = find_order(self._families.values(), sizes)
        if largest > MOST_AT_ONCE:
            mend = "leave arrows out, or bundle causes in nodes between"
            told = "its nodes are too entangled to be computed"
            raise InvalidScenarioError(told, key=scenario.title, mend=mend)

    def _causes(self, table: FullTable) -> tuple[str, ...]:
        return () if table.node.id in self._done else table.causes

    def _put(self, table: FullTable) -> None:
        """Set the table of a node; one that is brought about keeps its state."""
        name = table.node.id
        cells = self._net.cpt(name)
        if name in self._done:
            cells.fillWith([float(state == self._done[name]) for state in table.node.states])
            return
        # The library lets the first variable, which is the node itself, turn fastest, and its
        # last cause slowest.
        order = [name, *reversed(table.causes)]
        flat = [value for row in table.rows for value in row]
        filled = self._library.Tensor()
        for each in order:
            filled.add(self._net.variable(each))
        filled.fillWith(flat)
        cells.fillWith(filled)

    def beliefs(
        self, weights: Weights, targets: Sequence[str] = ()
    ) -> dict[str, tuple[float, ...]]:
        """Probability of each state of the targets, or of all nodes, under what is seen.

        Raises:
            InvalidScenarioError: if what is seen cannot be so together.
        """
        asked = tuple(targets) or tuple(self.nodes)
        engine = self._engine(weights)
        try:
            if targets:
                engine.setTargets(set(targets))
            engine.makeInference()
            return {name: _rounded(engine.posterior(name).tolist()) for name in asked}
        except self._library.IncompatibleEvidence as error:
            raise _impossible(weights) from error

    def chance_of(self, weights: Weights) -> float:
        """Probability of what is seen, soft evidence weighed in.

        Raises:
            InvalidScenarioError: if what is seen cannot be so together.
        """
        if not weights:
            return 1.0
        # The library tells some impossible evidence by an error, and some by a probability of 0.
        chance = 0.0
        with suppress(self._library.IncompatibleEvidence):
            chance = float(self._engine(weights).evidenceProbability())
        if not chance > 0:
            raise _impossible(weights)
        return chance

    def families(self, weights: Weights) -> dict[str, tuple[tuple[float, ...], ...]]:
        """For each node, the probability of each line and state of its table under what is seen.

        Raises:
            InvalidScenarioError: if what is seen cannot be so together.
        """
        engine = self._engine(weights)
        try:
            for family in self._families.values():
                engine.addJointTarget(set(family))
            engine.makeInference()
            return {name: self._lines(name, engine) for name in self._families}
        except self._library.IncompatibleEvidence as error:
            raise _impossible(weights) from error

    def factors(self, weights: Weights) -> list[Any]:
        """The tables and the weights of what is seen, whose product is the joint probability."""
        tables = [self._net.cpt(name) for name in self.nodes]
        seen = []
        for name, each in weights.items():
            tensor = self._library.Tensor().add(self._net.variable(name))
            seen.append(tensor.fillWith(list(each)))
        return [*tables, *seen]

    def _lines(self, name: str, engine: Any) -> tuple[tuple[float, ...], ...]:  # noqa: ANN401
        """The joint probability of a node and its causes, as the lines of its table."""
        family = self._families[name]
        if len(family) == 1:
            return (_rounded(engine.posterior(name).tolist()),)
        joint = engine.jointPosterior(set(family)).reorganize([name, *reversed(family[1:])])
        flat = joint.toarray().ravel().tolist()
        size = len(self.nodes[name].states)
        return tuple(_rounded(flat[at : at + size]) for at in range(0, len(flat), size))

    def _engine(self, weights: Weights) -> Any:  # noqa: ANN401 - the library has no types
        engine = self._library.LazyPropagation(self._net)
        engine.setNumberOfThreads(1)
        engine.setEvidence({name: list(each) for name, each in weights.items()})
        return engine


def weights_of(
    evidence: Sequence[Evidence], nodes: Mapping[str, Node], observed: Mapping[str, str]
) -> dict[str, tuple[float, ...]]:
    """What is seen, by node: pieces of evidence on one node weigh together.

    Args:
        evidence: the pieces.
        nodes: the nodes by id.
        observed: state of each node that is supposed to be seen.

    Raises:
        InvalidScenarioError: if the pieces on one node exclude each other.
    """
    weights: dict[str, tuple[float, ...]] = {}
    certain = [(name, state, None) for name, state in observed.items()]
    for name, state, ratio in [*((e.node, e.state, e.ratio) for e in evidence), *certain]:
        states = nodes[name].states
        before = weights.get(name, (1.0,) * len(states))
        other, itself = (0.0, 1.0) if ratio is None else (1.0, ratio)
        weights[name] = tuple(
            weight * (itself if each == state else other)
            for each, weight in zip(states, before, strict=True)
        )
        if not any(weights[name]):
            raise _impossible([name])
    # Scaled, so that many pieces on one node neither vanish nor run over.
    return {name: tuple(w / max(each) for w in each) for name, each in weights.items()}


def _rounded(chances: Sequence[float]) -> tuple[float, ...]:
    """Probabilities without the digits that the library's own order of work decides."""
    return tuple(round(chance, _DIGITS) for chance in chances)


def _impossible(names: Sequence[str] | Weights) -> InvalidScenarioError:
    mend = "a certain state excludes the others: weigh it with a ratio, or change a 0 or 1"
    told = "what is seen of these nodes cannot be so together"
    return InvalidScenarioError(told, key=", ".join(names), mend=mend)
