"""Timelines with backgrounds, from files of our own in the form of the real ones."""

from datetime import date
from pathlib import Path

import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.backgrounds import Update, read_backgrounds

HEADER = "Date\tUpdate\tBackground\n"


def lay(data: Path, event: str, person: str, rows: str) -> None:
    folder = data / "timelines" / "background-summaries" / "events" / event
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{person}.tsv").write_text(HEADER + rows, encoding="utf-8")


def test_each_line_is_a_day_with_its_update_and_background(tmp_path: Path) -> None:
    rows = '[2011-05-03]\t"A ""ferry"" sank."\t\n[2011-05-05]\tIt was raised.\tA ferry sank.\n'
    lay(tmp_path, "ferry", "annotator1", rows)
    (timeline,) = read_backgrounds(tmp_path)
    assert (timeline.event, timeline.person) == ("ferry", "annotator1")
    assert timeline.updates == (
        Update(day=date(2011, 5, 3), update='A "ferry" sank.', background=""),
        Update(day=date(2011, 5, 5), update="It was raised.", background="A ferry sank."),
    )


def test_a_lone_quotation_mark_ends_no_cell(tmp_path: Path) -> None:
    lay(tmp_path, "ferry", "annotator1", '[2011-05-03]\t"Help" was heard.\t\n')
    (timeline,) = read_backgrounds(tmp_path)
    assert timeline.updates[0].update == '"Help" was heard.'


@pytest.mark.parametrize("rows", ["2011-05-03\tA\t\n", "[2011-13-03]\tA\t\n", "[2011-05-03]\tA\n"])
def test_a_line_that_is_no_day_is_refused(tmp_path: Path, rows: str) -> None:
    lay(tmp_path, "ferry", "annotator1", rows)
    with pytest.raises(UnreadableError, match="not a day"):
        list(read_backgrounds(tmp_path))


def test_other_columns_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no timelines"):
        list(read_backgrounds(tmp_path))
    lay(tmp_path, "ferry", "annotator1", "")
    path = next(tmp_path.rglob("*.tsv"))
    path.write_text("Day\tWhat\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match="not the columns"):
        list(read_backgrounds(tmp_path))
