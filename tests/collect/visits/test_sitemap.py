"""Visits to sitemaps, against a real server on this machine."""

import gzip
from collections.abc import Callable, Iterable

from keeper import Clock, Keeper
from loopback import Served, gives, gives_labelled, status

from watchword.collect import Limits
from watchword.collect.feeds import make_feed
from watchword.model.feed import Feed, FeedKind, VisitOutcome

NewKeeper = Callable[..., Keeper]
XML = "application/xml"
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


def sitemap(*urls: str) -> bytes:
    body = "".join(f"<url>{url}</url>" for url in urls)
    return (
        f"<?xml version='1.0'?><urlset xmlns='{SPACE}' xmlns:news='{NEWS}'>{body}</urlset>".encode()
    )


def index(*sitemaps: str) -> bytes:
    body = "".join(f"<sitemap>{one}</sitemap>" for one in sitemaps)
    return f"<sitemapindex xmlns='{SPACE}'>{body}</sitemapindex>".encode()


def listed(site: Served, path: str, changed: str = "", extra: str = "") -> str:
    lastmod = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<loc>{site.address}{path}</loc>{lastmod}{extra}"


def serve_pages(site: Served, paths: Iterable[str]) -> None:
    for path in paths:
        words = f"The bridge at post {path[1:]} was closed on Monday, the ministry said. " * 4
        site.answers[path] = gives(f"<html><body><p>{words}</p></body></html>".encode())


def feed_at(site: Served, path: str = "/sitemap.xml") -> Feed:
    return make_feed(FeedKind.SITEMAP, f"{site.address}{path}")


def paths_of(site: Served, addresses: Iterable[str | None]) -> list[str]:
    return [(address or "").removeprefix(site.address) for address in addresses]


def test_pages_are_read_oldest_first_and_only_those_that_changed_again(
    site: Served, keeper: Keeper
) -> None:
    serve_pages(site, ("/a", "/b", "/c"))
    a, b = listed(site, "/a", "2026-03-02T08:00:00Z"), listed(site, "/b", "2026-03-01")
    site.answers["/sitemap.xml"] = gives(sitemap(a, b), XML)
    first = keeper.visit(feed_at(site))
    assert paths_of(site, (one.address for one in first.reports)) == ["/b", "/a"]
    assert first.reports[1].version == "2026-03-02T08:00:00+00:00"
    assert first.visit.cursor == "2026-03-02T08:00:00+00:00"
    c = listed(site, "/c", "2026-03-02T07:00:00Z")
    site.answers["/sitemap.xml"] = gives(sitemap(a, b, c), XML)
    again = keeper.visit(feed_at(site))
    assert paths_of(site, (one.address for one in again.reports)) == ["/c"]
    assert again.visit.known == 2
    assert site.asks_of("/a") == 1


def test_a_news_sitemap_says_outlet_language_title_and_time(site: Served, keeper: Keeper) -> None:
    serve_pages(site, ("/a",))
    news = (
        "<news:news><news:publication><news:name>The Example</news:name>"
        "<news:language>en</news:language></news:publication>"
        "<news:publication_date>2026-03-02T06:00:00+09:00</news:publication_date>"
        "<news:title>Bridge closed</news:title></news:news>"
    )
    site.answers["/sitemap.xml"] = gives(sitemap(listed(site, "/a", extra=news)), XML)
    (report,) = keeper.visit(feed_at(site)).reports
    assert (report.outlet, report.language, report.title) == ("The Example", "en", "Bridge closed")
    assert report.published.at is not None
    assert report.published.at.isoformat() == "2026-03-01T21:00:00+00:00"


def test_an_index_leads_to_the_sitemaps_that_changed_packed_or_not(
    site: Served, keeper: Keeper
) -> None:
    serve_pages(site, ("/a", "/b"))
    new = listed(site, "/new.xml.gz", "2026-03-02")
    old = listed(site, "/old.xml", "2026-01-02")
    site.answers["/sitemap.xml"] = gives(index(old, new), XML)
    packed = gzip.compress(sitemap(listed(site, "/a", "2026-03-02T08:00:00Z")))
    site.answers["/new.xml.gz"] = gives(packed, "application/x-gzip")
    site.answers["/old.xml"] = gives(sitemap(listed(site, "/b", "2026-01-02")), XML)
    assert keeper.visit(feed_at(site)).visit.new == 2
    assert keeper.visit(feed_at(site)).visit.new == 0
    assert (site.asks_of("/old.xml"), site.asks_of("/new.xml.gz")) == (1, 2)


