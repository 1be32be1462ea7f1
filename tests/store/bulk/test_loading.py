"""A record filled in bulk is the record that adding one by one would have made."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
import sqlalchemy as sa
from tests.store.listed import told
from tests.store.records import read_of
from tests.store.search.records import READER

from watchword.model.read_report import ReadReport
from watchword.model.report import Unread
from watchword.model.search import Query, Sought
from watchword.store import Store, create_store
from watchword.store.bulk import Found, Loaded, load_found, pack_found, restore_indexes
from watchword.store.bulk.indexes import leave_out_indexes
from watchword.store.dialect_bulk import indexes_of
from watchword.store.readings import add_readings, each_failure, each_reading
from watchword.store.reports import add_reports, add_unread, count_reports, each_unread
from watchword.store.schema import metadata
from watchword.store.search import search
from watchword.store.tables import clock, meta
from watchword.store.transactions import Writing
from watchword.store.vectors import WIDTH, codes_of, codes_of_all

UNREAD = Unread(found_at="a.warc!7", reason="no text", count=2)


def directed(found: ReadReport, seed: int) -> ReadReport:
    dice = np.random.default_rng(seed)
    starts = sorted({0, *(claim.sentence.start for claim in found.extraction.claims)})
    halves = [dice.normal(size=WIDTH).astype("<f2").tobytes() for _ in starts]
    return replace(found, vectors=tuple(zip(starts, halves, strict=True)))


def some() -> list[Found]:
    invented = [directed(told(number), number) for number in range(30)]
    real = read_of("Lee said on Monday that 1,500 troops left Vladivostok. Officials denied it.")
    return [*invented, real, UNREAD, told(99)]


def rows_of(store: Store) -> dict[str, list[tuple[object, ...]]]:
    found = {}
    with store.viewing() as view:
        for table in metadata.sorted_tables:
            if table in {clock, meta}:
                continue
            columns = [column for column in table.columns if column.name != "known_at"]
            rows = view.connection.execute(sa.select(*columns))
            found[table.name] = sorted(map(tuple, rows), key=repr)
    return found


def add_one_by_one(store: Store, found: list[Found]) -> None:
    read = [each for each in found if isinstance(each, ReadReport)]
    with store.writing() as writing:
        add_reports(writing, [each.report for each in read])
        add_unread(writing, [each for each in found if isinstance(each, Unread)])
    with store.writing() as writing:
        add_readings(writing, read, made_by=READER)


@pytest.fixture
def other(location: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A second store of the same kind."""
    place = tmp_path_factory.mktemp("other") / "other.watchword"
    made = create_store(f"{location}_other" if "?schema=" in location else str(place), title="B")
    yield made
    made.close()


def test_every_row_is_the_one_that_adding_one_by_one_gives(store: Store, other: Store) -> None:
    loaded = load_found(store, [("a", some()[:20]), ("b", some()[20:])], made_by=READER)
    add_one_by_one(other, some())
    assert loaded == Loaded(reports=32, claims=loaded.claims, unread=1)
    assert rows_of(store) == rows_of(other)
    for query in (Query(words="troops"), Query(words="envoy", kind=Sought.REPORTS)):
        assert search(store, query) == search(other, query)
        assert search(store, query)


def test_what_is_there_is_not_added_again(store: Store) -> None:
    load_found(store, [("a", some())], made_by=READER)
    before = rows_of(store)
    again = load_found(store, [("b", some()[:-2])], made_by=READER)
    assert again == Loaded(known=31)
    assert rows_of(store) == before


def test_the_same_report_twice_in_a_part_is_added_once(store: Store) -> None:
    loaded = load_found(store, [("a", [told(1), told(2), told(1)])], made_by=READER)
    assert (loaded.reports, loaded.known) == (2, 1)


def test_a_part_that_was_loaded_is_skipped(store: Store) -> None:
    load_found(store, [("a", some())], made_by=READER)
    assert load_found(store, [("a", some())], made_by=READER) == Loaded(skipped=33)


def test_a_load_that_was_killed_goes_on_and_doubles_nothing(store: Store, other: Store) -> None:
    def killed(_writing: Writing, group: list[Found]) -> None:
        if told(25) in group:
            raise KeyboardInterrupt

    parts = [("a", [told(number) for number in range(20)]), ("b", [told(25), told(26)])]
    with pytest.raises(KeyboardInterrupt):
        load_found(store, parts, made_by=READER, beside=killed)
    with store.viewing() as view:
        assert count_reports(view) == 20
    assert load_found(store, parts, made_by=READER).skipped == 20
    load_found(other, parts, made_by=READER)
    with store.viewing() as view, other.viewing() as theirs:
        assert list(each_reading(view)) == list(each_reading(theirs))
    assert rows_of(store)["tally"] == rows_of(other)["tally"]


def test_reports_that_wait_to_be_read_get_what_was_found(store: Store, other: Store) -> None:
    for each in (store, other):
        with each.writing() as writing:
            add_reports(writing, [told(number).report for number in range(5)])
            add_readings(writing, [told(0)], made_by="reader/0")
    found: list[Found] = [told(number) for number in range(8)]
    loaded = load_found(store, [("a", found)], made_by=READER)
    add_one_by_one(other, found)
    assert (loaded.reports, loaded.known, len(loaded.read_again)) == (3, 5, 5)
    with store.viewing() as view, other.viewing() as theirs:
        assert list(each_reading(view)) == list(each_reading(theirs))
    assert rows_of(store)["tally"] == rows_of(other)["tally"]


def test_what_could_not_be_read_is_told(store: Store) -> None:
    load_found(store, [("a", [UNREAD])], made_by=READER)
    with store.viewing() as view:
        assert list(each_unread(view)) == [UNREAD]
        assert list(each_failure(view)) == []


def test_an_empty_record_has_all_its_indexes_after_it_was_filled(store: Store) -> None:
    tables = [table.name for table in metadata.sorted_tables] + ["report_words", "claim_words"]

    def indexes() -> dict[str, str]:
        with store.viewing() as view:
            return indexes_of(view.connection, tables)

    def without(writing: Writing, _group: list[Found]) -> None:
        assert "claim_key" not in indexes_of(writing.connection, tables)

    before = indexes()
    load_found(store, [("a", some())], made_by=READER, beside=without)
    assert indexes() == before
    assert "claim_key" in before


def test_indexes_that_a_killed_process_left_out_are_made_again(store: Store) -> None:
    assert leave_out_indexes(store)
    with store.viewing() as view:
        assert "claim_key" not in indexes_of(view.connection, ("claim",))
    assert restore_indexes(store) > 20
    with store.viewing() as view:
        assert "claim_key" in indexes_of(view.connection, ("claim",))
    assert restore_indexes(store) == 0


def test_what_is_packed_already_is_kept_as_it_is(store: Store, other: Store) -> None:
    found = some()
    mixed = [
        pack_found(each) if isinstance(each, ReadReport) and number % 2 else each
        for number, each in enumerate(found)
    ]
    for each in (store, other):
        with each.writing() as writing:
            add_reports(writing, [told(3).report, told(4).report])
    loaded = load_found(store, [("a", mixed)], made_by=READER)
    assert load_found(other, [("a", found)], made_by=READER) == loaded
    assert (loaded.reports, loaded.known, loaded.unread) == (30, 2, 1)
    assert rows_of(store) == rows_of(other)


def test_codes_of_many_directions_are_those_of_each() -> None:
    directions = np.random.default_rng(5).normal(size=(500, WIDTH)).astype(np.float32)
    directions[7] = 0
    assert codes_of_all(directions) == [codes_of(each) for each in directions]
