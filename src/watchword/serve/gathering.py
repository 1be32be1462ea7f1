"""The process that collects beside a server: it visits, reads, groups and looks out, by rounds.

A process of its own, so that pages stay fast while reports are read. It ends when the server does.
"""

import json
import logging
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from time import monotonic, sleep

from watchword.config import read_settings
from watchword.errors import WatchwordError
from watchword.flow.running import Stand, Watcher
from watchword.flow.situation.collecting import (
    CollectingState,
    collecting_of,
    note_collecting,
    wanted_collecting,
)
from watchword.flow.situation.turns import Turn
from watchword.flow.situation.visiting import archive_of
from watchword.model.feed import VisitOutcome
from watchword.store.channels import each_channel
from watchword.workbench import Workbench

_log = logging.getLogger(__name__)
WORK = "collecting"
LOOK_S = 1.0
"""How often it is looked whether somebody wants a round, in seconds."""
NOTED_S = 1.0
"""How often it is noted how far a step has come at most, in seconds."""
RENEWED_S = 40.0
"""How often the turn is taken again: three times while it lasts."""
_FAILED = frozenset((VisitOutcome.FAILED, VisitOutcome.REFUSED, VisitOutcome.GONE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """What a collecting process is told when it begins.

    Attributes:
        location: where the record is, with its password where it needs one.
        every_s: seconds between rounds; None to go through one round and end.
        since: what was wanted before is passed over, aware UTC.
    """

    location: str
    every_s: float | None
    since: datetime

    def to_line(self) -> bytes:
        """The orders as a line."""
        told = {"location": self.location, "every_s": self.every_s, "since": str(self.since)}
        return json.dumps(told).encode() + b"\n"


def main() -> None:
    """Collect as the line on standard input says, until that is closed."""
    told = json.loads(sys.stdin.buffer.readline())
    orders = Orders(
        location=told["location"],
        every_s=told["every_s"],
        since=datetime.fromisoformat(told["since"]),
    )
    threading.Thread(target=_end_with_server, daemon=True).start()
    with Workbench.open(orders.location, read_settings()) as bench:
        Gatherer(bench, orders).run()


class Gatherer:
    """Goes through rounds of collecting.

    Args:
        bench: the situation.
        orders: how often.
        pause: waits some seconds.
    """

    def __init__(
        self, bench: Workbench, orders: Orders, pause: Callable[[float], None] = sleep
    ) -> None:
        self._bench = bench
        self._orders = orders
        self._pause = pause
        self._since = orders.since

    def run(self) -> None:
        """Go through one round, or through rounds for ever."""
        due = self._bench.store.now()
        while True:
            feed, is_wanted = self._wanted()
            if is_wanted or self._bench.store.now() >= due:
                self.go_round(feed)
                if self._orders.every_s is None:
                    return
                due = self._bench.store.now() + timedelta(seconds=self._orders.every_s)
                self._note(replace(self._state(), next_at=due))
            self._pause(LOOK_S)

    def go_round(self, feed: str | None = None) -> None:
        """Visit, read, group and look out once; what stops it early is noted.

        Args:
            feed: key of the one feed that is visited, None for all that are due.
        """
        turn = Turn(self._bench.store, WORK)
        if not turn.take():
            return
        begun = replace(
            self._state(), is_at_work=True, step="beginning", begun_at=self._bench.store.now()
        )
        self._note(begun)
        try:
            ended = self._gone_through(begun, feed, _Notes(self._bench, begun, turn))
        except WatchwordError as error:
            _log.warning("collecting ended early: %s", error)
            ended = replace(begun, error=str(error), failures=begun.failures + 1)
        finally:
            turn.end()
        self._note(replace(ended, is_at_work=False, ended_at=self._bench.store.now()))

    def _gone_through(
        self, begun: CollectingState, feed: str | None, watch: Watcher
    ) -> CollectingState:
        bench = self._bench
        visited = bench.visit(watch, archive=archive_of(bench.store), only=feed)
        read = bench.work(watch)
        with bench.store.viewing() as view:
            has_channels = any(True for _ in each_channel(view))
        if has_channels:
            bench.deliver(watch)
        return replace(
            begun,
            new=visited.recorded.new,
            read=read,
            failed=sum(each.outcome in _FAILED for each in visited.visits),
            error="",
            failures=0,
        )

    def _wanted(self) -> tuple[str | None, bool]:
        with self._bench.store.viewing() as view:
            wanted = wanted_collecting(view)
        if wanted is None or wanted[0] <= self._since:
            return None, False
        self._since = wanted[0]
        return wanted[1], True

    def _state(self) -> CollectingState:
        with self._bench.store.viewing() as view:
            return collecting_of(view)

    def _note(self, state: CollectingState) -> None:
        note_collecting(self._bench.store, state)


class _Notes:
    """Notes now and then how far a round has come, and takes its turn again."""

    def __init__(self, bench: Workbench, begun: CollectingState, turn: Turn) -> None:
        self._bench = bench
        self._begun = begun
        self._turn = turn
        self._noted = self._renewed = monotonic()
        self._step = ""

    def __call__(self, stand: Stand) -> None:
        now = monotonic()
        if stand.step.value != self._step or now - self._noted >= NOTED_S:
            self._step, self._noted = stand.step.value, now
            state = replace(self._begun, step=stand.step.value, done=stand.done, total=stand.total)
            note_collecting(self._bench.store, state)
        if now - self._renewed >= RENEWED_S:
            self._renewed = now
            self._turn.take()


def _end_with_server() -> None:
    """Wait until the other side is gone, whatever is being done."""
    while os.read(sys.stdin.fileno(), 1):  # past Python's buffer, whose lock would be held at exit
        pass
    os._exit(0)
