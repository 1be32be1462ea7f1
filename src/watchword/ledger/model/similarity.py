"""Whether texts of one story lie nearer to each other than texts of two, by their embeddings."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from watchword.errors import WatchwordError
from watchword.ledger.corpora.streams import Pair, StoryPairs
from watchword.ledger.measurement import Form, Score
from watchword.ledger.model.correlation import area_under_curve
from watchword.model.reading import Reading, Word
from watchword.text.sentences import find_sentences
from watchword.text.words import find_words

PAIRS, SEED = 2000, 7
"""Pairs of each sort, and the seed that picks them."""

Directions = NDArray[np.float64]
Read = Callable[[Sequence[Sequence[Word]]], Sequence[Reading]]
"""Reads sentences, one reading each."""


def score_similarity(pairs: StoryPairs, read: Read) -> tuple[Score, Score]:
    """The area under the curve of the embeddings' cosine, for headlines and for leads."""
    every = (*pairs.headlines, *pairs.leads)
    texts = sorted({text for one, other, _ in every for text in (one, other)})
    rows = {text: row for row, text in enumerate(texts)}
    directions = embed_texts(texts, read)

    def score(metric: str, chosen: Sequence[Pair]) -> Score:
        places = np.array([(rows[one], rows[other]) for one, other, _ in chosen], dtype=np.int64)
        first, second = (directions[column] for column in places.reshape(-1, 2).T)
        alike = [pair[2] for pair in chosen]
        return Score(
            metric=metric,
            value=area_under_curve((first * second).sum(axis=-1), alike),
            counts={"pairs": len(chosen), "alike": sum(alike)},
            form=Form.DEGREE,
        )

    return score("headlines AUC", pairs.headlines), score("leads AUC", pairs.leads)


def embed_texts(texts: Sequence[str], read: Read) -> Directions:
    """The direction of each text: the mean of its sentences' embeddings, made of length one.

    Raises:
        WatchwordError: if the engine gives no embeddings.
    """
    cut = [cut_text(text) for text in texts]
    readings = read([words for sentences in cut for words in sentences])
    rows = [_direction(reading) for reading in readings]
    means: list[Directions] = []
    at = 0
    for sentences in cut:
        means.append(np.sum(rows[at : at + len(sentences)], axis=0))
        at += len(sentences)
    lengths = [float(np.sqrt(mean @ mean)) or 1.0 for mean in means]
    return np.array([mean / length for mean, length in zip(means, lengths, strict=True)])


def cut_text(text: str) -> list[tuple[Word, ...]]:
    """The sentences of a text as words; a text in which none is found is one."""
    found = [find_words(text, place.start, place.end) for place in find_sentences(text)]
    return [words for words in found if words] or [find_words(text)]


def _direction(reading: Reading) -> Directions:
    if reading.embedding is None:
        message = "this engine gives no embeddings, so that texts cannot be compared"
        raise WatchwordError(message, key=reading.made_by)
    return np.frombuffer(reading.embedding, dtype="<f2").astype(np.float64)
