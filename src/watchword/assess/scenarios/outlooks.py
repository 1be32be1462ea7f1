"""What a scenario says: beliefs, what moved them, what would move them most."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log2

from watchword.assess.scenarios.checking import check_scenario, check_state
from watchword.assess.scenarios.completing import with_defaults
from watchword.assess.scenarios.explaining import explain
from watchword.assess.scenarios.network import Network, Weights, weights_of
from watchword.assess.scenarios.numbers import each_number
from watchword.assess.scenarios.swinging import Swinging, swings_of_evidence
from watchword.errors import InvalidScenarioError
from watchword.model.outlook import Belief, Focus, Move, Outlook, Worth
from watchword.model.scenario import Evidence, Ground, Node, Scenario

_MOVED = 1e-9
_TELLING = 1e-9
"""Bits below which a node tells nothing: what rounding leaves."""
MADE_BY = "watchword-scenarios/1"
"""Name and version of the rules by which scenarios are drawn, completed and computed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposed:
    """What is supposed beside what is known.

    Attributes:
        observed: state of each node that is supposed to be seen: it tells of its causes too.
        done: state of each node that is supposed to be brought about from outside: it tells
            nothing of its causes.
    """

    observed: Mapping[str, str] = field(default_factory=dict)
    done: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """One target under one set of evidence.

    Attributes:
        network: what is computed with.
        evidence: the pieces that count.
        observed: what is supposed to be seen.
        node: id of the target.
        state: the state that is asked about.
    """

    network: Network
    evidence: tuple[Evidence, ...]
    observed: Mapping[str, str]
    node: str
    state: str

    def chance(self, evidence: Sequence[Evidence]) -> float:
        """Probability of the target under some evidence."""
        nodes = self.network.nodes
        weights = weights_of(evidence, nodes, self.observed)
        at = nodes[self.node].states.index(self.state)
        return self.network.beliefs(weights, [self.node])[self.node][at]


def look_ahead(
    scenario: Scenario, supposed: Supposed | None = None, target: tuple[str, str] | None = None
) -> Outlook:
    """Compute a scenario.

    Args:
        scenario: the scenario.
        supposed: what is supposed beside its evidence.
        target: the node and the state that are asked about, None where none are.

    Raises:
        InvalidScenarioError: if it cannot be computed as it stands, or there is no such state.
        MissingExtraError: if pyAgrum is not installed.
    """
    supposed = supposed or Supposed()
    check_scenario(scenario)
    for name, state in (*supposed.observed.items(), *supposed.done.items(), *_one(target)):
        check_state(name, state, scenario)
    _refuse_both(supposed)
    whole = with_defaults(scenario)
    plain, network = Network(whole), Network(whole, supposed.done)
    counted = tuple(each for each in whole.evidence if each.node not in supposed.done)
    weights = weights_of(counted, network.nodes, supposed.observed)
    seen = network.chance_of(weights)
    before, now = plain.beliefs({}), network.beliefs(weights)
    states, weight = explain(network, weights)
    grounds = _grounds(whole)
    question = target and _Question(
        network=network,
        evidence=counted,
        observed=supposed.observed,
        node=target[0],
        state=target[1],
    )
    return Outlook(
        beliefs=tuple(
            _belief(node, before[node.id], now[node.id], grounds[node.id]) for node in whole.nodes
        ),
        explanation=tuple(zip(network.nodes, states, strict=True)),
        explanation_chance=weight / seen,
        evidence_chance=network.chance_of(_certain(weights)),
        observed=tuple(supposed.observed.items()),
        done=tuple(supposed.done.items()),
        set_aside=tuple(each for each in whole.evidence if each.node in supposed.done),
        focus=_focus(question, whole, supposed, now) if question else None,
        made_by=MADE_BY,
    )


def _belief(
    node: Node, before: tuple[float, ...], now: tuple[float, ...], grounds: Sequence[Ground]
) -> Belief:
    return Belief(
        node=node.id,
        states=node.states,
        before=before,
        now=now,
        numbers=len(grounds),
        untold=sum(ground is Ground.DEFAULT for ground in grounds),
        is_moved=any(abs(a - b) > _MOVED for a, b in zip(before, now, strict=True)),
    )


