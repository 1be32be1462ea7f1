"""What hangs from a word in a sentence's tree."""

from collections.abc import Iterator
from functools import cached_property

from watchword.model.reading import Reading, Token
from watchword.text.gazetteer import country_named, organisation_named
from watchword.text.lexicon import lexicon
from watchword.text.offices import is_office
from watchword.text.sectors import has_sector

BODIES = lexicon(
    "embassy party group movement ministry alliance union coalition opposition court junta council "
    "committee commission cabinet board company federation side rebels militia faction kingdom "
    "country state bloc republic regime leadership body authority agency regulator bank airline "
    "tribunal senate assembly parliament guard police command office mission operator firm"
)
"""Nouns for bodies that act."""
_ACTING = frozenset({"person", "organization", "organisation"})
ACTING_KINDS = frozenset({"person", "organisation", "polity", "unit"})
"""Kinds of phrase that can act."""
Stretch = tuple[int, int]
"""Words of a sentence: index of the first, and of the one after the last."""

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


class Tree:
    """A sentence as its words hang from each other; empty where the engine gives no tree.

    Every rule asks for the same few things of a sentence: they are looked for once.

    Attributes:
        reading: the sentence.
        tokens: its words.
    """

    def __init__(self, reading: Reading) -> None:
        """Read what hangs from each word."""
        self.reading = reading
        self.tokens: tuple[Token, ...] = reading.tokens
        self._below: dict[int, list[int]] = {}
        for index, token in enumerate(self.tokens):
            if token.head is not None and token.head >= 0:
                self._below.setdefault(token.head, []).append(index)
        self._all_below: dict[int, frozenset[int]] = {}
        self._names = reading.phrases("names")
        self._mentions = reading.phrases("mentions")

    def below(self, index: int, *relations: str) -> tuple[int, ...]:
        """The words that hang from a word, all or those by some relations, in order."""
        found = self._below.get(index)
        if found is None:
            return ()
        if not relations:
            return tuple(found)
        tokens = self.tokens
        return tuple([each for each in found if tokens[each].relation in relations])

    def reach(self, index: int) -> tuple[int, int]:
        """First word of all that hangs from a word, itself included, and the word after the last.

        >>> from watchword.model.reading import Reading
        >>> Tree(Reading(tokens=(), made_by="none")).reach(0)
        (0, 1)
        """
        seen = self.all_below(index)
        return min(seen), max(seen) + 1

    def all_below(self, index: int) -> frozenset[int]:
        """A word and everything that hangs from it."""
        found = self._all_below.get(index)
        if found is None:
            found = self._all_below[index] = self._find_all_below(index)
        return found

    def _find_all_below(self, index: int) -> frozenset[int]:
        seen, waiting = {index}, [index]
        while waiting:
            for each in self._below.get(waiting.pop(), ()):
                if each not in seen:
                    seen.add(each)
                    waiting.append(each)
        return frozenset(seen)

    def relation(self, index: int) -> str:
        """How a word hangs from its head; empty where the engine does not say."""
        return self.tokens[index].relation or ""

    def case(self, index: int) -> str:
        """The preposition of a phrase, by its head; empty without one."""
        found = self.below(index, "case")
        return self.tokens[found[0]].text.lower() if found else ""

    def phrase(self, head: int) -> Stretch:
        """The phrase around a noun: what stands before it, and an "of" phrase after it."""
        first, last = head, head
        for child in self.below(head):
            relation = self.relation(child)
            of = relation == "nmod" and child == head + 2 and self.case(child) == "of"
            if relation in _IN_PHRASE or of:
                words = self.all_below(child)
                first, last = min(first, *words), max(last, *words)
        while self.tokens[first].tag in {",", "``", "''", ":"}:
            first += 1
        return first, last + 1

    @cached_property
    def kinds(self) -> dict[int, str]:
        """What the phrase is of which a word is the head; only for those that are of some kind.

        The kinds are `person`, `organisation`, `polity`, `unit`, `nationality` and `place`.
        """
        return dict(_each_kind(self.reading))

    def place_of(self, token: Token) -> int | None:
        """Where a word of a clause stands in the sentence."""
        return self._places.get(token.start)

    @cached_property
    def _places(self) -> dict[int, int]:
        """Where each word stands, by its first character; of words at one place the first."""
        starts = [token.start for token in reversed(self.tokens)]
        return dict(zip(starts, range(len(starts) - 1, -1, -1), strict=True))

    def lemmas(self, index: int, *relations: str) -> set[str]:
        """Dictionary forms of what hangs from a word by some relations."""
        return {self.tokens[each].lemma for each in self.below(index, *relations)}

    def is_actor(self, index: int) -> bool:
        """Whether the noun phrase around a word is somebody who can act."""
        capital = self.tokens[index].tag == "NNP" and "location" in self._named(index)
        acts = not _ACTING.isdisjoint(self._labels(index))
        return capital or acts or self.is_known_actor(index)

    def is_known_actor(self, index: int) -> bool:
        """Whether it is a state, a body or an office that is known by its words."""
        if self.is_named(index):
            return True
        if not self.tokens[index].tag.startswith("NN"):
            return False
        told = is_office(self.tokens[index].text) or self.tokens[index].lemma in BODIES
        return told or not {"person", "organisation"}.isdisjoint(self._named(index))

    def is_named(self, index: int) -> bool:
        """Whether it is a state or a body of the gazetteer."""
        names = " ".join(self.tokens[each].text for each in self._name(index))
        return country_named(names) is not None or organisation_named(names) is not None

    def _name(self, index: int) -> Iterator[int]:
        inner = ("compound", "amod", "flat", "nmod:poss", "case")
        yield from sorted({*self.below(index, *inner), index})

    def _labels(self, index: int) -> list[str]:
        """What the smallest mention around a word was taken for."""
        around = [p for p in self._mentions if p.start <= index < p.end]
        if not around:
            return []
        shortest = min(around, key=lambda phrase: phrase.end - phrase.start)
        return [shortest.label]

    def _named(self, index: int) -> list[str]:
        return [p.label for p in self._names if p.start <= index < p.end]


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
