"""A sentence that is being rewritten, word by word, by its tree.

A draft keeps, for each word, whether it is still what was said (1) or not (0). Every change looks
at the tree of the sentence as it was; what two changes would both touch is changed once.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from support.pages import Line
from support.stand import Stand

Words = list[tuple[str, int]]
"""Words, each with whether it was said: 1, 0, or -1 where that is not known."""


@dataclass
class Draft:
    """A sentence that is being rewritten.

    Attributes:
        line: as it was.
        text: each word as it is now: none, one or several.
        said: whether each word is still what was said.
        behind: what stands behind each word, new.
        touched: words that were changed.
        front: words that are told first.
    """

    line: Line
    text: list[list[str]] = field(default_factory=list)
    said: list[int] = field(default_factory=list)
    behind: list[Words] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)
    front: tuple[int, int] = (0, 0)

    @classmethod
    def of(cls, line: Line) -> "Draft":
        """A sentence before it is changed."""
        size = len(line.words)
        return cls(
            line=line,
            text=[[word] for word in line.words],
            said=[1] * size,
            behind=[[] for _ in range(size)],
        )

    def words(self) -> Words:
        """The words as they are now, each with whether it was said."""
        size = len(self.line.words)
        start, end = self.front
        order = [*range(start, end), *range(start), *range(end, size)] if end else range(size)
        found: Words = []
        for place in order:
            found += [(word, self.said[place]) for word in self.text[place]]
            found += self.behind[place]
            if end and place == end - 1:
                found.append((",", 1))
        return found

    def are_free(self, start: int, end: int) -> bool:
        """Whether no word of a stretch was changed."""
        return self.touched.isdisjoint(range(start, end))

    def put(self, start: int, end: int, words: Sequence[str], *, said: int) -> None:
        """Put words in the place of a stretch."""
        for place in range(start, end):
            self.text[place] = []
            self.touched.add(place)
        self.text[start] = list(words)
        self.said[start] = said


def stretch_of(line: Line, root: int) -> tuple[int, int] | None:
    """The words below a word, where they stand together."""
    inside = {root}
    grown = True
    while grown:
        more = {at for at, head in enumerate(line.heads) if head in inside} - inside
        inside |= more
        grown = bool(more)
    start, end = min(inside), max(inside) + 1
    return (start, end) if len(inside) == end - start else None


def exchange(
    draft: Draft, rng: random.Random, stand: Stand, kinds: Sequence[str], *, said: int
) -> bool:
    """Put a word that stands to one as told in its place.

    Args:
        draft: the sentence.
        rng: what decides.
        stand: words that may stand for others, and that may not.
        kinds: how the new word may stand to the old.
        said: whether the sentence still says what was said.
    """
    line = draft.line
    places = [
        at
        for at in range(len(line.words))
        if at not in draft.touched and f"{line.words[at].lower()}|{line.tags[at]}" in stand
    ]
    rng.shuffle(places)
    for at in places[:5]:
        found = stand[f"{line.words[at].lower()}|{line.tags[at]}"]
        words = found.get(rng.choice(kinds), ())
        if words:
            draft.put(at, at + 1, [rng.choice(words)], said=said)
            return True
    return False
