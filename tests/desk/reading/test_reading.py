"""Claims, reports, decisions and what came, as the desk shows them, and how they are put right."""

from collections.abc import Mapping
from typing import Any

import pytest

from watchword.desk.desk import Desk
from watchword.errors import MissingError, RefusedError, SettingsError
from watchword.model.principal import Membership, Principal, Role, whoever_is_here

ANA = whoever_is_here("Ana")
BEN = Principal(name="Ben", memberships=(Membership(situation="troops", role=Role.ANALYST),))
CAM = Principal(name="Cam", memberships=(Membership(situation="troops", role=Role.READER),))


def look(desk: Desk, view: str, /, who: Principal = ANA, **asked: object) -> dict[str, Any]:
    answer = desk.look(who, "troops", view, asked)
    assert answer is not None
    return answer.record


def act(desk: Desk, action: str, /, who: Principal = ANA, **said: object) -> dict[str, Any]:
    return desk.act(who, "troops", action, said)


def first_claim(desk: Desk, **asked: object) -> Mapping[str, Any]:
    found: Mapping[str, Any] = look(desk, "claims", **asked)["hits"][0]
    return found


def facet(record: Mapping[str, Any], name: str) -> dict[str, int]:
    return {each["value"]: each["count"] for each in record["facets"][name]}


def test_a_facet_counts_what_choosing_it_finds(example_desk: Desk) -> None:
    everything = look(example_desk, "claims", limit="500")
    firmness = facet(everything, "modality")
    denied = look(example_desk, "claims", modality="denied", limit="500")
    assert everything["is_exact"]
    assert len(denied["hits"]) == firmness["denied"]
    assert {hit["modality"] for hit in denied["hits"]} == {"denied"}
    assert sum(firmness.values()) == everything["counted"] == len(everything["hits"])


def test_pages_of_the_newest_claims_follow_each_other_without_gap(example_desk: Desk) -> None:
    whole = [hit["claim"] for hit in look(example_desk, "claims", limit="60")["hits"]]
    paged: list[str] = []
    cursor: str | None = None
    for _ in range(3):
        page = look(example_desk, "claims", limit="20", cursor=cursor or "")
        paged += [hit["claim"] for hit in page["hits"]]
        cursor = page["next"]
    assert paged == whole


@pytest.mark.parametrize("cursor", ["x", "2024-10-01~1", "~a~b", "1; drop table claim"])
def test_a_cursor_that_no_answer_gave_is_refused(example_desk: Desk, cursor: str) -> None:
    with pytest.raises(SettingsError, match="cursor"):
        look(example_desk, "claims", cursor=cursor)


def test_a_day_that_is_asked_for_is_within_both_ends(example_desk: Desk) -> None:
    found = look(example_desk, "claims", since="2024-10-23", until="2024-10-23", limit="200")
    assert {hit["published"][:10] for hit in found["hits"]} == {"2024-10-23"}


def test_a_claim_stands_in_its_sentence_with_its_chain_and_its_report(example_desk: Desk) -> None:
    hit = first_claim(example_desk, q='"Kirby"', exact="true")
    shown = look(example_desk, "claim", key=hit["claim"])
    passage = shown["passage"]
    marked = [each["text"] for each in passage["pieces"] if "content" in each["roles"]]
    assert "".join(each["text"] for each in passage["pieces"]) == shown["claim"]["sentence"]
    assert "".join(marked) == shown["claim"]["content"]
    assert shown["report"]["key"] == hit["report"]
    assert shown["origin"]["prints"]
    assert shown["values"]["modality"] == shown["claim"]["modality"]
    assert not shown["struck"]


def test_a_report_is_shown_whole_with_every_claim_in_it(example_desk: Desk) -> None:
    hit = first_claim(example_desk)
    shown = look(example_desk, "report", key=hit["report"], claim=hit["claim"])
    pieces = [piece for paragraph in shown["paragraphs"] for piece in paragraph]
    for claim in shown["claims"]:
        words = "".join(each["text"] for each in pieces if claim["claim_id"] in each["claims"])
        assert words == claim["content"].replace("\n\n", "")
        begins = [each for each in pieces if claim["claim_id"] in each["begins"]]
        assert [each["start"] for each in begins] == [claim["spans"]["content"]["start"]]
    asked = "".join(each["text"] for each in pieces if each["is_asked"])
    assert asked == hit["content"].replace("\n\n", "")


