"""What people put right in claims, in a record: it holds, from then on, everywhere."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from watchword.brief.document import from_json, to_json
from watchword.brief.verify import verify
from watchword.errors import RefusedError, SettingsError
from watchword.flow.briefing import Request
from watchword.flow.records import record_of
from watchword.flow.situation.correcting import amend_anew
from watchword.flow.situation.deciding import Wish, decide
from watchword.flow.situation.standing import brief_record, find_standing, known_standing
from watchword.model.claim import Claim
from watchword.model.decision import Decision, DecisionKind
from watchword.model.known import Known
from watchword.model.search import Query
from watchword.store import Store, open_store
from watchword.store.amending import read_by_machine
from watchword.store.readings import add_readings
from watchword.store.search import search
from watchword.store.vectors import directions_in

KIRBY = "John Kirby"


@pytest.fixture
def store(own_record: Path) -> Iterator[Store]:
    opened = open_store(str(own_record))
    yield opened
    opened.close()


def known_of(store: Store) -> Known:
    return known_standing(find_standing(store))


def claim_of(store: Store, speaker: str = KIRBY) -> Claim:
    """The first claim of a speaker that gives a figure and has an event."""
    known = known_of(store)
    told = {event.claim for event in known.events}
    return next(
        claim
        for claim in known.claims.values()
        if [link.name for link in claim.attribution.links] == [speaker]
        and claim.figures
        and claim.key in told
    )


def correct(store: Store, claim: str, value: str) -> Decision:
    wish = Wish(kind=DecisionKind.CORRECT, subject=claim, value=value, by="Ana", why="misread")
    return decide(store, wish)


def undo(store: Store, decision: str) -> Decision:
    return decide(store, Wish(kind=DecisionKind.UNDO, subject=decision, by="Ben"))


def found(store: Store, **asked: str) -> list[str | None]:
    query = Query(words=asked.get("words", ""), source=asked.get("source"), limit=200)
    return [hit.claim for hit in search(store, query)]


def test_a_corrected_speaker_is_found_and_told_and_the_machines_finding_is_kept_beside(
    store: Store,
) -> None:
    claim = claim_of(store)
    made = correct(store, claim.key, "source=Petr Novak")
    now = known_of(store).claims[claim.key]
    assert [link.name for link in now.attribution.links] == ["Petr Novak"]
    assert now.attribution.links[0].words == claim.attribution.links[0].words
    assert claim.key in found(store, source="Petr Novak")
    assert claim.key in found(store, words="Novak")
    assert claim.key not in found(store, source=KIRBY)
    record = record_of(now, known_of(store).reports[now.report])
    assert record["corrected"] == [
        {
            "field": "source",
            "value": "Petr Novak",
            "was": KIRBY,
            "by": "Ana",
            "at": made.at.isoformat(),
            "why": "misread",
            "decision": made.key,
        }
    ]


def test_a_brief_takes_the_correction_and_passes_its_check(store: Store) -> None:
    claim = claim_of(store)
    correct(store, claim.key, "source=Petr Novak")
    brief = brief_record(store, find_standing(store), Request(title="Troops"))
    told = next(each for each in brief.claims if each.key == claim.key)
    assert [each.was for each in told.corrected] == [KIRBY]
    document = to_json(brief)
    assert from_json(document).claims == brief.claims
    checked = verify(from_json(document))
    assert (checked.problems, checked.corrected) == ((), 1)
    assert "Petr Novak" in document


def test_what_was_known_before_a_correction_stays_byte_for_byte(store: Store) -> None:
    request = Request(title="Troops")
    standing = find_standing(store)
    before = to_json(brief_record(store, standing, request))
    correct(store, claim_of(store).key, "claim=no")
    again = to_json(brief_record(store, find_standing(store, standing.as_of), request))
    assert again == before


def test_undoing_brings_the_machines_finding_back_and_leaves_other_corrections(
    store: Store,
) -> None:
    claim = claim_of(store)
    first = correct(store, claim.key, "source=Petr Novak")
    correct(store, claim.key, "modality=reported")
    undone = undo(store, first.key)
    now = known_of(store).claims[claim.key]
    assert now.attribution == claim.attribution
    assert [each.field.value for each in now.corrected] == ["modality"]
    assert claim.key in found(store, source=KIRBY)
    undo(store, undone.key)
    again = known_of(store).claims[claim.key]
    assert [link.name for link in again.attribution.links] == ["Petr Novak"]


def test_of_two_corrections_of_one_field_the_later_holds(store: Store) -> None:
    claim = claim_of(store)
    correct(store, claim.key, "place=Vladivostok")
    later = correct(store, claim.key, "place=Kursk region")
    now = known_of(store).claims[claim.key]
    assert now.place is not None
    assert now.place.name == "Kursk region"
    undo(store, later.key)
    now = known_of(store).claims[claim.key]
    assert now.place is not None
    assert now.place.name == "Vladivostok"


def test_a_claim_that_is_none_is_gone_with_its_event_and_comes_back(store: Store) -> None:
    claim = claim_of(store)
    made = correct(store, claim.key, "claim=no")
    known = known_of(store)
    assert claim.key not in known.claims
    assert claim.key not in {event.claim for event in known.events}
    assert claim.key not in found(store, source=KIRBY)
    undo(store, made.key)
    known = known_of(store)
    assert known.claims[claim.key] == claim
    assert claim.key in {event.claim for event in known.events}


def test_the_event_of_a_claim_follows_it(store: Store) -> None:
    claim = claim_of(store)
    for value in ("actor=Belarus", "event=aid", "time=2024-10-01", "figure=about 7,000 engineers"):
        correct(store, claim.key, value)
    known = known_of(store)
    now = known.claims[claim.key]
    event = next(each for each in known.events if each.claim == claim.key)
    assert event.type.value == now.event == "AID"
    assert [party.code for party in event.actors] == ["BLR"]
    assert event.time == now.time
    assert now.time is not None
    assert (str(now.time.since)[:10], str(now.time.until)[:10]) == ("2024-10-01", "2024-10-02")
    main = now.figures[0]
    assert (main.best, main.unit, main.approx.value) == (7000.0, "engineers", "about")
    assert main.words == claim.figures[0].words


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("speaker=Petr Novak", "names no field"),
        ("Petr Novak", "names no field"),
        ("modality=certain", "cannot be 'certain'"),
        ("event=WAR", "cannot be 'WAR'"),
        ("figure=many", "not one quantity"),
        ("time=2024-13-45..", "no day"),
        ("time=soonish", "tells no time"),
        ("action=", "cannot be ''"),
    ],
)
def test_what_a_field_cannot_be_is_refused_and_changes_nothing(
    store: Store, value: str, told: str
) -> None:
    claim = claim_of(store)
    with pytest.raises(SettingsError, match=told):
        correct(store, claim.key, value)
    assert known_of(store).claims[claim.key] == claim


def test_a_claim_that_is_not_there_cannot_be_put_right(store: Store) -> None:
    with pytest.raises(RefusedError, match="no such claim"):
        correct(store, "0" * 16, "source=Petr Novak")


def test_saying_what_the_machine_found_changes_nothing_but_who_vouches(store: Store) -> None:
    claim = claim_of(store)
    correct(store, claim.key, f"source={KIRBY}")
    now = known_of(store).claims[claim.key]
    assert now.attribution == claim.attribution
    assert now.corrected[0].by == "Ana"


def test_a_later_reading_of_the_report_keeps_what_people_put_right(store: Store) -> None:
    claim = claim_of(store)
    correct(store, claim.key, "source=Petr Novak")
    with store.viewing() as view:
        found = read_by_machine(view, claim.report)
    assert found is not None
    _, read = found
    claims = tuple(replace(each, key=f"later {each.key[:8]}") for each in read.extraction.claims)
    again = replace(read, extraction=replace(read.extraction, claims=claims))
    with store.writing() as writing:
        add_readings(writing, [again], made_by="a later version")
        amend_anew(writing, [claim.report])
    known = known_of(store)
    assert claim.key not in known.claims
    now = next(each for each in known.claims.values() if each.content == claim.content)
    assert [link.name for link in now.attribution.links] == ["Petr Novak"]
    assert now.corrected[0].by == "Ana"


def test_what_lies_near_in_meaning_is_found_in_a_corrected_claim(store: Store) -> None:
    claim = claim_of(store)
    with store.viewing() as view:
        near = directions_in(view, claim.report)[claim.sentence.start]
    correct(store, claim.key, "source=Petr Novak")
    hits = [hit for hit in search(store, Query(near=near, limit=10)) if hit.claim == claim.key]
    assert [hit.source for hit in hits] == ["Petr Novak"]
