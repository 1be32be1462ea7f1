"""The language model that Watchword carries: one encoder, one pass, every head.

The file is made by `training/`; `docs/reference/model-card.md` has its corpora, licences and
scores. It runs under ONNX Runtime, without any network.

Invariant: the same sentence gives the same reading, alone or beside others, on any number of
threads: what it is filled up to depends on it alone, and its weights are multiplied as whole
numbers.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from functools import cached_property, partial
from importlib import resources
from importlib.resources.abc import Traversable
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from watchword.engines.answers import Answers, Question
from watchword.engines.decoding import Row, broken_trees, joined, reading_of
from watchword.engines.inventory import Inventory, read_inventory
from watchword.engines.questions import Window, batched, pair_window, question_of, windows_of
from watchword.errors import MissingDataError, RefusedError
from watchword.model.reading import EventReading, MarkedPair, Reading, Word

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

ANSWERS = tuple(field.name for field in fields(Answers))
OUTPUTS = tuple("heads_out" if name == "heads" else name for name in ANSWERS)
QUESTIONS = tuple(field.name for field in fields(Question))

_MEND = "install Watchword again, or name the folder of a model that training/ made"

Found = TypeVar("Found")


class ReadingEngine:
    """Reads sentences with the carried model; threads may share it."""

    def __init__(self, folder: Traversable | None = None, *, threads: int | None = None) -> None:
        """Name the given model, or the one that is shipped; it is opened when first asked.

        Args:
            folder: where `reader.onnx` and `reader.json` lie.
            threads: how many batches are read at once; the machine's processors where None.
        """
        self._folder = folder or resources.files("watchword.engines") / "data"
        self._threads = threads or os.cpu_count() or 1
        self._opening = Lock()
        self._opened: InferenceSession | None = None

    @property
    def name(self) -> str:
        """Name and version, kept with every finding."""
        return self.inventory.name

    @cached_property
    def inventory(self) -> Inventory:
        """The labels that the model can give.

        Raises:
            MissingDataError: if they are not there, or are no labels.
        """
        file = self._folder / "reader.json"
        try:
            return read_inventory(file.read_text(encoding="utf-8"))
        except OSError as error:
            raise _unreadable(file, error) from error
        except ValueError as error:
            raise MissingDataError(
                f"these are no labels of a language model: {error}", key=str(file), mend=_MEND
            ) from error

    def read(self, sentences: Sequence[Sequence[Word]]) -> tuple[Reading, ...]:
        """Read each sentence; one reading a sentence, in order.

        Raises:
            MissingDataError: if there is no model, or none that can be run.
        """
        windows = [
            window
            for index, words in enumerate(sentences)
            for window in windows_of(index, [word.text for word in words])
        ]
        parts: dict[int, list[tuple[int, Reading]]] = {}
        for window, reading in self._each(windows, partial(self._read_batch, sentences)):
            parts.setdefault(window.sentence, []).append((window.start, reading))
        return tuple(
            joined([reading for _, reading in sorted(parts[index], key=lambda part: part[0])])
            if index in parts
            else Reading(tokens=(), made_by=self.name)
            for index in range(len(sentences))
        )

    def read_events(
        self, sentences: Sequence[Sequence[Word]], pairs: Sequence[MarkedPair]
    ) -> tuple[EventReading, ...]:
        """Read what the source of each pair does to its target; one reading a pair, in order.

        A side without words, such as (0, 0), is not marked. Words of both sides are the source's.

        Raises:
            RefusedError: if a pair names words or a sentence that are not there.
            MissingDataError: if there is no model, or none that can be run.
        """
        windows = [
            pair_window(index, *_marked(pair, sentences)) for index, pair in enumerate(pairs)
        ]
        found = {window.sentence: event for window, event in self._each(windows, self._read_pairs)}
        return tuple(found[index] for index in range(len(pairs)))

    def answer(self, question: Question) -> Answers:
        """What the model answers for one batch, before anything is decoded."""
        fed = {name: getattr(question, name) for name in QUESTIONS}
        return Answers(**dict(zip(ANSWERS, self._session().run(OUTPUTS, fed), strict=True)))

    def _each(
        self,
        windows: Sequence[Window],
        read: Callable[[Sequence[Window]], Sequence[Found]],
    ) -> Iterator[tuple[Window, Found]]:
        """Each window with what is read in it, several batches at a time."""
        batches = list(batched(windows))
        if len(batches) < 2 or self._threads == 1:
            for batch in batches:
                yield from zip(batch, read(batch), strict=True)
            return
        with ThreadPoolExecutor(self._threads) as pool:
            for batch, found in zip(batches, pool.map(read, batches), strict=True):
                yield from zip(batch, found, strict=True)

    def _read_batch(
        self, sentences: Sequence[Sequence[Word]], batch: Sequence[Window]
    ) -> list[Reading]:
        answers = self._with_trees(question_of(batch), [len(window.words) for window in batch])
        readings = []
        for row, window in enumerate(batch):
            words = sentences[window.sentence][window.start : window.start + len(window.words)]
            asked = Row(words=words, answers=answers, row=row)
            readings.append(reading_of(asked, self.inventory, self.name))
        return readings

    def _with_trees(self, question: Question, sizes: Sequence[int]) -> Answers:
        """Answers in which all heads make trees; relations are asked again where heads changed."""
        answers = self.answer(question)
        broken = dict(broken_trees(answers, sizes))
        if not broken:
            return answers
        rows = list(broken)
        told = question.heads[rows]
        for place, row in enumerate(rows):
            told[place, : sizes[row]] = broken[row]
        rest = {name: getattr(question, name)[rows] for name in QUESTIONS if name != "heads"}
        mended = self.answer(Question(**rest, heads=told))
        heads, relations = answers.heads.copy(), answers.relations.copy()
        heads[rows], relations[rows] = mended.heads, mended.relations
        return replace(answers, heads=heads, relations=relations)

    def _read_pairs(self, batch: Sequence[Window]) -> list[EventReading]:
        answers = self.answer(question_of(batch))
        return [self._event(answers, row) for row in range(len(batch))]

    def _event(self, answers: Answers, row: int) -> EventReading:
        root, quad = int(answers.roots[row].argmax()), int(answers.quads[row].argmax())
        return EventReading(
            root=self.inventory.roots[root],
            root_confidence=round(float(answers.roots[row, root]), 3),
            quad=int(self.inventory.quads[quad]),
            quad_confidence=round(float(answers.quads[row, quad]), 3),
            made_by=self.name,
        )

    def _session(self) -> "InferenceSession":
        with self._opening:
            if self._opened is None:
                inventory, folder = self.inventory, self._folder
                session = _open(folder / "reader.onnx")
                _check(session, inventory, str(folder))
                self._opened = session
            return self._opened


def _marked(pair: MarkedPair, sentences: Sequence[Sequence[Word]]) -> tuple[list[str], list[int]]:
    """The words of a pair's sentence; 1 for those of its source, 2 of its target, else 0."""
    if not 0 <= pair.sentence < len(sentences):
        raise RefusedError(
            "a pair names a sentence that is not there",
            key=f"sentence {pair.sentence}",
            mend="count sentences from 0",
        )
    words = [word.text for word in sentences[pair.sentence]]
    marks = [0] * len(words)
    for which, (start, end) in ((2, pair.target), (1, pair.source)):
        if not 0 <= start <= end <= len(words):
            raise RefusedError(
                "a pair names words that its sentence does not have",
                key=f"sentence {pair.sentence}, words {start} to {end}",
                mend="count words from 0, and end after the last one",
            )
        marks[start:end] = [which] * (end - start)
    return words, marks


