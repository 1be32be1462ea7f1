"""WARC files: what is written is read back, and what a crash tore is cut off."""

import gzip
import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import made_files as made
import pytest
from fastwarc.warc import ArchiveIterator
from hypothesis import given
from hypothesis import strategies as some
from keeper import Clock, Keeper
from loopback import Served, gives, sends_to, serving

from watchword.collect import Limits, collect
from watchword.collect.answer import Exchange
from watchword.collect.archiving import Archive, each_record, gzip_member, whole_bytes
from watchword.collect.feeds import make_feed
from watchword.collect.visiting import Visitor
from watchword.errors import UnreadableError
from watchword.model.feed import FeedKind
from watchword.model.report import Report

AT = datetime(2026, 3, 2, 9, 0, 0, 123456, tzinfo=UTC)
NAME = "watchword-20260302-00.warc.gz"


def exchange(number: int = 1, body: bytes = b"") -> Exchange:
    return Exchange(
        address=f"https://news.example/{number}",
        at=AT,
        request=f"GET /{number} HTTP/1.1\r\nHost: news.example\r\n\r\n".encode(),
        head=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n",
        body=body or made.html(),
        host="192.0.2.7",
    )


def records_of(path: Path) -> list[Any]:
    """Read a file by another program, which checks every digest."""
    found = []
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream, parse_http=False):
            record.freeze()
            if record.headers["WARC-Type"] != "warcinfo":
                assert record.verify_block_digest()
            found.append(record)
    return found


