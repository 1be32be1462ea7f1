"""The best tree: a tree with one root, and no other scores higher."""

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from watchword.engines.trees import are_trees, best_tree, heads_of

KINDS = ("plain", "many roots", "ties", "cycles", "large")


def scores_of(kind: str, words: int, seed: int) -> NDArray[np.float32]:
    """Make up scores, some of which lead a careless search astray."""
    scores = np.random.default_rng([seed, words]).normal(0, 4, (words, words + 1))
    if kind == "many roots":
        scores[:, 0] += 9
    if kind == "ties":
        scores = np.round(scores / 4)
    if kind == "cycles":
        for word in range(words - 1):
            scores[word, (word ^ 1) + 1] += 20 + word
    if kind == "large":
        scores *= 1000
    return scores.astype(np.float32)


def is_tree(heads: NDArray[np.int64]) -> bool:
    (told,) = are_trees(heads[None], [len(heads)])
    return bool(told)


def is_tree_by_walking(heads: tuple[int, ...]) -> bool:
    """Walk up from every word."""
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return heads.count(0) == 1


def worth(scores: NDArray[np.float32], heads: NDArray[np.int64]) -> float:
    return float(scores[np.arange(len(heads)), heads].sum(dtype=np.float64))


@pytest.mark.parametrize("words", [1, 2, 3, 4])
def test_what_is_a_tree_is_told_from_what_is_none(words: int) -> None:
    for heads in product(range(words + 1), repeat=words):
        assert is_tree(np.array(heads)) == is_tree_by_walking(heads)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("words", [1, 2, 3, 4, 5])
def test_no_tree_of_all_scores_higher(kind: str, words: int) -> None:
    trees = [np.array(heads) for heads in product(range(words + 1), repeat=words)]
    trees = [heads for heads in trees if is_tree(heads)]
    assert len(trees) == words ** max(1, words - 1)
    for seed in range(20):
        scores = scores_of(kind, words, seed)
        found = best_tree(scores)
        assert is_tree(found)
        highest = max(worth(scores, heads) for heads in trees)
        assert worth(scores, found) == pytest.approx(highest, abs=1e-6)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("words", [40, 254])
def test_a_long_sentence_gets_a_tree_with_one_root(kind: str, words: int) -> None:
    scores = scores_of(kind, words, seed=0)
    found = best_tree(scores)
    assert is_tree(found)
    assert found.tolist() == best_tree(scores).tolist()


def test_the_scores_are_left_as_they_were() -> None:
    scores = scores_of("cycles", 6, seed=1)
    kept = scores.copy()
    best_tree(scores)
    assert np.array_equal(scores, kept)


def test_heads_that_make_a_tree_stay_where_they_score_best() -> None:
    heads = np.array([2, 0, 2, 3])
    scores = np.zeros((4, 5), dtype=np.float32)
    scores[np.arange(4), heads] = 1
    assert best_tree(scores).tolist() == heads.tolist()


def test_no_words_have_no_heads() -> None:
    assert best_tree(np.zeros((0, 1), dtype=np.float32)).tolist() == []


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    scores = np.full((2, 3), -9, dtype=np.float32)
    scores[0] = [1, -9, 5]
    scores[1] = [2, 6, -9]
    assert best_tree(scores).tolist() == [0, 1]


def test_heads_that_make_no_tree_are_mended_and_others_kept() -> None:
    arcs = np.zeros((3, 4, 5), dtype=np.float32)
    arcs[0, np.arange(4), [0, 1, 2, 3]] = 5
    arcs[1, np.arange(4), [2, 1, 0, 3]] = 5
    arcs[1, 0, 0] = 4
    arcs[2, np.arange(2), [0, 1]] = 5
    found = heads_of(arcs, [4, 4, 2])
    assert found[0].tolist() == [0, 1, 2, 3]
    assert found[2].tolist() == [0, 1, 0, 0]
    assert is_tree(found[1].astype(np.int64))
    assert not is_tree(np.array([2, 1, 0, 3]))


def test_a_sentence_is_a_tree_whatever_stands_beside_it_and_beyond_its_words() -> None:
    heads = np.array([[2, 0, 0, 0], [2, 0, 2, 3], [2, 1, 0, 0], [9, 9, 9, 9]])
    assert are_trees(heads, [2, 4, 2, 0]).tolist() == [True, True, False, False]
