"""Networks in the Bayesian Interchange Format, as public repositories keep them, in and out.

Source: Cozman, "The Interchange Format for Bayesian Networks", version 0.15 (1998). Repositories
write states that its grammar does not know ("<5", "Asy/Patch", "0-3_days"); here, whatever is no
sign is a name. (pyAgrum's reader refuses those, and keeps probabilities in single precision.)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from watchword.assess.scenarios.netting import (
    MOST_BYTES,
    Variable,
    check_sizes,
    read_probability,
    scenario_of,
    variables_of,
)
from watchword.errors import InvalidScenarioError
from watchword.model.scenario import Scenario

_TOKEN = re.compile(r'"([^"\n]*)"|([{}()\[\]|;,])|([^\s{}()\[\]|;,"]+)')
_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_SIGNS = frozenset("{}()[]|;,")


@dataclass(slots=True, kw_only=True)
class _Table:
    """What a probability block gives, before the states are known."""

    causes: tuple[str, ...]
    flat: tuple[str, ...] = ()
    default: tuple[str, ...] = ()
    rows: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)


def read_bif(text: str, title: str) -> Scenario:
    """Read a network.

    Args:
        text: the text of the file.
        title: what the scenario is called.

    Raises:
        InvalidScenarioError: if it is none, or too large.
    """
    if len(text) > MOST_BYTES:
        raise InvalidScenarioError(f"it is longer than {MOST_BYTES:,} letters", key=title)
    reader = _Reader(text)
    reader.read()
    sizes = {name: len(states) for name, states in reader.states.items()}
    check_sizes(sizes, {name: table.causes for name, table in reader.tables.items()})
    return scenario_of(tuple(_each_variable(reader)), title)


def write_bif(scenario: Scenario) -> str:
    """Write a scenario's graph and tables; texts, claims and evidence have no place there.

    Raises:
        InvalidScenarioError: if it cannot be computed as it stands.
    """
    variables = variables_of(scenario)
    states = {each.name: each.states for each in variables}
    lines = ["network scenario {", "}"]
    for each in variables:
        lines += [f"variable {each.name} {{", _type_line(each.states), "}"]
    for each in variables:
        given = f" | {', '.join(each.causes)}" if each.causes else ""
        lines += [f"probability ( {each.name}{given} ) {{"]
        ways = product(*(states[cause] for cause in each.causes))
        for at, way in enumerate(ways):
            size = len(each.states)
            numbers = ", ".join(map(repr, each.values[at * size : (at + 1) * size]))
            lines.append(f"  ({', '.join(way)}) {numbers};" if way else f"  table {numbers};")
        lines.append("}")
    return "\n".join(lines) + "\n"


def _type_line(states: tuple[str, ...]) -> str:
    return f"  type discrete [ {len(states)} ] {{ {', '.join(states)} }};"


class _Reader:
    """Takes a file's blocks apart, word by word."""

    def __init__(self, text: str) -> None:
        self._words = [
            found[1] if found[1] is not None else found[0]
            for found in _TOKEN.finditer(_COMMENT.sub(" ", text))
        ]
        self._at = 0
        self.states: dict[str, tuple[str, ...]] = {}
        self.tables: dict[str, _Table] = {}

    def read(self) -> None:
        """Read every block."""
        while self._at < len(self._words):
            kind = self._next()
            if kind == "network":
                self._skip_past("{")
                self._skip_past("}")
            elif kind == "variable":
                self._read_variable()
            elif kind == "probability":
                self._read_probability()
            else:
                raise self._error(f"a block begins with network, variable or probability: '{kind}'")
        if not self.states:
            raise InvalidScenarioError("it has no variables", key="BIF")

    def _read_variable(self) -> None:
        name = self._next()
        if name in self.states:
            raise InvalidScenarioError("it stands there twice", key=name)
        self._take("{")
        states: tuple[str, ...] = ()
        while (word := self._next()) != "}":
            if word == "type":
                self._skip_past("{")
                states = self._names_to("}")
            self._skip_past(";")
        if not states:
            raise InvalidScenarioError("it has no states", key=name)
        self.states[name] = states

    def _read_probability(self) -> None:
        self._take("(")
        name, *causes = [each for each in self._names_to(")") if each != "|"] or [""]
        if name in self.tables:
            raise InvalidScenarioError("its table stands there twice", key=name)
        table = self.tables[name] = _Table(causes=tuple(causes))
        self._take("{")
        while (word := self._next()) != "}":
            if word == "table":
                table.flat = self._names_to(";")
            elif word == "default":
                table.default = self._names_to(";")
            elif word == "(":
                given = self._names_to(")")
                table.rows[given] = self._names_to(";")
            elif word == "property":
                self._skip_past(";")
            else:
                raise self._error(f"no line of a table begins with '{word}'")

    def _names_to(self, end: str) -> tuple[str, ...]:
        names = []
        while (word := self._next()) != end:
            if word in _SIGNS - {",", "|"}:
                raise self._error(f"'{end}' is missing")
            if word != ",":
                names.append(word)
        return tuple(names)

    def _skip_past(self, end: str) -> None:
        while (word := self._next()) != end:
            if word in {"{", "}"}:
                raise self._error(f"'{end}' is missing")

    def _take(self, sign: str) -> None:
        word = self._next()
        if word != sign:
            raise self._error(f"'{sign}' is missing before '{word}'")

    def _next(self) -> str:
        if self._at >= len(self._words):
            raise InvalidScenarioError("it ends in the middle of a block", key="BIF")
        self._at += 1
        return self._words[self._at - 1]

    def _error(self, told: str) -> InvalidScenarioError:
        return InvalidScenarioError(told, key=f"BIF, word {self._at}")


def _each_variable(reader: _Reader) -> Iterator[Variable]:
    for name, states in reader.states.items():
        table = reader.tables.get(name)
        if table is None:
            raise InvalidScenarioError("it has no table", key=name)
        yield Variable(
            name=name,
            text=name,
            states=states,
            causes=table.causes,
            values=tuple(
                read_probability(word, key=name) for word in _each_word(name, table, reader)
            ),
        )


def _each_word(name: str, table: _Table, reader: _Reader) -> Iterator[str]:
    ways = tuple(product(*(reader.states[cause] for cause in table.causes)))
    size = len(reader.states[name])
    unknown = [given for given in table.rows if given not in set(ways)]
    if unknown:
        raise InvalidScenarioError(
            "its table is given what is no state", key=f"{name}: {unknown[0]}"
        )
    if table.flat and len(table.flat) != size * len(ways):
        told = f"its table has {len(table.flat)} numbers and needs {size * len(ways)}"
        raise InvalidScenarioError(told, key=name)
    for at, way in enumerate(ways):
        # In a flat table the variable itself turns slowest, so its states stand far apart.
        flat = table.flat[at :: len(ways)]
        row = table.rows.get(way, flat or table.default)
        if len(row) != size:
            raise InvalidScenarioError(f"a line of its table needs {size} numbers", key=name)
        yield from row
