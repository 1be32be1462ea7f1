"""The relations that the desk shows: who has to do with whom, and two of them over time."""

from typing import Any

import pytest

from watchword.desk.desk import Desk
from watchword.errors import RefusedError
from watchword.model.principal import whoever_is_here

OWNER = whoever_is_here("Ana")


def shown(desk: Desk, view: str, **asked: object) -> Any:  # noqa: ANN401 - a record
    answer = desk.look(OWNER, "troops", view, asked)
    assert answer is not None
    return answer.record


def test_the_pair_with_most_between_them_comes_first(example_desk: Desk) -> None:
    record = shown(example_desk, "relations")
    first = record["pairs"][0]
    assert (first["one"]["name"], first["other"]["name"]) == ("North Korea", "Russia")
    assert sum(first["quad_counts"].values()) == first["happenings"]


def test_everybody_in_a_pair_is_an_actor_with_what_they_have_to_do(example_desk: Desk) -> None:
    record = shown(example_desk, "relations")
    weights = {actor["name"]: actor["happenings"] for actor in record["actors"]}
    named = {pair[side]["name"] for pair in record["pairs"] for side in ("one", "other")}
    assert weights.keys() == named
    assert sum(weights.values()) == 2 * sum(pair["happenings"] for pair in record["pairs"])


def test_two_have_periods_happenings_and_what_moves_each_way(example_desk: Desk) -> None:
    record = shown(example_desk, "relation", one="PRK", other="Russia")
    assert record["relation"]["one"]["name"] == "North Korea"
    assert len(record["happenings"]) == record["relation"]["happenings"] == 15
    counted = sum(line["count"] for period in record["periods"] for line in period["lines"])
    assert counted == 15
    assert {each["from"] for each in record["exchanges"]} == {"North Korea", "Russia"}


def test_a_day_zero_numbers_the_periods_from_it(example_desk: Desk) -> None:
    record = shown(
        example_desk, "relation", one="PRK", other="Russia", since_event="2024-10-24", grain="week"
    )
    numbers = [period["offset"] for period in record["periods"]]
    assert 0 in numbers
    assert numbers == sorted(numbers)


def test_one_with_itself_is_refused(example_desk: Desk) -> None:
    with pytest.raises(RefusedError):
        shown(example_desk, "relation", one="PRK", other="North Korea")


def test_nothing_is_shown_until_both_are_named(example_desk: Desk) -> None:
    record = shown(example_desk, "relation", one="PRK")
    assert record["relation"] is None
    assert record["happenings"] == []