def _grounds(scenario: Scenario) -> dict[str, tuple[Ground, ...]]:
    """Where the numbers of each node, and of all that leads to it, come from."""
    own: dict[str, list[Ground]] = {node.id: [] for node in scenario.nodes}
    for number in each_number(scenario):
        own[number.node].append(number.chance.ground)
    direct: dict[str, set[str]] = {name: set() for name in own}
    for arrow in scenario.arrows:
        if arrow.left_out is None:
            direct[arrow.effect].add(arrow.cause)
    found = {}
    for name in own:
        reached, ahead = {name}, [name]
        while ahead:
            causes = direct[ahead.pop()] - reached
            reached |= causes
            ahead += sorted(causes)
        found[name] = tuple(ground for each in sorted(reached) for ground in own[each])
    return found


def _focus(
    question: _Question,
    scenario: Scenario,
    supposed: Supposed,
    now: Mapping[str, tuple[float, ...]],
) -> Focus:
    network, target = question.network, (question.node, question.state)
    weights = weights_of(question.evidence, network.nodes, supposed.observed)
    swings = (
        *Swinging(scenario, network, weights, supposed.done, target).find(),
        *swings_of_evidence(question.evidence, network, supposed.observed, target),
    )
    at = network.nodes[question.node].states.index(question.state)
    return Focus(
        node=question.node,
        state=question.state,
        probability=now[question.node][at],
        moves=_moves(question),
        worths=_worths(question, supposed, weights, now),
        swings=tuple(sorted(swings, key=lambda each: (-round(each.width, 9), each.number))),
    )


def _moves(question: _Question) -> tuple[Move, ...]:
    pieces = question.evidence
    chances = [question.chance(pieces[:at]) for at in range(len(pieces) + 1)]
    return tuple(
        Move(
            evidence=piece,
            before=chances[at],
            after=chances[at + 1],
            without=question.chance((*pieces[:at], *pieces[at + 1 :])),
        )
        for at, piece in enumerate(pieces)
    )


def _worths(
    question: _Question,
    supposed: Supposed,
    weights: Weights,
    now: Mapping[str, tuple[float, ...]],
) -> tuple[Worth, ...]:
    """What knowing each open node would be worth: one answer for each state of the target."""
    network, node = question.network, question.node
    chances = now[node]
    states = network.nodes[node].states
    given: dict[int, Mapping[str, tuple[float, ...]]] = {}
    for at, chance in enumerate(chances):
        if chance > 0:
            certain = tuple(float(at == each) for each in range(len(states)))
            given[at] = network.beliefs({**weights, node: certain})
    asked = states.index(question.state)
    worths = [
        _worth(network, name, now, {at: each[name] for at, each in given.items()}, (node, asked))
        for name in network.nodes
        if name != node and name not in supposed.done and max(now[name]) < 1 - 1e-12
    ]
    telling = (each for each in worths if each.information > _TELLING)
    return tuple(sorted(telling, key=lambda each: (-round(each.information, 9), each.node)))


def _worth(
    network: Network,
    name: str,
    now: Mapping[str, tuple[float, ...]],
    given: Mapping[int, tuple[float, ...]],
    target: tuple[str, int],
) -> Worth:
    """What knowing one node would be worth, by Bayes' rule from the target's states."""
    node, asked = target
    chances, wanted = now[name], now[node]
    information, target_if = 0.0, []
    for state, chance in enumerate(chances):
        joint = {at: wanted[at] * each[state] for at, each in given.items()}
        target_if.append(joint.get(asked, 0.0) / chance if chance > 0 else wanted[asked])
        information += sum(
            each * log2(each / (chance * wanted[at])) for at, each in joint.items() if each > 0
        )
    change = sum(
        chance * abs(if_state - wanted[asked])
        for chance, if_state in zip(chances, target_if, strict=True)
    )
    return Worth(
        node=name,
        states=network.nodes[name].states,
        chances=chances,
        information=max(0.0, information),
        change=change,
        target_if=tuple(target_if),
    )


def _certain(weights: Weights) -> dict[str, tuple[float, ...]]:
    return {
        name: tuple(float(weight > 0) for weight in each)
        for name, each in weights.items()
        if not all(each)
    }


def _one(target: tuple[str, str] | None) -> tuple[tuple[str, str], ...]:
    return (target,) if target else ()


def _refuse_both(supposed: Supposed) -> None:
    both = sorted(set(supposed.observed) & set(supposed.done))
    if both:
        told = "it is supposed to be seen and to be brought about: choose one"
        raise InvalidScenarioError(told, key=both[0])
