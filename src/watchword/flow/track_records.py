"""A track as the plain record that `watchword tracks --json` prints: one line, stable names."""

from collections.abc import Mapping, Sequence

from watchword import __version__
from watchword.flow.records import figure_record
from watchword.flow.span_records import Record, moment_record, span_record
from watchword.model.counted import Counted
from watchword.model.known import Known
from watchword.model.track import Outlier, Point, Track, TrackSum
from watchword.relate.track_sums import sum_track

MADE_BY = f"watchword-tracks {__version__}"


def track_record(track: Track, known: Known) -> Record:
    """The record of a track: what it counts, what it comes to today, and every point."""
    total = sum_track(track, known.claims, known.reports)
    places = {id(point): index for index, point in enumerate(track.points)}
    return {
        "track_id": track.key,
        "title": track.title,
        "what": _what(track.counted),
        "unit": track.unit,
        "range": {"low": total.low, "high": total.high, "open_above": total.open_above},
        "newest": [places[id(point)] for point in total.newest],
        "points": points_of(track, total, known),
        "as_of": known.as_of.isoformat(),
        "made_by": MADE_BY,
    }


def track_summary(track: Track, known: Known) -> Record:
    """What a list tells of a track: what it counts, what stands today, and who gave the newest."""
    total = sum_track(track, known.claims, known.reports)
    said = [point.said_at for point in track.points if point.said_at]
    return {
        "track_id": track.key,
        "title": track.title,
        "what": _what(track.counted),
        "unit": track.unit,
        "range": {"low": total.low, "high": total.high, "open_above": total.open_above},
        "contested": is_contested(total),
        "points": len(track.points),
        "sources": len({point.source for point in track.points}),
        "origins": len({point.origin for point in track.points}),
        "outliers": len(total.outliers),
        "first": min(said).isoformat() if said else None,
        "last": max(said).isoformat() if said else None,
        "newest": [_newest(point) for point in total.newest[:3]],
        "course": [_course(point) for point in track.points if point.said_at],
        "as_of": known.as_of.isoformat(),
        "made_by": MADE_BY,
    }


def is_contested(total: TrackSum) -> bool:
    """Whether several sources stand by different figures."""
    sources = {point.source for point in total.newest}
    return len(sources) > 1 and total.low != total.high


def _newest(point: Point) -> Record:
    return {
        "source": point.source,
        "words": point.figure.words,
        "said_at": point.said_at.isoformat() if point.said_at else None,
        "claim_id": point.claim,
    }


def _course(point: Point) -> list[object]:
    """When it was said, and its low, best and high."""
    figure = point.figure
    at = point.said_at.isoformat() if point.said_at else None
    return [at, figure.low, figure.best, figure.high]


def points_of(track: Track, total: TrackSum, known: Known) -> list[Record]:
    """The record of each point of a track, in order."""
    outliers = {(each.claim, each.start): each for each in total.outliers}
    titles = {origin.key: origin.name for origin in known.origins}
    return [_point(point, known, outliers, titles) for point in track.points]


def _what(counted: Counted | None) -> Record | None:
    if counted is None:
        return None
    return {
        "kind": counted.kind,
        "whose": counted.whose or None,
        "deed": counted.deed,
        "where": counted.where or None,
        "change": counted.more,
        "per": counted.per or None,
        "part": counted.part,
    }


def _point(
    point: Point,
    known: Known,
    outliers: Mapping[tuple[str, int], Outlier],
    origins: Mapping[str, str],
) -> Record:
    claim = known.claims[point.claim]
    report = known.reports[claim.report]
    outlier = outliers.get((point.claim, point.figure.start))
    return {
        "figure": figure_record(point.figure),
        "words": point.figure.words,
        "said_at": point.said_at.isoformat() if point.said_at else None,
        "as_of": moment_record(claim.time) if claim.time else None,
        "source": point.source,
        "source_chain": [link.name for link in claim.attribution.links],
        "origin": point.origin,
        "origin_name": origins.get(point.origin, ""),
        "outlet": report.outlet,
        "report_id": report.report_id,
        "claim_id": claim.key,
        "sentence": claim.sentence.quote,
        "modality": claim.modality.value,
        "marks": [{"kind": mark.kind.value, "words": mark.span.quote} for mark in claim.marks],
        "condition": claim.condition.quote if claim.condition else None,
        "standing": point.standing.value,
        "outlier": outlier.reason if outlier else None,
        "outlier_beside": list(outlier.beside) if outlier else [],
        "spans": {
            "sentence": span_record(claim.sentence),
            "content": span_record(claim.content),
            "figure": _figure_span(point, report.text),
        },
    }


def _figure_span(point: Point, text: str) -> Record:
    figure = point.figure
    return {"start": figure.start, "end": figure.end, "quote": text[figure.start : figure.end]}


def chosen(tracks: Sequence[Track], name: str) -> tuple[Track, ...]:
    """The tracks that a name means: by key, else by title, else by all its words in the title."""
    folded = name.casefold().strip()
    exact = [track for track in tracks if folded in {track.key, track.title.casefold()}]
    if exact:
        return tuple(exact)
    words = folded.split()
    named = [
        track for track in tracks if words and all(word in track.title.casefold() for word in words)
    ]
    return tuple([track for track in named if _is_plain(track)] or named)


def _is_plain(track: Track) -> bool:
    """Whether a track counts a whole: a name that fits it and its parts means it."""
    counted = track.counted
    return counted is None or not (counted.more or counted.part or counted.per)
