"""The kept story shelf: one row, in place of the one before, and no part of the record."""

from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.store.listed import fill

from watchword.errors import StoreError
from watchword.store import Store, create_store
from watchword.store.backup import back_up, copy_rows
from watchword.store.shelves import (
    ShelfRow,
    keep_shelf,
    kept_up_to,
    pack_shelf,
    shelf_kept,
    unpack_shelf,
)
from watchword.store.stories import last_happening
from watchword.store.tables_derived import story_shelf
from watchword.store.thinning import thin


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Stands for what a shelf holds."""

    names: tuple[str, ...]
    column: bytes


SHELF = Shelf(names=("b669aa7d1dbf7a93", "wire"), column=bytes(range(256)) * 3)
ROW = ShelfRow(trace=1, told=7, ruled=3, made_by="shelf 1", payload=pack_shelf(SHELF))


def keep(store: Store, *rows: ShelfRow) -> None:
    for row in rows:
        with store.writing() as writing:
            keep_shelf(writing, row)


def test_the_shelf_kept_last_is_the_only_one(store: Store) -> None:
    fill(store)
    with store.viewing() as view:
        assert shelf_kept(view) is None
        assert kept_up_to(view, "shelf 1") == 0
        last = last_happening(view)
    newer = replace(ROW, trace=last, told=9)
    keep(store, ROW, newer)
    with store.viewing() as view:
        found = shelf_kept(view)
        assert found == newer
        assert view.connection.scalar(sa.select(sa.func.count()).select_from(story_shelf)) == 1
        assert kept_up_to(view, "shelf 1") == last
        assert kept_up_to(view, "shelf 2") == 0
    assert unpack_shelf(Shelf, found) == SHELF


@pytest.mark.parametrize(
    "payload",
    [
        *(b"", b"\x00", b"\x00{}", b"\x00[1]", b"\x00null", b'\x00{"names":[1],"column":2}'),
        *(b"\x01", ROW.payload[:-9], ROW.payload[:40] + b"\xff" + ROW.payload[41:]),
        *(b"\x00" + b"[" * 100_000, b"\x00\xff\xfe", b'\x00{"names":["a"],"column":"\xc3\xa9"}'),
    ],
)
def test_damaged_bytes_are_told_as_damaged(payload: bytes) -> None:
    with pytest.raises(StoreError):
        unpack_shelf(Shelf, replace(ROW, payload=payload))


def test_copies_and_thinned_records_are_without_it(store: Store, tmp_path: Path) -> None:
    fill(store)
    keep(store, ROW)
    copied, thinned = (
        create_store(str(tmp_path / f"{name}.watchword"), title="") for name in ("copy", "thin")
    )
    with closing(copied), closing(thinned):
        copy_rows(store, copied)
        thin(store, thinned, since=datetime(2000, 1, 1, tzinfo=UTC))
        for each in (copied, thinned):
            with each.viewing() as view:
                assert shelf_kept(view) is None
    back_up(store, tmp_path / "backup.watchword")
