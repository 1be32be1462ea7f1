"""Parts into the record: whole or not at all, each report once."""

from collections.abc import Iterator
from pathlib import Path

import made_archives as made
import pytest
from test_driving import Here, order_of

from watchword.errors import SettingsError
from watchword.flow.archive import loading
from watchword.flow.archive.driving import read_archive
from watchword.flow.archive.loading import load_parts
from watchword.flow.archive.parts import each_part
from watchword.flow.archive.working import ShardReader, Terms
from watchword.store import Store, Writing, create_store
from watchword.store.bulk import PackedFound, unpack_found
from watchword.store.readings import each_reading
from watchword.store.reports import count_reports, each_unread


@pytest.fixture(scope="module")
def folder(reader: ShardReader, terms: Terms, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Parts of two files that share two reports, of a bad line, and of a file that is not there."""
    place = tmp_path_factory.mktemp("archive")
    (place / "a.jsonl").write_bytes(made.lines(4) + b"no record\n")
    (place / "b.jsonl").write_bytes(made.lines(4, first=3))
    read_archive(order_of([place, place / "gone"], place / ".parts", terms), Here(reader))
    return place / ".parts"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made_store = create_store(str(tmp_path / "s.watchword"), title="")
    yield made_store
    made_store.close()


def test_a_report_that_lies_in_two_parts_is_in_the_record_once(store: Store, folder: Path) -> None:
    loaded = load_parts(store, folder)
    assert (loaded.loaded.reports, loaded.loaded.known, loaded.loaded.unread) == (7, 1, 2)
    assert (loaded.before, loaded.missing) == (0, 0)
    with store.viewing() as view:
        assert count_reports(view) == 7
        assert [each.reason for each in each_unread(view)] == [
            "there is no such file",
            "not JSON: expecting value",
        ]


def test_what_the_record_holds_is_what_the_parts_hold(store: Store, folder: Path) -> None:
    load_parts(store, folder)
    kept = {
        each.report.key: unpack_found(each)
        for place in folder.glob("part-*")
        for each in each_part(place)
        if isinstance(each, PackedFound)
    }
    with store.viewing() as view:
        found = list(each_reading(view))
    assert {each.report.key: each.extraction for each in found} == {
        key: each.extraction for key, each in kept.items()
    }
    assert {each.report.key: each.events for each in found} == {
        key: each.events for key, each in kept.items()
    }


def test_a_part_is_loaded_once(store: Store, folder: Path) -> None:
    load_parts(store, folder)
    again = load_parts(store, folder)
    assert (again.before, again.missing) == (5, 0)
    assert (again.loaded.reports, again.loaded.known, again.loaded.unread) == (0, 0, 0)


def test_loading_that_is_ended_goes_on_where_it_was(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, seen = loading.amend_anew, []

    def amend(writing: Writing, keys: list[str]) -> None:
        seen.append(keys)
        if len(seen) == 3:
            raise KeyboardInterrupt
        whole(writing, keys)

    monkeypatch.setattr(loading, "amend_anew", amend)
    with pytest.raises(KeyboardInterrupt):
        load_parts(store, folder)
    monkeypatch.undo()
    rest = load_parts(store, folder)
    assert (rest.before, rest.loaded.skipped) == (1, 1)
    with store.viewing() as view:
        assert count_reports(view) == 7
        assert sum(each.count for each in each_unread(view)) == 2


def test_a_folder_without_a_plan_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no archive"):
        load_parts(store, tmp_path)
