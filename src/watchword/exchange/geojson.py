"""Claims and events by place as GeoJSON (RFC 7946): WGS 84, longitude before latitude.

A point says how narrow it is in `precision`: of a country or a region it is the midst of its
cities, and no place where something happened.
"""

from collections.abc import Iterator

from watchword.exchange.lines import Json, json_file
from watchword.exchange.rows import days_of, each_claim, place_of
from watchword.model.claim import Claim
from watchword.model.event import Event
from watchword.model.handover import Handover, is_withdrawn
from watchword.model.read_report import ReadReport
from watchword.model.toponym import Location


def write_geojson(handover: Handover) -> bytes:
    """Write a collection of features: a point a claim or event whose place is known.

    Members beside the standard's tell the situation, the instant, what was left out, and how many
    claims and events tell no place, or none that is known.
    """
    claims = list(_each_claim(handover))
    events = list(_each_event(handover))
    total = sum(len(read.extraction.claims) + len(read.events) for read in handover.read)
    return json_file(
        {
            "type": "FeatureCollection",
            "title": handover.title,
            "as_of": handover.as_of.isoformat(),
            "tlp": handover.left_out.limit.value,
            "left_out": handover.left_out.told or None,
            "without_place": total - len(claims) - len(events),
            "features": [*claims, *events],
        }
    )


def _each_claim(handover: Handover) -> Iterator[Json]:
    for read, claim in each_claim(handover):
        location = place_of(claim.place, read)
        if location is not None:
            yield _feature("claim", claim.key, location, _of_claim(handover, read, claim))


def _each_event(handover: Handover) -> Iterator[Json]:
    for read in handover.read:
        for event in read.events:
            location = place_of(event.place, read)
            if location is not None:
                yield _feature("event", event.key, location, _of_event(handover, read, event))


def _feature(kind: str, key: str, location: Location, told: Json) -> Json:
    return {
        "type": "Feature",
        "id": f"{kind}/{key}",
        "geometry": {
            "type": "Point",
            "coordinates": [location.longitude, location.latitude],
        },
        "properties": {
            "kind": kind,
            "place": location.name,
            "country": location.country,
            "geonames_id": location.geonames_id,
            "precision": location.precision.value,
            **told,
        },
    }


def _of_claim(handover: Handover, read: ReadReport, claim: Claim) -> Json:
    time = claim.time
    return {
        "words": claim.content.quote,
        "source_chain": [link.name for link in claim.attribution.links],
        "modality": claim.modality.value,
        "event": claim.event,
        "figure": claim.figures[0].words if claim.figures else None,
        "time": time.words if time else None,
        "since": time.since.isoformat() if time and time.since else None,
        "until": time.until.isoformat() if time and time.until else None,
        "time_precision": time.precision.value if time else None,
        **_of_report(handover, read),
    }


def _of_event(handover: Handover, read: ReadReport, event: Event) -> Json:
    first, last = days_of(event, read)
    return {
        "words": event.deed.quote,
        "claim": event.claim,
        "source_chain": list(event.chain),
        "modality": event.modality.value,
        "event": event.type.value,
        "mode": list(event.modes),
        "actor": [each.name for each in event.actors],
        "recipient": [each.name for each in event.recipients],
        "since": first,
        "until": last,
        "time_precision": event.time.precision.value if event.time else "report",
        **_of_report(handover, read),
    }


def _of_report(handover: Handover, read: ReadReport) -> Json:
    report = read.report
    at = report.published.at
    return {
        "report": report.key,
        "outlet": report.outlet,
        "title": report.title,
        "address": report.address,
        "published": at.isoformat() if at else None,
        "withdrawn": is_withdrawn(read),
        "tlp": handover.mark_of(report.key).value,
    }