def _open(file: Traversable) -> "InferenceSession":
    """A model in its file, one thread a run.

    Raises:
        MissingDataError: if it is not there, or is no model.
    """
    import onnxruntime  # noqa: PLC0415 - loaded when something is first read
    from onnxruntime.capi import onnxruntime_pybind11_state as native  # noqa: PLC0415 - as above

    faults: tuple[type[Exception], ...] = tuple(
        kind
        for kind in vars(native).values()
        if isinstance(kind, type) and issubclass(kind, Exception)
    )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    try:
        content = file.read_bytes()
        return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    except OSError as error:
        raise _unreadable(file, error) from error
    except faults as error:
        raise MissingDataError(
            "this is no language model that can be run", key=str(file), mend=_MEND
        ) from error


def _unreadable(file: Traversable, error: OSError) -> MissingDataError:
    message = f"the language model cannot be read: {error.strerror}"
    return MissingDataError(message, key=str(file), mend=_MEND)


def _check(session: "InferenceSession", inventory: Inventory, folder: str) -> None:
    """See to it that a model takes what it is asked, and that its labels are its own.

    Raises:
        MissingDataError: if they are not.
    """
    shapes = {each.name: each.shape for each in session.get_outputs()}
    types = sum(len(each) for each in inventory.schemes.values())
    sizes = {"starts": types, "roots": len(inventory.roots), "quads": len(inventory.quads)}
    if (
        {each.name for each in session.get_inputs()} == set(QUESTIONS)
        and shapes.keys() == set(OUTPUTS)
        and all(shapes[name][-1] == size for name, size in sizes.items())
    ):
        return
    raise MissingDataError(
        "the language model and its labels are not of one version", key=folder, mend=_MEND
    )
