from tests.relate.claims import (
    DIPLOMAT,
    KREMLIN,
    LAWMAKERS,
    NIS,
    PENTAGON,
    claim,
    on,
    report,
    shelf,
)

from watchword.assess.confidence import Grounds, confidence_of
from watchword.model.brief import Confidence
from watchword.model.claim import Claim, Modality
from watchword.relate.findings import find_findings

SENT = "North Korea has sent troops to Russia"


def grounds(*claims: Claim, as_of_day: int = 25, month: int = 10) -> Grounds:
    known, origins = shelf(*(report(key, 20) for key in ("r1", "r2", "r3")))
    finding = find_findings(claims, known, origins)[0]
    told = {each.key: each for each in claims}
    return confidence_of(finding, told, known, on(as_of_day, month))


def test_two_independent_officials_of_late_give_high_confidence() -> None:
    found = grounds(claim("c1", SENT, NIS, of="r1"), claim("c2", SENT, PENTAGON, of="r2"))
    assert found.confidence is Confidence.HIGH
    assert found.basis == (
        "2 independent texts, resting on National Intelligence Service, Pentagon; "
        "an official source, at first hand; the newest report is 5 days old."
    )


def test_a_denial_or_age_or_an_estimate_takes_high_confidence_away() -> None:
    two = (claim("c1", SENT, NIS, of="r1"), claim("c2", SENT, PENTAGON, of="r2"))
    denial = claim("d1", SENT, KREMLIN, of="r3", modality=Modality.DENIED)
    denied = grounds(*two, denial)
    old = grounds(*two, as_of_day=20, month=12)
    estimates = grounds(
        claim("c1", SENT, NIS, of="r1", modality=Modality.ESTIMATED),
        claim("c2", SENT, PENTAGON, of="r2", modality=Modality.ESTIMATED),
    )
    assert {denied.confidence, old.confidence, estimates.confidence} == {Confidence.MODERATE}
    assert "one denial" in denied.basis
    assert "61 days old" in old.basis
    assert "it rests on an estimate" in estimates.basis


def test_one_official_relayed_by_others_gives_moderate_confidence() -> None:
    found = grounds(claim("c1", SENT, LAWMAKERS, NIS, of="r1"))
    assert found.confidence is Confidence.MODERATE
    assert found.basis.startswith("A single origin, resting on National Intelligence Service")
    assert "at second hand" in found.basis


def test_hearsay_nameless_sources_and_lone_estimates_give_low_confidence() -> None:
    assert grounds(claim("c1", SENT, DIPLOMAT, of="r1")).confidence is Confidence.LOW
    hearsay = grounds(claim("c1", SENT, of="r1", modality=Modality.REPORTED))
    assert hearsay.confidence is Confidence.LOW
    assert "hearsay only" in hearsay.basis
    lone = grounds(claim("c1", SENT, NIS, of="r1", modality=Modality.ESTIMATED))
    assert lone.confidence is Confidence.LOW


def test_the_basis_is_one_sentence() -> None:
    basis = grounds(claim("c1", SENT, of="r1")).basis
    assert basis[0].isupper()
    assert basis.endswith(".")
    assert "in the outlet's own voice" in basis
