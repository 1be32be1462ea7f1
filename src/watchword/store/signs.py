"""The signs of every direction in a store, held in memory and searched by counting bits.

Whatever has the same signs in most of its 384 numbers points nearly the same way. Of the best the
signs are then weighed by the numbers of what is looked for. A million directions take 56 MB.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

import numpy as np
import sqlalchemy as sa

from watchword.store.tables import sign

WIDER = 8
"""How many times more directions are chosen by counting signs than by weighing them.

On 12,500 sentences of current events, read by the carried model, 98 of 100 of the ten nearest to a
sentence are among the best 55 by counting and then weighing (1,000 of 228,000 in proportion), and
90 by counting alone.
"""
_WORDS = 6
"""384 signs are six words of 64 bits."""
_WIDTH = 64 * _WORDS
_BLOCK = 65_536
"""Directions whose signs are compared at a time: they stay in the processor's own memory.

Comparing 2.3 million takes 17 ms that way, and 25 all at once.
"""
_LOADED_AT_ONCE = 100_000
"""Rows that are read at a time: a million as rows of the driver would take half a gigabyte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loaded:
    """Signs by the row numbers of their directions, in rising order.

    Attributes:
        numbers: row numbers.
        bits: six rows of words, a column a direction.
    """

    numbers: "np.ndarray[Any, Any]"
    bits: "np.ndarray[Any, Any]"


class Signs:
    """The signs of a store, loaded at the first search and topped up at each one after it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._loaded = _Loaded(numbers=np.empty(0, np.int64), bits=np.empty((_WORDS, 0), np.uint64))

    def nearest(
        self,
        connection: sa.Connection,
        codes: bytes,
        *,
        among: Sequence[int],
        count: int,
    ) -> list[int]:
        """The row numbers of the directions whose signs agree most with a direction, best first.

        Args:
            connection: a transaction that reads.
            codes: the direction as 384 signed bytes.
            among: the row numbers that may be given, each once; a range may go beyond the last.
            count: how many to give.
        """
        loaded = _those(self._topped_up(connection), among)
        direction = np.frombuffer(codes, np.int8)
        chosen = _most_alike(loaded, direction > 0, count * WIDER)
        signs = np.unpackbits(loaded.bits[:, chosen].T.copy().view(np.uint8), axis=1)
        # Not with @: its threads wait for each other on a busy machine.
        agreement = np.einsum("ij,j->i", signs, direction, dtype=np.int32)
        best = chosen[np.argsort(-agreement, kind="stable")[:count]]
        return [int(number) for number in loaded.numbers[best]]

    def _topped_up(self, connection: sa.Connection) -> _Loaded:
        with self._lock:
            last = int(self._loaded.numbers[-1]) if len(self._loaded.numbers) else 0
            query = sa.select(sign.c.id, sign.c.bits).where(sign.c.id > last).order_by(sign.c.id)
            parts = [
                _unpacked(rows) for rows in connection.execute(query).partitions(_LOADED_AT_ONCE)
            ]
            if parts:
                numbers = [each.numbers for each in (self._loaded, *parts)]
                bits = [each.bits for each in (self._loaded, *parts)]
                self._loaded = _Loaded(
                    numbers=np.concatenate(numbers), bits=np.concatenate(bits, axis=1)
                )
            return self._loaded


def _most_alike(
    loaded: _Loaded, signs: "np.ndarray[Any, Any]", count: int
) -> "np.ndarray[Any, Any]":
    """The places of the directions with most signs alike, in rising order; ties are all given."""
    met = np.zeros(_WIDTH + 1, np.int64)
    within = _WIDTH
    near: list[tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]] = []
    sought = np.packbits(signs).view(np.uint64)
    for start in range(0, len(loaded.numbers), _BLOCK):
        block = loaded.bits[:, start : start + _BLOCK]
        apart = np.zeros(block.shape[1], np.uint16)
        for words, word in zip(block, sought, strict=True):
            apart += np.bitwise_count(words ^ word)
        places = np.flatnonzero(apart <= within)
        near.append((places + start, apart[places]))
        met += np.bincount(apart[places], minlength=_WIDTH + 1)
        within = min(_WIDTH, int(np.searchsorted(np.cumsum(met), count)))
    if not near:
        return np.arange(0)
    chosen = np.concatenate([places for places, _ in near])
    return np.asarray(chosen[np.concatenate([apart for _, apart in near]) <= within])


def _unpacked(rows: Sequence[Any]) -> _Loaded:
    packed = b"".join([row[1] for row in rows])
    return _Loaded(
        numbers=np.fromiter((row[0] for row in rows), np.int64, len(rows)),
        bits=np.ascontiguousarray(np.frombuffer(packed, np.uint64).reshape(-1, _WORDS).T),
    )


def _those(loaded: _Loaded, among: Sequence[int]) -> _Loaded:
    """The signs of some directions alone; those that are not loaded are passed over."""
    if isinstance(among, range):
        start, end = np.searchsorted(loaded.numbers, (among.start, among.stop))
        return _Loaded(numbers=loaded.numbers[start:end], bits=loaded.bits[:, start:end])
    chosen = np.isin(loaded.numbers, np.asarray(among, np.int64), assume_unique=True)
    return _Loaded(numbers=loaded.numbers[chosen], bits=loaded.bits[:, chosen])
