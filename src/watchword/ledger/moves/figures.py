"""How well figures are put into tracks: a situation of our own, and corrected claims of losses.

The situation is told by reports composed from the public record, each with the points that it adds
to the tracks one would follow. Claimed losses are told by sentences made from the rows of a public
table: what one side claims, what it later corrected, and what others counted from pictures.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from watchword.collect.piece import Draft
from watchword.flow.ahead import each_ahead
from watchword.group.copies import find_origins
from watchword.ledger.corpora.losses import Losses, read_losses
from watchword.ledger.held_out import HeldOut
from watchword.ledger.measurement import Aim, Score, share_score
from watchword.ledger.measuring import Place, Task
from watchword.ledger.moves.bench import MoveBench
from watchword.ledger.reader import finish_labelled
from watchword.ledger.scores import Share
from watchword.model.claim import Claim
from watchword.model.report import Report, Unread
from watchword.model.track import Point, Standing, Track
from watchword.relate.tracks import find_tracks

PACKAGED = "contested.jsonl"


class OwnSet(HeldOut):
    """A set that lies in the package and not below the data folder."""

    def digest(self, data: Path) -> str:
        """SHA-256 of the packaged file, hexadecimal."""
        del data
        return sha256(_packaged()).hexdigest()

    def is_there(self, data: Path) -> bool:
        """Always: it is part of the package."""
        del data
        return True


CONTESTED = OwnSet(
    name="troops to Russia", files=(PACKAGED,), origin="composed by us from the public record"
)
LOSSES = HeldOut(
    name="claimed losses",
    files=("figures/claimed-losses/*.json",),
    origin="2022 Ukraine Russia War Dataset, MIT",
)
TERMS: Mapping[str, tuple[str, tuple[str, ...], bool | None]] = {
    "troops sent to Russia": ("troops", ("abroad",), False),
    "troops in Kursk": ("troops", ("abroad",), False),
    "further waves": ("troops", ("abroad",), True),
    "killed": ("troops", ("kill",), False),
    "wounded": ("troops", ("wound",), False),
    "killed or wounded": ("troops", ("fall",), False),
    "captured": ("troops", ("capture",), None),
    "workers sent": ("workers", ("abroad",), None),
    "engineers sent": ("workers", ("abroad",), None),
    "shells supplied": ("shells", ("supply",), None),
    "containers supplied": ("containers", ("supply",), None),
    "missiles supplied": ("missiles", ("supply",), None),
    "guns supplied": ("guns", ("supply",), None),
    "officers among those sent": ("officers", ("abroad",), None),
    "generals": ("generals", ("abroad",), None),
}
"""What each labelled track counts: the kind, the deed, whether an addition; None for either."""
SIDE, REGION = "KP", "Kursk region"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A point as labelled: the report, the words of the figure, and the track they belong in."""

    report_id: str
    words: str
    track: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A point as found, with its report and the names of the labelled tracks that it is in."""

    report_id: str
    point: Point
    tracks: frozenset[str]


def score_contested(bench: MoveBench) -> Iterator[Score]:
    """Labelled points found in the right track, and points that are in a track wrongly."""
    rows = [json.loads(line) for line in _packaged().splitlines()]
    told = [
        Told(report_id=row["id"], words=each["figure"].lower(), track=each["track"])
        for row in rows
        for each in row["points"]
    ]
    found = list(_each_found(*_tracks_of(map(_report_of, rows), bench)))
    right = sum(1 for each in told if any(_is_it(one, each) for one in found))
    counted = [one for one in found if one.tracks]
    wrong = sum(1 for one in counted if not any(_is_it(one, each) for each in told))
    yield share_score("points in the right track", Share(hits=right, of=len(told)))
    yield share_score("points that belong", Share(hits=len(counted) - wrong, of=len(counted)))


def score_losses(bench: MoveBench) -> Iterator[Score]:
    """Corrections shown as such, and the independent count beside the claimed one, unmerged."""
    losses = read_losses(bench.data)
    tracks, ids = _tracks_of(map(finish_labelled, each_draft(losses)), bench)
    points = {
        (ids[point.claim], point.figure.best): (point, track)
        for track in tracks
        for point in track.points
    }
    corrected = [points.get((f"v1-{each.day}", each.claimed)) for each in losses.corrections]
    newer = [points.get((f"v2-{each.day}", each.corrected)) for each in losses.corrections]
    marked = sum(
        1
        for old, new in zip(corrected, newer, strict=True)
        if old and new and old[0].standing is not Standing.STANDS and old[1] is new[1]
    )
    yield share_score("corrections marked", Share(hits=marked, of=len(losses.corrections)))
    seen = [points.get(("seen", count)) for count in losses.seen.values()]
    apart = sum(1 for each in seen if each and _stands_apart(*each))
    yield share_score("independent counts apart", Share(hits=apart, of=len(seen)))
    given = {
        *losses.seen.values(),
        *(value for each in losses.corrections for value in (each.claimed, each.corrected)),
    }
    known = sum(1 for _, value in points if value in given)
    yield share_score("figures that were given", Share(hits=known, of=len(points)))


def each_draft(losses: Losses) -> Iterator[Draft]:
    """What is claimed each day, the corrected version of it, and what was seen, as reports."""
    for day in sorted({each.day for each in losses.corrections}):
        rows = [each for each in losses.corrections if each.day == day]
        for version, clock in (("v1", "08:00"), ("v2", "20:00")):
            counts = [each.claimed if version == "v1" else each.corrected for each in rows]
            told = [
                f"Russia has lost {count:,} {each.unit}, "
                f"Ukraine's General Staff said on {_spoken(day)}."
                for count, each in zip(counts, rows, strict=True)
            ]
            yield Draft(
                text=" ".join(told),
                report_id=f"{version}-{day}",
                outlet="General Staff Daily",
                title=f"Losses as of {_spoken(day)}",
                published=f"{day}T{clock}:00+00:00",
                address=f"https://example.org/losses/{day}",
            )
    last = max(each.day for each in losses.corrections)
    yield Draft(
        text=" ".join(
            f"Russia has lost {count:,} {unit}, Oryx said." for unit, count in losses.seen.items()
        ),
        report_id="seen",
        outlet="Pictures Weekly",
        title="Losses that pictures show",
        published=f"{last}T21:00:00+00:00",
        address="https://example.org/pictures",
    )


def _spoken(day: date) -> str:
    return f"{day.day} {day:%B}"


def _stands_apart(point: Point, track: Track) -> bool:
    """Whether an independent count stands, and beside it the newest claimed one."""
    others = {each.source for each in track.points if each.standing is Standing.STANDS}
    return point.standing is Standing.STANDS and len(others - {point.source}) > 0


def _packaged() -> bytes:
    return files("watchword.ledger.moves").joinpath(PACKAGED).read_bytes()


def _report_of(row: Mapping[str, str]) -> Report:
    return finish_labelled(
        Draft(
            text=row["text"],
            report_id=row["id"],
            outlet=row["outlet"],
            title=row["title"],
            published=row["date"],
            address=f"https://example.org/{row['id']}",
        )
    )


def _tracks_of(
    reports: Iterable[Report], bench: MoveBench
) -> tuple[Sequence[Track], Mapping[str, str]]:
    """The tracks of some reports, and the report's identifier of each claim."""
    jobs = each_ahead(reports, bench.engine, processes=bench.processes)
    read = [each[1]() for each in jobs if not isinstance(each, Unread)]
    known = {each.report.key: each.report for each in read}
    claims: list[Claim] = [claim for each in read for claim in each.extraction.claims]
    tracks = find_tracks(claims, known, find_origins(tuple(known.values())))
    return tracks, {claim.key: known[claim.report].report_id for claim in claims}


