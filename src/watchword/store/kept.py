"""What was worked out of a record and is kept in memory, while what it is made of stands."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

Made = TypeVar("Made")
MOST = 4
"""Things that are kept at once, those asked for last."""


class Kept:
    """Things by what they are made of: who changes that asks by another key.

    What is kept is shared: nobody may change it.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: OrderedDict[Hashable, object] = OrderedDict()

    def of(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What is kept under a key; it is made where nothing is."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return cast("Made", self._held[key])
        made = make()
        with self._lock:
            self._held[key] = made
            while len(self._held) > MOST:
                self._held.popitem(last=False)
        return made
