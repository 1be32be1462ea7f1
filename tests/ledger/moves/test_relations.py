from datetime import date, timedelta

import pytest

from watchword.ledger.corpora.icews import CodedEvent
from watchword.ledger.moves.relations import (
    AIMS,
    OUTLETS,
    TASKS,
    WAR,
    known_of_coded,
    score_known_war,
)
from watchword.model.event import EventType
from watchword.model.known import Known


def _coded(number: int, day: date, relation: str = "Use conventional military force") -> CodedEvent:
    return CodedEvent(
        number=number,
        source="Government (Russia)",
        relation=relation,
        target="Citizen (Ukraine)",
        day=day,
    )


def _record(turn: date) -> Known:
    """Half a year in which a war begins on a day, among much else."""
    lines = []
    for week in range(26):
        day = WAR - timedelta(days=7 * 15) + timedelta(days=7 * week)
        attacks = 12 if day >= turn else 1
        for place in range(60):
            relation = "Use conventional military force" if place < attacks else "Make statement"
            lines.append(_coded(60 * week + place, day + timedelta(days=place % 7), relation))
    return known_of_coded(lines)


def test_coded_events_become_events_between_states_and_statements_reports_alone() -> None:
    known = known_of_coded([_coded(1, WAR), _coded(2, WAR, "Make statement")])
    (event,) = known.events
    assert (event.type, event.actors[0].code, event.recipients[0].code) == (
        EventType.ASSAULT,
        "RUS",
        "UKR",
    )
    assert len(known.reports) == len(known.origins) == 2


def test_lines_are_dealt_to_outlets_by_turns() -> None:
    known = known_of_coded([_coded(number, WAR) for number in range(20)])
    assert len({report.outlet for report in known.reports.values()}) == OUTLETS


@pytest.mark.parametrize(("turn", "hit"), [(WAR, 1.0), (WAR + timedelta(days=42), 0.0)])
def test_the_first_turn_is_scored_by_how_near_it_is_to_the_war(turn: date, hit: float) -> None:
    pytest.importorskip("ruptures")
    scores = {score.metric: score for score in score_known_war(_record(turn))}
    assert scores["first turn within a week"].value == hit
    assert scores["no turn by tripled feeds"].value == 1.0
    days = scores["first turn, days off"].value
    assert days is not None
    assert (days <= 7) is bool(hit)


def test_each_aim_is_of_a_task() -> None:
    places = {(task.head, task.held.name) for task in TASKS}
    assert {(head, held) for head, held, _ in AIMS} == places
