"""WiCE (Kamoi and others 2023): sentences of Wikipedia with the pages that they cite.

People labelled each as supported by the cited pages, partially, or not, and named the sentences
that support it; several people, so several sets. Pages are cut into sentences by their authors.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from watchword.errors import UnreadableError
from watchword.ledger.corpora.tables import MEND, read_field, read_objects

FILE = "citations/wice/dev.jsonl"


class Borne(StrEnum):
    """How far the cited pages bear a claim out."""

    SUPPORTED = "supported"
    PARTIALLY = "partially_supported"
    NOT = "not_supported"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedClaim:
    """A sentence and what it cites.

    Attributes:
        key: its identifier in the set.
        claim: the sentence.
        evidence: the sentences of the cited pages, in order.
        named: places of the sentences that support it, one tuple for each who named some.
        borne: how far it is supported.
    """

    key: str
    claim: str
    evidence: tuple[str, ...]
    named: tuple[tuple[int, ...], ...]
    borne: Borne


def read_wice(data: Path) -> Iterator[CitedClaim]:
    """Read the claims in the order of the file.

    Raises:
        UnreadableError: if the file is missing or broken.
    """
    for place, row in read_objects(data / FILE):
        meta = row.get("meta")
        key = read_field(meta if isinstance(meta, dict) else {}, "id", place)
        evidence = row.get("evidence")
        if not isinstance(evidence, list) or not evidence:
            raise UnreadableError("no evidence", key=place, mend=MEND)
        yield CitedClaim(
            key=key,
            claim=read_field(row, "claim", place),
            evidence=tuple(str(each) for each in evidence),
            named=_named(row.get("supporting_sentences"), len(evidence), place),
            borne=_borne(read_field(row, "label", place), place),
        )


def _named(found: object, size: int, key: str) -> tuple[tuple[int, ...], ...]:
    sets = [
        tuple(sorted(place for place in places if isinstance(place, int)))
        for places in (found if isinstance(found, list) else ())
        if isinstance(places, list)
    ]
    if not sets or not all(0 <= place < size for places in sets for place in places):
        raise UnreadableError("supporting sentences that are not there", key=key, mend=MEND)
    return tuple(dict.fromkeys(sets))


def _borne(label: str, key: str) -> Borne:
    try:
        return Borne(label)
    except ValueError as error:
        raise UnreadableError(f"no such label: {label}", key=key, mend=MEND) from error
