"""What a track comes to today: the range of what stands, the newest of each source, outliers.

Nothing is averaged. A point is an outlier where the same briefing is told elsewhere with another
figure, or where it is far from every other; the reason names the other telling.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from watchword.model.claim import Claim
from watchword.model.figure import Approx, Figure
from watchword.model.report import Report
from watchword.model.track import Outlier, Point, Standing, Track, TrackSum
from watchword.relate.gist import Mood, read_gist
from watchword.relate.kinds import FAR, least, most

FEWEST_OTHERS = 3
"""With fewer others, which of them is far from the rest cannot be told."""
_Briefing = tuple[str, date, Mood]
"""Who spoke, on which day, in which mood."""
_Ends = tuple[list[Point], list[Point]]
"""The two lowest and the two highest points, the outermost first."""
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def sum_track(track: Track, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> TrackSum:
    """Sum up a track without putting two figures together.

    Args:
        track: the track.
        claims: the claims of its points, by key.
        reports: the reports of those claims, by key.
    """
    standing = [point for point in track.points if point.standing is Standing.STANDS]
    lows = [value for point in standing if (value := least(point.figure)) is not None]
    highs = [value for point in standing if (value := most(point.figure)) is not None]
    high = max(highs, default=None)
    newest: dict[str, Point] = {}
    for point in reversed(standing):
        newest.setdefault(point.source, point)
    return TrackSum(
        low=min(lows, default=None),
        high=high,
        open_above=any(
            point.figure.approx is Approx.AT_LEAST and most(point.figure) == high
            for point in standing
        ),
        newest=tuple(newest.values()),
        outliers=tuple(_each_outlier(track, _Telling(claims=claims, reports=reports))),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """How points are told of in words."""

    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]

    def words(self, point: Point) -> str:
        report = self.reports[self.claims[point.claim].report]
        day = f", {point.said_at:%-d %B %Y}" if point.said_at else ""
        figure = point.figure.words[:1].lower() + point.figure.words[1:]
        return f"{figure} ({report.outlet or 'outlet not named'}{day})"

    def mood(self, point: Point) -> Mood:
        return read_gist(self.claims[point.claim]).mood

    def briefing(self, point: Point) -> _Briefing | None:
        """Who spoke, on which day, in which mood; None of an undated report."""
        if point.said_at is None:
            return None
        day, said = point.said_at.date(), self.claims[point.claim].attribution.said.lower()
        named = next((i for i, name in enumerate(_WEEKDAYS) if name in said), day.weekday())
        return point.source, day - timedelta(days=(day.weekday() - named) % 7), self.mood(point)


def _each_outlier(track: Track, telling: _Telling) -> Iterator[Outlier]:
    by_mood: dict[Mood, list[Point]] = defaultdict(list)
    briefings: dict[_Briefing | None, list[Point]] = defaultdict(list)
    counted = [point for point in track.points if point.standing is not Standing.WITHDRAWN]
    for point in counted:
        by_mood[telling.mood(point)].append(point)
        briefings[telling.briefing(point)].append(point)
    ends = {mood: _ends(points) for mood, points in by_mood.items()}
    for point in counted:
        place = telling.briefing(point)
        near = briefings[place] if place is not None else ()
        found = _apart(point, near, ends[telling.mood(point)], telling)
        if found is not None:
            yield found


def _apart(point: Point, near: Sequence[Point], ends: _Ends, telling: _Telling) -> Outlier | None:
    """Why a point stands apart from those of its briefing, or from all others."""
    other = _told_otherwise(point, near)
    if other is not None:
        reason = f"the same briefing is told elsewhere as {telling.words(other)}"
        return _outlier(point, reason, other)
    far = _far_from(point, ends)
    if far is None:
        return None
    side = "above" if (least(point.figure) or 0) > (most(far.figure) or 0) else "below"
    reason = f"far {side} every other figure; the nearest is {telling.words(far)}"
    return _outlier(point, reason, far)


def _outlier(point: Point, reason: str, beside: Point) -> Outlier:
    return Outlier(
        claim=point.claim, start=point.figure.start, reason=reason, beside=(beside.claim,)
    )


def _told_otherwise(point: Point, near: Sequence[Point]) -> Point | None:
    """Another origin's telling of the same briefing, where as many tell it so as this way."""
    same = {other.origin for other in near if _agree(point.figure, other.figure)}
    others = [
        other
        for other in near
        if other.origin not in same and not _agree(point.figure, other.figure)
    ]
    as_many = len({other.origin for other in others}) >= len(same)
    return others[0] if others and as_many else None


def _agree(one: Figure, other: Figure) -> bool:
    """Whether two figures may be told of one number: one lies within the bounds of the other."""
    if (one.best is not None and one.best == other.best) or _within(one, other):
        return True
    return _within(other, one)


def _within(one: Figure, other: Figure) -> bool:
    named = one.best if one.best is not None else one.low
    if named is None or other.approx is Approx.ABOUT:
        return False
    floor = None if other.approx is Approx.UP_TO else other.low
    ceiling = None if other.approx is Approx.AT_LEAST else other.high
    above, below = floor is None or floor <= named, ceiling is None or named <= ceiling
    return above and below and (floor is not None or ceiling is not None)


def _ends(points: Sequence[Point]) -> _Ends:
    valued = [point for point in points if least(point.figure) is not None]
    if len(valued) <= FEWEST_OTHERS:
        return [], []
    low = sorted(valued, key=lambda point: (least(point.figure) or 0, point.claim))
    high = sorted(valued, key=lambda point: (-(most(point.figure) or 0), point.claim))
    return low[:2], high[:2]


def _far_from(point: Point, ends: _Ends) -> Point | None:
    """The nearest other point, where a point is outermost and far from it."""
    low, high = ends
    if high and high[0] is point:
        nearest = most(high[1].figure) or 0
        return high[1] if (least(point.figure) or 0) > FAR * nearest > 0 else None
    if low and low[0] is point:
        nearest = least(low[1].figure) or 0
        return low[1] if FAR * (most(point.figure) or 0) < nearest else None
    return None
