"""A part gives back what was read, and is never half there."""

from datetime import UTC, datetime
from pathlib import Path

import made_archives as made
import pytest

from watchword.collect.piece import Piece
from watchword.errors import StoreError
from watchword.flow.archive import parts
from watchword.flow.archive.carrying import Task
from watchword.flow.archive.parts import counts_of, each_part, pack_part, write_part
from watchword.flow.archive.working import Done, ShardReader
from watchword.flow.situation.working_out import hand_on
from watchword.model.read_report import ReadReport
from watchword.model.report import Unread
from watchword.store.bulk import PackedFound, unpack_found

BAD = b'{"id": "no text"}\n'
NO_DATE = b'{"text": "The minister said that 40 ships had left."}\n'


@pytest.fixture(scope="module")
def done(reader: ShardReader) -> Done:
    content = made.lines(3) + BAD + NO_DATE
    task = Task(key="k", piece=Piece(content=content, found_at="a.jsonl", form="jsonl", before=7))
    outcome = reader.read(task)
    assert isinstance(outcome, Done)
    return outcome


def read_part(place: Path) -> list[ReadReport | Unread]:
    """What a part holds, unpacked."""
    return [
        unpack_found(each) if isinstance(each, PackedFound) else each for each in each_part(place)
    ]


def test_a_part_holds_reports_with_claims_and_what_was_unread(done: Done, tmp_path: Path) -> None:
    write_part(tmp_path / "p", done.part)
    found = read_part(tmp_path / "p")
    read = [each for each in found if isinstance(each, ReadReport)]
    assert [each.report.found_at for each in read] == [f"a.jsonl:{at}" for at in (8, 9, 10, 12)]
    assert all(each.extraction.claims and each.vectors and each.events for each in read[:3])
    assert read[0].report.published.at == datetime(2024, 10, 1, tzinfo=UTC)
    assert read[3].report.published.at is None
    assert [each for each in found if isinstance(each, Unread)] == [
        Unread(found_at="a.jsonl:11", reason="a record without 'text'")
    ]


def test_what_a_part_gives_back_packs_to_the_same_bytes(done: Done, tmp_path: Path) -> None:
    write_part(tmp_path / "p", done.part)
    assert pack_part(read_part(tmp_path / "p")) == done.part


def test_a_part_says_how_much_it_holds(done: Done) -> None:
    counts = counts_of(done.part)
    assert (counts.reports, counts.unread) == (4, 1)
    assert counts.claims >= 12
    assert counts.words > 150


def test_no_half_part_is_left_where_writing_failed(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        write_part(tmp_path / "nowhere" / "p", b"x")
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_part_is_told(tmp_path: Path) -> None:
    for name, content in {"a": b"", "b": b"PAR1nothing", "c": made.table(2)}.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(StoreError, match="no part"):
            counts_of(tmp_path / name)
        with pytest.raises(StoreError, match="no part"):
            list(each_part(tmp_path / name))


def test_a_fault_in_what_follows_from_a_report_costs_that_report_alone(
    done: Done, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_part(tmp_path / "p", done.part)
    found = read_part(tmp_path / "p")
    first = next(each for each in found if isinstance(each, ReadReport))

    def faulty(read: ReadReport) -> dict[str, bytes]:
        if read.report.key == first.report.key:
            raise ZeroDivisionError
        return hand_on(read)

    monkeypatch.setattr(parts, "hand_on", faulty)
    part = pack_part(found)
    before, after = counts_of(done.part), counts_of(part)
    assert (after.reports, after.unread) == (before.reports - 1, before.unread + 1)
    write_part(tmp_path / "again", part)
    left = [each.reason for each in read_part(tmp_path / "again") if isinstance(each, Unread)]
    assert any("ZeroDivisionError" in reason for reason in left)
