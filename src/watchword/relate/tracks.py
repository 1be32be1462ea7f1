"""Who said how many of one thing, when: the history of each figure, never averaged.

Figures are points of one track where the same is counted: the same kind ("troops" are
"soldiers", "workers" are not), of the same country, with the same done to them, in the same
country or region. Sent, readied to be sent, training and fighting there count the same people and
share a track, because that is how the figure is followed; each point's claim says whether it
tells a plan or a deed. Additions ("another 1,500"), rates and parts of a whole have tracks of
their own.

Invariant: points stand in the order of publication; a copy of a text adds no point; a figure
that is denied is no point.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from watchword.model.claim import Claim
from watchword.model.counted import Counted
from watchword.model.figure import Figure
from watchword.model.origin import Origin
from watchword.model.report import Report
from watchword.model.track import Point, Standing, Track
from watchword.relate.counted import is_told_as_earlier
from watchword.relate.gist import Mood
from watchword.relate.happenings import happens_once, part_happenings
from watchword.relate.homes import find_homes
from watchword.relate.kinds import amount_of
from watchword.relate.surroundings import each_counted
from watchword.relate.track_titles import title_of, unit_of
from watchword.relate.witnesses import Witness, find_witnesses
from watchword.text.versions import superseded

_UNDATED = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What every step looks things up in."""

    claims: Mapping[str, Claim]
    witnesses: Mapping[str, Witness]
    ranks: Mapping[str, int]
    newer: frozenset[str]

    def print_order(self, claim: Claim) -> tuple[bool, int, str]:
        """Prints that count before those that do not, the original before its copies."""
        gone = bool(self.witnesses[claim.key].gone)
        return (gone, self.ranks.get(claim.report, 0), claim.key)

    def mood(self, point: Point) -> Mood:
        """The mood in which a point is told."""
        return self.witnesses[point.claim].gist.mood

    def is_past(self, point: Point) -> bool:
        """Whether a point is told as what its source said before."""
        return is_told_as_earlier(self.claims[point.claim], point.figure)


def find_tracks(
    claims: Sequence[Claim], reports: Mapping[str, Report], origins: Sequence[Origin]
) -> tuple[Track, ...]:
    """The history of each figure that the claims give.

    A point is superseded where the same source later gives another figure for the same thing in
    the same mood, or where the words themselves tell it as an earlier figure: a later plan does
    not replace a count of what was done. Points of withdrawn and replaced reports are kept and
    marked.

    Returns:
        Tracks with the most points first; a figure given once is a track of one point.

    Raises:
        WatchwordError: if a claim's report is not among the reports.
    """
    desk = _Desk(
        claims={claim.key: claim for claim in claims},
        witnesses=find_witnesses(claims, reports, origins),
        ranks={key: rank for origin in origins for rank, key in enumerate(origin.reports)},
        newer=frozenset(superseded(reports.values()).values()),
    )
    lines: dict[Counted, list[Point]] = defaultdict(list)
    for thing, point in _first_prints(_each_told(desk, reports), desk):
        lines[thing].append(point)
    tracks = [
        _track(thing, day, points, desk)
        for thing, placed in _placed(lines).items()
        for day, points in _parted(thing, placed, desk)
    ]
    return tuple(sorted(tracks, key=lambda track: (-len(track.points), track.title, track.key)))


def is_contested(track: Track) -> bool:
    """Whether a track has two points of different amounts that were not withdrawn."""
    amounts = {
        amount_of(point.figure)
        for point in track.points
        if point.standing is not Standing.WITHDRAWN
    }
    return len(amounts) > 1


def _each_told(
    desk: _Desk, reports: Mapping[str, Report]
) -> Iterator[tuple[Claim, Figure, Counted]]:
    """Every figure that counts something, originals before copies; shares count nothing."""
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in desk.claims.values():
        by_report[claim.report].append(claim)
    first = {key: min(map(desk.print_order, claims)) for key, claims in by_report.items()}
    for key in sorted(by_report, key=lambda key: first[key]):
        for claim, figure, thing in each_counted(reports[key], by_report[key]):
            negated = desk.witnesses[claim.key].gist.negated
            if not negated and thing.kind != "percent":
                yield claim, figure, thing


