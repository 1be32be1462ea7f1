"""A model's files, opened under ONNX Runtime and asked one batch at a time.

The first graph reads words and scores arcs, the second tells relations once the heads are known to
make a tree. What a source does to a target is told by the first graph, of a sentence in which both
are marked; or by a third one, from what the first told of their words. All run on one thread, so
that several batches can be asked at once.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, fields
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from watchword.engines.answers import Answers, Floats, Question
from watchword.engines.inventory import Inventory, read_inventory
from watchword.engines.pruning import with_outputs
from watchword.engines.trees import heads_of
from watchword.errors import MissingDataError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

READER, RELATIONS, LABELS = "reader.onnx", "relations.onnx", "reader.json"
EVENTS = "events.onnx"
NEEDED = (READER, RELATIONS, LABELS)
FILES = (*NEEDED, EVENTS)
"""The files of a model; the last where it tells events from what it read."""

QUESTIONS = tuple(field.name for field in fields(Question))
TOLD_LATER = ("heads", "relations")
"""Answers that only the second graph gives, or what leads to it."""

SIDES = ("sources", "targets", "wholes")
"""Answers that events are told from, by the third graph."""

OUTPUTS = (
    *(field.name for field in fields(Answers) if field.name not in {*TOLD_LATER, *SIDES}),
    "arcs",
    "dependents",
    "governors",
)

OF_PAIRS = ("roots", "quads")
"""What is answered about a pair. Computed alone for a marked one it takes 0.82 of the time of the
whole graph on sentences of current events and of the White House, and no tree."""

_MEND = "install Watchword again, or name the folder of a model that training/ made"

Arrays = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessions:
    """Both graphs, opened; threads may share them.

    Attributes:
        reader: reads words, scores arcs.
        relations: tells the relation of each word to its head.
        outputs: what the reader is asked for.
    """

    reader: "InferenceSession"
    relations: "InferenceSession"
    outputs: tuple[str, ...] = OUTPUTS

    def answer(self, question: Question) -> Answers:
        """What the model answers for one batch; the heads of each sentence make a tree."""
        found = _run(self.reader, self.outputs, _fed(question))
        arcs = found.pop("arcs")
        heads = heads_of(arcs, np.count_nonzero(question.first, axis=1).tolist())
        ends = {name: found.pop(name) for name in ("dependents", "governors")}
        told = _run(self.relations, ("relations",), {**ends, "heads": heads})
        return Answers(**found, **told, heads=heads)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairSession:
    """The first graph without what marked pairs do not need; threads may share it."""

    events: "InferenceSession"

    def answer(self, question: Question) -> tuple[Floats, Floats]:
        """Probabilities of the root types and of the quad classes, as in `Answers`."""
        found = _run(self.events, OF_PAIRS, _fed(question))
        return found["roots"], found["quads"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideSession:
    """The graph that tells events from what was read of both sides; threads may share it."""

    events: "InferenceSession"

    def answer(self, told: Floats) -> tuple[Floats, Floats]:
        """Probabilities of root types and quad classes, a row a pair.

        Args:
            told: pairs, hidden: the sum of a whole, a source's words' mean and a target's.
        """
        found = _run(self.events, OF_PAIRS, {"told": told})
        return found["roots"], found["quads"]


def read_labels(folder: Traversable) -> Inventory:
    """The labels that a model can give.

    Raises:
        MissingDataError: if they are not there, or are no labels.
    """
    file = folder / LABELS
    try:
        return read_inventory(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise _unreadable(file, error) from error
    except ValueError as error:
        raise MissingDataError(
            f"these are no labels of a language model: {error}", key=str(file), mend=_MEND
        ) from error


def open_sessions(folder: Traversable, inventory: Inventory) -> Sessions:
    """Open a model.

    Raises:
        MissingDataError: if it is not there, is no model, or has other labels.
    """
    outputs = (*OUTPUTS, *SIDES) if tells_events(folder) else OUTPUTS
    opened = Sessions(
        reader=open_graph(folder / READER, set(outputs)),
        relations=open_graph(folder / RELATIONS),
        outputs=outputs,
    )
    types = sum(len(each) for each in inventory.schemes.values())
    if (
        _suits(opened.reader, set(outputs), {"starts": types})
        and {each.name for each in opened.reader.get_inputs()} == set(QUESTIONS)
        and [each.name for each in opened.relations.get_outputs()] == ["relations"]
    ):
        return opened
    raise _not_of_one_version(folder)


def tells_events(folder: Traversable) -> bool:
    """Whether a model tells events from what it read, without reading a sentence again."""
    return (folder / EVENTS).is_file()


def open_pairs(folder: Traversable, inventory: Inventory) -> PairSession:
    """Open what reads marked pairs.

    Raises:
        MissingDataError: if it is not there, is no model, or has other labels.
    """
    opened = PairSession(events=open_graph(folder / READER, set(OF_PAIRS)))
    if _suits(opened.events, set(OF_PAIRS), _sizes_of_events(inventory)):
        return opened
    raise _not_of_one_version(folder)


def open_sides(folder: Traversable, inventory: Inventory) -> SideSession:
    """Open what tells events from what was read.

    Raises:
        MissingDataError: if it is not there, is no model, or has other labels.
    """
    opened = SideSession(events=open_graph(folder / EVENTS))
    if _suits(opened.events, set(OF_PAIRS), _sizes_of_events(inventory)):
        return opened
    raise _not_of_one_version(folder)


def _sizes_of_events(inventory: Inventory) -> dict[str, int]:
    return {"roots": len(inventory.roots), "quads": len(inventory.quads)}


def _suits(session: "InferenceSession", names: Set[str], sizes: Mapping[str, int]) -> bool:
    """Whether a graph has these outputs, some of which have so many labels."""
    shapes = {each.name: each.shape for each in session.get_outputs()}
    return shapes.keys() == names and all(shapes[name][-1] == size for name, size in sizes.items())


def _not_of_one_version(folder: Traversable) -> MissingDataError:
    return MissingDataError(
        "the language model and its labels are not of one version", key=str(folder), mend=_MEND
    )


def open_graph(file: Traversable, outputs: Set[str] | None = None) -> "InferenceSession":
    """A model in its file, one thread a run.

    Args:
        file: where it lies.
        outputs: what is asked of it; all that it gives where None.

    Raises:
        MissingDataError: if it is not there, or is no model.
    """
    import onnxruntime  # noqa: PLC0415 - loaded when something is first read
    from onnxruntime.capi import onnxruntime_pybind11_state as native  # noqa: PLC0415 - as above

    faults: tuple[type[Exception], ...] = (
        ValueError,
        *(
            kind
            for kind in vars(native).values()
            if isinstance(kind, type) and issubclass(kind, Exception)
        ),
    )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    try:
        content = file.read_bytes()
        if outputs is not None:
            content = with_outputs(content, outputs)
        return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    except OSError as error:
        raise _unreadable(file, error) from error
    except faults as error:
        raise MissingDataError(
            "this is no language model that can be run", key=str(file), mend=_MEND
        ) from error


def _fed(question: Question) -> Mapping[str, object]:
    return {name: getattr(question, name) for name in QUESTIONS}


def _run(session: "InferenceSession", names: tuple[str, ...], fed: Mapping[str, object]) -> Arrays:
    return dict(zip(names, session.run(names, fed), strict=True))


def _unreadable(file: Traversable, error: OSError) -> MissingDataError:
    message = f"the language model cannot be read: {error.strerror}"
    return MissingDataError(message, key=str(file), mend=_MEND)
