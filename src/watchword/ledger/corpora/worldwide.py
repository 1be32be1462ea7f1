"""The Worldwide English newswire set: who, where, when and how much in non-Western press.

Invariant: a document lies in one split only.
"""

import logging
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from watchword.errors import UnreadableError
from watchword.ledger.corpora.iob import find_labelled
from watchword.ledger.corpora.rejoined import LabelledWord, join_marks
from watchword.ledger.corpora.sentence import LabelledSentence, Scheme
from watchword.ledger.corpora.splits import check_split, share_of
from watchword.ledger.corpora.tables import MEND, read_text
from watchword.model.place import PlaceKind
from watchword.text.gazetteer import country_named
from watchword.text.sites import sites_named

_LOG = logging.getLogger(__name__)
_DEV_SHARE = 20
_TYPES = {
    "Person": "person",
    "Organization": "organisation",
    "Facility": "facility",
    "NORP": "nationality",
    "Date": "date",
    "Money": "money",
}
_PLACE = "Location"
_IGNORED = frozenset({"Misc", "Product"})
_COVERED = frozenset({*_TYPES.values(), "polity", "location"})
_LABEL = re.compile(rf"O|[BI]-(?:{'|'.join((*_TYPES, _PLACE, *sorted(_IGNORED)))})")
_BUILT = re.compile(
    r"\b(?:station|tower|palace|museum|airport|hospital|temple|square|library|street|avenue|road|"
    r"highway|park|mosque|church|cathedral|hotel|mall|school|university|college|stadium|bridge|"
    r"hall|gallery|centre|center|building|house|camp|prison|tavern|restaurant|playground)\b",
    re.IGNORECASE,
)
"""Words of names that are built; the set has many such among its places."""
_LAND = re.compile(
    r"\b(?:rivers?|seas?|mountains?|mount|mt|lakes?|oceans?|straits?|deserts?|valleys?|gulf|"
    r"islands?|peninsula|coasts?|borders?|bay|delta|basin|forest|canal|beach|atoll|hills?|"
    r"plateau|himalayas?|andes|alps|amazon|earth|mars|moon|africa|europe|asia|antarctica|arctic|"
    r"middle east|(?:latin|north|south|central) america|americas|balkans|sahel|caribbean|"
    r"oceania|pacific|mediterranean|caucasus|maghreb|levant|horn of africa|scandinavia)\b",
    re.IGNORECASE,
)
"""Words of names that are land or water, or more than one country."""


def read_worldwide(data: Path, split: str) -> Iterator[LabelledSentence]:
    """Read newswire sentences with the scheme `domain`, nested phrases included.

    A place is a `polity` (country, region, city), a `location` (land, water, continent) or a
    `facility`, told by the gazetteer and by the words of its name; an unheard name is a polity.
    Words are joined as `watchword.text.words` keeps them. Products and miscellaneous names are
    left out.

    Args:
        data: the folder of the measuring data.
        split: "train", or "dev": one document in twenty, told by its name.

    Raises:
        UnreadableError: if a file is missing or broken, or there is no such split.
    """
    check_split(split, ("train", "dev"), "worldwide")
    folder = data / "entities" / "worldwide" / "processed_annotated"
    paths = sorted(folder.glob("*.tsv"))
    if not paths:
        raise UnreadableError("no annotated articles", key=str(folder), mend=MEND)
    addresses = 0
    for path in paths:
        if (share_of(path.name, _DEV_SHARE) == 0) != (split == "dev"):
            continue
        for rows in _each_sentence(path):
            if len(rows) == 1 and rows[0].word.startswith("http"):
                addresses += 1
                continue
            words = join_marks(rows)
            yield LabelledSentence(
                words=tuple(each.word for each in words),
                document=path.name,
                corpus="worldwide",
                schemes={"domain": _scheme(words)},
            )
    _LOG.info("worldwide %s: %d lines with an address only skipped", split, addresses)


def type_of_place(name: str) -> str:
    """Tell a country, region or city from land and water, and from what is built.

    >>> [type_of_place(name) for name in ("Solomon Islands", "Congo River", "Sena", "Sena Bridge")]
    ['polity', 'location', 'polity', 'facility']
    """
    sites = sites_named(name)
    if any(site.kind is PlaceKind.AREA for site in sites):
        return "location"
    if country_named(name) is not None or any(site.country is not None for site in sites):
        return "polity"
    if _BUILT.search(name):
        return "facility"
    return "location" if _LAND.search(name) else "polity"


def _each_sentence(path: Path) -> Iterator[tuple[LabelledWord, ...]]:
    # Three lines have an empty cell before a nested label, and three have spaces for tabs.
    rows: list[list[str]] = []
    for number, line in enumerate([*read_text(path).split("\n"), ""], start=1):
        word, *labels = line.split("\t" if "\t" in line else None) or [""]
        fields = [word, *(label for label in labels if label)]
        if any(fields):
            if len(fields) < 2 or not all(_LABEL.fullmatch(label) for label in fields[1:]):
                key = f"{path}:{number}"
                raise UnreadableError("not a word and its labels", key=key, mend=MEND)
            rows.append(fields)
        elif rows:
            yield tuple(_levelled(rows))
            rows = []


def _levelled(rows: Sequence[Sequence[str]]) -> Iterator[LabelledWord]:
    layers = max(len(fields) for fields in rows) - 1
    for word, *labels in rows:
        lacking = ["O"] * (layers - len(labels))
        yield LabelledWord(word=word, labels=(*labels, *lacking))


def _scheme(words: Sequence[LabelledWord]) -> Scheme:
    phrases: set[tuple[int, int, str]] = set()
    for labels in zip(*(each.labels for each in words), strict=True):
        for start, end, kind in find_labelled(labels):
            if kind == _PLACE:
                name = " ".join(each.word for each in words[start:end])
                phrases.add((start, end, type_of_place(name)))
            elif kind not in _IGNORED:
                phrases.add((start, end, _TYPES[kind]))
    return Scheme(types=_COVERED, phrases=frozenset(phrases))
