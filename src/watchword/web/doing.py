"""Things that take long to do: a page tells how long they have been at it, and leads on when done.

A brief of thousands of reports is a minute's work; no browser, and no proxy, has to wait for it.
"""

import secrets
import threading
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from time import monotonic

from watchword.desk.desk import Desk
from watchword.errors import MissingError
from watchword.flow.span_records import Record
from watchword.model.principal import Principal

PATIENCE_S = 4.0
"""Seconds that whoever sends a form waits for what is done before a page tells them of it."""
AT_ONCE = 8
"""Things that are done at once; what comes beyond waits for its turn."""
KEPT = 200
"""Things whose end can still be asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Something that somebody wants done.

    Attributes:
        principal: who.
        situation: where.
        action: what.
        given: what they say to it.
    """

    principal: Principal
    situation: str
    action: str
    given: dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something that is being done, or was.

    Attributes:
        key: what addresses call it; nobody guesses it.
        by: who wanted it.
        situation: where.
        back: the page that they came from.
        begun: when, on the machine's own clock.
        future: what comes of it.
    """

    key: str
    by: str
    situation: str
    back: str
    begun: float
    future: "Future[Record]"

    def is_done_within(self, seconds: float) -> bool:
        """Whether it is done, well or not, when some seconds have passed at most."""
        return bool(wait([self.future], timeout=seconds).done)

    @property
    def seconds(self) -> int:
        """How long it has been at it."""
        return int(monotonic() - self.begun)


class Deeds:
    """Does things beside the requests that want them.

    Args:
        desk: what they are done to.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._threads = ThreadPoolExecutor(AT_ONCE, "deeds")
        self._lock = threading.Lock()
        self._known: OrderedDict[str, Deed] = OrderedDict()

    def begin(self, wish: Wish, back: str) -> Deed:
        """Begin to do something."""
        future = self._threads.submit(
            self._desk.act, wish.principal, wish.situation, wish.action, wish.given
        )
        made = Deed(
            key=secrets.token_urlsafe(16),
            by=wish.principal.name,
            situation=wish.situation,
            back=back,
            begun=monotonic(),
            future=future,
        )
        with self._lock:
            self._known[made.key] = made
            over = [key for key, each in self._known.items() if each.future.done()]
            for key in over[: max(0, len(self._known) - KEPT)]:
                del self._known[key]
        return made

    def of(self, principal: Principal, situation: str, key: str) -> Deed:
        """Something that somebody wanted.

        Raises:
            MissingError: if it is nothing of theirs here, or long done.
        """
        with self._lock:
            found = self._known.get(key)
        if found is None or (found.by, found.situation) != (principal.name, situation):
            raise MissingError("nothing of that name is being done", key=key)
        return found