def test_a_correction_is_seen_everywhere_and_undone(own_desk: Desk) -> None:
    key = first_claim(own_desk, source="John Kirby")["claim"]
    made = act(own_desk, "correct", claim=key, field="source", value="Petr Novak", why="misheard")
    shown = look(own_desk, "claim", key=key)
    assert shown["claim"]["source_chain"] == ["Petr Novak"]
    assert shown["machine"]["source_chain"] == ["John Kirby"]
    assert [each["value"] for each in shown["decisions"]] == ["source=Petr Novak"]
    found = look(own_desk, "claims", source="Petr Novak")
    assert [hit["claim"] for hit in found["hits"]] == [key]
    assert facet(found, "source") == {"Petr Novak": 1}
    bearings = look(own_desk, "bearings", key=key)
    assert "Petr Novak" in {side["source"] for side in bearings["sides"]}
    act(own_desk, "undo", who=BEN, decision=made["decision"])
    shown = look(own_desk, "claim", key=key)
    assert shown["claim"] == shown["machine"]
    assert shown["decisions"][0]["undone"]["by"] == "Ben"
    assert look(own_desk, "claims", source="Petr Novak")["hits"] == []


def test_what_is_no_claim_is_struck_out_and_can_be_looked_at_still(own_desk: Desk) -> None:
    key = first_claim(own_desk)["claim"]
    act(own_desk, "correct", claim=key, field="claim", value="no")
    assert look(own_desk, "claim", key=key)["struck"]
    assert key not in {hit["claim"] for hit in look(own_desk, "claims", limit="500")["hits"]}
    with pytest.raises(MissingError):
        look(own_desk, "bearings", key=key)
    act(own_desk, "correct", claim=key, field="claim", value="yes")
    assert not look(own_desk, "claim", key=key)["struck"]
    assert first_claim(own_desk)["claim"] == key


def test_as_of_before_a_correction_the_machines_finding_is_shown(own_desk: Desk) -> None:
    key = first_claim(own_desk, source="John Kirby")["claim"]
    before = own_desk.instant_of(ANA, "troops")
    act(own_desk, "correct", claim=key, field="source", value="Petr Novak")
    then = look(own_desk, "claim", key=key, as_of=before.isoformat())
    assert then["claim"]["source_chain"] == ["John Kirby"]
    assert then["decisions"] == []


def test_a_withdrawn_report_says_who_withdrew_it(own_desk: Desk) -> None:
    report = first_claim(own_desk)["report"]
    made = act(own_desk, "withdraw", report=report, why="a hoax")
    shown = look(own_desk, "report", key=report)
    assert (shown["is_withdrawn"], shown["withdrawal"]["why"]) == (True, "a hoax")
    act(own_desk, "undo", decision=made["decision"])
    assert look(own_desk, "report", key=report)["withdrawal"] is None


def test_a_report_is_held_to_be_a_copy_of_another_until_that_is_undone(own_desk: Desk) -> None:
    hits = look(own_desk, "claims", kind="reports", limit="500")["hits"]
    one, other = hits[0]["report"], hits[-1]["report"]
    made = act(own_desk, "copy", report=one, of=other)
    prints = look(own_desk, "report", key=one)["origin"]["prints"]
    assert {one, other} <= {each["key"] for each in prints}
    act(own_desk, "undo", decision=made["decision"])
    prints = look(own_desk, "report", key=one)["origin"]["prints"]
    assert other not in {each["key"] for each in prints}


def test_decisions_are_listed_newest_first_and_filtered(own_desk: Desk) -> None:
    key = first_claim(own_desk)["claim"]
    act(own_desk, "grade", source="Neva Herald", grade="D")
    act(own_desk, "correct", who=BEN, claim=key, field="polarity", value="negated")
    whole = look(own_desk, "decisions")
    assert [each["kind"] for each in whole["decisions"]] == ["correct", "grade"]
    assert whole["people"] == ["Ana", "Ben"]
    assert look(own_desk, "decisions", by="Ana")["count"] == 1
    assert look(own_desk, "decisions", kind="correct")["count"] == 1
    assert look(own_desk, "decisions", q=key)["count"] == 1
    assert look(own_desk, "decisions", q="nothing like that")["count"] == 0


