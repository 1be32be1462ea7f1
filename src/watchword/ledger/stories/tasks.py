"""Everything that is measured of stories, in the order in which it is printed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from watchword.ledger.corpora.ecbplus import read_ecbplus
from watchword.ledger.corpora.streams import FEWEST, StreamEvent, read_current_events
from watchword.ledger.held_out import HeldOut
from watchword.ledger.measurement import Score
from watchword.ledger.measuring import Task
from watchword.ledger.stories.bench import StoryBench, report_of_event, report_of_text
from watchword.ledger.stories.held_out import DEVELOPED, ECB_PLUS, MEASURED
from watchword.ledger.stories.scoring import grouping_scores

FIRST_DAY = date(2013, 7, 1)
"""The stream is read from here: of what came before, nothing is on the shelf in 2014."""
DEVELOPED_YEARS = range(2014, 2019)
MEASURED_YEARS = range(2019, 2024)


def labelled_stories(events: Iterable[StreamEvent], years: Sequence[int]) -> dict[str, str]:
    """The story of each item that has one: its headers, year by year.

    A story is what stands under the same headers in one year, where headers are gold, and has
    `FEWEST` items or more.
    """
    stories = {
        event.event_id: "\n".join((str(event.date.year), *event.headers))
        for event in events
        if event.first_under_header and event.headers and event.date.year in years
    }
    sizes = Counter(stories.values())
    return {key: story for key, story in stories.items() if sizes[story] >= FEWEST}


def _score_articles(bench: StoryBench) -> Iterable[Score]:
    texts = tuple(read_ecbplus(bench.data))
    found = bench.grouped(ECB_PLUS.name, map(report_of_text, texts))
    return grouping_scores({text.document: text.story for text in texts}, found)


def _score_stream(bench: StoryBench, years: Sequence[int]) -> Iterable[Score]:
    events = [each for each in read_current_events(bench.data) if each.date >= FIRST_DAY]
    found = bench.grouped("current events", map(report_of_event, events))
    return grouping_scores(labelled_stories(events, years), _by_year(found, events))


def _by_year(found: Mapping[str, str], events: Iterable[StreamEvent]) -> dict[str, str]:
    """Found stories parted by year, as the labelled ones are."""
    return {event.event_id: f"{event.date.year} {found[event.event_id]}" for event in events}


def _on_stream(held: HeldOut, years: Sequence[int]) -> Task[StoryBench]:
    return Task(head="stream", held=held, run=partial(_score_stream, years=years))


TASKS: tuple[Task[StoryBench], ...] = (
    Task(head="articles", held=ECB_PLUS, run=_score_articles),
    _on_stream(DEVELOPED, DEVELOPED_YEARS),
    _on_stream(MEASURED, MEASURED_YEARS),
)
"""Every measurement."""
