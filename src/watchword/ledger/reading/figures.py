"""How well figures are found: value, bound and unit against NewsQuant's quantities.

NewsQuant gives no places in the text, so that a label and a figure of one sentence are paired by
what they say: first those of the same value (the same unit and bound before others), then, among
the rest, those of the same unit, whose value is then wrong.

NewsQuant also labels numbers that Watchword on purpose calls no figures. A label is set aside
when it is an age ("year of age"), a length of time or a number of times, a generation of wireless
networks, or the "one" of "one of the"; both scores are given, with these and without. A figure
paired with such a label is in the second score neither right nor wrong.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from watchword.engines import Engine
from watchword.ledger.corpora.newsquant import Bound, LabelledQuantity, QuantitySentence
from watchword.ledger.reading.unit_names import are_same_units, is_time, normal_unit
from watchword.ledger.scores import Detection
from watchword.model.figure import Approx, Figure
from watchword.text.figures import find_figures
from watchword.text.sentences import find_sentences
from watchword.text.words import find_words

Find = Callable[[str], Sequence[Figure]]
"""Finds the figures of a text."""

Pair = tuple[LabelledQuantity | None, Figure | None]
"""A label and the figure that it was paired with; None for a miss and for a spurious figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureAgreement:
    """What agrees between a label and the figure paired with it."""

    value: bool
    bound: bool
    unit: bool

    @property
    def whole(self) -> bool:
        """Whether all agree."""
        return self.value and self.bound and self.unit


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureScores:
    """Figures found against labels, in counts; each is right out of found and of labelled.

    Attributes:
        quantities: pairs, whatever they agree in.
        value: pairs of the same value.
        bound: of the same value and bound, or direction.
        unit: of the same value and unit.
        whole: of the same value, bound and unit.
        directions: rises and falls with the right direction, out of those told and labelled.
    """

    quantities: Detection
    value: Detection
    bound: Detection
    unit: Detection
    whole: Detection
    directions: Detection


def finder_of(engine: Engine) -> Find:
    """A function that finds the figures of a text, sentence by sentence, by an engine's tags."""

    def find(text: str) -> tuple[Figure, ...]:
        cut = [find_words(text, each.start, each.end) for each in find_sentences(text)]
        readings = engine.read([words for words in cut if words] or [find_words(text)])
        return tuple(
            figure for reading in readings for figure in find_figures(text, reading.tokens)
        )

    return find


def score_figures(
    sentences: Iterable[QuantitySentence],
    find: Find,
    *,
    corrected: bool,
    by_design: bool,
) -> FigureScores:
    """Count what is right of the figures found in labelled sentences.

    Args:
        sentences: the labelled sentences.
        find: what finds the figures.
        corrected: whether plain errors of the labels are corrected.
        by_design: whether labels that Watchword on purpose calls no figures are set aside.
    """
    pairs: list[Pair] = []
    for sentence in sentences:
        labels = sentence.corrected if corrected else sentence.published
        found = pair_figures(labels, find(sentence.text))
        pairs += [
            (label, figure)
            for label, figure in found
            if not (by_design and label and is_no_figure(label, sentence.text))
        ]
    return count_pairs(pairs)


def count_pairs(pairs: Sequence[Pair]) -> FigureScores:
    """Count what agrees in pairs of labels and figures."""
    labelled = sum(label is not None for label, _ in pairs)
    found = sum(figure is not None for _, figure in pairs)
    agreed = [compare_figure(label, figure) for label, figure in pairs if label and figure]

    def detection(hits: int) -> Detection:
        return Detection(hits=hits, found=found, labelled=labelled)

    moved = [label for label, _ in pairs if label and label.bound in _MOVES]
    told = [figure for label, figure in pairs if figure and figure.direction]
    right = sum(
        _MOVES.get(label.bound) == figure.direction
        for label, figure in pairs
        if label and figure and figure.direction and compare_figure(label, figure).value
    )
    return FigureScores(
        quantities=detection(len(agreed)),
        value=detection(sum(each.value for each in agreed)),
        bound=detection(sum(each.value and each.bound for each in agreed)),
        unit=detection(sum(each.value and each.unit for each in agreed)),
        whole=detection(sum(each.whole for each in agreed)),
        directions=Detection(hits=right, found=len(told), labelled=len(moved)),
    )


