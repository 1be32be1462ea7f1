"""How far a sentence is borne out by given ones: a second, smaller model that reads both together.

The file is made by `training/train_support.py`; `docs/reference/model-card.md` has its corpora,
licences and scores. It runs under ONNX Runtime, without any network.

Invariant: the same sentence with the same evidence is read the same, whatever else is read.
"""

from collections.abc import Sequence
from importlib import resources
from importlib.resources.abc import Traversable
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from watchword.engines.paired import paired
from watchword.engines.sessions import open_graph
from watchword.errors import MissingDataError
from watchword.model.support import PairReading

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FILE = "support.onnx"
NAME = "watchword-support/1"
INPUTS = ("pieces", "shapes", "marks", "first", "last")
OUTPUTS = ("borne", "whole")
_MEND = "install Watchword again, or name the folder of a model that training/ made"


class SupportEngine:
    """Reads sentences with their evidence; threads may share it."""

    def __init__(self, folder: Traversable | None = None) -> None:
        """Name the given model, or the one that is shipped; it is opened when first asked.

        Args:
            folder: where the model's file lies.
        """
        self._folder = folder or resources.files("watchword.engines") / "data"
        self._opening = Lock()
        self._opened: InferenceSession | None = None

    @property
    def name(self) -> str:
        """Name and version, kept with every judgment."""
        return NAME

    def read_pair(self, sentence: Sequence[str], evidence: Sequence[Sequence[str]]) -> PairReading:
        """Read a sentence and its evidence together.

        Args:
            sentence: its words.
            evidence: the words of each sentence of the evidence; what has no room is not read.

        Raises:
            MissingDataError: if there is no model, or none that can be run.
        """
        row = paired(sentence, evidence)
        if not row.first or not evidence:
            return PairReading(borne=(0.0,) * len(row.first), whole=0.0, made_by=NAME)
        fed = {name: np.array([getattr(row, name)], dtype=np.int32) for name in INPUTS}
        borne, whole = self._session().run(OUTPUTS, fed)
        return PairReading(
            borne=tuple(float(each) for each in borne[0]), whole=float(whole[0]), made_by=NAME
        )

    def _session(self) -> "InferenceSession":
        with self._opening:
            if self._opened is None:
                self._opened = _checked(open_graph(self._folder / FILE), str(self._folder))
            return self._opened


def _checked(session: "InferenceSession", key: str) -> "InferenceSession":
    taken = {each.name for each in session.get_inputs()}
    given = {each.name for each in session.get_outputs()}
    if taken != set(INPUTS) or given != set(OUTPUTS):
        raise MissingDataError("this is no model of support", key=key, mend=_MEND)
    return session
