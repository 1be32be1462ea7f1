"""Numbers for the stories of an index, so that what it adds up lies in arrays.

Invariant: a story has one number from when it is first noted until it is let go, and no other
story has that number meanwhile.
"""

from collections.abc import Sequence

import numpy as np

from watchword.group.stories.bearers import Places, Sums
from watchword.group.stories.live import LiveStory
from watchword.group.stories.weights import KINDS

_AT_FIRST = 1_024


class Slots:
    """The number of each story, and under it how long the story's weights are together."""

    def __init__(self) -> None:
        """Begin without stories."""
        self._slots: dict[str, int] = {}
        self._keys: list[str] = []
        self._free: list[int] = []
        self._lengths = np.full((len(KINDS), _AT_FIRST), np.inf)
        self._at = np.zeros(_AT_FIRST, dtype=np.int64)

    def note(self, story: LiveStory) -> int:
        """The number of a story, whose lengths are taken as they are now."""
        slot = self._slots.get(story.key)
        if slot is None:
            slot = self._begin(story.key)
        for row, kind in enumerate(KINDS):
            # Infinite where there is nothing, so that nothing over it is nothing.
            self._lengths[row, slot] = story.lengths[kind] or np.inf
        return slot

    def free(self, story: LiveStory) -> None:
        """Let a story go; its number goes to another."""
        slot = self._slots.pop(story.key, None)
        if slot is not None:
            self._free.append(slot)

    def key(self, slot: int) -> str:
        """Key of the story of a number."""
        return self._keys[slot]

    def lengths(self, kind: int, slots: Places) -> Sums:
        """The lengths of some stories in the weights of a kind, by its place among `KINDS`."""
        lengths: Sums = self._lengths[kind, slots]
        return lengths

    def met(self, rows: Sequence[Places]) -> Places:
        """The numbers that stand in some rows, each once."""
        every: Places = np.concatenate(rows)
        order = np.arange(len(every))
        self._at[every] = order
        met: Places = every[self._at[every] == order]
        self._at[met] = order[: len(met)]
        return met

    def summed(self, places: Places, values: Sums, count: int) -> Sums:
        """What a row gives each story that was met last, in the order of `met`.

        Args:
            places: numbers of stories, all of which were met.
            values: what each place gives its story: whole numbers.
            count: how many were met.
        """
        summed = np.bincount(self._at[places], weights=values, minlength=count)
        # Counts and not sums, and so whole numbers, where there is nothing.
        return summed.astype(np.float64, copy=False)

    def _begin(self, key: str) -> int:
        if self._free:
            slot = self._free.pop()
            self._keys[slot] = key
        else:
            slot = len(self._keys)
            self._keys.append(key)
            if slot == len(self._at):
                self._grow()
        self._slots[key] = slot
        return slot

    def _grow(self) -> None:
        more = len(self._at)
        self._lengths = np.hstack((self._lengths, np.full((len(KINDS), more), np.inf)))
        self._at = np.concatenate((self._at, np.zeros(more, dtype=np.int64)))
