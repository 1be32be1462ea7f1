"""Visits to a page that is edited over time."""

from keeper import Keeper
from loopback import Served, gives, status

from watchword.collect.feeds import make_feed
from watchword.model.feed import FeedKind, VisitOutcome

WORDS = "The council counted 412 dead after the flood, the mayor said on Monday. " * 3


def served(words: str, nonce: int) -> bytes:
    head = f"<head><script nonce='{nonce}'></script></head>"
    return f"<html>{head}<body><p>{words}</p></body></html>".encode()


def test_a_page_gives_a_report_only_when_its_words_change(site: Served, keeper: Keeper) -> None:
    feed = make_feed(FeedKind.PAGE, f"{site.address}/toll")
    site.answers["/toll"] = gives(served(WORDS, 1))
    (before,) = keeper.visit(feed).reports
    site.answers["/toll"] = gives(served(WORDS, 2))
    assert keeper.visit(feed).visit.outcome is VisitOutcome.UNCHANGED
    site.answers["/toll"] = gives(served(WORDS.replace("412", "436"), 3))
    (after,) = keeper.visit(feed).reports
    assert "436" in after.text
    assert (before.report_id, before.address) == (after.report_id, after.address)
    assert before.key != after.key


def test_a_page_that_is_none_is_a_failed_visit(site: Served, keeper: Keeper) -> None:
    feed = make_feed(FeedKind.PAGE, f"{site.address}/toll")
    site.answers["/toll"] = gives(b"\x89PNG\r\n", "image/png")
    assert keeper.visit(feed).visit.reason == "a picture (PNG)"
    site.answers["/toll"] = status(410)
    assert keeper.visit(feed).visit.outcome is VisitOutcome.GONE
    assert keeper.states[feed.key].due_at is None
