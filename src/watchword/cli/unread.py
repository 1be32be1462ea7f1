"""The inputs that could not be read: told by name and reason, the rest counted."""

from collections.abc import Iterable

from watchword.cli.screen import one_line, warn
from watchword.model.report import Unread

MOST_LINES = 400
"""Lines of the list; what does not fit is counted."""


class UnreadList:
    """What could not be read so far; holds as much as is told and counts the rest."""

    def __init__(self, unread: Iterable[Unread] = ()) -> None:
        self._named: list[Unread] = []
        self._count = 0
        self._named_count = 0
        for each in unread:
            self.add(each)

    @property
    def count(self) -> int:
        """How many inputs could not be read."""
        return self._count

    def add(self, unread: Unread) -> None:
        """Count one; it is named if there is room."""
        self._count += unread.count
        if len(self._named) < MOST_LINES:
            self._named.append(unread)
            self._named_count += unread.count

    def lines(self) -> list[str]:
        """The list, at most `MOST_LINES` lines and what stands above them."""
        if not self._count:
            return []
        kept = self._named
        left = self._count - self._named_count
        if left:
            *kept, last = kept
            left += last.count
        told = [f"{_inputs(self._count)} could not be read:", *map(_line, kept)]
        return [*told, f"  and {left:,} more"] if left else told

    def warn(self) -> None:
        """Write the list to standard error."""
        for line in self.lines():
            warn(line)


def _inputs(count: int) -> str:
    return f"{count:,} input{'' if count == 1 else 's'}"


def _line(unread: Unread) -> str:
    times = f" ({unread.count:,} of them)" if unread.count > 1 else ""
    return f"  {one_line(unread.found_at)}: {one_line(unread.reason)}{times}"
