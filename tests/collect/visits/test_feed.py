"""Visits to feeds, against a real server on this machine."""

from collections.abc import Callable
from dataclasses import replace

import made_files as made
import pytest
from keeper import Clock, Keeper
from loopback import Served, Site, gives, gives_labelled, sends_to, status

from watchword.collect import Limits
from watchword.collect.feeds import make_feed
from watchword.model.feed import Feed, FeedKind, VisitOutcome
from watchword.text.versions import superseded

NewKeeper = Callable[..., Keeper]
RSS = "application/rss+xml"
LEAD = "The ministry said that the troops had left the border district."
PAGE = (
    "The ministry said on Friday that the troops had left the border district after talks. "
    "Residents of three villages confirmed that the last vehicles had crossed the river at dawn. "
)


def entry(number: int, site: Served, *, lead: str = LEAD, extra: str = "") -> str:
    return (
        f"<item><title>Troops leave district {number}</title><link>{site.address}/{number}</link>"
        f"<guid isPermaLink='false'>tag:news.example,{number}</guid>"
        f"<pubDate>Fri, 18 Oct 2024 0{number}:30:00 GMT</pubDate>"
        f"<description>{lead}</description>{extra}</item>"
    )


def page(number: int, words: str = PAGE) -> bytes:
    return (
        f"<html><head><title>Troops leave district {number} | Example</title></head><body>"
        f"<article><h1>Troops leave district {number}</h1><p>{words * 3}</p></article>"
        f"<p>served at {id(words)}</p></body></html>"
    ).encode()


def feed_at(site: Served, path: str = "/rss", **parts: object) -> Feed:
    return replace(make_feed(FeedKind.FEED, f"{site.address}{path}"), **parts)  # type: ignore[arg-type]


def test_entries_come_out_last_first_with_what_the_feed_says(site: Served, keeper: Keeper) -> None:
    credited = (
        "<source url='https://wire.example/rss'>Example Wire</source>"
        "<author>a@b.example (A. Writer)</author>"
    )
    site.answers["/rss"] = gives(
        made.rss(entry=entry(2, site, extra=credited) + entry(1, site)), RSS
    )
    visited = keeper.visit(feed_at(site, outlet="The Example"))
    first, second = visited.reports
    assert (first.report_id, second.report_id) == ("tag:news.example,1", "tag:news.example,2")
    assert first.outlet == "The Example"
    assert second.outlet == "Example Wire"
    assert second.bylines == ("A. Writer",)
    assert second.address == f"{site.address}/2"
    assert second.published.at is not None
    assert second.published.at.isoformat() == "2024-10-18T02:30:00+00:00"
    assert (visited.visit.outcome, visited.visit.new) == (VisitOutcome.OK, 2)


def test_the_same_entries_again_are_known_whatever_their_dates_say(
    site: Served, keeper: Keeper
) -> None:
    feed = feed_at(site)
    site.answers["/rss"] = gives(made.rss(entry=entry(1, site)), RSS)
    (before,) = keeper.visit(feed).reports
    moved = entry(1, site).replace("01:30:00", "05:00:00")
    site.answers["/rss"] = gives(made.rss(entry=moved), RSS)
    again = keeper.visit(feed)
    assert (again.arrivals, again.visit.known) == ([], 1)
    assert again.visit.outcome is VisitOutcome.UNCHANGED
    changed = entry(1, site, lead="The ministry said that the troops had not left.")
    site.answers["/rss"] = gives(made.rss(entry=changed), RSS)
    (after,) = keeper.visit(feed).reports
    assert (after.report_id, after.address) == (before.report_id, before.address)
    assert after.key != before.key


def test_a_changed_entry_is_known_by_its_update_as_the_later_version(
    site: Served, keeper: Keeper
) -> None:
    def atom(words: str, updated: str) -> bytes:
        whole = made.atom().replace(made.FIRST.encode(), words.encode())
        return whole.replace(b"</published>", f"</published><updated>{updated}</updated>".encode())

    site.answers["/a"] = gives(atom("Ten troops left.", "2024-10-18T00:30:00Z"), RSS)
    (before,) = keeper.visit(feed_at(site, "/a")).reports
    site.answers["/a"] = gives(atom("Ten troops have left.", "2024-10-19T09:00:00+09:00"), RSS)
    (after,) = keeper.visit(feed_at(site, "/a")).reports
    assert (before.version, after.version) == (None, "2024-10-19T00:00:00+00:00")
    assert superseded((after, before)) == {before.key: after.key}


