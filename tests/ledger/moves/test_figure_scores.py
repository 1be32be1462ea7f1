"""Tracks of figures are scored on a situation of our own and on corrected losses."""

import json
from datetime import date
from pathlib import Path

import pytest

from watchword.engines import ReadingEngine
from watchword.errors import UnreadableError
from watchword.ledger.corpora.losses import read_losses
from watchword.ledger.moves.bench import MoveBench
from watchword.ledger.moves.figures import (
    AIMS,
    CONTESTED,
    LOSSES,
    TASKS,
    each_draft,
    score_contested,
    score_losses,
)


def lay_losses(data: Path) -> None:
    """Two corrections of one day, and what was seen, in the form of the real set."""
    folder = data / "figures" / "claimed-losses"
    folder.mkdir(parents=True)
    claimed = [{"date": "2023-05-27", "tank": 3799, "aircraft": 310, "drone": 2941}]
    corrected = [{"date": "2023-05-27", "tank": -5, "aircraft": 3, "drone": 0}]
    seen = [
        {"equipment_ua": "Tanks", "losses_total": 900},
        {"equipment_ua": "Tanks", "losses_total": 773},
        {"equipment_ua": "Warships, Boats", "losses_total": 12},
    ]
    for name, rows in (("", claimed), ("_correction", corrected), ("_oryx", seen)):
        path = folder / f"russia_losses_equipment{name}.json"
        path.write_text(json.dumps(rows), encoding="utf-8")


def test_a_correction_is_what_was_claimed_and_the_difference(tmp_path: Path) -> None:
    lay_losses(tmp_path)
    losses = read_losses(tmp_path)
    told = {each.unit: (each.day, each.claimed, each.corrected) for each in losses.corrections}
    day = date(2023, 5, 27)
    assert told == {"tanks": (day, 3799, 3794), "aircraft": (day, 310, 313)}
    assert losses.seen == {"tanks": 1673}
    first, second, seen = each_draft(losses)
    assert first.address == second.address
    assert "3,794 tanks" in second.text
    assert "1,673 tanks, Oryx said" in seen.text


def test_a_broken_table_of_losses_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        read_losses(tmp_path)


def test_corrections_are_marked_and_the_independent_count_stands_apart(tmp_path: Path) -> None:
    lay_losses(tmp_path)
    scores = {each.metric: each for each in score_losses(MoveBench(ReadingEngine(), tmp_path))}
    assert scores["corrections marked"].counts == {"hits": 2, "of": 2}
    assert scores["independent counts apart"].counts == {"hits": 1, "of": 1}
    assert scores["figures that were given"].value == 1.0


def test_points_of_our_own_situation_are_in_the_right_track(tmp_path: Path) -> None:
    bench = MoveBench(ReadingEngine(), tmp_path)
    scores = {each.metric: each.value or 0.0 for each in score_contested(bench)}
    assert scores["points in the right track"] >= 0.90
    assert scores["points that belong"] >= 0.95


def test_what_is_wanted_is_of_what_is_measured() -> None:
    measured = {(task.head, task.held.name) for task in TASKS}
    assert {place[:2] for place in AIMS} <= measured
    assert CONTESTED.is_there(Path("nowhere"))
    assert not LOSSES.is_there(Path("nowhere"))
