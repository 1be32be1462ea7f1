"""Figures and places found in held-out texts, as rows of the table.

The odd sentences of NewsQuant and every third text of LGL and GeoWebNews were looked at while the
rules were written; the scores of the others are told apart.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from watchword.engines import Engine
from watchword.ledger.corpora.newsquant import read_newsquant
from watchword.ledger.corpora.toponyms import MarkedText, read_geowebnews, read_lgl
from watchword.ledger.held_out import HeldOut
from watchword.ledger.measurement import Score, detection_scores, f1_score, share_score
from watchword.ledger.reading import held_out
from watchword.ledger.reading.bench import ReadingBench
from watchword.ledger.reading.figures import finder_of, score_figures
from watchword.ledger.reading.toponyms import score_places
from watchword.model.toponym import LocatedToponym
from watchword.resolve.locations import locate_toponyms
from watchword.resolve.toponyms import find_toponyms
from watchword.text.sentences import find_sentences
from watchword.text.words import find_words

_READ_PLACES: dict[HeldOut, Callable[[bytes], tuple[MarkedText, ...]]] = {
    held_out.LGL: read_lgl,
    held_out.GEOWEBNEWS: read_geowebnews,
}


def figure_scores(bench: ReadingBench) -> Iterator[Score]:
    """Figures of NewsQuant, as it was published and with its plain errors corrected.

    Numbers that count nothing on purpose (`is_no_figure`) are set aside.
    """
    sentences = read_newsquant(bench.data)
    unseen_half = [each for each in sentences if each.number % 2 == 0]
    find = cache(finder_of(bench.engine))
    for name, corrected in (("published", False), ("corrected", True)):
        every, unseen = (
            score_figures(part, find, corrected=corrected, by_design=True)
            for part in (sentences, unseen_half)
        )
        yield from detection_scores(f"found, {name}", every.quantities)
        yield f1_score(f"value F1, {name}", every.value)
        yield f1_score(f"value and bound F1, {name}", every.bound)
        yield f1_score(f"value and unit F1, {name}", every.unit)
        yield f1_score(f"all right F1, {name}", every.whole)
        yield f1_score(f"all right F1, {name}, unseen half", unseen.whole)


def place_scores(bench: ReadingBench, held: HeldOut) -> Iterator[Score]:
    """Places of a set: found in the text, resolved where they are given, and both."""
    (file,) = held.each_file(bench.data)
    texts = _READ_PLACES[held](file.read_bytes())
    find = cache(_finder(bench.engine))
    seen = score_places(texts[::3], find, locate_toponyms)
    unseen = score_places(_unseen(texts), find, locate_toponyms)
    every = seen + unseen
    yield from detection_scores("recognition", every.recognition)
    yield share_score("resolution", every.resolution)
    yield share_score("resolved within 161 km", every.near)
    yield from detection_scores("end to end", every.exact)
    yield f1_score("end to end F1, unseen two thirds", unseen.exact)


def _unseen(texts: Sequence[MarkedText]) -> list[MarkedText]:
    """The texts that were not looked at: two of three."""
    return [text for number, text in enumerate(texts) if number % 3]


def _finder(engine: Engine) -> Callable[[str], Sequence[LocatedToponym]]:
    def find(text: str) -> Sequence[LocatedToponym]:
        cut = [find_words(text, each.start, each.end) for each in find_sentences(text)]
        return locate_toponyms(text, find_toponyms(text, engine.read(cut)))

    return find
