"""Forecasts at the desk: asked, said, hidden until one has said, counted, resolved, looked back."""

from collections.abc import Iterable

import pytest

from watchword.desk.desk import Desk
from watchword.errors import RefusedError, SettingsError
from watchword.model.principal import Membership, Principal, Role, whoever_is_here

OWNER = whoever_is_here("Ana")
BEN = Principal(name="Ben", memberships=(Membership(situation="troops", role=Role.ANALYST),))
WORDS = "Will South Korea send weapons to Ukraine?"


def act(desk: Desk, name: str, who: Principal = OWNER, **given: object) -> dict[str, object]:
    return dict(desk.act(who, "troops", name, given))


def question(desk: Desk, key: object, who: Principal = OWNER) -> dict[str, object]:
    answer = desk.look(who, "troops", "forecast", {"key": key})
    assert answer is not None
    found = answer.record["question"]
    assert isinstance(found, dict)
    return found


@pytest.fixture
def asked(own_desk: Desk) -> object:
    """The key of an open question."""
    return act(own_desk, "ask-question", words=WORDS, closes="2099-07-01")["key"]


def test_what_others_hold_likely_is_hidden_until_one_has_said(
    own_desk: Desk, asked: object
) -> None:
    act(own_desk, "say-likely", BEN, key=asked, likely="70%", why="a hunch")
    before = question(own_desk, asked)
    assert before["predictions"] == []
    assert before["hidden"] == 1
    assert 0.7 not in numbers_in(before)
    act(own_desk, "say-likely", key=asked, likely="unlikely")
    after = question(own_desk, asked)
    assert after["hidden"] == 0
    assert isinstance(after["predictions"], list)
    assert [each["by"] for each in after["predictions"]] == ["Ben", "Ana"]


def test_the_list_of_questions_hides_the_same(own_desk: Desk, asked: object) -> None:
    act(own_desk, "say-likely", BEN, key=asked, likely="70%")
    mine = own_desk.look(OWNER, "troops", "forecasts", {})
    theirs = own_desk.look(BEN, "troops", "forecasts", {})
    assert mine is not None
    assert theirs is not None
    assert 0.7 not in numbers_in(mine.record)
    assert 0.7 in numbers_in(theirs.record)


def test_a_base_rate_is_counted_with_its_claims_and_said(own_desk: Desk, asked: object) -> None:
    like = {"key": asked, "words": "North Korea sends troops", "days": "7"}
    answer = own_desk.look(OWNER, "troops", "forecast-base-rate", like)
    assert answer is not None
    rate = answer.record["rate"]
    assert isinstance(rate, dict)
    assert 0 < rate["happened"] < rate["stretches"]
    assert any(each["claims"] for each in rate["counted"])
    act(own_desk, "say-base-rate", **like)
    told = question(own_desk, asked)["predictions"]
    assert isinstance(told, list)
    assert told[0]["by"].startswith("watchword.base-rates/")


def test_a_question_is_resolved_scored_and_looked_back_at(own_desk: Desk, asked: object) -> None:
    act(own_desk, "say-likely", key=asked, likely="20%")
    act(own_desk, "resolve-question", key=asked, came="no", why="nothing came")
    with pytest.raises(RefusedError, match="has its answer"):
        act(own_desk, "say-likely", key=asked, likely="1%")
    act(own_desk, "note-review", key=asked, words="we looked at the wrong thing")
    answer = own_desk.look(OWNER, "troops", "forecast-review", {"key": asked})
    assert answer is not None
    review = answer.record["review"]
    assert isinstance(review, dict)
    assert review["answer"] == "no"
    assert review["forecasters"][0]["right_since"]
    assert review["notes"][0]["by"] == "Ana"


@pytest.mark.parametrize(
    ("kind", "more", "likely"),
    [
        ("choice", {"options": "Kursk, Donetsk"}, "Kursk=60%,Donetsk=40%"),
        ("number", {"unit": "troops"}, "10%:8000,50%:11000,90%:15000"),
        ("date", {}, "10%:2025-01-01,90%:2025-06-30"),
    ],
)
def test_every_sort_of_answer_is_predicted(
    own_desk: Desk, kind: str, more: dict[str, object], likely: str
) -> None:
    made = act(own_desk, "ask-question", words=kind, closes="2099-07-01", kind=kind, **more)
    act(own_desk, "say-likely", key=made["key"], likely=likely)
    assert question(own_desk, made["key"])["own"]


def test_what_is_no_probability_is_refused(own_desk: Desk, asked: object) -> None:
    with pytest.raises(SettingsError):
        act(own_desk, "say-likely", key=asked, likely="120%")


def numbers_in(record: object) -> set[float]:
    """Every number of a record; what its times are written with is none."""
    if isinstance(record, float):
        return {record}
    inner = record.values() if isinstance(record, dict) else record
    if not isinstance(inner, str) and isinstance(inner, Iterable):
        return set().union(*(numbers_in(each) for each in inner))
    return set()
