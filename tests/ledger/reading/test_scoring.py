"""Rows of the table: their names, what has a floor, recall of speech, relations of clauses."""

import pytest
from tests.ledger.reading.composed import (
    FIRST,
    QUOTED,
    WISH,
    claim,
    compared,
    labelled,
    link,
)

from watchword.ledger.measurement import Score
from watchword.ledger.reading.scoring import attribution_scores, relation_scores
from watchword.model.claim import Modality


def by_metric(scores: tuple[Score, ...]) -> dict[str, float | None]:
    return {score.metric: score.value for score in scores}


def test_labels_that_are_all_found_score_one() -> None:
    every = compared(
        claim(FIRST, link("Berg"), cue="said"),
        claim(QUOTED, link("she"), cue="added"),
        claim(WISH, link("The union"), cue="wants"),
    )
    scores = tuple(attribution_scores([every]))
    assert set(by_metric(scores).values()) == {1.0}
    assert [each.metric for each in scores if each.floored] == [
        "content F1",
        "source right F1",
        "cue F1",
        "words F1",
    ]


def test_recall_of_speech_leaves_wishes_out_and_that_of_quotations_what_is_not_quoted() -> None:
    scores = {each.metric: each for each in attribution_scores([compared()])}
    assert scores["spoken, found"].counts == {"hits": 0, "of": 2}
    assert scores["quoted, found"].counts == {"hits": 0, "of": 1}
    wrong = compared(claim(FIRST, link("Bergen")))
    told = by_metric(tuple(attribution_scores([wrong])))
    assert (told["spoken, found"], told["spoken, source right"]) == (0.5, 0.0)


@pytest.mark.parametrize(("modality", "share"), [(Modality.DENIED, 1.0), (Modality.ASSERTED, 0.0)])
def test_a_negative_relation_is_told_as_not_so(modality: Modality, share: float) -> None:
    text = compared(
        claim(FIRST, link("Berg"), modality=modality),
        labels=(labelled("", "said", FIRST, negative=True),),
    )
    assert by_metric(tuple(relation_scores([text])))["negative told so"] == share


def test_a_relation_is_found_by_its_content_and_its_clause_by_link_or_cue() -> None:
    relations = (
        labelled("", "Berg, the minister of trade, said", FIRST),
        labelled("", "she added", QUOTED),
        labelled("", "The union wants", WISH),
    )
    text = compared(
        claim(FIRST, link("Bergen"), cue="said"),
        claim("They carried grain", link("Bergen")),
        labels=relations,
    )
    told = by_metric(tuple(relation_scores([text])))
    assert told == {
        "content recall": pytest.approx(2 / 3),
        "clause recall": pytest.approx(1 / 3),
        "negative told so": None,
    }
