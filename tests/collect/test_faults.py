"""The fault test: feeds from a server that stalls, lies, circles, floods and breaks off.

Whatever it does, a visit ends, says what happened, and leaves the feed's state as it should be.
"""

import gzip
import socket
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import made_files as made
import pytest
from keeper import BEGIN, Clock, Keeper, Visited
from loopback import Served, Site, gives, gives_labelled, sends_raw, sends_to, serving, status

from watchword.collect import Limits
from watchword.collect.feeds import make_feed
from watchword.collect.fetch import Fetcher
from watchword.collect.schedule import first_state
from watchword.collect.visiting import Visitor
from watchword.model.feed import Feed, FeedKind, VisitOutcome

RSS = "application/rss+xml"
OPEN = Limits(
    allow_private=True, timeout_s=1, host_gap_s=0, max_bytes=2_000_000, max_feed_bytes=1_000_000,
    max_entries=50,
)  # fmt: skip
CYRILLIC = "Министерство обороны сообщило, что войска покинули приграничный район."
Resolve = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def site() -> Iterator[Served]:
    with serving() as served:
        yield served


@pytest.fixture
def keeper() -> Iterator[Keeper]:
    clock = Clock()
    with Visitor(OPEN, now=clock) as visitor:
        yield Keeper(visitor=visitor, clock=clock)


def feed_at(site: Served, path: str = "/rss") -> Feed:
    return make_feed(FeedKind.FEED, f"{site.address}{path}")


def items(first: int, count: int) -> str:
    return "".join(
        f"<item><title>Bulletin {number}</title><guid isPermaLink='false'>b{number}</guid>"
        f"<description>The harbour was closed at noon, says bulletin {number}.</description>"
        "</item>"
        for number in range(first, first + count)
    )


def reasons(visited: Visited) -> list[str]:
    return [told.reason for told in visited.unread]


def fails(keeper: Keeper, feed: Feed) -> str:
    """Visit a feed that fails, and give the reason."""
    visit = keeper.visit(feed).visit
    state = keeper.states[feed.key]
    assert visit.outcome is VisitOutcome.FAILED
    assert (state.failures, state.answered_at, state.etag) == (1, None, "")
    assert state.due_at is not None
    assert state.due_at > BEGIN
    return visit.reason


@pytest.mark.parametrize("part", ["nothing", "head", "body"])
def test_a_server_that_stalls_is_given_up(site: Served, keeper: Keeper, part: str) -> None:
    def stall(site: Site) -> None:
        start = {
            "nothing": b"",
            "head": b"HTTP/1.1 200 OK\r\n",
            "body": b"HTTP/1.1 200 OK\r\n\r\n<",
        }
        site.wfile.write(start[part])
        site.wfile.flush()
        time.sleep(3)

    site.answers["/rss"] = stall
    assert fails(keeper, feed_at(site)) == "it took too long to answer"


def test_a_body_shorter_than_its_length_says_is_a_failure(site: Served, keeper: Keeper) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {RSS}\r\nContent-Length: 90000\r\n\r\n"
    site.answers["/rss"] = sends_raw(head.encode(), made.rss())
    assert fails(keeper, feed_at(site)) == "the connection broke off"


def test_a_body_longer_than_its_length_says_is_read_as_far_as_it_is_whole(
    site: Served, keeper: Keeper
) -> None:
    whole = made.rss(entry=items(0, 9))
    cut = whole.index(b">b8<")
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {RSS}\r\nContent-Length: {cut}\r\n\r\n"
    site.answers["/rss"] = sends_raw(head.encode(), whole)
    visited = keeper.visit(feed_at(site))
    assert visited.visit.new == 8
    assert reasons(visited) == ["entries lost because the feed breaks off"]


@pytest.mark.parametrize("length", ["-5", "many", "5, 6"])
def test_a_length_that_is_none_is_a_failure(site: Served, keeper: Keeper, length: str) -> None:
    site.answers["/rss"] = gives(made.rss(), RSS, Content_Length=length)
    assert fails(keeper, feed_at(site)) == "the connection broke off"


def test_a_chunked_body_that_breaks_off_is_a_failure(site: Served, keeper: Keeper) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {RSS}\r\nTransfer-Encoding: chunked\r\n\r\n"
    body = made.rss()
    site.answers["/rss"] = sends_raw(head.encode(), b"%x\r\n" % len(body), body, b"\r\n")
    assert fails(keeper, feed_at(site)) == "the connection broke off"


