"""In which order the reports of the stories came into the index.

Of a term that many stories bear the latest are looked at: those into which a report with it was
put last. So the order is part of what a shelf is, and has to be kept where that is kept.

Invariant: a term of a story was last put there when the latest of these reports that bears it was,
be that report one of the members still or not.
"""

from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from watchword.group.stories.weights import Weighed


class Put(NamedTuple):
    """A report that was put into a story.

    Attributes:
        turn: which of all puts it was.
        report: the report.
        is_left: whether it has left the story, where terms of it may stay that others bear, too.
    """

    turn: int
    report: Weighed
    is_left: bool


class Puts:
    """When the reports of one story were put into it."""

    __slots__ = ("_left", "_members")

    def __init__(self) -> None:
        """Begin with none."""
        self._members: dict[int, Put] = {}
        self._left: tuple[Put, ...] = ()

    def note(self, put: Put) -> None:
        """Note that a report was put into the story; after all before it where it has left."""
        if put.is_left:
            self._left = (*self._left, put)
        else:
            self._members[put.report.number] = put

    def let_go(self, report: Weighed) -> None:
        """Note that a report has left the story."""
        put = self._members.pop(report.number, None)
        if put is not None:
            self._left = (*self._left, put._replace(is_left=True))
        # What was put before any member was says nothing more: its terms that stay are theirs.
        first = min((each.turn for each in self._members.values()), default=inf)
        self._left = tuple(each for each in self._left if each.turn > first)

    def __iter__(self) -> Iterator[Put]:
        """Those that tell when a term was last put there, in any order."""
        yield from self._left
        yield from self._members.values()
