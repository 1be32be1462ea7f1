"""Plain ways to shorten texts, which whatever is cleverer has to beat.

- lead-1, lead-3: the first sentence, the first three;
- lead: as many of the first sentences as fill the length;
- the centroid by words: the sentences nearest to the sum of all, words weighed by TF-IDF;
- the centroid by meaning: the same of the directions that the carried model gives.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

import numpy as np

from watchword.model.read_report import ReadReport
from watchword.text.centrality import centrality, telling_stems
from watchword.text.sentences import find_sentences


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, and the direction of its meaning where the engine gives one."""

    words: str
    direction: bytes | None


Rival = Callable[[Sequence[Piece], int], str]
"""Shortens sentences to about so many words."""


def pieces_of(read: ReadReport) -> tuple[Piece, ...]:
    """The sentences of a report."""
    directions, text = dict(read.vectors), read.report.text
    return tuple(
        Piece(" ".join(text[each.start : each.end].split()), directions.get(each.start))
        for each in find_sentences(text)
    )


def first_sentences(pieces: Sequence[Piece], _words: int, *, count: int) -> str:
    """The first so many sentences, whatever their length."""
    return " ".join(each.words for each in pieces[:count])


def first_words(pieces: Sequence[Piece], words: int) -> str:
    """As many of the first sentences as fill the length."""
    return _filled(pieces, range(len(pieces)), words)


def nearest_by_words(pieces: Sequence[Piece], words: int) -> str:
    """The sentences whose words are nearest to those of all."""
    return _filled(pieces, ranked(central_by_words(pieces)), words)


def nearest_by_meaning(pieces: Sequence[Piece], words: int) -> str:
    """The sentences whose meaning is nearest to that of all."""
    return _filled(pieces, ranked(central_by_meaning(pieces)), words)


def central_by_words(pieces: Sequence[Piece]) -> list[float]:
    """How central each is by its words."""
    return centrality([telling_stems(each.words) for each in pieces])


def central_by_meaning(pieces: Sequence[Piece]) -> list[float]:
    """How central each is by its meaning; one without a direction is least so."""
    known = {
        place: np.frombuffer(each.direction, np.float16).astype(np.float64)
        for place, each in enumerate(pieces)
        if each.direction is not None
    }
    if not known:
        return [0.0] * len(pieces)
    total = np.sum(list(known.values()), axis=0)
    return [
        float(round(known[place] @ total, 9)) if place in known else -np.inf
        for place in range(len(pieces))
    ]


def ranked(scores: Sequence[float]) -> Iterator[int]:
    """Places, the highest score first, the earlier of two that are alike."""
    yield from sorted(range(len(scores)), key=lambda place: (-scores[place], place))


RIVALS: Mapping[str, Rival] = MappingProxyType(
    {
        "lead-1": partial(first_sentences, count=1),
        "lead-3": partial(first_sentences, count=3),
        "lead": first_words,
        "centroid by words": nearest_by_words,
        "centroid by meaning": nearest_by_meaning,
    }
)
"""The rivals by name, in the order in which they are printed."""


def _filled(pieces: Sequence[Piece], order: Iterator[int] | range, words: int) -> str:
    """Sentences in an order of choice until the length is reached, told as the text has them."""
    chosen: list[int] = []
    length = 0
    for place in order:
        if length >= words:
            break
        chosen.append(place)
        length += len(pieces[place].words.split())
    return " ".join(pieces[place].words for place in sorted(chosen))