def test_a_saved_search_is_ones_own_until_it_is_shared(own_desk: Desk) -> None:
    act(own_desk, "save-search", name="Denials", asked="modality=denied&cursor=1&as_of=2024-10-01")
    (own,) = look(own_desk, "searches")["saved"]
    assert (own["name"], own["asked"]) == ("Denials", "modality=denied")
    assert look(own_desk, "searches", who=BEN)["saved"] == []
    with pytest.raises(RefusedError):
        act(own_desk, "drop-search", who=BEN, search=own["key"])
    act(own_desk, "share-search", search=own["key"])
    (shared,) = look(own_desk, "searches", who=BEN)["saved"]
    assert (shared["is_shared"], shared["is_own"]) == (True, False)
    act(own_desk, "drop-search", search=own["key"])
    assert look(own_desk, "searches")["saved"] == []


def test_a_saved_search_tells_what_came_since_it_was_seen(own_desk: Desk) -> None:
    act(own_desk, "save-search", who=CAM, name="Denials", asked="modality=denied")
    (own,) = look(own_desk, "searches", who=CAM)["saved"]
    assert look(own_desk, "searches", who=CAM, saved=own["key"])["since"] is None
    act(own_desk, "look-at-search", who=CAM, search=own["key"])
    since = look(own_desk, "searches", who=CAM, saved=own["key"])["since"]
    hits = look(own_desk, "claims", who=CAM, modality="denied")["hits"]
    assert hits
    assert all(hit["known_at"] < since for hit in hits)
    assert look(own_desk, "searches", who=ANA)["since"] is None


def test_a_search_that_cannot_be_made_is_not_kept(own_desk: Desk) -> None:
    with pytest.raises(SettingsError):
        act(own_desk, "save-search", name="x", asked="modality=certain")
    with pytest.raises(RefusedError):
        look(own_desk, "searches", saved="0" * 16)


def test_today_tells_what_came_and_looking_makes_it_old(own_desk: Desk) -> None:
    today = look(own_desk, "today", since="week")
    assert today["new"]["reports"] > 0
    assert sum(each["reports"] for each in today["days"]) <= today["reports"]
    assert len(today["days"]) == 60
    assert not today["has_looked"]
    act(own_desk, "look")
    today = look(own_desk, "today")
    assert (today["since_how"], today["has_looked"]) == ("look", True)
    assert today["new"]["reports"] == 0
    newcomer = look(own_desk, "today", who=BEN)
    assert newcomer["since_how"] == "last"
    assert newcomer["new"]["reports"] > 0
    key = first_claim(own_desk)["claim"]
    act(own_desk, "correct", claim=key, field="polarity", value="negated")
    new = look(own_desk, "today")["new"]
    assert (new["claims"], new["decisions"]) == (0, 1)


def test_what_changed_is_told_with_its_claims_what_is_claimed_before_who_is_heard_of(
    example_desk: Desk,
) -> None:
    found = look(example_desk, "changes", as_of="2024-10-24", since="week")
    kinds = [each["kind"] for each in found["changes"]]
    named = [kind in {"appeared", "quiet"} for kind in kinds]
    assert "new" in kinds
    assert named == sorted(named)
    assert 0 < found["single_origin"] <= found["findings"]
    for change in found["changes"]:
        for claim in change["claims"]:
            assert change["told_in"][claim["claim_id"]]["outlet"]


def test_comments_and_tasks_for_somebody_are_on_their_first_page(own_desk: Desk) -> None:
    key = first_claim(own_desk)["claim"]
    act(own_desk, "comment", who=BEN, subject=key, words="@Ana, who told them?")
    told = look(own_desk, "today")["for_you"]
    assert [(each["by"], each["subject"]) for each in told] == [("Ben", key)]
    assert look(own_desk, "today", who=BEN)["for_you"] == []


@pytest.mark.parametrize("view", ["claim", "report", "bearings"])
def test_what_is_not_there_is_told(example_desk: Desk, view: str) -> None:
    with pytest.raises(MissingError):
        look(example_desk, view, key="0" * 16)
