"""Stories of a record: told once, in order, ruled on for good, whoever is stopped in between."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.store.records import engine, report_of

from watchword.errors import MissingError, RefusedError
from watchword.flow.situation.deciding import Wish, decide, decide_all
from watchword.flow.situation.origins import place_waiting
from watchword.flow.situation.reading import Reader, read_waiting
from watchword.flow.situation.recording import record
from watchword.flow.situation.stories import (
    StoryKeeper,
    newest_stories,
    show_story,
)
from watchword.flow.situation.turns import Turn
from watchword.group.stories.decisions import parted_by
from watchword.model.decision import DecisionKind
from watchword.model.report import DateSource, Published, Report
from watchword.model.story import StoryFeatures
from watchword.store import Store, View, create_store
from watchword.store.members import keys_beginning, members_of
from watchword.store.stories import each_happening

QUAKE = """
An earthquake of magnitude 6.1 struck the Indonesian province of Aceh on Tuesday, killing 35
people, the disaster agency in Banda Aceh said.

The earthquake in Aceh on Tuesday has killed 42 people, Indonesia's disaster agency said;
hundreds of houses in Bener Meriah were destroyed.

Rescuers in Indonesia's Aceh province searched for survivors of the 6.1 earthquake that has
killed 42 people in Bener Meriah.
"""
TREATY = """
Russia's parliament ratified the treaty with North Korea on Wednesday; Article 4 provides for
military aid, the speaker of the State Duma in Moscow said.

