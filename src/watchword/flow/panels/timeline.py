"""What happened on which day, as a panel: the days that matter, each line a checked sentence."""

from collections.abc import Sequence
from datetime import date

from watchword.brief.chronology import Wanted, chronology_of
from watchword.flow.panels.rows import MADE_BY
from watchword.model.chronology import Chronology, Dated, DayLine
from watchword.model.finding import Finding
from watchword.model.known import Known
from watchword.model.panel import Panel, PanelRow
from watchword.model.plan import Part

FEW, SOME = 12, 40
"""Rows up to which each day has one line, and up to which it has two; beyond, three."""
_MATTERS = (
    "A day matters by the independent origins that speak of it, and by those that come back to it"
    " later."
)
_DATED = {
    Dated.TOLD: "it is told for then",
    Dated.SAID: "it was said then",
    Dated.PUBLISHED: "first published then",
}


def timeline_panel(known: Known, findings: Sequence[Finding], most: int) -> Panel | None:
    """The days that matter, the earliest first; None where nothing stands on any.

    Args:
        known: what is known.
        findings: what of it is to be told.
        most: rows at most.
    """
    per_day = 1 if most <= FEW else 2 if most <= SOME else 3
    wanted = Wanted(days=max(1, most // per_day), per_day=per_day)
    chronology = chronology_of(known, findings, wanted)
    rows = tuple(_row(day.day, line) for day in chronology.days for line in day.lines)
    if not rows:
        return None
    return Panel(
        part=Part.TIMELINE,
        title="The days that matter",
        columns=("Day", "How the day is known"),
        rows=rows,
        notes=tuple(_notes(chronology)),
        made_by=MADE_BY,
    )


def _row(day: date, line: DayLine) -> PanelRow:
    until = f" to {line.until:%Y-%m-%d}" if line.until else ""
    words = f" (“{line.words}”)" if line.words else ""
    ahead = ", and lay ahead" if line.ahead else ""
    return PanelRow(
        cells=(f"{day:%Y-%m-%d}{until}", f"{_DATED[line.dated]}{words}{ahead}"),
        claims=line.sentence.claims,
        sentence=line.sentence,
    )


def _notes(chronology: Chronology) -> list[str]:
    notes = [_MATTERS]
    if chronology.left_out:
        notes.append(f"Further days on which something stands: {chronology.left_out}.")
    if chronology.undated:
        notes.append(f"Claims that stand on no day: {chronology.undated}.")
    return notes