def test_a_first_visit_takes_the_latest_pages_and_tells_of_the_others(
    site: Served, new_keeper: NewKeeper
) -> None:
    keeper = new_keeper(Limits(allow_private=True, host_gap_s=0, max_pages=2))
    days = {f"/{day}": f"2026-02-{day:02}" for day in range(10, 16)}
    serve_pages(site, days)
    urls = [listed(site, path, changed) for path, changed in days.items()]
    site.answers["/sitemap.xml"] = gives_labelled(sitemap(*urls), '"v1"', XML)
    first = keeper.visit(feed_at(site))
    assert paths_of(site, (one.address for one in first.reports)) == ["/14", "/15"]
    assert [told.count for told in first.unread] == [4]
    assert keeper.visit(feed_at(site)).visit.outcome is VisitOutcome.UNCHANGED


def test_pages_without_a_time_are_read_once(site: Served, new_keeper: NewKeeper) -> None:
    keeper = new_keeper(Limits(allow_private=True, host_gap_s=0, max_pages=2))
    serve_pages(site, ("/a", "/b", "/c", "/d"))
    urls = [listed(site, path) for path in ("/a", "/b", "/c")]
    site.answers["/sitemap.xml"] = gives(sitemap(*urls), XML)
    assert keeper.visit(feed_at(site)).visit.new == 2
    assert keeper.visit(feed_at(site)).visit.new == 0
    site.answers["/sitemap.xml"] = gives(sitemap(*urls, listed(site, "/d")), XML)
    (report,) = keeper.visit(feed_at(site)).reports
    assert paths_of(site, (report.address,)) == ["/d"]


def test_a_time_in_the_future_hides_no_later_page(site: Served, keeper: Keeper) -> None:
    serve_pages(site, ("/a", "/b"))
    wrong = listed(site, "/a", "2099-01-01T00:00:00Z")
    site.answers["/sitemap.xml"] = gives(sitemap(wrong), XML)
    assert keeper.visit(feed_at(site)).visit.new == 1
    site.answers["/sitemap.xml"] = gives(
        sitemap(wrong, listed(site, "/b", "2026-03-02T10:00:00Z")), XML
    )
    assert keeper.visit(feed_at(site)).visit.new == 1


def test_a_page_that_fails_for_now_holds_the_cursor_and_is_tried_again(
    site: Served, keeper: Keeper, clock: Clock
) -> None:
    serve_pages(site, ("/a", "/b"))
    site.answers["/a"] = status(503)
    a, b = listed(site, "/a", "2026-02-01"), listed(site, "/b", "2026-03-01")
    site.answers["/sitemap.xml"] = gives_labelled(sitemap(a, b), '"v1"', XML)
    first = keeper.visit(feed_at(site))
    assert [told.reason for told in first.unread] == ["the server answered 503"]
    assert (first.visit.new, first.visit.cursor) == (1, "")
    serve_pages(site, ("/a",))
    clock.pass_by(hours=1)
    assert keeper.visit(feed_at(site)).visit.new == 1
    assert site.asks_of("/b") == 1


def test_what_is_no_sitemap_is_told(site: Served, keeper: Keeper) -> None:
    site.answers["/sitemap.xml"] = gives(b"<html><body>hello</body></html>")
    visit = keeper.visit(feed_at(site)).visit
    assert visit.outcome is VisitOutcome.FAILED
    assert visit.reason == "what lies at this address is no sitemap"


def test_sitemaps_that_lead_to_one_another_end(site: Served, keeper: Keeper) -> None:
    site.answers["/sitemap.xml"] = gives(
        index(listed(site, "/sitemap.xml"), listed(site, "/other.xml")), XML
    )
    site.answers["/other.xml"] = gives(index(listed(site, "/sitemap.xml")), XML)
    assert keeper.visit(feed_at(site)).visit.outcome is VisitOutcome.UNCHANGED
    assert site.asks_of("/other.xml") == 1
