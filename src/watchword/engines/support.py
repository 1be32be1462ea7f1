"""How far a sentence is borne out by given ones: a second, smaller model that reads both together.

The file is made by `training/train_support.py`; `docs/reference/model-card.md` has its corpora,
licences and scores. It runs under ONNX Runtime, without any network.

Invariant: the same sentence with the same evidence is judged the same, whatever else is judged.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from math import exp, log
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from watchword.engines.paired import Paired, paired
from watchword.engines.sessions import open_graph
from watchword.errors import MissingDataError
from watchword.model.support import Support, SupportedWord
from watchword.text.words import find_words

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FILE = "support.onnx"
NAME = "watchword-support/1"
INPUTS = ("pieces", "shapes", "marks", "first", "last")
OUTPUTS = ("borne", "whole")
FAINTEST = 1e-6
"""Chances are kept so far from 0 and from 1."""
BORNE_OUT = 0.5
NOTHING = Support(score=0.0, words=(), read=(), made_by=NAME)
"""What is judged of no words, or of no evidence."""

_MEND = "install Watchword again, or name the folder of a model that training/ made"


class SupportEngine:
    """Judges with the carried model of support; threads may share it."""

    def __init__(self, folder: Traversable | None = None, *, threads: int | None = None) -> None:
        """Name the given model, or the one that is shipped; it is opened when first asked.

        Args:
            folder: where the model's file lies.
            threads: how many sentences are judged at once; the machine's processors where None.
        """
        self._folder = folder or resources.files("watchword.engines") / "data"
        self._threads = threads or os.cpu_count() or 1
        self._opening = Lock()
        self._opened: InferenceSession | None = None

    @property
    def name(self) -> str:
        """Name and version, kept with every judgment."""
        return NAME

    def judge(self, sentence: str, evidence: Sequence[str]) -> Support:
        """Judge how far some sentences bear out another.

        Args:
            sentence: what is judged.
            evidence: what may bear it out, in the order in which it was told.

        Raises:
            MissingDataError: if there is no model, or none that can be run.
        """
        words = find_words(sentence)
        row = paired([word.text for word in words], [words_of(each) for each in evidence])
        if not row.first or not row.chosen:
            return NOTHING
        borne, whole = self._ask(row)
        return Support(
            score=score_of(whole, borne),
            words=tuple(
                SupportedWord(start=word.start, end=word.end, borne=round(chance, 4))
                for word, chance in zip(words, borne, strict=False)
            ),
            read=row.chosen,
            made_by=self.name,
        )

    def judge_each(self, asked: Iterable[tuple[str, Sequence[str]]]) -> Iterator[Support]:
        """Judge sentences, each with its evidence, several at a time; in order."""
        with ThreadPoolExecutor(self._threads) as pool:
            yield from pool.map(lambda pair: self.judge(*pair), asked)

    def _ask(self, row: Paired) -> tuple[list[float], float]:
        fed = {name: np.array([getattr(row, name)], dtype=np.int32) for name in INPUTS}
        borne, whole = self._session().run(OUTPUTS, fed)
        return [float(each) for each in borne[0]], float(whole[0])

    def _session(self) -> "InferenceSession":
        with self._opening:
            if self._opened is None:
                self._opened = _checked(open_graph(self._folder / FILE), str(self._folder))
            return self._opened


def score_of(whole: float, borne: Sequence[float]) -> float:
    """One score from what the model says of the whole and of each word, 0 to 1.

    The log odds of the whole and the mean ones of the words count the same. Of the development
    pairs' real sentences (of ECB+ 19 to 22 and of GUM's summaries) it tells those borne out from the
    others best of nine ways tried: the area under the curve is 0.825, of the whole alone 0.822,
    of the words alone 0.781, of the least likely word 0.817.
    """
    words = sum(map(_log_odds, borne)) / len(borne)
    return round(1 / (1 + exp(-(_log_odds(whole) + words) / 2)), 4)


def _log_odds(chance: float) -> float:
    kept = min(max(chance, FAINTEST), 1 - FAINTEST)
    return log(kept / (1 - kept))


@lru_cache(maxsize=4096)
def words_of(sentence: str) -> tuple[str, ...]:
    """The words of a sentence of evidence; many are asked about more than once."""
    return tuple(word.text for word in find_words(sentence))


def _checked(session: "InferenceSession", key: str) -> "InferenceSession":
    taken = {each.name for each in session.get_inputs()}
    given = {each.name for each in session.get_outputs()}
    if taken != set(INPUTS) or given != set(OUTPUTS):
        raise MissingDataError("this is no model of support", key=key, mend=_MEND)
    return session
