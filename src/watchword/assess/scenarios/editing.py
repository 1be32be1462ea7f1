"""Edits of a scenario: each gives the scenario as it is after it.

Invariant: a number that is set says who set it; what a source claims is never taken off an arrow
without the arrow.
"""

from collections.abc import Callable
from dataclasses import replace

from watchword.assess.scenarios.checking import check_state
from watchword.assess.scenarios.completing import causes_of
from watchword.errors import InvalidScenarioError
from watchword.model.scenario import (
    NO_YES,
    Arrow,
    Chance,
    Evidence,
    Gate,
    Node,
    Row,
    Scenario,
)


def add_node(scenario: Scenario, name: str, text: str) -> Scenario:
    """Add a state of affairs that is or is not so, or word one anew.

    Args:
        scenario: the scenario.
        name: its id.
        text: the state of affairs in words.
    """
    if scenario.node(name) is None:
        return replace(scenario, nodes=(*scenario.nodes, Node(id=name, text=text)))
    return _changed(scenario, name, lambda node: replace(node, text=text))


def remove_node(scenario: Scenario, name: str) -> Scenario:
    """Remove a node with its arrows and its evidence; tables that it was a cause of go too."""
    _find(scenario, name)
    effects = {arrow.effect for arrow in scenario.arrows if arrow.cause == name}
    return replace(
        _without_tables(scenario, effects),
        nodes=tuple(
            node if node.id not in effects else replace(node, table=())
            for node in scenario.nodes
            if node.id != name
        ),
        arrows=tuple(each for each in scenario.arrows if name not in {each.cause, each.effect}),
        evidence=tuple(each for each in scenario.evidence if each.node != name),
    )


def join_nodes(scenario: Scenario, kept: str, joined: str) -> Scenario:
    """Make two nodes one: its arrows and evidence are those of both, its words the first's.

    Arrows that become the same keep what is claimed of either; one that would lead from the node
    to itself goes. Tables of nodes whose causes change go too.

    Raises:
        InvalidScenarioError: if their states differ, or one is not there.
    """
    one, other = _find(scenario, kept), _find(scenario, joined)
    if one.id == other.id or one.states != other.states:
        raise InvalidScenarioError("they cannot be one node", key=f"{kept}:{joined}")
    arrows: dict[tuple[str, str, str | None, bool], Arrow] = {}
    touched = {kept}
    for arrow in scenario.arrows:
        moved = replace(
            arrow,
            cause=kept if arrow.cause == joined else arrow.cause,
            effect=kept if arrow.effect == joined else arrow.effect,
        )
        if moved.cause == moved.effect:
            continue
        if moved != arrow:
            touched.add(moved.effect)
        key = (moved.cause, moved.effect, moved.when, moved.prevents)
        arrows[key] = _both(arrows[key], moved) if key in arrows else moved
    evidence = (
        replace(each, node=kept) if each.node == joined else each for each in scenario.evidence
    )
    return replace(
        _without_tables(scenario, touched),
        nodes=tuple(
            replace(each, table=()) if each.id in touched else each
            for each in scenario.nodes
            if each.id != joined
        ),
        arrows=tuple(arrows.values()),
        evidence=tuple(evidence),
    )


def set_chance(scenario: Scenario, name: str, chance: Chance) -> Scenario:
    """Set the chance of a node that is or is not so: by itself, or with no cause at work."""
    return _changed(scenario, name, lambda node: replace(node, chance=chance))


def set_gate(scenario: Scenario, name: str, gate: Gate) -> Scenario:
    """Set how a node's causes work together."""
    return _changed(scenario, name, lambda node: replace(node, gate=gate))


def set_row(scenario: Scenario, name: str, given: dict[str, str], chance: Chance) -> Scenario:
    """Set a line of the table of a node that is or is not so.

    Args:
        scenario: the scenario.
        name: id of the node.
        given: the state of each of its causes.
        chance: of the last of its two states.

    Raises:
        InvalidScenarioError: if the causes are not those of the node.
    """
    node = _find(scenario, name)
    causes = causes_of(node, scenario)
    if set(given) != set(causes) or len(node.states) != len(NO_YES):
        mend = (
            f"its causes are {', '.join(causes) or 'none'}; for more than two states edit the file"
        )
        raise InvalidScenarioError("it does not fit the node", key=f"{name}|{given}", mend=mend)
    for cause, state in given.items():
        check_state(cause, state, scenario)
    rest = replace(chance, value=round(1 - chance.value, 12), words="", why="", claims=())
    row = Row(given=tuple(given[cause] for cause in causes), chances=(rest, chance))
    others = tuple(each for each in node.table if each.given != row.given)
    return _changed(scenario, name, lambda each: replace(each, table=(*others, row)))


