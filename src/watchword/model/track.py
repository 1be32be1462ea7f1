"""The history of one contested figure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

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
    """

    key: str
    title: str
    unit: str
    points: tuple[Point, ...]
