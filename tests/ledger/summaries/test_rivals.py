"""Plain ways to shorten texts."""

import numpy as np

from watchword.ledger.summaries.rivals import (
    RIVALS,
    Piece,
    central_by_meaning,
    first_sentences,
    first_words,
    nearest_by_meaning,
    nearest_by_words,
)


def direction(*values: float) -> bytes:
    return np.array(values, np.float16).tobytes()


PIECES = (
    Piece("Bread costs more.", direction(0, 1)),
    Piece("The convoy left the harbour.", direction(1, 0)),
    Piece("The convoy left the harbour for Kursk.", direction(1, 0)),
    Piece("The convoy reached Kursk.", direction(0.8, 0.6)),
)


def test_lead_takes_the_first_sentences_whole() -> None:
    assert first_sentences(PIECES, 1, count=1) == "Bread costs more."
    assert first_words(PIECES, 4) == "Bread costs more. The convoy left the harbour."


def test_the_centroid_takes_what_is_near_to_all_in_the_order_of_the_text() -> None:
    assert nearest_by_words(PIECES, 7) == "The convoy left the harbour for Kursk."
    assert nearest_by_meaning(PIECES, 4) == "The convoy reached Kursk."
    assert nearest_by_meaning(PIECES, 5) == (
        "The convoy left the harbour. The convoy reached Kursk."
    )


def test_a_sentence_without_a_direction_is_the_least_central() -> None:
    scores = central_by_meaning([Piece("a", None), *PIECES])
    assert min(scores) == scores[0]
    assert central_by_meaning([Piece("a", None)]) == [0.0]


def test_every_rival_gives_nothing_of_nothing() -> None:
    assert {rival((), 10) for rival in RIVALS.values()} == {""}
