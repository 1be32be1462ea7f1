"""What is borne out by given sentences is told from what is not, word by word."""

import pytest

from watchword.brief.support import BORNE_OUT, HOLDS, chance_it_holds, share_borne, support_of
from watchword.engines.support import SupportEngine

EVIDENCE = (
    "The port authority said on Monday that two ferries with 300 tonnes of grain had left Odesa.",
    "One of them was delayed by a storm.",
    "The mayor, Olena Kravets, did not comment.",
)
BORNE = "Two ferries with 300 tonnes of grain have left Odesa."
NOT_BORNE = (
    "Two ferries with 700 tonnes of grain have left Odesa.",
    "Two ferries with 300 tonnes of grain have not left Odesa.",
    "Two ferries with 300 tonnes of grain have left Mariupol.",
    "Two ferries with 300 tonnes of grain and four tanks have left Odesa.",
)


@pytest.fixture(scope="module")
def engine() -> SupportEngine:
    return SupportEngine()


def test_what_was_said_counts_as_borne_out(engine: SupportEngine) -> None:
    judged = support_of(BORNE, EVIDENCE, engine)
    assert judged.score >= BORNE_OUT
    assert judged.holds >= HOLDS


@pytest.mark.parametrize("sentence", NOT_BORNE)
def test_another_number_name_or_polarity_and_an_addition_count_as_not_borne_out(
    engine: SupportEngine, sentence: str
) -> None:
    assert support_of(sentence, EVIDENCE, engine).holds < HOLDS


def test_the_word_that_was_not_said_is_the_least_borne_out(engine: SupportEngine) -> None:
    sentence = NOT_BORNE[0]
    words = support_of(sentence, EVIDENCE, engine).words
    least = min(words, key=lambda word: word.borne)
    assert sentence[least.start : least.end] == "700"


@pytest.mark.parametrize(("sentence", "evidence"), [("", EVIDENCE), (BORNE, ()), (" \n", ("",))])
def test_of_nothing_nothing_is_borne_out(
    engine: SupportEngine, sentence: str, evidence: tuple[str, ...]
) -> None:
    judged = support_of(sentence, evidence, engine)
    assert (judged.score, judged.holds) == (0.0, 0.0)


def test_a_sentence_without_end_is_judged(engine: SupportEngine) -> None:
    judged = support_of("grain " * 5_000, ("grain " * 5_000,), engine)
    assert 0 <= judged.score <= 1
    assert 0 < len(judged.words) < 5_000


def test_the_chance_rises_with_each_of_its_parts_and_ends_at_0_and_1() -> None:
    assert chance_it_holds(0.5, [0.5]) == 0.5
    assert chance_it_holds(0.9, [0.5]) > 0.5 > chance_it_holds(0.5, [0.5, 0.1])
    assert chance_it_holds(1.0, [1.0]) == 1
    assert chance_it_holds(0.0, [0.0]) == 0


def test_half_of_the_share_is_the_models_and_half_of_it_the_words() -> None:
    words = ("Ferries", "left")
    assert share_borne(words, (1.0, 1.0), (words,)) == 1
    assert share_borne(words, (0.0, 0.0), (words,)) == 0.5
    assert share_borne(words, (1.0, 1.0), (("Nobody", "spoke"),)) == 0.5
    assert share_borne(("the", "."), (0.2, 0.4), (words,)) == 0.3
