"""Composed cases of positions: dated reports, a question, and what should be found on it.

The file beside this one tells its form in its first lines.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from watchword.errors import UnreadableError
from watchword.ledger.labelled import LabelledReport
from watchword.model.stand import Shift, Stand

PATH = Path(__file__).with_name("positions.txt")
_MEND = "see the first lines of ledger/moves/positions.txt"

Move = tuple[str, Shift]
"""A day as `2024-10-22`, and how a stand moved on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Where an actor should be found to stand.

    Attributes:
        stand: where it stands in the end.
        moves: when its stand moved.
    """

    stand: Stand
    moves: tuple[Move, ...]


@dataclass(slots=True, kw_only=True)
class PositionCase:
    """One question on a few reports.

    Attributes:
        name: what it is about.
        question: the question.
        reports: the reports, in the order of the file.
        held: by the names of actors, where they should be found to stand.
    """

    name: str
    question: str = ""
    reports: list[LabelledReport] = field(default_factory=list)
    held: dict[str, Held] = field(default_factory=dict)


def read_position_cases(text: str) -> tuple[PositionCase, ...]:
    """Read cases.

    Raises:
        UnreadableError: if a line is none of a case.
    """
    cases: list[PositionCase] = []
    for line in text.splitlines():
        word, _, rest = line.partition(" ")
        if not line.strip() or word == "#":
            continue
        if word == "case":
            cases.append(PositionCase(name=rest))
        elif cases:
            _take(cases[-1], word, line)
        else:
            raise UnreadableError("a case begins with its name", key=line, mend=_MEND)
    return tuple(cases)


def moves_in(held: Mapping[str, Held]) -> Iterator[tuple[str, str, Shift]]:
    """Every turn that should be found, with its actor."""
    for actor, each in held.items():
        for day, shift in each.moves:
            yield actor, day, shift


def _take(case: PositionCase, word: str, line: str) -> None:
    rest = line.partition(" ")[2]
    if word == "question":
        case.question = rest
    elif word == "report":
        case.reports.append(_report(case, rest))
    elif word == "stand":
        actor, held = _held(rest)
        case.held[actor] = held
    elif case.reports:
        last = case.reports[-1]
        told = f"{last.text}\n\n{line}".strip()
        case.reports[-1] = _report_with(last, told)
    else:
        raise UnreadableError("words of no report", key=line, mend=_MEND)


def _report(case: PositionCase, words: str) -> LabelledReport:
    try:
        date, outlet, title = (each.strip() for each in words.split("|"))
    except ValueError as error:
        raise UnreadableError("a report has a day, an outlet, a title", key=words) from error
    name = f"{case.name} {len(case.reports) + 1}"
    return LabelledReport(report_id=name, text="", outlet=outlet, title=title, date=date)


def _report_with(report: LabelledReport, text: str) -> LabelledReport:
    return LabelledReport(
        report_id=report.report_id,
        text=text,
        outlet=report.outlet,
        title=report.title,
        date=report.date,
    )


def _held(words: str) -> tuple[str, Held]:
    actor, _, told = words.partition(": ")
    stand, _, moves = told.partition(";")
    try:
        found = tuple(_move(each.strip()) for each in moves.split(",") if each.strip())
        return actor, Held(stand=Stand(stand.strip()), moves=found)
    except ValueError as error:
        raise UnreadableError("no stand, or no turn", key=words, mend=_MEND) from error


def _move(words: str) -> Move:
    day, _, shift = words.partition(" ")
    return day, Shift(shift)
