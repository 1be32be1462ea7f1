"""What a record adds to a brief: who is known, what is asked, how indicators and forecasts stand.

Invariant: everything is as of the brief's instant, so that a brief that is made again has the same.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from watchword.engines import ReadingEngine
from watchword.flow.briefing import Request, last_brief
from watchword.flow.charts import calibration_chart
from watchword.flow.panels import (
    LastBrief,
    Watched,
    forecast_gaps,
    forecast_panel,
    gaps_panel,
    hypotheses_panel,
    indicator_gaps,
    indicator_panel,
)
from watchword.flow.situation.forecasting import board_of
from watchword.flow.situation.hypotheses import matrices_of
from watchword.flow.situation.hypothesis_weighing import set_scales, weigh_matrix
from watchword.flow.situation.questions import kept_questions, known_in
from watchword.model.alert import Alert
from watchword.model.brief import Brief
from watchword.model.chart import Chart
from watchword.model.known import Known
from watchword.model.panel import Panel
from watchword.model.plan import Part, Plan
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
    asked = replace(request, earlier_reports=_reports_then(store, request.earlier))
    with store.viewing(known.as_of) as view:
        found = record_panels(view, known, request.plan, last_brief(asked))
        return replace(
            asked,
            questions=kept_questions(view),
            register=known_in(view),
            panels=(*request.panels, *found),
            charts=(*request.charts, *record_charts(view, request.plan)),
        )


def _reports_then(store: Store, earlier: Brief | None) -> frozenset[str] | None:
    """The reports that were known as of an earlier brief; None where it is of another record."""
    if earlier is None:
        return None
    with store.viewing(earlier.as_of) as view:
        return keys_of_reports(view) or None


def record_panels(
    view: View, known: Known, plan: Plan, before: LastBrief | None = None
) -> tuple[Panel, ...]:
    """Indicators and forecasts as of an instant, and what they leave open.

    Args:
        view: the record as of the brief's instant.
        known: what is known as of it.
        plan: what the brief is to hold.
        before: what is compared with, None without anything.
    """
    watched, board = watched_in(view), board_of(view)
    gaps = (*indicator_gaps(watched), *forecast_gaps(board))
    found = (
        *_each_matrix(view, known, plan, before),
        indicator_panel(watched, known, before),
        forecast_panel(board, known, before),
        gaps_panel(gaps) if gaps else None,
    )
    return tuple(each for each in found if each is not None and plan.of(each.part))


def _each_matrix(
    view: View, known: Known, plan: Plan, before: LastBrief | None
) -> Iterator[Panel | None]:
    """The matrices of hypotheses, weighed by what is known; only those need the engine."""
    if plan.of(Part.HYPOTHESES) is None:
        return
    engine = ReadingEngine()
    for matrix in matrices_of(view):
        weighed = weigh_matrix(matrix, set_scales(matrix, known, engine))
        yield hypotheses_panel(weighed, known, before)


def record_charts(view: View, plan: Plan) -> Iterator[Chart]:
    """How well forecasts were calibrated, where any is scored."""
    scores = board_of(view).scores() if plan.of(Part.FORECASTS) else ()
    if any(band.count for score in scores for band in score.bands):
        yield calibration_chart(scores)


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