def test_a_feed_that_has_not_changed_is_not_sent_again(site: Served, keeper: Keeper) -> None:
    site.answers["/rss"] = gives_labelled(made.rss(), '"v1"')
    assert keeper.visit(feed_at(site)).visit.new == 1
    again = keeper.visit(feed_at(site))
    assert (again.visit.outcome, again.visit.bytes) == (VisitOutcome.UNCHANGED, 0)
    assert site.headers_of["/rss"][1]["if-none-match"] == '"v1"'


def test_a_process_that_dies_in_a_visit_loses_nothing_and_doubles_nothing(
    site: Served, keeper: Keeper
) -> None:
    entries = "".join(entry(number, site) for number in (4, 3, 2, 1))
    site.answers["/rss"] = gives_labelled(made.rss(entry=entries), '"v1"')
    before = keeper.visit(feed_at(site), dies_after=2).reports
    after = keeper.visit(feed_at(site)).reports
    ids = [report.report_id[-1] for report in before + after]
    assert ids == ["1", "2", "3", "4"]


def test_the_page_of_a_lead_is_read_and_the_entrys_word_stands_first(
    site: Served, keeper: Keeper
) -> None:
    site.answers["/rss"] = gives(made.rss(entry=entry(1, site)), RSS)
    site.answers["/1"] = gives(page(1))
    feed = feed_at(site, full_text=True)
    (report,) = keeper.visit(feed).reports
    assert "three villages" in report.text
    assert report.form == "html"
    assert report.title == "Troops leave district 1"
    assert report.report_id == "tag:news.example,1"
    assert report.outlet == "Example News"
    assert report.published.at is not None
    assert keeper.visit(feed).visit.known == 1
    assert site.asks_of("/1") == 1


def test_without_full_text_no_page_is_asked_for(site: Served, keeper: Keeper) -> None:
    site.answers["/rss"] = gives(made.rss(entry=entry(1, site)), RSS)
    (report,) = keeper.visit(feed_at(site)).reports
    assert report.text == LEAD
    assert report.note is None
    assert site.asks_of("/1") == 0


def test_a_changed_lead_over_the_same_page_is_no_new_report(site: Served, keeper: Keeper) -> None:
    feed = feed_at(site, full_text=True)
    site.answers["/rss"] = gives(made.rss(entry=entry(1, site)), RSS)
    site.answers["/1"] = gives(page(1))
    assert keeper.visit(feed).visit.new == 1
    site.answers["/rss"] = gives(made.rss(entry=entry(1, site, lead="Troops left.")), RSS)
    again = keeper.visit(feed)
    assert (again.visit.new, again.visit.known) == (0, 1)
    assert site.asks_of("/1") == 2


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (status(404), "the server answered 404"),
        (gives(b"<html><body><p>Troops leave district.</p></body></html>"), "holds less"),
        (
            gives(b"<html><body><p>" + b"Before you go on, accept all cookies. " * 20 + b"</p>"),
            "none of the words",
        ),
        (gives(b"\x89PNG\r\n", "image/png"), "a picture"),
    ],
)
def test_a_page_that_is_none_leaves_the_lead_with_a_note(
    site: Served, keeper: Keeper, answer: Callable[..., None], told: str
) -> None:
    site.answers["/rss"] = gives(made.rss(entry=entry(1, site)), RSS)
    site.answers["/1"] = answer
    feed = feed_at(site, full_text=True)
    (report,) = keeper.visit(feed).reports
    assert report.text == LEAD
    assert report.note is not None
    assert told in report.note
    assert keeper.visit(feed).visit.known == 1
    assert site.asks_of("/1") == 1


def test_a_page_that_fails_for_now_is_tried_by_three_visits_and_its_lead_given_once(
    site: Served, keeper: Keeper
) -> None:
    site.answers["/rss"] = gives_labelled(made.rss(entry=entry(1, site)), '"v1"')
    site.answers["/1"] = status(503)
    feed = feed_at(site, full_text=True)
    given = [keeper.visit(feed).visit.new for _visit in range(5)]
    assert given == [1, 0, 0, 0, 0]
    assert site.asks_of("/1") == 3


