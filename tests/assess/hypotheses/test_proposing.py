"""What is proposed for a cell, and that the machine says when it cannot tell."""

import pytest

from watchword.assess.hypotheses.proposing import Stand, propose
from watchword.model.claim import Modality
from watchword.model.corroboration import Bearing


def stand(
    bearing: Bearing | None,
    *missing: str,
    modality: Modality = Modality.ASSERTED,
    firm: bool = True,
    figures: tuple[str, str] | None = None,
) -> Stand:
    return Stand(bearing=bearing, modality=modality, is_firm=firm, missing=missing, figures=figures)


SAYS, DENIES = stand(Bearing.SUPPORTS), stand(Bearing.DENIES)


@pytest.mark.parametrize(
    ("stands", "value", "why"),
    [
        ([[SAYS]], "CC", "it says this"),
        ([[stand(Bearing.SUPPORTS, "combat", "fight")]], "C", "but not: combat, fight"),
        ([[stand(Bearing.SUPPORTS, firm=False)]], "C", "not firmly (asserted)"),
        ([[SAYS], [stand(None)]], "C", "a part of it"),
        ([[SAYS], [SAYS]], "CC", "it says this"),
        ([[DENIES]], "II", "the contrary"),
        ([[stand(Bearing.DENIES, firm=False)]], "I", "not firmly"),
        ([[DENIES, stand(Bearing.DENIES, firm=False)]], "II", "the contrary"),
        ([[stand(Bearing.OTHER_FIGURE, figures=("1,500", "10,000"))]], "I", "1,500, not 10,000"),
        ([[stand(Bearing.OTHER_PLACE)]], "I", "another place"),
        ([[stand(Bearing.OTHER_TIME)]], "I", "another time"),
        ([[stand(None)], [DENIES]], "II", "the contrary"),
    ],
)
def test_each_bearing_has_its_value_and_its_reason(
    stands: list[list[Stand]], value: str, why: str
) -> None:
    proposal = propose("H1", stands)
    assert proposal.consistency == value
    assert why in proposal.why
    assert proposal.made_by


@pytest.mark.parametrize(
    ("stands", "limit", "why"),
    [
        ([], "", "cannot be read as a claim"),
        ([[SAYS]], "only", "“only”"),
        ([[SAYS, DENIES]], "", "for it and against it"),
        ([[stand(None)]], "", "neither this nor the contrary"),
        ([[stand(None, modality=Modality.PLANNED)]], "", "what is planned"),
        ([[stand(None, modality=Modality.CONDITIONAL)]], "", "condition"),
        ([[stand(None, modality=Modality.UNCONFIRMED)]], "", "unconfirmed"),
    ],
)
def test_what_cannot_be_told_is_not_proposed_and_is_not_neutral(
    stands: list[list[Stand]], limit: str, why: str
) -> None:
    proposal = propose("H1", stands, limit)
    assert proposal.consistency is None
    assert why in proposal.why
