"""Everything that is measured on timelines, in the order in which it is printed.

The set holds no articles, so the task is that of its authors: the earlier updates go in, each as a
report of its day; what people wrote as the background of a later update is what should come out.
How near a digest comes is told by ROUGE, cut at the mean length of the people's backgrounds. Which
days matter is told by the days that a person names in so many words: as many are chosen as that
person names.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from types import MappingProxyType

from watchword.brief.chronology import Wanted
from watchword.brief.digest import digest_of
from watchword.flow.chronicling import chronicle
from watchword.flow.knowing import known_of
from watchword.ledger.corpora.backgrounds import WrittenTimeline, read_backgrounds
from watchword.ledger.measurement import Form, Score
from watchword.ledger.measuring import Task
from watchword.ledger.rouge import cut_at, mean_rouge, rouge
from watchword.ledger.summaries.bench import SummaryBench
from watchword.ledger.summaries.rivals import (
    RIVALS,
    Piece,
    Rival,
    central_by_meaning,
    central_by_words,
    pieces_of,
    ranked,
)
from watchword.ledger.summaries.tasks import length_of, rouge_scores
from watchword.ledger.timelines.held_out import BACKGROUNDS
from watchword.ledger.timelines.stops import Stop, each_stop, reports_of
from watchword.model.read_report import ReadReport

DIGEST, CHRONOLOGY = "digest", "chronology"
Shorten = Callable[[Sequence[ReadReport], int], str]
"""The earlier updates as about so many words."""
Choose = Callable[[Sequence[ReadReport], int], Iterable[date]]
"""So many days of the earlier updates."""


def days_of(read: Sequence[ReadReport]) -> list[date]:
    """The day of each update."""
    return [each.report.published.at.date() for each in read if each.report.published.at]


def digested(read: Sequence[ReadReport], words: int) -> str:
    """The digest of some updates, without days in brackets."""
    return " ".join(line.bare for line in digest_of(known_of(read), words).lines)


def chosen_days(read: Sequence[ReadReport], count: int) -> Iterable[date]:
    """The days that a chronology tells."""
    wanted = Wanted(days=count, per_day=1)
    return [each.day for each in chronicle(known_of(read), wanted).days]


def first_days(read: Sequence[ReadReport], count: int) -> Iterable[date]:
    """The earliest days."""
    return days_of(read)[:count]


def last_days(read: Sequence[ReadReport], count: int) -> Iterable[date]:
    """The latest days."""
    return days_of(read)[-count:]


def central_days(
    read: Sequence[ReadReport],
    count: int,
    *,
    central: Callable[[Sequence[Piece]], list[float]],
) -> Iterable[date]:
    """The days whose best sentence is nearest to all sentences."""
    days = days_of(read)
    pieces = [(place, piece) for place, each in enumerate(read) for piece in pieces_of(each)]
    scores = central([piece for _, piece in pieces])
    order = dict.fromkeys(days[pieces[each][0]] for each in ranked(scores))
    return list(order)[:count]


def _score_words(bench: SummaryBench, shorten: Shorten, *, floored: bool) -> Iterable[Score]:
    scores = []
    for earlier, stop in _each_judged(bench):
        words = length_of(stop.backgrounds)
        scores.append(rouge(cut_at(shorten(earlier, words), words), stop.backgrounds))
    yield from rouge_scores(mean_rouge(scores), texts=len(scores), floored=floored)


def _score_days(bench: SummaryBench, choose: Choose, *, floored: bool) -> Iterable[Score]:
    shares: list[float] = []
    for earlier, stop in _each_judged(bench):
        if stop.named:
            chosen = set(choose(earlier, len(stop.named)))
            shares.append(2 * len(chosen & stop.named) / (len(chosen) + len(stop.named)))
    yield Score(
        metric="date F1",
        value=sum(shares) / len(shares) if shares else None,
        counts={"backgrounds": len(shares)},
        form=Form.DEGREE,
        floored=floored,
    )


def _each_judged(bench: SummaryBench) -> Iterator[tuple[Sequence[ReadReport], Stop]]:
    """What lies before each day that is judged, and what people wrote there."""
    timelines = tuple(read_backgrounds(bench.data))
    read = bench.read(BACKGROUNDS.name, lambda: reports_of(timelines))
    begin = 0
    for done, timeline in enumerate(timelines, start=1):
        own = read[begin : begin + len(timeline.updates)]
        begin += len(timeline.updates)
        for stop in each_stop(timeline, _of_event(timelines, timeline.event)):
            yield own[: stop.earlier], stop
        bench.watch(done, len(timelines))


def _of_event(timelines: Sequence[WrittenTimeline], event: str) -> Sequence[WrittenTimeline]:
    return [each for each in timelines if each.event == event]


def _by_rival(rival: Rival) -> Shorten:
    return lambda read, words: rival([piece for each in read for piece in pieces_of(each)], words)


_CHOICES: Mapping[str, Choose] = MappingProxyType(
    {
        CHRONOLOGY: chosen_days,
        "first days": first_days,
        "last days": last_days,
        "days by words": partial(central_days, central=central_by_words),
        "days by meaning": partial(central_days, central=central_by_meaning),
    }
)


def _each_task() -> Iterator[Task[SummaryBench]]:
    ways = {DIGEST: digested, **{name: _by_rival(rival) for name, rival in RIVALS.items()}}
    for name, shorten in ways.items():
        run = partial(_score_words, shorten=shorten, floored=name == DIGEST)
        yield Task(head=name, held=BACKGROUNDS, run=run)
    for name, choose in _CHOICES.items():
        run_days = partial(_score_days, choose=choose, floored=name == CHRONOLOGY)
        yield Task(head=name, held=BACKGROUNDS, run=run_days)


TASKS: tuple[Task[SummaryBench], ...] = tuple(_each_task())
"""Every measurement."""