def test_a_page_that_failed_at_first_gives_its_report_later(site: Served, keeper: Keeper) -> None:
    site.answers["/rss"] = gives_labelled(made.rss(entry=entry(1, site)), '"v1"')
    site.answers["/1"] = status(502)
    feed = feed_at(site, full_text=True)
    (lead,) = keeper.visit(feed).reports
    site.answers["/1"] = gives(page(1))
    (whole,) = keeper.visit(feed).reports
    assert (lead.report_id, lead.address) == (whole.report_id, whole.address)
    assert len(whole.text) > len(lead.text)
    assert keeper.visit(feed).visit.outcome is VisitOutcome.UNCHANGED


def test_pages_beyond_what_one_visit_fetches_wait_for_the_next(
    site: Served, new_keeper: NewKeeper, clock: Clock
) -> None:
    keeper = new_keeper(Limits(allow_private=True, host_gap_s=0, max_pages=2))
    entries = "".join(entry(number, site) for number in (3, 2, 1))
    site.answers["/rss"] = gives_labelled(made.rss(entry=entries), '"v1"')
    for number in (1, 2, 3):
        site.answers[f"/{number}"] = gives(page(number, f"{PAGE} In district {number} only. "))
    feed = feed_at(site, full_text=True)
    first = keeper.visit(feed)
    assert [report.report_id[-1] for report in first.reports] == ["1", "2"]
    assert first.visit.more
    due = keeper.states[feed.key].due_at
    assert due is not None
    assert (due - clock()).total_seconds() == 60
    assert [report.report_id[-1] for report in keeper.visit(feed).reports] == ["3"]


def test_a_feed_that_has_moved_for_good_is_remembered(site: Served, keeper: Keeper) -> None:
    site.answers["/rss"] = sends_to("/new", 301)
    site.answers["/new"] = gives(made.rss(), RSS)
    feed = feed_at(site)
    assert keeper.visit(feed).visit.moved_to == f"{site.address}/new"
    keeper.visit(feed)
    assert (site.asks_of("/rss"), site.asks_of("/new")) == (1, 2)


def test_a_passing_redirect_is_not_remembered(site: Served, keeper: Keeper) -> None:
    site.answers["/rss"] = sends_to("/a", 302)
    site.answers["/a"] = sends_to("/b", 301)
    site.answers["/b"] = gives(made.rss(), RSS)
    assert keeper.visit(feed_at(site)).visit.moved_to == ""


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (404, VisitOutcome.FAILED), (500, VisitOutcome.FAILED), (503, VisitOutcome.FAILED),
        (401, VisitOutcome.REFUSED), (403, VisitOutcome.REFUSED), (429, VisitOutcome.REFUSED),
        (410, VisitOutcome.GONE),
    ],
)  # fmt: skip
def test_an_answer_without_a_feed_is_told_by_its_kind(
    site: Served, keeper: Keeper, code: int, outcome: VisitOutcome
) -> None:
    site.answers["/rss"] = status(code)
    visit = keeper.visit(feed_at(site)).visit
    assert (visit.outcome, visit.reason) == (outcome, f"the server answered {code}")


def test_a_page_at_a_feeds_address_is_told_as_such(site: Served, keeper: Keeper) -> None:
    site.answers["/rss"] = gives(page(1))
    visit = keeper.visit(feed_at(site)).visit
    assert visit.outcome is VisitOutcome.FAILED
    assert visit.reason == "what lies at this address is no feed, but html"


def test_json_feeds_and_atom_are_feeds(site: Served, keeper: Keeper) -> None:
    site.answers["/a"] = gives(made.atom(), "application/atom+xml")
    site.answers["/j"] = gives(made.json_feed(), "application/feed+json")
    for path in ("/a", "/j"):
        assert keeper.visit(feed_at(site, path)).visit.new == 1


def test_robots_txt_holds_for_feeds_and_for_the_pages_they_lead_to(
    site: Served, new_keeper: NewKeeper
) -> None:
    site.answers["/robots.txt"] = gives(b"User-agent: *\nDisallow: /1\n", "text/plain")
    site.answers["/rss"] = gives(made.rss(entry=entry(1, site)), RSS)
    site.answers["/1"] = gives(page(1))
    (report,) = new_keeper().visit(feed_at(site, full_text=True)).reports
    assert "robots.txt" in (report.note or "")
    site.answers["/robots.txt"] = gives(b"User-agent: *\nDisallow: /\n", "text/plain")
    visit = new_keeper().visit(feed_at(site)).visit
    assert visit.outcome is VisitOutcome.REFUSED
    assert site.asks_of("/1") == 0


