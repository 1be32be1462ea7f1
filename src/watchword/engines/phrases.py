"""Phrases and links out of the model's scores.

Invariant: phrases of a scheme lie apart or one in the other; of two that cross, the weaker one
is dropped, and of two as strong the later one.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise, starmap
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from watchword.engines.answers import Answers, Floats
from watchword.engines.inventory import LINKS, Inventory
from watchword.model.maker import maker_of
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

Stretch = tuple[int, int, str, float]
"""First word, word after the last, label, confidence."""
Found = list[tuple[int, int, list[Stretch]]]
"""Number of the scheme, sentence, and its stretches that score enough, the best first."""


def markings_of(answers: Answers, inventory: Inventory) -> list[tuple[Marking, ...]]:
    """What each scheme marks in each sentence of a batch."""
    schemes = tuple(inventory.schemes)
    columns = [[_empty(scheme)] * len(answers.links) for scheme in schemes]
    phrase, marking = maker_of(Phrase), maker_of(Marking)
    for place, row, scored in _scored(answers, inventory):
        scheme = schemes[place]
        stretches = _told_apart(scheme, scored)
        if stretches:
            stretches.sort(key=_by_place)
            phrases = tuple(starmap(phrase, stretches))
            links = tuple(_links(scheme, phrases, answers.links[row])) if len(phrases) > 1 else ()
            columns[place][row] = marking(scheme, phrases, links)
    return list(zip(*columns, strict=True))


def _scored(answers: Answers, inventory: Inventory) -> Found:
    """Stretches whose best type scores enough; of those that score the same, the first first."""
    least = np.array([LEAST[scheme] for scheme in inventory.schemes], dtype=np.float32)
    places = _enough(answers.stretches, least)
    schemes, rows, firsts, lasts = places
    labels = list(chain.from_iterable(inventory.schemes.values()))
    starts = answers.starts.reshape(-1, len(labels))[rows * answers.starts.shape[1] + firsts]
    ends = answers.ends.reshape(-1, len(labels))[rows * answers.ends.shape[1] + lasts]
    others = _others(tuple(map(len, inventory.schemes.values())))[schemes]
    starts += others
    ends += others
    bound = starts.max(1) + ends.max(1)
    both = np.add(starts, ends, out=starts)
    kinds = both.argmax(1)
    best = both[np.arange(len(both)), kinds]
    scores = answers.stretches[places] - bound + best - least[schemes]
    kept = np.flatnonzero(scores > 0)
    groups = schemes[kept] * len(answers.links) + rows[kept]
    order = np.lexsort((-scores[kept], groups))
    kept, groups = kept[order], groups[order]
    stretches: list[Stretch] = list(
        zip(
            firsts[kept].tolist(),
            (lasts[kept] + 1).tolist(),
            map(labels.__getitem__, kinds[kept].tolist()),
            _confidences(scores[kept]),
            strict=True,
        )
    )
    bounds = np.flatnonzero(np.diff(groups, prepend=-1, append=-1)).tolist()
    heads = kept[bounds[:-1]]
    these = zip(schemes[heads].tolist(), rows[heads].tolist(), pairwise(bounds), strict=True)
    return [(scheme, row, stretches[start:end]) for scheme, row, (start, end) in these]


def _enough(stretches: Floats, least: Floats) -> tuple[NDArray[np.intp], ...]:
    """Scheme, sentence, first and last word of each stretch that can score enough, in order."""
    width = stretches.shape[-1]
    over = stretches > least[:, None, None, None]
    over &= _ordered(width)
    return np.unravel_index(np.flatnonzero(over), stretches.shape)


@cache
def _empty(scheme: str) -> Marking:
    return Marking(scheme=scheme, phrases=())


@lru_cache(maxsize=64)
def _ordered(width: int) -> NDArray[np.bool_]:
    """Whether one word is no later than another, for so many words; not to be written to."""
    return np.triu(np.ones((width, width), dtype=np.bool_))


@lru_cache(maxsize=1)
def _others(sizes: tuple[int, ...]) -> Floats:
    """For each scheme, what leaves the scores of its own types and no others.

    Args:
        sizes: how many types each scheme has.
    """
    own = np.repeat(np.arange(len(sizes)), sizes) == np.arange(len(sizes))[:, None]
    return np.where(own, np.float32(0), np.float32(-np.inf))


def _confidences(scores: Floats) -> list[float]:
    """How sure each phrase is, by how much it scores enough; to three digits."""
    sure: list[float] = (np.rint(1000 / (1 + np.exp(-scores.astype(np.float64)))) / 1000).tolist()
    return sure


def _by_place(stretch: Stretch) -> tuple[int, int]:
    return stretch[0], -stretch[1]


def _told_apart(scheme: str, scored: Sequence[Stretch]) -> list[Stretch]:
    """What stands; of two contents, one in the other, only the surer if no cue parts them."""
    standing = _standing(scheme, scored)
    if scheme in WHOLE and not {each[2] for each in standing}.issuperset(WHOLE[scheme]):
        return []
    if scheme != "attribution" or len(standing) < 2:
        return standing
    cues = [each for each in standing if each[2] == "cue"]
    kept: list[Stretch] = []
    contents: list[Stretch] = []
    for each in standing:
        if each[2] == "content":
            if not all(_is_parted(each, other, cues) for other in contents):
                continue
            contents.append(each)
        kept.append(each)
    return kept


def _is_parted(one: Stretch, other: Stretch, cues: Sequence[Stretch]) -> bool:
    """Whether two stretches lie apart, or a cue stands in the one and outside the other."""
    outer, inner = (one, other) if one[1] - one[0] > other[1] - other[0] else (other, one)
    return not _holds(outer, inner) or any(
        _holds(outer, cue) and not _holds(inner, cue) for cue in cues
    )


def _holds(outer: Stretch, inner: Stretch) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _standing(scheme: str, scored: Sequence[Stretch]) -> list[Stretch]:
    """Those stretches, of which each comes once, that may stand beside all better ones."""
    kept: list[Stretch] = []
    flat = scheme in FLAT
    for each in scored:
        first, end, _, _ = each
        for other in kept:
            if other[0] < end and first < other[1] and (flat or not _may_nest(each, other, scheme)):
                break
        else:
            kept.append(each)
    return kept


def _may_nest(each: Stretch, other: Stretch, scheme: str) -> bool:
    """Whether a stretch may stand beside a better one that it meets."""
    (first, end, kind, _), (begin, stop, type_, _) = each, other
    if first < begin < end < stop or begin < first < stop < end:
        return False
    if scheme in CUT_ONCE and kind == type_ and (first == begin or end == stop):
        return False
    holders = HOLDERS.get(scheme)
    return holders is None or (
        (kind in holders or not _holds(each, other))
        and (type_ in holders or not _holds(other, each))
    )


def _links(scheme: str, phrases: Sequence[Phrase], scores: Floats) -> Iterator[Link]:
    link = maker_of(Link)
    for kind, (where, name, one, other) in enumerate(LINKS):
        firsts = [phrase for phrase in phrases if phrase.label == one] if where == scheme else []
        for second in phrases if firsts else ():
            if second.label != other:
                continue
            told = [(scores.item(kind, first.start, second.start), first) for first in firsts]
            linked = [first for score, first in told if score > 0]
            if scheme not in SHARED:
                linked = [max(told, key=itemgetter(0))[1]]
            for first in linked:
                yield link(name, first, second)
