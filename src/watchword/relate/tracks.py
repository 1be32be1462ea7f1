"""Who said how many of one thing, when: the history of each figure, never averaged.

Figures are points of one track where the same is counted: the same kind ("troops" are
"soldiers", "workers" are not), of the same country, with the same done to them, in the same
country or region. Sent, readied to be sent, training and fighting there count the same people and
share a track, because that is how the figure is followed; each point's claim says whether it
tells a plan or a deed. Additions ("another 1,500") have a track of their own.

Invariant: points stand in the order of publication; a copy of a text adds no point; a figure
that is denied is no point.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from watchword.model.claim import Claim
from watchword.model.figure import Figure
from watchword.model.origin import Origin
from watchword.model.report import Report
from watchword.model.track import Point, Standing, Track
from watchword.relate.counted import Counted, amount_of, counted_by
from watchword.relate.gist import Mood
from watchword.relate.witnesses import Witness, find_witnesses
from watchword.text.gazetteer import country_by_code

_UNDATED = datetime.max.replace(tzinfo=UTC)
_DEED_WORDS = {
    "kill": "killed",
    "wound": "wounded",
    "capture": "captured",
    "miss": "missing",
    "lose": "lost",
    "supply": "supplied",
    "strike": "struck",
    "destroy": "destroyed",
    "launch": "launched",
    "displace": "displaced",
    "arrest": "arrested",
    "review": "under review",
    "sign": "signed",
    "withdraw": "withdrawn",
    "produce": "produced",
}
_AHEAD = frozenset({Mood.PLANNED, Mood.OPEN, Mood.ESTIMATED})
_DONE = frozenset({Mood.TOLD, Mood.UNCONFIRMED, Mood.ESTIMATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What every step looks things up in."""

    claims: Mapping[str, Claim]
    witnesses: Mapping[str, Witness]
    ranks: Mapping[str, int]

    def print_order(self, claim: Claim) -> tuple[bool, int, str]:
        """Prints that count before those that do not, the original before its copies."""
        gone = bool(self.witnesses[claim.key].gone)
        return (gone, self.ranks.get(claim.report, 0), claim.key)

    def mood(self, point: Point) -> Mood:
        """The mood in which a point is told."""
        return self.witnesses[point.claim].gist.mood


def find_tracks(
    claims: Sequence[Claim], reports: Mapping[str, Report], origins: Sequence[Origin]
) -> tuple[Track, ...]:
    """The history of each figure that the claims give.

    A point is superseded where the same source later gives another figure for the same thing in
    the same mood: a later plan does not replace a count of what was done. Points of withdrawn
    and replaced reports are kept and marked.

    Returns:
        Tracks with the most points first; a figure given once is a track of one point.

    Raises:
        WatchwordError: if a claim's report is not among the reports.
    """
    desk = _Desk(
        claims={claim.key: claim for claim in claims},
        witnesses=find_witnesses(claims, reports, origins),
        ranks={key: rank for origin in origins for rank, key in enumerate(origin.reports)},
    )
    told = [claim for claim in desk.claims.values() if not desk.witnesses[claim.key].gist.negated]
    lines: dict[Counted, list[Point]] = defaultdict(list)
    for thing, point in _first_prints(told, desk):
        lines[thing].append(point)
    tracks = [_track(thing, points, desk) for thing, points in _placed(lines).items()]
    return tuple(sorted(tracks, key=lambda track: (-len(track.points), track.title, track.key)))


def is_contested(track: Track) -> bool:
    """Whether a track has two points of different amounts that were not withdrawn."""
    amounts = {
        amount_of(point.figure)
        for point in track.points
        if point.standing is not Standing.WITHDRAWN
    }
    return len(amounts) > 1


def _each_counted(claim: Claim) -> Iterator[tuple[Counted, Figure]]:
    for figure in claim.figures:
        thing = counted_by(claim, figure)
        if thing is not None:
            yield thing, figure


