"""What the shelf holds, and how a decision changes it.

Invariant: each report is in one story, and a story has a report or is gone.
"""

from collections import OrderedDict
from datetime import datetime, timedelta

from watchword.group.stories.index import StoryIndex
from watchword.group.stories.live import LiveStory
from watchword.group.stories.rulings import Rulings
from watchword.group.stories.weights import Weighed, Weigher
from watchword.model.story import RulingKind, StoryDecision, StoryFeatures, StoryRuling, StoryStep

WINDOW = timedelta(days=180)
"""How long a story may be quiet before it leaves the shelf.

Later reports start a new story, which a storyline links to it.

Trial: current events of 2016 to June and of 2017 from May, B3 F1 0.618; 0.611 with 60 days, 0.616
with 365.
"""


class Stock:
    """The stories on the shelf.

    Attributes:
        stories: by key, the longest untouched first.
        story_of: the story of each report.
        started: the story that each report was first put in.
        origins: the story of each origin.
        index: the terms of the stories.
        rulings: what people said.
        weigher: what has been counted.
        now: the latest publication so far.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.stories: OrderedDict[str, LiveStory] = OrderedDict()
        self.story_of: dict[str, str] = {}
        self.started: dict[str, str] = {}
        self.origins: dict[str, str] = {}
        self.index = StoryIndex()
        self.rulings = Rulings()
        self.now: datetime | None = None
        self.weigher = Weigher()

    def take_note(self, features: StoryFeatures) -> Weighed:
        """Weigh a report that is about to be placed; stories that are long quiet leave."""
        if features.at is not None and (self.now is None or features.at > self.now):
            self.now = features.at
        self._clear_quiet()
        return self.weigher.weigh(features, self.now)

    def apply(self, decision: StoryDecision, report: Weighed | None) -> None:
        """Do what was decided.

        Args:
            decision: what.
            report: the report that is being placed; None where a person decides.
        """
        if decision.step is StoryStep.MERGE:
            self._merge(decision.story, decision.other or "")
        elif decision.step is StoryStep.SPLIT:
            self._move(decision.report, decision.other or "", decision.story)
        elif report is not None:
            self._put(decision.report, report, decision.story)
            self.started[decision.report] = decision.story

    def take_in(self, ruling: StoryRuling) -> None:
        """Keep what a person said."""
        story, other, report = ruling.story, ruling.other or "", ruling.report or ""
        if ruling.kind is RulingKind.ONE:
            self.rulings.say_one(story, other)
            for key in (story, other):
                live = self.stories.get(self.rulings.story_of(key))
                for target in (story, other):
                    self.rulings.let_in(() if live is None else live.reports, target)
        elif ruling.kind is RulingKind.APART:
            self.rulings.say_apart(story, other)
        elif ruling.kind is RulingKind.BELONGS:
            self.rulings.say_belongs(report, story)
        else:
            self.rulings.say_stranger(report, story)

    def _put(self, key: str, report: Weighed | None, to: str) -> None:
        story = self._opened(to)
        if report is None:
            story.reports[key] = None
        else:
            outdated = story.add(report)
            if all(each is not report for each in outdated):
                self.index.add(report, story)
            self.index.drop(outdated, story)
            self._note_origin(report, story)
        self.story_of[key] = to
        for barred in self.rulings.barred_from(key):
            self.rulings.say_apart(to, barred)

    def _note_origin(self, report: Weighed, story: LiveStory) -> None:
        if report.features.origin is not None:
            self.origins.setdefault(report.features.origin, story.key)
            story.origins[report.features.origin] = None

    def _move(self, key: str, source: str, to: str) -> None:
        left = self.stories.get(source)
        report = None
        if left is not None:
            report = left.remove(key)
            if report is not None:
                self.index.drop((report,), left)
        self.rulings.note_return(to)
        self._put(key, report, to)
        self.started[key] = to
        if left is not None and not left.reports:
            self._take_off(left)

    def _merge(self, kept: str, gone: str) -> None:
        story = self._opened(kept)
        self.rulings.note_return(kept)
        self.rulings.note_merge(gone, kept)
        other = self.stories.pop(gone, None)
        if other is None:
            return
        self.index.clear(other)
        story.reports.update(other.reports)
        outdated = story.add(*other.members)
        for member in story.members:
            self.index.add(member, story)
        self.index.drop(outdated, story)
        for key in other.reports:
            self.story_of[key] = kept
        for origin in other.origins:
            self.origins[origin] = kept
            story.origins[origin] = None

    def _opened(self, key: str) -> LiveStory:
        """A story that is touched now; begun where it is not on the shelf."""
        story = self.stories.setdefault(key, LiveStory(key))
        story.touched = self.now
        self.stories.move_to_end(key)
        return story

    def _clear_quiet(self) -> None:
        while self.stories and self.now is not None:
            story = next(iter(self.stories.values()))
            if story.touched is not None and self.now - story.touched <= WINDOW:
                return
            if story.touched is None:
                self._date(self.now)
                return
            self._take_off(story)

    def _date(self, now: datetime) -> None:
        """Stories touched before any report was dated are touched now."""
        for story in self.stories.values():
            story.touched = story.touched or now

    def _take_off(self, story: LiveStory) -> None:
        self.index.clear(story)
        del self.stories[story.key]
        for key in story.reports:
            del self.story_of[key]
            del self.started[key]
        for origin in story.origins:
            if self.origins.get(origin) == story.key:
                del self.origins[origin]
