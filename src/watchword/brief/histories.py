"""How one source's figure changed: its figures in one sentence, each with its day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from watchword.brief.material import Desk
from watchword.brief.naming import dated, name_of
from watchword.brief.verify.quantities import value_of
from watchword.model.claim import Modality, Polarity
from watchword.model.sentence import Sentence
from watchword.model.track import Point, Track

MOST = 4
"""Figures in one sentence; of more, the first and the last ones are told."""


def each_history(desk: Desk, keys: frozenset[str]) -> Iterator[Sentence]:
    """Sentences on sources whose figure changed, the newest first.

    Args:
        desk: what there is to tell, and the check.
        keys: claims of the section; a source none of whose figures is among them is left out.
    """
    runs = [run for track in desk.material.tracks for run in _each_run(desk, track)]
    runs = [run for run in runs if keys & {point.claim for point in run}]
    for run in sorted(runs, key=lambda run: _when(run[-1]), reverse=True):
        sentence = desk.first_sound(_each_wording(desk, run), again=True)
        if sentence is not None:
            desk.used.update(sentence.claims)
            yield sentence


def _each_run(desk: Desk, track: Track) -> Iterator[tuple[Point, ...]]:
    """For each source, its figures in order of time, each value once."""
    by_source: dict[str, list[Point]] = defaultdict(list)
    for point in sorted(track.points, key=_when):
        if _is_plain(desk, point):
            by_source[point.source].append(point)
    for points in by_source.values():
        kept: list[Point] = []
        for point in points:
            if not kept or _is_later_word(kept[-1], point):
                kept.append(point)
        if len(kept) > 1:
            yield (*kept[:1], *kept[1:][-(MOST - 1) :])


def _is_later_word(before: Point, point: Point) -> bool:
    """Whether a figure is another one, given on another day."""
    if before.said_at is None or point.said_at is None:
        return False
    is_other = value_of(before.figure)[1] != value_of(point.figure)[1]
    return is_other and before.said_at.date() != point.said_at.date()


def _is_plain(desk: Desk, point: Point) -> bool:
    """Whether a figure is asserted by one source straight, and by a day that is known."""
    claim = desk.material.claims[point.claim]
    is_firm = claim.modality is Modality.ASSERTED and claim.polarity is Polarity.AFFIRMED
    is_direct = len(claim.attribution.links) == 1 and claim.attribution.links[0].span is not None
    figure = point.figure
    is_whole = not (figure.change or figure.fate) and figure.best is not None
    return is_firm and is_direct and is_whole and not claim.marks and point.said_at is not None


def _each_wording(desk: Desk, run: Sequence[Point]) -> Iterator[Sentence]:
    claims = [desk.material.claims[point.claim] for point in run]
    name = name_of(claims[0].attribution.links[0])
    if name is None:
        return
    told = [
        f"{_figure(point)} ({dated(desk.material.reports[claim.report], desk.material.as_of)})"
        for point, claim in zip(run, claims, strict=True)
    ]
    text = f"{name[:1].upper()}{name[1:]} reported {', '.join(told[:-1])} and {told[-1]}."
    yield Sentence(text=text, claims=tuple(dict.fromkeys(claim.key for claim in claims)))


def _figure(point: Point) -> str:
    words = point.figure.words
    words = words[:1].lower() + words[1:] if words.split()[0].istitle() else words
    return f"{words} {point.figure.counted or point.figure.unit}".rstrip()


def _when(point: Point) -> tuple[str, str]:
    return (point.said_at.isoformat() if point.said_at else "", point.claim)