def _each_found(tracks: Iterable[Track], ids: Mapping[str, str]) -> Iterator[Found]:
    for track in tracks:
        names = frozenset(name for name in TERMS if _is_of(track, name))
        for point in track.points:
            yield Found(report_id=ids[point.claim], point=point, tracks=names)


def _is_of(track: Track, name: str) -> bool:
    """Whether a found track counts what a labelled one does."""
    kind, deeds, more = TERMS[name]
    what = track.counted
    if what is None or what.whose != SIDE or what.kind != kind or what.deed not in deeds:
        return False
    region = more is not False or kind != "troops" or deeds != ("abroad",)
    placed = region or (what.where == REGION) is (name == "troops in Kursk")
    whole = kind != "troops" or not what.part or deeds != ("abroad",)
    return placed and whole and more in {None, what.more}


def _is_it(found: Found, told: Told) -> bool:
    same = found.report_id == told.report_id and told.track in found.tracks
    return same and told.words in found.point.figure.words.lower()


TASKS: tuple[Task[MoveBench], ...] = (
    Task(head="figures", held=CONTESTED, run=score_contested),
    Task(head="figures", held=LOSSES, run=score_losses),
)
AIMS: Mapping[Place, Aim] = {
    ("figures", CONTESTED.name, "points in the right track"): Aim(aim=0.85, least=0.70),
    ("figures", CONTESTED.name, "points that belong"): Aim(aim=0.95, least=0.90),
    ("figures", LOSSES.name, "corrections marked"): Aim(aim=1.0, least=0.95),
    ("figures", LOSSES.name, "independent counts apart"): Aim(aim=1.0, least=1.0),
}
"""By head, data and metric."""
