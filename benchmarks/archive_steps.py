"""What the benchmark of archives measures: programs beside this file, with their arguments.

A step is measured in a process of its own. Its key names what is measured and at what size, so that
a run that was broken off goes on with those that are missing.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from archive_texts import EVENTS
from filling import WAYS
from watchword.engines.carried import USUAL, Carried

HERE = Path(__file__).resolve().parent
COPIES = ("rensa", "datasketch")
STORIES = ("dbscan", "hdbscan")
READERS = {
    "tokens": "spacy",
    "small": "spacy",
    "base encoder": "torch",
    "small encoder": "torch",
}
"""Peers that read, with the package that each of them needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A program to measure.

    Attributes:
        key: what it measures.
        words: the program, a file beside this one, and its arguments.
        needs: the package that a peer's interpreter has to have; empty for a part of Watchword.
        then: a program of Watchword that scores what the peer found; empty for none.
        leaves: a file to take away afterwards.
        reader: which language model reads.
    """

    key: str
    words: tuple[str, ...]
    needs: str = ""
    then: tuple[str, ...] = ()
    leaves: Path | None = None
    reader: Carried = USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How much is measured.

    Attributes:
        long: reports of about 400 words that go end to end.
        staged: of these, those whose stages are told apart, and that peers read.
        engine: words for each size of batch.
        sizes: of records of short reports that are read.
        many: of records of short reports that the fast reader reads; commands are timed on them.
        stored: of records whose claims are invented.
        asked: queries of each kind that a stored record is searched with.
        grouped: short reports that go into stories without a model.
        copies: reports among which copies are looked for.
        stories: labelled reports that go into stories, at most.
    """

    long: int
    staged: int
    engine: int
    sizes: tuple[int, ...]
    many: tuple[int, ...]
    stored: tuple[int, ...]
    asked: int
    grouped: int
    copies: int
    stories: int


