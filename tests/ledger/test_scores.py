from dataclasses import replace

import pytest

from watchword.errors import WatchwordError
from watchword.ledger.failures import Fault, rank_failures
from watchword.ledger.record import ClaimRecord, Quantity
from watchword.ledger.scores import Detection, Share, score_claims
from watchword.model.claim import Modality

FIRST = ClaimRecord(
    report_id="r1",
    claim_id="c1",
    kind="reworded",
    sentence="A lawmaker said, citing the spy agency, that at least 300 trucks had left for Vorsk.",
    source_chain=("lawmaker", "spy agency"),
    cue="said",
    modality=Modality.ASSERTED,
    actor="trucks",
    action="leave",
    figure=Quantity(value=300.0, unit="trucks", approx="at_least"),
    place="Vorsk",
)
SECOND = ClaimRecord(
    report_id="t1",
    claim_id="c2",
    kind="transcript",
    sentence="We cannot confirm that they will arrive on Friday.",
    source_chain=("Ada Marsh",),
    cue="cannot confirm",
    modality=Modality.UNCONFIRMED,
    action="arrive",
    time="Friday",
)


def found(claim: ClaimRecord, **changes: object) -> ClaimRecord:
    return replace(claim, claim_id="", kind="", **changes)  # type: ignore[arg-type]


def test_what_agrees_throughout_scores_one_everywhere() -> None:
    scores = score_claims([FIRST, SECOND], [found(FIRST), found(SECOND)])
    assert {group.name for group in scores.groups} == {"all", "reworded", "transcript"}
    assert all(value == 1.0 for group in scores.groups for value in group.values().values())
    assert rank_failures(scores) == ()


def test_the_sets_are_scored_apart_and_together() -> None:
    scores = score_claims([FIRST, SECOND], [found(FIRST, source_chain=("lawmaker",))])
    assert scores.group("reworded").shares["chain_exact"] == Share(hits=0, of=1)
    assert scores.group("reworded").shares["chain_speaker"] == Share(hits=1, of=1)
    assert scores.group("reworded").shares["chain_nested_exact"] == Share(hits=0, of=1)
    assert scores.group("transcript").detections["claim"] == Detection(hits=0, found=0, labelled=1)
    assert scores.group("all").shares["whole"] == Share(hits=0, of=2)


def test_an_empty_chain_agrees_only_with_an_empty_chain() -> None:
    own = replace(FIRST, source_chain=())
    assert score_claims([own], [found(own)]).group("all").values()["chain_exact"] == 1.0
    wrong = score_claims([own], [found(FIRST)]).group("all")
    assert wrong.values()["chain_exact"] == wrong.values()["chain_speaker"] == 0.0


def test_figures_are_judged_by_presence_value_qualifier_and_unit() -> None:
    other = found(FIRST, figure=Quantity(value=300.0, unit="lorries", approx="exact"))
    group = score_claims([FIRST], [other]).group("all")
    assert group.detections["figure_present"].f1 == 1.0
    assert group.detections["figure_value"].f1 == 1.0
    assert group.detections["figure_qualified"].f1 == 0.0
    assert group.shares["figure_unit"] == Share(hits=0, of=1)


def test_a_figure_where_there_is_none_costs_precision() -> None:
    invented = found(SECOND, figure=Quantity(value=5.0, unit="days"))
    score = score_claims([SECOND], [invented]).group("all").detections["figure_present"]
    assert (score.hits, score.found, score.labelled) == (0, 1, 0)
    assert score.precision.value == 0.0
    assert score.recall.value is None


def test_confusion_counts_which_modality_was_taken_for_which() -> None:
    firm = found(SECOND, modality=Modality.ASSERTED)
    group = score_claims([FIRST, SECOND], [found(FIRST), firm]).group("all")
    assert (Modality.UNCONFIRMED, Modality.ASSERTED, 1) in group.confusion
    assert group.modality_f1 == {
        Modality.ASSERTED: pytest.approx(2 / 3),
        Modality.UNCONFIRMED: 0.0,
    }
    assert group.macro_f1 == pytest.approx(1 / 3)


def test_claims_in_sentences_without_labels_are_counted_and_not_judged() -> None:
    other = found(FIRST, sentence="The weather in the valley stayed dry throughout that week.")
    group = score_claims([FIRST], [found(FIRST), other]).group("all")
    assert group.outside == 1
    assert group.detections["claim"].precision.value == 1.0


def test_wilsons_interval_is_the_published_one() -> None:
    low, high = Share(hits=8, of=10).interval or (0.0, 0.0)
    assert (round(low, 4), round(high, 4)) == (0.4902, 0.9433)
    assert Share(hits=0, of=0).interval is None
    assert Share(hits=0, of=3).interval == pytest.approx((0.0, 0.5615), abs=1e-4)


def test_the_failures_that_matter_most_come_first() -> None:
    gold = [replace(FIRST, claim_id=f"c{at}", sentence=f"{'x ' * at}end.") for at in range(1, 6)]
    claims = [
        found(gold[0], place="", time="Monday"),
        found(gold[1], figure=None, place="Elsewhere"),
        found(gold[2], modality=Modality.PLANNED),
        found(gold[3], source_chain=("mayor", "police")),
    ]
    failures = rank_failures(score_claims(gold, claims))
    assert [failure.faults[0] for failure in failures] == [
        Fault.CHAIN,
        Fault.MODALITY,
        Fault.FIGURE,
        Fault.MISSED,
        Fault.PLACE,
    ]
    assert failures[-1].faults == (Fault.PLACE, Fault.TIME)


def test_a_claim_without_a_label_is_named_last() -> None:
    extra = found(FIRST, action="something else", figure=None)
    failures = rank_failures(score_claims([FIRST], [found(FIRST), extra]))
    assert [(failure.faults, failure.gold) for failure in failures] == [((Fault.EXTRA,), None)]


def test_a_group_that_is_not_there_is_named() -> None:
    with pytest.raises(WatchwordError, match="transcript: no such group"):
        score_claims([FIRST], []).group("transcript")


def test_scores_do_not_depend_on_the_order_of_what_was_found() -> None:
    claims = [found(FIRST), found(FIRST, action="stay", figure=None), found(SECOND)]
    there = score_claims([FIRST, SECOND], claims)
    back = score_claims([FIRST, SECOND], claims[::-1])
    assert [group.values() for group in there.groups] == [group.values() for group in back.groups]
