"""Actors at the desk: listed, shown under every name, joined, parted, proposals answered."""

import pytest

from watchword.desk.desk import Desk
from watchword.errors import RefusedError
from watchword.flow.span_records import Record
from watchword.model.principal import whoever_is_here
from watchword.model.proposal import Proposal, ProposalKind
from watchword.store.identities import add_known

ANA = whoever_is_here("Ana")


def look(desk: Desk, name: str, **asked: object) -> Record:
    answer = desk.look(ANA, "troops", name, asked)
    assert answer is not None
    return answer.record


def test_the_most_named_stand_first_and_several_names_of_one_are_one(example_desk: Desk) -> None:
    found = look(example_desk, "actors")["actors"]
    assert [each["reports"] for each in found[:2]] == sorted(
        (each["reports"] for each in found[:2]), reverse=True
    )
    assert found[0]["name"] == "Russia"
    assert len({each["key"] for each in found}) == len(found)
    assert any(each["also"] for each in found)


def test_a_name_is_found_as_it_is_typed(example_desk: Desk) -> None:
    names = [each["name"] for each in look(example_desk, "actors", q="zelen")["actors"]]
    assert names == ["Volodymyr Zelenskyy"]


def test_an_actor_is_shown_with_names_offices_and_claims(example_desk: Desk) -> None:
    found = look(example_desk, "actor", key="Volodymyr Zelensky")
    assert found["is_known"]
    assert any(each["office"] == "president" for each in found["offices"])
    assert all(each["reason"] for each in found["names"])
    assert found["says"]
    assert sum(found["trend"]) == found["reports"]
    assert look(example_desk, "actor", key=found["key"])["name"] == found["name"]


def test_a_name_that_several_bear_leads_to_each_of_them(example_desk: Desk) -> None:
    found = look(example_desk, "actor", key="National Intelligence Service")
    assert not found["is_known"]
    assert {each["country"] for each in found["bearers"]} >= {"KR"}
    assert found["says"]


def test_two_actors_are_joined_and_it_is_taken_back(own_desk: Desk) -> None:
    one, other = (look(own_desk, "actor", key=name)["key"] for name in ("Mark Rutte", "NATO"))
    done = own_desk.act(ANA, "troops", "join-actors", {"key": one, "other": other, "why": "test"})
    joined = look(own_desk, "actor", key=other)
    assert joined["key"] == one
    assert joined["merged"] == [other]
    assert joined["decisions"][0]["holds"]
    with pytest.raises(RefusedError, match="one already"):
        own_desk.act(ANA, "troops", "join-actors", {"key": one, "other": other})
    own_desk.act(ANA, "troops", "undo", {"decision": done["decision"]})
    assert look(own_desk, "actor", key=other)["key"] == other


@pytest.mark.parametrize(("answer", "bears"), [("accept", True), ("refuse", False)])
def test_a_proposal_is_answered_and_open_again_when_that_is_undone(
    own_desk: Desk, answer: str, bears: bool
) -> None:
    key = look(own_desk, "actor", key="Mark Rutte")["key"]
    made = Proposal(
        kind=ProposalKind.ALIAS,
        identity=key,
        words="Teflon Mark",
        confidence=0.6,
        reasons=("a paper calls him so",),
        made_by="test 1",
    )
    store = own_desk.open_for(ANA, "troops").bench.store
    with store.writing() as writing:
        add_known(writing, [made])
    (shown,) = look(own_desk, "actors")["proposals"]
    assert shown["identity"]["name"] == "Mark Rutte"
    done = own_desk.act(
        ANA, "troops", "answer-proposal", {"proposal": shown["key"], "answer": answer}
    )
    found = look(own_desk, "actor", key=key)
    assert ("Teflon Mark" in [each["words"] for each in found["names"]]) is bears
    assert found["proposals"] == []
    own_desk.act(ANA, "troops", "undo", {"decision": done["decision"]})
    assert len(look(own_desk, "actor", key=key)["proposals"]) == 1


def test_claims_and_stories_are_found_under_the_spelling_of_the_reports(
    example_desk: Desk,
) -> None:
    key = look(example_desk, "actor", key="Volodymyr Zelenskyy")["key"]
    for name in (key, "Volodymyr Zelenskyy", "Volodymyr Zelensky"):
        assert look(example_desk, "claims", actor=name)["hits"]
        assert look(example_desk, "stories", actor=name)["stories"]
