"""A full disk, a lock, a damaged file, a newer version: told clearly, and the record intact."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.store.records import report_of

from watchword.errors import StoreError
from watchword.store import Store, create_store, dialect, open_store
from watchword.store.reports import add_reports, count_reports, each_report


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A store file with one report in it."""
    path = tmp_path / "situation.watchword"
    store = create_store(str(path), title="Trouble")
    add(store, "The first.")
    store.close()
    return path


def add(store: Store, *texts: str) -> None:
    with store.writing() as writing:
        add_reports(writing, [report_of(text) for text in texts])


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    store = open_store(str(path))
    try:
        yield store
    finally:
        store.close()


def test_a_full_disk_is_told_and_what_was_there_stays(file: Path) -> None:
    with opened(file) as store:
        with store.engine.connect() as connection:
            pages = connection.scalar(sa.text("PRAGMA page_count")) or 0

        @sa.event.listens_for(store.engine, "connect")
        def _limit(connection: sqlite3.Connection, _record: object) -> None:
            connection.execute(f"PRAGMA max_page_count={pages + 2}")

        store.engine.dispose()
        with pytest.raises(StoreError, match="disk is full"):
            add(store, *(os.urandom(3000).hex() for _ in range(40)))
        with store.viewing() as view:
            assert [report.text for report in each_report(view)] == ["The first."]
    with opened(file) as store:
        add(store, "The second.")
        with store.viewing() as view:
            assert count_reports(view) == 2
            assert dialect.check(view.connection) == []


def test_a_lock_that_is_held_for_too_long_is_told(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialect, "WAIT_S", 0.05)
    with closing(sqlite3.connect(file, isolation_level=None)) as other, opened(file) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="somebody else has been writing"):
            add(store, "The second.")
        with store.viewing() as view:
            assert count_reports(view) == 1
        other.execute("ROLLBACK")
        add(store, "The second.")


def test_a_file_that_is_no_store_is_told(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("A shopping list.", encoding="utf-8")
    with pytest.raises(StoreError, match="no Watchword store"):
        open_store(str(path))
    assert path.read_text(encoding="utf-8") == "A shopping list."


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmarks (address TEXT)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="no Watchword store"):
        open_store(str(path))
    assert path.read_bytes() == before


def test_a_store_that_is_not_there_is_told_with_how_to_begin(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="watchword init"):
        open_store(str(tmp_path / "none.watchword"))


def test_a_damaged_file_is_told_and_not_written_to(file: Path) -> None:
    with opened(file) as store:
        add(store, *(os.urandom(2000).hex() for _ in range(60)))
    content = bytearray(file.read_bytes())
    content[8192 : len(content) - 4096] = os.urandom(len(content) - 12288)
    file.write_bytes(content)
    with pytest.raises(StoreError, match=r"damaged|no Watchword store"):
        read_all(file)
    assert file.read_bytes()[100:] == bytes(content)[100:]


def read_all(path: Path) -> int:
    with opened(path) as store, store.viewing() as view:
        return len(list(each_report(view)))


def test_a_beginning_that_is_damaged_is_told(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(b"\x00" * 100 + content[100:])
    with pytest.raises(StoreError, match="damaged"):
        open_store(str(file))


def test_a_store_of_a_newer_version_is_left_as_it_is(location: str) -> None:
    store = create_store(location, title="Tomorrow")
    with store.engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9001'"))
    store.close()
    with pytest.raises(StoreError, match=r"newer version.*upgrade Watchword"):
        open_store(location)


def test_a_server_that_does_not_answer_is_told_without_the_password() -> None:
    with pytest.raises(StoreError) as told:
        open_store("postgresql://ana:secret@127.0.0.1:9/office")
    assert "does not answer" in str(told.value)
    assert "secret" not in str(told.value)


@pytest.mark.parametrize("schema", ["Kursk", "a;drop", "1a", "x" * 64])
def test_a_schemas_name_that_needs_quoting_is_refused(schema: str) -> None:
    with pytest.raises(StoreError, match="small letters"):
        open_store(f"postgresql://ana@127.0.0.1:9/office?schema={schema}")
