"""The re3d set of Dstl: entities of the conflict in Syria and Iraq, as analysts look for them.

Invariant: a document lies in one split only.
"""

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from watchword.errors import UnreadableError
from watchword.ledger.corpora.alignment import find_stretch
from watchword.ledger.corpora.sentence import LabelledSentence, Scheme, Stretch
from watchword.ledger.corpora.splits import check_split, share_of
from watchword.ledger.corpora.tables import MEND, read_field, read_objects
from watchword.model.reading import Word
from watchword.text.sentences import find_sentences
from watchword.text.words import find_words

_LOG = logging.getLogger(__name__)
_SHARES = 5
_SPLITS = {0: "test", 1: "dev"}
_SURE = 0.5
"""Of an entity; nearly all have 0 or 1. Below lie what the crowd refused ("hope" as a person, "the
camp" in "the campaign") and names within longer entities, labelled now and then."""
_TYPES = {
    "CommsIdentifier": "comms identifier",
    "Coordinate": "location",
    "DocumentReference": "document reference",
    "Frequency": "frequency",
    "Location": "location",
    "MilitaryPlatform": "military platform",
    "Money": "money",
    "Nationality": "nationality",
    "Organisation": "organisation",
    "Person": "person",
    "Quantity": "quantity",
    "Temporal": "temporal",
    "Vehicle": "vehicle",
    "Weapon": "weapon",
}
_LINE = re.compile(r"[^\n]+(?:\n\s*(?=[a-z])[^\n]+)*")
"""Headings end with a line; a line that starts small goes on with the one before."""
_DOMAIN = {
    "person": "person",
    "organisation": "organisation",
    "nationality": "nationality",
    "quantity": "quantity",
    "money": "money",
    "temporal": "date",
    "weapon": "weapon",
    "military platform": "weapon",
}
"""Places are left out: the set does not tell a polity from land or a building."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entity:
    start: int
    end: int
    kind: str
    confidence: float


def read_re3d(data: Path, split: str) -> Iterator[LabelledSentence]:
    """Read sentences with the schemes `intelligence` (the set's types) and `domain`.

    Entities may nest. One that the set's makers hold for less likely than not is left out; of
    two types on one stretch the likelier is kept; an entity that reaches over a sentence's end is
    skipped and counted.

    Args:
        data: the folder of the measuring data.
        split: "train", "dev" or "test", told by a document's identifier: one document in five
            is for dev and one for test.

    Raises:
        UnreadableError: if a file is missing or broken, or there is no such split.
    """
    check_split(split, ("train", "dev", "test"), "re3d")
    folder = data / "entities" / "re3d"
    paths = sorted(folder.glob("*/documents.json"))
    if not paths:
        raise UnreadableError("no documents", key=str(folder), mend=MEND)
    for path in paths:
        entities = _entities(path.with_name("entities.json"))
        for key, row in read_objects(path):
            document, text = read_field(row, "_id", key), read_field(row, "text", key)
            if _SPLITS.get(share_of(document, _SHARES), "train") == split:
                yield from _each_sentence(document, text, entities.get(document, []))


def _entities(path: Path) -> dict[str, list[_Entity]]:
    found: dict[str, list[_Entity]] = {}
    for key, row in read_objects(path):
        entity = _entity(row, key)
        if entity.confidence >= _SURE:
            found.setdefault(read_field(row, "documentId", key), []).append(entity)
    return found


def _entity(row: Mapping[str, object], key: str) -> _Entity:
    kind = _TYPES.get(read_field(row, "type", key))
    match (row.get("begin"), row.get("end"), row.get("confidence")):
        case (int(start), int(end), float() | int() as confidence) if kind and 0 <= start < end:
            return _Entity(start=start, end=end, kind=kind, confidence=float(confidence))
        case _:
            message = "an entity without place, confidence or known type"
            raise UnreadableError(message, key=key, mend=MEND)


def _each_sentence(
    document: str, text: str, entities: Sequence[_Entity]
) -> Iterator[LabelledSentence]:
    placed = 0
    for start, end in _each_line(text):
        words = find_words(text, start, end)
        within = [each for each in entities if start <= each.start and each.end <= end]
        placed += len(within)
        kinds = _likeliest(words, within)
        yield LabelledSentence(
            words=tuple(word.text for word in words),
            document=document,
            corpus="re3d",
            schemes={
                "intelligence": _scheme(kinds, {kind: kind for kind in _TYPES.values()}),
                "domain": _scheme(kinds, _DOMAIN),
            },
        )
    if placed < len(entities):
        _LOG.info("%s: %d entities reach over a sentence", document, len(entities) - placed)


def _each_line(text: str) -> Iterator[Stretch]:
    for sentence in find_sentences(text):
        for line in _LINE.finditer(text, sentence.start, sentence.end):
            yield line.span()


def _likeliest(words: Sequence[Word], entities: Sequence[_Entity]) -> dict[Stretch, str]:
    kinds: dict[Stretch, str] = {}
    for entity in sorted(entities, key=lambda each: (each.confidence, each.kind)):
        stretch = find_stretch(words, entity.start, entity.end)
        if stretch:
            kinds[stretch] = entity.kind
    return kinds


def _scheme(kinds: Mapping[Stretch, str], names: Mapping[str, str]) -> Scheme:
    return Scheme(
        types=frozenset(names.values()),
        phrases=frozenset(
            (*stretch, names[kind]) for stretch, kind in kinds.items() if kind in names
        ),
    )
