"""Annotated series and weekly totals are read as they lie on disk; what is broken is named."""

from datetime import date
from pathlib import Path

import pytest
from tests.ledger.moves.laid import lay_all, write

from watchword.errors import UnreadableError
from watchword.ledger.corpora.series import TURING, WEEKLY, read_turing, read_weekly_totals


def test_series_come_by_name_with_their_columns_and_marks(tmp_path: Path) -> None:
    lay_all(tmp_path)
    series = {each.name: each for each in read_turing(tmp_path)}
    assert list(series) == ["quality_control_1", "river", "runs"]
    assert (len(series["runs"].columns), len(series["runs"])) == (2, 60)
    assert series["river"].marks == ((30,), (30,), ())


def test_a_missing_value_is_missing(tmp_path: Path) -> None:
    lay_all(tmp_path)
    path = tmp_path / TURING / "datasets" / "river" / "river.json"
    write(path, '{"name": "river", "series": [{"raw": [1, null, 3.5]}]}')
    columns = {each.name: each.columns for each in read_turing(tmp_path)}
    assert columns["river"] == ((1.0, None, 3.5),)


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "[]",
        '{"name": "lake", "series": []}',
        '{"name": "river", "series": 3}',
        '{"name": "river", "series": []}',
        '{"name": "river", "series": [{"raw": [1, 2]}, {"raw": [1]}]}',
    ],
)
def test_a_broken_series_is_named(tmp_path: Path, broken: str) -> None:
    lay_all(tmp_path)
    write(tmp_path / TURING / "datasets" / "river" / "river.json", broken)
    with pytest.raises(UnreadableError, match="river"):
        list(read_turing(tmp_path))


def test_weeks_are_counted_from_the_first_one(tmp_path: Path) -> None:
    write(tmp_path / WEEKLY, "i2p,p2i\n-1.5,2\n0,-3\n")
    totals = read_weekly_totals(tmp_path)
    assert totals.columns == ((-1.5, 0.0), (2.0, -3.0))
    assert totals.day_of(1) == date(1979, 4, 22)


@pytest.mark.parametrize("broken", ["i2p\n1\n", "i2p,p2i\n1,many\n", "i2p,p2i\n1\n"])
def test_broken_weeks_are_named(tmp_path: Path, broken: str) -> None:
    write(tmp_path / WEEKLY, broken)
    with pytest.raises(UnreadableError, match="weekly-goldstein"):
        read_weekly_totals(tmp_path)
