"""Floors of held-out sets: each for its own data, kept in a file, lowered only with a reason."""

from dataclasses import replace
from pathlib import Path

import pytest

from watchword.errors import RefusedError, UnreadableError
from watchword.ledger.held_out_floors import (
    HeldOutFloors,
    SetFloors,
    check_floors,
    raise_floors,
    read_floors,
    update_floors,
    write_floors,
)
from watchword.ledger.measurement import Measurement, Score
from watchword.ledger.model.floors import FLOORS as KEPT

BASE = SetFloors(digest="s", by_metric={"leads AUC": 0.9321})
FLOORS = HeldOutFloors(
    groups={
        ("trees", "EWT test"): SetFloors(digest="d", by_metric={"LAS": 0.9}),
        ("base", "current events"): BASE,
    }
)


def trees(value: float | None, digest: str = "d", *, floored: bool = True) -> Measurement:
    score = Score(metric="LAS", value=value, counts={}, floored=floored)
    return Measurement(head="trees", data="EWT test", digest=digest, score=score)


def test_a_score_under_its_floor_is_named() -> None:
    check = check_floors([trees(0.89)], FLOORS)
    assert not check.passed
    assert [str(each) for each in check.sunk] == ["trees EWT test LAS: 0.890, floor 0.900"]
    assert not check_floors([trees(None)], FLOORS).passed


def test_a_score_at_its_floor_is_kept() -> None:
    assert check_floors([trees(0.9)], FLOORS).passed


def test_what_was_not_measured_is_not_held_against_its_floor() -> None:
    assert check_floors([], FLOORS).passed


def test_floors_of_other_data_say_nothing_and_that_is_told() -> None:
    check = check_floors([trees(0.1, "e")], FLOORS)
    assert check.sunk == ()
    assert check.other_data == ("trees, EWT test",)
    assert not check.passed


def test_a_score_that_may_have_no_floor_is_never_sunk() -> None:
    check = check_floors([trees(0.1, floored=False)], FLOORS)
    assert check.passed
    assert check.without == ()


def test_a_score_without_a_floor_is_named() -> None:
    assert check_floors([trees(0.1)], HeldOutFloors()).without == ("trees EWT test LAS",)


def test_a_floor_rises_to_its_score_rounded_down_and_others_stay() -> None:
    raised, lowered = raise_floors([trees(0.91239)], FLOORS)
    assert raised.floor_of(("trees", "EWT test", "LAS")) == 0.912
    assert raised.groups["base", "current events"] == BASE
    assert lowered == ()


def test_a_floor_sinks_only_with_a_reason() -> None:
    with pytest.raises(RefusedError, match=r"LAS: 0\.850, floor 0\.900"):
        raise_floors([trees(0.85)], FLOORS)
    raised, lowered = raise_floors([trees(0.85)], FLOORS, reason="smaller model")
    assert raised.floor_of(("trees", "EWT test", "LAS")) == 0.85
    assert len(lowered) == 1


def test_a_floor_that_would_be_gone_needs_a_reason_too() -> None:
    other = Score(metric="UAS", value=0.95, counts={})
    measured = Measurement(head="trees", data="EWT test", digest="d", score=other)
    with pytest.raises(RefusedError, match="nothing to judge"):
        raise_floors([measured], FLOORS)


def test_the_file_reads_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(write_floors(FLOORS, KEPT.heading), encoding="utf-8")
    assert read_floors(path) == FLOORS
    assert write_floors(read_floors(KEPT.path), KEPT.heading) == KEPT.path.read_text("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "trees = 1",
        '[trees]\n"EWT test" = 2',
        '[trees."EWT test"]\nLAS = 0.9',
        '[trees."EWT test"]\ndigest = "d"\nLAS = 91',
        "[trees",
    ],
)
def test_a_file_in_another_form_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError):
        read_floors(path)


def test_a_reason_goes_into_the_changelog(tmp_path: Path) -> None:
    path, changelog = tmp_path / "floors.toml", tmp_path / "CHANGELOG.md"
    path.write_text(write_floors(FLOORS, KEPT.heading), encoding="utf-8")
    update_floors([trees(0.95)], replace(KEPT, path=path), changelog=changelog)
    assert not changelog.exists()
    kept = replace(KEPT, path=path)
    update_floors([trees(0.85)], kept, reason="smaller model", changelog=changelog)
    told = changelog.read_text(encoding="utf-8")
    assert "- smaller model: trees EWT test LAS from 0.950 to 0.850." in told


def test_floors_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(write_floors(FLOORS, KEPT.heading), encoding="utf-8")
    kept = replace(KEPT, path=path)
    with pytest.raises(RefusedError, match="cannot be written"):
        update_floors([trees(0.85)], kept, reason="so", changelog=tmp_path / "no" / "LOG.md")
