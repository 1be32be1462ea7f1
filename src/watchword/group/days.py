"""Reports on a shelf by their day, with an index of their wording, so that copies are found.

Invariant: what a day answers depends on which reports lie in it, not on the order they came in.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime
from heapq import nsmallest

from watchword.group.traces import whole_of
from watchword.model.copy_trace import CopyTrace
from watchword.model.origin import OriginDecision

CROWDED = 200
"""Origins after which a run of words is a set phrase and brings no candidates."""

LEAST_INDEXED = 64
"""Runs of a text that are indexed at least; a shorter text is indexed whole.

Trial: `benchmarks/copies.py` with 4,000 others. With all runs indexed 0.989 of the copies are
found, at 0.7 of the speed; with 64 and one of eight 0.993; with 8 and no share 0.9925.
"""

SHARE_INDEXED = 8
"""One of how many runs of a long text is indexed, so that a short excerpt still meets one."""

CANDIDATES = 12
"""Texts that a report is compared with in full, those first that share most indexed runs."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Placed:
    """A report on the shelf: what is kept of it, and where it was put.

    Attributes:
        trace: what is kept of it.
        decision: where it was put.
        rank: sorts reports by their time, those without one last.
    """

    trace: CopyTrace
    decision: OriginDecision
    rank: tuple[bool, float, str]


def place_of(trace: CopyTrace, decision: OriginDecision) -> Placed:
    """What a shelf holds of a report."""
    at = trace.at
    rank = (at is None, at.timestamp() if at else 0.0, trace.report)
    return Placed(trace=trace, decision=decision, rank=rank)


class Day:
    """The reports of one day."""

    def __init__(self) -> None:
        self.placed: dict[str, Placed] = {}
        self._index: dict[int, Placed | dict[str, Placed]] = {}
        self._same: dict[str, list[Placed]] = {}
        self._prints: dict[str, list[OriginDecision]] = {}

    def add(self, placed: Placed) -> None:
        """Put a report into the day."""
        self.placed[placed.trace.report] = placed
        self._prints.setdefault(placed.decision.origin, []).append(placed.decision)
        if placed.trace.digest:
            self._same.setdefault(placed.trace.digest, []).append(placed)
        for run in indexed_runs(placed.trace):
            standing = self._index.get(run)
            self._index[run] = placed if standing is None else _crowd(standing, placed)

    def sharing(self, runs: Set[int]) -> Iterator[tuple[int, Collection[Placed]]]:
        """For each run of words that stands here, the texts that have it, one of each origin."""
        for run in self._index.keys() & runs:
            standing = self._index[run]
            yield run, (standing,) if isinstance(standing, Placed) else standing.values()

    def prints_of(self, origin: str) -> Sequence[OriginDecision]:
        """The decisions on the day's reports in an origin."""
        return self._prints.get(origin, ())

    def same(self, digest: str) -> Sequence[Placed]:
        """The reports whose text is this one, letter for letter."""
        return self._same.get(digest, ())


def indexed_runs(trace: CopyTrace) -> Sequence[int]:
    """The runs that a text is found by: the smallest checksums, at least 64 and one of eight.

    What is smallest of a whole is smallest of a part that has it (a bottom sketch, as in Cohen
    and Kaplan, "Summarizing data using bottom-k sketches", 2007), so that parts meet their wholes.
    """
    whole = whole_of(trace)
    runs: list[int] = whole[: max(LEAST_INDEXED, len(whole) // SHARE_INDEXED)].tolist()
    return runs


def candidates(days: Iterable[Day], runs: Set[int], barred: frozenset[str]) -> list[Placed]:
    """The texts of some days that share most runs with a text, best first, a dozen at most.

    Args:
        days: where to look.
        runs: all runs of the text.
        barred: origins that it must not be put into.
    """
    standing: dict[int, list[Placed]] = {}
    for day in days:
        for run, texts in day.sharing(runs):
            standing.setdefault(run, []).extend(texts)
    shared: Counter[Placed] = Counter()
    for texts in standing.values():
        if len(texts) <= CROWDED:
            shared.update(texts)
    free = (pair for pair in shared.items() if pair[0].decision.origin not in barred)
    best = nsmallest(CANDIDATES, free, key=lambda pair: (-pair[1], pair[0].rank))
    return [placed for placed, _ in best]


def each_same(days: Iterable[Day], digest: str) -> Iterator[Placed]:
    """The reports of some days whose text is this one, letter for letter."""
    for day in days:
        yield from day.same(digest)


def day_of(at: datetime | None) -> date | None:
    """The day under which a report lies; None where its time is unknown."""
    return at.date() if at else None


def _crowd(standing: Placed | dict[str, Placed], placed: Placed) -> Placed | dict[str, Placed]:
    """Add a text to those that have a run: the first of an origin stands for it.

    So copies never crowd a run, and a run that one text has costs no more than a reference.
    """
    origin = placed.decision.origin
    if isinstance(standing, Placed):
        if standing.decision.origin == origin:
            return min(standing, placed, key=_rank)
        standing = {standing.decision.origin: standing}
    known = standing.get(origin)
    standing[origin] = placed if known is None else min(known, placed, key=_rank)
    return standing


def _rank(placed: Placed) -> tuple[bool, float, str]:
    return placed.rank
