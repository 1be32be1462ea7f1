"""A small factory of statements and of positions in reports: only what a test is about is named."""

from datetime import UTC, datetime

from tests.relate.claims import claim, report, shelf

from watchword.model.attribution import Link, LinkKind
from watchword.model.claim import Claim
from watchword.model.position import Position, PositionKind
from watchword.model.question import Question, question_key
from watchword.model.report import Report
from watchword.model.span import Span
from watchword.model.stand import Footing, Stand, StandLine, Statement
from watchword.relate.positions import Utterance, find_lines, hear

SEOUL = Link(name="South Korea", words="Seoul", kind=LinkKind.STATE, country="KR")
OFFICIAL = Link(name="official", words="an official", kind=LinkKind.ANONYMOUS, country="KR")
MOSCOW = Link(name="Moscow", words="Moscow", kind=LinkKind.STATE, country="RU")


def span(words: str, of: str = "r1") -> Span:
    """Words at the beginning of a report."""
    return Span(report=of, start=0, end=len(words), quote=words)


def statement(day: int, stand: Stand, **known: object) -> Statement:
    """A statement of its own on a day of October 2024."""
    at = datetime(2024, 10, day, tzinfo=UTC)
    fields: dict[str, object] = {
        "key": f"s{day}{stand.value}",
        "footing": Footing.OWN,
        "kind": PositionKind.REFUSES if stand is Stand.AGAINST else PositionKind.SUPPORTS,
        "speaker": "Seoul",
        "words": span("sending weapons"),
        "cue": None,
        "condition": None,
        "said_at": at,
        "told_at": at,
        "recalled": False,
        "claims": (f"c{day}",),
        "origins": (f"r{day}",),
        **known,
    }
    return Statement(stand=stand, **fields)  # type: ignore[arg-type]


def position(of: Claim, holder: str, kind: PositionKind, matter: str, cue: str = "") -> Position:
    """A position that a claim tells."""
    return Position(
        key=f"p-{of.key}",
        claim=of.key,
        holder=holder,
        kind=kind,
        matter=span(matter, of.report),
        toward=None,
        cue=span(cue or kind.value, of.report),
        condition=of.condition,
        made_by="factory 1",
    )


def held(
    key: str, day: int, matter: str, kind: PositionKind, *sources: Link, **known: object
) -> tuple[Claim, Position, Report]:
    """South Korea's position on a day, in a report of its own, and told by it unless named."""
    holder = str(known.pop("holder", "South Korea"))
    fields = {"actor": holder, "recipient": None, **known}
    itself = Link(name=holder, words=holder, kind=LinkKind.STATE)
    told = claim(key, f"{holder} {matter}", *(sources or (itself,)), of=f"r-{key}", **fields)
    return told, position(told, holder, kind, matter), report(f"r-{key}", day)


def heard(*of: tuple[Claim, Position | None, Report]) -> tuple[Utterance, ...]:
    """What is heard in some reports."""
    positions = [position for _, position, _ in of if position is not None]
    return hear([claim for claim, _, _ in of], positions, shelf(*(each for *_, each in of)), {})


def lines_of(words: str, *of: tuple[Claim, Position | None, Report]) -> dict[str, StandLine]:
    """The lines on a question, by the names of actors."""
    question = Question(key=question_key(words), words=words)
    return {line.name: line for line in find_lines(question, heard(*of))}
