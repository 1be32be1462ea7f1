"""Which stories speak of a term: finds the few that a report may belong to.

Cost: of a report's terms those that stand in more than `CROWDED` stories bring only the latest of
them, so that looking up does not grow with the number of stories.

Invariant: a term leads to a story exactly where the story's sums have it, with that weight.
"""

from collections.abc import Iterable, Mapping, Sequence, ValuesView
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from watchword.group.stories.comparing import dot_of
from watchword.group.stories.live import LiveStory
from watchword.group.stories.slots import Places, Slots, Sums
from watchword.group.stories.weights import KINDS, Weighed

CROWDED = 400
"""Stories of a term that are looked at, the latest first."""
CANDIDATES = 8
"""Stories that a report is held against.

Trial: current events 2014 to 2018; a report's own story is among the first 8 for 87 of 100.
"""
_SHARE = (1.0, 0.5, 1.0)
"""Of words, pairs and names."""
_FEW = 24
"""Stories of a term that are gone through one by one; more are taken as an array."""


class Near(NamedTuple):
    """A story that shares terms with a report.

    Attributes:
        story: the story.
        dots: for each kind, the sum over the terms in common of what these weigh in both.
    """

    story: LiveStory
    dots: tuple[int, ...]


class _Rows(NamedTuple):
    """The stories that terms of a kind lead to, term by term.

    Attributes:
        places: numbers of the stories.
        values: what the term gives each of them.
        whole: whether no story was left out.
    """

    places: Sequence[Places]
    values: Sequence[Sums]
    whole: bool


class StoryIndex:
    """The terms of the stories that are worked with."""

    def __init__(self) -> None:
        """Begin empty."""
        self._bearers: dict[str, dict[str, dict[int, int]]] = {kind: {} for kind in KINDS}
        self._slots = Slots()

    def add(self, report: Weighed, story: LiveStory) -> None:
        """Note the terms of a report that was put into a story."""
        slot = self._slots.note(story)
        for kind in KINDS:
            every, sums = self._bearers[kind], story.sums[kind]
            for term in report.weights[kind]:
                bearers = every.get(term)
                if bearers is None:
                    every[term] = {slot: sums[term]}
                    continue
                bearers.pop(slot, None)
                bearers[slot] = sums[term]

    def drop(self, reports: Iterable[Weighed], story: LiveStory) -> None:
        """Note that reports were taken out of a story."""
        slot = self._slots.note(story)
        for report in reports:
            for kind in KINDS:
                sums = story.sums[kind]
                for term in report.weights[kind]:
                    self._set(kind, term, slot, sums.get(term, 0))

    def clear(self, story: LiveStory) -> None:
        """Take out a story with all its terms."""
        slot = self._slots.note(story)
        for kind in KINDS:
            for term in story.sums[kind]:
                self._set(kind, term, slot, 0)
        self._slots.free(story)

    def nearest(self, report: Weighed, stories: Mapping[str, LiveStory]) -> list[Near]:
        """The stories that share most with a report, the nearest first."""
        slots = self._slots
        found = [self._rows(kind, report.weights[kind]) for kind in KINDS]
        met = slots.met([row for rows in found for row in rows.places])
        near, dots = np.zeros(len(met)), []
        for at, (kind, rows) in enumerate(zip(KINDS, found, strict=True)):
            dots.append(slots.summed(rows.places, rows.values, len(met)))
            if report.lengths[kind]:
                near += _SHARE[at] * dots[-1] / (report.lengths[kind] * slots.lengths(at, met))
        told = []
        for at in self._best(near, met):
            story = stories[slots.key(int(met[at]))]
            exact = (
                int(each[at]) if rows.whole else dot_of(report, story, kind)
                for kind, rows, each in zip(KINDS, found, dots, strict=True)
            )
            told.append(Near(story=story, dots=tuple(exact)))
        return told

    def _rows(self, kind: str, weights: Mapping[str, int]) -> _Rows:
        every, whole = self._bearers[kind], True
        places: list[Places] = []
        values: list[Sums] = []
        few: list[int] = []
        theirs: list[int] = []
        for term, weight in weights.items():
            bearers = every.get(term)
            if bearers is None:
                continue
            if len(bearers) <= _FEW:
                few += bearers
                theirs += [weight * each for each in bearers.values()]
                continue
            count = min(len(bearers), CROWDED)
            whole &= count == len(bearers)
            places.append(_latest(bearers, count, np.intp))
            values.append(_latest(bearers.values(), count, np.float64) * weight)
        if few:
            places.append(np.array(few, dtype=np.intp))
            values.append(np.array(theirs, dtype=np.float64))
        return _Rows(places=places, values=values, whole=whole)

    def _best(self, near: Sums, met: Places) -> list[int]:
        """Where the nearest stand in what was met: the nearest first, of equals the later key."""
        at = np.arange(len(near))
        if len(near) > CANDIDATES:
            least = np.partition(near, -CANDIDATES)[-CANDIDATES]
            at = np.flatnonzero(near >= least)
        keyed = [(float(near[each]), self._slots.key(int(met[each])), int(each)) for each in at]
        return [each for _, _, each in sorted(keyed, reverse=True)[:CANDIDATES]]

    def _set(self, kind: str, term: str, slot: int, weight: int) -> None:
        bearers = self._bearers[kind].get(term, {})
        if weight:
            bearers[slot] = weight
            return
        bearers.pop(slot, None)
        if not bearers:
            self._bearers[kind].pop(term, None)


def _latest(row: dict[int, int] | ValuesView[int], count: int, form: type[Any]) -> NDArray[Any]:
    """The last numbers of a row, the last one first."""
    return np.fromiter(islice(reversed(row), count), dtype=form, count=count)