def test_redirects_in_a_circle_end(site: Served, keeper: Keeper) -> None:
    site.answers["/rss"] = sends_to("/b", 301)
    site.answers["/b"] = sends_to("/rss", 302)
    visit = keeper.visit(feed_at(site)).visit
    assert (visit.outcome, visit.moved_to) == (VisitOutcome.REFUSED, "")
    assert visit.reason == "more than 5 redirects"
    assert site.asks_of("/rss") + site.asks_of("/b") == 6


@pytest.mark.parametrize("address", ["10.0.0.7", "169.254.169.254", "127.0.0.5", "fd00::7"])
def test_a_redirect_to_a_private_address_is_refused_and_not_remembered(
    site: Served, address: str
) -> None:
    """The first host counts as public here, as one on the internet would."""
    site.answers["/rss"] = sends_to("http://inside.example/secret", 301)
    visited = _visit_from_outside(site, _names({"inside.example": address}))
    assert visited.visit.outcome is VisitOutcome.REFUSED
    assert visited.visit.reason == "inside.example is an address inside a private network"
    assert visited.visit.moved_to == ""


def test_a_name_with_one_public_and_one_private_address_is_refused(site: Served) -> None:
    site.answers["/rss"] = gives(made.rss(), RSS)

    def both(_host: str, port: int, **_settings: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
        return [_found("127.0.0.1", port), _found("10.0.0.7", port)]

    visited = _visit_from_outside(site, both)
    assert visited.visit.outcome is VisitOutcome.REFUSED
    assert site.asked == []


def test_the_page_of_an_entry_is_not_fetched_from_a_private_network(site: Served) -> None:
    entry = (
        "<item><title>Bulletin</title><guid>b</guid><link>http://inside.example/secret</link>"
        "<description>The harbour was closed at noon.</description></item>"
    )
    site.answers["/rss"] = gives(made.rss(entry=entry), RSS)
    visited = _visit_from_outside(site, _names({"inside.example": "10.0.0.7"}))
    (report,) = visited.reports
    assert report.text == "The harbour was closed at noon."
    assert "private network" in (report.note or "")


@pytest.mark.parametrize(
    ("charset", "declared"),
    [
        ("utf-8", "utf-8"), ("windows-1251", "windows-1251"), ("koi8-r", "koi8-r"),
        ("utf-16", "utf-16"), ("utf-8", "iso-8859-1"), ("utf-8", "no-such-set"),
        ("windows-1251", ""), ("utf-8", ""),
    ],
)  # fmt: skip
def test_a_feed_that_changes_its_character_set_keeps_its_words(
    site: Served, keeper: Keeper, charset: str, declared: str
) -> None:
    """The words stay the same, so that what was known in one set is known in every other."""
    text = f"<item><title>Район</title><guid>g</guid><description>{CYRILLIC}</description></item>"
    named = f" encoding='{declared}'" if declared else ""
    whole = f"<?xml version='1.0'{named}?><rss version='2.0'><channel>{text}</channel></rss>"
    site.answers["/rss"] = gives(f"<rss><channel>{text}</channel></rss>".encode(), RSS)
    (before,) = keeper.visit(feed_at(site)).reports
    site.answers["/rss"] = gives(whole.encode(charset), RSS)
    again = keeper.visit(feed_at(site))
    assert before.text == CYRILLIC
    assert (again.visit.known, again.arrivals) == (1, [])


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_a_packed_bomb_is_refused(site: Served, keeper: Keeper, packing: str) -> None:
    pack = gzip.compress if packing == "gzip" else zlib.compress
    bomb = pack(made.rss(entry="<!--" + " " * 20_000_000 + "-->" + items(0, 1)))
    site.answers["/rss"] = gives(bomb, RSS, Content_Encoding=packing)
    visit = keeper.visit(feed_at(site)).visit
    assert visit.outcome in {VisitOutcome.REFUSED, VisitOutcome.FAILED}
    assert visit.bytes == len(bomb)
    assert visit.new == 0


@pytest.mark.parametrize(
    ("packing", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress),
                          ("deflate", lambda content: zlib.compress(content)[2:-4])],
)  # fmt: skip
def test_a_packed_feed_is_read_and_one_cut_short_as_far_as_it_goes(
    site: Served, keeper: Keeper, packing: str, pack: Callable[[bytes], bytes]
) -> None:
    packed = pack(made.rss(entry=items(0, 40)))
    site.answers["/a"] = gives(packed, RSS, Content_Encoding=packing)
    assert keeper.visit(feed_at(site, "/a")).visit.new == 40
    site.answers["/b"] = gives(packed[: len(packed) // 2], RSS, Content_Encoding=packing)
    visited = keeper.visit(feed_at(site, "/b"))
    assert reasons(visited)
    assert visited.visit.bytes == len(packed) // 2


def test_a_feed_of_ten_million_entries_is_read_up_to_its_bounds(
    site: Served, keeper: Keeper
) -> None:
    def flood(site: Site) -> None:
        site.send_response(200)
        site.send_header("Content-Type", RSS)
        site.end_headers()
        site.wfile.write(b"<rss version='2.0'><channel><title>Flood</title>")
        for number in range(0, 10_000_000, 1_000):
            site.wfile.write(items(number, 1_000).encode())

    site.answers["/rss"] = flood
    visited = keeper.visit(feed_at(site))
    assert [report.report_id for report in visited.reports] == [f"b{n}" for n in range(49, -1, -1)]
    told = {told.reason: told.count for told in visited.unread}
    assert told.keys() == {
        "what lies beyond 1,000,000 bytes of its feed", "beyond the first 50 entries of its feed",
    }  # fmt: skip
    assert told["beyond the first 50 entries of its feed"] > 5_000
    assert visited.visit.bytes <= OPEN.max_feed_bytes + 1


def test_a_json_feed_of_too_many_items_is_read_up_to_its_bound(
    site: Served, keeper: Keeper
) -> None:
    many = [{"id": str(n), "content_text": f"The harbour is closed, day {n}."} for n in range(60)]
    site.answers["/rss"] = gives(made.json_feed(*many), "application/feed+json")
    visited = keeper.visit(feed_at(site))
    assert visited.visit.new == 50
    assert [told.count for told in visited.unread] == [10]


@pytest.mark.parametrize(
    ("broken", "read", "lost"),
    [
        (made.rss(entry=items(0, 5)).replace(b"closed at", b"closed & at", 1), 5, 0),
        (made.rss(entry=items(0, 5)).replace(b"</description>", b"", 1), 4, 1),
        (made.rss(entry=items(0, 5))[:-60], 4, 1),
        (made.rss(entry=items(0, 5)).replace(b"harbour", b"har\x0bbour"), 5, 0),
        (b"\n\n  " + made.rss(entry=items(0, 5)), 5, 0),
        (b"<br />Warning: no database<br />" + made.rss(entry=items(0, 5)), 5, 0),
    ],
    ids=["ampersand", "open tag", "cut", "control", "blanks before", "words before"],
)
def test_broken_xml_is_read_as_far_as_it_goes_and_what_is_lost_is_counted(
    site: Served, keeper: Keeper, broken: bytes, read: int, lost: int
) -> None:
    site.answers["/rss"] = gives(broken, RSS)
    visited = keeper.visit(feed_at(site))
    assert visited.visit.new == read
    assert sum(told.count for told in visited.unread) == lost


@pytest.mark.parametrize(
    "trap",
    [
        '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!-- <a> --><!DOCTYPE r [<!ENTITY a "aaaa">]>',
        '<!-- <![CDATA[ --><!DOCTYPE r [<!ENTITY a "aaaa">]><!-- ]]> -->',
    ],
)
@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "utf-32"])
def test_entities_of_its_own_are_refused_in_every_character_set(
    site: Served, keeper: Keeper, trap: str, charset: str
) -> None:
    whole = made.rss(top=trap, entry=items(0, 1)).decode().encode(charset)
    site.answers["/rss"] = gives(whole, RSS)
    assert "entities of its own" in fails(keeper, feed_at(site))


