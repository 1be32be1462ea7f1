import pytest
from tests.relate.claims import KREMLIN, NIS, PENTAGON, PYONGYANG, claim, figure, report, span
from tests.relate.made_known import known

from watchword.errors import RefusedError
from watchword.model.claim import Claim, Modality
from watchword.model.corroboration import Bearing
from watchword.model.implication import Implication
from watchword.model.report import Status
from watchword.relate.corroboration import find_claim, find_corroboration

SENT = "North Korea has sent troops to Russia"
REPORTS = (report("r1"), report("r2", 19), report("r3", 20))


def sent(key: str, *sources: object, of: str = "r1", **told: object) -> Claim:
    return claim(key, SENT, *sources, of=of, verb="send", **told)  # type: ignore[arg-type]


def test_a_withdrawn_claim_is_shown_and_counts_for_nothing() -> None:
    reports = (report("r1"), report("r2", 19, status=Status.CANCELED))
    found = find_corroboration(
        known([sent("c1", NIS), sent("c2", PENTAGON, of="r2")], reports), "c1"
    )
    withdrawn = [side for side in found.sides if side.withdrawn]
    assert [(side.source, side.counts) for side in withdrawn] == [("Pentagon", False)]
    assert found.independent == 1
    assert "one report left out: canceled by its publisher" in found.reasons


def test_a_claim_that_was_withdrawn_says_so_itself() -> None:
    reports = (report("r1", status=Status.CANCELED), report("r2", 19))
    found = find_corroboration(
        known([sent("c1", NIS), sent("c2", PENTAGON, of="r2")], reports), "c1"
    )
    assert found.withdrawn == "canceled by its publisher"
    assert found.independent == 1, "the other still counts"


def test_the_claims_own_source_stands_first_and_denials_after_supports() -> None:
    told = [
        sent("c1", NIS),
        sent("c2", PENTAGON, of="r2"),
        sent("d1", PYONGYANG, of="r3", modality=Modality.DENIED),
    ]
    found = find_corroboration(known(told, REPORTS), "c2")
    assert [(side.source, side.bearing) for side in found.sides] == [
        ("Pentagon", Bearing.SUPPORTS),
        ("National Intelligence Service", Bearing.SUPPORTS),
        ("Pyongyang", Bearing.DENIES),
    ]
    assert found.sides[2].party


def test_of_a_denial_those_who_tell_the_thing_are_the_ones_against() -> None:
    told = [sent("c1", NIS), sent("d1", KREMLIN, of="r2", modality=Modality.DENIED)]
    found = find_corroboration(known(told, REPORTS), "d1")
    assert [(side.source, side.bearing) for side in found.sides] == [
        ("Kremlin", Bearing.SUPPORTS),
        ("National Intelligence Service", Bearing.DENIES),
    ]


def test_a_consequence_of_a_condition_bears_out_no_deed() -> None:
    told = [sent("c1", NIS), sent("c2", PENTAGON, of="r2")]
    implied = Implication(
        key="i1", claim="c2", condition=span("if", "r2"), consequence=span(SENT, "r2"), cue="if"
    )
    found = find_corroboration(known(told, REPORTS, (implied,)), "c1")
    assert [side.source for side in found.sides] == ["National Intelligence Service"]


def test_other_figures_are_named_in_the_reasons_and_support_nothing() -> None:
    told = [
        sent(key, source, of=of, figures=(figure(best),))
        for key, source, of, best in (("c1", NIS, "r1", 1500), ("c2", PENTAGON, "r2", 3000))
    ]
    found = find_corroboration(known(told, REPORTS), "c1")
    assert [(side.bearing, side.words) for side in found.sides[1:]] == [
        (Bearing.OTHER_FIGURE, "3,000")
    ]
    assert "other figures given: 3,000 (Pentagon, 2024-10-19)" in found.reasons


def test_a_claim_is_found_by_the_beginning_of_its_key() -> None:
    there = known([sent("abc1", NIS), sent("abd2", PENTAGON, of="r2")], REPORTS)
    assert find_claim(there, "abc").key == "abc1"
    with pytest.raises(RefusedError, match="several claims"):
        find_claim(there, "ab")
    with pytest.raises(RefusedError, match="no such claim"):
        find_claim(there, "")


def test_the_order_in_which_claims_are_known_changes_nothing() -> None:
    told = [
        sent("c1", NIS),
        sent("c2", PENTAGON, of="r2"),
        sent("d1", PYONGYANG, of="r3", modality=Modality.DENIED),
    ]
    forward = find_corroboration(known(told, REPORTS), "c1")
    assert find_corroboration(known(told[::-1], REPORTS[::-1]), "c1") == forward
