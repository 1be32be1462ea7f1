"""How many figures are found, how many are right, and how fast: against NewsQuant.

    python benchmarks/figures.py ../shared/data
    python benchmarks/figures.py ../shared/data --show 20 --half odd

Prints the scores of odd-numbered sentences, which rules may be made on, and of even-numbered
ones, which are only measured; with the labels as published and corrected; with and without the
numbers that Watchword on purpose calls no figures.
"""

import argparse
import time
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from watchword.engines import ReadingEngine
from watchword.ledger.corpora.newsquant import (
    LabelledQuantity,
    QuantitySentence,
    read_newsquant,
)
from watchword.ledger.corpora.streams import read_white_house
from watchword.ledger.model.rates import enough_sentences
from watchword.ledger.reading.figures import (
    FigureScores,
    Find,
    compare_figure,
    finder_of,
    is_no_figure,
    pair_figures,
    score_figures,
)
from watchword.ledger.scores import Detection
from watchword.model.figure import Figure
from watchword.text.figures import find_figures

HALVES = {"all": (0, 1), "odd": (1,), "even": (0,)}
WORDS, TIMES = 40_000, 3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="so many failures")
    parser.add_argument("--half", choices=sorted(HALVES), default="odd", help="of which sentences")
    parser.add_argument("--speed", action="store_true", help="time it, too")
    arguments = parser.parse_args()
    sentences = read_newsquant(arguments.data)
    find = cache(finder_of(ReadingEngine()))
    print(f"{'':34}{'found: P      R     F1':>24}   value   bound    unit   whole  direction")
    for half, kept in HALVES.items():
        chosen = [each for each in sentences if each.number % 2 in kept]
        for corrected in (False, True):
            for by_design in (False, True):
                scores = score_figures(chosen, find, corrected=corrected, by_design=by_design)
                name = "corrected" if corrected else "published"
                told = ", without non-figures" if by_design else ""
                print(f"{half + ' ' + name + told:36}{_row(scores)}")
    chosen = [each for each in sentences if each.number % 2 in HALVES[arguments.half]]
    for line in list(_each_failure(chosen, find))[: arguments.show]:
        print(line)
    if arguments.speed:
        print(f"find_figures: {words_a_second(arguments.data):,.0f} words a second")


def words_a_second(data: Path) -> float:
    """The rate of finding figures in tagged sentences of briefings; the best of three."""
    texts = [text for _, text in read_white_house(data)]
    read = []
    words = 0
    engine = ReadingEngine()
    for text in texts:
        sentences = enough_sentences([text], WORDS)
        read += [(text, each.tokens) for each in engine.read(sentences)]
        words += sum(len(each) for each in sentences)
        if words >= WORDS:
            break
    seconds = []
    for _ in range(TIMES):
        began = time.process_time()
        for text, tokens in read:
            find_figures(text, tokens)
        seconds.append(time.process_time() - began)
    return words / min(seconds)


def _row(scores: FigureScores) -> str:
    found = scores.quantities
    shares = (found.precision.value, found.recall.value, found.f1)
    others = (scores.value, scores.bound, scores.unit, scores.whole, scores.directions)
    return "".join(f"{100 * (share or 0):7.1f}" for share in shares) + "".join(
        f"{_percent(each):8.1f}" for each in others
    )


def _percent(detection: Detection) -> float:
    return 100 * (detection.f1 or 0.0)


def _each_failure(sentences: Iterable[QuantitySentence], find: Find) -> Iterable[str]:
    for sentence in sentences:
        told = [
            f"    {_fault(label, figure)}: {_label(label)} / {_figure(figure)}"
            for label, figure in pair_figures(sentence.corrected, find(sentence.text))
            if not (label and is_no_figure(label, sentence.text)) and _fault(label, figure)
        ]
        if told:
            yield "\n".join([f"{sentence.number}: {sentence.text}", *told])


def _fault(label: LabelledQuantity | None, figure: Figure | None) -> str:
    if label is None or figure is None:
        return "spurious" if label is None else "missed"
    agreed = compare_figure(label, figure)
    parts: Sequence[tuple[str, bool]] = (
        ("value", agreed.value),
        ("bound", agreed.bound),
        ("unit", agreed.unit),
    )
    wrong = [name for name, right in parts if not right]
    return f"wrong {', '.join(wrong)}" if wrong else ""


def _label(label: LabelledQuantity | None) -> str:
    if label is None:
        return "nothing"
    return f"{label.bound.value} {label.low:g} {label.high:g} {label.unit} ({label.normal_unit})"


def _figure(figure: Figure | None) -> str:
    if figure is None:
        return "nothing"
    per = f" per {figure.per}" if figure.per else ""
    bounds = f"{figure.low} {figure.best} {figure.high} {figure.approx.value} {figure.direction}"
    return f"'{figure.words}' {bounds} {figure.unit}{per} ({figure.counted})"


if __name__ == "__main__":
    main()
