"""How near words are to one another in meaning, by the directions that the engine gives them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from watchword.engines import ReadingEngine
from watchword.store.vectors import WIDTH
from watchword.text.words import find_words

if TYPE_CHECKING:
    from numpy.typing import NDArray


def nearness_of(
    texts: Sequence[str], others: Sequence[str], engine: ReadingEngine
) -> tuple[float, ...]:
    """Of each text the cosine between it and the nearest of the others; 0 where there is none.

    Args:
        texts: what is compared.
        others: what it is compared with.
        engine: gives the directions.
    """
    if not texts or not others:
        return (0.0,) * len(texts)
    cosines = _directions(texts, engine) @ _directions(others, engine).T
    return tuple(float(each) for each in cosines.max(axis=1))


def _directions(texts: Sequence[str], engine: ReadingEngine) -> "NDArray[np.float32]":
    """Directions of length 1, a row each; of length 0 for a text without one."""
    rows = np.zeros((len(texts), WIDTH), np.float32)
    readings = engine.read([find_words(text, 0, len(text)) for text in texts])
    for row, reading in zip(rows, readings, strict=True):
        if reading.embedding is not None:
            told = np.frombuffer(reading.embedding, "<f2").astype(np.float32)
            row[:] = told / (float(np.linalg.norm(told)) or 1.0)
    return rows
