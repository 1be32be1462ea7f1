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
    "names": -0.75,
    "mentions": -0.75,
    "intelligence": -2.0,
    "domain": -1.0,
    "conditional": -1.0,
    "attribution": 0.0,
    "causal": -1.0,
}
"""Score above which a stretch is a phrase. `training/choose_thresholds.py` chose it on development
splits; F1 at 0 and there: names 0.781 and 0.798, mentions 0.702 and 0.723, intelligence 0.645 and
0.698, domain 0.825 and 0.841. Causal has no such split and takes the median of the five; so does
conditional, whose split holds no sentence without a condition. Attribution has none either and is
left at 0: the median was measured once, and its cues sank below their floor."""

FLAT = frozenset({"names"})
"""Schemes in which no phrase lies in another."""

HOLDERS = {"attribution": frozenset({"content"})}
"""Schemes in which others may lie only in phrases of some types."""

CUT_ONCE = frozenset({"causal", "conditional", "domain", "intelligence"})
"""Schemes in which two phrases of one type do not begin or end together: the surer is it. Tried on
development splits, without it and with: intelligence 0.682 and 0.698, domain 0.827 and 0.841."""

WHOLE = {"conditional": ("condition",), "causal": ("cause", "effect")}
"""Schemes that mark nothing where a type is missing without which the others mean nothing."""

SHARED = frozenset({"causal"})
"""Schemes in which a phrase may be linked to any number of others, or none; elsewhere to one."""

Scores = NDArray[np.float32]
Scored = tuple[float, int, int, int]
"""By how much it scores enough, first word, last word, number of the type."""


def markings_of(answers: Answers, row: int, inventory: Inventory) -> tuple[Marking, ...]:
    """What each scheme marks in one sentence of a batch."""
    found = []
    offset = 0
    for place, (scheme, types) in enumerate(inventory.schemes.items()):
        columns = slice(offset, offset + len(types))
        scored = _scored(
            answers.stretches[place, row],
            answers.starts[row, :, columns],
            answers.ends[row, :, columns],
            LEAST[scheme],
        )
        found.append(_marking(scheme, types, scored, answers.links[row]))
        offset += len(types)
    return tuple(found)


def _scored(stretches: Scores, starts: Scores, ends: Scores, least: float) -> list[Scored]:
    """Stretches whose best type scores enough, by how much, the best first."""
    firsts, lasts = np.nonzero(np.triu(stretches > least))
    if not len(firsts):
        return []
    both = starts[firsts] + ends[lasts]
    kinds = both.argmax(1)
    best = both[np.arange(len(kinds)), kinds]
    bound = starts[firsts].max(1) + ends[lasts].max(1)
    scores = stretches[firsts, lasts] - bound + best - least
    kept = np.flatnonzero(scores > 0)
    rows = zip(*(each[kept].tolist() for each in (scores, firsts, lasts, kinds)), strict=True)
    return sorted(rows, key=lambda scored: (-scored[0], scored[1], scored[2]))


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
    size = 1 + max((last for _, _, last, _ in scored), default=-1)
    barred = np.zeros((len(types), size, size), dtype=np.bool_)
    for each in scored:
        _, first, last, kind = each
        if not barred[kind, first, last]:
            yield each
            _bar(barred, each, scheme, types)


def _bar(barred: NDArray[np.bool_], each: Scored, scheme: str, types: Sequence[str]) -> None:
    """Bar what may not stand beside a phrase: type, first word, last word."""
    _, first, last, kind = each
    if scheme in FLAT:
        barred[:, : last + 1, first:] = True
        return
    barred[:, :first, first:last] = True
    barred[:, first + 1 : last + 1, last + 1 :] = True
    if scheme in CUT_ONCE:
        barred[kind, first, :] = True
        barred[kind, :, last] = True
    if scheme in HOLDERS:
        holds = np.array([label in HOLDERS[scheme] for label in types])
        barred[~holds, : first + 1, last:] = True
        if not holds[kind]:
            barred[:, first : last + 1, first : last + 1] = True


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
