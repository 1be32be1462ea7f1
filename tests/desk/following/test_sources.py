"""Sources at the desk: listed, shown with their grades, graded and graded back."""

from watchword.desk.desk import Desk
from watchword.flow.span_records import Record
from watchword.model.principal import whoever_is_here

ANA = whoever_is_here("Ana")
OUTLET = "Neva Herald"


def look(desk: Desk, name: str, **asked: object) -> Record:
    answer = desk.look(ANA, "troops", name, asked)
    assert answer is not None
    return answer.record


def test_outlets_and_speakers_are_listed_by_how_much_comes_from_them(example_desk: Desk) -> None:
    for kind in ("outlets", "speakers"):
        counts = [each["count"] for each in look(example_desk, "sources", kind=kind)["sources"]]
        assert counts == sorted(counts, reverse=True)
        assert counts[0] > 1
    begun = look(example_desk, "sources", q="her")["sources"]
    assert OUTLET in [each["name"] for each in begun]
    assert all("her" in each["name"].casefold() for each in begun)


def test_a_grade_is_given_with_its_reason_kept_in_the_history_and_taken_back(
    own_desk: Desk,
) -> None:
    given = {"source": OUTLET, "grade": "D", "why": "owned by a party"}
    done = own_desk.act(ANA, "troops", "grade", given)
    found = look(own_desk, "source", key=OUTLET)
    assert (found["given"], found["given_by"], found["given_why"]) == ("D", "Ana", given["why"])
    assert look(own_desk, "sources")["graded"][0]["name"] == OUTLET
    assert look(own_desk, "source-record", key=OUTLET)["source"]["grade"] == "D"
    own_desk.act(ANA, "troops", "undo", {"decision": done["decision"]})
    found = look(own_desk, "source", key=OUTLET)
    assert found["given"] is None
    assert [each["holds"] for each in found["decisions"]] == [False]


def test_a_source_is_shown_with_what_it_tells_and_what_became_of_it(example_desk: Desk) -> None:
    outlet = look(example_desk, "source", key=OUTLET)
    assert {each["outlet"] for each in outlet["told"]} == {OUTLET}
    speaker = look(example_desk, "source", key="National Intelligence Service")
    assert {each["source"] for each in speaker["said"]} == {"National Intelligence Service"}
    records = look(example_desk, "source-records")
    assert records["total"] >= len(records["sources"]) > 5
    record = look(example_desk, "source-record", key="National Intelligence Service")
    assert record["claims"] > 0


def test_an_outlet_that_prints_another_ones_text_is_shown_to(example_desk: Desk) -> None:
    outlets = look(example_desk, "sources", limit="100")["sources"]
    printed = [look(example_desk, "source", key=each["name"])["copies"] for each in outlets]
    copies = [copy for each in printed for copy in each]
    assert copies
    assert all(copy["reason"] for copy in copies)


def test_a_source_that_others_cite_alone_can_be_graded(own_desk: Desk) -> None:
    cited = "British research group"
    before = look(own_desk, "source", key=cited)
    assert (before["reports"], before["claims"], before["given"]) == (0, 0, None)
    own_desk.act(ANA, "troops", "grade", {"source": cited, "grade": "B"})
    assert look(own_desk, "source", key=cited)["given"] == "B"


def test_a_grade_given_later_is_not_seen_before(own_desk: Desk) -> None:
    own_desk.act(ANA, "troops", "grade", {"source": OUTLET, "grade": "E"})
    then = look(own_desk, "source", key=OUTLET, as_of="2024-11-01")
    assert then["given"] is None
