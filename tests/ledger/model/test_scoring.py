"""The rows that each measurement gives, on readings that are perfect and on ones that are not."""

from tests.ledger.model.composed import SHIPS, causal, reading_of, scheme, sentence

from watchword.ledger.corpora.sentence import LabelledSentence
from watchword.ledger.measurement import Score
from watchword.ledger.model.scoring import (
    attribution_scores,
    causal_scores,
    conditional_scores,
    event_scores,
    scheme_scores,
    tree_scores,
    word_scores,
)
from watchword.model.reading import EventReading

SAID = sentence(
    "The mayor said ships left",
    schemes={
        "attribution": scheme((0, 2, "source"), (2, 3, "cue"), (3, 5, "content")),
        "causal": causal(("effect", (0, 2), (3, 5))),
    },
    traits={"causal": True},
)
WISH = sentence(
    "If ships left , we would cheer",
    schemes={
        "conditional": scheme(
            (0, 3, "condition"),
            (4, 7, "consequence"),
            types=frozenset({"condition", "consequence"}),
        )
    },
    traits={"counterfactual": True},
)
PLAIN = sentence("Ships left again", traits={"counterfactual": False})
WISHED = sentence("We wish they had", traits={"counterfactual": True})


def event(root: str, quad: int) -> EventReading:
    return EventReading(
        root=root, root_confidence=1, quad=quad, quad_confidence=1, made_by="composed/1"
    )


def by_metric(scores: list[Score]) -> dict[str, float | None]:
    return {score.metric: score.value for score in scores}


def test_a_perfect_reading_scores_one_in_every_row() -> None:
    pairs = [(SAID, reading_of(SAID))]
    words = [(SHIPS, reading_of(SHIPS))]
    rows = [
        *attribution_scores(pairs),
        *causal_scores(pairs),
        *scheme_scores(pairs, scheme="attribution"),
        *tree_scores(words),
        *word_scores(words),
    ]
    assert {score.value for score in rows} == {1.0}
    assert len({score.metric for score in attribution_scores(pairs)}) == 12


def test_precision_and_recall_have_no_floors() -> None:
    rows = list(attribution_scores([(SAID, reading_of(SAID))]))
    without = {score.metric for score in rows if not score.floored}
    assert without == {
        f"{kind} {side}"
        for kind in ("source", "cue", "content")
        for side in ("precision", "recall")
    }


def test_sentences_with_marked_phrases_do_not_count_as_judged_counterfactual() -> None:
    pairs = [(each, reading_of(each)) for each in (WISH, PLAIN, WISHED)]
    spans, judged = conditional_scores(pairs)
    assert spans.counts == {"hits": 2, "found": 2, "labelled": 2}
    assert judged.counts == {"hits": 1, "found": 1, "labelled": 1}


def test_a_trait_that_is_not_told_does_not_hold() -> None:
    silent = reading_of(sentence("The mayor said ships left"))
    first = next(iter(causal_scores([(SAID, silent)])))
    assert first.counts == {"hits": 0, "found": 0, "labelled": 1}


def test_events_are_scored_by_root_and_by_quad() -> None:
    def labelled(root: str, quad: str) -> LabelledSentence:
        return sentence("Oslo sent aid", pair=((0, 1), (0, 0)), event={"root": root, "quad": quad})

    pairs = [
        (labelled("AID", "2"), event("AID", 2)),
        (labelled("AID", "2"), event("AGREE", 0)),
        (labelled("ACCUSE", "3"), event("ACCUSE", 3)),
    ]
    # AID: one of two, F1 2/3; ACCUSE: 1. Class 0 is nobody's label.
    expected = (2 / 3 + 1) / 2
    found = by_metric(list(event_scores(pairs)))
    assert found == {
        "root macro-F1": expected,
        "root accuracy": 2 / 3,
        "quad macro-F1": expected,
        "quad accuracy": 2 / 3,
    }
