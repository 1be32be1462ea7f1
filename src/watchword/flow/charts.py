"""What is drawn: of a brief what it cites; of relations, forecasts and scenarios what they hold."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from watchword.brief.charting import Drawable, charts_of
from watchword.flow.locating import location_of
from watchword.model.brief import Brief
from watchword.model.finding import Finding
from watchword.model.known import Known
from watchword.model.read_report import ReadReport
from watchword.model.toponym import Location


def with_charts(
    brief: Brief, known: Known, findings: Iterable[Finding], read: Iterable[ReadReport]
) -> Brief:
    """The brief with its timeline, map and network, beside what was drawn for it before."""
    drawable = Drawable(
        brief=brief,
        findings={key: finding.key for finding in findings for key in finding.supports},
        locations=_locations(brief, read),
        events=known.events,
    )
    return replace(brief, charts=(*brief.charts, *charts_of(drawable)))


def _locations(brief: Brief, read: Iterable[ReadReport]) -> Mapping[str, Location]:
    toponyms = {each.report.key: each.toponyms for each in read}
    found = {
        claim.key: location_of(claim.place, toponyms.get(claim.report, ()))
        for claim in brief.claims
        if claim.place
    }
    return {key: location for key, location in found.items() if location}
