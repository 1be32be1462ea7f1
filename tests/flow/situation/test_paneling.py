"""A record end to end: its brief has each panel with the state as of its instant, and stays so."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from watchword.brief.document import to_json
from watchword.brief.verify import verify
from watchword.config import read_settings
from watchword.flow.briefing import Request
from watchword.flow.panels.rows import SINCE
from watchword.flow.situation.forecasting import ask, predict, resolve
from watchword.flow.situation.hypotheses import open_matrix
from watchword.flow.situation.indicating import keep_indicator
from watchword.flow.situation.rebuilding import rebuild_brief
from watchword.flow.situation.standing import (
    BriefAsked,
    Since,
    brief_record,
    compared,
    find_brief,
    find_standing,
    keep_brief,
)
from watchword.model.brief import Brief
from watchword.model.decision import DecisionKind
from watchword.model.focus import Focus
from watchword.model.forecast import NO, YES, AnswerKind, ForecastQuestion, Prediction, Resolution
from watchword.model.hypothesis import Hypothesis
from watchword.model.indicator import Indicator, indicator_key
from watchword.model.matrix import Matrix
from watchword.model.matrix_change import MatrixChange, MatrixDeed
from watchword.model.panel import Panel, PanelRow
from watchword.model.plan import Part
from watchword.model.scenario import Arrow, Chance, Ground, Node, Scenario
from watchword.workbench import Workbench

pytest.importorskip("pyagrum")
EARLY = {
    "han": (
        "2024-10-21",
        "Han River Daily",
        (
            "South Korea ruled out sending weapons to Ukraine, its foreign ministry said. South"
            " Korea's spy agency said that North Korea had sent 1,500 troops to Russia."
        ),
    ),
    "gulf": (
        "2024-10-22",
        "Gulf Post",
        (
            "North Korea has shipped more than 13,000 containers of shells to Russia, the ministry"
            " said. Russia has delivered oil to North Korea, the White House said."
        ),
    ),
}
LATE = {
    "strait": (
        "2024-10-26",
        "Strait Gazette",
        (
            "South Korea's president said that his government may review sending weapons to"
            " Ukraine. North Korean troops have entered combat in Kursk, Ukraine's army said."
        ),
    ),
}
LIKELY = Chance(value=0.6, ground=Ground.PERSON, by="ana")
SCENARIO = Scenario(
    title="What may follow",
    nodes=(
        Node(id="fight", text="the troops fight", chance=LIKELY),
        Node(id="threat", text="the troops are a threat"),
    ),
    arrows=(Arrow(cause="fight", effect="threat", weight=LIKELY),),
)


def written(folder: Path, reports: dict[str, tuple[str, str, str]]) -> str:
    folder.mkdir()
    for name, (day, outlet, text) in reports.items():
        page = f"title: {name}\noutlet: {outlet}\ndate: {day}\n\n{text}\n"
        (folder / f"{name}.txt").write_text(page, encoding="utf-8")
    return str(folder)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    """A record with the early reports."""
    location = str(tmp_path / "s.watchword")
    settings = read_settings()
    Workbench.create(location, settings, title="Troops").close()
    with Workbench.open(location, settings) as made:
        made.collect([written(tmp_path / "early", EARLY)])
        made.work()
        yield made


def prepared(bench: Workbench) -> ForecastQuestion:
    """An indicator, a kept question, and a forecast that somebody predicts."""
    watched = Indicator(
        key=indicator_key("combat"),
        name="combat",
        since=bench.store.now(),
        words="North Korean troops combat in Kursk",
        window_days=3_650.0,
    )
    keep_indicator(bench.store, watched)
    bench.decide(DecisionKind.QUESTION, "sending weapons to Ukraine")
    bench.decide(DecisionKind.QUESTION, "a visit to Antarctica")
    now = bench.store.now()
    question = ForecastQuestion(
        key="",
        words="Will Seoul send weapons?",
        kind=AnswerKind.BINARY,
        options=(YES, NO),
        opens_at=now,
        closes_at=now + timedelta(days=90),
    )
    asked = ask(bench.store, question, by="ana")
    say(bench, asked, 0.3)
    return asked


def say(bench: Workbench, asked: ForecastQuestion, share: float) -> None:
    said = Prediction(question=asked.key, by="ana", at=bench.store.now(), shares=(share, 1 - share))
    predict(bench.store, said)


def briefed(bench: Workbench, as_of: datetime | None = None, earlier: Brief | None = None) -> Brief:
    request = Request(title="Troops", earlier=earlier, scenarios=(SCENARIO,))
    return brief_record(bench.store, find_standing(bench.store, as_of), request)


def panel_of(brief: Brief, part: Part) -> Panel:
    return next(panel for panel in brief.panels if panel.part is part)


def row_of(brief: Brief, part: Part, *names: str) -> PanelRow:
    return next(row for row in panel_of(brief, part).rows if row.cells[: len(names)] == names)


def test_a_brief_has_each_panel_with_its_state_and_passes_the_check(bench: Workbench) -> None:
    prepared(bench)
    brief = briefed(bench)
    assert verify(brief).problems == ()
    position = row_of(brief, Part.POSITIONS, "sending weapons to Ukraine", "South Korea")
    assert position.cells[2] == "against"
    assert position.claims
    combat = row_of(brief, Part.INDICATORS, "combat")
    assert combat.cells[1:4:2] == (
        "not seen",
        "not looked for yet: nothing was read since it is watched for",
    )
    forecast = row_of(brief, Part.FORECASTS, "Will Seoul send weapons?")
    assert forecast.cells[2].startswith("ana: unlikely (30%), ")
    assert row_of(brief, Part.SCENARIOS, "the troops are a threat").cells[1].startswith("unlikely")
    gaps = [row.cells for row in panel_of(brief, Part.WATCH).rows]
    assert ("Where anybody stands on “a visit to Antarctica”", "no claim is on it") in gaps


def test_what_moves_between_two_is_told_with_its_claims(bench: Workbench) -> None:
    brief = briefed(bench)
    moving = [panel for panel in brief.panels if panel.title == "What moves between them"]
    rows = [(row.cells[0], row.cells[1]) for row in moving[0].rows]
    assert ("North Korea", "Russia") in rows
    known = {claim.key for claim in brief.claims}
    assert all(row.claims and known.issuperset(row.claims) for row in moving[0].rows)


def test_what_moved_since_the_last_brief_is_marked(bench: Workbench, tmp_path: Path) -> None:
    asked = prepared(bench)
    first = briefed(bench)
    bench.collect([written(tmp_path / "late", LATE)])
    bench.work()
    say(bench, asked, 0.6)
    later = briefed(bench, earlier=first)
    assert verify(later).problems == ()
    assert row_of(later, Part.INDICATORS, "combat").cells[-1] == "was “not seen”"
    assert row_of(later, Part.POSITIONS, "sending weapons to Ukraine").cells[-1] == "was “against”"
    moved = {(row.cells[0], row.cells[2]) for row in panel_of(later, Part.CHANGES).rows}
    assert ("forecast", "ana held unlikely (30%)") in moved
    assert SINCE not in panel_of(first, Part.INDICATORS).columns


def test_a_brief_is_made_again_byte_for_byte_and_an_earlier_day_shows_nothing_later(
    bench: Workbench, tmp_path: Path
) -> None:
    bare = briefed(bench)
    asked = prepared(bench)
    first = briefed(bench)
    key = keep_brief(bench.store, first, BriefAsked(scenarios=(SCENARIO,)))
    bench.collect([written(tmp_path / "late", LATE)])
    bench.work()
    say(bench, asked, 0.9)
    resolve(bench.store, Resolution(question=asked.key, option=YES, at=bench.store.now()))
    second = briefed(bench, earlier=first)
    later = keep_brief(
        bench.store, second, BriefAsked(since=Since(brief=key), scenarios=(SCENARIO,))
    )
    bench.decide(DecisionKind.QUESTION, "withdrawing troops from Russia")
    say_nothing_more = briefed(bench)

    assert to_json(say_nothing_more) != to_json(second)
    assert to_json(briefed(bench, bare.as_of)) == to_json(bare)
    assert {panel.part for panel in bare.panels}.isdisjoint({Part.INDICATORS, Part.FORECASTS})
    for name, made in ((key, first), (later, second)):
        assert to_json(rebuild_brief(bench.store, find_brief(bench.store, name))) == to_json(made)
    row = row_of(second, Part.FORECASTS, "Will Seoul send weapons?")
    assert row.cells[1].startswith("yes, ")
    assert "scored from its close" in row.cells[1]


def opened(matrix: Matrix) -> tuple[MatrixChange, ...]:
    """Two hypotheses that compete."""
    held = (
        Hypothesis(id="H1", text="North Korea has sent troops to Russia."),
        Hypothesis(id="H2", text="No North Korean troops are in Russia."),
    )
    return tuple(
        MatrixChange(
            matrix=matrix.key,
            deed=MatrixDeed.HYPOTHESIS,
            by="ana",
            at=datetime(2024, 10, 1, tzinfo=UTC),
            subject=each.id,
            hypothesis=each,
        )
        for each in held
    )


def test_competing_hypotheses_of_the_record_are_in_its_brief(bench: Workbench) -> None:
    before = briefed(bench)
    open_matrix(bench.store, "Were troops sent?", opened, by="ana")
    brief = briefed(bench)
    panel = panel_of(brief, Part.HYPOTHESES)
    assert panel.title == "Were troops sent?"
    assert {row.cells[1] for row in panel.rows} == {"nothing was held against it"}
    assert to_json(briefed(bench, before.as_of)) == to_json(before)


def test_a_brief_on_two_has_their_relation_alone(bench: Workbench) -> None:
    bench.decide(DecisionKind.QUESTION, "sending weapons to Ukraine")
    request = Request(title="Two", focus=Focus(between=("Russia", "North Korea")))
    brief = brief_record(bench.store, find_standing(bench.store), request)
    panels = [each for each in brief.panels if each.part is Part.RELATIONS]
    assert {row.cells[0] for row in panels[0].rows} == {"Russia and North Korea"}
    assert Part.POSITIONS not in {each.part for each in brief.panels}


def test_since_an_instant_what_was_not_known_then_is_marked(
    bench: Workbench, tmp_path: Path
) -> None:
    prepared(bench)
    first = briefed(bench)
    bench.collect([written(tmp_path / "late", LATE)])
    bench.work()
    request = compared(bench.store, Request(title="Troops"), Since(instant=first.as_of))
    brief = brief_record(bench.store, find_standing(bench.store), request)
    assert row_of(brief, Part.INDICATORS, "combat").cells[-1] == "was “not seen”"
    assert row_of(brief, Part.POSITIONS, "sending weapons to Ukraine").cells[-1] == "moved"
