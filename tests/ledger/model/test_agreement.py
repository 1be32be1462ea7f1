"""Labels against labels: accuracy, macro-F1 with a label that is never right, F1 of yes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.ledger.model.agreement import accuracy, count_yes, macro_f1
from watchword.ledger.scores import Detection, Share


def test_macro_f1_is_the_mean_over_labels() -> None:
    # a: 2 of 2 found of 3 meant, F1 4/5; b: 1 of 2 found of 1 meant, F1 2/3.
    assert macro_f1("aaab", "aabb") == pytest.approx((4 / 5 + 2 / 3) / 2)


def test_a_label_that_nobody_meant_is_no_class_of_its_own() -> None:
    assert macro_f1(["1", "2"], ["1", "0"]) == pytest.approx(1 / 2)


def test_nothing_to_judge_has_no_score() -> None:
    assert macro_f1([], []) is None
    assert accuracy([], []) == Share(hits=0, of=0)


def test_only_what_holds_counts_for_the_f1_of_yes() -> None:
    found = count_yes([True, True, False, False], [True, False, True, False])
    assert found == Detection(hits=1, found=2, labelled=2)


@given(st.lists(st.sampled_from("abc"), min_size=1))
def test_labels_agree_with_themselves(labels: list[str]) -> None:
    assert macro_f1(labels, labels) == 1.0
    assert accuracy(labels, labels).value == 1.0


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1))
def test_scores_lie_between_nothing_and_one(rows: list[tuple[str, str]]) -> None:
    gold, found = [one for one, _ in rows], [other for _, other in rows]
    score = macro_f1(gold, found)
    assert score is not None
    assert 0 <= score <= 1
