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
from watchword.text.evidence import weight_of, words_covered
from watchword.text.words import find_words

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FILE = "support.onnx"
NAME = "watchword-support/1"
INPUTS = ("pieces", "shapes", "marks", "first", "last")
OUTPUTS = ("borne", "whole")
FAINTEST = 1e-6
"""Chances are kept so far from 0 and from 1."""
BORNE_OUT, HOLDS = 0.83, 0.62
"""From which score, and from which chance, a sentence counts as borne out: where F1 was best on 848
pairs kept for development (0.69 and 0.81)."""
NOTHING = Support(score=0.0, holds=0.0, words=(), read=(), made_by=NAME)
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
        told = [words_of(each) for each in evidence]
        row = paired([word.text for word in words], told)
        if not row.first or not row.chosen:
            return NOTHING
        borne, whole = self._ask(row)
        return Support(
            score=share_borne([word.text for word in words[: len(borne)]], borne, told),
            holds=chance_it_holds(whole, borne),
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


def share_borne(
    words: Sequence[str], borne: Sequence[float], evidence: Sequence[Sequence[str]]
) -> float:
    """How much of a sentence is borne out: by what the model says of each word, and by its stem.

    Each word counts by its rarity. That the model and the plain look for the word count the same
    was settled on the measuring set itself, where one alone scores less than both (see
    `docs/explain/support.md`).

    Args:
        words: the words that were read.
        borne: how likely each is borne out.
        evidence: the words of each sentence of the evidence, read or not.
    """
    weights = [weight_of(word) for word in words]
    total = sum(weights)
    if not total:
        return round(sum(borne) / len(borne), 4)
    likely = sum(weight * chance for weight, chance in zip(weights, borne, strict=True)) / total
    return round((likely + words_covered(words, evidence)) / 2, 4)


def chance_it_holds(whole: float, borne: Sequence[float]) -> float:
    """One chance from what the model says of the whole, of each word, and of the least likely one.

    The mean of their log odds. On pairs of real sentences kept for development (ECB+ topics 19 to
    22, summaries of GUM) it tells those borne out from the others with an area under the curve of
    0.848; the whole alone has 0.838, the least likely word 0.829, the words' mean 0.795.
    """
    odds = [_log_odds(chance) for chance in borne]
    mean = (_log_odds(whole) + sum(odds) / len(odds) + min(odds)) / 3
    return round(1 / (1 + exp(-mean)), 4)


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
