"""The model of support tells what is borne out from what is not, the same in any company."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from watchword.engines.support import (
    BORNE_OUT,
    HOLDS,
    SupportEngine,
    chance_it_holds,
    share_borne,
)
from watchword.errors import MissingDataError

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
    judged = engine.judge(BORNE, EVIDENCE)
    assert judged.score >= BORNE_OUT
    assert judged.holds >= HOLDS


@pytest.mark.parametrize("sentence", NOT_BORNE)
def test_another_number_name_or_polarity_and_an_addition_count_as_not_borne_out(
    engine: SupportEngine, sentence: str
) -> None:
    assert engine.judge(sentence, EVIDENCE).holds < HOLDS


def test_the_word_that_was_not_said_is_the_least_borne_out(engine: SupportEngine) -> None:
    sentence = NOT_BORNE[0]
    words = engine.judge(sentence, EVIDENCE).words
    least = min(words, key=lambda word: word.borne)
    assert sentence[least.start : least.end] == "700"


def test_a_judgment_is_the_same_alone_and_beside_others(engine: SupportEngine) -> None:
    asked = [(sentence, EVIDENCE) for sentence in (BORNE, *NOT_BORNE)] * 3
    alone = [engine.judge(*each) for each in asked]
    assert list(engine.judge_each(asked)) == alone
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda each: engine.judge(*each), asked)) == alone


@pytest.mark.parametrize(("sentence", "evidence"), [("", EVIDENCE), (BORNE, ()), (" \n", ("",))])
def test_of_nothing_nothing_is_borne_out(
    engine: SupportEngine, sentence: str, evidence: tuple[str, ...]
) -> None:
    judged = engine.judge(sentence, evidence)
    assert (judged.score, judged.words) == (0.0, ())


def test_a_sentence_without_end_is_judged(engine: SupportEngine) -> None:
    judged = engine.judge("grain " * 5_000, ("grain " * 5_000,))
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


def test_a_folder_without_the_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingDataError):
        SupportEngine(tmp_path).judge(BORNE, EVIDENCE)


def test_another_model_in_its_place_is_told(tmp_path: Path) -> None:
    data = Path(__file__).resolve().parents[2] / "src" / "watchword" / "engines" / "data"
    shutil.copy(data / "relations.onnx", tmp_path / "support.onnx")
    with pytest.raises(MissingDataError):
        SupportEngine(tmp_path).judge(BORNE, EVIDENCE)
