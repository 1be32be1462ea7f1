"""Visiting the feeds that are due: what each gives goes into the record as it comes.

Invariant: a feed's state moves on in the transaction that adds the last of what its visit gave, so
that a process killed in between loses nothing; what comes again is known.
"""

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from watchword.collect.archiving import Archive
from watchword.collect.fetch import Fetcher
from watchword.collect.limits import Limits
from watchword.collect.pace import HostPace
from watchword.collect.schedule import is_due, next_state
from watchword.collect.visiting import Visitor
from watchword.errors import RefusedError, WatchwordError
from watchword.flow.running import Stand, Step, Watcher, unwatched
from watchword.flow.situation.recording import Group, Recorded
from watchword.flow.situation.turns import Turn
from watchword.model.feed import Arrival, Feed, FeedState, Visit, VisitOutcome
from watchword.store import Store
from watchword.store.feeds import (
    add_visit,
    each_feed,
    is_entry_known,
    remember_entries,
    state_of,
)

_log = logging.getLogger(__name__)

AT_ONCE = 8
"""Feeds that are visited at the same time at most: a visit is mostly waiting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How feeds are visited.

    Attributes:
        limits: the bounds.
        password: gives a mailbox's password by the name of the secret; None where unknown.
        archive: folder for the bytes of feeds that want them kept; None keeps none.
        even_if_not_due: whether every feed is visited now.
        only: key of the one feed that is visited, paused or not; None for all.
    """

    limits: Limits
    password: Callable[[str], str | None]
    archive: Path | None = None
    even_if_not_due: bool = False
    only: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    """What came of visiting.

    Attributes:
        recorded: what was added.
        visits: the visits, in the order of the feeds.
    """

    recorded: Recorded
    visits: tuple[Visit, ...] = ()


def visit_due(store: Store, terms: Terms, watch: Watcher = unwatched) -> Visited:
    """Visit every feed that is due, several at a time.

    A feed that another process is visiting is left to it.

    Args:
        store: the record.
        terms: how they are visited.
        watch: is told how far it has come.

    Raises:
        StoreError: if the store cannot be written; what was added before is kept.
    """
    with store.viewing() as view:
        feeds = [(feed, state_of(view, feed.key)) for feed in each_feed(view)]
    due = [(feed, state) for feed, state in feeds if _is_wanted(feed, state, terms, store.now())]
    if not due:
        return Visited(recorded=Recorded())
    rounds = _Rounds(store, terms, watch, len(due))
    with ThreadPoolExecutor(min(AT_ONCE, len(due))) as pool:
        futures = [pool.submit(rounds.visit, feed, state) for feed, state in due]
        done = [future.result() for future in futures]
    total = sum((recorded for recorded, _ in done), Recorded())
    return Visited(recorded=total, visits=tuple(visit for _, visit in done if visit))


def archive_of(store: Store) -> Path:
    """The folder for what is kept as WARC: beside the record's file, or here for a server's."""
    return Path(f"{store.path or 'situation'}.warc")


def _is_wanted(feed: Feed, state: FeedState, terms: Terms, now: datetime) -> bool:
    if terms.only is not None:
        return feed.key == terms.only
    return not feed.paused and (terms.even_if_not_due or is_due(state, now))


class _Rounds:
    """The visits of one run: they share the pace with which hosts are asked."""

    def __init__(self, store: Store, terms: Terms, watch: Watcher, total: int) -> None:
        self._store = store
        self._terms = terms
        self._watch = watch
        self._total = total
        self._done = 0
        self._lock = Lock()
        self._pace = HostPace(terms.limits.host_gap_s)

    def visit(self, feed: Feed, state: FeedState) -> tuple[Recorded, Visit | None]:
        """Visit one feed, unless another process is at it."""
        turn = Turn(self._store, f"feed {feed.key}")
        if not turn.take():
            return Recorded(), None
        try:
            with ExitStack() as held:
                visitor = held.enter_context(self._visitor(held))
                return self._keep(feed, state, visitor.visit(feed, state, self._knows(feed)))
        except WatchwordError:
            raise
        except Exception as error:  # noqa: BLE001 - the outermost loop: the other feeds go on
            _log.debug("feed %s could not be visited", feed.key, exc_info=True)
            return self._give_up(feed, state, error)
        finally:
            turn.end()
            self._tell()

    def _visitor(self, held: ExitStack) -> Visitor:
        folder = self._terms.archive
        archive = held.enter_context(Archive(folder)) if folder is not None else None
        return Visitor(
            self._terms.limits,
            fetcher=Fetcher(self._terms.limits, pace=self._pace, now=self._store.now),
            archive=archive,
            password=self._password,
            now=self._store.now,
        )

    def _keep(
        self, feed: Feed, state: FeedState, steps: Iterable[Arrival | Visit]
    ) -> tuple[Recorded, Visit | None]:
        group, entries, total = Group(), list[str](), Recorded()
        for step in steps:
            if isinstance(step, Visit):
                after = next_state(feed, state, step, self._store.now())
                with self._store.writing() as writing:
                    total += group.add(writing, feed=feed.key)
                    remember_entries(writing, feed.key, entries)
                    add_visit(writing, step, after)
                return total, step
            if step.found is not None:
                group.take(step.found)
            entries += step.entries
            if group.is_due:
                with self._store.writing() as writing:
                    total += group.add(writing, feed=feed.key)
                    remember_entries(writing, feed.key, entries)
                group, entries = Group(), []
        return total, None

    def _give_up(
        self, feed: Feed, state: FeedState, error: Exception
    ) -> tuple[Recorded, Visit | None]:
        now = self._store.now()
        kind = type(error).__name__
        visit = Visit(
            feed=feed.key,
            begun_at=now,
            ended_at=now,
            outcome=VisitOutcome.FAILED,
            reason=f"Watchword failed on it, which is a fault of Watchword: {kind}",
        )
        with self._store.writing() as writing:
            add_visit(writing, visit, next_state(feed, state, visit, now))
        return Recorded(), visit

    def _knows(self, feed: Feed) -> Callable[[str], bool]:
        def is_known(name: str) -> bool:
            with self._store.viewing() as view:
                return is_entry_known(view, feed.key, name)

        return is_known

    def _password(self, feed: Feed) -> str:
        password = self._terms.password(feed.secret) if feed.secret else None
        if password is None:
            raise RefusedError(
                "the password of this mailbox is not set", key=feed.secret or feed.address
            )
        return password

    def _tell(self) -> None:
        with self._lock:
            self._done += 1
            self._watch(Stand(step=Step.VISITING, done=self._done, total=self._total))
