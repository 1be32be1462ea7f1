"""A part of a long list, and where the next part begins."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class ByTime:
    """A place in a list that is ordered by time of publication, the newest first.

    Attributes:
        at: when the last row before it was published, aware UTC; None among what is undated,
            which comes last.
        number: that row's own number in the store.
        within: place of the row among those of one report, 0 where a report is one row.
    """

    at: datetime | None
    number: int
    within: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ByCount:
    """A place in a list that is ordered by a count, the largest first, and then by name.

    Attributes:
        count: of the last row before it.
        name: its name.
        mark: what tells it from others of that name.
    """

    count: int
    name: str
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Row]):
    """A part of a list.

    Attributes:
        rows: what is listed.
        next: where the next part begins, None where this is the last one.
    """

    rows: tuple[Row, ...]
    next: ByTime | ByCount | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounded:
    """A count that is not carried on for ever.

    Attributes:
        number: how many there are, or the bound.
        is_exact: False where there are more than that.
    """

    number: int
    is_exact: bool
