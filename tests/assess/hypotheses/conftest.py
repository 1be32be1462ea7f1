"""Matrices put together in a line: who tells a piece, what is said of its cells."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from watchword.model.hypothesis import Consistency, Hypothesis, Proposal, Rating
from watchword.model.matrix import Matrix
from watchword.model.piece import Piece, PieceKind, Teller
from watchword.model.source import Credibility, Reliability

AT = datetime(2024, 11, 1, 12, tzinfo=UTC)
Cells = Mapping[str, str]


def teller(source: str, *origins: str, reliability: str = "C", counts: bool = True) -> Teller:
    """A source that says something in some texts."""
    return Teller(
        source=source,
        reliability=Reliability(reliability),
        origins=origins,
        outlets=tuple(f"outlet of {each}" for each in origins),
        claims=tuple(f"{source} in {each}" for each in origins),
        counts=counts,
    )


def piece(name: str, *tellers: Teller, grade: str = "C3", proposed: Cells | None = None) -> Piece:
    """A piece of evidence; of C3 it weighs 1."""
    return Piece(
        id=name,
        kind=PieceKind.CLAIM,
        text=f"what {name} says",
        by="ana",
        at=AT,
        claims=(f"claim of {name}",),
        reliability=Reliability(grade[0]),
        credibility=Credibility(grade[1]),
        tellers=tellers,
        proposals=tuple(
            Proposal(
                hypothesis=each,
                consistency=Consistency(value) if value else None,
                why="as read",
                made_by="reader 1",
            )
            for each, value in (proposed or {}).items()
        ),
    )


def rated(name: str, cells: Cells, by: str = "ana") -> list[Rating]:
    """What somebody says of the cells of a row; an empty value takes back."""
    return [
        Rating(
            evidence=name,
            hypothesis=each,
            consistency=Consistency(value) if value else None,
            by=by,
            at=AT,
        )
        for each, value in cells.items()
    ]


def matrix_of(pieces: Sequence[Piece], *ratings: Sequence[Rating], count: int = 2) -> Matrix:
    """A matrix of so many hypotheses."""
    ids = [f"H{number}" for number in range(1, count + 1)]
    return Matrix(
        key="0123456789abcdef",
        title="What is going on?",
        by="ana",
        at=AT,
        hypotheses=tuple(Hypothesis(id=each, text=f"What {each} says.", by="ana") for each in ids),
        pieces=tuple(pieces),
        ratings=tuple(rating for told in ratings for rating in told),
    )
