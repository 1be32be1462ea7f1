"""Taking turns: work that one process does for all, and the others wait for or leave to it."""

import os
from collections.abc import Callable
from time import sleep
from uuid import uuid4

from watchword.store import Store
from watchword.store.leases import end_lease, take_lease

LEASE_S = 120.0
"""How long a process keeps its turn without a sign of life, in seconds."""
_PAUSE_S = 0.5


class Turn:
    """A process's turn at some work.

    Args:
        store: the record.
        work: name of the work.
    """

    def __init__(self, store: Store, work: str) -> None:
        self._store = store
        self._work = work
        self._holder = f"{os.getpid()}-{uuid4().hex}"

    def take(self) -> bool:
        """Take it, or go on holding it; False while another process has it."""
        return take_lease(self._store, self._work, self._holder, for_s=LEASE_S)

    def end(self) -> None:
        """Let others have it."""
        end_lease(self._store, self._work, self._holder)


def work_in_turn(
    store: Store, work: str, is_done: Callable[[], bool], do: Callable[[Turn], int]
) -> int:
    """Do what waits to be done, or wait until somebody else has done it.

    Args:
        store: the record.
        work: name of the work.
        is_done: whether nothing is left to do.
        do: does it, taking its turn again now and then, and gives how much it did.

    Returns:
        How much this process did.
    """
    turn = Turn(store, work)
    if not wait_for_turn(turn, is_done):
        return 0
    try:
        return do(turn)
    finally:
        turn.end()


def wait_for_turn(turn: Turn, is_done: Callable[[], bool]) -> bool:
    """Wait until the turn is ours, or somebody else has done all the work.

    Args:
        turn: the turn.
        is_done: whether nothing is left to do.

    Returns:
        Whether there is work left, and it is ours to do.
    """
    while not is_done():
        if turn.take():
            return True
        sleep(_PAUSE_S)
    return False
