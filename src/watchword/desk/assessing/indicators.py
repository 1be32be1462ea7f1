"""What is watched for: how each indicator stands, what showed it, and the alerts that followed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Annotated

from pydantic import Field

from watchword.desk.ask import Ask, Line
from watchword.desk.assessing.fields import OneAsk
from watchword.desk.entries import DeskView
from watchword.desk.seen import Seen
from watchword.flow.alert_records import alert_record, sighting_record
from watchword.flow.indicator_records import by_indicator, described, indicator_record
from watchword.flow.revision_records import revision_record
from watchword.flow.situation.acknowledging import acknowledged_in
from watchword.flow.situation.indicating import choose_indicator, indicator_in
from watchword.flow.situation.revising import last_revisions, revisions_of
from watchword.flow.span_records import Record
from watchword.model.acknowledgement import Acknowledgement
from watchword.model.alert import Alert, AlertTurn
from watchword.model.revision import RevisionOf
from watchword.model.sighting import Manner, Sighting
from watchword.store.indicators import each_indicator
from watchword.store.sightings import each_alert, each_sighting

Noted = Mapping[str, Acknowledgement]
TREND = timedelta(days=7)
"""How long the two stretches are whose sightings are compared."""
WEEKS = 12
"""Weeks whose sightings are counted one by one."""
SHOWN = 200
"""Sightings that a page shows at most, the newest."""


class AlertsAsk(Ask):
    """Which alerts are asked for.

    Attributes:
        indicator: of this indicator alone, of all where empty.
        unseen: only those that nobody has taken note of.
        limit: how many at most.
    """

    indicator: Line = ""
    unseen: bool = False
    limit: Annotated[int, Field(ge=1, le=500)] = 100


def find_all(seen: Seen, _ask: Ask) -> Record:
    """Every indicator, those that matter and were shown last first, and what is watched no more."""
    with seen.view() as view:
        listed = list(each_indicator(view))
        alerts = by_indicator(each_alert(view))
        sightings: dict[str, list[Sighting]] = {}
        for each in each_sighting(view):
            sightings.setdefault(each.indicator, []).append(each)
        gone = [e for e in last_revisions(view, RevisionOf.INDICATOR).values() if not e.document]
        noted = acknowledged_in(view)
    told = [
        {
            **indicator_record(each, alerts.get(each.key, ()), 0),
            **_level(sightings.get(each.key, ()), seen.as_of),
            "described": described(each),
            "alerts": len(alerts.get(each.key, ())),
        }
        for each in listed
    ]
    told.sort(key=lambda each: str(each["last"] or ""), reverse=True)
    return {
        "indicators": told,
        "gone": [
            {
                "key": each.subject,
                "name": indicator_in(each.before).name if each.before else each.subject,
                "revision": each.key,
                "by": each.by,
                "at": each.at.isoformat(),
            }
            for each in gone
        ],
        "open_alerts": sum(len(_open(each, noted)) for each in alerts.values()),
    }


def find_one(seen: Seen, ask: OneAsk) -> Record:
    """One indicator with its alerts, its sightings and who wrote it when.

    Raises:
        RefusedError: if there is no such indicator, or several.
    """
    with seen.view() as view:
        found = choose_indicator(view, ask.key)
        alerts = list(each_alert(view, indicator=found.key))
        sightings = list(each_sighting(view, found.key))
        noted = acknowledged_in(view)
        history = revisions_of(view, RevisionOf.INDICATOR, found.key)
    told = indicator_record(found, alerts, 0)
    shown = sightings[-SHOWN:]
    return {
        "indicator": {
            **told,
            **_level(sightings, seen.as_of),
            "described": described(found),
        },
        "alerts": [
            {**alert_record(each, sightings), **_noted(each, noted)} for each in reversed(alerts)
        ],
        "sightings": [sighting_record(each) for each in reversed(shown)],
        "earlier": len(sightings) - len(shown),
        "history": [revision_record(each) for each in reversed(history)],
    }


def find_alerts(seen: Seen, ask: AlertsAsk) -> Record:
    """The alerts of every indicator, the newest first, with who has taken note of them."""
    with seen.view() as view:
        only = choose_indicator(view, ask.indicator).key if ask.indicator else None
        alerts = list(each_alert(view, indicator=only))
        noted = acknowledged_in(view)
        listed = [e for e in reversed(alerts) if not (ask.unseen and e.key in noted)]
        shown = listed[: ask.limit]
        wanted = {key for each in shown for key in each.sightings}
        sightings = [e for e in each_sighting(view) if e.key in wanted]
        names = {each.key: each.name for each in each_indicator(view)}
    return {
        "alerts": [{**alert_record(e, sightings), **_noted(e, noted)} for e in shown],
        "more": len(listed) - len(shown),
        "open": len(_open(alerts, noted)),
        "indicators": names,
    }


def _level(sightings: Sequence[Sighting], as_of: datetime) -> Record:
    """How much shows an indicator, whether that rises, and when it was shown last."""
    gone = {each.claim for each in sightings if each.manner is Manner.WITHDRAWN}
    shown = [e for e in sightings if e.manner is Manner.SHOWS and e.claim not in gone]
    newest = max((each.seen_at for each in shown), default=None)
    now = _between(shown, as_of - TREND, as_of)
    before = _between(shown, as_of - 2 * TREND, as_of - TREND)
    weeks = [
        _between(shown, as_of - (number + 1) * TREND, as_of - number * TREND)
        for number in reversed(range(WEEKS))
    ]
    return {
        "sightings": len(shown),
        "origins": len({each.origin for each in shown}),
        "denials": sum(each.manner is Manner.DENIES for each in sightings),
        "last": newest.isoformat() if newest else None,
        "lately": now,
        "before": before,
        "trend": "rising" if now > before else "falling" if now < before else "steady",
        "weeks": weeks,
    }


def _between(sightings: Sequence[Sighting], since: datetime, until: datetime) -> int:
    return sum(since < each.seen_at <= until for each in sightings)


def _open(alerts: Iterable[Alert], noted: Noted) -> list[Alert]:
    """The alerts that nobody has taken note of; that something recedes needs none."""
    return [e for e in alerts if e.key not in noted and e.turn is not AlertTurn.RECEDED]


def _noted(alert: Alert, noted: Noted) -> Record:
    found = noted.get(alert.key)
    if found is None:
        return {"noted": None}
    return {"noted": {"by": found.by, "at": found.at.isoformat(), "why": found.why}}


INDICATORS = DeskView(
    name="indicators",
    summary="What is watched for, how it stands, whether it rises, when it was seen last",
    asks=Ask,
    find=find_all,
)
INDICATOR = DeskView(
    name="indicator",
    summary="One indicator: what shows it in whose words, its alerts and why, who wrote it",
    asks=OneAsk,
    find=find_one,
)
ALERTS = DeskView(
    name="alerts",
    summary="What turned, when and why, in whose words, and who has taken note",
    asks=AlertsAsk,
    find=find_alerts,
)
