"""How far the model takes what predicates say for facts, against what people took them for."""

from collections.abc import Iterable
from dataclasses import dataclass

from watchword.ledger.measurement import Form, Pair, Score
from watchword.ledger.model.correlation import mean_distance, pearson

UNTOLD = 0.0
"""What stands for a word whose factuality the engine does not tell: neither a fact nor none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """Words that people rated.

    Attributes:
        gold: what people said, -3 to 3.
        found: what the engine said; None where it told nothing.
    """

    gold: tuple[float, ...]
    found: tuple[float | None, ...]


def rated_words(pairs: Iterable[Pair]) -> Rated:
    """The rated words of sentences, in order."""
    rows = [
        (degree, reading.tokens[index].factuality)
        for sentence, reading in pairs
        for index, degree in sorted(sentence.factuality.items())
    ]
    return Rated(gold=tuple(gold for gold, _ in rows), found=tuple(found for _, found in rows))


def score_factuality(pairs: Iterable[Pair]) -> tuple[Score, ...]:
    """Correlation and mean error over every rated word, and correlation where something is told.

    A word for which the engine tells nothing counts as 0 in the first two, and is counted.
    """
    rated = rated_words(pairs)
    filled = [UNTOLD if found is None else found for found in rated.found]
    told = [(gold, found) for gold, found in _both(rated) if found is not None]
    counts = {"rated": len(rated.gold), "untold": len(rated.gold) - len(told)}
    return (
        Score(
            metric="Pearson r",
            value=pearson(rated.gold, filled),
            counts=counts,
            form=Form.DEGREE,
        ),
        Score(
            metric="mean error",
            value=mean_distance(rated.gold, filled),
            counts=counts,
            form=Form.DEGREE,
            floored=False,
        ),
        Score(
            metric="Pearson r where told",
            value=pearson([gold for gold, _ in told], [found for _, found in told]),
            counts={"rated": len(told)},
            form=Form.DEGREE,
            floored=False,
        ),
    )


def _both(rated: Rated) -> Iterable[tuple[float, float | None]]:
    return zip(rated.gold, rated.found, strict=True)
