"""Where actors stand on questions, as a panel: how, who tells it, since when, and when it moved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from watchword.flow.panels.rows import (
    MADE_BY,
    Before,
    cited,
    day_of,
    newest_first,
    since_head,
    tell_one,
)
from watchword.model.known import Known
from watchword.model.panel import Panel, PanelRow
from watchword.model.plan import Part
from watchword.model.question import Question
from watchword.model.stand import Footing, StandLine, Statement

TITLE = "Where each actor stands, question by question"
COLUMNS = ("Question", "Actor", "Stands", "Told by", "Since", "Moved")
_SUGGESTED = "Nobody has kept a question: these are the ones that the reports talk of most."
_TOLD_BY = {
    Footing.OWN: "the actor itself",
    Footing.TOLD: "outlets",
    Footing.ANONYMOUS: "an unnamed official",
    Footing.OTHERS: "others",
}
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line with the statement that stands, and what moved since the earlier brief."""

    line: StandLine
    standing: Statement
    since: str


def positions_panel(
    questions: Sequence[Question],
    lines: Iterable[StandLine],
    known: Known,
    before: Before | None = None,
) -> Panel | None:
    """Where actors stand; None where nobody stands anywhere.

    Actors of whom only others tell where they stand are left out: that is no stand of theirs.

    Args:
        questions: what was asked.
        lines: everybody's line on each question.
        known: what is known.
        before: the earlier brief, None without one.
    """
    standing = [
        _Line(line=line, standing=each, since=_since(line, each, known, before) if before else "")
        for line in lines
        if (each := standing_of(line)) is not None
    ]
    if not standing:
        return None
    standing.sort(key=_rank)
    suggested = all(each.suggested for each in questions)
    return Panel(
        part=Part.POSITIONS,
        title=TITLE,
        columns=(*COLUMNS, *since_head(before)),
        rows=tuple(_row(each, known, before) for each in standing),
        notes=(_SUGGESTED,) if suggested else (),
        made_by=MADE_BY,
    )


def standing_of(line: StandLine) -> Statement | None:
    """The statement that says where an actor stands, None where only others tell of it."""
    return next((each for each in line.statements if each.key == line.standing), None)


def _rank(each: _Line) -> tuple[bool, float, int, str]:
    """What moved since the earlier brief first, then the newest turn, then what many texts tell."""
    turned = max((turn.at for turn in each.line.turns), default=_LONG_AGO)
    texts = {origin for said in each.line.statements for origin in said.origins}
    return (not each.since, -(turned - _LONG_AGO).total_seconds(), -len(texts), each.line.key)


def _row(each: _Line, known: Known, before: Before | None) -> PanelRow:
    line, standing = each.line, each.standing
    turn = line.turns[-1] if line.turns else None
    texts = len(standing.origins)
    many = f", {texts} texts" if texts > 1 else ""
    footing = _TOLD_BY[line.footing] if line.footing else _TOLD_BY[Footing.OTHERS]
    stated = newest_first(standing.claims, known)
    cells = (
        line.question.words,
        line.name,
        stand_words(line, standing),
        f"{footing}{many}",
        day_of(_begun(line, standing)),
        f"{day_of(turn.at)}: {turn.words}" if turn else "not as far as is told",
    )
    return PanelRow(
        cells=(*cells, each.since) if before else cells,
        claims=cited((*stated[:2], *(turn.claims if turn else ())), known),
        sentence=tell_one(stated, known),
    )


def stand_words(line: StandLine, standing: Statement) -> str:
    """Where an actor stands, in words."""
    stand = line.stand.value if line.stand else standing.stand.value
    return f"{stand}, under a condition" if standing.condition else stand


def _begun(line: StandLine, standing: Statement) -> datetime | None:
    """When it began to stand so: the turn to it, or the first time that it was said."""
    turned = [turn.at for turn in line.turns if _after(line, turn.after) is line.stand]
    if turned:
        return turned[-1]
    said = [
        each.said_at
        for each in line.statements
        if each.stand is line.stand and each.footing is not Footing.OTHERS and each.said_at
    ]
    return min(said, default=standing.said_at)


def _after(line: StandLine, key: str) -> object:
    return next((each.stand for each in line.statements if each.key == key), None)


def _since(line: StandLine, standing: Statement, known: Known, before: Before) -> str:
    """What is other than in the earlier brief; empty where nothing is."""
    was = before.cell(Part.POSITIONS, (line.question.words, line.name), "Stands")
    now = stand_words(line, standing)
    if was is not None:
        return "" if was == now else f"was “{was}”"
    fresh = {
        each.key
        for each in line.statements
        if all(before.is_new(known.reports[known.claims[key].report]) for key in each.claims)
    }
    if any(turn.after in fresh for turn in line.turns):
        return "moved"
    return "heard for the first time" if len(fresh) == len(line.statements) else ""
