"""Feeds' addresses in the one form that is kept."""

import pytest

from watchword.collect.feeds import feed_key, make_feed
from watchword.errors import RefusedError
from watchword.model.feed import FeedKind


@pytest.mark.parametrize(
    ("kind", "given", "kept"),
    [
        (FeedKind.FEED, " HTTP://News.Example:80 ", "http://news.example/"),
        (FeedKind.FEED, "feed://news.example/rss", "https://news.example/rss"),
        (FeedKind.FEED, "feed:http://news.example/rss", "http://news.example/rss"),
        (FeedKind.PAGE, "https://news.example:8443/A?b=C#d", "https://news.example:8443/A?b=C"),
        (FeedKind.PAGE, "https://[2001:DB8::1]/a", "https://[2001:db8::1]/a"),
        (FeedKind.MAILBOX, "IMAPS://me%40a.example@Mail.example", "imaps://me%40a.example@mail.example/INBOX"),
        (FeedKind.MAILBOX, "imaps://me@mail.example:993/News/World", "imaps://me@mail.example:993/News/World"),
        (FeedKind.FOLDER, "/srv/reports", "/srv/reports"),
    ],
)  # fmt: skip
def test_an_address_is_kept_in_one_form(kind: FeedKind, given: str, kept: str) -> None:
    feed = make_feed(kind, given)
    assert feed.address == kept
    assert make_feed(kind, kept) == feed


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (FeedKind.FEED, "ftp://news.example/"), (FeedKind.FEED, "news.example"),
        (FeedKind.FEED, "https://me:secret@news.example/"), (FeedKind.FEED, ""),
        (FeedKind.MAILBOX, "imaps://me:secret@mail.example/"), (FeedKind.MAILBOX, "imaps://mail.example/"),
        (FeedKind.MAILBOX, "https://me@mail.example/"), (FeedKind.FOLDER, ""),
        (FeedKind.FOLDER, "reports"),
        (FeedKind.MAILBOX, "imaps://me:secret@mail.example:port/"),
    ],
)  # fmt: skip
def test_an_address_that_is_none_of_its_kind_is_refused_without_its_password(
    kind: FeedKind, given: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        make_feed(kind, given)
    assert "secret" not in str(refused.value)


def test_a_key_tells_kinds_and_addresses_apart() -> None:
    keys = {
        feed_key(kind, address)
        for kind in FeedKind
        for address in ("https://news.example/a", "https://news.example/b")
    }
    assert len(keys) == 2 * len(FeedKind)
    assert {len(key) for key in keys} == {16}
