"""Requests that are sent again with the same `Idempotency-Key`: done once, answered alike.

What was answered is kept in memory, for a day or until the server ends.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from time import monotonic

from watchword.errors import RefusedError, SettingsError, WatchwordError
from watchword.flow.span_records import Record

KEPT = 2_000
"""Answers that are kept at once; the oldest go first."""
KEPT_S = 86_400.0
LONGEST = 200


@dataclass(slots=True)
class _Done:
    """A request that was sent, and its answer once there is one."""

    body: str
    at: float
    record: Record | None = None


class Repeats:
    """What was answered to requests that may be sent again.

    Args:
        clock: seconds that never go back.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._done: OrderedDict[str, _Done] = OrderedDict()

    def once(self, who: str, key: str, body: bytes, do: Callable[[], Record]) -> Record:
        """Do something unless it was done already, and give what it came to.

        What fails may be tried again with the same key.

        Args:
            who: who sends it, and where to.
            key: the key that they gave; empty to do it in any case.
            body: what they sent.
            do: does it.

        Raises:
            SettingsError: if the key is too long.
            WatchwordError: if the key was given with another body.
            RefusedError: if the first of the requests is not answered yet.
        """
        if not key:
            return do()
        if len(key) > LONGEST:
            raise SettingsError(f"it has at most {LONGEST} letters", key="Idempotency-Key")
        place = f"{who}\n{key}"
        known = self._begun(place, sha256(body).hexdigest())
        if known is not None:
            return known
        record: Record | None = None
        try:
            record = do()
            return record
        finally:
            self._end(place, record)

    def _end(self, place: str, record: Record | None) -> None:
        with self._lock:
            if record is None:
                self._done.pop(place, None)
            elif place in self._done:
                self._done[place].record = record

    def _begun(self, place: str, body: str) -> Record | None:
        now = self._clock()
        with self._lock:
            self._forget(now)
            known = self._done.get(place)
            if known is None:
                self._done[place] = _Done(body=body, at=now)
                return None
        if known.body != body:
            raise WatchwordError(
                "this key was given with another body", key="Idempotency-Key", mend="use a new one"
            )
        if known.record is None:
            raise RefusedError(
                "the first request of this key is not answered yet", key="Idempotency-Key"
            )
        return known.record

    def _forget(self, now: float) -> None:
        while self._done:
            oldest = next(iter(self._done.values()))
            if len(self._done) < KEPT and now - oldest.at < KEPT_S:
                return
            self._done.popitem(last=False)
