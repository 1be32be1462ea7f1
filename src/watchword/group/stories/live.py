"""A story as it is worked with: the sums of what its last reports say.

Invariant: the sums are of the last `KEPT` reports, in whole numbers, so that taking a report out
undoes exactly what putting it in did.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from datetime import datetime
from math import sqrt

import numpy as np

from watchword.group.stories.puts import Puts
from watchword.group.stories.weights import KINDS, Direction, Weighed
from watchword.model.story import Counted

KEPT = 20
"""Reports of a story that a new one is held against: its last ones, since stories move on.

Trial: current events of 2016 to June and of 2017 from May, B3 F1 0.618; 0.606 with 12, and 0.621
with 40, which takes longer.
"""


class LiveStory:
    """One story.

    Attributes:
        key: its key.
        members: its last reports, in the order in which they came.
        reports: keys of all its reports.
        touched: the latest publication on the shelf when a report was last put in.
        last: latest publication among its reports, None where none is dated.
        sums: by kind, the weight of each term over the members.
        squares: by kind, the sum of the squares of those.
        lengths: by kind, the square root of that.
        direction: sum of the members' directions, None where none has one.
        directed: members with a direction.
        countries: how often each country is spoken of.
        country_squares: the sum of the squares of those.
        events: how often each type of event is told.
        numbers: reports that each number stands in.
        origins: those that its reports print.
        puts: when its reports came into the index.
    """

    def __init__(self, key: str) -> None:
        """Begin a story without reports."""
        self.key = key
        self.members: deque[Weighed] = deque()
        self.reports: dict[str, None] = {}
        self.touched: datetime | None = None
        self.last: datetime | None = None
        self.sums: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
        self.squares: dict[str, int] = dict.fromkeys(KINDS, 0)
        self.lengths: dict[str, float] = dict.fromkeys(KINDS, 0.0)
        self.direction: Direction | None = None
        self.directed = 0
        self.countries: dict[str, int] = {}
        self.country_squares = 0
        self.events: dict[str, int] = {}
        self.numbers: dict[str, int] = {}
        self.origins: dict[str, None] = {}
        self.puts = Puts()

    def add(self, *reports: Weighed) -> Sequence[Weighed]:
        """Put reports in; gives those that are held against new ones no longer."""
        for each in reports:
            at = each.features.at
            if at is not None and (self.last is None or at > self.last):
                self.last = at
            self.reports[each.features.report] = None
            self._count(each, 1)
        self.members = deque(sorted((*self.members, *reports), key=lambda each: each.number))
        outdated = [self.members.popleft() for _ in range(len(self.members) - KEPT)]
        for each in outdated:
            self._count(each, -1)
        return outdated

    def remove(self, report: str) -> Weighed | None:
        """Take a report out; None where it is held against new ones no longer."""
        self.reports.pop(report, None)
        for each in self.members:
            if each.features.report == report:
                self.members = deque(other for other in self.members if other is not each)
                self._count(each, -1)
                return each
        return None

    def _count(self, report: Weighed, sign: int) -> None:
        for kind in KINDS:
            self._sum(kind, report.weights[kind].items(), sign)
        if report.direction is not None:
            before = np.zeros_like(report.direction) if self.direction is None else self.direction
            self.direction = before + sign * report.direction
            self.directed += sign
        features = report.features
        self.country_squares += _tally(self.countries, features.countries, sign)
        _tally(self.events, features.events, sign)
        _tally(self.numbers, ((number, 1) for number in features.numbers), sign)

    def _sum(self, kind: str, weights: Iterable[tuple[str, int]], sign: int) -> None:
        sums, square = self.sums[kind], self.squares[kind]
        for term, weight in weights:
            before = sums.get(term, 0)
            after = before + sign * weight
            square += after * after - before * before
            if after:
                sums[term] = after
            else:
                del sums[term]
        self.squares[kind] = square
        self.lengths[kind] = sqrt(square)


def _tally(counts: dict[str, int], found: Counted | Iterable[tuple[str, int]], sign: int) -> int:
    """Count, and give by how much the sum of the squares of the counts rises."""
    risen = 0
    for name, count in found:
        before = counts.get(name, 0)
        after = before + sign * count
        risen += after * after - before * before
        if after:
            counts[name] = after
        else:
            counts.pop(name, None)
    return risen
