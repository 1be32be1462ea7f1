"""A shelf as plain values, so that it can be kept and taken up by another process.

What reports say is not in it: they are named by their keys, and whoever takes the shelf up brings
what they are grouped by. Whatever follows from that and from the weights is worked out anew.

Invariant: the values depend on what the shelf decides on alone, not on how it came to be there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from watchword.errors import StoreError
from watchword.group.stories.decisions import MADE_BY

SHAPE = f"shelf 1 of {MADE_BY}"
"""Version of these values, and of what decides on them: of another one nothing is taken up."""
UNKNOWN = -(2**63)
"""Stands for an instant that is not known."""

Numbers = NDArray[np.int64]
_SHORT, _LONG = "<i4", "<i8"
_LONG_ONES = frozenset({"counted_at", "touched", "last", "numbers"})
_PLAIN = frozenset({"now", "weighed", "names"})
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptShelf:
    """What a shelf holds.

    Bytes are whole numbers, little-endian, one after another: `numbers` and instants (microseconds
    since 1970) of 64 bits, all others of 32. Keys are told by their place among `names`.

    Attributes:
        now: the latest publication so far.
        weighed: how many reports have been weighed.
        names: keys of reports, stories and origins, each once.
        counted: keys of the reports whose terms count, in the order in which they came.
        counted_at: the latest publication when each came.
        held: keys of the reports that new ones are held against, and of those that left a story
            and are needed for the order of the index; in the order in which they came.
        numbers: which of all weighed reports each of those is.
        weights: of each of those, what its words, its pairs of words and its names weigh, in the
            order of its features; 0 where a term weighs nothing.
        stories: keys of the stories, the longest untouched first.
        touched: the latest publication when each was last touched.
        last: the latest publication among the reports of each.
        sizes: how many reports each has.
        reports: keys of the reports of the first one, of the second one, and so on.
        started: keys of the stories that these were first put in.
        printed: how many origins the reports of each story print.
        origins: keys of those, story by story.
        homes: keys of origins, each followed by that of the story that its prints go into.
        puts: what was put into stories, the latest last, three numbers each: the place of the
            story, the place of the report among those held, and 1 where it has left the story.
        became: of rulings, pairs of keys (`rulings.Said`).
        apart: likewise.
        one: likewise.
        home: likewise.
        barred: likewise.
    """

    now: int
    weighed: int
    names: tuple[str, ...]
    counted: bytes
    counted_at: bytes
    held: bytes
    numbers: bytes
    weights: bytes
    stories: bytes
    touched: bytes
    last: bytes
    sizes: bytes
    reports: bytes
    started: bytes
    printed: bytes
    origins: bytes
    homes: bytes
    puts: bytes
    became: bytes
    apart: bytes
    one: bytes
    home: bytes
    barred: bytes


COLUMNS = tuple(each.name for each in fields(KeptShelf) if each.name not in _PLAIN)
"""Those of the attributes that are bytes."""


def column_of(name: str, numbers: Sequence[int]) -> bytes:
    """Numbers as the bytes of an attribute.

    Raises:
        OverflowError: if one is too large.
    """
    return np.array(numbers, dtype=_kind(name)).tobytes()


def numbers_in(kept: KeptShelf, name: str) -> Numbers:
    """The numbers that the bytes of an attribute hold.

    Raises:
        StoreError: if they are no whole numbers.
    """
    column: bytes = getattr(kept, name)
    kind = np.dtype(_kind(name))
    if len(column) % kind.itemsize:
        raise StoreError("what is kept of the shelf breaks off", key=name)
    return np.frombuffer(column, dtype=kind).astype(np.int64)


def count_of(at: datetime | None) -> int:
    """An instant as microseconds since 1970; `UNKNOWN` where there is none."""
    return UNKNOWN if at is None else (at - _EPOCH) // _MICROSECOND


def instant_of(count: int) -> datetime | None:
    """The instant that `count_of` counted.

    Raises:
        OverflowError: if no calendar has it.
    """
    return None if count == UNKNOWN else _EPOCH + count * _MICROSECOND


def _kind(name: str) -> str:
    return _LONG if name in _LONG_ONES else _SHORT
