"""Stories at the desk: listed, shown by origin, split and merged, and all of it taken back."""

import pytest

from watchword import workbench
from watchword.desk.desk import Desk
from watchword.errors import MissingError, RefusedError, SettingsError
from watchword.flow.situation.turns import Turn
from watchword.flow.span_records import Record
from watchword.model.principal import Membership, Principal, Role, whoever_is_here

ANA = whoever_is_here("Ana")
READER = Principal(name="Ben", memberships=(Membership(situation="troops", role=Role.READER),))


def look(desk: Desk, name: str, **asked: object) -> Record:
    answer = desk.look(ANA, "troops", name, asked)
    assert answer is not None
    return answer.record


def stories(desk: Desk) -> dict[str, int]:
    return {each["key"]: each["reports"] for each in look(desk, "stories")["stories"]}


def largest(desk: Desk) -> str:
    return str(look(desk, "stories", order="largest")["stories"][0]["key"])


def members(desk: Desk, key: str) -> set[str]:
    prints = look(desk, "story", key=key, limit="500")["prints"]
    return {each["report"] for first in prints for each in (first, *first["copies"])}


def test_stories_are_listed_with_their_size_their_origins_and_their_trend(
    example_desk: Desk,
) -> None:
    found = look(example_desk, "stories", order="largest")
    first = found["stories"][0]
    assert first["reports"] > first["origins"] > 1
    assert sum(first["trend"]) == first["reports"]
    newest = [each["until"] for each in look(example_desk, "stories")["stories"]]
    assert newest == sorted(newest, reverse=True)


def test_a_page_of_stories_leads_to_the_next(example_desk: Desk) -> None:
    for order in ("newest", "largest"):
        first = look(example_desk, "stories", limit="1", order=order)
        second = look(example_desk, "stories", limit="1", order=order, cursor=first["next"])
        assert first["stories"][0]["key"] != second["stories"][0]["key"]
    with pytest.raises(SettingsError, match="no cursor"):
        look(example_desk, "stories", cursor="1; drop table report")


def test_stories_are_found_by_actor_words_and_time(example_desk: Desk) -> None:
    china = look(example_desk, "stories", actor="China")["stories"]
    assert 0 < len(china) < len(stories(example_desk)) + 1
    assert look(example_desk, "stories", actor="Nobody Nowhere")["stories"] == []
    assert look(example_desk, "stories", q="ambassador")["stories"]
    assert len(look(example_desk, "stories", until="2024-10-09")["stories"]) == 1
    assert look(example_desk, "stories", since="2024-11-30")["stories"] == []


def test_copies_stand_under_their_first_print_and_each_says_why_it_is_there(
    example_desk: Desk,
) -> None:
    found = look(example_desk, "story", key=largest(example_desk), limit="500")
    copied = [each for each in found["prints"] if each["copies"]]
    assert copied
    assert all(each["arrival"]["reasons"] for each in found["prints"])
    assert len(found["prints"]) == found["origins"]


def test_what_weighs_in_a_story_is_told_with_figures(example_desk: Desk) -> None:
    found = look(example_desk, "story-weight", key=largest(example_desk))
    weights = [each["importance"] for each in found["findings"]]
    assert weights == sorted(weights, reverse=True)
    assert any("troops" in each["title"] for each in found["tracks"])


def test_a_story_as_of_a_day_has_the_reports_of_then(example_desk: Desk) -> None:
    key = largest(example_desk)
    then = look(example_desk, "story", key=key, as_of="2024-10-20")
    assert 0 < then["reports"] < look(example_desk, "story", key=key)["reports"]
    with pytest.raises(MissingError, match="no such story"):
        look(example_desk, "story", key="0" * 16)


def test_reports_that_are_split_off_return_when_it_is_undone(own_desk: Desk) -> None:
    key = largest(own_desk)
    before, sizes = members(own_desk, key), stories(own_desk)
    chosen = sorted(before)[:3]
    told = look(own_desk, "regrouping", key=key, report=chosen)
    assert told["is_new"]
    assert len(told["moved"]) == 3
    assert told["left"] == len(before) - 3
    done = own_desk.act(ANA, "troops", "split", {"key": key, "report": chosen, "why": "other"})
    assert done["at"] == f"/stories/{told['into']}"
    assert members(own_desk, told["into"]) == set(chosen)
    assert members(own_desk, key) == before - set(chosen)
    history = look(own_desk, "story", key=key)
    assert {each["step"] for each in history["turns"]} >= {"split"}
    assert any(each["why"] == "other" and each["holds"] for each in history["decisions"])
    own_desk.act(ANA, "troops", "undo", {"decision": done["decision"]})
    assert stories(own_desk) == sizes
    assert members(own_desk, key) == before


def test_reports_go_into_another_story_and_return(own_desk: Desk) -> None:
    key = largest(own_desk)
    other = next(each for each in stories(own_desk) if each != key)
    chosen = min(members(own_desk, key))
    done = own_desk.act(ANA, "troops", "split", {"key": key, "report": chosen, "into": other})
    assert chosen in members(own_desk, other)
    own_desk.act(ANA, "troops", "undo", {"decision": done["decision"]})
    assert chosen in members(own_desk, key)


def test_two_stories_are_merged_and_parted_again(own_desk: Desk) -> None:
    key = largest(own_desk)
    other = next(each for each in stories(own_desk) if each != key)
    before = {each: members(own_desk, each) for each in (key, other)}
    done = own_desk.act(ANA, "troops", "merge", {"key": other, "into": key})
    assert members(own_desk, key) == before[key] | before[other]
    with pytest.raises(MissingError, match=f"are in {key}"):
        look(own_desk, "story", key=other)
    own_desk.act(ANA, "troops", "undo", {"decision": done["decision"]})
    assert {each: members(own_desk, each) for each in (key, other)} == before


def test_stories_that_another_process_is_at_move_beside_the_server_and_the_page_says_so(
    own_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbench, "OBEYED_HERE", 0)
    monkeypatch.setattr(workbench, "OBEYED_S", 0.3)
    bench = own_desk.open_for(ANA, "troops").bench
    asked: list[str] = []
    bench.elsewhere = lambda: asked.append("stories")
    key = largest(own_desk)
    chosen = min(members(own_desk, key))
    other = Turn(bench.store, "stories")
    assert other.take()
    done = own_desk.act(ANA, "troops", "split", {"key": key, "report": chosen})
    assert asked == ["stories"]
    assert str(done["said"]).startswith("noted")
    assert chosen in members(own_desk, key)
    other.end()
    bench.tell()
    assert chosen not in members(own_desk, key)
    own_desk.act(ANA, "troops", "undo", {"decision": done["decision"]})
    bench.tell()
    assert chosen in members(own_desk, key)


def test_what_cannot_be_regrouped_is_refused_with_the_way_out(own_desk: Desk) -> None:
    key = largest(own_desk)
    with pytest.raises(RefusedError, match="choose the reports"):
        own_desk.act(ANA, "troops", "split", {"key": key, "report": ["nothing"]})
    everything = sorted(members(own_desk, key))
    with pytest.raises(RefusedError, match="all of its reports"):
        own_desk.act(ANA, "troops", "split", {"key": key, "report": everything})
    with pytest.raises(RefusedError, match="the same story"):
        own_desk.act(ANA, "troops", "merge", {"key": key, "into": key})
    with pytest.raises(RefusedError, match="may not decide"):
        own_desk.act(READER, "troops", "merge", {"key": key, "into": key})
