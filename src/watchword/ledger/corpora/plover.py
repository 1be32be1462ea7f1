"""Sentences whose events people coded, as plain texts: PLV's test part and PLOVER's gold records.

The gold records (Open Event Data Alliance, 2016 to 2017) use nineteen older types, older modes and
contexts: they are mapped to those of 2022 here, by hand. What has no counterpart there, such as
the context `historical`, is left out.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from watchword.errors import UnreadableError
from watchword.ledger.corpora.alignment import take_marks
from watchword.ledger.corpora.sentence import Stretch
from watchword.ledger.corpora.tables import MEND, read_table, read_text

_TYPES = {"DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "DEMAND": "REQUEST", "FIGHT": "ASSAULT"}
_TYPE_MODES = {"DISAPPROVE": "disapprove", "INVESTIGATE": "investigate"}
_MODES: Mapping[str, str] = {
    "confiscate": "seize",
    "demo-org": "demo",
    "demo-spon": "demo",
    "detain": "arrest",
    "host": "visit",
    "riot-spon": "riot",
    "strike-gen": "strike",
    "strike-hun": "hunger",
}
_NO_MODES = frozenset({"other", "political", ""})
_CONTEXTS: Mapping[str, str] = {
    "assets": "economic",
    "discrimination": "religion ethnicity",
    "government": "executive",
    "political": "political institutions",
    "politics": "political institutions",
    "refugee": "migration",
    "refugees": "migration",
    "religion": "religion ethnicity",
    "resource": "natural resource",
    "resources": "natural resource",
    "rights": "human rights",
}
_NO_CONTEXTS = frozenset({"foreign", "historical", "unknown", ""})
_CODES = {"JAP": "JPN", "ITL": "ITA"}
"""Codes of states that are none: slips of the coders."""
_SECTORS = {"CIV": "CVL", "MED": "JRN"}
"""`MED` was the press, and is medicine now."""
_NO_SECTORS = frozenset({"***", "MOS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedParty:
    """One side of a coded event.

    Attributes:
        pieces: where its words stand in the text.
        code: code of the state or body; None where it was not coded.
        sector: code of the sector, its first three letters; None where it was not coded.
    """

    pieces: tuple[Stretch, ...]
    code: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedText:
    """A sentence and the event that people coded in it.

    Attributes:
        document: its name in its corpus.
        text: the sentence.
        type: PLOVER type of 2022, or PLV's `YIELD`.
        quad: quad class, None where it was not coded.
        actors: who acts; empty where the text does not say.
        recipients: whom it is done to; empty where the text does not say.
        mode: PLOVER's mode, None where it was not coded.
        contexts: PLOVER's contexts; empty where none was coded.
    """

    document: str
    text: str
    type: str
    quad: int | None = None
    actors: tuple[CodedParty, ...] = ()
    recipients: tuple[CodedParty, ...] = ()
    mode: str | None = None
    contexts: tuple[str, ...] = ()


def read_plv_texts(data: Path, split: str) -> Iterator[CodedText]:
    """Read the sentences of PLV without their marks, and where the marks stood.

    Raises:
        UnreadableError: if the file is missing or broken.
    """
    path = data / "events" / "plv" / f"PLV_{split}.tsv"
    columns = ("sentence_id", "marked_sentence", "gold_root", "gold_penta")
    for number, marked, root, quad in read_table(path, columns, delimiter="\t"):
        found = take_marks(marked, "[st]")
        sides = {
            name: tuple(
                CodedParty(pieces=((mark.start, mark.end),))
                for mark in found.marks
                if mark.name == name
            )[:1]
            for name in "st"
        }
        yield CodedText(
            document=f"{split}-{number}",
            text=found.text,
            type=root,
            quad=int(quad),
            actors=sides["s"],
            recipients=sides["t"],
        )


def read_plover_gold(data: Path) -> Iterator[CodedText]:
    """Read PLOVER's gold records, in the terms of 2022.

    Raises:
        UnreadableError: if the file is missing or broken.
    """
    path = data / "events" / "plover-gsr" / "PLOVER_GSR_CAMEO.txt"
    try:
        records = json.loads(read_text(path))
    except ValueError as error:
        raise UnreadableError("not JSON", key=str(path), mend=MEND) from error
    for record in records:
        if record["event"] != "DOCUMENT":
            yield _coded(record)


def _coded(record: Mapping[str, object]) -> CodedText:
    text = str(record["text"]).strip("{} \n")
    old = str(record["event"])
    mode = str(record.get("mode") or "") or _TYPE_MODES.get(old, "")
    contexts = re.split(r",\s*", str(record.get("context") or ""))
    return CodedText(
        document=str(record["id"]),
        text=text,
        type=_TYPES.get(old, old),
        actors=tuple(_each_party(record.get("source"), text)),
        recipients=tuple(_each_party(record.get("target"), text)),
        mode=None if mode in _NO_MODES else _MODES.get(mode, mode),
        contexts=tuple(_CONTEXTS.get(each, each) for each in contexts if each not in _NO_CONTEXTS),
    )


def _each_party(side: object, text: str) -> Iterator[CodedParty]:
    for each in side if isinstance(side, list) else ():
        code, sector = str(each.get("code") or ""), str(each.get("sector") or "")[:3]
        yield CodedParty(
            pieces=_pieces(str(each["actorText"]), text),
            code=_CODES.get(code, code) or None,
            sector=None if sector in _NO_SECTORS else _SECTORS.get(sector, sector) or None,
        )


def _pieces(words: str, text: str) -> tuple[Stretch, ...]:
    """Where some words stand in a text, together or else one by one."""
    start = text.find(words)
    if start >= 0:
        return ((start, start + len(words)),)
    found = (re.search(rf"\b{re.escape(word)}\b", text) for word in re.findall(r"\w+", words))
    return tuple(match.span() for match in found if match)
