"""Reports and claims as a STIX 2.1 bundle: report, note, opinion, relationship, identity, location.

Every identifier is a UUID of version 5 made of our keys, so that the same record gives the same
bundle and a later one the same objects. A claim is a note: its sentence, in the words of the
report, with its chain as authors; what Watchword holds of it is an opinion on that note.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import product
from types import MappingProxyType

from watchword.exchange.actors import Name, Somebody, everybody, name_of, sources_of
from watchword.exchange.identifiers import uuid_of
from watchword.exchange.lines import Json, json_file, stamp, without_empty
from watchword.exchange.rows import days_of, place_of
from watchword.exchange.stix_marks import MAKER, TLP_MARKS, admiralty, definitions, tlp_mark
from watchword.model.claim import Claim
from watchword.model.handover import Handover, is_withdrawn
from watchword.model.read_report import ReadReport
from watchword.model.report import Report
from watchword.model.source import Credibility
from watchword.model.tlp import Tlp, strictest
from watchword.model.toponym import Location, Precision

_CLASSES = MappingProxyType(
    {"person": "individual", "organisation": "organization", "state": "organization"}
)
_OPINIONS: Mapping[Credibility, str] = MappingProxyType(
    {
        Credibility.CONFIRMED: "strongly-agree",
        Credibility.PROBABLY_TRUE: "agree",
        Credibility.POSSIBLY_TRUE: "neutral",
        Credibility.DOUBTFUL: "disagree",
        Credibility.IMPROBABLE: "strongly-disagree",
    }
)
"""What stands for each grade; what cannot be judged (6) is no opinion."""
_TITLE_LENGTH = 200
_ALWAYS = datetime(2022, 10, 1, tzinfo=UTC)
"""When places are said to be made, which every export tells alike."""


def write_stix(handover: Handover) -> bytes:
    """Write a bundle of everything that is handed on."""
    return json_file(bundle_of(handover))


def bundle_of(handover: Handover) -> Json:
    """The bundle, its objects each once and in a fixed order."""
    known = everybody(handover)
    objects: dict[object, Json] = {}
    for made in (*definitions(), *_marks(handover), *_each_identity(handover, known)):
        objects[made["id"]] = made
    for read in handover.read:
        for made in _each_of_report(handover, read, known):
            objects.setdefault(made["id"], made)
    for made in _each_of_the_whole(handover):
        objects[made["id"]] = made
    seed = "|".join(str(each) for each in objects)
    return {
        "type": "bundle",
        "id": f"bundle--{uuid_of('stix', handover.as_of.isoformat(), seed)}",
        "objects": list(objects.values()),
    }


def _each_of_the_whole(handover: Handover) -> Iterator[Json]:
    """What is to be known of all claims: that none of them was graded."""
    if handover.ungraded_told:
        at = handover.as_of
        identifier = f"note--{uuid_of('stix', 'ungraded', at.isoformat(), str(handover.ungraded))}"
        yield {
            **_head("note", identifier, (at, at), Tlp.CLEAR),
            "abstract": "About this file",
            "content": handover.ungraded_told,
            "labels": ["ungraded"],
            "object_refs": [MAKER],
        }


def _marks(handover: Handover) -> Iterator[Json]:
    used = {handover.mark_of(read.report.key) for read in handover.read}
    return (tlp_mark(mark) for mark in Tlp if mark in used or mark is Tlp.CLEAR)


def _each_identity(handover: Handover, known: Mapping[Name, Somebody]) -> Iterator[Json]:
    dates = {read.report.key: _date(handover, read) for read in handover.read}
    for name, somebody in known.items():
        kind, called, country = name
        mark = strictest(*(handover.mark_of(key) for key in somebody.reports))
        at = min(dates[key] for key in somebody.reports)
        told = ", ".join(somebody.aliases)
        yield without_empty(
            {
                **_head("identity", _identity(name), (at, handover.as_of), mark),
                "name": called,
                "identity_class": _CLASSES.get(kind, "organization"),
                "roles": list(somebody.offices),
                "description": f"Also called: {told}" if told else "",
                "labels": [kind, *([f"country:{country}"] if country else [])],
            }
        )


def _each_of_report(
    handover: Handover, read: ReadReport, known: Mapping[Name, Somebody]
) -> Iterator[Json]:
    actors = [_identity(name_of(each)) for each in read.actors]
    places = {_location(found): found for found in _located(read)}
    notes = [_note(handover, read, claim, known) for claim in read.extraction.claims]
    opinions = [
        made for claim in read.extraction.claims for made in _opinions(handover, read, claim)
    ]
    deeds = list(_each_deed(handover, read))
    for identifier, location in places.items():
        yield _place(identifier, location)
    yield from notes
    yield from opinions
    yield from deeds
    made = [str(each["id"]) for each in (*notes, *opinions, *deeds)]
    refs = list(dict.fromkeys([*actors, *places, *made]))
    yield _report(handover, read, refs or [MAKER])


def _report(handover: Handover, read: ReadReport, refs: list[str]) -> Json:
    report = read.report
    labels = [
        *(["withdrawn"] if is_withdrawn(read) else []),
        *([] if report.published.at else ["undated"]),
    ]
    return without_empty(
        {
            **_head("report", _report_id(report), *_made(handover, read)),
            "name": report.title or report.text[:_TITLE_LENGTH].strip() or report.report_id,
            "report_types": ["observed-data"],
            "published": stamp(_date(handover, read)),
            "lang": report.language or "",
            "labels": labels,
            "external_references": _references(report),
            "object_refs": refs,
            "extensions": admiralty(source=handover.grade_of(report.outlet)),
        }
    )


def _references(report: Report) -> list[Json]:
    reference = without_empty(
        {
            "source_name": report.outlet or "outlet not named",
            "url": report.address if _is_web(report.address) else "",
            "external_id": report.report_id,
        }
    )
    if "url" in reference:
        reference["hashes"] = {"SHA-256": report.raw_sha256}
    return [reference]


def _is_web(address: str | None) -> bool:
    return bool(address) and str(address).startswith(("http://", "https://"))


def _note(
    handover: Handover, read: ReadReport, claim: Claim, known: Mapping[Name, Somebody]
) -> Json:
    report = read.report
    authors = [link.name for link in claim.attribution.links] or [report.outlet or "the outlet"]
    speakers = [_identity(name) for name in sources_of(claim, known)]
    event = [f"plover:{claim.event}"] if claim.event else []
    labels = [f"modality:{claim.modality.value}", *event]
    labels += ["withdrawn"] if is_withdrawn(read) else []
    span = claim.content
    return without_empty(
        {
            **_head("note", _claim_id("note", claim), *_made(handover, read)),
            "abstract": span.quote,
            "content": claim.sentence.quote,
            "authors": authors,
            "lang": report.language or "",
            "labels": labels,
            "object_refs": list(dict.fromkeys([_report_id(report), *speakers])),
            "external_references": [
                {
                    "source_name": "watchword-claim",
                    "external_id": claim.key,
                    "description": f"characters {span.start} to {span.end} of the report's text",
                }
            ],
            "extensions": admiralty(
                source=handover.grade_of(report.outlet),
                claim=handover.credibilities.get(claim.key),
            ),
        }
    )


def _opinions(handover: Handover, read: ReadReport, claim: Claim) -> Iterator[Json]:
    credibility = handover.credibilities.get(claim.key)
    if credibility is None or credibility not in _OPINIONS:
        return
    yield {
        **_head("opinion", _claim_id("opinion", claim), *_made(handover, read)),
        "opinion": _OPINIONS[credibility],
        "explanation": (
            f"Admiralty {credibility.value}, counted from independent sources and denials as of"
            f" {stamp(handover.as_of)}"
        ),
        "authors": ["Watchword"],
        "object_refs": [_claim_id("note", claim)],
        "extensions": admiralty(claim=credibility),
    }


def _each_deed(handover: Handover, read: ReadReport) -> Iterator[Json]:
    """Who is told to have done what to whom: a relationship for each two sides of an event."""
    for event in read.events:
        first, last = days_of(event, read)
        for actor, other in product(event.actors, event.recipients):
            ends = [_side(read, party.name) for party in (actor, other)]
            if None in ends or ends[0] == ends[1]:
                continue
            key = uuid_of("stix", "relationship", event.key, *map(str, ends))
            yield without_empty(
                {
                    **_head("relationship", f"relationship--{key}", *_made(handover, read)),
                    "relationship_type": event.type.value.lower(),
                    "source_ref": ends[0],
                    "target_ref": ends[1],
                    "description": f"{event.deed.quote} ({event.modality.value})",
                    "start_time": f"{first}T00:00:00Z" if first else "",
                    "stop_time": f"{last}T23:59:59Z" if first and last and last >= first else "",
                    "labels": [
                        f"plover:{event.type.value}",
                        *(f"mode:{mode}" for mode in event.modes),
                        *(each.value for each in event.standing),
                        *(["withdrawn"] if is_withdrawn(read) else []),
                    ],
                    "external_references": [
                        {"source_name": "watchword-claim", "external_id": event.claim}
                    ],
                }
            )


def _side(read: ReadReport, name: str) -> str | None:
    """The identity of a side: the actor of the report that bears its name; None without one."""
    known = (each for each in read.actors if name == each.name or name in each.aliases)
    return next((_identity(name_of(each)) for each in known), None)


def _place(identifier: str, location: Location) -> Json:
    return without_empty(
        {
            **_head("location", identifier, (_ALWAYS, _ALWAYS), Tlp.CLEAR),
            "name": location.name,
            "country": location.country or "",
            "administrative_area": location.division or "",
            "latitude": location.latitude,
            "longitude": location.longitude,
            "labels": [f"precision:{location.precision.value}"],
        }
    )


def _located(read: ReadReport) -> list[Location]:
    """Where claims and events lie; an area of no country is no location of STIX."""
    told = [place_of(claim.place, read) for claim in read.extraction.claims]
    told += [place_of(event.place, read) for event in read.events]
    return [each for each in told if each is not None and each.precision is not Precision.AREA]


def _made(handover: Handover, read: ReadReport) -> tuple[tuple[datetime, datetime], Tlp]:
    """When what is of a report was made and last changed, and how far it may go on."""
    return (_date(handover, read), handover.as_of), handover.mark_of(read.report.key)


def _date(handover: Handover, read: ReadReport) -> datetime:
    """When a report was published; the instant of the handover where that is not known."""
    return read.report.published.at or handover.as_of


def _head(
    kind: str, identifier: str, made: tuple[datetime, datetime], mark: Tlp
) -> dict[str, object]:
    created, modified = made
    return {
        "type": kind,
        "spec_version": "2.1",
        "id": identifier,
        "created_by_ref": MAKER,
        "created": stamp(created),
        "modified": stamp(max(created, modified)),
        "object_marking_refs": [TLP_MARKS[mark]],
    }


def _identity(name: Name) -> str:
    return f"identity--{uuid_of('stix', 'identity', *name)}"


def _report_id(report: Report) -> str:
    return f"report--{uuid_of('stix', 'report', report.key)}"


def _claim_id(kind: str, claim: Claim) -> str:
    return f"{kind}--{uuid_of('stix', kind, claim.key)}"


def _location(location: Location) -> str:
    told = location.geonames_id or f"{location.name}|{location.country}"
    return f"location--{uuid_of('stix', 'location', str(told))}"
