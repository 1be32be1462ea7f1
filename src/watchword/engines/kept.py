"""What was read in a sentence, kept to be given again: copies and phrases of office are read once.

Invariant: what is given is what was added, word for word; a sentence is known by all of its words.
"""

import marshal
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import starmap
from operator import attrgetter
from threading import Lock

from watchword.model.maker import maker_of
from watchword.model.phrase import Link, Phrase
from watchword.model.reading import Marking, Reading, Token, Trait, Word

ROOM = 32 * 2**20
"""Bytes that are kept, about those of 300,000 words: 1,000 reports that stand nearest before."""

BESIDE = 300
"""Bytes that a kept sentence takes beside what is packed: its key, its place."""

_FIELDS = (
    "tag",
    "lemma",
    "word_class",
    "features",
    "head",
    "relation",
    "factuality",
    "status",
)
"""Fields of a token behind its words, in its order."""
_columns = attrgetter(*_FIELDS)
_edges = attrgetter("start", "end", "label", "confidence")


def key_of(words: Sequence[Word]) -> bytes:
    """What a sentence is known by, wherever it stands."""
    return sha256(repr([word.text for word in words]).encode()).digest()


@dataclass(slots=True, kw_only=True)
class Kept:
    """Readings by sentence; those that were not asked for longest go first. Threads may share it.

    Attributes:
        room: bytes that are kept at most; 0 keeps nothing.
    """

    room: int = ROOM
    _packed: OrderedDict[bytes, bytes] = field(default_factory=OrderedDict)
    _taken: int = 0
    _lock: Lock = field(default_factory=Lock)

    def read_once(
        self,
        sentences: Sequence[Sequence[Word]],
        read: Callable[[Sequence[Sequence[Word]]], Sequence[Reading]],
    ) -> tuple[Reading, ...]:
        """The reading of each sentence, in order; only what is not kept is read.

        Args:
            sentences: the words of each.
            read: reads sentences; one reading a sentence, in order.
        """
        keys = [key_of(words) for words in sentences]
        known = {key: found for key in keys if (found := self._find(key)) is not None}
        firsts: dict[bytes, int] = {}
        for index, key in enumerate(keys):
            if key not in known:
                firsts.setdefault(key, index)
        readings = read([sentences[index] for index in firsts.values()])
        anew = dict(zip(firsts.values(), readings, strict=True))
        for key, index in firsts.items():
            known[key] = packed(anew[index])
            self._add(key, known[key])
        return tuple(
            anew[index] if index in anew else unpacked(known[key], sentences[index])
            for index, key in enumerate(keys)
        )

    def _find(self, key: bytes) -> bytes | None:
        with self._lock:
            found = self._packed.get(key)
            if found is not None:
                self._packed.move_to_end(key)
            return found

    def _add(self, key: bytes, kept: bytes) -> None:
        with self._lock:
            if key in self._packed:
                return
            self._packed[key] = kept
            self._taken += len(kept) + BESIDE
            while self._taken > self.room:
                _, gone = self._packed.popitem(last=False)
                self._taken -= len(gone) + BESIDE


def packed(reading: Reading) -> bytes:
    """A reading without its words."""
    return marshal.dumps(
        (
            list(map(_columns, reading.tokens)),
            reading.made_by,
            [
                _packed_marking(each) if each.phrases else (each.scheme, (), ())
                for each in reading.markings
            ],
            [(trait.kind, trait.probability) for trait in reading.traits],
            reading.embedding,
        )
    )


def _packed_marking(marking: Marking) -> tuple[str, object, object]:
    phrases = marking.phrases
    return (
        marking.scheme,
        list(map(_edges, phrases)),
        [
            (link.kind, phrases.index(link.first), phrases.index(link.second))
            for link in marking.links
        ],
    )


def unpacked(kept: bytes, words: Sequence[Word]) -> Reading:
    """The reading of a sentence, from what was packed of one with the same words."""
    token = maker_of(Token)
    columns, made_by, markings, traits, embedding = marshal.loads(kept)  # noqa: S302 - our own
    return Reading(
        tokens=tuple(
            [
                token(word.text, word.start, word.end, *column)
                for word, column in zip(words, columns, strict=True)
            ]
        ),
        made_by=made_by,
        markings=tuple(starmap(_marking, markings)),
        traits=tuple(Trait(kind=kind, probability=share) for kind, share in traits),
        embedding=embedding,
    )


def _marking(
    scheme: str,
    phrases: Sequence[tuple[int, int, str, float]],
    links: Sequence[tuple[str, int, int]],
) -> Marking:
    marked = tuple(starmap(maker_of(Phrase), phrases))
    return Marking(
        scheme=scheme,
        phrases=marked,
        links=tuple(
            [
                Link(kind=kind, first=marked[first], second=marked[second])
                for kind, first, second in links
            ]
        ),
    )
