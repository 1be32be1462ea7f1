"""A run over an archive: planned or taken up again, its shards read, their parts put in place.

The driver alone writes. What it had not written when it was killed is read again, and nothing else.

Invariant: a part is written once and whole; a shard that cannot be read never ends the run.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from watchword.engines import ReadingEngine
from watchword.engines.carried import USUAL, Carried
from watchword.flow.archive.carrying import Aside, Task, each_task
from watchword.flow.archive.executors import Executor
from watchword.flow.archive.manifest import (
    Manifest,
    Standing,
    check_reader,
    held,
    place_of,
    read_manifest,
    set_aside,
    standing_of,
    take_back,
    write_manifest,
)
from watchword.flow.archive.parts import Counts, counts_of, write_part
from watchword.flow.archive.planning import find_files, plan_files, plan_further
from watchword.flow.archive.shards import Size
from watchword.flow.archive.working import Done, Terms
from watchword.flow.situation.reading import reader_named


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be read, and where to.

    Attributes:
        sources: files and folders.
        folder: where parts go.
        terms: how shards are read.
        size: how large a shard is, where the plan is made anew.
        again: whether shards are tried again that were set aside.
    """

    sources: tuple[str, ...]
    folder: Path
    terms: Terms
    size: Size = field(default_factory=Size)
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Headway:
    """How far a run over an archive has come.

    Attributes:
        shards: how many there are.
        done: how many of them are read, in this run or before.
        aside: how many were set aside.
        fresh: how many this run has read.
        counts: what this run has read.
    """

    shards: int
    done: int = 0
    aside: int = 0
    fresh: int = 0
    counts: Counts = field(default_factory=Counts)


Onlooker = Callable[[Headway], None]
"""Is told how far a run has come, after every shard."""


def nobody(_headway: Headway) -> None:
    """Tell nobody."""


def reader_here(model: Carried = USUAL) -> str:
    """Name and version that a model which is shipped has on this machine.

    Raises:
        MissingDataError: if the language model is not there.
    """
    return reader_named(ReadingEngine(model).name)


def read_archive(order: Order, executor: Executor, tell: Onlooker = nobody) -> Headway:
    """Read what of an archive has not been read yet.

    Args:
        order: what, and where to.
        executor: who reads.
        tell: is told how far it has come.

    Raises:
        SettingsError: if what was planned before differs from what is asked for now.
        RefusedError: if another run writes into the folder.
        StoreError: if the folder cannot be written; the parts in it are whole.
        MissingDataError: if the language model is not there.
        ClusterError: if there are no workers to be had.
    """
    with held(order.folder):
        manifest = _planned(order)
        standing = standing_of(order.folder, manifest)
        if order.again:
            take_back(order.folder, standing.aside)
            standing = replace(standing, aside=())
        return _Run(order.folder, manifest, standing, tell).go(executor)


class _Run:
    """One run, with what has become of its shards."""

    def __init__(
        self, folder: Path, manifest: Manifest, standing: Standing, tell: Onlooker
    ) -> None:
        self._folder = folder
        self._manifest = manifest
        self._left_out = standing.done | {each.key for each in standing.aside}
        self._tell = tell
        self._headway = Headway(
            shards=manifest.shards, done=len(standing.done), aside=len(standing.aside)
        )

    def go(self, executor: Executor) -> Headway:
        self._tell(self._headway)
        for outcome in executor.run(self._each_task()):
            self._settle(outcome)
        return self._headway

    def _each_task(self) -> Iterator[Task]:
        for file in self._manifest.files:
            waiting = [each for each in file.shards if each.key not in self._left_out]
            for each in each_task(file, waiting) if waiting else ():
                if isinstance(each, Task):
                    yield each
                else:
                    self._settle(each)

    def _settle(self, outcome: Done | Aside) -> None:
        before = self._headway
        if isinstance(outcome, Aside):
            set_aside(self._folder, outcome)
            self._headway = replace(before, aside=before.aside + 1)
        else:
            write_part(place_of(self._folder, outcome.key), outcome.part)
            self._headway = replace(
                before,
                done=before.done + 1,
                fresh=before.fresh + 1,
                counts=before.counts + counts_of(outcome.part),
            )
        self._tell(self._headway)


def _planned(order: Order) -> Manifest:
    """The plan, made anew or taken up, and kept."""
    paths, unread = find_files(order.sources)
    made_by = reader_here(order.terms.model)
    columns = order.terms.mapping
    planned = read_manifest(order.folder)
    if planned is None:
        found = plan_files(paths, order.size, order.terms.limits)
        planned = Manifest(
            made_by=made_by,
            columns=None if columns is None else dict(columns),
            files=(),
            unread=(),
        )
    else:
        check_reader(order.folder, planned, made_by, columns)
        found = plan_further(planned, paths, order.size, order.terms.limits)
    told = tuple(dict.fromkeys((*planned.unread, *unread, *found.unread)))
    manifest = replace(planned, files=(*planned.files, *found.files), unread=told)
    write_manifest(order.folder, manifest)
    return manifest
