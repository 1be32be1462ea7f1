"""What a brief draws beside its contested figures: plain points, each tied to its claims."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watchword.model.plan import Part


class ChartKind(StrEnum):
    """What is drawn."""

    TIMELINE = "timeline"
    MAP = "map"
    NETWORK = "network"
    RELATION = "relation"
    CALIBRATION = "calibration"
    SCENARIO = "scenario"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPoint:
    """One thing that is drawn; what a kind of chart has no use for is None or empty.

    Attributes:
        label: what it is, in words.
        series: the row, line or first end that it belongs to.
        other: the second end, of a link between two.
        when: aware UTC.
        until: the end of a stretch of time, aware UTC.
        value: height, weight or share.
        low: lower bound of the value.
        high: upper bound of the value.
        longitude: degrees east.
        latitude: degrees north.
        across: place across, from 0 to 1, where that is no time: what was held likely.
        count: how many of what is counted it stands for.
        sort: which sort of thing it is among those drawn: how firmly it is told, how wide a place
            is, whether what passes is cooperation or conflict.
        claims: keys of the claims that it stands on.
    """

    label: str
    series: str = ""
    other: str = ""
    when: datetime | None = None
    until: datetime | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    longitude: float | None = None
    latitude: float | None = None
    across: float | None = None
    count: int | None = None
    sort: str = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture in a brief.

    Attributes:
        kind: what is drawn.
        part: the part of the brief that it stands in.
        title: what it shows.
        note: what a reader has to know to read it, and what it leaves out.
        points: what is drawn, in the order of drawing.
        made_by: name and version of what found the points.
    """

    kind: ChartKind
    part: Part
    title: str
    note: str
    points: tuple[ChartPoint, ...]
    made_by: str
