"""Charts of relations, forecasts and scenarios, and of a brief as it is written."""

import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path

import pytest
from tests.relate.relations.worlds import BEGIN, event, known, report

from watchword.assess.forecasts.standing import score_forecasters, settled_questions
from watchword.brief.document import from_json, to_json
from watchword.brief.verify import verify
from watchword.flow.briefing import Request, write_brief
from watchword.flow.charts import calibration_chart, relation_chart, scenario_chart
from watchword.flow.relating import RelationRequest, relate_two
from watchword.model.chart import ChartKind
from watchword.model.forecast import AnswerKind, ForecastQuestion, Prediction, Resolution
from watchword.model.outlook import Belief, Outlook
from watchword.model.plan import FULL, Length
from watchword.model.relation import Grain
from watchword.model.scenario import Arrow, Chance, Ground, Node, Scenario

sys.path.insert(0, str(Path(__file__).parents[1] / "brief" / "situations"))
situations = import_module("situation_files")


def test_a_brief_draws_what_it_cites_and_is_still_borne_out() -> None:
    brief = write_brief(situations.read_situation("sahel-convoy"), (), Request())
    cited = {claim.key for claim in brief.claims}
    assert [chart.kind for chart in brief.charts] == [
        ChartKind.TIMELINE,
        ChartKind.MAP,
        ChartKind.NETWORK,
    ]
    for chart in brief.charts:
        assert all(set(point.claims) <= cited for point in chart.points)
    assert verify(brief).problems == ()
    assert from_json(to_json(brief)).charts == brief.charts


def test_a_relation_is_bars_for_each_way_with_the_claims_that_tell_them() -> None:
    reports = [report(str(day), BEGIN + timedelta(days=day)) for day in range(10)]
    told = [event(f"e{each.key}", each.key) for each in reports[:3]]
    request = RelationRequest(one="Norway", other="Sweden", grain=Grain.DAY, with_turns=False)
    chart = relation_chart(relate_two(known(reports, told), request))
    bars = [point for point in chart.points if point.value]
    assert sum(point.value or 0 for point in bars) == 3
    assert {point.series for point in bars} == {"From Norway to Sweden"}
    assert all(point.claims for point in bars)
    assert chart.title == "Norway and Sweden, by day"


def test_calibration_has_a_point_for_each_band_that_holds_a_forecast() -> None:
    start = datetime(2024, 1, 1, tzinfo=UTC)
    close = start + timedelta(days=10)
    questions = [
        ForecastQuestion(
            key=f"q{place}", words="?", kind=AnswerKind.BINARY, options=("yes", "no"),
            opens_at=start, closes_at=close,
        )
        for place in range(4)
    ]  # fmt: skip
    said = [
        Prediction(question=one.key, by="Ana", at=start, shares=(0.7, 0.3)) for one in questions
    ]
    came = [
        Resolution(question=one.key, option="no" if place == 0 else "yes", at=close, by="Ana")
        for place, one in enumerate(questions)
    ]
    settled = settled_questions(questions, came, close + timedelta(days=1))
    chart = calibration_chart(score_forecasters(settled, said))
    (point,) = (one for one in chart.points if one.series == "Ana")
    assert (point.label, point.count, point.value) == ("likely", 4, 0.75)
    assert point.across == pytest.approx(0.7)
    assert point.low is not None
    assert point.high is not None
    assert point.low < 0.75 < point.high


def test_a_scenario_is_its_states_and_the_arrows_that_count() -> None:
    scenario = Scenario(
        title="A convoy",
        nodes=(Node(id="fight", text="they fight"), Node(id="learn", text="they learn")),
        arrows=(
            Arrow(cause="fight", effect="learn", weight=Chance(value=0.6, ground=Ground.PERSON)),
            Arrow(cause="learn", effect="fight", left_out="a circle"),
        ),
    )
    outlook = Outlook(
        beliefs=tuple(
            Belief(
                node=name, states=("no", "yes"), before=(0.5, 0.5), now=(0.3, 0.7), numbers=1,
                untold=untold, is_moved=False,
            )
            for name, untold in (("fight", 0), ("learn", 1))
        ),
        explanation=(), explanation_chance=1.0, evidence_chance=1.0, observed=(), done=(),
        set_aside=(), focus=None, made_by="test/1",
    )  # fmt: skip
    chart = scenario_chart(scenario, outlook)
    assert [(one.label, one.value, one.sort) for one in chart.points] == [
        ("they fight", 0.7, ""),
        ("they learn", 0.7, "untold"),
        ("leads to it", 0.6, ""),
    ]


def test_a_full_brief_draws_the_scenario_that_is_given_to_it_and_cites_no_more_for_it() -> None:
    pytest.importorskip("pyagrum")
    scenario = Scenario(
        title="A convoy",
        nodes=(
            Node(id="fight", text="they fight", chance=Chance(value=0.7, ground=Ground.PERSON)),
            Node(id="learn", text="they learn"),
        ),
        arrows=(
            Arrow(cause="fight", effect="learn", weight=Chance(value=0.6, ground=Ground.PERSON)),
        ),
    )
    read = situations.read_situation("sahel-convoy")
    brief = write_brief(read, (), Request(scenarios=(scenario,)))
    chart = next(one for one in brief.charts if one.kind is ChartKind.SCENARIO)
    assert chart.title == "What bears on what: A convoy"
    assert chart.points[0].value == pytest.approx(0.7)
    assert verify(brief).problems == ()
    short = replace(FULL, length=Length.PAGES)
    assert write_brief(read, (), Request(scenarios=(scenario,), plan=short)).charts == ()
