"""The numbers of a chart as a table, so that nothing has to be read off a picture."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta

from watchword.brief.render.charts.relation import TURN
from watchword.brief.render.charts.scenario import PREVENTS, likely_words
from watchword.brief.render.words import short_day
from watchword.model.chart import Chart, ChartKind, ChartPoint

_HEADS: Mapping[ChartKind, tuple[str, ...]] = {
    ChartKind.TIMELINE: ("No.", "When", "Whose doing", "What is told", "Origins"),
    ChartKind.MAP: ("Place", "How wide", "Things told", "Origins"),
    ChartKind.NETWORK: ("From", "Towards", "Sort", "What passes", "Things told"),
    ChartKind.RELATION: ("Way", "From", "What", "Happenings"),
    ChartKind.CALIBRATION: ("Forecaster", "Said", "On average", "Came about", "Chance allows"),
    ChartKind.SCENARIO: ("State of affairs", "How likely", "What bears on it"),
}


def chart_columns(chart: Chart) -> tuple[str, ...]:
    """The heads of a chart's table."""
    return _HEADS[chart.kind]


def chart_rows(chart: Chart) -> tuple[tuple[tuple[str, ...], ChartPoint], ...]:
    """The lines of a chart's table, each with the point whose claims it stands on."""
    return tuple(_ROWS[chart.kind](chart.points))


def _timeline(points: Sequence[ChartPoint]) -> Iterator[tuple[tuple[str, ...], ChartPoint]]:
    for number, one in enumerate(points, 1):
        told = f"“{one.label}”" + (f" ({one.sort})" if one.sort else "")
        yield (str(number), _days(one), one.series, told, _whole(one.value)), one


def _map(points: Sequence[ChartPoint]) -> Iterator[tuple[tuple[str, ...], ChartPoint]]:
    for one in points:
        yield (one.label, one.sort, _whole(one.count), _whole(one.value)), one


def _network(points: Sequence[ChartPoint]) -> Iterator[tuple[tuple[str, ...], ChartPoint]]:
    for one in points:
        yield (one.series, one.other, one.sort, one.label, _whole(one.value)), one


def _relation(points: Sequence[ChartPoint]) -> Iterator[tuple[tuple[str, ...], ChartPoint]]:
    turns = [one for one in points if one.sort == TURN]
    for number, one in enumerate(turns, 1):
        yield (f"Turn {number}", _days(one), one.label, ""), one
    for one in points:
        if one.sort != TURN and one.value:
            yield (one.series, _days(one), one.sort, _whole(one.value)), one


def _calibration(points: Sequence[ChartPoint]) -> Iterator[tuple[tuple[str, ...], ChartPoint]]:
    for one in points:
        came = round((one.value or 0) * (one.count or 0))
        allowed = f"{one.low:.0%} to {one.high:.0%}" if one.low is not None and one.high else ""
        said = "" if one.across is None else f"{one.across:.0%}"
        yield (one.series, one.label, said, f"{came} of {one.count or 0}", allowed), one


def _scenario(points: Sequence[ChartPoint]) -> Iterator[tuple[tuple[str, ...], ChartPoint]]:
    names = {one.series: one.label for one in points if not one.other}
    for one in points:
        if not one.other:
            causes = [
                f"{'not ' if link.sort == PREVENTS else ''}“{names.get(link.series, link.series)}”"
                + (f" ({link.value:.0%})" if link.value is not None else "")
                for link in points
                if link.other == one.series
            ]
            yield (one.label, likely_words(one), "; ".join(causes) or "nothing drawn"), one


_ROWS: Mapping[
    ChartKind, Callable[[Sequence[ChartPoint]], Iterator[tuple[tuple[str, ...], ChartPoint]]]
] = {
    ChartKind.TIMELINE: _timeline,
    ChartKind.MAP: _map,
    ChartKind.NETWORK: _network,
    ChartKind.RELATION: _relation,
    ChartKind.CALIBRATION: _calibration,
    ChartKind.SCENARIO: _scenario,
}


def _days(point: ChartPoint) -> str:
    """A day, a month, or a stretch of days, in the least room."""
    if point.when is None:
        return "undated"
    first, last = point.when, point.until or point.when
    if (first.year, first.month) == (last.year, last.month):
        if first.day == 1 and (last + timedelta(days=1)).day == 1:
            return short_day(first).partition(" ")[2]
        start = "" if first.day == last.day else f"{first.day}-"
        return start + short_day(last)
    if first.year == last.year:
        return f"{short_day(first).rpartition(' ')[0]} to {short_day(last)}"
    return f"{short_day(first)} to {short_day(last)}"


def _whole(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}"
