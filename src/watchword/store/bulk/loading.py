"""Loading what was read elsewhere into a record, group by group.

Invariant: a group is added whole or not at all, together with how far the loading of its part has
come; a load that was killed goes on after its last group, and doubles nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice

from watchword.model.read_report import ReadReport
from watchword.model.report import Unread
from watchword.store.bulk.adding import AddedGroup, add_group
from watchword.store.bulk.found import PackedFound
from watchword.store.bulk.indexes import leave_out_indexes, restore_indexes
from watchword.store.dialect_bulk import set_for_loading
from watchword.store.progress import progress_of, set_progress
from watchword.store.transactions import Store, View, Writing

Found = ReadReport | PackedFound | Unread
AT_ONCE = 2_000
"""Reports in one transaction at most."""
_CHARACTERS_AT_ONCE = 8_000_000
"""Characters of their texts at most, about 400 MB of what was found in them, unpacked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What came of loading.

    Attributes:
        reports: reports that were added.
        claims: claims in those.
        known: reports that were there already.
        read_again: keys of those of them that this reader had not read before.
        unread: what could not be read as a report.
        skipped: what an earlier load had gone through, and was not looked at.
    """

    reports: int = 0
    claims: int = 0
    known: int = 0
    read_again: tuple[str, ...] = ()
    unread: int = 0
    skipped: int = 0


Beside = Callable[[Writing, list[Found]], None]
"""Adds what follows from a group in the transaction that adds it."""


def load_found(
    store: Store,
    parts: Iterable[tuple[str, Iterable[Found]]],
    *,
    made_by: str,
    beside: Beside | None = None,
    watch: Callable[[Loaded], None] = lambda _: None,
) -> Loaded:
    """Add all that was found in parts of an archive.

    A record without any report is filled without most of its indexes, which are made at the end.

    Args:
        store: the record.
        parts: each part's key, and what was found in it, always in the same order.
        made_by: name and version of the reader.
        beside: adds what follows from a group.
        watch: is told after each group how far it has come.

    Raises:
        StoreError: if the store cannot be written; the groups before are kept.
    """
    loaded = Loaded()
    with filling(store) as loading:
        for key, found in parts:
            for added in _each_group(loading, (key, found), made_by, beside):
                loaded = _plus(loaded, added)
                watch(loaded)
    return loaded


@contextmanager
def filling(store: Store) -> Iterator[Store]:
    """The record over a connection that is set for writing very much, for `add_group`.

    A record without any report does without most of its indexes meanwhile.
    """
    with set_for_loading(store) as loading:
        leave_out_indexes(loading)
        try:
            yield loading
        finally:
            restore_indexes(loading)


def has_loaded(view: View, key: str, count: int) -> bool:
    """Whether all that was found in a part is there, as many as that is."""
    return progress_of(view, _work(key)) >= count


def _each_group(
    store: Store, part: tuple[str, Iterable[Found]], made_by: str, beside: Beside | None
) -> Iterator[AddedGroup | int]:
    """Add a part group by group; yields what was added, or how many were skipped."""
    key, found = part
    work = _work(key)
    with store.viewing() as view:
        done = progress_of(view, work)
    each = iter(found)
    skipped = sum(1 for _ in islice(each, done))
    if skipped:
        yield skipped
    for group in _groups(each):
        done += len(group)
        with store.writing() as writing:
            added = add_group(writing, group, made_by=made_by)
            if beside is not None:
                beside(writing, group)
            set_progress(writing, work, done)
        yield added


def _work(key: str) -> str:
    return f"loading {key}"


def _groups(found: Iterator[Found]) -> Iterator[list[Found]]:
    group: list[Found] = []
    characters = 0
    for each in found:
        group.append(each)
        characters += 0 if isinstance(each, Unread) else len(each.report.text)
        if len(group) == AT_ONCE or characters >= _CHARACTERS_AT_ONCE:
            yield group
            group, characters = [], 0
    if group:
        yield group


def _plus(loaded: Loaded, added: AddedGroup | int) -> Loaded:
    if isinstance(added, int):
        return replace(loaded, skipped=loaded.skipped + added)
    return replace(
        loaded,
        reports=loaded.reports + added.reports,
        claims=loaded.claims + added.claims,
        known=loaded.known + added.known,
        read_again=(*loaded.read_again, *added.read_again),
        unread=loaded.unread + added.unread,
    )
