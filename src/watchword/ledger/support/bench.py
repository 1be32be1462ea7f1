"""Judges each claim of the set once: by the model of support, by shared words, by embeddings."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from watchword.brief.support import support_of
from watchword.engines.engine import Engine
from watchword.engines.support import SupportEngine
from watchword.ledger.corpora.wice import CitedClaim, read_wice
from watchword.ledger.support.asked import AskedClaim
from watchword.model.reading import Word
from watchword.model.support import Support
from watchword.text.evidence import words_covered
from watchword.text.words import find_words

AT_ONCE = 512
"""Sentences that are read before it is told how far the reading is."""

Ask = Callable[[CitedClaim], AskedClaim]
Watch = Callable[[int, int], None]
"""Is told how many of a kind are done, out of how many."""
Directions = NDArray[np.float64]


def unwatched(_done: int, _total: int) -> None:
    """Tell nobody."""


class SupportBench:
    """What judges, what gives embeddings, and the folder of the sets."""

    def __init__(
        self, engine: SupportEngine, reader: Engine, data: Path, watch: Watch = unwatched
    ) -> None:
        """Set up.

        Args:
            engine: the model of support.
            reader: gives the embeddings that it is held beside.
            data: the folder of the measuring data.
            watch: is told how far it is.
        """
        self.engine = engine
        self.data = data
        self._reader = reader
        self._watch = watch
        self._directions: dict[str, Directions] = {}
        self._judged: dict[tuple[str, tuple[str, ...]], Support] = {}

    def asked(self, ask: Ask) -> tuple[AskedClaim, ...]:
        """The claims of the set, asked in one way."""
        return tuple(ask(each) for each in read_wice(self.data))

    def judged(self, asked: Sequence[AskedClaim]) -> list[float]:
        """How much of each claim the model finds borne out."""
        return _best(asked, [support.score for support in self._each_judged(asked)])

    def held(self, asked: Sequence[AskedClaim]) -> list[float]:
        """How likely the model finds it that nothing in each claim goes beyond its evidence."""
        return _best(asked, [support.holds for support in self._each_judged(asked)])

    def covered(self, asked: Sequence[AskedClaim]) -> list[float]:
        """The share of each claim's words that stand in its evidence."""
        return _best(
            asked,
            [
                words_covered(_words(each.claim), [_words(line) for line in piece])
                for each in asked
                for piece in each.pieces
            ],
        )

    def likened(self, asked: Sequence[AskedClaim]) -> list[float]:
        """The highest cosine between each claim's embedding and a sentence's of its evidence."""
        texts = {each.claim for each in asked}
        texts |= {line for each in asked for piece in each.pieces for line in piece}
        self._embed(sorted(texts - self._directions.keys()))
        return _best(
            asked,
            [
                max(self._cosine(each.claim, line) for line in piece)
                for each in asked
                for piece in each.pieces
            ],
        )

    def _each_judged(self, asked: Sequence[AskedClaim]) -> list[Support]:
        pairs = [(each.claim, piece) for each in asked for piece in each.pieces]
        new = [pair for pair in pairs if pair not in self._judged]
        for done, support in enumerate(self._each_support(new), start=1):
            self._judged[new[done - 1]] = support
            self._watch(done, len(new))
        return [self._judged[pair] for pair in pairs]

    def _each_support(self, pairs: Sequence[tuple[str, Sequence[str]]]) -> Iterator[Support]:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            yield from pool.map(lambda pair: support_of(pair[0], pair[1], self.engine), pairs)

    def _cosine(self, one: str, other: str) -> float:
        """Of two texts; 0 where one has no words."""
        first, second = self._directions[one], self._directions[other]
        return float(first @ second) if first.size and second.size else 0.0

    def _embed(self, texts: Sequence[str]) -> None:
        for start in range(0, len(texts), AT_ONCE):
            some = texts[start : start + AT_ONCE]
            cut: list[tuple[Word, ...]] = [find_words(text) for text in some]
            for text, reading in zip(some, self._reader.read(cut), strict=True):
                given = np.frombuffer(reading.embedding or b"", dtype="<f2").astype(np.float64)
                self._directions[text] = given
            self._watch(min(start + AT_ONCE, len(texts)), len(texts))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.text for word in find_words(text))


def _best(asked: Sequence[AskedClaim], scores: Sequence[float]) -> list[float]:
    """The best score of each claim's pieces."""
    found, at = [], 0
    for each in asked:
        found.append(max(scores[at : at + len(each.pieces)], default=0.0))
        at += len(each.pieces)
    return found
