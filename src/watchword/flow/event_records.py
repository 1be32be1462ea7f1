"""An event as the plain record that `watchword read --events --json` prints, one a line.

Field names after the codebook (Open Event Data Alliance, PLOVER draft 1.3, 2022, chapter 6); those
that it has not are ours: `claim_id`, `report_id`, `source_chain`, `modality`, `auxiliary_mode`,
`date_from`, `cameo_root`, `transfers`, `confidence`.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from watchword.flow.records import figure_record
from watchword.flow.span_records import Record, span_record
from watchword.model.event import Event, Party, Transfer
from watchword.model.figure import Figure
from watchword.model.place import Place
from watchword.model.report import Report
from watchword.model.toponym import LocatedToponym, Precision, location_of
from watchword.text.gazetteer import country_by_code

CODEBOOK = "plover-1.3"
_RESOLUTIONS = {Precision.COUNTRY: 1, Precision.REGION: 2, Precision.DISTRICT: 3, Precision.CITY: 4}


def event_record_of(
    event: Event, report: Report, toponyms: Sequence[LocatedToponym] = ()
) -> Record:
    """The record of an event; a field that the report does not fill is empty or null.

    Args:
        event: the event.
        report: its report.
        toponyms: the names of places in the report, with where they lie.
    """
    day, end, told = _days(event, report)
    return {
        "id": event.key,
        "date": day,
        "enddate": end,
        "date_from": told,
        "actor": [_party(each) for each in event.actors],
        "recipient": [_party(each) for each in event.recipients],
        "event": [event.type.value],
        "mode": list(event.modes),
        "auxiliary_mode": [each.value for each in event.standing],
        "context": list(event.contexts),
        "quad_code": event.type.quad,
        "event_scale": event.type.score,
        "cameo_root": event.cameo_root,
        "event_loc": _place(event.place, toponyms) if event.place else None,
        "event_text": [event.deed.quote],
        "dead": _counted(event.killed),
        "injured": _counted(event.wounded),
        "size": _counted(event.size),
        "transfers": [_transfer(each) for each in event.transfers],
        "modality": event.modality.value,
        "source_chain": list(event.chain),
        "confidence": event.confidence,
        "text_info": {"start": event.deed.start, "end": event.deed.end},
        "claim_id": event.claim,
        "report_id": report.report_id,
        "coder": event.made_by,
        "codebook": CODEBOOK,
    }


def _days(event: Event, report: Report) -> tuple[str | None, str | None, str | None]:
    """First and last day, and whether the words or the report's date give them."""
    if event.time is not None and event.time.since is not None:
        last = event.time.until - timedelta(microseconds=1) if event.time.until else None
        return _day(event.time.since), _day(last), "text"
    at = report.published.at
    return (_day(at), None, "report") if at else (None, None, None)


def _day(at: datetime | None) -> str | None:
    return at.date().isoformat() if at else None


def _party(party: Party) -> Record:
    return {
        "code": party.code,
        "sector": party.sector,
        "other_sectors": list(party.others),
        "entity_text": party.span.quote,
        "identifier_text": party.name,
        "office": party.office,
        "start": party.span.start,
        "end": party.span.end,
    }


def _place(place: Place, toponyms: Sequence[LocatedToponym]) -> Record:
    location = location_of(place, toponyms)
    if location is None:
        return {"extracted_place": place.words, "resolved_place": None}
    country = country_by_code().get(location.country or "")
    return {
        "extracted_place": place.words,
        "resolved_place": location.name,
        "geonameid": location.geonames_id,
        "lat": location.latitude,
        "lon": location.longitude,
        "country_code": country.code3 if country else None,
        "resolution": _RESOLUTIONS.get(location.precision),
    }


def _transfer(transfer: Transfer) -> Record:
    return {
        "goods": transfer.goods.value,
        "words": transfer.span.quote,
        "figure": figure_record(transfer.figure) if transfer.figure else None,
        "in_return": transfer.in_return,
        "span": span_record(transfer.span),
    }


def _counted(figure: Figure | None) -> Record | None:
    if figure is None:
        return None
    return {
        "low": figure.low,
        "best": figure.best,
        "high": figure.high,
        "words": figure.words,
    }
