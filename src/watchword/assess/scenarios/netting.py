"""Networks as other programs keep them: variables, their causes, and flat tables."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import isclose, isfinite, prod

from watchword.assess.scenarios.checking import MOST_CELLS, MOST_NODES, check_scenario
from watchword.assess.scenarios.completing import each_full_table, with_defaults
from watchword.errors import InvalidScenarioError
from watchword.model.scenario import Arrow, Chance, Ground, Node, Row, Scenario

MOST_BYTES = 8_000_000
"""Length of a file of a network; the largest of the public repositories has 6,000,000."""
_ROUNDED = 1e-3
"""How far the probabilities of a line may be from 1: published tables are rounded."""
_SIGNS = {">=": " ge ", "<=": " le ", "<": " lt ", ">": " gt ", "+": " plus ", "-": " "}
_NAME_LENGTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """One variable of a network.

    Attributes:
        name: its name there.
        text: what it is called for a reader.
        states: names of its states there.
        causes: names of the variables that it depends on.
        values: for each way its causes may stand, the last one turning fastest, the probability
            of each of its states.
    """

    name: str
    text: str
    states: tuple[str, ...]
    causes: tuple[str, ...]
    values: tuple[float, ...]


def scenario_of(variables: Sequence[Variable], title: str) -> Scenario:
    """The scenario that a network is; names are made plain, and every number is the file's.

    Raises:
        InvalidScenarioError: if the tables do not fit the graph.
    """
    names = _plain_names(each.name for each in variables)
    states = {
        each.name: dict(zip(each.states, _plain_names(each.states).values(), strict=True))
        for each in variables
    }
    scenario = Scenario(
        title=title,
        nodes=tuple(_node(each, names, states) for each in variables),
        arrows=tuple(
            Arrow(cause=names[cause], effect=names[each.name])
            for each in variables
            for cause in each.causes
        ),
        made_by=title,
    )
    check_scenario(scenario)
    return scenario


def variables_of(scenario: Scenario) -> tuple[Variable, ...]:
    """A scenario's nodes with their whole tables.

    Raises:
        InvalidScenarioError: if it cannot be computed as it stands.
    """
    check_scenario(scenario)
    return tuple(
        Variable(
            name=table.node.id,
            text=table.node.text,
            states=table.node.states,
            causes=table.causes,
            values=tuple(round(float(value), 12) for row in table.rows for value in row),
        )
        for table in each_full_table(with_defaults(scenario))
    )


def check_sizes(states: Mapping[str, int], causes: Mapping[str, Sequence[str]]) -> None:
    """Check that a network's tables are not too large, before any of them is built.

    Args:
        states: how many states each variable has.
        causes: names of each variable's causes.

    Raises:
        InvalidScenarioError: if one is, or depends on what is not there.
    """
    if len(states) > MOST_NODES:
        raise InvalidScenarioError(f"it has more than {MOST_NODES} nodes", key="the network")
    for name, parents in causes.items():
        missing = [each for each in (name, *parents) if each not in states]
        if missing:
            raise InvalidScenarioError("there is no such variable", key=missing[0])
        if len(set(parents)) != len(parents):
            raise InvalidScenarioError("it depends twice on the same variable", key=name)
        if prod(states[each] for each in (name, *parents)) > MOST_CELLS:
            raise InvalidScenarioError("its table is too large", key=name)


def read_probability(word: str, *, key: str) -> float:
    """A probability as it stands in a file.

    Raises:
        InvalidScenarioError: if it is none.
    """
    try:
        number = float(word)
    except ValueError:
        number = -1.0
    if not (isfinite(number) and 0 <= number <= 1):
        raise InvalidScenarioError(f"'{word[:40]}' is no probability", key=key)
    return number


def _node(
    variable: Variable, names: Mapping[str, str], states: Mapping[str, Mapping[str, str]]
) -> Node:
    size = len(variable.states)
    ways = tuple(product(*(states[cause].values() for cause in variable.causes)))
    if len(variable.values) != size * len(ways):
        told = f"its table has {len(variable.values)} numbers and needs {size * len(ways)}"
        raise InvalidScenarioError(told, key=variable.name)
    return Node(
        id=names[variable.name],
        text=variable.text,
        states=tuple(states[variable.name].values()),
        table=tuple(
            Row(
                given=given,
                chances=tuple(
                    Chance(value=value, ground=Ground.FILE)
                    for value in _evened(
                        variable.values[at * size : (at + 1) * size], variable.name
                    )
                ),
            )
            for at, given in enumerate(ways)
        ),
    )


def _evened(values: Sequence[float], name: str) -> Iterator[float]:
    """Probabilities that come to 1, where they were rounded."""
    total = sum(values)
    if not isclose(total, 1, abs_tol=_ROUNDED):
        raise InvalidScenarioError(f"a line of its table comes to {total:.6g}, not 1", key=name)
    is_exact = isclose(total, 1, abs_tol=1e-9)
    yield from values if is_exact else (value / total for value in values)


def _plain_names(names: Iterable[str]) -> dict[str, str]:
    """Names with letters, digits and low lines only, each once, in the order given."""
    plain: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        words = name
        for sign, word in _SIGNS.items():
            words = words.replace(sign, word)
        made = "_".join(re.findall(r"[A-Za-z0-9_]+", words))[:_NAME_LENGTH] or "n"
        made = made if not made[0].isdigit() else f"n_{made}"[:_NAME_LENGTH]
        number, first = 1, made
        while made in taken:
            number += 1
            made = f"{first[: _NAME_LENGTH - 4]}_{number}"
        taken.add(made)
        plain[name] = made
    return plain
