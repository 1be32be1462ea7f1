"""Which stories speak of a term: finds the few that a report may belong to.

Cost: of a report's terms those that stand in more than `CROWDED` stories bring only the latest of
them, so that looking up does not grow with the number of stories.

Invariant: a term leads to a story exactly where the story's sums have it, with that weight.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import nlargest
from itertools import islice
from math import sqrt

from watchword.group.stories.live import LiveStory
from watchword.group.stories.weights import KINDS, Weighed

CROWDED = 400
"""Stories of a term that are looked at, the latest first."""
CANDIDATES = 8
"""Stories that a report is held against.

Trial: current events 2014 to 2018; a report's own story is among the first 8 for 87 of 100.
"""
_SHARE = {"words": 1.0, "pairs": 0.5, "names": 1.0}


class StoryIndex:
    """The terms of the stories that are worked with."""

    def __init__(self) -> None:
        """Begin empty."""
        self._bearers: dict[str, dict[str, dict[str, int]]] = {kind: {} for kind in KINDS}

    def add(self, report: Weighed, story: LiveStory) -> None:
        """Note the terms of a report that was put into a story."""
        for kind in KINDS:
            every, sums = self._bearers[kind], story.sums[kind]
            for term in report.weights[kind]:
                bearers = every.setdefault(term, {})
                bearers.pop(story.key, None)
                bearers[story.key] = sums[term]

    def drop(self, reports: Iterable[Weighed], story: LiveStory) -> None:
        """Note that reports were taken out of a story."""
        for report in reports:
            for kind in KINDS:
                sums = story.sums[kind]
                for term in report.weights[kind]:
                    self._set(kind, term, story.key, sums.get(term, 0))

    def clear(self, story: LiveStory) -> None:
        """Take out all terms of a story."""
        for kind in KINDS:
            for term in story.sums[kind]:
                self._set(kind, term, story.key, 0)

    def nearest(self, report: Weighed, stories: Mapping[str, LiveStory]) -> list[LiveStory]:
        """The stories that share most with a report, the nearest first."""
        near: dict[str, float] = defaultdict(float)
        for kind in KINDS:
            for key, dot in self._dots(kind, report).items():
                length = report.lengths[kind] * sqrt(stories[key].squares[kind])
                near[key] += _SHARE[kind] * dot / length
        best = nlargest(CANDIDATES, near, key=lambda key: (near[key], key))
        return [stories[key] for key in best]

    def _dots(self, kind: str, report: Weighed) -> dict[str, int]:
        dots: dict[str, int] = {}
        every = self._bearers[kind]
        for term, weight in report.weights[kind].items():
            bearers = every.get(term)
            if bearers:
                for key in islice(reversed(bearers), CROWDED):
                    dots[key] = dots.get(key, 0) + weight * bearers[key]
        return dots

    def _set(self, kind: str, term: str, story: str, weight: int) -> None:
        bearers = self._bearers[kind].get(term, {})
        if weight:
            bearers[story] = weight
            return
        bearers.pop(story, None)
        if not bearers:
            self._bearers[kind].pop(term, None)
