import io
import os
from pathlib import Path

import made_files as made
import pytest

from watchword.collect import Limits, collect
from watchword.errors import UnreadableError
from watchword.model.report import Report, Unread

LIMITS = Limits()


def _places(results: list[Report | Unread], folder: Path) -> list[str]:
    return [str(Path(result.found_at).relative_to(folder)) for result in results]


def test_a_folder_is_read_to_the_bottom_in_the_order_of_its_names(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    for name in ("z.txt", "a.txt", "b/one.txt", "b/c/two.txt", ".dot.txt", ".hidden/three.txt"):
        (tmp_path / name).write_text(f"Words of {name}.")
    results = list(collect([str(tmp_path)], limits=LIMITS))
    assert _places(results, tmp_path) == ["a.txt", "z.txt", "b/one.txt", "b/c/two.txt"]


def test_links_are_told_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words here.")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "out.txt").symlink_to("/etc/hostname")
    results = list(collect([str(tmp_path)], limits=LIMITS))
    told = [result for result in results if isinstance(result, Unread)]
    assert _places(told, tmp_path) == ["loop", "out.txt", "self"]
    assert all("symbolic link" in unread.reason for unread in told)


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_settings: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.txt"
    path.write_text("Words here.")
    monkeypatch.setattr(Path, "open", refuse)
    (told,) = collect([str(path)], limits=LIMITS)
    assert told == Unread(found_at=str(path), reason="it may not be read: no permission")


def test_what_is_no_file_is_told_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    sources = [str(tmp_path / "pipe"), "/dev/zero", str(tmp_path / "none"), "a\0b", ""]
    results = list(collect(sources, limits=LIMITS))
    assert len(results) == len(sources)
    assert all(isinstance(result, Unread) and result.reason for result in results)


def test_a_folder_with_nothing_in_it_is_told(tmp_path: Path) -> None:
    (told,) = collect([str(tmp_path)], limits=LIMITS)
    assert isinstance(told, Unread)


def test_a_dash_is_standard_input_in_any_format() -> None:
    for content in (made.jsonl(), made.csv(), made.html(), made.plain()):
        results = list(collect(["-"], limits=LIMITS, stdin=io.BytesIO(content)))
        assert isinstance(results[0], Report)
        assert results[0].found_at.startswith("standard input")


def test_more_than_the_bound_is_not_read(tmp_path: Path) -> None:
    small = Limits(max_bytes=1000)
    (tmp_path / "a.txt").write_bytes(b"word " * 300)
    told = list(collect(["-", str(tmp_path)], limits=small, stdin=io.BytesIO(b"x" * 1001)))
    assert [result.reason for result in told if isinstance(result, Unread)] == [
        "larger than 1,000 bytes"
    ] * 2


def test_the_same_report_named_twice_comes_out_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(made.plain())
    first, second = collect([str(path), str(tmp_path)], limits=LIMITS)
    assert isinstance(first, Report)
    assert isinstance(second, Unread)
    assert "second copy" in second.reason


def test_an_address_that_cannot_be_opened_does_not_stop_the_rest(tmp_path: Path) -> None:
    def fail(address: str) -> None:
        raise UnreadableError(f"nothing answers at {address}")

    (tmp_path / "a.txt").write_bytes(made.plain())
    sources = ["https://news.example/a", str(tmp_path)]
    told, report = collect(sources, limits=LIMITS, opener=fail)  # type: ignore[arg-type]
    assert told == Unread(
        found_at="https://news.example/a", reason="nothing answers at https://news.example/a"
    )
    assert isinstance(report, Report)


def test_records_come_out_one_by_one_and_not_all_at_the_end() -> None:
    many = b"".join(
        b'{"id": "%d", "language": "en", "text": "Words %d."}\n' % (n, n) for n in range(5000)
    )
    stream = collect(["-"], limits=LIMITS, stdin=io.BytesIO(many))
    first = next(stream)
    assert isinstance(first, Report)
    assert first.report_id == "0"
    assert sum(1 for _report in stream) == 4999


def test_a_file_name_that_is_no_text_can_still_be_told(tmp_path: Path) -> None:
    for name, content in ((b"\xff-a.txt", made.plain()), (b"\xff-b.txt", b"")):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(content)
    results = list(collect([str(tmp_path)], limits=LIMITS))
    assert [type(result) for result in results] == [Report, Unread]
    assert all(result.found_at.encode() for result in results)
