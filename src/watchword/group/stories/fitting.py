"""How well reports and stories fit, as a score with its reasons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from watchword.group.stories.comparing import (
    ROUGH,
    Signs,
    rough_score_of,
    score_of,
    shares_of,
    signs_of,
)
from watchword.group.stories.dividing import division_of
from watchword.group.stories.index import Near
from watchword.group.stories.live import KEPT, LiveStory
from watchword.group.stories.telling import reasons_of
from watchword.group.stories.weights import Weighed
from watchword.model.story import StoryReason

BRIDGED = 0.5
"""Mean score that merges two stories: of the last reports of each, held against the other.

Trial: current events of 2016 to June, B3 F1 0.652; 0.647 with 0, 0.635 without any merge.
"""
BRIDGE_REPORTS = 3
"""Last reports of each story that are held against the other."""
FIRST_LOOK = 6
"""Reports of a story at which it is first looked at for a division; then at every doubling.

Trial: current events of 2016 to June and of 2017 from May, B3 F1 0.618; 0.606 with 4.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A report held against a story.

    Attributes:
        report: the report.
        story: the story.
        signs: what speaks for and against.
        shares: what each of them adds.
        score: their sum; from 0 on the report fits.
    """

    report: Weighed
    story: LiveStory
    signs: Signs
    shares: Signs
    score: float

    @property
    def reasons(self) -> tuple[StoryReason, ...]:
        """What the score is the sum of."""
        return reasons_of(self.report, self.story, self.signs, self.shares)


def fit_of(report: Weighed, story: LiveStory, dots: Sequence[int] | None = None) -> Fit:
    """Hold a report against a story; of its `dots` tells `signs_of`."""
    return _fit(report, story, signs_of(report, story, dots))


def fits_of(report: Weighed, near: Iterable[Near], *, every: bool) -> list[Fit]:
    """Hold a report against the stories that are near it, and give the fits, the best first.

    Args:
        report: the report.
        near: the stories.
        every: whether all fits are wanted; else those that neither fit nor can be the best are
            left out, which is told by their shares before these are rounded.
    """
    signs = [(each.story, signs_of(report, each.story, each.dots)) for each in near]
    rough = [rough_score_of(each, report.part) for _, each in signs]
    least = min(max(rough, default=0.0) - 2 * ROUGH, -ROUGH)
    fits = [
        _fit(report, story, found)
        for (story, found), score in zip(signs, rough, strict=True)
        if every or score >= least
    ]
    return sorted(fits, key=lambda fit: (-fit.score, fit.story.key))


def bridge_of(one: LiveStory, other: LiveStory) -> float | None:
    """The mean score of two stories' last reports, where the two would hold together as one."""
    scores = [
        fit_of(report, story).score
        for reports, story in ((one.members, other), (other.members, one))
        for report in list(reports)[-BRIDGE_REPORTS:]
    ]
    mean = round(sum(scores) / len(scores), 3)
    if mean < BRIDGED:
        return None
    every = sorted((*one.members, *other.members), key=lambda report: report.number)
    return None if division_of(every) is not None else mean


def is_due_for_division(story: LiveStory) -> bool:
    """Whether it is time to look whether a story's reports still hold together."""
    count = len(story.reports)
    due = FIRST_LOOK
    while due < count:
        due *= 2
    return count == due or (count > KEPT and count % KEPT == 0)


def _fit(report: Weighed, story: LiveStory, signs: Signs) -> Fit:
    shares = shares_of(signs, report.part)
    return Fit(report=report, story=story, signs=signs, shares=shares, score=score_of(shares))
