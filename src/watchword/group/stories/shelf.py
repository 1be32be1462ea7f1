"""The stories that are worked with: a report joins one, starts one, merges two or splits one.

Invariant: every report that was placed is in exactly one story, and the same reports and rulings
in the same order give the same decisions, with or without a restart in between.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from watchword.group.stories.decisions import MADE_BY, Subject, decide, parted_by, said, started_by
from watchword.group.stories.dividing import division_of
from watchword.group.stories.fitting import Fit, bridge_of, fits_of, is_due_for_division
from watchword.group.stories.keeping import kept_of
from watchword.group.stories.kept import KeptShelf
from watchword.group.stories.live import LiveStory
from watchword.group.stories.obeying import decisions_for
from watchword.group.stories.stock import Stock
from watchword.group.stories.taking_up import stock_of
from watchword.group.stories.weights import Weighed
from watchword.model.story import (
    StoryDecision,
    StoryFeatures,
    StoryReason,
    StoryRuling,
    StoryStep,
)

Watch = Callable[[Sequence[Fit]], None]
"""Is told what a report is held against, the best first, before it is placed."""
Happening = tuple[StoryFeatures | StoryRuling, Sequence[StoryDecision]]
"""A report that was placed or a ruling that was obeyed, with what was decided."""


class StoryShelf:
    """Puts reports into stories, one after another, and keeps the stories that are not long quiet.

    A store keeps features, rulings and decisions; the shelf keeps what it decides on.

    Attributes:
        made_by: name and version, kept with every decision.
    """

    made_by = MADE_BY

    def __init__(self, watch: Watch | None = None) -> None:
        """Begin with an empty shelf.

        Args:
            watch: is told what each report is held against; nobody is where None.
        """
        self._stock = Stock()
        self._watch = watch

    @property
    def stories(self) -> dict[str, tuple[str, ...]]:
        """The stories on the shelf by key, with the keys of their reports."""
        return {key: tuple(story.reports) for key, story in self._stock.stories.items()}

    @property
    def looked_at(self) -> int:
        """How many reports are looked at: whose terms count, or which new ones are held against."""
        held = {
            each.features.report for story in self._stock.stories.values() for each in story.members
        }
        return len(held.union(report for _, report in self._stock.weigher.counted))

    def story_of(self, report: str) -> str | None:
        """The story that a report is in; None where none on the shelf has it."""
        return self._stock.story_of.get(report)

    def place(self, features: StoryFeatures) -> tuple[StoryDecision, ...]:
        """Put a report into a story, and tell what became of the stories by that.

        The first decision is where the report goes; a merge and splits may follow. A report that
        is on the shelf stays where it is.
        """
        if features.report in self._stock.story_of:
            return ()
        return tuple(self._each_decision(self._stock.take_note(features)))

    def obey(self, ruling: StoryRuling) -> tuple[StoryDecision, ...]:
        """Do what a person said, now and for good, and tell what became of the stories by that.

        Raises:
            RefusedError: if the ruling does not name what it is about.
        """
        decided = decisions_for(ruling, self._stock)
        self._obeyed(ruling, decided)
        return decided

    def restore(self, happenings: Iterable[Happening]) -> None:
        """Bring an empty shelf to where another one was, without deciding anything anew.

        Args:
            happenings: everything that was placed and obeyed there, in order.
        """
        for what, decided in happenings:
            if isinstance(what, StoryRuling):
                self._obeyed(what, decided)
            elif what.report not in self._stock.story_of:
                report = self._stock.take_note(what)
                for each in decided:
                    self._stock.apply(each, report)

    def keep(self) -> KeptShelf:
        """What the shelf holds, so that another one can take it up."""
        return kept_of(self._stock)

    def take_up(self, kept: KeptShelf, features: Mapping[str, StoryFeatures]) -> None:
        """Bring an empty shelf to where another one was when it was kept.

        Args:
            kept: what that one held.
            features: what the reports that `reports_in` names are grouped by, by their keys.

        Raises:
            StoreError: if the values do not hold together, or a report is missing; nothing is
                taken up then.
        """
        self._stock = stock_of(kept, features)

    def _obeyed(self, ruling: StoryRuling, decided: Iterable[StoryDecision]) -> None:
        self._stock.take_in(ruling)
        for each in decided:
            self._stock.apply(each, None)

    def _each_decision(self, report: Weighed) -> Iterator[StoryDecision]:
        fits = self._fits(report)
        if self._watch is not None:
            self._watch(fits)
        first = self._where(report, fits)
        self._stock.apply(first, report)
        yield first
        if first.step is not StoryStep.JOIN or first.score is None:
            return
        story = self._stock.stories[first.story]
        merge = self._merge(story, fits, report)
        if merge is not None:
            self._stock.apply(merge, report)
            yield merge
            story = self._stock.stories[merge.story]
        for split in self._splits(story):
            self._stock.apply(split, report)
            yield split

    def _fits(self, report: Weighed) -> list[Fit]:
        barred = self._stock.rulings.barred_from(report.features.report)
        near = self._stock.index.nearest(report, self._stock.stories)
        free = [each for each in near if each.story.key not in barred]
        return fits_of(report, free, every=self._watch is not None)

    def _where(self, report: Weighed, fits: Sequence[Fit]) -> StoryDecision:
        key = report.features.report
        home, why = self._bound(report)
        if home is not None:
            return decide(StoryStep.JOIN, Subject(story=home, report=key), said(why))
        new = Subject(story=started_by(key), report=key)
        best = fits[0] if fits else None
        if best is None:
            return decide(StoryStep.START, new, said("no story is near"))
        if best.score >= 0:
            old = Subject(story=best.story.key, report=key)
            return decide(StoryStep.JOIN, old, best.reasons, best.score)
        return decide(StoryStep.START, replace(new, other=best.story.key), best.reasons, best.score)

    def _bound(self, report: Weighed) -> tuple[str | None, str]:
        """The story that a report goes into whatever it says, and why; None where it is free."""
        rulings, features = self._stock.rulings, report.features
        home = rulings.home_of(features.report)
        if home is not None:
            return home, "a person said that the report belongs in it"
        printed = self._stock.origins.get(features.origin or "")
        if printed is not None and printed not in rulings.barred_from(features.report):
            return printed, "prints a text that is in the story"
        return None, ""

    def _merge(
        self, story: LiveStory, fits: Sequence[Fit], report: Weighed
    ) -> StoryDecision | None:
        """Two stories become one where a report fits both, and so do their last reports."""
        others = (fit.story for fit in fits if fit.score >= 0 and fit.story is not story)
        other = next(others, None)
        if other is None or self._stock.rulings.are_apart(story.key, other.key):
            return None
        bridge = bridge_of(story, other)
        if bridge is None:
            return None
        words = f"the report fits both, and their last reports fit each other ({bridge:.2f})"
        kept, gone = sorted((story, other), key=lambda each: (-len(each.reports), each.key))
        subject = Subject(story=kept.key, report=report.features.report, other=gone.key)
        reasons = (StoryReason(words=words, share=bridge),)
        return decide(StoryStep.MERGE, subject, reasons, bridge)

    def _splits(self, story: LiveStory) -> list[StoryDecision]:
        """A story whose reports fall into two groups loses the smaller one."""
        if not is_due_for_division(story) or self._stock.rulings.is_whole(story.key):
            return []
        divided = division_of(tuple(story.members))
        if divided is None:
            return []
        moving, across = divided
        keys = [story.members[each].features.report for each in moving]
        if any(self._stock.rulings.home_of(key) is not None for key in keys):
            return []
        words = f"{len(keys)} reports share {across:.2f} of what they share with each other"
        reasons = (StoryReason(words=f"{words} with the rest", share=across),)
        to = parted_by(keys[0], story.key)
        subjects = (Subject(story=to, report=key, other=story.key) for key in keys)
        return [decide(StoryStep.SPLIT, each, reasons, across) for each in subjects]
