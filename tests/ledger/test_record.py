import pytest

from watchword.errors import UnreadableError
from watchword.ledger.record import parse_record
from watchword.model.claim import Modality

LINE = {
    "report_id": "r1",
    "sentence": "The ministry said about 40 buses had crossed the bridge.",
    "source_chain": ["ministry"],
    "cue": "said",
    "modality": "asserted",
    "figure": {"value": 40, "unit": "buses", "of_what": "buses crossing", "approx": "about"},
    "place": "the bridge",
}


def test_a_line_becomes_a_record_and_its_other_fields_are_left_alone() -> None:
    record = parse_record({**LINE, "spans": [1, 2], "marks": None})
    assert record.modality is Modality.ASSERTED
    assert record.source_chain == ("ministry",)
    assert record.figure is not None
    assert (record.figure.value, record.figure.approx) == (40.0, "about")
    assert record.time == ""


def test_best_stands_for_the_value_and_bounds_are_kept() -> None:
    figure = {"low": 30, "best": None, "high": 50, "unit": "buses", "approx": "range"}
    record = parse_record({**LINE, "figure": figure})
    assert record.figure is not None
    assert (record.figure.value, record.figure.low, record.figure.high) == (None, 30.0, 50.0)


def test_a_vague_quantity_keeps_its_words() -> None:
    record = parse_record({**LINE, "figure": {"value": "several dozen", "unit": "buses"}})
    assert record.figure is not None
    assert record.figure.value == "several dozen"


def test_the_name_of_a_labelled_set_is_the_word_used_in_scores() -> None:
    assert parse_record({**LINE, "sentence_kind": "verbatim_public_domain"}).kind == "transcript"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"modality": "firm"}, "firm"),
        ({"modality": ""}, "'modality' is missing"),
        ({"sentence": None}, "'sentence' is missing"),
        ({"source_chain": "ministry"}, "'source_chain' is not a list"),
        ({"source_chain": [1]}, "'source_chain' is not a list"),
        ({"cue": 3}, "'cue' is not text"),
        ({"figure": 40}, "'figure' is neither"),
        ({"figure": {"value": True}}, "not a number"),
        ({"figure": {"value": 1, "low": "two"}}, "not a number"),
        ({"sentence_kind": "poem"}, "'sentence_kind' is 'poem'"),
    ],
)
def test_a_line_of_another_form_is_refused_by_name(change: dict[str, object], told: str) -> None:
    with pytest.raises(UnreadableError, match=told):
        parse_record({**LINE, **change}, key="found claim 7")