def add_arrow(scenario: Scenario, arrow: Arrow) -> Scenario:
    """Draw an arrow; one that is there already takes the weight, and counts again.

    An arrow that is new makes the table of its effect incomplete, so that table goes.
    """
    same = [each for each in scenario.arrows if _ends(each) == _ends(arrow)]
    if not same:
        _find(scenario, arrow.cause)
        _find(scenario, arrow.effect)
        plain = _without_tables(scenario, {arrow.effect})
        return replace(plain, arrows=(*plain.arrows, arrow))
    changed = replace(same[0], weight=arrow.weight or same[0].weight, left_out=None)
    arrows = tuple(changed if each is same[0] else each for each in scenario.arrows)
    after = replace(scenario, arrows=arrows)
    return after if same[0].left_out is None else _without_tables(after, {arrow.effect})


def leave_out(scenario: Scenario, cause: str, effect: str, why: str) -> Scenario:
    """Leave every arrow between two nodes out; who claims it stays to be seen.

    Raises:
        InvalidScenarioError: if there is none.
    """
    if not any((each.cause, each.effect) == (cause, effect) for each in scenario.arrows):
        raise InvalidScenarioError("there is no such arrow", key=f"{cause}:{effect}")
    arrows = tuple(
        replace(each, left_out=why) if (each.cause, each.effect) == (cause, effect) else each
        for each in scenario.arrows
    )
    return _without_tables(replace(scenario, arrows=arrows), {effect})


def add_evidence(scenario: Scenario, evidence: Evidence) -> Scenario:
    """Attach evidence; a piece on the same node that rests on one of its claims goes.

    Raises:
        InvalidScenarioError: if there is no such node or state.
    """
    check_state(evidence.node, evidence.state, scenario)
    others = (
        each
        for each in scenario.evidence
        if each.node != evidence.node or not _is_same_ground(each, evidence)
    )
    return replace(scenario, evidence=(*others, evidence))


def remove_evidence(scenario: Scenario, name: str) -> Scenario:
    """Take every piece of evidence off a node.

    Raises:
        InvalidScenarioError: if it has none.
    """
    left = tuple(each for each in scenario.evidence if each.node != name)
    if len(left) == len(scenario.evidence):
        raise InvalidScenarioError("there is no evidence on this node", key=name)
    return replace(scenario, evidence=left)


def _changed(scenario: Scenario, name: str, change: Callable[[Node], Node]) -> Scenario:
    _find(scenario, name)
    nodes = tuple(change(node) if node.id == name else node for node in scenario.nodes)
    return replace(scenario, nodes=nodes)


def _without_tables(scenario: Scenario, names: set[str]) -> Scenario:
    nodes = tuple(replace(node, table=()) if node.id in names else node for node in scenario.nodes)
    return replace(scenario, nodes=nodes)


def _find(scenario: Scenario, name: str) -> Node:
    node = scenario.node(name)
    if node is None:
        raise InvalidScenarioError("there is no such node", key=name)
    return node


def _is_same_ground(one: Evidence, other: Evidence) -> bool:
    """Whether two pieces rest on one claim, or neither on any."""
    return bool(set(one.claims) & set(other.claims)) or (not one.claims and not other.claims)


def _ends(arrow: Arrow) -> tuple[str, str, str | None, bool]:
    return arrow.cause, arrow.effect, arrow.when, arrow.prevents


def _both(one: Arrow, other: Arrow) -> Arrow:
    """One arrow of two; of two weights none is chosen, since nobody averages them."""
    same = one.weight == other.weight or other.weight is None
    known = {each.implication for each in one.claimed}
    more = tuple(each for each in other.claimed if each.implication not in known)
    return replace(
        one,
        weight=one.weight if same else other.weight if one.weight is None else None,
        claimed=(*one.claimed, *more),
        left_out=one.left_out if other.left_out is not None else None,
    )
