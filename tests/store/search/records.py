"""A small record to search in, with directions of meaning that the tests choose."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import TypedDict, Unpack

import numpy as np
import sqlalchemy as sa
from tests.store.records import report_of

from watchword.model.attribution import Attribution, Link, LinkKind
from watchword.model.claim import Claim, Modality, Polarity
from watchword.model.extraction import Extraction
from watchword.model.moment import Moment, Precision
from watchword.model.place import Place, PlaceKind
from watchword.model.read_report import ReadReport
from watchword.model.report import DateSource, Published, Report
from watchword.model.span import Span
from watchword.store import Store
from watchword.store.readings import add_readings
from watchword.store.reports import add_reports, numbers_of
from watchword.store.tables import reading
from watchword.store.vectors import WIDTH, add_vectors

READER = "reader/1"


class Fields(TypedDict, total=False):
    """What the tests say of a claim beside its words."""

    actor: str
    source: str
    place: str
    country: str
    modality: Modality
    event: str
    on: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Directed:
    """What `add_vectors` needs of a report that was read."""

    extraction: Extraction
    vectors: tuple[tuple[int, bytes], ...]


def published(text: str, day: int, *, outlet: str | None = None, title: str = "") -> Report:
    """A report of these words, published on a day of October 2024."""
    at = Published(at=datetime(2024, 10, day, tzinfo=UTC), how=DateSource.HEADER)
    made = report_of(text, title=title or text[:20])
    return replace(made, published=at, outlet=outlet, language="en")


def claim_of(report: Report, words: str, **fields: Unpack[Fields]) -> Claim:
    """A claim of these words of a report, which are also its sentence."""
    start = report.text.index(words)
    span = Span.within(report.text, start, start + len(words), report=report.key)
    source, place, on = fields.get("source"), fields.get("place"), fields.get("on")
    links = (Link(name=source, words=source, kind=LinkKind.STATE),) if source else ()
    return Claim(
        key=sha256(f"{report.key}{start}".encode()).hexdigest()[:16],
        report=report.key,
        sentence=span,
        content=span,
        attribution=Attribution(links=links),
        modality=fields.get("modality", Modality.ASSERTED),
        marks=(),
        polarity=Polarity.AFFIRMED,
        actor=fields.get("actor"),
        action="",
        verb=None,
        event=fields.get("event"),
        recipient=None,
        figures=(),
        place=_place(place, fields.get("country")) if place else None,
        time=_day(on) if on else None,
        condition=None,
        made_by=READER,
    )


def read(report: Report, *claims: Claim) -> ReadReport:
    """A report in which these claims were found."""
    return ReadReport(report=report, extraction=Extraction(claims=claims, implications=()))


def reading_of(text: str, day: int, **fields: Unpack[Fields]) -> ReadReport:
    """A report of one sentence, which makes one claim."""
    report = published(text, day)
    return read(report, claim_of(report, text, **fields))


def keep(store: Store, *found: ReadReport, made_by: str = READER, feed: str | None = None) -> None:
    """Add reports with what was found in them."""
    with store.writing() as writing:
        add_reports(writing, [each.report for each in found], feed=feed)
        add_readings(writing, found, made_by=made_by)


def direct(store: Store, each: ReadReport, *directions: tuple[int, bytes]) -> None:
    """Give a report that was read directions of its sentences, each by the sentence's start."""
    with store.writing() as writing:
        number = numbers_of(writing, [each.report.key])[each.report.key]
        made = sa.select(sa.func.max(reading.c.id)).where(reading.c.report_id == number)
        own = Directed(extraction=each.extraction, vectors=directions)
        add_vectors(writing, {number: own}, {number: writing.connection.scalar(made)})


def toward(*axes: int, strength: Sequence[float] = ()) -> bytes:
    """A direction along some of the 384 axes, as half floats."""
    numbers = np.full(WIDTH, -0.001, np.float32)
    for axis, weight in zip(axes, strength or [1.0] * len(axes), strict=True):
        numbers[axis * 8 : axis * 8 + 8] = weight
    return numbers.astype("<f2").tobytes()


def _place(name: str, country: str | None) -> Place:
    return Place(start=0, end=0, words="", name=name, kind=PlaceKind.CITY, country=country)


def _day(on: datetime) -> Moment:
    until = on.replace(hour=23)
    return Moment(start=0, end=0, words="", since=on, until=until, precision=Precision.DAY)