QUICK = Scale(
    long=40,
    staged=20,
    engine=600,
    sizes=(100, 300),
    many=(100, 300),
    stored=(1_000, 3_000),
    asked=3,
    grouped=2_000,
    copies=1_600,
    stories=300,
)
FULL = Scale(
    long=2_000,
    staged=300,
    engine=8_000,
    sizes=(1_000, 3_000, 10_000, 30_000, EVENTS),
    many=(10_000, 100_000, 1_000_000),
    stored=(1_000, 10_000, 100_000, 1_000_000),
    asked=40,
    grouped=EVENTS,
    copies=20_000,
    stories=10_000,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a run works.

    Attributes:
        folder: its texts and records.
        scale: how much is measured: files of texts are named by how many reports they have.
        data: the folder of the measuring data, None where there is none.
    """

    folder: Path
    scale: Scale
    data: Path | None

    @property
    def long(self) -> Path:
        """The reports of about 400 words."""
        return self.folder / f"long-{self.scale.long}.jsonl"

    @property
    def staged(self) -> Path:
        """The first of them."""
        return self.folder / f"long-{self.scale.staged}.jsonl"

    @property
    def short(self) -> Path:
        """The reports of a sentence or two."""
        return self.folder / f"short-{max(self.scale.sizes)}.jsonl"

    @property
    def many(self) -> Path:
        """The reports of a sentence or two that are more than were ever written."""
        return self.folder / f"varied-{max(self.scale.many)}.jsonl"

    @property
    def copies(self) -> Path:
        """Reports that are labelled with the text that they print."""
        return self.folder / f"copies-{self.scale.copies}.jsonl"

    @property
    def stories(self) -> Path:
        """Reports that are labelled with their story."""
        return self.folder / f"stories-{self.scale.stories}.jsonl"


def each_step(place: Place) -> Iterator[Step]:
    """All steps, the quickest to tell first."""
    scale = place.scale
    yield from _each_of_reading(scale, place)
    yield from _each_end_to_end(scale, place)
    yield from _each_peer_that_reads(scale, place)
    if place.data is not None:
        yield from _each_that_groups(scale, place, place.data)
    yield from _each_that_grows(scale, place)


def _each_of_reading(scale: Scale, place: Place) -> Iterator[Step]:
    words = ("reading.py", "--json", "--processes", "1", str(place.staged))
    yield Step(key=f"stages {scale.staged} long", words=words)
    yield Step(key=f"stages {scale.staged} long fast", words=words, reader=Carried.FAST)
    sizes = ("--words", str(scale.engine), "--every", "1")
    yield Step(
        key=f"batches {scale.engine}", words=("engine.py", "--json", *sizes, str(place.staged))
    )
    most = ("--words", str(scale.engine))
    yield Step(key="limit", words=("limit.py", "--json", str(place.staged), *most))


def _each_end_to_end(scale: Scale, place: Place) -> Iterator[Step]:
    for way, processes in product(WAYS, (1, 2)):
        words = _record(way, place.long, scale.long, processes)
        yield Step(key=f"end {way} {scale.long} processes {processes}", words=words)
    for processes in (1, 2):
        words = _record("archive", place.long, scale.long, processes)
        key = f"end fast {scale.long} processes {processes}"
        yield Step(key=key, words=words, reader=Carried.FAST)


def _each_peer_that_reads(scale: Scale, place: Place) -> Iterator[Step]:
    for name, package in READERS.items():
        most = ("--words", str(scale.engine * 2))
        words = ("peers/reading.py", str(place.staged), "--what", name, *most)
        yield Step(key=f"peer reads {scale.staged} {name}", words=words, needs=package)


def _each_that_groups(scale: Scale, place: Place, data: Path) -> Iterator[Step]:
    many = ("--reports", str(scale.grouped))
    yield Step(key=f"stories {scale.grouped}", words=("stories.py", str(data), *many, "--json"))
    others = ("--others", str(scale.copies), "--json")
    yield Step(key=f"copies {scale.copies}", words=("copies.py", str(data), *others))
    file = str(place.copies)
    for name in COPIES:
        yield _grouping(f"peer copies {scale.copies} {name}", "peers/copies.py", name, file)
    file = str(place.stories)
    words = ("labelled.py", "group", file)
    yield Step(key=f"stories labelled {scale.stories}", words=words)
    for name in STORIES:
        yield _grouping(f"peer stories {scale.stories} {name}", "peers/stories.py", name, file)


def _grouping(key: str, program: str, name: str, file: str) -> Step:
    groups = f"{file}.{name}.json"
    words = (program, file, "--by", name, "--groups", groups)
    needs = "sklearn" if name in STORIES else name
    return Step(key=key, words=words, needs=needs, then=("labelled.py", "score", file, groups))


def _each_that_grows(scale: Scale, place: Place) -> Iterator[Step]:
    for size in sorted({*scale.sizes, *scale.stored}):
        if size in scale.sizes:
            for way in WAYS:
                yield Step(key=f"{way} {size}", words=_record(way, place.short, size, 2))
        if size in scale.stored:
            yield _stored(size, place, scale.asked)
    for size in scale.many:
        words = ("record.py", "--commands", *_record("archive", place.many, size, 2)[1:])
        yield Step(key=f"archive fast {size}", words=words, reader=Carried.FAST)


def _stored(size: int, place: Place, asked: int) -> Step:
    store = place.folder / f"stored-{size}.watchword"
    data = (str(place.data),) if place.data is not None else ()
    words = ("search.py", *data, "--reports", str(size), "--store", str(store), "--json")
    words += ("--times", str(asked))
    return Step(key=f"stored {size}", words=words, leaves=store)


def _record(way: str, file: Path, size: int, processes: int) -> tuple[str, ...]:
    terms = ("--sizes", str(size), "--processes", str(processes), "--way", way)
    return ("record.py", *terms, str(file))


def command_of(words: Sequence[str], python: str = sys.executable) -> list[str]:
    """What is typed to run a program that stands beside this file."""
    return [python, str(HERE / words[0]), *words[1:]]
