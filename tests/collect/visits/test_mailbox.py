"""Visits to a mailbox, against a real IMAP server on this machine."""

import shutil
import ssl
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from keeper import Keeper
from mail_server import MailServer, serving_mail

from watchword.collect import Limits
from watchword.collect.feeds import make_feed
from watchword.model.feed import Feed, FeedKind, VisitOutcome

NewKeeper = Callable[..., Keeper]
OPEN = Limits(allow_private=True, timeout_s=1, max_bytes=100_000)


@pytest.fixture
def mails() -> Iterator[MailServer]:
    with serving_mail() as server:
        yield server


@pytest.fixture
def keeper(new_keeper: NewKeeper, mails: MailServer) -> Keeper:
    return new_keeper(OPEN, password=lambda _feed: mails.password)


def mail(number: int) -> bytes:
    return (
        "From: The Example <desk@news.example>\r\n"
        f"Subject: Harbour closed, bulletin {number}\r\n"
        f"Message-ID: <{number}@news.example>\r\n"
        "Date: Mon, 02 Mar 2026 08:00:00 +0000\r\n\r\n"
        f"The harbour was closed at noon, the port authority said in bulletin {number}.\r\n"
    ).encode()


def feed_of(mails: MailServer, scheme: str = "imap", host: str = "127.0.0.1") -> Feed:
    address = f"{scheme}://reader%40news.example@{host}:{mails.port}/INBOX"
    return replace(make_feed(FeedKind.MAILBOX, address), secret="MAIL_PASSWORD")  # noqa: S106 - a name


def test_mails_are_read_once_and_none_is_marked_as_read(mails: MailServer, keeper: Keeper) -> None:
    mails.mails = {3: mail(1), 5: mail(2)}
    feed = feed_of(mails)
    first = keeper.visit(feed)
    assert [report.report_id for report in first.reports] == ["1@news.example", "2@news.example"]
    assert first.reports[0].outlet == "The Example"
    assert first.visit.cursor == "7:5"
    assert keeper.visit(feed).visit.outcome is VisitOutcome.UNCHANGED
    mails.mails[9] = mail(3)
    (third,) = keeper.visit(feed).reports
    assert third.title == "Harbour closed, bulletin 3"
    assert mails.seen == set()
    changing = ("SELECT", "STORE", "EXPUNGE", "APPEND", "CLOSE")
    assert [one for one in mails.commands if any(word in one.upper() for word in changing)] == []


def test_mails_that_are_numbered_anew_are_known_by_their_bytes(
    mails: MailServer, keeper: Keeper
) -> None:
    mails.mails = {3: mail(1), 5: mail(2)}
    assert keeper.visit(feed_of(mails)).visit.new == 2
    mails.validity, mails.mails = 8, {1: mail(1), 2: mail(2), 3: mail(3)}
    again = keeper.visit(feed_of(mails)).visit
    assert (again.new, again.known, again.cursor) == (1, 2, "8:3")


def test_more_mails_than_one_visit_takes_wait_for_the_next(
    mails: MailServer, new_keeper: NewKeeper
) -> None:
    keeper = new_keeper(replace(OPEN, max_entries=2), password=lambda _feed: mails.password)
    mails.mails = {number: mail(number) for number in (1, 2, 3)}
    first = keeper.visit(feed_of(mails)).visit
    assert (first.new, first.more) == (2, True)
    second = keeper.visit(feed_of(mails)).visit
    assert (second.new, second.more) == (1, False)


def test_a_mail_that_is_too_large_is_told_and_not_fetched(
    mails: MailServer, keeper: Keeper
) -> None:
    mails.mails = {1: mail(1) + b"x" * 200_000, 2: mail(2)}
    visited = keeper.visit(feed_of(mails))
    assert [told.reason for told in visited.unread] == ["larger than 100,000 bytes"]
    assert visited.visit.new == 1
    assert visited.visit.bytes < 1_000


def test_a_server_that_sends_more_than_it_said_is_given_up(
    mails: MailServer, keeper: Keeper
) -> None:
    mails.mails, mails.claims_size = {1: mail(1)}, 5_000_000_000
    visit = keeper.visit(feed_of(mails)).visit
    assert (visit.outcome, visit.new) == (VisitOutcome.FAILED, 0)
    assert visit.reason == "the mail server sends more than was asked for"


def test_a_server_that_stalls_is_given_up_and_the_cursor_stays(
    mails: MailServer, keeper: Keeper
) -> None:
    mails.mails = {1: mail(1)}
    mails.drip = True
    visit = keeper.visit(feed_of(mails)).visit
    assert (visit.outcome, visit.reason) == (VisitOutcome.FAILED, "it took too long to answer")
    mails.drip = False
    assert keeper.visit(feed_of(mails)).visit.new == 1


def test_a_wrong_password_is_a_refusal(mails: MailServer, new_keeper: NewKeeper) -> None:
    keeper = new_keeper(OPEN, password=lambda _feed: "wrong")
    visit = keeper.visit(feed_of(mails)).visit
    assert visit.outcome is VisitOutcome.REFUSED
    assert "password" in visit.reason


def test_a_mailbox_that_is_not_there_is_told(mails: MailServer, keeper: Keeper) -> None:
    feed = make_feed(FeedKind.MAILBOX, f"imap://reader%40news.example@127.0.0.1:{mails.port}/Other")
    visit = keeper.visit(feed).visit
    assert (visit.outcome, visit.reason) == (VisitOutcome.FAILED, "there is no mailbox 'Other'")


def test_a_mail_server_in_a_private_network_or_without_tls_is_refused(
    mails: MailServer, new_keeper: NewKeeper
) -> None:
    keeper = new_keeper(Limits(timeout_s=1), password=lambda _feed: mails.password)
    for scheme, told in (("imaps", "private network"), ("imap", "over TLS only")):
        visit = keeper.visit(feed_of(mails, scheme)).visit
        assert visit.outcome is VisitOutcome.REFUSED
        assert told in visit.reason
    assert mails.commands == []


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for localhost, made for this test and trusted by it alone."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl")
    path = tmp_path / "localhost.pem"
    words = f"req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout {path}"
    name = ["-addext", "subjectAltName=DNS:localhost"]
    made = subprocess.run(  # noqa: S603 - fixed words
        [openssl, *words.split(), *name], capture_output=True, check=True
    )
    path.write_bytes(path.read_bytes() + made.stdout)
    return path


def test_over_tls_the_servers_certificate_is_checked(
    certificate: Path, new_keeper: NewKeeper
) -> None:
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(certificate)
    trusting = ssl.create_default_context(cafile=str(certificate))
    with serving_mail(served) as mails:
        mails.mails = {1: mail(1)}
        feed = feed_of(mails, "imaps", "localhost")
        wary = new_keeper(OPEN, password=lambda _feed: mails.password)
        assert "certificate" in wary.visit(feed).visit.reason
        keeper = new_keeper(OPEN, password=lambda _feed: mails.password, tls=trusting)
        assert keeper.visit(feed).visit.new == 1
