"""Sentences told otherwise, and faithfully: shorter, in other words, in another order."""

import random

from support.drafts import Draft, exchange, stretch_of
from support.pages import Line
from support.stand import Stand

DROPPED = frozenset(
    [
        "advmod",
        "obl",
        "obl:tmod",
        "obl:npmod",
        "acl",
        "acl:relcl",
        "appos",
        "advcl",
        "parataxis",
        "nmod",
        "amod",
        "discourse",
    ]
)
"""Relations of what may be left out."""
NEGATIVE = frozenset(
    [
        "not",
        "n't",
        "never",
        "no",
        "nobody",
        "nothing",
        "without",
        "hardly",
        "neither",
        "nor",
        "if",
        "unless",
    ]
)


def shorten(draft: Draft, rng: random.Random) -> bool:
    """Leave out a part that the rest stands without."""
    line = draft.line
    roots = [at for at, relation in enumerate(line.relations) if relation in DROPPED]
    rng.shuffle(roots)
    for root in roots[:6]:
        stretch = stretch_of(line, root)
        if stretch is None or not draft.are_free(*stretch):
            continue
        if _is_part(line, stretch):
            draft.put(*_with_commas(line, stretch), [], said=1)
            return True
    return False


def rid_of_untold(draft: Draft, rng: random.Random) -> None:
    """Leave out the parts that hold a word that is not borne out, where the rest stands alone."""
    line = draft.line
    for _ in range(6):
        places = [at for at, said in enumerate(draft.said) if not said and draft.text[at]]
        roots = {
            root
            for at in places
            for root in _above(line, at)
            if line.relations[root] in DROPPED | {"conj"}
        }
        for root in sorted(roots, key=lambda each: (rng.random(), each)):
            stretch = stretch_of(line, root)
            if stretch and draft.are_free(*stretch) and _is_part(line, stretch):
                draft.put(*_with_commas(line, stretch), [], said=1)
                break
        else:
            return


def reword(draft: Draft, rng: random.Random, stand: Stand) -> bool:
    """Put a word of the same or a wider meaning in the place of one."""
    return exchange(draft, rng, stand, ("same", "same", "wider"), said=1)


def shorten_name(draft: Draft, rng: random.Random) -> bool:
    """Leave a person's last name."""
    names = [each for each in draft.line.names if each[2] == "PER" and each[1] - each[0] > 1]
    names = [each for each in names if draft.are_free(each[0], each[1])]
    if not names:
        return False
    start, end, _ = rng.choice(names)
    draft.put(start, end, draft.line.words[end - 1 : end], said=1)
    return True


def tell_first(draft: Draft) -> bool:
    """Tell the last circumstance first."""
    line = draft.line
    roots = [at for at, each in enumerate(line.relations) if each in {"obl", "advcl", "obl:tmod"}]
    for root in reversed(roots):
        stretch = stretch_of(line, root)
        whole = stretch is not None and stretch[0] > 2
        if whole and stretch is not None and stretch[1] >= len(line.words) - 1:
            draft.front = stretch
            return True
    return False


def _is_part(line: Line, stretch: tuple[int, int]) -> bool:
    """Whether a stretch may be left out without turning the rest into its contrary."""
    lowered = {word.lower() for word in line.words[stretch[0] : stretch[1]]}
    return not lowered & NEGATIVE and stretch[1] - stretch[0] <= 0.5 * len(line.words)


def _with_commas(line: Line, stretch: tuple[int, int]) -> tuple[int, int]:
    start, end = stretch
    if start and line.words[start - 1] in {",", "-", "(", "--"}:
        start -= 1
        if end < len(line.words) and line.words[end] in {",", "-", ")", "--"}:
            end += 1
    return start, end


def _above(line: Line, at: int) -> list[int]:
    """A word and those that it depends on, up to the root."""
    found: list[int] = []
    while at >= 0 and len(found) < len(line.words):
        found.append(at)
        at = line.heads[at]
    return found
