"""A sentence's dependency tree as it is walked: what hangs on a word, and the phrase around it."""

from collections.abc import Iterator
from dataclasses import dataclass

from watchword.model.reading import Reading, Token
from watchword.text.sectors import has_sector

Stretch = tuple[int, int]
"""Words of a sentence: index of the first, and of the one after the last."""

ACTING = frozenset({"person", "organisation", "polity", "unit"})
"""Kinds of phrase that can act."""

_IN_PHRASE = frozenset(
    {
        "amod",
        "compound",
        "det",
        "det:predet",
        "flat",
        "nmod:desc",
        "nmod:poss",
        "nummod",
    }
)
_COMMON = {"organization": "organisation", "person": "person", "place": "place"}
_NAMED = {
    "location": "place",
    "nationality": "nationality",
    "organisation": "organisation",
    "person": "person",
    "polity": "polity",
    "unit": "unit",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The words of a sentence with what hangs on each.

    Attributes:
        tokens: the words.
        below: indexes of the words that hang on each word, in order.
        kinds: what the phrase is of which a word is the head (`person`, `organisation`, `polity`,
            `unit`, `nationality`, `place`); only for such heads.
    """

    tokens: tuple[Token, ...]
    below: tuple[tuple[int, ...], ...]
    kinds: dict[int, str]

    @classmethod
    def of(cls, reading: Reading) -> "Tree":
        """The tree of a reading; without any branch where the engine gives no heads."""
        below: list[list[int]] = [[] for _ in reading.tokens]
        for index, token in enumerate(reading.tokens):
            if token.head is not None and token.head >= 0:
                below[token.head].append(index)
        return cls(
            tokens=reading.tokens,
            below=tuple(map(tuple, below)),
            kinds=dict(_each_kind(reading)),
        )

    def relation(self, index: int) -> str:
        """How a word hangs on its head; empty where the engine does not say."""
        return self.tokens[index].relation or ""

    def all_below(self, index: int) -> Iterator[int]:
        """A word and everything that hangs on it, in no order."""
        yield index
        for child in self.below[index]:
            yield from self.all_below(child)

    def those_below(self, index: int, *relations: str) -> tuple[int, ...]:
        """Words that hang directly on a word in one of some relations."""
        return tuple(each for each in self.below[index] if self.relation(each) in relations)

    def case(self, index: int) -> str:
        """The preposition of a phrase, by its head; empty without one."""
        found = self.those_below(index, "case")
        return self.tokens[found[0]].text.lower() if found else ""

    def phrase(self, head: int) -> Stretch:
        """The phrase around a noun: what stands before it, and an "of" phrase after it."""
        first, last = head, head
        for child in self.below[head]:
            relation = self.relation(child)
            of = relation == "nmod" and child == head + 2 and self.case(child) == "of"
            if relation in _IN_PHRASE or of:
                words = tuple(self.all_below(child))
                first, last = min(first, *words), max(last, *words)
        while self.tokens[first].tag in {",", "``", "''", ":"}:
            first += 1
        return first, last + 1


def _each_kind(reading: Reading) -> Iterator[tuple[int, str]]:
    """Heads of the phrases that are somebody or some place; the later schemes have the say."""
    for index, token in enumerate(reading.tokens):
        if token.tag in {"NN", "NNS"} and has_sector(token.lemma):
            yield index, "person"
    for scheme, kinds in (("mentions", _COMMON), ("names", _NAMED), ("domain", _NAMED)):
        for phrase in reading.phrases(scheme):
            if phrase.label not in kinds:
                continue
            for index in range(phrase.start, phrase.end):
                head = reading.tokens[index].head
                if head is None or not phrase.start <= head < phrase.end:
                    yield index, kinds[phrase.label]
