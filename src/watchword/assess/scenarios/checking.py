"""Whether a scenario can be computed, and if not, what is wrong and how to mend it.

Invariant: nothing that passes has a table, a graph or a number that cannot be computed with.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import isclose, isfinite, prod

from watchword.assess.scenarios.completing import causes_of, is_table_full
from watchword.assess.scenarios.cycles import find_cycles
from watchword.errors import InvalidScenarioError
from watchword.model.scenario import Arrow, Chance, Evidence, Node, Row, Scenario

MOST_NODES = 500
MOST_STATES = 32
MOST_CELLS = 1 << 16
"""Probabilities in one node's table: 15 causes that are or are not so. More is beyond what a person
can answer for; a node between bundles causes that belong together."""
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}")


def check_scenario(scenario: Scenario) -> None:
    """Check a whole scenario.

    Raises:
        InvalidScenarioError: at the first thing that is wrong.
    """
    if not 1 <= len(scenario.nodes) <= MOST_NODES:
        told = f"a scenario has 1 to {MOST_NODES} nodes, and this has {len(scenario.nodes)}"
        raise InvalidScenarioError(told, key="nodes")
    _refuse_doubles("nodes", (node.id for node in scenario.nodes))
    for node in scenario.nodes:
        _check_name(node.id, f"node {node.id}")
        _check_states(node)
    for arrow in scenario.arrows:
        _check_arrow(arrow, scenario)
    _refuse_doubles("arrows", (_told(arrow) for arrow in scenario.arrows))
    for evidence in scenario.evidence:
        _check_evidence(evidence, scenario)
    for node in scenario.nodes:
        _check_table(node, scenario)
    _check_circles(scenario)


def check_state(name: str, state: str, scenario: Scenario) -> None:
    """Check that there is such a node and that it has such a state.

    Raises:
        InvalidScenarioError: if not.
    """
    node = scenario.node(name)
    if node is None:
        raise InvalidScenarioError("there is no such node", key=name, mend=_near(name, scenario))
    if state not in node.states:
        mend = f"its states are {', '.join(node.states)}"
        raise InvalidScenarioError("it has no such state", key=f"{name}={state}", mend=mend)


def _near(name: str, scenario: Scenario) -> str:
    begun = [node.id for node in scenario.nodes if name and node.id.startswith(name[:3])]
    shown = (begun or [node.id for node in scenario.nodes])[:5]
    return f"for example {', '.join(shown)}"


def _check_name(name: str, key: str) -> None:
    if not _NAME.fullmatch(name):
        mend = "letters, digits and low lines, 64 at most, no digit first"
        raise InvalidScenarioError(f"'{name}' is no name here", key=key, mend=mend)


def _check_states(node: Node) -> None:
    key = f"node {node.id}"
    if not 2 <= len(node.states) <= MOST_STATES:
        raise InvalidScenarioError(f"a node has 2 to {MOST_STATES} states", key=key)
    for state in node.states:
        _check_name(state, key)
    _refuse_doubles(key, node.states)
    if node.chance is None:
        return
    _check_chance(node.chance, key)
    if len(node.states) > 2:
        mend = "give it a table"
        raise InvalidScenarioError("one chance is not enough for its states", key=key, mend=mend)


def _check_arrow(arrow: Arrow, scenario: Scenario) -> None:
    key = f"arrow {_told(arrow)}"
    for name in (arrow.cause, arrow.effect):
        if scenario.node(name) is None:
            raise InvalidScenarioError(f"there is no node {name}", key=key)
    if arrow.when is not None:
        check_state(arrow.cause, arrow.when, scenario)
    if arrow.weight is not None:
        _check_chance(arrow.weight, key)


def _check_evidence(evidence: Evidence, scenario: Scenario) -> None:
    check_state(evidence.node, evidence.state, scenario)
    ratio = evidence.ratio
    if ratio is not None and not (isfinite(ratio) and 1e-6 <= ratio <= 1e6):
        key = f"evidence on {evidence.node}"
        raise InvalidScenarioError("its ratio is from 0.000001 to 1000000", key=key)


def _check_table(node: Node, scenario: Scenario) -> None:
    key = f"node {node.id}"
    states = [_states(cause, scenario) for cause in causes_of(node, scenario)]
    cells = len(node.states) * prod(map(len, states))
    if cells > MOST_CELLS:
        mend = "bundle causes that belong together in a node between"
        raise InvalidScenarioError("it has too many causes to be computed", key=key, mend=mend)
    for row in node.table:
        _check_row(row, node, states)
    _refuse_doubles(f"{key}, table", (", ".join(row.given) for row in node.table))
    if len(node.states) > 2 and states and not is_table_full(node, scenario):
        mend = f"its table needs {prod(map(len, states))} lines"
        raise InvalidScenarioError("no gate fills a node of several states", key=key, mend=mend)


def _check_row(row: Row, node: Node, states: list[tuple[str, ...]]) -> None:
    key = f"node {node.id}, table, given {', '.join(row.given) or 'nothing'}"
    if len(row.given) != len(states) or any(
        state not in known for state, known in zip(row.given, states, strict=False)
    ):
        told = "; ".join("|".join(known) for known in states) or "nothing"
        raise InvalidScenarioError("it does not fit the causes", key=key, mend=f"of {told}")
    if len(row.chances) != len(node.states):
        raise InvalidScenarioError(f"it needs {len(node.states)} probabilities", key=key)
    for chance in row.chances:
        _check_chance(chance, key)
    total = sum(chance.value for chance in row.chances)
    if not isclose(total, 1, abs_tol=1e-6):
        raise InvalidScenarioError(f"its probabilities come to {total:.6g}, not 1", key=key)


def _check_chance(chance: Chance, key: str) -> None:
    if not (isfinite(chance.value) and 0 <= chance.value <= 1):
        raise InvalidScenarioError("a probability is from 0 to 1", key=key)


def _check_circles(scenario: Scenario) -> None:
    circles = find_cycles(scenario.arrows)
    if circles:
        first, *_ = circles
        who = "; ".join(_each_claimed(first, scenario.arrows))
        mend = (
            f"leave one arrow out: watchword scenarios edit FILE --leave-out {first[-1]}:{first[0]}"
        )
        told = f"it goes in a circle, and a person must say where to cut it. {who}"
        raise InvalidScenarioError(told, key=" > ".join((*first, first[0])), mend=mend)


def _each_claimed(circle: tuple[str, ...], arrows: tuple[Arrow, ...]) -> Iterator[str]:
    steps = set(zip(circle, (*circle[1:], circle[0]), strict=True))
    for arrow in arrows:
        if (arrow.cause, arrow.effect) in steps and arrow.left_out is None:
            who = sorted({" < ".join(each.chain) or "outlet" for each in arrow.claimed})
            yield f"{arrow.cause}:{arrow.effect} is claimed by {', '.join(who) or 'no source'}"


def _refuse_doubles(key: str, names: Iterable[str]) -> None:
    double = [name for name, times in Counter(names).items() if times > 1]
    if double:
        raise InvalidScenarioError("it stands there more than once", key=f"{key}: {double[0]}")


def _states(name: str, scenario: Scenario) -> tuple[str, ...]:
    node = scenario.node(name)
    return node.states if node else ()


def _told(arrow: Arrow) -> str:
    when = f"={arrow.when}" if arrow.when else ""
    return f"{arrow.cause}{when}:{arrow.effect}{' (prevents)' if arrow.prevents else ''}"
