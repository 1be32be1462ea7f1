"""Phrases and links out of the model's scores.

Invariant: phrases of a scheme lie apart or one in the other; of two that cross, the weaker one
is dropped, and of two as strong the later one.
"""

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from watchword.engines.answers import Answers
from watchword.engines.inventory import LINKS, Inventory
from watchword.model.phrase import Link, Phrase
from watchword.model.reading import Marking

LEAST = {
    "names": -1.5,
    "mentions": -0.5,
    "intelligence": -2.0,
    "domain": -0.25,
    "conditional": -0.75,
    "attribution": 0.0,
    "causal": -0.75,
}
"""Score above which a stretch is a phrase. `training/choose_thresholds.py` chose it on development
splits; F1 at 0 and there: names 0.788 and 0.796, mentions 0.723 and 0.730, intelligence 0.669 and
0.702, domain 0.857 and 0.857. Causal has no such split and takes the median of the five; so does
conditional, whose split holds no sentence without a condition. Attribution has none either and is
left at 0: the median was measured once, and its cues sank below their floor."""

FLAT = frozenset({"names"})
"""Schemes in which no phrase lies in another."""

HOLDERS = {"attribution": frozenset({"content"})}
"""Schemes in which others may lie only in phrases of some types."""

CUT_ONCE = frozenset({"causal", "conditional", "domain", "intelligence"})
"""Schemes in which two phrases of one type do not begin or end together: the surer is it. Tried on
development splits with `watchword-reader/1`, without it and with: intelligence 0.682 and 0.698,
domain 0.827 and 0.841."""

WHOLE = {"conditional": ("condition",), "causal": ("cause", "effect")}
"""Schemes that mark nothing where a type is missing without which the others mean nothing."""

SHARED = frozenset({"causal"})
"""Schemes in which a phrase may be linked to any number of others, or none; elsewhere to one."""

Scores = NDArray[np.float32]
Scored = tuple[float, int, int, int]
"""By how much it scores enough, first word, last word, number of the type."""


def markings_of(answers: Answers, inventory: Inventory) -> list[tuple[Marking, ...]]:
    """What each scheme marks in each sentence of a batch."""
    least = np.array([LEAST[scheme] for scheme in inventory.schemes], dtype=np.float32)
    width = answers.stretches.shape[-1]
    upper = np.triu(np.ones((width, width), dtype=np.bool_))
    places = np.nonzero((answers.stretches > least[:, None, None, None]) & upper)
    bounds = np.searchsorted(places[0], np.arange(len(least) + 1))
    columns: list[list[Marking]] = []
    offset = 0
    for place, (scheme, types) in enumerate(inventory.schemes.items()):
        these = tuple(axis[bounds[place] : bounds[place + 1]] for axis in places)
        ends = slice(offset, offset + len(types))
        scored = _scored(answers, these, ends, LEAST[scheme])
        columns.append(
            [_marking(scheme, types, each, answers.links[row]) for row, each in enumerate(scored)]
        )
        offset += len(types)
    return list(zip(*columns, strict=True))


def _scored(
    answers: Answers, places: tuple[NDArray[np.intp], ...], types: slice, least: float
) -> list[list[Scored]]:
    """Stretches whose best type scores enough, by how much, the best first; for each sentence.

    Args:
        answers: of the batch.
        places: scheme, sentence, first word and last word of each stretch to look at.
        types: where the scheme's types stand among those of all.
        least: score above which a stretch is a phrase.
    """
    _, rows, firsts, lasts = places
    starts, ends = answers.starts[rows, firsts, types], answers.ends[rows, lasts, types]
    both = starts + ends
    kinds = both.argmax(1) if both.size else np.zeros(0, dtype=np.intp)
    best = np.take_along_axis(both, kinds[:, None], 1)[:, 0]
    bound = starts.max(1, initial=-np.inf) + ends.max(1, initial=-np.inf)
    scores = answers.stretches[places] - bound + best - least
    kept = np.flatnonzero(scores > 0)
    order = kept[np.lexsort((lasts[kept], firsts[kept], -scores[kept], rows[kept]))]
    found: list[list[Scored]] = [[] for _ in range(answers.stretches.shape[1])]
    sorted_columns = (each[order].tolist() for each in (rows, scores, firsts, lasts, kinds))
    for row, *each in zip(*sorted_columns, strict=True):
        found[row].append((each[0], each[1], each[2], each[3]))
    return found


