"""What a record adds to a brief: who is known, what is asked, how indicators and forecasts stand.

Invariant: everything is as of the brief's instant, so that a brief that is made again has the same.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from watchword.flow.briefing import Request
from watchword.flow.panels import (
    Watched,
    before_of,
    forecast_gaps,
    forecast_panel,
    gaps_panel,
    indicator_gaps,
    indicator_panel,
)
from watchword.flow.situation.forecasting import board_of
from watchword.flow.situation.questions import kept_questions, known_in
from watchword.model.alert import Alert
from watchword.model.brief import Brief
from watchword.model.known import Known
from watchword.model.panel import Panel
from watchword.model.plan import Plan
from watchword.model.sighting import Sighting
from watchword.store import Store, View
from watchword.store.indicators import each_indicator
from watchword.store.readings import last_read_at
from watchword.store.reports import keys_of_reports
from watchword.store.sightings import each_alert, each_sighting


def with_record(store: Store, known: Known, request: Request) -> Request:
    """What is asked of a brief, with what the record holds beside reports as of what is known.

    Args:
        store: the record.
        known: what is known of it, as of the brief's instant.
        request: what is asked for.

    Raises:
        StoreError: if the store cannot be read.
    """
    earlier = _reports_then(store, request.earlier)
    with store.viewing(known.as_of) as view:
        return replace(
            request,
            earlier_reports=earlier,
            questions=kept_questions(view),
            register=known_in(view),
            panels=(*request.panels, *record_panels(view, known, request.plan, request.earlier)),
        )


def _reports_then(store: Store, earlier: Brief | None) -> frozenset[str] | None:
    """The reports that were known as of an earlier brief; None where it is of another record."""
    if earlier is None:
        return None
    with store.viewing(earlier.as_of) as view:
        return keys_of_reports(view) or None


def record_panels(
    view: View, known: Known, plan: Plan, earlier: Brief | None = None
) -> tuple[Panel, ...]:
    """Indicators and forecasts as of an instant, and what they leave open.

    Args:
        view: the record as of the brief's instant.
        known: what is known as of it.
        plan: what the brief is to hold.
        earlier: the earlier brief, None without one.
    """
    before = before_of(earlier)
    watched, board = watched_in(view), board_of(view)
    gaps = (*indicator_gaps(watched), *forecast_gaps(board))
    found = (
        indicator_panel(watched, known, before),
        forecast_panel(board, known, before),
        gaps_panel(gaps) if gaps else None,
    )
    return tuple(each for each in found if each is not None and plan.of(each.part))


def watched_in(view: View) -> tuple[Watched, ...]:
    """Every indicator with its alerts and sightings, as known in a view."""
    alerts: dict[str, list[Alert]] = defaultdict(list)
    for alert in each_alert(view):
        alerts[alert.indicator].append(alert)
    sightings: dict[str, list[Sighting]] = defaultdict(list)
    for seen in each_sighting(view):
        sightings[seen.indicator].append(seen)
    return tuple(_each_watched(view, alerts, sightings))


def _each_watched(
    view: View, alerts: dict[str, list[Alert]], sightings: dict[str, list[Sighting]]
) -> Iterator[Watched]:
    last = last_read_at(view)
    for indicator in each_indicator(view):
        seen = tuple(sightings[indicator.key])
        yield Watched(
            indicator=indicator,
            alerts=tuple(alerts[indicator.key]),
            sightings=seen,
            looked=bool(seen) or (last is not None and last >= indicator.since),
        )
