"""Counting what could not be read by its reason, so that a thousand bad lines are one entry."""

from collections.abc import Iterator

from watchword.model.report import Unread

TOLD_PLACES = 5
"""How many places are named for each reason; beyond them it is told once, with its count."""

MOST_REASONS = 50
"""Reasons beyond these are counted together."""

_OTHER = "other reasons"


class Tally:
    """What failed in one file, by reason.

    Args:
        found_at: the file, so that places in it can be told shortly.
    """

    def __init__(self, found_at: str) -> None:
        self._found_at = found_at
        self._counts: dict[str, int] = {}
        self._places: dict[str, list[str]] = {}

    def add(self, unread: Unread) -> None:
        """Count one record, or several of one reason."""
        many = len(self._counts) >= MOST_REASONS and unread.reason not in self._counts
        reason = _OTHER if many else unread.reason
        self._counts[reason] = self._counts.get(reason, 0) + unread.count
        places = self._places.setdefault(reason, [])
        if len(places) < TOLD_PLACES:
            places.append(unread.found_at)

    def each_unread(self) -> Iterator[Unread]:
        """Give what was counted, reason by reason in the order they were first met.

        A few of one reason are told one by one, many as one with the first places.
        """
        for reason, count in self._counts.items():
            places = self._places[reason]
            if count <= len(places):
                yield from (Unread(found_at=place, reason=reason) for place in places)
            else:
                first, *others = places
                short = [place.removeprefix(self._found_at).lstrip(":!") for place in others]
                told = ", ".join([first, *short, "…"])
                yield Unread(found_at=told, reason=reason, count=count)
