"""Whether one text repeats another: by its wording, its names and numbers, and their days."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np

from watchword.group.details import Details, agreement, is_one_number, swapped
from watchword.group.traces import Runs, runs_in, whole_of
from watchword.model.copy_trace import CopyTrace
from watchword.model.origin import Manner
from watchword.text.similarity import are_among

CONTAINED = 0.4
"""Share of the shorter text's wording that a copy has in common with another outlet's text.

Trial: 1,796 templated statements of two presidents' offices, each held to be from another outlet,
and copies made of 400 of them. At 0.4, 98 % of copies cut to half, 96 % of those with a tenth and
86 % of those with a seventh of the words changed are found, and 6 of 1.6 million pairs are joined
(one text on two brigades, two visits told before and after, two laws of one day, and a reprint and
an excerpt, which are copies indeed). At 0.5 the shares are 97, 90 and 62 %, with 5 pairs; at 0.35
98, 97 and 91 %, with 7.
"""

CONTAINED_AT_HOME = 0.9
"""The same within one outlet, whose own texts repeat set phrases.

Trial: with every statement under its own office, only letter-for-letter reprints are joined.
"""

AGREED = 0.8
"""Share of the fewer names, and of the fewer numbers, that a copy has in common.

Trial: measured on the shorter text's details instead, copies with a new opening fell from 99 %
to 87 %.
"""

LONG, VERBATIM = 60, 0.85
"""Runs of a text, and share of them in another, from which one other number makes no other text.

Trial: `benchmarks/copies.py` on 5,791 reports. With it 0.97 of the copies with one number changed
are found, without it 0.47; of the joined pairs 0.995 are right, without it 0.996. Counted by
resemblance, which a cut print does not have, 0.953 of all copies are found when reports arrive in
any order; counted by the shorter text's share, 0.978.
"""

DAYS_APART = 3
"""Longest time between a text and its copy, in days."""

LEAST_SHARED = 15
"""Fewest shared runs that can make a copy: in under twenty words, alike may be chance."""

SHORTEST_OWN = 4
"""Runs outside of quotations from which a text has words of its own to compare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How a text repeats another.

    Attributes:
        manner: word for word, cut, or partly rewritten.
        score: share of the shorter text's wording that the two have in common.
    """

    manner: Manner
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """What two texts share: runs of words outside of quotations; all, where those are few."""

    lengths: tuple[int, int]
    wholes: tuple[int, int]
    shared: int
    shared_whole: int


def likeness(one: CopyTrace, other: CopyTrace) -> Likeness | None:
    """How one text repeats the other, in either direction; None where it does not.

    Most of the shorter text's wording outside of long quotations is in the other, names and
    numbers agree, and the two lie days apart at most. Texts that are equal letter for letter
    are always alike.
    """
    if is_same(one, other) and are_near(one.at, other.at):
        return Likeness(manner=Manner.SAME, score=1.0)
    pair = _compare(one, other)
    score, alike, common = _measure(pair)
    at_home = one.outlet == other.outlet
    if score < (CONTAINED_AT_HOME if at_home else CONTAINED) or common < LEAST_SHARED:
        return None
    if not are_near(one.at, other.at) or not _agree(one, other, pair):
        return None
    return Likeness(manner=_manner(score, alike), score=score)


def have_like_wording(one: CopyTrace, other: CopyTrace) -> bool:
    """Whether two texts share the wording of copies, whatever their names and numbers."""
    score, _, common = _measure(_compare(one, other))
    return score >= CONTAINED and common >= LEAST_SHARED


def is_same(one: CopyTrace, other: CopyTrace) -> bool:
    """Whether two texts are equal letter for letter, and not blank."""
    return one.digest == other.digest and bool(one.digest)


def are_near(one: datetime | None, other: datetime | None) -> bool:
    """Whether a text of one time may be a copy of one of the other time; yes where unknown."""
    if one is None or other is None:
        return True
    return abs(one - other) <= timedelta(days=DAYS_APART)


def share_a_quotation(one: CopyTrace, other: CopyTrace) -> bool:
    """Whether two texts have the words of a long quotation in common, which makes no copy."""
    if not (one.quoted and other.quoted):
        return False
    return _common(runs_in(one.quoted), runs_in(other.quoted)) >= LEAST_SHARED


def _compare(one: CopyTrace, other: CopyTrace) -> _Pair:
    mine, theirs = runs_in(one.own), runs_in(other.own)
    lengths, shared = (len(mine), len(theirs)), _common(mine, theirs)
    if min(lengths) >= LEAST_SHARED or not (one.quoted or other.quoted):
        return _Pair(lengths=lengths, wholes=lengths, shared=shared, shared_whole=shared)
    whole = [whole_of(each) for each in (one, other)]
    return _Pair(
        lengths=lengths,
        wholes=(len(whole[0]), len(whole[1])),
        shared=shared,
        shared_whole=_common(whole[0], whole[1]),
    )


def _common(one: Runs, other: Runs) -> int:
    fewer, more = sorted((one, other), key=len)
    return int(np.count_nonzero(are_among(fewer, more)))


def _measure(pair: _Pair) -> tuple[float, float, int]:
    """Containment, resemblance and number of shared runs.

    By the wording outside of quotations where both texts have enough of it, else by all of it; a
    text that is all quotation still must not differ in the few words of its own.
    """
    has_own = min(pair.lengths) >= LEAST_SHARED
    lengths, common = (pair.lengths, pair.shared) if has_own else (pair.wholes, pair.shared_whole)
    contained = common / min(lengths) if min(lengths) else 0.0
    alike = common / (sum(lengths) - common) if sum(lengths) else 0.0
    own = 1.0 if min(pair.lengths) < SHORTEST_OWN else pair.shared / min(pair.lengths)
    return min(contained, own), alike, common


def _manner(score: float, alike: float) -> Manner:
    if score < 0.7:
        return Manner.REWRITTEN
    return Manner.CUT if alike < 0.6 else Manner.VERBATIM


def _agree(one: CopyTrace, other: CopyTrace, pair: _Pair) -> bool:
    mine, theirs = _details(one), _details(other)
    if agreement(mine.names, theirs.names) < AGREED:
        return False
    if _is_corrected(mine, theirs, pair):
        return True
    numbers = agreement(mine.numbers, theirs.numbers)
    return numbers >= AGREED and swapped(mine, theirs) is None


def _is_corrected(mine: Details, theirs: Details, pair: _Pair) -> bool:
    """Whether a text is another's, or a part of it, word for word but for one number."""
    shorter = min(pair.lengths)
    if shorter < LONG or pair.shared / shorter < VERBATIM:
        return False
    return is_one_number(mine, theirs, is_cut=shorter < VERBATIM * max(pair.lengths))


def _details(trace: CopyTrace) -> Details:
    return Details(
        names=frozenset(trace.names),
        numbers=frozenset(trace.numbers),
        slots={place: frozenset(run) for place, run in trace.slots},
    )
