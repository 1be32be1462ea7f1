"""Files are cut at the ends of lines, records and rows; their stretches give the whole again."""

import gzip
from pathlib import Path

import made_archives as made
import pytest

from watchword.collect.limits import Limits
from watchword.collect.reading import ReadingRoom
from watchword.flow.archive.carrying import Aside, Task, each_task
from watchword.flow.archive.cutting import cut_file
from watchword.flow.archive.shards import ArchiveFile, Cut, Size
from watchword.model.report import Report, Unread

TWO = Size(records=2)
CUT = {
    "a.jsonl": ("jsonl", Cut.BYTES, 3),
    "b.jsonl.gz": ("jsonl", Cut.UNPACKED, 3),
    "c.warc": ("warc", Cut.BYTES, 3),
    "d.warc.gz": ("warc", Cut.BYTES, 3),
    "e.warc.gz": ("warc", Cut.UNPACKED, 3),
    "f.parquet": ("parquet", Cut.ROWS, 3),
    "g.txt": ("", Cut.WHOLE, 1),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("archive")
    made.write_all(place)
    return place


def tasks_of(file: ArchiveFile) -> list[Task]:
    found = list(each_task(file, file.shards))
    assert [each for each in found if isinstance(each, Aside)] == []
    return [each for each in found if isinstance(each, Task)]


def collected(tasks: list[Task]) -> list[Report | Unread]:
    with ReadingRoom(Limits(), None) as room:
        return [each for task in tasks for each in room.read(task.piece)]


@pytest.mark.parametrize("name", CUT)
def test_a_file_is_cut_by_its_form(name: str, folder: Path) -> None:
    file = cut_file(folder / name, TWO)
    assert (file.form, file.cut, len(file.shards)) == CUT[name]
    assert file.reason == ""


@pytest.mark.parametrize("name", CUT)
def test_the_stretches_hold_what_the_whole_file_holds(name: str, folder: Path) -> None:
    cut, whole = (cut_file(folder / name, size) for size in (TWO, Size()))
    found = collected(tasks_of(cut))
    assert found == collected(tasks_of(whole))
    assert all(isinstance(each, Report) for each in found)
    assert len(found) == (1 if name == "g.txt" else 6)


@pytest.mark.parametrize("name", CUT)
def test_a_single_stretch_is_found_without_those_before_it(name: str, folder: Path) -> None:
    file = cut_file(folder / name, TWO)
    for shard, task in zip(file.shards, tasks_of(file), strict=True):
        assert list(each_task(file, [shard])) == [task]


def test_an_archive_is_collected_as_if_it_had_not_been_cut(folder: Path) -> None:
    from watchword.collect import collect  # noqa: PLC0415 - for this test alone

    for name in CUT:
        found = collected(tasks_of(cut_file(folder / name, TWO)))
        assert found == list(collect([str(folder / name)], limits=Limits()))


def test_a_file_that_is_packed_as_a_whole_is_cut_where_its_content_is(tmp_path: Path) -> None:
    place = tmp_path / "long.jsonl.gz"
    place.write_bytes(gzip.compress(made.lines(50), mtime=0))
    file = cut_file(place, Size(length=2_000))
    assert len(file.shards) > 5
    assert b"".join(task.piece.content for task in tasks_of(file)) == made.lines(50)


def test_what_comes_before_damage_is_kept_and_the_rest_is_told(tmp_path: Path) -> None:
    cut_short = {
        "a.warc": made.warc(3)[:-60],
        "b.warc.gz": made.warc_members(3)[:-60],
        "c.warc.gz": made.warc_members(2) + b"\x1f\x8bnothing",
        "d.jsonl.gz": gzip.compress(made.lines(3000), mtime=0)[:-60],
    }
    for name, content in cut_short.items():
        place = tmp_path / name
        place.write_bytes(content)
        file = cut_file(place, Size(records=1))
        assert file.reason, name
        found = collected(tasks_of(file))
        assert len([each for each in found if isinstance(each, Report)]) >= 2, name


@pytest.mark.parametrize("content", [made.table(6)[:-20], b"PAR1" + bytes(100) + b"PAR1"])
def test_a_damaged_table_has_no_stretches(content: bytes, tmp_path: Path) -> None:
    place = tmp_path / "a.parquet"
    place.write_bytes(content)
    file = cut_file(place, Size())
    assert (file.shards, file.reason) == ((), "damaged Parquet")


def test_lines_in_a_wide_encoding_are_not_cut(tmp_path: Path) -> None:
    place = tmp_path / "a.jsonl"
    place.write_bytes(made.lines(4).decode().encode("utf-16"))
    file = cut_file(place, TWO)
    assert file.cut is Cut.WHOLE
    assert len(collected(tasks_of(file))) == 4


def test_a_file_that_has_become_shorter_is_set_aside(tmp_path: Path) -> None:
    place = tmp_path / "a.jsonl"
    place.write_bytes(made.lines(6))
    file = cut_file(place, TWO)
    place.write_bytes(made.lines(3))
    first, *others = each_task(file, file.shards)
    assert isinstance(first, Task)
    assert all(isinstance(each, Aside) for each in others)
    place.unlink()
    assert all(isinstance(each, Aside) for each in each_task(file, file.shards))
