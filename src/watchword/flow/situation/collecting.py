"""What collects beside a server: what it is at, and that somebody wants it to begin.

Invariant: both are noted in place, so that watching it work adds nothing to the record.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from watchword.flow.stamps import stamped
from watchword.store import Store, View
from watchword.store.states import note_state, state_noted

_TIMES = frozenset(("begun_at", "ended_at", "next_at"))
_AT, _WANTED = "collecting", "collecting wanted"


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectingState:
    """How collecting goes.

    Attributes:
        is_at_work: whether a round is being gone through.
        step: what it is at, or was at last.
        done: how much of that is done.
        total: out of how much, None where that is not known.
        begun_at: when the round began, None before the first.
        ended_at: when the last round ended, None before.
        next_at: when the next one is to begin, None where nobody set a time.
        new: reports that the last round added.
        read: reports that it read.
        failed: feeds that it could not visit.
        error: why the last round ended early, empty where it did not.
        failures: rounds in a row that did.
    """

    is_at_work: bool = False
    step: str = ""
    done: int = 0
    total: int | None = None
    begun_at: datetime | None = None
    ended_at: datetime | None = None
    next_at: datetime | None = None
    new: int = 0
    read: int = 0
    failed: int = 0
    error: str = ""
    failures: int = 0


def collecting_of(view: View) -> CollectingState:
    """How collecting goes now, whatever the view is as of."""
    noted = state_noted(view, _AT) or {}
    known = {name: noted[name] for name in CollectingState.__slots__ if name in noted}
    return CollectingState(**{name: _back(name, value) for name, value in known.items()})


def note_collecting(store: Store, state: CollectingState) -> None:
    """Note how collecting goes."""
    note_state(store, _AT, stamped(state))


NO_FEED = "-"
"""Stands for a feed where none is to be visited: what waits is read and grouped alone."""


def want_collecting(store: Store, *, feed: str | None = None) -> None:
    """Note that somebody wants collecting to begin now.

    Args:
        store: the record.
        feed: key of the one feed that is to be visited, `NO_FEED` for none; None for all that are
            due.
    """
    note_state(store, _WANTED, {"at": store.now().isoformat(), "feed": feed})


def wanted_collecting(view: View) -> tuple[datetime, str | None] | None:
    """When somebody last wanted collecting to begin, and of which feed; None where nobody did."""
    noted = state_noted(view, _WANTED)
    if noted is None:
        return None
    feed = noted.get("feed")
    return datetime.fromisoformat(str(noted["at"])), str(feed) if feed else None


def _back(name: str, value: object) -> Any:  # noqa: ANN401 - a field of the state
    if name in _TIMES and isinstance(value, str):
        return datetime.fromisoformat(value)
    return value
