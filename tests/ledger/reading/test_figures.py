import pytest

from watchword.engines import TaggingEngine
from watchword.ledger.corpora.newsquant import Bound, LabelledQuantity, QuantitySentence
from watchword.ledger.reading.figures import (
    compare_figure,
    finder_of,
    is_no_figure,
    pair_figures,
    score_figures,
)
from watchword.model.figure import Approx, Figure


def label(
    low: float,
    high: float | None = None,
    *,
    bound: Bound = Bound.EXACT,
    unit: str = "ships",
    normal_unit: str = "",
) -> LabelledQuantity:
    return LabelledQuantity(
        low=low,
        high=low if high is None else high,
        bound=bound,
        unit=unit,
        normal_unit=normal_unit or unit,
    )


def figure(
    low: float | None,
    best: float | None,
    high: float | None,
    approx: Approx = Approx.EXACT,
    *,
    unit: str = "ships",
    direction: str | None = None,
) -> Figure:
    return Figure(
        start=0,
        end=1,
        words="x",
        low=low,
        best=best,
        high=high,
        approx=approx,
        unit=unit,
        counted=unit,
        direction=direction,
    )


FIVE = figure(5, 5, 5)


@pytest.mark.parametrize(
    ("gold", "found", "agreed"),
    [
        (label(5), FIVE, (True, True, True)),
        (label(6), FIVE, (False, True, True)),
        (label(5, bound=Bound.ABOVE, unit="tugs"), FIVE, (True, False, False)),
        (label(5, bound=Bound.ABOVE), figure(5, 5, None, Approx.AT_LEAST), (True, True, True)),
        (label(5, bound=Bound.BELOW), figure(None, 5, 5, Approx.UP_TO), (True, True, True)),
        (label(5, 9), figure(5, None, 9, Approx.RANGE), (True, True, True)),
        (label(1000, 10000), figure(2000, None, 9999, Approx.ABOUT), (True, True, True)),
        (label(5, bound=Bound.UP), FIVE, (True, False, True)),
        (label(5, bound=Bound.UP), figure(5, 5, 5, direction="up"), (True, True, True)),
        (label(5, bound=Bound.DOWN), figure(-5, -5, -5), (True, True, True)),
        (label(0.5, unit="% ships"), figure(50, 50, 50, unit="percent"), (True, True, True)),
    ],
)
def test_value_bound_and_unit_are_judged_apart(
    gold: LabelledQuantity, found: Figure, agreed: tuple[bool, bool, bool]
) -> None:
    agreement = compare_figure(gold, found)
    assert (agreement.value, agreement.bound, agreement.unit) == agreed
    assert agreement.whole is all(agreed)


def test_no_label_has_two_figures_and_the_closest_are_paired_first() -> None:
    guns = figure(5, 5, 5, unit="guns")
    gold = [label(5, unit="guns"), label(5), label(7, unit="men")]
    pairs = pair_figures(gold, [FIVE, guns, figure(9, 9, 9, unit="cars")])
    assert [(found and found.unit) for _, found in pairs] == ["guns", "ships", None, "cars"]


@pytest.mark.parametrize(
    ("gold", "text", "set_aside"),
    [
        (label(40, unit="year-old", normal_unit="year of age"), "a 40-year-old", True),
        (label(3, unit="months", normal_unit="month"), "for three months", True),
        (label(1, unit="students", normal_unit="student"), "one of the students", True),
        (label(1, unit="student"), "one student", False),
        (label(5), "five ships", False),
    ],
)
def test_ages_lengths_of_time_and_pronouns_are_set_aside(
    gold: LabelledQuantity, text: str, *, set_aside: bool
) -> None:
    assert is_no_figure(gold, text) is set_aside


def test_both_scores_are_counted_from_published_and_from_corrected_labels() -> None:
    sentence = QuantitySentence(
        number=0,
        text="Five ships sailed.",
        published=(label(6), label(2, unit="months")),
        corrected=(label(5), label(2, unit="months")),
    )
    published = score_figures([sentence], lambda _: [FIVE], corrected=False, by_design=False)
    assert (published.quantities.hits, published.value.hits) == (1, 0)
    assert published.quantities.recall.of == 2
    corrected = score_figures([sentence], lambda _: [FIVE], corrected=True, by_design=True)
    assert (corrected.whole.f1, corrected.quantities.recall.of) == (1.0, 1)


def test_a_direction_is_right_with_its_value() -> None:
    up = label(5, bound=Bound.UP)
    sentence = QuantitySentence(number=0, text="", published=(up,), corrected=(up,))
    found = [figure(5, 5, 5, direction="up")]
    scores = score_figures([sentence], lambda _: found, corrected=True, by_design=True)
    assert scores.directions.f1 == 1.0


def test_figures_of_every_sentence_of_a_text_are_found() -> None:
    find = finder_of(TaggingEngine())
    found = find("Three ships sailed. Four tugs followed.")
    assert [(each.best, each.unit) for each in found] == [(3.0, "ships"), (4.0, "tugs")]
    assert find("") == ()