def pair_figures(labels: Sequence[LabelledQuantity], found: Sequence[Figure]) -> list[Pair]:
    """Pair the labels of a sentence with its figures, the closest first; no one has two."""
    ranked = sorted(
        (-_closeness(label, figure), row, column)
        for row, label in enumerate(labels)
        for column, figure in enumerate(found)
        if _closeness(label, figure)
    )
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for _, row, column in ranked:
        if row not in partners and column not in taken:
            partners[row] = column
            taken.add(column)
    pairs: list[Pair] = [
        (label, found[partners[row]] if row in partners else None)
        for row, label in enumerate(labels)
    ]
    return pairs + [(None, each) for column, each in enumerate(found) if column not in taken]


def compare_figure(label: LabelledQuantity, figure: Figure) -> FigureAgreement:
    """Say what agrees between a label and a figure."""
    return FigureAgreement(
        value=_same_value(label, figure),
        bound=_same_bound(label, figure),
        unit=are_same_units(label, figure),
    )


def is_no_figure(label: LabelledQuantity, text: str) -> bool:
    """Whether Watchword on purpose calls the labelled number no figure."""
    if label.normal_unit in {"year of age", "generation wireless"} or is_time(label.normal_unit):
        return True
    single = label.low == label.high == 1.0 and label.bound is Bound.EXACT
    return single and "one of " in text.lower()


_MOVES = {Bound.UP: "up", Bound.DOWN: "down"}
_APPROX = {
    Bound.EXACT: {Approx.EXACT, Approx.RANGE},
    Bound.ABOUT: {Approx.ABOUT, Approx.RANGE},
    Bound.ABOVE: {Approx.AT_LEAST},
    Bound.BELOW: {Approx.UP_TO},
}


def _closeness(label: LabelledQuantity, figure: Figure) -> int:
    agreement = compare_figure(label, figure)
    named = agreement.unit and normal_unit(label.normal_unit) not in {"", "-"}
    return 4 * agreement.value + 2 * named + (agreement.value and agreement.bound)


def _same_value(label: LabelledQuantity, figure: Figure) -> bool:
    """Whether the values are equal.

    A share that is labelled as a fraction is one in percent. A vague number ("thousands") lies
    within the labelled bounds. A negative figure is a labelled fall.
    """
    factor = 100.0 if label.normal_unit.startswith("% ") else 1.0
    low, high = label.low * factor, label.high * factor
    if figure.best is not None:
        values = {abs(figure.best), figure.best} if label.bound is Bound.DOWN else {figure.best}
        return low == high and any(_near(low, value) for value in values)
    if figure.low is None or figure.high is None:
        only = figure.high if figure.low is None else figure.low
        return only is not None and low == high and _near(low, only)
    if figure.approx is Approx.ABOUT:
        return low < high and low <= figure.low and figure.high <= high
    return _near(low, figure.low) and _near(high, figure.high)


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-4 * max(abs(one), abs(other), 1e-9)


def _same_bound(label: LabelledQuantity, figure: Figure) -> bool:
    """Whether bound or direction agree.

    NewsQuant has one mark for both: where it tells a direction it tells no bound, and it tells
    only those that a verb gives ("rose 5 %", not "a rise of 5 %"). So a labelled direction is
    compared with the direction, every other mark with the bound.
    """
    if label.bound in _MOVES:
        falls = figure.best is not None and figure.best < 0 and label.bound is Bound.DOWN
        return figure.direction == _MOVES[label.bound] or falls
    vague = figure.best is None and figure.approx is Approx.ABOUT
    return figure.approx in _APPROX[label.bound] or (vague and label.bound is Bound.EXACT)
