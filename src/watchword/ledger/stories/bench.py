"""Reads the reports of a set and puts them into stories, one after another, as they come."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from watchword.collect.piece import Draft
from watchword.engines.engine import EventEngine
from watchword.flow.ahead import each_ahead
from watchword.group.stories import StoryShelf, features_of
from watchword.ledger.corpora.ecbplus import StoryText
from watchword.ledger.corpora.streams import StreamEvent
from watchword.ledger.reader import finish_labelled
from watchword.model.read_report import ReadReport
from watchword.model.report import Report, Unread
from watchword.model.story import StoryDecision, StoryFeatures, StoryStep

Watch = Callable[[int, int], None]
"""Is told how many reports of a set are read, out of how many."""
AT_ONCE = 200
"""Reports after which it is told how far the reading is."""


def unwatched(_done: int, _total: int) -> None:
    """Tell nobody."""


class StoryBench:
    """An engine, and the folder of the sets."""

    def __init__(
        self, engine: EventEngine, data: Path, watch: Watch = unwatched, *, processes: int = 1
    ) -> None:
        """Set up.

        Args:
            engine: what reads the sentences.
            data: the folder of the measuring data.
            watch: is told how far the reading of a set is.
            processes: how many processes read.
        """
        self.engine = engine
        self.data = data
        self._watch = watch
        self._processes = processes
        self._grouped: dict[str, Mapping[str, str]] = {}

    def grouped(self, name: str, reports: Iterable[Report]) -> Mapping[str, str]:
        """The story of each report of a set, by the report's identifier."""
        if name not in self._grouped:
            self._grouped[name] = self._group(list(reports))
        return self._grouped[name]

    def _group(self, reports: list[Report]) -> Mapping[str, str]:
        ids = {report.key: report.report_id for report in reports}
        stories = group_reports(self._each_features(reports))
        return {ids[key]: story for key, story in stories.items()}

    def _each_features(self, reports: list[Report]) -> Iterator[StoryFeatures]:
        jobs = each_ahead(reports, self.engine, processes=self._processes)
        for done, each in enumerate(jobs, start=1):
            if not isinstance(each, Unread):
                yield features_of_read(each[1]())
            if done % AT_ONCE == 0 or done == len(reports):
                self._watch(done, len(reports))


def features_of_read(read: ReadReport) -> StoryFeatures:
    """What a report that was read is grouped by."""
    directions = [direction for _, direction in read.vectors]
    return features_of(read.report, read.extraction.claims, read.actors, read.toponyms, directions)


def group_reports(features: Iterable[StoryFeatures]) -> Mapping[str, str]:
    """The story of each report at the end, those that have left the shelf among them."""
    shelf, stories = StoryShelf(), Stories()
    for each in features:
        for decision in shelf.place(each):
            stories.apply(decision)
    return stories.story_of


class Stories:
    """Stories as a store keeps them: by what was decided alone."""

    def __init__(self) -> None:
        """Begin without stories."""
        self.story_of: dict[str, str] = {}
        self._reports: dict[str, set[str]] = {}

    def apply(self, decision: StoryDecision) -> None:
        """Do what was decided."""
        if decision.step is StoryStep.MERGE:
            moving = self._reports.pop(decision.other or "", set())
        else:
            moving = {decision.report}
            self._reports.get(self.story_of.get(decision.report, ""), set()).discard(
                decision.report
            )
        self._reports.setdefault(decision.story, set()).update(moving)
        self.story_of.update(dict.fromkeys(moving, decision.story))


def report_of_event(event: StreamEvent) -> Report:
    """An item of the current-events stream as a report of its day.

    Raises:
        UnreadableError: if it is no report, as one without words.
    """
    day = event.date.isoformat()
    return finish_labelled(Draft(text=event.text, report_id=event.event_id, published=day))


def report_of_text(text: StoryText) -> Report:
    """A report of ECB+, undated as it is there.

    Raises:
        UnreadableError: if it is no report, as one without words.
    """
    return finish_labelled(Draft(text=text.text, report_id=text.document))
