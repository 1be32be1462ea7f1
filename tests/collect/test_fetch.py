"""Fetching, against a real server on this machine."""

import gzip
import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import made_files as made
import pytest
from loopback import Served, Site, gives, gives_labelled, sends_to, serving, status

from watchword.collect import Limits, collect
from watchword.collect.answer import Query
from watchword.collect.fetch import USER_AGENT, Fetcher
from watchword.collect.pace import HostPace
from watchword.errors import RefusedError, UnreadableError
from watchword.model.report import Report, Unread

OPEN = Limits(allow_private=True, timeout_s=5, max_bytes=200_000)


@pytest.fixture
def site() -> Iterator[Served]:
    with serving() as served:
        yield served


def test_a_page_is_fetched_with_an_honest_name_and_read(site: Served) -> None:
    site.answers["/a"] = gives(made.html(), "text/html; charset=utf-8")
    (report,) = collect([f"{site.address}/a"], limits=OPEN)
    assert isinstance(report, Report)
    assert made.FIRST in report.text
    assert report.address == f"{site.address}/a"
    assert site.asked == [("/robots.txt", USER_AGENT), ("/a", USER_AGENT)]
    assert USER_AGENT.startswith("watchword/")


def test_a_feed_behind_an_address_gives_its_entries(site: Served) -> None:
    site.answers["/rss"] = gives(made.rss(), "application/rss+xml")
    (report,) = collect([f"{site.address}/rss"], limits=OPEN)
    assert isinstance(report, Report)
    assert report.address == "https://news.example/a"