The ratification of the treaty by the State Duma in Moscow binds Russia and North Korea to
give military aid under Article 4, a deputy said.
"""


def day(number: int, text: str) -> Report:
    at = datetime(2024, 10, 1, tzinfo=UTC) + timedelta(days=number)
    return replace(report_of(text), published=Published(at=at, how=DateSource.HEADER))


def reports() -> list[Report]:
    texts = [" ".join(each.split()) for each in f"{QUAKE}\n{TREATY}".split("\n\n")]
    return [day(number, text) for number, text in enumerate(filter(None, texts))]


def grow(store: Store, found: list[Report]) -> None:
    record(store, found)
    read_waiting(store, Reader(engine=engine(), events=None, name="reader/1"))
    place_waiting(store)


def every_story(view: View) -> dict[str, tuple[str, ...]]:
    return members_of(view, keys_beginning(view, "", most=100))


def told(store: Store) -> dict[str, tuple[str, ...]]:
    with store.viewing() as view:
        return every_story(view)


def test_reports_on_one_happening_are_one_story_with_the_reasons(store: Store) -> None:
    grow(store, reports())
    assert StoryKeeper(store).tell_waiting() == 5
    assert StoryKeeper(store).tell_waiting() == 0
    assert sorted(map(len, told(store).values())) == [2, 3]
    with store.viewing() as view:
        newest, older = newest_stories(view, most=5)
        story, steps = show_story(view, older.key[:9])
        for name in ("", "-", older.key.upper() + "-", f"{older.key[:9]}'"):
            with pytest.raises(MissingError):
                show_story(view, name)
    assert "Duma" in newest.name or "Korea" in newest.name
    assert story == older
    assert [step.step.value for step in steps] == ["start", "join", "join"]
    for step in steps[1:]:
        assert step.score is not None
        assert sum(each.share for each in step.reasons) == pytest.approx(step.score, abs=0.02)


def test_telling_page_by_page_in_many_processes_comes_to_the_same(
    store: Store, tmp_path: Path
) -> None:
    for report in reports():
        grow(store, [report])
        StoryKeeper(store).tell_waiting()
    other = create_store(str(tmp_path / "other.watchword"), title="")
    grow(other, reports())
    StoryKeeper(other).tell_waiting()
    assert told(store) == told(other)
    other.close()


@pytest.mark.parametrize("location", ["file", "server"], indirect=True)
def test_what_a_person_rules_about_stories_holds_for_good(store: Store) -> None:
    grow(store, reports()[:4])
    keeper = StoryKeeper(store)
    keeper.tell_waiting()
    (quake,) = [key for key, each in told(store).items() if len(each) == 3]
    (treaty,) = [key for key, each in told(store).items() if len(each) == 1]
    with store.viewing() as view:
        before = view.as_of
    decide(store, wish(DecisionKind.SAME_STORY, quake, treaty))
    keeper.tell_waiting()
    (one,) = told(store).values()
    assert len(one) == 4
    with store.viewing(before) as view:
        assert len(every_story(view)) == 2
    decide(store, wish(DecisionKind.OTHER_STORY, reports()[3].key, next(iter(told(store)))))
    StoryKeeper(store).tell_waiting()
    assert sorted(map(len, told(store).values())) == [1, 3]
    grow(store, reports()[4:])
    StoryKeeper(store).tell_waiting()
    assert reports()[3].key not in told(store).get(quake, ())
    with pytest.raises(RefusedError, match="names no two stories"):
        decide(store, wish(DecisionKind.SAME_STORY, "nothing", "nowhere"))


@pytest.mark.parametrize("location", ["file", "server"], indirect=True)
def test_a_merge_is_taken_back_and_made_again(store: Store) -> None:
    keeper = told_by(store, reports())
    before = told(store)
    large, small = sorted(before, key=lambda key: -len(before[key]))
    made = decide(store, wish(DecisionKind.SAME_STORY, large, small))
    keeper.tell_waiting()
    assert set(told(store)) == {large}
    undone = decide(store, wish(DecisionKind.UNDO, made.key))
    StoryKeeper(store).tell_waiting()
    assert told(store) == before
    decide(store, wish(DecisionKind.UNDO, undone.key))
    StoryKeeper(store).tell_waiting()
    assert set(told(store)) == {large}


@pytest.mark.parametrize("location", ["file", "server"], indirect=True)
def test_reports_that_leave_a_story_together_return_together(store: Store) -> None:
    keeper = told_by(store, reports())
    before = told(store)
    (quake,) = [key for key, each in before.items() if len(each) == 3]
    first, second, _ = before[quake]
    begun = parted_by(first, quake)
    made = decide_all(
        store,
        (
            wish(DecisionKind.OTHER_STORY, first, quake),
            wish(DecisionKind.SAME_STORY, second, begun),
        ),
    )
    keeper.tell_waiting()
    assert told(store)[begun] == (first, second)
    undone = decide(store, wish(DecisionKind.UNDO, made[1].key))
    keeper.tell_waiting()
    assert told(store).keys() == before.keys()
    assert sorted(told(store)[quake]) == sorted(before[quake])
    decide(store, wish(DecisionKind.UNDO, undone.key))
    StoryKeeper(store).tell_waiting()
    assert sorted(told(store)[begun]) == sorted((first, second))


def test_what_is_undone_before_it_was_obeyed_moves_nothing(store: Store) -> None:
    told_by(store, reports())
    before = told(store)
    one, other = before
    made = decide(store, wish(DecisionKind.SAME_STORY, one, other))
    decide(store, wish(DecisionKind.UNDO, made.key))
    StoryKeeper(store).tell_waiting()
    assert told(store) == before


def test_an_undoing_that_would_move_nothing_is_refused(store: Store) -> None:
    keeper = told_by(store, reports())
    one, other = told(store)
    made = decide(store, wish(DecisionKind.OTHER_STORY, one, other))
    keeper.tell_waiting()
    with pytest.raises(RefusedError, match="can return"):
        decide(store, wish(DecisionKind.UNDO, made.key))


def told_by(store: Store, found: list[Report]) -> StoryKeeper:
    grow(store, found)
    keeper = StoryKeeper(store)
    keeper.tell_waiting()
    return keeper


def wish(kind: DecisionKind, subject: str, value: str | None = None) -> Wish:
    return Wish(kind=kind, subject=subject, value=value, by="ana")


def test_moving_reports_alone_comes_to_what_telling_comes_to(tmp_path: Path) -> None:
    stores = [
        create_store(str(tmp_path / f"{name}.watchword"), title=name) for name in ("one", "other")
    ]
    told_then: list[list[object]] = []
    for number, store in enumerate(stores):
        grow(store, reports())
        resident = StoryKeeper(store)
        resident.tell_waiting()
        quake = next(keys for keys in told(store).values() if len(keys) == 3)
        story = next(key for key, keys in told(store).items() if keys == quake)
        other = next(key for key in told(store) if key != story)
        decide(store, wish(DecisionKind.OTHER_STORY, quake[1], story))
        decide(store, wish(DecisionKind.SAME_STORY, story, other))
        late = day(7, "Rescuers in Aceh ended the search for survivors of the earthquake.")
        if number:
            assert StoryKeeper(store).obey_waiting()
            assert StoryKeeper(store).obey_waiting()
        grow(store, [late])
        resident.tell_waiting()  # with the shelf that it had before others obeyed
        with store.viewing() as view:
            steps = [(each[0].report if isinstance(each[0], StoryFeatures) else "", each[1])
                     for each in each_happening(view)]  # fmt: skip
        told_then.append([told(store), steps])
        store.close()
    assert told_then[0] == told_then[1]


def test_moving_reports_leaves_it_to_whoever_has_the_turn(store: Store) -> None:
    turn = Turn(store, "stories")
    assert turn.take()
    assert not StoryKeeper(store).obey_waiting()
    turn.end()
    assert StoryKeeper(store).obey_waiting()