def test_an_entry_that_tells_of_entities_is_no_trap(site: Served, keeper: Keeper) -> None:
    entry = (
        "<item><guid>1</guid><title>How to</title><description><![CDATA[Write "
        "&lt;!DOCTYPE and <!ENTITY a 'b'> on top.]]></description></item>"
    )
    site.answers["/rss"] = gives(made.rss(entry=entry), RSS)
    assert keeper.visit(feed_at(site)).visit.new == 1


def test_a_server_that_asks_for_peace_is_left_alone(site: Served, keeper: Keeper) -> None:
    site.answers["/rss"] = status(429, Retry_After="7200")
    feed = feed_at(site)
    visit = keeper.visit(feed).visit
    assert (visit.outcome, visit.wait_s) == (VisitOutcome.REFUSED, 7200.0)
    state = keeper.states[feed.key]
    assert state.due_at is not None
    assert (state.due_at - BEGIN).total_seconds() == 7200
    again = keeper.visit(feed).visit
    assert "left alone" in again.reason
    assert site.asks_of("/rss") == 1


def test_a_server_that_is_down_until_a_date_is_visited_after_it(
    site: Served, keeper: Keeper
) -> None:
    site.answers["/rss"] = status(503, Retry_After="Mon, 02 Mar 2026 12:00:00 GMT")
    feed = feed_at(site)
    assert keeper.visit(feed).visit.wait_s == 3 * 3600
    due_at = keeper.states[feed.key].due_at
    assert due_at is not None
    assert due_at.isoformat() == "2026-03-02T12:00:00+00:00"


