"""Visiting a feed of any kind: what it gives as it comes, and at the end how the visit went.

Invariant: the state of a feed moves on only by the `Visit` that stands last, so that whoever keeps
what came before it, and then the state, loses nothing when the process dies in between.
"""

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from types import MappingProxyType, TracebackType
from typing import Self

from watchword.collect.archiving import Archive
from watchword.collect.fetch import Fetcher
from watchword.collect.imap import Mailbox
from watchword.collect.limits import Limits
from watchword.collect.parser_process import ParserProcess
from watchword.collect.visits.feed import visit_feed
from watchword.collect.visits.folder import visit_folder
from watchword.collect.visits.mailbox import visit_mailbox
from watchword.collect.visits.page import visit_page
from watchword.collect.visits.sitemap import visit_sitemap
from watchword.collect.visits.terms import (
    Ending,
    Errand,
    IsKnown,
    Means,
    Password,
    Steps,
)
from watchword.errors import RefusedError, UnreadableError
from watchword.model.feed import Arrival, Feed, FeedKind, FeedState, Visit, VisitOutcome
from watchword.model.report import Report, Unread

VISITS: Mapping[FeedKind, Callable[[Errand], Steps]] = MappingProxyType(
    {
        FeedKind.FEED: visit_feed,
        FeedKind.SITEMAP: visit_sitemap,
        FeedKind.PAGE: visit_page,
        FeedKind.FOLDER: visit_folder,
        FeedKind.MAILBOX: visit_mailbox,
    }
)


class Visitor:
    """Visits feeds one after another; a thread that visits beside others has one of its own.

    Args:
        limits: the bounds.
        fetcher: gets web addresses; one of its own unless given. Fetchers of several visitors
            may share a `HostPace`.
        archive: keeps what feeds with `archive` set are given; None to keep nothing.
        password: gives a mailbox's password; raises `RefusedError` where it knows none.
        now: tells the time, aware UTC.
        tls: settings for mail servers; the system's unless given.
    """

    def __init__(  # noqa: PLR0913 - each is a part that tests and flows replace
        self,
        limits: Limits,
        *,
        fetcher: Fetcher | None = None,
        archive: Archive | None = None,
        password: Password | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._parser = ParserProcess(limits)
        self._means = Means(
            limits=limits,
            fetcher=fetcher or Fetcher(limits, now=now),
            parser=self._parser,
            now=now,
            keep=archive.write if archive else None,
            password=password or _no_password,
            open_mailbox=lambda feed, secret: Mailbox(feed.address, secret, limits, tls=tls),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._parser.close()

    def visit(self, feed: Feed, state: FeedState, is_known: IsKnown) -> Iterator[Arrival | Visit]:
        """Visit a feed.

        Args:
            feed: the feed.
            state: its state, as `schedule.next_state` gave it.
            is_known: whether one of `Arrival.entries` is remembered from an earlier visit.

        Yields:
            What it gives, each to be kept with its `entries` before the next is asked for; and
            last of all the visit, from which `schedule.next_state` makes the next state.
        """
        errand = Errand(
            feed=feed,
            state=state,
            is_known=is_known,
            means=self._means,
            begun_at=self._means.now(),
        )
        new = unread = 0
        ending = Ending()
        try:
            with closing(VISITS[feed.kind](errand)) as steps:
                while True:
                    arrival = next(steps)
                    errand.given.update(arrival.entries)
                    new += isinstance(arrival.found, Report)
                    unread += arrival.found.count if isinstance(arrival.found, Unread) else 0
                    yield arrival
        except StopIteration as stop:
            ending = stop.value
        except RefusedError as error:
            ending = Ending(outcome=VisitOutcome.REFUSED, reason=_told(error))
        except UnreadableError as error:
            ending = Ending(outcome=VisitOutcome.FAILED, reason=_told(error))
        yield _visit(errand, ending, (new, unread))


def _no_password(feed: Feed) -> str:
    raise RefusedError("no password is known for this mailbox", key=feed.secret)


def _told(error: RefusedError | UnreadableError) -> str:
    return str(error.args[0])


def _visit(errand: Errand, ending: Ending, counted: tuple[int, int]) -> Visit:
    new, unread = counted
    said = asdict(ending)
    if ending.outcome is VisitOutcome.OK and not new:
        said["outcome"] = VisitOutcome.UNCHANGED
    return Visit(
        feed=errand.feed.key,
        begun_at=errand.begun_at,
        ended_at=errand.means.now(),
        new=new,
        known=errand.count.known,
        unread=unread,
        bytes=errand.count.bytes,
        **said,
    )
