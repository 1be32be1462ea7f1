"""The history of one contested figure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watchword.model.counted import Counted
from watchword.model.figure import Figure


class Standing(StrEnum):
    """Whether a point still counts."""

    STANDS = "stands"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure given by one claim.

    Attributes:
        claim: key of the claim.
        figure: the quantity.
        source: canonical name of the origin of the claim, or the outlet.
        said_at: when it was published, aware UTC.
        origin: key of the origin that printed it.
        standing: whether it still counts.
    """

    claim: str
    figure: Figure
    source: str
    said_at: datetime | None
    origin: str
    standing: Standing = Standing.STANDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """Who said how many of one thing, when.

    Attributes:
        key: content key.
        title: what is counted, in words ("North Korean troops sent to Russia").
        unit: the counted noun ("troops").
        points: in order of publication.
        counted: what is counted, term by term; None where a track was read back from a brief.
    """

    key: str
    title: str
    unit: str
    points: tuple[Point, ...]
    counted: Counted | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlier:
    """A point that stands apart from the others of its track, and why.

    Attributes:
        claim: key of the point's claim.
        start: where its figure begins in the report's text.
        reason: in words, naming the other telling.
        beside: keys of the claims that it stands apart from.
    """

    claim: str
    start: int
    reason: str
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackSum:
    """What a track comes to today; no two figures are ever put together into a third.

    Attributes:
        low: lowest value that a point which stands names, None where none does.
        high: highest such value.
        open_above: whether a point that stands sets no ceiling at the highest value ("at least").
        newest: of each source, its last standing points, newest first.
        outliers: points that stand apart, in the track's order.
    """

    low: float | None
    high: float | None
    open_above: bool
    newest: tuple[Point, ...]
    outliers: tuple[Outlier, ...]
