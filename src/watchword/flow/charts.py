"""What is drawn: of a brief what it cites; of relations, forecasts and scenarios what they hold."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from math import sqrt

from watchword.assess.forecasts.calibration import BandCount
from watchword.assess.forecasts.standing import ForecasterScore
from watchword.assess.scenarios.outlooks import look_ahead
from watchword.brief.charting import Drawable, charts_of
from watchword.brief.sourcing import sourced
from watchword.flow.panels.scenarios import as_known
from watchword.flow.relating import RelationRequest, relate_all, relate_two
from watchword.model.brief import Brief
from watchword.model.chart import Chart, ChartKind, ChartPoint
from watchword.model.finding import Finding
from watchword.model.known import Known
from watchword.model.outlook import Belief, Outlook
from watchword.model.plan import Length, Part, Plan
from watchword.model.read_report import ReadReport
from watchword.model.relation import Grain, Happening, Relation
from watchword.model.scenario import NO_YES, Arrow, Node, Scenario
from watchword.model.toponym import Location, location_of

MADE_BY = "watchword.flow.charts/1"
NINETY_FIVE = 1.96
"""Standard deviations that hold 95 of 100."""


def with_charts(
    brief: Brief,
    known: Known,
    findings: Iterable[Finding],
    read: Iterable[ReadReport],
    beside: Iterable[Chart] = (),
) -> Brief:
    """The brief with its timeline, map and network, beside what was drawn for it before.

    Args:
        brief: the brief.
        known: what is known.
        findings: every finding.
        read: the reports as they were read, with the places in them.
        beside: what else is drawn; of its claims those stay that the brief cites.
    """
    if brief.length is not Length.FULL:
        return brief
    drawable = Drawable(
        brief=brief,
        findings={key: finding.key for finding in findings for key in finding.supports},
        locations=_locations(brief, read),
        events=known.events,
    )
    cited = frozenset(claim.key for claim in brief.claims)
    further = (_citing(chart, cited) for chart in beside)
    return sourced(replace(brief, charts=(*brief.charts, *charts_of(drawable), *further)))


def charts_beside(
    known: Known, plan: Plan, scenarios: Iterable[Scenario], between: tuple[str, ...] = ()
) -> Iterator[Chart]:
    """What a full brief draws beside what it cites: the foremost pair, and scenarios.

    Args:
        known: what is known.
        plan: what the brief is to hold.
        scenarios: causal models that somebody gives to it.
        between: the two that it is about; the most active pair where nobody.

    Raises:
        InvalidScenarioError: if a scenario cannot be computed as it stands.
        MissingExtraError: if the library that computes it is not installed.
    """
    if plan.length is not Length.FULL:
        return
    if plan.of(Part.RELATIONS) and known.events and (pair := between or _foremost(known)):
        relation = relate_two(known, RelationRequest(one=pair[0], other=pair[1]))
        if relation.happenings:
            yield relation_chart(relation)
    for scenario in scenarios if plan.of(Part.SCENARIOS) else ():
        current = as_known(scenario, known)
        chart = scenario_chart(current, look_ahead(current))
        yield replace(chart, title=f"What bears on what: {scenario.title}")


def _foremost(known: Known) -> tuple[str, ...]:
    pairs = relate_all(known, grain=Grain.WEEK, most=1)
    return (pairs[0].one.name, pairs[0].other.name) if pairs else ()


def _citing(chart: Chart, cited: Collection[str]) -> Chart:
    """A chart that names no claim but those which are cited."""
    return replace(
        chart,
        points=tuple(
            replace(point, claims=tuple(key for key in point.claims if key in cited))
            for point in chart.points
        ),
    )


def _locations(brief: Brief, read: Iterable[ReadReport]) -> Mapping[str, Location]:
    toponyms = {each.report.key: each.toponyms for each in read}
    found = {
        claim.key: location_of(claim.place, toponyms.get(claim.report, ()))
        for claim in brief.claims
        if claim.place
    }
    return {key: location for key, location in found.items() if location}


def relation_chart(relation: Relation) -> Chart:
    """Two over time: bars for what passes each way in each period, and the turns."""
    return Chart(
        kind=ChartKind.RELATION,
        part=Part.RELATIONS,
        title=f"{relation.one.name} and {relation.other.name}, by {relation.grain}",
        note="Cooperation up, conflict down, as counted: what says the same counts once. The dashed"
        " rule is a turn, which outlets that were there before and after bear out.",
        points=(*_each_bar(relation), *_each_turn(relation)),
        made_by=MADE_BY,
    )


def calibration_chart(scores: Sequence[ForecasterScore]) -> Chart:
    """What each forecaster held likely, and how much of it came about."""
    return Chart(
        kind=ChartKind.CALIBRATION,
        part=Part.FORECASTS,
        title="What was held likely, and what came about",
        note="Last predictions of yes-or-no questions that are past their close and have an answer,"
        " by ICD 203's bands. The upright line holds, in 95 of 100 cases, the share that would"
        " come about in the long run (Wilson): with few forecasts it is long.",
        points=tuple(
            _band_of(score.by, band) for score in scores for band in score.bands if band.count
        ),
        made_by=MADE_BY,
    )


def scenario_chart(scenario: Scenario, outlook: Outlook) -> Chart:
    """What bears on what, and how likely each state of affairs is."""
    texts = {node.id: node for node in scenario.nodes}
    return Chart(
        kind=ChartKind.SCENARIO,
        part=Part.SCENARIOS,
        title=scenario.title,
        note="How likely each state of affairs is with all the evidence; the words are ICD 203's."
        " Whose numbers these are is told by the scenario itself.",
        points=(
            *(_node_of(texts[belief.node], belief) for belief in outlook.beliefs),
            *(_link_of(arrow) for arrow in scenario.arrows if arrow.left_out is None),
        ),
        made_by=MADE_BY,
    )


def _each_bar(relation: Relation) -> Iterator[ChartPoint]:
    told: dict[tuple[str, str, int], list[Happening]] = defaultdict(list)
    for happening in relation.happenings:
        place = next(
            (
                number
                for number, period in enumerate(relation.periods)
                if period.start <= happening.day < period.end
            ),
            -1,
        )
        told[happening.way, happening.quad.words, place].append(happening)
    for line in relation.lines:
        one, other = relation.names(line.way)
        for place, (period, count) in enumerate(zip(relation.periods, line.counts, strict=True)):
            happenings = told[line.way, line.quad.words, place]
            yield ChartPoint(
                label=line.quad.words,
                series=f"From {one} to {other}",
                when=_midnight(period.start),
                until=_midnight(period.end - timedelta(days=1)),
                value=float(count),
                sort=line.quad.words,
                claims=_claims_of(happenings),
            )


def _each_turn(relation: Relation) -> Iterator[ChartPoint]:
    by_key = {happening.key: happening for happening in relation.happenings}
    for turn in sorted(relation.turns or (), key=lambda each: each.at):
        yield ChartPoint(
            label=turn.words,
            when=_midnight(turn.day),
            sort="turn",
            claims=_claims_of([by_key[key] for key in turn.happenings if key in by_key]),
        )


def _claims_of(happenings: Iterable[Happening]) -> tuple[str, ...]:
    told = (telling.claim for happening in happenings for telling in happening.tellings)
    return tuple(dict.fromkeys(told))


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _band_of(by: str, band: BandCount) -> ChartPoint:
    share = band.came_about / band.count
    low, high = wilson_bounds(band.came_about, band.count)
    return ChartPoint(
        label=band.term,
        series=by,
        across=band.mean,
        value=share,
        low=low,
        high=high,
        count=band.count,
    )


def wilson_bounds(came_about: int, count: int) -> tuple[float, float]:
    """Between which shares the true one lies in 95 of 100 cases (Wilson, 1927).

    >>> [round(bound, 3) for bound in wilson_bounds(8, 10)]
    [0.49, 0.943]

    Args:
        came_about: how many of them did.
        count: of how many, one at least.
    """
    share, square = came_about / count, NINETY_FIVE**2
    middle = share + square / (2 * count)
    half = NINETY_FIVE * sqrt(share * (1 - share) / count + square / (4 * count * count))
    scale = 1 + square / count
    return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


def _node_of(node: Node, belief: Belief) -> ChartPoint:
    likeliest = belief.states[-1]
    words = node.text if belief.states == NO_YES else f"{node.text}: {likeliest}"
    return ChartPoint(
        label=words,
        series=node.id,
        value=belief.now[-1],
        sort="untold" if belief.is_untold else "",
        claims=(),
    )


def _link_of(arrow: Arrow) -> ChartPoint:
    return ChartPoint(
        label="keeps it from coming about" if arrow.prevents else "leads to it",
        series=arrow.cause,
        other=arrow.effect,
        value=arrow.weight.value if arrow.weight else None,
        sort="prevents" if arrow.prevents else "",
        claims=tuple(dict.fromkeys(backing.claim for backing in arrow.claimed)),
    )
