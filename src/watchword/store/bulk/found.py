"""What was found in a report, packed as a record keeps it, with the rows that follow from it.

Whoever reads a report makes this once, so that whoever fills a record need not unpack anything.
"""

import json
from dataclasses import dataclass, replace
from typing import Any

from watchword.model.claim import Claim
from watchword.model.read_report import ReadReport
from watchword.model.report import Report
from watchword.store.columns import microseconds
from watchword.store.dialect_bulk import Row
from watchword.store.found_rows import (
    claim_row,
    claim_words,
    each_mention,
    pack_reading,
    unpack_reading,
)

OF_CLAIM = (
    *("key", "ordinal", "sentence_start", "start", "end", "modality", "event", "actor"),
    *("recipient", "source", "place", "country", "since", "until"),
)
"""The columns of a claim that are its own."""
OF_MENTION = ("kind", "name", "country", "geonames_id")
"""The columns of somebody or some place that a report speaks of."""
_TIMES = ("since", "until")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRows:
    """The rows that follow from what was found, values as a database keeps them.

    Attributes:
        claims: a row a claim, of the columns `OF_CLAIM`.
        words: what a full-text search finds each of them by.
        mentions: a row for each person, body and place, of the columns `OF_MENTION`.
    """

    claims: list[Row]
    words: list[str]
    mentions: list[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedFound:
    """A report with what was found in it.

    Attributes:
        report: the report.
        payload: what was found, as `pack_reading` packs it.
        vectors: the direction of each sentence's meaning, as in `ReadReport`.
        rows: what follows from it.
    """

    report: Report
    payload: bytes
    vectors: tuple[tuple[int, bytes], ...]
    rows: FoundRows


def pack_found(read: ReadReport) -> PackedFound:
    """A reading as a record takes it."""
    return PackedFound(
        report=read.report, payload=pack_reading(read), vectors=read.vectors, rows=rows_from(read)
    )


def unpack_found(packed: PackedFound) -> ReadReport:
    """The reading that was packed.

    Raises:
        StoreError: if what is packed is no reading.
    """
    return replace(unpack_reading(packed.payload, packed.report), vectors=packed.vectors)


def rows_from(read: ReadReport) -> FoundRows:
    """The rows that follow from what was found in a report."""
    claims = read.extraction.claims
    return FoundRows(
        claims=[_claim(ordinal, each) for ordinal, each in enumerate(claims)],
        words=[claim_words(each) for each in claims],
        mentions=[tuple(told[name] for name in OF_MENTION) for told in each_mention(read)],
    )


def pack_rows(rows: FoundRows) -> bytes:
    """Rows as bytes: JSON.

    >>> unpack_rows(pack_rows(FoundRows(claims=[], words=["a"], mentions=[]))).words
    ['a']
    """
    told = (rows.claims, rows.words, rows.mentions)
    words = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return words.encode("utf-8", "surrogatepass")


def unpack_rows(packed: bytes) -> FoundRows:
    """The rows that were packed.

    Raises:
        ValueError: if the bytes hold no rows.
    """
    claims, words, mentions = json.loads(packed.decode("utf-8", "surrogatepass"))
    return FoundRows(claims=claims, words=words, mentions=mentions)


def _claim(ordinal: int, found: Claim) -> Row:
    told: dict[str, Any] = claim_row(ordinal, found)
    told |= {name: told[name] and microseconds(told[name]) for name in _TIMES}
    return tuple(told[name] for name in OF_CLAIM)
