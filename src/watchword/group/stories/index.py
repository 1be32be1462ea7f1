"""Which stories speak of a term: finds the few that a report may belong to.

Cost: of a report's terms those that stand in more than `CROWDED` stories bring only the latest of
them, so that looking up does not grow with the number of stories.

Invariant: a term leads to a story exactly where the story's sums have it, with that weight.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from watchword.group.stories.bearers import Places, Row, Sums, change, with_story
from watchword.group.stories.comparing import dot_of
from watchword.group.stories.live import LiveStory
from watchword.group.stories.puts import Put
from watchword.group.stories.slots import Slots
from watchword.group.stories.weights import KINDS, Weighed

CROWDED = 400
"""Stories of a term that are looked at, the latest first."""
CANDIDATES = 8
"""Stories that a report is held against.

Trial: current events 2014 to 2018; a report's own story is among the first 8 for 87 of 100.
"""
_SHARE = (1.0, 0.5, 1.0)
"""Of words, pairs and names."""


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
        values: what the term gives each of them; 0 where the story bears it no more.
        whole: whether no story was left out.
    """

    places: Places
    values: Sums
    whole: bool


class StoryIndex:
    """The terms of the stories that are worked with."""

    def __init__(self) -> None:
        """Begin empty."""
        self._bearers: dict[str, dict[str, Row]] = {kind: {} for kind in KINDS}
        self._slots = Slots()
        self._turn = 0

    def add(self, report: Weighed, story: LiveStory, *, is_left: bool = False) -> None:
        """Note the terms of a report that was put into a story.

        Args:
            report: the report.
            story: the story, with it.
            is_left: whether it was put there and has left, so that only what others bear stays.
        """
        slot = self._slots.note(story)
        self._turn += 1
        story.puts.note(Put(self._turn, report, is_left))
        for kind in KINDS:
            every, sums = self._bearers[kind], story.sums[kind]
            terms: Iterable[str] = report.weights[kind]
            for term in (each for each in terms if each in sums) if is_left else terms:
                row = every.get(term)
                if row is None:
                    every[term] = {slot: sums[term]}
                else:
                    every[term] = with_story(row, slot, sums[term])

    def drop(self, reports: Iterable[Weighed], story: LiveStory) -> None:
        """Note that reports were taken out of a story."""
        slot = self._slots.note(story)
        for report in reports:
            story.puts.let_go(report)
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
        met = slots.met([rows.places for rows in found])
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
        few: list[int] = []
        theirs: list[int] = []
        places: list[Places] = []
        sums: list[Sums] = []
        ours: list[int] = []
        for term, weight in weights.items():
            row = every.get(term)
            if row is None:
                continue
            if isinstance(row, dict):
                few += row
                theirs += [weight * each for each in row.values()]
                continue
            whole &= len(row) <= CROWDED
            found = row.latest(CROWDED)
            places.append(found[0])
            sums.append(found[1])
            ours.append(weight)
        values = np.concatenate((*sums, np.array(theirs, dtype=np.float64)))
        # What is added up after the long rows is multiplied already.
        long = sum(map(len, places))
        values[:long] *= np.repeat(np.array(ours, dtype=np.float64), [len(row) for row in places])
        at = np.concatenate((*places, np.array(few, dtype=np.int64)))
        return _Rows(places=at, values=values, whole=whole)

    def _best(self, near: Sums, met: Places) -> list[int]:
        """Where the nearest stand in what was met: the nearest first, of equals the later key."""
        least = 0.0
        if len(near) > CANDIDATES:
            least = float(np.partition(near, -CANDIDATES)[-CANDIDATES])
        at = np.flatnonzero((near >= least) & (near > 0))
        keyed = [(float(near[each]), self._slots.key(int(met[each])), int(each)) for each in at]
        return [each for _, _, each in sorted(keyed, reverse=True)[:CANDIDATES]]

    def _set(self, kind: str, term: str, slot: int, weight: int) -> None:
        row = self._bearers[kind].get(term)
        if row is None:
            return
        change(row, slot, weight)
        if not row:
            del self._bearers[kind][term]
