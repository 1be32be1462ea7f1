"""What was found in a report, as the rows that a search finds it by; no database is asked here."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from watchword.model.claim import Claim
from watchword.model.read_report import ReadReport
from watchword.model.report import Report
from watchword.store.codec import from_bytes, to_bytes
from watchword.store.segments import segmented

_SHELL = Report(
    key="", report_id="", text="", text_sha256="", raw_sha256="", raw=b"", form="", found_at=""
)
"""Stands in a kept reading where the report itself goes, which has a row of its own."""


def pack_reading(read: ReadReport) -> bytes:
    """What was found in a report, without the report and the directions, as it is kept."""
    return to_bytes(replace(read, report=_SHELL, vectors=()), page=read.report)


def unpack_reading(packed: bytes, page: Report) -> ReadReport:
    """The report with what `pack_reading` packed.

    Raises:
        StoreError: if the bytes hold no such thing.
    """
    return replace(from_bytes(ReadReport, packed, page=page), report=page)


def claim_row(ordinal: int, found: Claim) -> dict[str, Any]:
    """The columns of a claim that are its own."""
    origin = found.attribution.origin
    return {
        "key": found.key,
        "ordinal": ordinal,
        "sentence_start": found.sentence.start,
        "start": found.content.start,
        "end": found.content.end,
        "modality": found.modality.value,
        "event": found.event,
        "actor": found.actor,
        "recipient": found.recipient,
        "source": origin.name if origin else None,
        "place": found.place.name if found.place else None,
        "country": found.place.country if found.place else None,
        "since": found.time.since if found.time else None,
        "until": found.time.until if found.time else None,
    }


def claim_words(found: Claim) -> str:
    """What a full-text search finds a claim by."""
    links = (link.name for link in found.attribution.links)
    named = dict.fromkeys(filter(None, (found.actor, found.recipient, *links)))
    return segmented(" ".join((found.content.quote, *named)))


def each_mention(each: ReadReport) -> Iterator[dict[str, Any]]:
    """Who and where a report speaks of, each once."""
    actors = {(actor.name, actor.country): None for actor in each.actors}
    for name, country in actors:
        yield {"kind": "actor", "name": name, "country": country, "geonames_id": None}
    located = (found.location for found in each.toponyms)
    places = {(place.name, place.country, place.geonames_id): None for place in located if place}
    for name, country, number in places:
        yield {"kind": "place", "name": name, "country": country, "geonames_id": number}
