"""A process brings the story shelf back from what is kept of it, and comes to the same stories."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.flow.situation.test_stories import day, grow, reports, told, wish

from watchword.flow.archive.grouping import group_archive
from watchword.flow.running import Stand
from watchword.flow.situation import stories, story_shelves
from watchword.flow.situation.deciding import decide
from watchword.flow.situation.stories import StoryKeeper
from watchword.flow.situation.story_shelves import (
    is_worth_keeping,
    keep_where_worth_it,
    progress_on,
    restored_shelf,
)
from watchword.group.stories import StoryShelf
from watchword.group.stories.kept import SHAPE, KeptShelf
from watchword.model.decision import DecisionKind
from watchword.model.report import Report
from watchword.store import Store, View, create_store
from watchword.store.shelves import kept_up_to, pack_shelf, shelf_kept
from watchword.store.stories import Happening, each_happening, last_happening
from watchword.store.tables_derived import story_shelf

LATE = (
    "Rescuers in Aceh ended the search for survivors of the earthquake in Bener Meriah.",
    "North Korea's parliament ratified the treaty with Russia; Article 4 gives military aid.",
)


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shelf is kept whenever something was told."""
    for name, value in (("OF_ALL", 0), ("FEWEST", 1), ("SHARE", 1_000)):
        monkeypatch.setattr(story_shelves, name, value)


@pytest.fixture
def gone_through(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many happenings each restoring goes through."""
    counts: list[int] = []

    def counted(view: View, *, after: int = 0) -> Iterator[Happening]:
        every = list(each_happening(view, after=after))
        counts.append(len(every))
        return iter(every)

    monkeypatch.setattr(story_shelves, "each_happening", counted)
    return counts


def late() -> list[Report]:
    return [day(7 + number, text) for number, text in enumerate(LATE)]


def without_kept(store: Store) -> None:
    with store.writing() as writing:
        writing.connection.execute(story_shelf.delete())


def happened(store: Store) -> list[object]:
    with store.viewing() as view:
        return list(each_happening(view))


def live_through(store: Store, *, forget: bool) -> None:
    """Tell reports and rulings in one process after the other."""
    grow(store, reports())
    StoryKeeper(store).tell_waiting()
    quake, treaty = sorted(told(store), key=lambda key: -len(told(store)[key]))
    steps = [
        lambda: grow(store, late()[:1]),
        lambda: decide(store, wish(DecisionKind.SAME_STORY, quake, treaty)),
        lambda: decide(store, wish(DecisionKind.OTHER_STORY, quake, treaty)),
        lambda: grow(store, late()[1:]),
    ]
    for step in steps:
        if forget:
            without_kept(store)
        step()
        StoryKeeper(store).tell_waiting()


def test_a_process_goes_through_what_came_after_and_no_more(
    store: Store, gone_through: list[int]
) -> None:
    grow(store, reports())
    StoryKeeper(store).tell_waiting()
    with store.viewing() as view:
        assert kept_up_to(view, SHAPE) == last_happening(view) == 5
    grow(store, late())
    StoryKeeper(store).tell_waiting()
    assert gone_through == [0, 0]
    with store.viewing() as view:
        assert kept_up_to(view, SHAPE) == 7
        assert restored_shelf(view).stories == told(store)
    assert gone_through == [0, 0, 0]


def test_a_run_that_is_broken_off_has_kept_what_it_came_to(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stories, "OFTEN", 1)
    grow(store, reports())

    def broken(_: Stand) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        StoryKeeper(store).tell_waiting(broken)
    with store.viewing() as view:
        assert kept_up_to(view, SHAPE) == last_happening(view) == 5


def test_what_another_process_obeyed_meanwhile_is_gone_through(
    store: Store, gone_through: list[int]
) -> None:
    grow(store, reports())
    resident = StoryKeeper(store)
    resident.tell_waiting()
    first, second = told(store)
    decide(store, wish(DecisionKind.SAME_STORY, first, second))
    assert StoryKeeper(store).obey_waiting()
    grow(store, late())
    resident.tell_waiting()
    assert gone_through == [0, 1]
    assert len(told(store)[first]) == 7


def test_the_record_is_the_same_with_and_without_it(store: Store, tmp_path: Path) -> None:
    with closing(create_store(str(tmp_path / "other.watchword"), title="")) as other:
        live_through(store, forget=False)
        live_through(other, forget=True)
        assert happened(store) == happened(other)
        assert told(store) == told(other)


def damage(store: Store, **values: object) -> None:
    with store.writing() as writing:
        writing.connection.execute(story_shelf.update().values(**values))


def of_nobody() -> KeptShelf:
    """A shelf that counts a report that is not in the record."""
    return replace(
        StoryShelf().keep(), names=("nobody",), counted=bytes(4), counted_at=bytes(8), weighed=1
    )


@pytest.mark.parametrize("location", ["file", "server"], indirect=True)
@pytest.mark.parametrize(
    "values",
    [
        {"payload": b"\x01 no shelf"},
        {"payload": b"\x00{}"},
        {"payload": pack_shelf(replace(StoryShelf().keep(), counted=b"12345"))},
        {"payload": pack_shelf(of_nobody())},
        {"made_by": "shelf 0"},
        {"told": 1_000},
        {"ruled": 2**62},
    ],
)
def test_what_cannot_be_taken_up_is_passed_over(
    store: Store, gone_through: list[int], values: dict[str, object]
) -> None:
    grow(store, reports())
    StoryKeeper(store).tell_waiting()
    damage(store, **values)
    grow(store, late())
    StoryKeeper(store).tell_waiting()
    assert gone_through == [0, 5]
    assert sorted(map(len, told(store).values())) == [3, 4]
    with store.viewing() as view:
        row = shelf_kept(view)
        assert row is not None
        assert (row.trace, row.made_by) == (7, SHAPE)


def test_a_process_that_was_overtaken_keeps_nothing(store: Store) -> None:
    grow(store, reports())
    StoryKeeper(store).tell_waiting()
    without_kept(store)
    with store.viewing() as view:
        shelf, at = restored_shelf(view), progress_on(view)
    grow(store, late())
    StoryKeeper(store).tell_waiting()
    without_kept(store)
    assert not keep_where_worth_it(store, shelf, at)
    with store.viewing() as view:
        assert shelf_kept(view) is None
        newer, at = restored_shelf(view), progress_on(view)
    assert keep_where_worth_it(store, newer, at)


def test_the_shelf_is_kept_after_an_archive_was_grouped(
    tmp_path: Path, gone_through: list[int]
) -> None:
    with closing(create_store(str(tmp_path / "archive.watchword"), title="")) as store:
        grow(store, reports())
        group_archive(store, 1, at_once=2)
        with store.viewing() as view:
            assert kept_up_to(view, SHAPE) == 5
        grow(store, late())
        StoryKeeper(store).tell_waiting()
        assert gone_through[-1] == 0


def test_a_shelf_is_kept_where_that_saves_more_than_it_costs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()
    cases = {
        (100, 1_999, 1_999): False,
        (100, 2_000, 2_000): True,
        (1_001, 2_000, 2_000): False,
        (10_000, 100_000, 2_499): False,
        (10_000, 100_000, 2_500): True,
        (0, 0, 0): False,
    }
    assert {case: is_worth_keeping(*case) for case in cases} == cases
