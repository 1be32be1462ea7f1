"""The shipped weights tag wire copy, and a file unpacks to what was packed."""

import importlib.util
from importlib import resources
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchword.engines.tagger import carried_tagger, features_of, shape_of, tag, unpack

TRAINING = Path(__file__).resolve().parents[2] / "training" / "tagger.py"


@pytest.fixture(scope="module")
def training() -> ModuleType:
    spec = importlib.util.spec_from_file_location("tagger_training", TRAINING)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys  # noqa: PLC0415 - dataclasses look the module up by its name

    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("sentence", "tags"),
    [
        ("The minister said troops will leave .", "DT NN VBD NNS MD VB ."),
        ("Rebels have seized 12 villages in Mali .", "NNS VBP VBN CD NNS IN NNP ."),
        ("She was detained on Friday .", "PRP VBD VBN IN NNP ."),
        ("According to the agency , it is raining .", "VBG IN DT NN , PRP VBZ VBG ."),
    ],
)
def test_the_carried_weights_tag_a_sentence(sentence: str, tags: str) -> None:
    assert tag(sentence.split(), carried_tagger()) == tags.split()


def test_a_word_never_seen_is_tagged_by_its_shape() -> None:
    assert tag(["The", "zorblification", "ended"], carried_tagger())[1] == "NN"
    assert tag(["in", "Zorbgrad", "."], carried_tagger())[1] == "NNP"


def test_no_words_have_no_tags() -> None:
    assert tag([], carried_tagger()) == []


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text(min_size=1, max_size=12), max_size=12))
def test_any_words_get_one_tag_each_and_the_same_twice(words: list[str]) -> None:
    found = tag(words, carried_tagger())
    assert len(found) == len(words)
    assert set(found) <= {*carried_tagger().tags}
    assert tag(words, carried_tagger()) == found


def test_weights_are_whole_numbers_so_that_sums_are_exact() -> None:
    weights = carried_tagger().weights
    assert weights.dtype == np.int16
    assert weights.shape == (len(carried_tagger().rows), len(carried_tagger().tags))


def test_the_shipped_file_stays_small() -> None:
    path = resources.files("watchword.engines") / "data" / "tagger.npz"
    assert len(path.read_bytes()) < 2_500_000


def test_what_is_trained_is_packed_and_unpacked_alike(training: ModuleType) -> None:
    sentences = [
        [("The", "DT"), ("army", "NN"), ("left", "VBD"), (".", ".")],
        [("The", "DT"), ("rebels", "NNS"), ("stayed", "VBD"), (".", ".")],
    ]
    trained = training.train([list(each) for each in sentences], rounds=5)
    tagger = unpack(training.pack(trained))
    assert tagger.tags == trained.tags
    assert dict(tagger.certain) == trained.certain
    for feature, weights in trained.weights.items():
        row = tagger.weights[tagger.rows[feature]]
        assert {n: int(w) for n, w in enumerate(row) if w} == {
            n: round(100 * w) for n, w in weights.items()
        }
    assert tag(["The", "army", "left", "."], tagger) == ["DT", "NN", "VBD", "."]


def test_training_twice_gives_the_same_bytes(training: ModuleType) -> None:
    sentences = [[("Snow", "NN"), ("left", "VBD"), ("Odesa", "NNP")]] * 3
    packed = [training.pack(training.train(list(sentences), rounds=2)) for _ in range(2)]
    assert unpack(packed[0]).rows == unpack(packed[1]).rows
    assert np.array_equal(unpack(packed[0]).weights, unpack(packed[1]).weights)


def test_hyphenated_words_of_a_treebank_are_made_whole(training: ModuleType) -> None:
    words = [("pro", "JJ", True), ("-", "HYPH", True), ("army", "NN", False), ("men", "NNS", False)]
    assert training.joined(words) == [("pro-army", "NN"), ("men", "NNS")]


def test_numbers_are_compared_by_shape() -> None:
    assert shape_of("2024") == shape_of("1999") != shape_of("12")
    assert shape_of("Army") == "army"


def test_features_name_their_neighbours_and_the_ends() -> None:
    features = features_of(0, ["He", "left"], ["he", "left"], ("-START-", "-START2-"))
    assert {"w he", "w+1 left", "w-1 -START-", "w+2 -END2-"} <= set(features)
