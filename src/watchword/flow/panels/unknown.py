"""What is not known, as far as it can be counted: open questions, old counts, lone origins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from watchword.flow.panels.rows import MADE_BY, cited, newest_first
from watchword.model.finding import Finding
from watchword.model.known import Known
from watchword.model.panel import Panel, PanelRow
from watchword.model.plan import Part
from watchword.model.question import Question
from watchword.model.stand import StandLine
from watchword.model.track import Standing, Track

OLD = timedelta(days=14)
"""Age from which a count may no longer be so, set by hand: two weeks of a moving situation."""
_COUNTED = 3
"""Points from which a count is a history that can grow old, set by hand."""
_MOST_COUNTS = 3
TITLE = "What is not known"
COLUMNS = ("Not known", "As far as can be counted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What gaps are looked for in.

    Attributes:
        questions: the questions that people keep.
        lines: everybody's line on each of them.
        tracks: figures that are counted by several.
        findings: things claimed, weighed.
    """

    questions: tuple[Question, ...]
    lines: tuple[StandLine, ...]
    tracks: tuple[Track, ...]
    findings: tuple[Finding, ...]


def unknown_panel(heard: Heard, known: Known) -> Panel | None:
    """What is not known; None where no gap can be counted."""
    rows = (
        *_unanswered(heard),
        *islice(_old_counts(heard.tracks, known), _MOST_COUNTS),
        *_lone_consequences(heard.findings, known),
        *_party_tellings(heard.findings, known),
    )
    return gaps_panel(rows) if rows else None


def gaps_panel(rows: Sequence[PanelRow]) -> Panel:
    """A panel of what is not known."""
    return Panel(part=Part.WATCH, title=TITLE, columns=COLUMNS, rows=tuple(rows), made_by=MADE_BY)


def _unanswered(heard: Heard) -> Iterator[PanelRow]:
    """Kept questions on which nobody, or not the one who is asked, takes a stand."""
    for question in heard.questions:
        if question.suggested:
            continue
        lines = [line for line in heard.lines if line.question == question]
        if any(line.stand is not None for line in lines):
            continue
        who = question.actor or "anybody"
        told = f"{len(lines)} told of by others alone" if lines else "no claim is on it"
        yield PanelRow(cells=(f"Where {who} stands on “{question.words}”", told))


def _old_counts(tracks: Sequence[Track], known: Known) -> Iterator[PanelRow]:
    for track in tracks:
        points = [
            point
            for point in track.points
            if point.standing is Standing.STANDS and point.said_at is not None
        ]
        newest = max(points, key=lambda point: (point.said_at, point.claim), default=None)
        if newest is None or newest.said_at is None or len(points) < _COUNTED:
            continue
        if known.as_of - newest.said_at < OLD:
            continue
        days = (known.as_of - newest.said_at).days
        told = f"newest count {newest.figure.words}, {newest.said_at:%Y-%m-%d}, {days} days old"
        yield PanelRow(cells=(f"How many now: {track.title}", told), claims=(newest.claim,))


def _lone_consequences(findings: Sequence[Finding], known: Known) -> Iterator[PanelRow]:
    """Of what is said to follow from something, how much a single origin says."""
    claimed = {each.claim for each in known.implications}
    told = [each for each in findings if claimed & set(each.supports)]
    lone = [each for each in told if len(each.origins) == 1]
    if lone:
        keys = newest_first((each.lead for each in lone), known)
        words = f"{len(lone)} of {len(told)} claimed consequences rest on a single origin"
        yield PanelRow(
            cells=("Whether what is said to follow would follow", words), claims=cited(keys, known)
        )


def _party_tellings(findings: Sequence[Finding], known: Known) -> Iterator[PanelRow]:
    """How much of what is claimed nobody but a party to it says."""
    told = [each for each in findings if each.origins]
    parties = [each for each in told if each.party_only]
    if parties:
        words = f"{len(parties)} of {len(told)} things claimed are told by a party to them alone"
        keys = [each.lead for each in parties]
        yield PanelRow(cells=("What others would say of it", words), claims=cited(keys, known))
