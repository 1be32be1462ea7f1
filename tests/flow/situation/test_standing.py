"""What was known at an instant stays what was known then, and so does its brief."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.store.records import engine, report_of

from watchword.brief.document import to_json
from watchword.collect import Limits
from watchword.errors import MissingError
from watchword.flow.briefing import Request
from watchword.flow.running import Inputs, each_collected
from watchword.flow.situation.actors import see_waiting
from watchword.flow.situation.deciding import Wish
from watchword.flow.situation.deciding import decide as carry_out
from watchword.flow.situation.origins import place_waiting
from watchword.flow.situation.reading import Reader, read_waiting
from watchword.flow.situation.rebuilding import rebuild_brief
from watchword.flow.situation.recording import Recorded, record
from watchword.flow.situation.scoping import Asked, scope_in_record
from watchword.flow.situation.standing import (
    BriefAsked,
    Since,
    brief_standing,
    find_brief,
    find_standing,
    keep_brief,
)
from watchword.flow.situation.stories import StoryKeeper
from watchword.model.decision import DecisionKind
from watchword.model.report import Report, Status, Unread
from watchword.model.source import Reliability
from watchword.store import Store
from watchword.store.decisions import add_decision

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "troops-to-russia"


def reader(name: str = "reader/1") -> Reader:
    return Reader(engine=engine(), events=None, name=name)


def later_reports() -> list[Report]:
    days = range(300)
    return [
        report_of(
            f"Ukraine's military intelligence said on Friday that {4_000 + 7 * day} North Korean"
            " troops had been sent to Kursk.",
            outlet=f"Paper {day % 7}",
        )
        for day in days
    ]


def decide(store: Store, kind: DecisionKind, subject: str, value: str | None = None) -> str:
    with store.writing() as writing:
        return add_decision(writing, kind, subject, value=value, signed=("ana", "")).key


@pytest.mark.parametrize("location", ["file", "server"], indirect=True)
def test_an_old_brief_is_rebuilt_byte_for_byte_whatever_came_since(store: Store) -> None:
    example = Inputs(sources=(str(EXAMPLE),), limits=Limits())
    assert record(store, each_collected(example)).new == 39
    assert read_waiting(store, reader()) == 39
    assert place_waiting(store) == 39
    decide(store, DecisionKind.GRADE, "Gulf Post", "B")
    brief = brief_standing(find_standing(store), Request(title="Troops"))
    key = keep_brief(store, brief)

    broken = Unread(found_at="broken.pdf", reason="damaged")
    assert record(store, [*later_reports(), broken]) == Recorded(new=300, unread=1)
    read_waiting(store, reader())
    read_waiting(store, reader("reader/2"), again=True)
    place_waiting(store)
    StoryKeeper(store).tell_waiting()
    see_waiting(store)
    merged = Wish(kind=DecisionKind.SAME_ACTOR, subject="Pentagon", value="NATO", by="ana")
    carry_out(store, merged)
    copied, printed = brief.reports[6].key, brief.reports[7].key
    carry_out(store, Wish(kind=DecisionKind.COPY, subject=copied, value=printed, by="ana"))
    for number, report in enumerate(brief.reports[:5]):
        decide(store, DecisionKind.WITHDRAW, report.key)
        decide(store, DecisionKind.GRADE, report.outlet or "", "ABCDE"[number])

    kept = find_brief(store, key)
    assert to_json(rebuild_brief(store, kept)) == kept.document == to_json(brief)
    now = brief_standing(find_standing(store), Request(title="Troops", earlier=brief))
    assert to_json(now) != kept.document
    later = keep_brief(store, now, BriefAsked(since=Since(brief=key)))
    record(store, [report_of("Moscow denied on Sunday that 9 troops had been sent.")])
    read_waiting(store, reader())
    assert to_json(rebuild_brief(store, find_brief(store, later))) == to_json(now)


@pytest.mark.parametrize("location", ["file"], indirect=True)
def test_a_withdrawn_report_is_withheld_from_then_on(store: Store) -> None:
    report = report_of("Kyiv said that 40 tanks had been lost.")
    record(store, [report])
    read_waiting(store, reader())
    before = find_standing(store)
    undone = decide(store, DecisionKind.WITHDRAW, report.key)
    assert [each.report.status for each in find_standing(store).read] == [Status.WITHHELD]
    assert find_standing(store, before.as_of) == before
    decide(store, DecisionKind.UNDO, undone)
    assert [each.report.status for each in find_standing(store).read] == [Status.USABLE]


@pytest.mark.parametrize("location", ["file"], indirect=True)
def test_the_last_grade_of_a_source_holds(store: Store) -> None:
    decide(store, DecisionKind.GRADE, "Gulf Post", "C")
    decide(store, DecisionKind.GRADE, "Gulf Post", "B")
    assert find_standing(store).grades == {"Gulf Post": Reliability.B}


@pytest.mark.parametrize("location", ["file"], indirect=True)
def test_a_brief_that_is_not_kept_is_told(store: Store) -> None:
    with pytest.raises(MissingError, match="no such brief"):
        find_brief(store, "last")


@pytest.mark.parametrize("location", ["file", "server"], indirect=True)
def test_a_scope_gives_the_reports_that_speak_of_it_and_no_others(store: Store) -> None:
    texts = (
        "Russia said on Monday that 300 tanks had been moved to Belgorod.",
        "France said on Monday that 40 people had fled from Mali.",
    )
    record(store, [report_of(text) for text in texts])
    read_waiting(store, reader())
    see_waiting(store)

    def found(**asked: Sequence[str]) -> list[str]:
        scope = scope_in_record(store, Asked(**asked))
        return [each.report.text for each in find_standing(store, scope=scope).read]

    assert found() == list(texts)
    assert found(actors=["the Kremlin"]) == [texts[0]]
    assert found(actors=["France"], places=["Mali"]) == [texts[1]]
    assert found(actors=["Russia", "France"]) == []
    scope = scope_in_record(store, Asked(since=datetime(2024, 1, 1, tzinfo=UTC)))
    assert find_standing(store, scope=scope).read == ()
