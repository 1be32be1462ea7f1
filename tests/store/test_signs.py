"""Directions are found by their signs, on any number of threads."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import sqlalchemy as sa
from tests.store.search.records import direct, keep, reading_of

from watchword.store import Store
from watchword.store.signs import Signs
from watchword.store.tables import sign
from watchword.store.vectors import WIDTH, codes_of

MANY = range(1 << 40)


def fill(store: Store, count: int, *, seed: int = 1) -> None:
    dice = np.random.default_rng(seed)
    for number in range(count):
        each = reading_of(f"Number {seed} {number}.", 1)
        keep(store, each)
        direct(store, each, (0, dice.normal(size=WIDTH).astype("<f2").tobytes()))


def whole(codes: bytes) -> np.ndarray:
    return np.frombuffer(codes, np.int8).astype(np.int64)


def test_the_directions_with_most_signs_alike_come_first(store: Store) -> None:
    fill(store, 12)
    wanted = np.random.default_rng(5).normal(size=WIDTH)
    signs, codes = Signs(), codes_of(wanted)
    with store.viewing() as view:
        rows = view.connection.execute(sa.select(sign.c.id, sign.c.bits)).all()
        agreement = {
            row.id: int(np.unpackbits(np.frombuffer(row.bits, np.uint8)) @ whole(codes))
            for row in rows
        }
        expected = sorted(agreement, key=lambda number: -agreement[number])
        assert signs.nearest(view.connection, codes, among=MANY, count=5) == expected[:5]
        some = sorted(expected[::3])
        assert signs.nearest(view.connection, codes, among=some, count=99) == expected[::3]
        early = range(some[1] + 1)
        assert set(signs.nearest(view.connection, codes, among=early, count=99)) == {
            number for number in agreement if number <= some[1]
        }


def test_threads_that_search_at_once_load_each_direction_once(store: Store) -> None:
    signs, codes = Signs(), b"\x01" * WIDTH

    def look(_: int) -> list[int]:
        with store.viewing() as view:
            return signs.nearest(view.connection, codes, among=MANY, count=999)

    for seed in (1, 2):
        fill(store, 6, seed=seed)
        with ThreadPoolExecutor(4) as pool:
            found = list(pool.map(look, range(12)))
        assert all(numbers == found[0] for numbers in found)
        assert len(found[0]) == len(set(found[0])) == 12 * seed
