"""Keeps a collecting process for each situation: it is begun, begun again where it ends, and ended.

Where collecting goes by the clock a process stays; else one is begun when somebody wants a round.
"""

import logging
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from time import monotonic

from watchword.errors import WatchwordError
from watchword.flow.situation.collecting import collecting_of, note_collecting, wanted_collecting
from watchword.serve.gathering import Orders
from watchword.store import Store

_log = logging.getLogger(__name__)
_PROGRAM = "from watchword.serve.gathering import main; main()"
LOOK_S = 1.0
"""How often it is looked how the processes are doing, in seconds."""
FIRST_S, MOST_S = 2.0, 300.0
"""Seconds before a process that ended is begun again: at first, and at most; twice as long each
time."""
WELL_S = 600.0
"""A process that has lasted so many seconds was well: the wait begins anew."""


@dataclass(slots=True, kw_only=True)
class _Place:
    """A situation that is collected for."""

    location: str
    store: Store
    since: datetime
    process: subprocess.Popen[bytes] | None = None
    begun: float = 0.0
    ends: int = 0
    not_before: float = 0.0


@dataclass(slots=True)
class Collectors:
    """The collecting processes of a server.

    Args:
        situations: where each record is, and the record itself, by name.
        every_s: seconds between rounds; None for rounds that somebody wants alone.
    """

    situations: Mapping[str, tuple[str, Store]]
    every_s: float | None
    _places: list[_Place] = field(default_factory=list)
    _over: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to look after the processes."""
        self._places = [
            _Place(location=location, store=store, since=store.now())
            for location, store in self.situations.values()
        ]
        for place in self._places:
            _settle(place, "")
        self._thread = threading.Thread(target=self._look_after, name="collectors", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End every process."""
        self._over.set()
        if self._thread is not None:
            self._thread.join()
        for place in self._places:
            _end(place)

    def _look_after(self) -> None:
        while not self._over.wait(LOOK_S):
            for place in self._places:
                try:
                    self._look_at(place)
                except WatchwordError as error:
                    _log.warning("collecting cannot be looked after: %s", error)

    def _look_at(self, place: _Place) -> None:
        if place.process is not None and place.process.poll() is not None:
            self._ended(place, place.process.returncode)
        if place.process is None and monotonic() >= place.not_before and self._is_due(place):
            self._begin(place)

    def _is_due(self, place: _Place) -> bool:
        if self.every_s is not None:
            return True
        with place.store.viewing() as view:
            wanted = wanted_collecting(view)
        return wanted is not None and wanted[0] > place.since

    def _begin(self, place: _Place) -> None:
        orders = Orders(location=place.location, every_s=self.every_s, since=place.since)
        place.since = place.store.now()
        place.begun = monotonic()
        place.process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-c", _PROGRAM], stdin=subprocess.PIPE, start_new_session=True
        )
        assert place.process.stdin is not None  # noqa: S101 - opened with a pipe
        place.process.stdin.write(orders.to_line())
        place.process.stdin.flush()

    def _ended(self, place: _Place, code: int) -> None:
        _end(place)
        if code == 0:
            place.ends = 0
            return
        place.ends = 1 if monotonic() - place.begun > WELL_S else place.ends + 1
        wait_s = min(FIRST_S * 2.0 ** (place.ends - 1), MOST_S)
        place.not_before = monotonic() + wait_s
        words = f"the collecting process ended ({code}); another may begin in {wait_s:g} seconds"
        _log.warning("%s", words)
        _settle(place, words)


def _settle(place: _Place, error: str) -> None:
    """Note that nothing is at work, where a process that is gone noted otherwise."""
    with place.store.viewing() as view:
        state = collecting_of(view)
    ends = place.ends if error else state.failures
    settled = replace(
        state, is_at_work=False, next_at=None, error=error or state.error, failures=ends
    )
    if settled != state:
        note_collecting(place.store, settled)


def _end(place: _Place) -> None:
    process, place.process = place.process, None
    if process is None:
        return
    process.kill()
    process.wait()
    if process.stdin is not None:
        process.stdin.close()
