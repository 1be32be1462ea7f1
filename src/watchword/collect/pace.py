"""Politeness: the least time between two requests to one host, and hosts that ask for peace."""

from collections.abc import Callable
from threading import Lock
from time import monotonic, sleep

from watchword.errors import BusyError

LONGEST_GAP_S = 60.0
"""A robots.txt that asks for a longer `Crawl-delay` is held to this."""

LONGEST_PEACE_S = 86_400.0
"""A `Retry-After` beyond a day is held to a day."""


class HostPace:
    """When each host may be asked next; safe to share between threads.

    Args:
        gap_s: least seconds between two requests to one host.
        clock: seconds that never run backwards.
        pause: waits for that many seconds.
    """

    def __init__(
        self,
        gap_s: float,
        *,
        clock: Callable[[], float] = monotonic,
        pause: Callable[[float], None] = sleep,
    ) -> None:
        self._gap_s = gap_s
        self._clock = clock
        self._pause = pause
        self._free_at: dict[str, float] = {}
        self._peace_until: dict[str, float] = {}
        self._lock = Lock()

    def wait(self, host: str, delay_s: float = 0.0) -> float:
        """Wait for a host's turn, and give the seconds waited.

        Args:
            host: the host, with its port.
            delay_s: the `Crawl-delay` that its robots.txt asks for.

        Raises:
            BusyError: if the host has asked to be left alone for longer than that.
        """
        self.check(host)
        gap = max(self._gap_s, min(delay_s, LONGEST_GAP_S))
        with self._lock:
            now = self._clock()
            turn = max(now, self._free_at.get(host, now))
            self._free_at[host] = turn + gap
        waiting = turn - now
        if waiting > 0:
            self._pause(waiting)
        return waiting

    def check(self, host: str) -> None:
        """Refuse a host that has asked to be left alone.

        Raises:
            BusyError: if it has.
        """
        left = self._peace_until.get(host, 0.0) - self._clock()
        if left > 0:
            raise BusyError(f"the server asked to be left alone for {left:.0f} more seconds")

    def keep_peace(self, host: str, seconds: float) -> None:
        """Leave a host alone for a while, as it asked."""
        self._peace_until[host] = self._clock() + min(max(seconds, 0.0), LONGEST_PEACE_S)