def _marking(scheme: str, types: Sequence[str], scored: Sequence[Scored], links: Scores) -> Marking:
    phrases = sorted(
        (
            Phrase(
                start=start,
                end=last + 1,
                label=types[kind],
                confidence=round(1 / (1 + math.exp(-score)), 3),
            )
            for score, start, last, kind in _told_apart(scheme, types, scored)
        ),
        key=lambda phrase: (phrase.start, -phrase.end),
    )
    return Marking(
        scheme=scheme, phrases=tuple(phrases), links=tuple(_links(scheme, phrases, links))
    )


def _told_apart(scheme: str, types: Sequence[str], scored: Sequence[Scored]) -> list[Scored]:
    """What stands; of two contents, one in the other, only the surer if no cue parts them."""
    standing = list(_standing(scheme, types, scored))
    found = {types[kind] for _, _, _, kind in standing}
    if not found.issuperset(WHOLE.get(scheme, ())):
        return []
    if scheme != "attribution":
        return standing
    cues = [each for each in standing if types[each[3]] == "cue"]
    kept: list[Scored] = []
    for each in standing:
        contents = (other for other in kept if types[other[3]] == types[each[3]] == "content")
        if all(_is_parted(each, other, cues) for other in contents):
            kept.append(each)
    return kept


def _is_parted(one: Scored, other: Scored, cues: Sequence[Scored]) -> bool:
    """Whether two stretches lie apart, or a cue stands in the one and outside the other."""
    outer, inner = (one, other) if one[2] - one[1] > other[2] - other[1] else (other, one)
    return not _holds(outer, inner) or any(
        _holds(outer, cue) and not _holds(inner, cue) for cue in cues
    )


def _holds(outer: Scored, inner: Scored) -> bool:
    return outer[1] <= inner[1] and inner[2] <= outer[2]


def _standing(scheme: str, types: Sequence[str], scored: Sequence[Scored]) -> Iterator[Scored]:
    """Those stretches, of which each comes once, that may stand beside all better ones."""
    kept: list[Scored] = []
    for each in scored:
        if all(_may_stand(each, other, scheme, types) for other in kept):
            kept.append(each)
            yield each


def _may_stand(each: Scored, other: Scored, scheme: str, types: Sequence[str]) -> bool:
    """Whether a stretch may stand beside a better one."""
    (_, first, last, kind), (_, begin, end, type_) = each, other
    if last < begin or end < first:
        return True
    if scheme in FLAT or first < begin <= last < end or begin < first <= end < last:
        return False
    if scheme in CUT_ONCE and kind == type_ and (first == begin or last == end):
        return False
    holders = HOLDERS.get(scheme)
    return holders is None or (
        (types[kind] in holders or not _holds(each, other))
        and (types[type_] in holders or not _holds(other, each))
    )


def _links(scheme: str, phrases: Sequence[Phrase], scores: Scores) -> Iterator[Link]:
    for kind, (where, name, one, other) in enumerate(LINKS):
        firsts = [phrase for phrase in phrases if phrase.label == one] if where == scheme else []
        for second in phrases if firsts else ():
            if second.label != other:
                continue
            told = [(float(scores[kind, first.start, second.start]), first) for first in firsts]
            linked = [first for score, first in told if score > 0]
            if scheme not in SHARED:
                linked = [max(told, key=lambda each: each[0])[1]]
            for first in linked:
                yield Link(kind=name, first=first, second=second)