@pytest.mark.parametrize("words", ["soon", "-5", "1e9", "Mon, 99 Foo 2026", ""])
def test_a_request_for_peace_that_is_none_is_no_wait(
    site: Served, keeper: Keeper, words: str
) -> None:
    site.answers["/rss"] = status(503, Retry_After=words)
    assert keeper.visit(feed_at(site)).visit.wait_s is None


def test_a_visit_that_fails_forgets_nothing_of_what_was_known(site: Served, keeper: Keeper) -> None:
    feed = feed_at(site)
    site.answers["/rss"] = gives_labelled(made.rss(), '"v1"')
    assert keeper.visit(feed).visit.new == 1
    before = keeper.states[feed.key]
    site.answers["/rss"] = status(500)
    assert keeper.visit(feed).visit.outcome is VisitOutcome.FAILED
    state = keeper.states[feed.key]
    assert (state.etag, state.answered_at) == (before.etag, before.answered_at)
    assert state.reason == "the server answered 500"
    site.answers["/rss"] = gives_labelled(made.rss(), '"v1"')
    assert keeper.visit(feed).visit.outcome is VisitOutcome.UNCHANGED
    assert (keeper.states[feed.key].failures, keeper.states[feed.key].reason) == (0, "")


@pytest.mark.parametrize("body", [b"", b"   ", b"\0" * 50, b"<rss></rss>", b"<rss", b"{}", b"[1]"])
def test_a_body_without_a_feed_is_a_failure(site: Served, keeper: Keeper, body: bytes) -> None:
    site.answers["/rss"] = gives(body, RSS)
    assert fails(keeper, feed_at(site))


def test_headers_without_end_are_given_up(site: Served, keeper: Keeper) -> None:
    def chatter(site: Site) -> None:
        site.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(200_000):
            site.wfile.write(b"X-%d: %s\r\n" % (number, b"x" * 100))

    site.answers["/rss"] = chatter
    assert fails(keeper, feed_at(site)) in {
        "the connection broke off",
        "it took too long to answer",
    }


def _visit_from_outside(site: Served, resolve: Resolve) -> Visited:
    """Visit a feed with private addresses forbidden; 127.0.0.1 stands for the public internet."""
    limits = replace(OPEN, allow_private=False)
    clock = Clock()
    address = f"http://public.example:{site.server.server_port}/rss"
    feed = replace(make_feed(FeedKind.FEED, address), full_text=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("watchword.net.addresses.is_public", "127.0.0.1".__eq__)
        fetcher = Fetcher(limits, resolve=resolve, now=clock)
        with Visitor(limits, fetcher=fetcher, now=clock) as visitor:
            keeper = Keeper(visitor=visitor, clock=clock)
            keeper.states[feed.key] = first_state(feed, clock())
            return keeper.visit(feed)


def _names(known: dict[str, str]) -> Resolve:
    def resolve(host: str, port: int, **_settings: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
        return [_found(known.get(host, "127.0.0.1"), port)]

    return resolve


def _found(number: str, port: int) -> tuple[Any, ...]:
    family = socket.AF_INET6 if ":" in number else socket.AF_INET
    return (family, socket.SOCK_STREAM, 6, "", (number, port))