def _first_prints(claims: Iterable[Claim], desk: _Desk) -> list[tuple[Counted, Point]]:
    """Every figure as its origin first prints it: what a copy repeats is left out.

    A copy's own addition stays, and so does one withdrawn print beside one that counts.
    """
    printed_in: dict[tuple[object, ...], str] = {}
    first: list[tuple[Counted, Point]] = []
    for claim in sorted(claims, key=desk.print_order):
        witness = desk.witnesses[claim.key]
        for thing, figure in _each_counted(claim):
            said = (witness.origin, witness.voice, bool(witness.gone), witness.gist.mood)
            same = (*said, thing, amount_of(figure))
            if printed_in.setdefault(same, claim.report) == claim.report:
                first.append((thing, _point(claim, figure, witness)))
    return first


def _placed(lines: Mapping[Counted, list[Point]]) -> dict[Counted, list[Point]]:
    """Figures told without place or side, put with the one track of a country that they fit."""
    full = {thing: list(points) for thing, points in lines.items() if thing.where and thing.whose}
    placed = dict(full)
    for thing in sorted(lines.keys() - full.keys()):
        homes = [known for known in full if _completes(known, thing)]
        home = homes[0] if len(homes) == 1 else thing
        placed.setdefault(home, []).extend(lines[thing])
    return placed


def _completes(full: Counted, thing: Counted) -> bool:
    """Whether one counts the same as another and tells what the other leaves open."""
    if not thing.where and full.where not in country_by_code():
        return False
    whose, where = thing.whose or full.whose, thing.where or full.where
    return replace(thing, whose=whose, where=where) == full


def _point(claim: Claim, figure: Figure, witness: Witness) -> Point:
    return Point(
        claim=claim.key,
        figure=figure,
        source=witness.name,
        said_at=witness.said_at,
        origin=witness.origin,
        standing=Standing.WITHDRAWN if witness.gone else Standing.STANDS,
    )


def _track(thing: Counted, points: Iterable[Point], desk: _Desk) -> Track:
    ordered = sorted(points, key=_place)
    units = Counter(point.figure.unit for point in ordered)
    unit = min(units, key=lambda name: (-units[name], name))
    identity = "\n".join(
        ["track", thing.kind, thing.whose, thing.deed, thing.where, str(thing.more)]
    )
    return Track(
        key=sha256(identity.encode()).hexdigest()[:16],
        title=_title(thing, unit, {desk.mood(point) for point in ordered}),
        unit=unit,
        points=_with_standing(ordered, desk),
    )


def _place(point: Point) -> tuple[datetime, str, int]:
    return (point.said_at or _UNDATED, point.claim, point.figure.start)


def _with_standing(points: Sequence[Point], desk: _Desk) -> tuple[Point, ...]:
    last: dict[tuple[str, Mood], Point] = {}
    marked: list[Point] = []
    for point in reversed(points):
        series = (point.source, desk.mood(point))
        newer = last.get(series)
        if point.standing is not Standing.STANDS:
            marked.append(point)
        elif newer is not None and _replaces(newer, point):
            marked.append(replace(point, standing=Standing.SUPERSEDED))
        else:
            last.setdefault(series, point)
            marked.append(point)
    return tuple(reversed(marked))


def _replaces(newer: Point, older: Point) -> bool:
    if newer.said_at is None or older.said_at is None or newer.said_at <= older.said_at:
        return False
    return amount_of(newer.figure) != amount_of(older.figure)


def _title(thing: Counted, unit: str, moods: set[Mood]) -> str:
    country = country_by_code().get(thing.whose)
    whose = country.adjectives[0] if country and country.adjectives else ""
    counted = " ".join(word for word in (whose, unit) if word)
    counted = f"additional {counted}" if thing.more else counted
    deed = (
        _sent_words(moods) if thing.deed in {"abroad", "send"} else _DEED_WORDS.get(thing.deed, "")
    )
    where = country_by_code().get(thing.where)
    named = where.name if where else thing.where
    return " ".join(
        word for word in (counted, deed, _preposition(thing) if named else "", named) if word
    ).strip()


def _sent_words(moods: set[Mood]) -> str:
    if moods & _AHEAD and moods & _DONE:
        return "sent or to be sent"
    return "to be sent" if moods & _AHEAD else "sent"


def _preposition(thing: Counted) -> str:
    return "to" if thing.deed in {"abroad", "send", "supply"} else "in"