def test_a_feeds_own_pace_is_read(site: Served, keeper: Keeper) -> None:
    pace = (
        "<ttl>120</ttl><skipHours><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>"
    )
    site.answers["/rss"] = gives(made.rss(entry=pace + entry(1, site)), RSS)
    visit = keeper.visit(feed_at(site)).visit
    assert (visit.pace_s, visit.closed_hours, visit.closed_days) == (7200.0, (3,), (6,))


def test_an_entry_twice_in_one_feed_is_given_once(site: Served, keeper: Keeper) -> None:
    site.answers["/rss"] = gives(made.rss(entry=entry(1, site) * 2), RSS)
    visited = keeper.visit(feed_at(site))
    assert (visited.visit.new, visited.visit.known) == (1, 1)


def test_a_feed_without_entries_is_no_failure(site: Served, keeper: Keeper) -> None:
    site.answers["/rss"] = gives(
        b"<rss version='2.0'><channel><title>A</title></channel></rss>", RSS
    )
    site.answers["/j"] = gives(
        b'{"version": "https://jsonfeed.org/version/1.1", "title": "A", "items": []}',
        "application/feed+json",
    )
    for path in ("/rss", "/j"):
        visited = keeper.visit(feed_at(site, path))
        assert (visited.visit.outcome, visited.arrivals) == (VisitOutcome.UNCHANGED, [])


def test_an_entry_keeps_its_identifier_when_its_feed_moves(site: Served, keeper: Keeper) -> None:
    bare = entry(1, site).replace(" isPermaLink='false'", "").replace("tag:news.example,", "n-")
    site.answers["/rss"] = gives(made.rss(entry=bare), RSS)
    site.answers["/deep/rss"] = gives(made.rss(entry=bare), RSS)
    (report,) = keeper.visit(feed_at(site)).reports
    assert report.report_id == "n-1"
    assert keeper.visit(feed_at(site, "/deep/rss")).visit.known == 1


def test_a_link_that_is_relative_is_joined_to_the_feeds_address(
    site: Served, keeper: Keeper
) -> None:
    near = entry(1, site).replace(f"{site.address}/1", "../1")
    site.answers["/a/b/rss"] = gives(made.rss(entry=near), RSS)
    (report,) = keeper.visit(feed_at(site, "/a/b/rss")).reports
    assert report.address == f"{site.address}/a/1"


def test_a_visit_that_takes_too_long_fetches_no_further_page(
    site: Served, keeper: Keeper, clock: Clock
) -> None:
    entries = "".join(entry(number, site) for number in (3, 2, 1))
    site.answers["/rss"] = gives(made.rss(entry=entries), RSS)
    serve = gives(page(1))

    def slow(answering: Site) -> None:
        clock.pass_by(seconds=700)
        serve(answering)

    site.answers["/1"] = slow
    visited = keeper.visit(feed_at(site, full_text=True))
    assert (visited.visit.new, visited.visit.more) == (1, True)
    assert site.asks_of("/2") == 0


def test_a_site_that_is_down_at_robots_txt_is_no_verdict_on_its_pages(
    site: Served, new_keeper: NewKeeper
) -> None:
    site.answers["/rss"] = gives(made.rss(entry=entry(1, site)), RSS)
    site.answers["/robots.txt"] = status(503)
    visit = new_keeper().visit(feed_at(site)).visit
    assert visit.outcome is VisitOutcome.REFUSED
    assert "fails to give its robots.txt" in visit.reason


def test_a_site_that_fails_again_and_again_is_not_waited_for_at_every_page(
    site: Served, keeper: Keeper
) -> None:
    entries = "".join(entry(number, site) for number in range(9, 0, -1))
    site.answers["/rss"] = gives(made.rss(entry=entries), RSS)
    for number in range(1, 10):
        site.answers[f"/{number}"] = status(502)
    visited = keeper.visit(feed_at(site, full_text=True))
    assert visited.visit.new == 9
    assert sum(site.asks_of(f"/{number}") for number in range(1, 10)) == 3
