"""The positions that the desk shows: actors by questions, one question whole, one to be kept."""

from typing import Any

import pytest

from watchword.desk.desk import Desk
from watchword.errors import MissingError
from watchword.model.principal import whoever_is_here

OWNER = whoever_is_here("Ana")


def shown(desk: Desk, view: str, **asked: object) -> Any:  # noqa: ANN401 - a record
    answer = desk.look(OWNER, "troops", view, asked)
    while answer is not None and answer.is_behind:
        answer = desk.look(OWNER, "troops", view, asked)
    assert answer is not None
    return answer.record


def test_every_stand_is_of_an_actor_on_a_question(example_desk: Desk) -> None:
    record = shown(example_desk, "positions")
    questions = {question["key"] for question in record["questions"]}
    actors = {actor["actor"] for actor in record["actors"]}
    assert record["stands"]
    assert all(
        each["question"] in questions and each["actor"] in actors for each in record["stands"]
    )


def test_a_question_of_ones_own_is_answered_by_everybody_who_spoke_on_it(
    example_desk: Desk,
) -> None:
    record = shown(example_desk, "position", key="asked", question="sending troops")
    lines = {line["name"]: line for line in record["lines"]}
    assert lines["Russia"]["stand"] == "denies"
    assert lines["Russia"]["turns"][0]["shift"] == "reversed"
    assert all(each["claims"] for each in lines["Russia"]["statements"])


def test_a_suggested_question_is_had_by_its_key(example_desk: Desk) -> None:
    question = shown(example_desk, "positions")["questions"][0]
    record = shown(example_desk, "position", key=question["key"])
    assert record["question"]["words"] == question["words"]
    assert record["lines"]


def test_a_question_that_is_not_there_is_missing(example_desk: Desk) -> None:
    with pytest.raises(MissingError):
        shown(example_desk, "position", key="nothing")
    with pytest.raises(MissingError):
        shown(example_desk, "position", key="asked")


def test_a_question_is_kept_until_that_is_undone(own_desk: Desk) -> None:
    done = own_desk.act(OWNER, "troops", "question", {"question": "arms  to Ukraine"})
    kept = shown(own_desk, "positions", limit="0")["questions"]
    assert [(each["key"], each["words"]) for each in kept] == [(done["key"], "arms to Ukraine")]
    own_desk.act(OWNER, "troops", "undo", {"decision": done["decision"]})
    assert shown(own_desk, "positions", limit="0")["questions"] == []
