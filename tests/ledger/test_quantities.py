import pytest

from watchword.ledger.quantities import compare_figures
from watchword.ledger.record import Quantity


def test_value_qualifier_and_unit_are_judged_apart() -> None:
    gold = Quantity(value=3000.0, unit="troops", approx="at_least")
    verdict = compare_figures(gold, Quantity(value=3000.0, unit="troop", approx="exact"))
    assert (verdict.value, verdict.qualified, verdict.unit) == (True, False, True)
    assert not compare_figures(gold, Quantity(value=13000.0, unit="men", approx="at_least")).value


def test_a_range_agrees_by_both_of_its_bounds() -> None:
    gold = Quantity(value=None, low=11000.0, high=12000.0, approx="range")
    assert compare_figures(gold, Quantity(value=None, low=11000.0, high=12000.0)).value
    assert not compare_figures(gold, Quantity(value=None, low=11000.0, high=12500.0)).value


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (Quantity(value="several dozen"), True),
        (Quantity(value=None, words="several dozen crates"), True),
        (Quantity(value=None, low=24.0, words="dozens"), True),
        (Quantity(value=None, low=200.0, words="hundreds"), False),
        (Quantity(value=36.0), False),
        (Quantity(value=None), False),
    ],
)
def test_a_vague_quantity_agrees_by_words_or_by_its_lower_bound(
    found: Quantity, right: bool
) -> None:
    assert compare_figures(Quantity(value="several dozen", approx="about"), found).value is right


@pytest.mark.parametrize(
    ("first", "second"),
    [("dollars", "US dollars"), ("km", "kilometers"), ("kilometres", "kilometers"), ("men", "man")],
)
def test_units_are_the_same_under_another_spelling(first: str, second: str) -> None:
    assert compare_figures(Quantity(value=1.0, unit=first), Quantity(value=1.0, unit=second)).unit
