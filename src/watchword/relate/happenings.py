"""Tolls of one place into happenings: the dead of March are not the dead of June.

Where harm is counted at a place, and not the fallen of a side, each happening has a track of its
own. A figure belongs to the day that it tells; without a day, to the last happening told of in
the days before it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from watchword.model.claim import Claim
from watchword.model.counted import Counted
from watchword.model.moment import Precision
from watchword.model.track import Point
from watchword.relate.counted_where import is_wide
from watchword.relate.deeds import Deed
from watchword.relate.kinds import FAR, SOLDIERS, least, most

LONGEST_SILENCE = timedelta(days=14)
"""A toll that nobody has told for longer is of another happening."""
Settling = tuple[timedelta, float]
"""After how long a toll is told to be so many times smaller only if it is another one."""
TOWN: Settling = (timedelta(days=2), FAR)
"""Of one town, a toll may be corrected for two days, and then still by less than a third."""
WIDE: Settling = (timedelta(days=1), 1.0)
"""Of a region or a country, where much happens, a smaller toll of the next day is another one."""
NEAR = 50
"""How many of the last tellings of a happening a figure is held against."""
_PARTED = frozenset({Deed.KILL, Deed.WOUND, Deed.FALL, Deed.MISS, Deed.CAPTURE})
_UNDATED = datetime.max.replace(tzinfo=UTC)


def happens_once(thing: Counted) -> bool:
    """Whether figures of one thing may be of several happenings."""
    fallen = thing.kind in SOLDIERS and bool(thing.whose) and not thing.where
    return thing.deed in _PARTED and not fallen


def part_happenings(
    thing: Counted, points: Iterable[Point], claims: Mapping[str, Claim]
) -> dict[str, list[Point]]:
    """Points by the day their happening is first told to be or told of; ISO 8601, or empty."""
    told = list(points)
    days = {point.claim: _day_of(claims[point.claim]) for point in told}
    settling = WIDE if is_wide(thing.where) or not thing.where else TOWN
    ordered = sorted(told, key=lambda point: (_when(point, days), point.claim, point.figure.start))
    parted: list[tuple[date | None, list[Point]]] = []
    for point in ordered:
        home = _home(point, days, parted, settling)
        if home is None:
            parted.append((days[point.claim], [point]))
        else:
            parted[home][1].append(point)
    labelled: dict[str, list[Point]] = {}
    numbers: Counter[str] = Counter()
    for day, members in parted:
        label = _label(day, members)
        numbers[label] += 1
        labelled[label if numbers[label] == 1 else f"{label} ({numbers[label]})"] = members
    return labelled


def _day_of(claim: Claim) -> date | None:
    """The one day that a claim tells, None for a longer time or none."""
    time = claim.time
    if (
        time is None
        or time.since is None
        or time.precision not in {Precision.DAY, Precision.MINUTE}
    ):
        return None
    until = time.until or time.since
    return time.since.date() if until - time.since <= timedelta(days=1) else None


def _when(point: Point, days: Mapping[str, date | None]) -> tuple[datetime, bool]:
    day = days[point.claim]
    told = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else point.said_at
    return (told or _UNDATED, day is None)


def _home(
    point: Point,
    days: Mapping[str, date | None],
    parted: Sequence[tuple[date | None, Sequence[Point]]],
    settling: Settling,
) -> int | None:
    """Index of the happening that a point is told of."""
    day, at = days[point.claim], _when(point, days)[0]
    for index in range(len(parted) - 1, -1, -1):
        known, members = parted[index]
        last = max(_when(member, days)[0] for member in members[-3:])
        if at - last > LONGEST_SILENCE:
            return None
        if (day is None or known is None or day == known) and not _is_smaller(
            point, members, settling
        ):
            return index
    return None


def _is_smaller(point: Point, members: Sequence[Point], settling: Settling) -> bool:
    """Whether a figure is far below what was told days before, and so of another happening."""
    settled = [
        least(member.figure) or 0
        for member in members[-NEAR:]
        if point.said_at and member.said_at and point.said_at - member.said_at >= settling[0]
    ]
    return settling[1] * (most(point.figure) or 0) < max(settled, default=0)


def _label(day: date | None, members: Sequence[Point]) -> str:
    said = members[0].said_at
    first = day or (said.date() if said else None)
    return first.isoformat() if first else ""
