"""From reports to stands, with the carried model: the golden cases of positions."""

from functools import cache

import pytest

from watchword.engines import ReadingEngine
from watchword.flow.stands import country_behind
from watchword.ledger.moves.position_cases import (
    PATH,
    PositionCase,
    moves_in,
    read_position_cases,
)
from watchword.ledger.moves.positions import lines_of_case, turns_found
from watchword.resolve.register import Register

MISSED = {
    "an invitation is weighed, then declined",
    "a moratorium is weighed and made",
    "a minister contradicts nobody",
    "a neighbour changes its mind",
    "the condition is everything",
}
"""Cases in which a turn is known not to be found; nothing wrong is named in them either."""
CASES = read_position_cases(PATH.read_text(encoding="utf-8"))


@cache
def engine() -> ReadingEngine:
    """The carried model, loaded once."""
    return ReadingEngine()


@cache
def register() -> Register:
    """Whom the seed knows."""
    return Register()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_turns_of_a_case_are_found_and_no_others(case: PositionCase) -> None:
    named = turns_found(lines_of_case(case, engine(), register()))
    wanted = {(actor, day, shift.value) for actor, day, shift in moves_in(case.held)}
    assert named <= wanted
    assert named == wanted or case.name in MISSED


@pytest.mark.parametrize(
    "case", [each for each in CASES if each.name not in MISSED], ids=lambda case: case.name
)
def test_the_stands_of_a_case_are_found(case: PositionCase) -> None:
    lines = lines_of_case(case, engine(), register())
    found = {actor: lines[actor].stand for actor in case.held if actor in lines}
    assert found == {actor: held.stand for actor, held in case.held.items()}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Seoul", "KR"),
        ("President Yoon Suk Yeol", "KR"),
        ("Her counterpart, Sergei Lavrov", "RU"),
        ("Orban's political director", "HU"),
        ("a passer-by", None),
    ],
)
def test_a_name_speaks_for_the_country_of_whoever_bears_it(name: str, country: str | None) -> None:
    assert country_behind(name, register()) == country
