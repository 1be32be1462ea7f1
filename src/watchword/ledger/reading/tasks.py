"""Everything that is measured of reading, in the order in which it is printed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from watchword.ledger.corpora.discourse import read_gum_attributions
from watchword.ledger.corpora.plover import CodedText, read_plover_gold, read_plv_texts
from watchword.ledger.corpora.polnear import read_polnear_texts
from watchword.ledger.corpora.texts import LabelledText
from watchword.ledger.held_out import HeldOut
from watchword.ledger.measurement import Score
from watchword.ledger.measuring import Task
from watchword.ledger.reading import held_out
from watchword.ledger.reading.attributions import Compared, compare
from watchword.ledger.reading.bench import ReadingBench, ReadTexts
from watchword.ledger.reading.events import event_scores, read_coded
from watchword.ledger.reading.findings import figure_scores, place_scores
from watchword.ledger.reading.misses import Miss, find_misses
from watchword.ledger.reading.scoring import attribution_scores, relation_scores

ScoreTexts = Callable[[Sequence[Compared]], Iterable[Score]]


def _polnear(data: Path) -> Iterator[LabelledText]:
    return read_polnear_texts(data, "dev")


def _gum_news(data: Path) -> Iterator[LabelledText]:
    for split in ("test", "dev"):
        yield from read_gum_attributions(data, split, genre="news")


_READ: Mapping[HeldOut, ReadTexts] = {
    held_out.POLNEAR: _polnear,
    held_out.GUM_NEWS: _gum_news,
}


def compared_texts(held: HeldOut, bench: ReadingBench) -> tuple[Compared, ...]:
    """The texts of a set, read and put beside their labels."""
    texts = bench.texts(held.name, _READ[held])
    return tuple(compare(each, nested=held is held_out.GUM_NEWS) for each in texts)


def _on_texts(held: HeldOut, score: ScoreTexts) -> Task[ReadingBench]:
    def run(bench: ReadingBench) -> Iterable[Score]:
        return score(compared_texts(held, bench))

    return Task(head="attributions", held=held, run=run)


def _on_places(held: HeldOut) -> Task[ReadingBench]:
    return Task(head="places", held=held, run=partial(place_scores, held=held))


def _plv(data: Path) -> Iterator[CodedText]:
    return read_plv_texts(data, "test")


def _on_events(
    held: HeldOut, read_texts: Callable[[Path], Iterable[CodedText]]
) -> Task[ReadingBench]:
    def run(bench: ReadingBench) -> Iterable[Score]:
        return event_scores([read_coded(each, bench.engine) for each in read_texts(bench.data)])

    return Task(head="events", held=held, run=run)


TASKS: tuple[Task[ReadingBench], ...] = (
    _on_texts(held_out.POLNEAR, attribution_scores),
    _on_texts(held_out.GUM_NEWS, relation_scores),
    Task(head="figures", held=held_out.NEWSQUANT, run=figure_scores),
    _on_events(held_out.PLV, _plv),
    _on_events(held_out.PLOVER_GOLD, read_plover_gold),
    _on_places(held_out.LGL),
    _on_places(held_out.GEOWEBNEWS),
)
"""Every measurement."""


def misses_of(tasks: Iterable[Task[ReadingBench]], bench: ReadingBench) -> tuple[Miss, ...]:
    """What went wrong in the sets of some tasks, the worst first."""
    return tuple(
        sorted(
            (
                miss
                for task in tasks
                if task.held in _READ
                for each in compared_texts(task.held, bench)
                for miss in find_misses(each, with_extra=task.held is held_out.POLNEAR)
            ),
            key=lambda miss: miss.rank,
        )
    )