def test_an_exchange_is_its_answer_and_the_request_that_led_to_it(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.write((exchange(),))
    about, answer, request = records_of(tmp_path / NAME)
    assert [one.headers["WARC-Type"] for one in (about, answer, request)] == [
        "warcinfo", "response", "request",
    ]  # fmt: skip
    assert answer.headers["WARC-Target-URI"] == "https://news.example/1"
    assert answer.headers["WARC-Date"] == "2026-03-02T09:00:00.123456Z"
    assert answer.headers["WARC-IP-Address"] == "192.0.2.7"
    assert request.headers["WARC-Concurrent-To"] == answer.headers["WARC-Record-ID"]
    head, _blank, body = answer.reader.read().partition(b"\r\n\r\n")
    assert body == made.html()
    assert b"chunked" not in head
    assert f"Content-Length: {len(body)}".encode() in head
    answer.parse_http()


def test_each_record_is_a_gzip_member_and_version_1_1(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.write((exchange(),))
    content = (tmp_path / NAME).read_bytes()
    assert content.count(b"\x1f\x8b\x08") >= 3
    assert gzip.decompress(content).count(b"WARC/1.1\r\n") == 3


def test_what_is_kept_is_read_back_as_reports(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.write((exchange(),))
    (report,) = collect([str(tmp_path)], limits=Limits())
    assert isinstance(report, Report)
    assert made.FIRST in report.text
    assert report.address == "https://news.example/1"


def test_the_same_exchange_has_the_same_bytes_on_every_machine() -> None:
    assert list(each_record(exchange())) == list(each_record(exchange()))
    first, other = (list(each_record(exchange(number))) for number in (1, 2))
    assert first != other


def test_a_day_has_a_file_of_its_own(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.write((exchange(), replace(exchange(), at=AT + timedelta(days=1))))
        archive.write((exchange(2),))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        NAME, "watchword-20260303-00.warc.gz",
    ]  # fmt: skip
    assert len(records_of(tmp_path / NAME)) == 5


def test_a_file_goes_on_where_it_ended(tmp_path: Path) -> None:
    for number in (1, 2):
        with Archive(tmp_path) as archive:
            archive.write((exchange(number),))
    addresses = [one.headers["WARC-Target-URI"] for one in records_of(tmp_path / NAME)[1:]]
    assert addresses == [*["https://news.example/1"] * 2, *["https://news.example/2"] * 2]


@given(some.integers(0, 3000), some.binary(max_size=40))
def test_bytes_up_to_the_last_whole_record_are_counted(cut: int, rubbish: bytes) -> None:
    members = [gzip_member(record) for number in (1, 2) for record in each_record(exchange(number))]
    whole = b"".join(members)
    torn = whole[: min(cut, len(whole))]
    ends = [sum(map(len, members[:count])) for count in range(len(members) + 1)]
    kept = max(end for end in ends if end <= len(torn))
    assert whole_bytes(io.BytesIO(torn)) == kept
    if kept == len(torn) and not rubbish.startswith(b"\x1f"):
        assert whole_bytes(io.BytesIO(torn + rubbish)) == kept


@pytest.mark.parametrize("damage", [b"\x1f\x8b\x08", b"\0" * 500, b"half a record"])
def test_a_torn_record_is_cut_off_and_the_others_stay(tmp_path: Path, damage: bytes) -> None:
    with Archive(tmp_path) as archive:
        archive.write((exchange(1),))
    path = tmp_path / NAME
    whole = path.read_bytes()
    path.write_bytes(whole + damage)
    with Archive(tmp_path) as archive:
        archive.write((exchange(2),))
    assert path.read_bytes().startswith(whole)
    assert len(records_of(path)) == 5


def test_two_that_write_at_once_have_a_file_each(tmp_path: Path) -> None:
    with Archive(tmp_path) as one, Archive(tmp_path) as other:
        one.write((exchange(1),))
        other.write((exchange(2),))
        one.write((exchange(3),))
    paths = sorted(tmp_path.iterdir())
    assert [len(records_of(path)) for path in paths] == [5, 3]


def test_a_process_that_is_killed_while_it_writes_leaves_whole_records(tmp_path: Path) -> None:
    program = (
        "import sys; sys.path[:0] = sys.argv[2:]\n"
        "from pathlib import Path\n"
        "from test_archiving import exchange\n"
        "from watchword.collect.archiving import Archive\n"
        "archive = Archive(Path(sys.argv[1]))\n"
        "for number in range(100_000):\n"
        "    archive.write((exchange(number),)); print(number, flush=True)\n"
    )
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", program, str(tmp_path), str(Path(__file__).parent)],
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        told = [int(process.stdout.readline()) for _line in range(5)]
        process.kill()
        told += [int(line) for line in process.stdout.read().split()]
    with Archive(tmp_path) as archive:
        archive.write((exchange(200_000),))
    addresses = {one.headers["WARC-Target-URI"] for one in records_of(tmp_path / NAME)[1:]}
    assert {f"https://news.example/{number}" for number in (*told, 200_000)} <= addresses


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "archive").write_text("a file", encoding="utf-8")
    with pytest.raises(UnreadableError, match="archive cannot be written"):
        Archive(tmp_path / "archive").write((exchange(),))


def test_a_visit_keeps_every_step_of_what_it_fetched_and_only_where_that_is_wished(
    tmp_path: Path,
) -> None:
    clock = Clock(AT)
    limits = Limits(allow_private=True, host_gap_s=0)
    with serving() as site, Archive(tmp_path) as archive:
        site.answers["/old"] = sends_to("/rss")
        site.answers["/rss"] = gives(gzip.compress(made.rss()), Content_Encoding="gzip")
        plain = make_feed(FeedKind.FEED, f"{site.address}/old")
        with Visitor(limits, archive=archive, now=clock) as visitor:
            keeper = Keeper(visitor=visitor, clock=clock)
            assert keeper.visit(plain).visit.new == 1
            assert list(tmp_path.iterdir()) == []
            keeper.states.clear()
            assert keeper.visit(replace(plain, archive=True)).visit.known == 1
        answers = [
            one for one in records_of(tmp_path / NAME) if one.headers["WARC-Type"] == "response"
        ]
        assert _paths(answers, site) == ["/old", "/rss"]
    (report,) = collect([str(tmp_path)], limits=limits)
    assert isinstance(report, Report)
    assert report.address == "https://news.example/a"


def _paths(answers: list[Any], site: Served) -> list[str]:
    strip: Callable[[str], str] = lambda address: address.removeprefix(site.address)  # noqa: E731
    return [strip(one.headers["WARC-Target-URI"]) for one in answers]
