"""One modality a claim, tried in the order that the module states."""

import pytest
from case_files import composed, read

from watchword.engines import ReadingEngine
from watchword.model.claim import MarkKind, Modality, Polarity


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The mayor said the bridge had fallen.", "asserted"),
        ("The bridge has reportedly fallen.", "reported"),
        ("Officials believe the bridge has fallen.", "estimated"),
        ("The bridge may have fallen, the mayor said.", "estimated"),
        ("The army appears to have left.", "estimated"),
        ("Kenya will send police to Haiti.", "planned"),
        ("Kenya decided to send police to Haiti.", "planned"),
        ("Kenya is going to send police to Haiti.", "planned"),
        ("Kenya is weighing a new mission to Haiti.", "considered"),
        ("Kenya will send police if the council pays.", "conditional"),
        ("Any strike would be unlawful, the court said.", "conditional"),
        ("The army denied that it had shelled the town.", "denied"),
        ("The army has not shelled the town, it said.", "denied"),
        ("The army called the report false.", "denied"),
        ("The army could not confirm that the town was shelled.", "unconfirmed"),
        ("There is no confirmation of the strike.", "unconfirmed"),
    ],
)
def test_each_modality_has_its_sentence(text: str, modality: str, engine: ReadingEngine) -> None:
    (claim,) = read(composed(text), engine).claims
    assert claim.modality is Modality(modality)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Kenya is reportedly considering a mission.", "considered"),
        ("Kenya may send police if the council pays.", "conditional"),
        ("Kenya will not send police, it said.", "planned"),
        ("Kenya is expected to send about 600 police.", "planned"),
        ("The army could not confirm that the town may be empty.", "unconfirmed"),
    ],
)
def test_the_earlier_rule_wins(text: str, modality: str, engine: ReadingEngine) -> None:
    (claim,) = read(composed(text), engine).claims
    assert claim.modality is Modality(modality)


def test_hearsay_stays_as_a_mark_beside_the_modality(engine: ReadingEngine) -> None:
    (claim,) = read(composed("Kenya is reportedly considering a mission."), engine).claims
    assert [(mark.kind, mark.span.quote) for mark in claim.marks] == [
        (MarkKind.HEARSAY, "reportedly")
    ]


def test_polarity_is_apart_from_modality(engine: ReadingEngine) -> None:
    (negated,) = read(composed("The army said no towns had been shelled."), engine).claims
    (affirmed,) = read(composed("The army denied that it shelled the town."), engine).claims
    assert negated.polarity is Polarity.NEGATED
    assert affirmed.polarity is Polarity.AFFIRMED


def test_a_second_sentence_may_take_the_confidence_of_a_figure_back(
    engine: ReadingEngine,
) -> None:
    text = "The agency reported that 40 men have left; this figure has not been confirmed."
    (claim,) = read(composed(text), engine).claims
    assert claim.modality is Modality.UNCONFIRMED
