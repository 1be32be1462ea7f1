"""Each error once: wrong type, wrong ends, both, and what is near to nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.ledger.model.fairness import FairCounts, fair_counts
from watchword.ledger.model.phrases import Spans

SPANS = st.frozensets(
    st.tuples(st.integers(0, 6), st.integers(1, 5), st.sampled_from(["cause", "effect"])).map(
        lambda drawn: (drawn[0], drawn[0] + drawn[1], drawn[2])
    ),
    max_size=4,
)


def spans(*each: tuple[int, int, str]) -> Spans:
    return frozenset(each)


@pytest.mark.parametrize(
    ("found", "counts"),
    [
        (spans((0, 3, "cause")), FairCounts(hits=1)),
        (spans((0, 3, "effect")), FairCounts(near=1)),
        (spans((1, 5, "cause")), FairCounts(near=1)),
        (spans((1, 5, "effect")), FairCounts(near=1)),
        (spans((3, 5, "cause")), FairCounts(extra=1, missed=1)),
        (spans(), FairCounts(missed=1)),
        (spans((0, 1, "cause"), (2, 3, "cause")), FairCounts(near=2)),
        (spans((0, 3, "cause"), (1, 2, "cause")), FairCounts(hits=1, extra=1)),
    ],
)
def test_each_kind_of_error_counts_once(found: Spans, counts: FairCounts) -> None:
    assert fair_counts(spans((0, 3, "cause")), found) == counts


def test_one_found_phrase_may_be_near_to_two_by_different_words() -> None:
    gold = spans((0, 2, "cause"), (2, 4, "cause"))
    assert fair_counts(gold, spans((0, 4, "cause"))) == FairCounts(near=2)


def test_words_that_one_phrase_took_make_no_other_near() -> None:
    gold = spans((0, 4, "cause"))
    found = spans((0, 3, "cause"), (1, 2, "cause"))
    assert fair_counts(gold, found) == FairCounts(near=1, extra=1)


def test_a_wrong_type_is_looked_for_after_wrong_ends() -> None:
    gold = spans((0, 4, "cause"))
    found = spans((0, 3, "effect"), (3, 5, "cause"))
    assert fair_counts(gold, found) == FairCounts(near=2)


def test_an_error_that_is_near_is_half_of_one_extra_and_half_of_one_missed() -> None:
    # Precision 2/(2+1/2+1), recall 2/(2+1/2): their harmonic mean is 4/6.
    assert FairCounts(hits=2, near=1, extra=1).f1 == pytest.approx(2 / 3)
    assert FairCounts().f1 is None


@given(SPANS)
def test_phrases_are_right_against_themselves(gold: Spans) -> None:
    assert fair_counts(gold, gold) == FairCounts(hits=len(gold))


@given(SPANS, SPANS)
def test_the_fair_score_is_never_below_the_strict_one(gold: Spans, found: Spans) -> None:
    counts = fair_counts(gold, found)
    strict = 2 * len(gold & found) / (len(gold) + len(found)) if gold or found else None
    assert (counts.f1 is None) == (strict is None)
    assert (counts.f1 or 0.0) >= (strict or 0.0) - 1e-12
    assert counts.hits + counts.near + counts.missed >= len(gold)
