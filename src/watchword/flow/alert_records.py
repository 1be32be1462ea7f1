"""Alerts and sightings as the plain records that are printed and sent."""

from collections.abc import Iterable

from watchword.flow.span_records import Record, span_record
from watchword.model.alert import Alert
from watchword.model.sighting import Sighting


def alert_record(alert: Alert, sightings: Iterable[Sighting]) -> Record:
    """An alert, with the sightings that it names.

    Args:
        alert: the alert.
        sightings: those it names, others among them.
    """
    by_key = {each.key: each for each in sightings}
    shown = [by_key[key] for key in alert.sightings if key in by_key]
    return {
        "key": alert.key,
        "indicator": alert.indicator,
        "name": alert.name,
        "number": alert.number,
        "turn": alert.turn.value,
        "before": alert.before.value,
        "after": alert.after.value,
        "at": alert.at.isoformat(),
        "importance": alert.importance.value,
        "why": alert.why,
        "withheld": alert.withheld,
        "claims": list(alert.claims),
        "origins": list(alert.origins),
        "sightings": [sighting_record(each) for each in shown],
        "made_by": alert.made_by,
    }


def sighting_record(sighting: Sighting) -> Record:
    """A sighting, with the words of its claim and where they stand."""
    return {
        "key": sighting.key,
        "indicator": sighting.indicator,
        "manner": sighting.manner.value,
        "claim": sighting.claim,
        "report": sighting.report,
        "origin": sighting.origin,
        "source": sighting.source,
        "party": sighting.party,
        "outlet": sighting.outlet,
        "address": sighting.address,
        "said_at": sighting.said_at.isoformat() if sighting.said_at else None,
        "seen_at": sighting.seen_at.isoformat(),
        "content": span_record(sighting.content),
        "score": sighting.score,
        "why": sighting.why,
        "made_by": sighting.made_by,
    }
