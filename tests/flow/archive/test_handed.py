"""What whoever reads reports hands on is what whoever groups them would work out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import made_archives as made
import pytest
from test_driving import Here, order_of
from test_grouping import decided

from watchword.flow.archive import parts
from watchword.flow.archive.driving import read_archive
from watchword.flow.archive.grouping import Grouped, group_archive
from watchword.flow.archive.handed import Handed
from watchword.flow.archive.loading import load_parts
from watchword.flow.archive.working import ShardReader, Terms
from watchword.flow.situation.waiting import WORKS
from watchword.model.report import Report
from watchword.store import Store, create_store
from watchword.store.packed import PackedReading, each_packed_after


@pytest.fixture(scope="module")
def folder(reader: ShardReader, terms: Terms, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Parts of reports, some of them twice."""
    place = tmp_path_factory.mktemp("archive")
    (place / "a.jsonl").write_bytes(made.lines(5) + b"no record\n")
    (place / "b.jsonl").write_bytes(made.lines(6, first=3))
    read_archive(order_of([place], place / ".parts", terms), Here(reader))
    return place / ".parts"


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """Two new records."""
    both = [create_store(str(tmp_path / f"{name}.watchword"), title="") for name in "ab"]
    yield both[0], both[1]
    for each in both:
        each.close()


def loaded(store: Store, folder: Path) -> list[PackedReading]:
    """What a record holds after loading."""
    load_parts(store, folder)
    with store.viewing() as view:
        return list(each_packed_after(view, 0, 100))


def asked(found: list[PackedReading]) -> list[tuple[Report, bytes | None]]:
    return [(each.report, each.payload) for each in found]


def test_grouping_decides_the_same_with_what_was_handed_on(
    stores: tuple[Store, Store], folder: Path
) -> None:
    store, other = stores
    assert len(loaded(store, folder)) == len(loaded(other, folder)) == 9
    grouped = group_archive(store, 2, folder=folder, at_once=4)
    assert grouped == Grouped(placed=9, seen=9, told=9)
    assert group_archive(other, 1) == grouped
    assert decided(store) == decided(other)


def test_all_of_an_archive_is_handed_on(stores: tuple[Store, Store], folder: Path) -> None:
    found = loaded(stores[0], folder)[::-1]
    handed = Handed.of_folder(folder)
    assert all(None not in handed.of(work, asked(found)) for work in WORKS)


def test_nothing_is_handed_on_of_what_is_not_the_same(
    stores: tuple[Store, Store], folder: Path
) -> None:
    found, handed = asked(loaded(stores[0], folder)), Handed.of_folder(folder)
    report, payload = found[0]
    others: list[tuple[Report, bytes | None]] = [
        (replace(report, title="Another"), payload),
        (replace(report, key="0" * 16), payload),
        (report, b"another reading"),
    ]
    assert handed.of("stories", [*others, found[1]])[:3] == [None, None, None]
    assert handed.of("origins", [(report, None)]) != [None]


def test_another_version_works_everything_out(
    stores: tuple[Store, Store], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, other = stores
    found = asked(loaded(store, folder))
    monkeypatch.setattr(parts, "__version__", "another")
    assert asked(loaded(other, folder)) == found
    assert Handed.of_folder(folder).of("stories", found) == [None] * 9
    assert group_archive(other, 1, folder=folder) == group_archive(store, 1)
    assert decided(store) == decided(other)


def test_nothing_is_handed_on_where_there_is_no_archive(tmp_path: Path) -> None:
    report = Report(
        key="k",
        report_id="k",
        text="",
        text_sha256="",
        raw_sha256="",
        raw=b"",
        form="",
        found_at="",
    )
    assert Handed.of_folder(tmp_path).of("origins", [(report, None)]) == [None]
