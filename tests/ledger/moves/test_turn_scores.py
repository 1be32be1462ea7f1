"""Turns are scored on annotated series and on what history knows."""

from datetime import date
from pathlib import Path

import pytest
from tests.ledger.moves.laid import TURNED, lay_all

from watchword.config import read_settings
from watchword.engines import ReadingEngine
from watchword.errors import MissingDataError
from watchword.ledger.corpora.series import WeeklyTotals, read_turing, read_weekly_totals
from watchword.ledger.held_out import check_data
from watchword.ledger.held_out_floors import read_floors
from watchword.ledger.moves.bench import MoveBench
from watchword.ledger.moves.floors import FLOORS
from watchword.ledger.moves.partings import cover, f1
from watchword.ledger.moves.tasks import AIMS, TASKS
from watchword.ledger.moves.turns import (
    FIRST_NAMED,
    KNOWN_TURNS,
    find_named,
    score_annotated,
    score_known,
)
from watchword.model.series_turn import JointTurn


def turn(at: int, gain: float) -> JointTurn:
    return JointTurn(at=at, before=(0.0,), after=(1.0,), gain=gain)


def test_series_of_one_column_are_scored_apart_from_composed_and_wider_ones(
    tmp_path: Path,
) -> None:
    lay_all(tmp_path)
    scores = {each.metric: each for each in score_annotated(MoveBench(ReadingEngine(), tmp_path))}
    # one of three people marked nothing, and the whole covers half of itself
    assert scores["cover"].value == pytest.approx((1 + 1 + 0.5) / 3)
    assert scores["F1"].value == pytest.approx(1.0)
    assert scores["cover of no turns at all"].value == pytest.approx((0.5 + 0.5 + 1) / 3)
    assert scores["F1 of composed series"].counts == {"series": 1, "turns": 1}
    assert scores["F1 of several columns"].counts == {"series": 1, "turns": 1}
    assert [name for name, each in scores.items() if each.floored] == ["cover", "F1"]


def test_the_known_turns_are_ranked_and_told_how_far_off(tmp_path: Path) -> None:
    lay_all(tmp_path)
    scores = {each.metric: each.value for each in score_known(MoveBench(ReadingEngine(), tmp_path))}
    assert scores["named first"] == 1.0
    assert scores["September 1993, weeks off"] == 0.0
    ranks = {scores[f"{known.name}, rank"] for known in KNOWN_TURNS}
    assert ranks == {1.0, 2.0, 3.0}


def test_the_composed_weeks_hold_the_days_of_the_known_turns(tmp_path: Path) -> None:
    lay_all(tmp_path)
    totals = read_weekly_totals(tmp_path)
    weeks = [(known.day - totals.first).days // 7 for known in KNOWN_TURNS]
    assert weeks == list(TURNED)


def test_a_turn_further_than_a_quarter_of_a_year_is_another_one() -> None:
    totals = WeeklyTotals(columns=((0.0,),), first=date(2000, 1, 2))
    ranked = [turn(40, 9.0), turn(24, 5.0)]
    near = find_named(date(2000, 5, 7), ranked, totals)
    assert (near.rank, near.weeks) == (2, 6)
    far = find_named(date(2002, 5, 7), ranked, totals)
    assert (far.rank, far.weeks) == (None, None)


def data_with_all() -> Path:
    data = read_settings().data
    try:
        check_data((task.held for task in TASKS), data)
    except MissingDataError as error:
        pytest.skip(str(error))
    return data


@pytest.mark.corpora
def test_annotated_series_without_turns_score_as_published() -> None:
    series = {each.name: each for each in read_turing(data_with_all())}
    assert len(series) == 32
    published = {
        "nile": (0.75808, 0.8235294117647058),
        "homeruns": (0.5107153116920425, 0.659217877094972),
        "run_log": (0.3035168628338615, 0.4455958549222798),
    }
    for name, scores in published.items():
        each = series[name]
        assert (cover(each.marks, (), len(each)), f1(each.marks, ())) == pytest.approx(scores)


@pytest.mark.corpora
def test_weekly_totals_end_with_2003() -> None:
    totals = read_weekly_totals(data_with_all())
    assert len(totals.columns[0]) == 1278
    assert totals.day_of(1277).isoformat() == "2003-10-05"


@pytest.mark.corpora
def test_the_packaged_floors_belong_to_this_data() -> None:
    data = data_with_all()
    sets = {(task.head, task.held.name): task.held.digest(data) for task in TASKS}
    groups = read_floors(FLOORS.path).groups
    assert {place: kept.digest for place, kept in groups.items()} == sets


def test_what_is_wanted_is_of_what_is_measured() -> None:
    measured = {(task.head, task.held.name) for task in TASKS}
    assert {place[:2] for place in AIMS} <= measured
    assert len(KNOWN_TURNS) <= FIRST_NAMED