def test_loopback_is_refused_unless_allowed(site: Served) -> None:
    site.answers["/a"] = gives(made.html())
    port = site.server.server_port
    for host in ("127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "0x7f.1"):  # noqa: S104
        (told,) = collect([f"http://{host}:{port}/a"], limits=Limits(timeout_s=5))
        assert isinstance(told, Unread), host
        assert "private network" in told.reason or "no such host" in told.reason, host
    assert site.asked == []


def test_a_name_that_points_elsewhere_the_second_time_reaches_nothing(site: Served) -> None:
    site.answers["/a"] = gives(made.html())
    port = site.server.server_port
    looked: list[str] = []

    def rebinding(host: str, *_arguments: Any, **_settings: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
        looked.append(host)
        number = "192.0.2.1" if len(looked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    with pytest.raises(RefusedError), Fetcher(Limits(timeout_s=2), resolve=rebinding) as fetcher:
        fetcher.get(f"http://news.example:{port}/a")
    with pytest.raises(RefusedError), Fetcher(Limits(timeout_s=2), resolve=rebinding) as fetcher:
        fetcher.get(f"http://news.example:{port}/a")
    assert site.asked == []


def test_a_redirect_is_checked_like_the_first_address(site: Served) -> None:
    site.answers["/a"] = sends_to("/b")
    site.answers["/b"] = gives(made.html())
    with Fetcher(OPEN) as fetcher:
        piece = fetcher.get(f"{site.address}/a")
    assert piece.address == f"{site.address}/b"
    for target in (
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "http://me:pass@127.0.0.1/",
        "http://",
    ):
        site.answers["/a"] = sends_to(target)
        with pytest.raises(RefusedError), Fetcher(OPEN) as fetcher:
            fetcher.get(f"{site.address}/a")


def test_a_redirect_into_a_private_network_is_refused(site: Served) -> None:
    """The first host counts as public here; the one it sends to does not."""
    port = site.server.server_port
    site.answers["/a"] = sends_to("http://inside.example/secret")
    public = f"http://public.example:{port}"

    def resolve(host: str, *_arguments: Any, **_settings: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
        number = "127.0.0.1" if host == "public.example" else "10.0.0.7"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    def is_public(words: str) -> bool:
        return words == "127.0.0.1"

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("watchword.net.addresses.is_public", is_public)
        with (
            pytest.raises(RefusedError, match="private network"),
            Fetcher(Limits(timeout_s=5), resolve=resolve) as fetcher,
        ):
            fetcher.get(f"{public}/a")
    assert [path for path, _agent in site.asked] == ["/robots.txt", "/a"]


def test_redirects_in_a_circle_end(site: Served) -> None:
    site.answers["/a"] = sends_to("/a")
    with pytest.raises(RefusedError, match="redirects"), Fetcher(OPEN) as fetcher:
        fetcher.get(f"{site.address}/a")


def test_a_body_that_is_too_large_is_given_up_early(site: Served) -> None:
    site.answers["/a"] = gives(b"x" * 5_000_000)
    with pytest.raises(RefusedError, match="larger than"), Fetcher(OPEN) as fetcher:
        fetcher.get(f"{site.address}/a")


def test_a_packed_bomb_is_refused(site: Served) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    site.answers["/a"] = gives(bomb, Content_Encoding="gzip")
    with pytest.raises(RefusedError, match="unpacks to more"), Fetcher(OPEN) as fetcher:
        fetcher.get(f"{site.address}/a")


def test_a_packed_page_is_unpacked_and_an_unknown_packing_refused(site: Served) -> None:
    site.answers["/a"] = gives(gzip.compress(made.html()), Content_Encoding="gzip")
    site.answers["/b"] = gives(b"??", Content_Encoding="br")
    with Fetcher(OPEN) as fetcher:
        assert fetcher.get(f"{site.address}/a").content == made.html()
        with pytest.raises(UnreadableError, match="packed"):
            fetcher.get(f"{site.address}/b")


@pytest.mark.parametrize("part", ["head", "body"])
def test_a_server_that_sends_a_byte_at_a_time_is_given_up_in_time(site: Served, part: str) -> None:
    def drip(site: Site) -> None:
        start = b"HTTP/1.1 200 OK\r\n" + (b"\r\n" if part == "body" else b"")
        try:
            site.wfile.write(start)
            for _second in range(200):
                site.wfile.write(b"x")
                site.wfile.flush()
                time.sleep(0.05)
        except OSError:
            site.close_connection = True

    site.answers["/a"] = drip
    began = time.monotonic()
    with (
        pytest.raises(UnreadableError, match="too long"),
        Fetcher(Limits(allow_private=True, timeout_s=1)) as fetcher,
    ):
        fetcher.get(f"{site.address}/a")
    assert time.monotonic() - began < 5


def test_a_wrong_declared_character_set_does_not_lose_the_page(site: Served) -> None:
    words = "Министерство обороны сообщило, что войска покинули приграничный район."
    page = f"<html><body><p>{words}</p></body></html>".encode()
    site.answers["/a"] = gives(page, "text/html; charset=no-such-set")
    site.answers["/b"] = gives(page + b" ", "text/html; charset=us-nonsense-8859")
    for path in ("/a", "/b"):
        (report,) = collect([f"{site.address}{path}"], limits=OPEN)
        assert isinstance(report, Report)
        assert report.text == words


def test_what_robots_txt_forbids_is_not_fetched(site: Served) -> None:
    site.answers["/robots.txt"] = gives(b"User-agent: *\nDisallow: /shut\n", "text/plain")
    site.answers["/shut/a"] = gives(made.html())
    site.answers["/open/a"] = gives(made.html())
    with Fetcher(OPEN) as fetcher:
        assert fetcher.get(f"{site.address}/open/a").content
        with pytest.raises(RefusedError, match=r"robots\.txt"):
            fetcher.get(f"{site.address}/shut/a")
    asked = [path for path, _agent in site.asked]
    assert asked == ["/robots.txt", "/open/a"]


def test_a_site_that_cannot_give_its_robots_txt_is_left_alone(site: Served) -> None:
    site.answers["/robots.txt"] = status(503)
    site.answers["/a"] = gives(made.html())
    with pytest.raises(RefusedError, match=r"robots\.txt"), Fetcher(OPEN) as fetcher:
        fetcher.get(f"{site.address}/a")


def test_an_answer_that_is_no_page_is_told_with_its_number(site: Served) -> None:
    site.answers["/a"] = status(410)
    (told,) = collect([f"{site.address}/a"], limits=OPEN)
    assert told == Unread(found_at=f"{site.address}/a", reason="the server answered 410")


def test_what_is_no_http_at_all_is_told(site: Served) -> None:
    def garbage(site: Site) -> None:
        site.wfile.write(b"\x00\xff not http\r\n\r\n")
        site.close_connection = True

    site.answers["/a"] = garbage
    (told,) = collect([f"{site.address}/a"], limits=OPEN)
    assert isinstance(told, Unread)
    assert told.reason == "the connection broke off"


def test_a_port_where_nobody_listens_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (told,) = collect([f"http://127.0.0.1:{port}/"], limits=OPEN)
    assert isinstance(told, Unread)
    assert told.reason == "nothing answers at this address"


@pytest.mark.parametrize(
    "address",
    [
        "ftp://news.example/", "file:///etc/passwd", "http://", "http://me@news.example/",
        "http://me:pass@news.example/", "http://[::1", "http://news.example:99999/",
        "javascript://x", "http://" + "a" * 300 + ".example/", "http://\ud800.example/",
        "http://news.example/" + "a" * 5000,
    ],
)  # fmt: skip
def test_an_improper_address_is_told(address: str) -> None:
    (told,) = collect([address], limits=Limits(timeout_s=2))
    assert isinstance(told, Unread)
    assert told.reason


@pytest.mark.parametrize(
    ("rules", "gap"), [(b"", 2), (b"User-agent: *\nCrawl-delay: 7\nDisallow: /no\n", 7)]
)
def test_requests_to_one_host_wait_for_their_turn_and_the_wait_is_no_slow_answer(
    site: Served, rules: bytes, gap: float
) -> None:
    waited: list[float] = []
    pace = HostPace(2.0, clock=lambda: sum(waited), pause=waited.append)
    site.answers["/robots.txt"] = gives(rules, "text/plain")
    site.answers["/a"] = gives(made.html())
    with Fetcher(OPEN, pace=pace) as fetcher:
        for _request in range(3):
            assert fetcher.get(f"{site.address}/a").content
    assert waited == [gap, gap]
    assert site.asks_of("/robots.txt") == 1


def test_validators_are_sent_and_an_unchanged_answer_given(site: Served) -> None:
    site.answers["/a"] = gives_labelled(made.html(), '"v1"')
    query = Query(address=f"{site.address}/a", most_bytes=9_999)
    with Fetcher(OPEN) as fetcher:
        first = fetcher.ask(query)
        again = fetcher.ask(replace(query, etag='"v1"', last_modified="Mon, 02 Mar 2026"))
    assert (first.status, first.headers["etag"]) == (200, '"v1"')
    assert (again.status, again.content) == (304, b"")
    assert site.headers_of["/a"][1]["if-modified-since"] == "Mon, 02 Mar 2026"


def test_a_validator_that_cannot_be_sent_is_told(site: Served) -> None:
    query = Query(address=f"{site.address}/a", etag='"a\r\nX-Evil: 1"', most_bytes=9_999)
    with pytest.raises(UnreadableError), Fetcher(OPEN) as fetcher:
        fetcher.ask(query)
    assert site.asks_of("/a") == 0
