"""Contested figures in a sentence: the least and the most, each with who gives it and when."""

from collections.abc import Iterator
from dataclasses import replace

from watchword.brief.clarity import is_clear
from watchword.brief.material import Desk
from watchword.brief.naming import dated, name_of, outlet_of
from watchword.brief.verify import check_claim
from watchword.model.brief import Contest
from watchword.model.claim import Claim, Modality
from watchword.model.figure import Figure
from watchword.model.sentence import Sentence
from watchword.model.track import Point, Standing, Track

MOST = 4
_MOODS = {
    Modality.PLANNED: "planned",
    Modality.ESTIMATED: "estimated",
    Modality.REPORTED: "reportedly",
    Modality.UNCONFIRMED: "unconfirmed",
    Modality.CONSIDERED: "considered",
    Modality.DENIED: "denied",
}


def contests_of(desk: Desk) -> Iterator[Contest]:
    """The most contested tracks, each with its sentence; a track nobody can sum up is left out."""
    given = 0
    for track in (_sound(desk, track) for track in desk.material.tracks):
        if not _is_told_twice(track):
            continue
        summary = desk.first_sound(_each_summary(desk, track), again=True)
        if summary is None:
            claims = desk.material.claims
            newest = [point.claim for point in reversed(track.points)]
            keys = [key for key in newest if is_clear(claims[key])]
            summary = desk.tell(keys, again=True, among=set(newest))
        if summary is None:
            continue
        yield Contest(summary=summary, track=replace(track, counted=None))
        given += 1
        if given == MOST:
            return


def _sound(desk: Desk, track: Track) -> Track:
    """A track without the points whose claims their own words do not bear out."""
    claims, reports = desk.material.claims, desk.material.reports
    cited = [(point, claims[point.claim]) for point in track.points]
    sound = [point for point, claim in cited if not check_claim(claim, reports[claim.report])]
    return replace(track, points=tuple(sound))


def _is_told_twice(track: Track) -> bool:
    """Whether two tellings give the figure, and it is more than one of something."""
    tellings = {(point.source, point.said_at) for point in track.points}
    return len(tellings) > 1 and any((_value(p.figure) or 0) > 1 for p in track.points)


def _each_summary(desk: Desk, track: Track) -> Iterator[Sentence]:
    points = sorted(
        (
            point
            for point in track.points
            if _value(point.figure) is not None and _plain(desk, point)
        ),
        key=lambda point: (_value(point.figure) or 0.0, point.claim),
    )
    if len(points) < 2 or _value(points[0].figure) == _value(points[-1].figure):
        return
    newest = max(points, key=lambda point: (point.said_at is not None, point.said_at, point.claim))
    chosen = dict.fromkeys((points[0].claim, newest.claim, points[-1].claim))
    by_claim = {point.claim: point for point in points}
    if len(chosen) < 2:
        return
    told = [_told(desk, by_claim[key]) for key in chosen]
    if all(told):
        parts = [part for part in told if part]
        text = f"Figures for {track.title} differ: {', '.join(parts[:-1])} and {parts[-1]}."
        yield Sentence(text=text, claims=tuple(chosen))
        text = f"The figures given differ: {', '.join(parts[:-1])} and {parts[-1]}."
        yield Sentence(text=text, claims=tuple(chosen))


def _plain(desk: Desk, point: Point) -> bool:
    """Whether a figure can be told in brackets without losing a mark of its claim."""
    claim = desk.material.claims[point.claim]
    speaker = claim.attribution.speaker
    if speaker is not None and speaker.name == "journalist":
        return False
    quiet = point.standing is Standing.STANDS and claim.modality is not Modality.CONDITIONAL
    return quiet and not claim.marks and claim.modality is not Modality.DENIED


def _told(desk: Desk, point: Point) -> str | None:
    claim = desk.material.claims[point.claim]
    report = desk.material.reports[claim.report]
    source = _source(claim) or outlet_of(report)
    parts = [source, dated(report, desk.material.as_of), _MOODS.get(claim.modality, "")]
    if not source:
        return None
    inside = ", ".join(part for part in parts if part)
    words = point.figure.words
    if words.split()[0].istitle():
        words = words[:1].lower() + words[1:]
    return f"{words} {point.figure.unit} ({inside})"


def _source(claim: Claim) -> str | None:
    links = claim.attribution.links
    if not links:
        return None
    names = [(name_of(link) or "").rstrip(",") for link in links]
    if not all(names):
        return None
    return names[0] if len(names) == 1 else f"{names[0]} citing {names[-1]}"


def _value(figure: Figure) -> float | None:
    return figure.best if figure.best is not None else figure.low or figure.high
