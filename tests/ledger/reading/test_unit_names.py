import pytest

from watchword.ledger.corpora.newsquant import Bound, LabelledQuantity
from watchword.ledger.reading.unit_names import are_same_units, is_time
from watchword.model.figure import Approx, Figure


def same(unit: str, normal_unit: str, found: str, *, per: str = "", counted: str = "") -> bool:
    label = LabelledQuantity(
        low=1, high=1, bound=Bound.EXACT, unit=unit, normal_unit=normal_unit
    )  # fmt: skip
    figure = Figure(
        start=0,
        end=1,
        words="1",
        low=1,
        best=1,
        high=1,
        approx=Approx.EXACT,
        unit=found,
        counted=counted,
        per=per,
    )
    return are_same_units(label, figure)


@pytest.mark.parametrize(
    ("unit", "normal_unit", "found"),
    [
        ("$", "dollar", "US dollars"),
        ("percent", "percentage", "percent"),
        ("kms", "kilometre", "kilometers"),
        ("-", "-", ""),
        ("coal-fired power plants", "coal-fired power plant", "plants"),
        ("people", "people responsible creation", "people"),
        ("mph", "mile per hour", "miles per hour"),
    ],
)
def test_units_are_the_same_under_another_name(unit: str, normal_unit: str, found: str) -> None:
    assert same(unit, normal_unit, found)


def test_other_units_are_not_the_same() -> None:
    assert not same("guns", "gun", "ships")
    assert not same("-", "-", "ships")
    assert not same("C$", "canadian dollar", "US dollars")


def test_what_it_is_shared_out_to_is_compared_where_it_is_labelled() -> None:
    assert same("barrels a day", "barrel per day", "barrels", per="day")
    assert not same("barrels a day", "barrel per day", "barrels")
    assert not same("barrels a day", "barrel per day", "barrels", per="week")
    assert same("barrels", "barrel", "barrels", per="day")


def test_times_are_told_by_their_unit() -> None:
    assert is_time("hour")
    assert is_time("count per minute")
    assert not is_time("barrel per day")