def _first_prints(
    told: Iterable[tuple[Claim, Figure, Counted]], desk: _Desk
) -> Iterator[tuple[Counted, Point]]:
    """Every figure as its origin first prints it: what a copy repeats is left out.

    A copy's own addition stays. So does a print of a version that was replaced since: it counts
    no more than that version, unless the version that replaced it says the same.
    """
    first: dict[tuple[object, ...], dict[bool, tuple[str, list[tuple[Counted, Point]]]]] = {}
    for claim, figure, thing in told:
        witness = desk.witnesses[claim.key]
        said = (witness.origin, witness.voice, witness.gist.mood, thing, amount_of(figure))
        prints = first.setdefault(said, {})
        report, points = prints.setdefault(bool(witness.gone), (claim.report, []))
        if report == claim.report:
            points.append((thing, _point(claim, figure, witness)))
    for prints in first.values():
        for gone, (report, points) in prints.items():
            outdated = not gone and True in prints and report not in desk.newer
            for thing, point in points:
                yield thing, replace(point, standing=Standing.SUPERSEDED) if outdated else point


def _placed(lines: Mapping[Counted, list[Point]]) -> dict[Counted, list[Point]]:
    """Figures that leave something open put with the one track that they fit."""
    homes = find_homes({thing: len(points) for thing, points in lines.items()})
    placed: dict[Counted, list[Point]] = {}
    for thing in sorted(lines):
        home = homes.get(thing)
        if home is not None:
            placed.setdefault(home, []).extend(lines[thing])
    return placed


def _parted(thing: Counted, points: list[Point], desk: _Desk) -> Iterable[tuple[str, list[Point]]]:
    """The points of one track each, with the day of what happened where that parts them."""
    if not happens_once(thing):
        return [("", points)]
    return part_happenings(thing, points, desk.claims).items()


def _point(claim: Claim, figure: Figure, witness: Witness) -> Point:
    return Point(
        claim=claim.key,
        figure=figure,
        source=witness.name,
        said_at=witness.said_at,
        origin=witness.origin,
        standing=Standing.WITHDRAWN if witness.gone else Standing.STANDS,
    )


def _track(thing: Counted, day: str, points: Iterable[Point], desk: _Desk) -> Track:
    ordered = sorted(points, key=_place)
    unit = unit_of(thing, (point.figure for point in ordered))
    terms = (thing.kind, thing.whose, thing.deed, thing.where, str(thing.more), thing.per)
    identity = "\n".join(["track", *terms, str(thing.part), day])
    return Track(
        key=sha256(identity.encode()).hexdigest()[:16],
        title=title_of(thing, unit, {desk.mood(point) for point in ordered}),
        unit=unit,
        points=_with_standing(ordered, desk),
        counted=thing,
    )


def _place(point: Point) -> tuple[datetime, str, int]:
    return (point.said_at or _UNDATED, point.claim, point.figure.start)


def _with_standing(points: Sequence[Point], desk: _Desk) -> tuple[Point, ...]:
    last: dict[tuple[str, Mood], Point] = {}
    sources = Counter(point.source for point in points)
    marked: list[Point] = []
    for point in reversed(points):
        series = (point.source, desk.mood(point))
        newer = last.get(series)
        if point.standing is not Standing.STANDS:
            marked.append(point)
            continue
        told_as_past = sources[point.source] > 1 and desk.is_past(point)
        if told_as_past or (newer is not None and _replaces(newer, point)):
            marked.append(replace(point, standing=Standing.SUPERSEDED))
        else:
            last.setdefault(series, point)
            marked.append(point)
    return tuple(reversed(marked))


def _replaces(newer: Point, older: Point) -> bool:
    if newer.said_at is None or older.said_at is None or newer.said_at <= older.said_at:
        return False
    return amount_of(newer.figure) != amount_of(older.figure)
