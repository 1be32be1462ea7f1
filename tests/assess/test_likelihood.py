from dataclasses import replace

import pytest
from tests.relate.claims import NIS, claim, span

from watchword.assess.likelihood import likelihood_of
from watchword.model.claim import Mark, MarkKind, Modality


@pytest.mark.parametrize(
    ("words", "term", "low", "high"),
    [
        ("almost no chance", "almost no chance", 1, 5),
        ("highly unlikely", "very unlikely", 5, 20),
        ("unlikely", "unlikely", 20, 45),
        ("roughly even odds", "roughly even odds", 45, 55),
        ("probably", "likely", 55, 80),
        ("Highly likely", "very likely", 80, 95),
        ("nearly certain", "nearly certain", 95, 99),
    ],
)
def test_a_claims_own_words_give_its_band(words: str, term: str, low: int, high: int) -> None:
    found = likelihood_of(claim("c1", "more follow", NIS, modality=Modality.ESTIMATED, hedge=words))
    assert found is not None
    assert (found.term, found.low, found.high, found.claim) == (term, low, high, "c1")


@pytest.mark.parametrize("words", ["could", "may", "reportedly", "possible"])
def test_words_that_name_no_degree_give_no_likelihood(words: str) -> None:
    told = claim("c1", "more follow", NIS, modality=Modality.ESTIMATED, hedge=words)
    assert likelihood_of(told) is None


@pytest.mark.parametrize("modality", [Modality.ASSERTED, Modality.DENIED, Modality.CONDITIONAL])
def test_only_an_estimate_or_a_prediction_has_a_likelihood(modality: Modality) -> None:
    assert likelihood_of(claim("c1", "more follow", NIS, modality=modality, hedge="likely")) is None


def test_a_claim_without_such_words_has_no_likelihood() -> None:
    assert likelihood_of(claim("c1", "more follow", NIS, modality=Modality.ESTIMATED)) is None


def test_a_word_of_likelihood_goes_before_a_hedge() -> None:
    hedge = Mark(kind=MarkKind.HEDGE, span=span("unlikely"))
    told = claim("c1", "more follow", NIS, modality=Modality.PLANNED, hedge="very likely")
    found = likelihood_of(replace(told, marks=(hedge, *told.marks)))
    assert found is not None
    assert found.term == "very likely"
