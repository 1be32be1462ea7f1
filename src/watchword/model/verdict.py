"""What a matrix of hypotheses comes to: cells, scores, what parts them, what it hangs on."""

from dataclasses import dataclass
from enum import StrEnum

from watchword.model.hypothesis import Consistency, Proposal, Rating


class Basis(StrEnum):
    """Where the value of a cell comes from."""

    PERSON = "person"
    """Whoever rated it says the same."""
    DISPUTED = "disputed"
    """People differ; none of their values is chosen, and none is averaged."""
    PROPOSED = "proposed"
    """The machine's, which nobody has looked at."""
    OPEN = "open"
    """Nobody has rated it, and the machine cannot tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A piece of evidence held against a hypothesis.

    Attributes:
        evidence: id of the piece.
        hypothesis: id of the hypothesis.
        basis: where its value comes from.
        value: how well they go together; None where people differ, or nobody can tell.
        ratings: what people say now, the last of each, by name.
        proposal: what the machine proposes, whatever people say; None where it looked at nothing.
    """

    evidence: str
    hypothesis: str
    basis: Basis
    value: Consistency | None
    ratings: tuple[Rating, ...] = ()
    proposal: Proposal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceWeight:
    """How much a piece of evidence weighs, and how much it parts the hypotheses.

    Attributes:
        evidence: id of the piece.
        weight: reliability times credibility times relevance, each from 0.71 to 1.41.
        unknown: which of reliability and credibility nobody knows; each weighs as little as the
            worst grade.
        spread: from 0 (alike for all) to 1 (very consistent with one, very inconsistent with
            another); None where fewer than two cells have a value.
        diagnosticity: spread times weight; None likewise.
    """

    evidence: str
    weight: float
    unknown: tuple[str, ...]
    spread: float | None
    diagnosticity: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A piece that counts against a hypothesis.

    Attributes:
        evidence: id of the piece.
        points: what it counts.
        origin: the origin that it counts by; None where each of its origins counts already by
            another piece, so that it adds nothing.
    """

    evidence: str
    points: float
    origin: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HypothesisScore:
    """How much speaks against a hypothesis; the lower, the better it stands.

    Attributes:
        hypothesis: its id.
        rank: from 1; equal scores share a rank. None where no cell of it has a value: nothing was
            held against it, so that its score says nothing.
        score: points of the evidence that is inconsistent with it, each origin once.
        at_most: the same, were every open cell very inconsistent and every disputed one as the
            harshest says.
        every_row: the same with each row counted, whatever its origins (PARC's score).
        inconsistent: rows that are inconsistent with it.
        cells: how many cells it has of each basis.
        counted: what counts against it, the heaviest first.
    """

    hypothesis: str
    rank: int | None
    score: float
    at_most: float
    every_row: float
    inconsistent: int
    cells: tuple[tuple[Basis, int], ...]
    counted: tuple[Counted, ...]

    def count(self, basis: Basis) -> int:
        """How many of its cells have a basis."""
        return dict(self.cells).get(basis, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a matrix comes to.

    Attributes:
        by: whose ratings are taken: a person's name, empty for the machine alone, None for all.
        cells: every cell of the evidence that counts.
        weights: the evidence that counts, what parts the hypotheses most first.
        scores: the hypotheses, the one that least speaks against first.
        made_by: name and version of what computed it.
    """

    by: str | None
    cells: tuple[Cell, ...]
    weights: tuple[PieceWeight, ...]
    scores: tuple[HypothesisScore, ...]
    made_by: str

    @property
    def ranking(self) -> tuple[tuple[str, ...], ...]:
        """Ids of the ranked hypotheses by rank, those that share one in one group."""
        ranks = sorted({each.rank for each in self.scores if each.rank is not None})
        return tuple(
            tuple(sorted(each.hypothesis for each in self.scores if each.rank == rank))
            for rank in ranks
        )

    @property
    def leads(self) -> tuple[str, ...]:
        """Ids of the hypotheses of which the least speaks against."""
        return next(iter(self.ranking), ())

    @property
    def is_settled(self) -> bool:
        """Whether one leads however its open and disputed cells would come out."""
        first = [each for each in self.scores if each.rank == 1]
        others = [each for each in self.scores if each.rank != 1]
        return len(first) == 1 and all(first[0].at_most < each.score for each in others)

    def cell(self, evidence: str, hypothesis: str) -> Cell | None:
        """The cell of a piece and a hypothesis, None where the piece does not count."""
        wanted = (evidence, hypothesis)
        return next((c for c in self.cells if (c.evidence, c.hypothesis) == wanted), None)


class Without(StrEnum):
    """What is left out, or read otherwise, to see what a ranking hangs on."""

    PIECE = "piece"
    ASSUMPTION = "assumption"
    ORIGIN = "origin"
    SOURCE = "source"
    UNKNOWN = "unknown as best"
    """Every unknown reliability and credibility is read as the best grade."""
    EVERY_ROW = "every row counted"
    """Rows of one origin are counted each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What a matrix comes to with something left out or read otherwise.

    Attributes:
        without: what was done.
        name: id of the piece, key of the origin, name of the source; empty for other readings.
        pieces: ids of the pieces that it touches.
        ranking: ids of the hypotheses by rank after it.
        scores: the score of each hypothesis after it, in the order of the matrix.
        leads_change: whether another hypothesis leads then, or leads alone, or no more alone.
        order_changes: whether the order is another.
    """

    without: Without
    name: str
    pieces: tuple[str, ...]
    ranking: tuple[tuple[str, ...], ...]
    scores: tuple[tuple[str, float], ...]
    leads_change: bool
    order_changes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A cell of which people say different things.

    Attributes:
        evidence: id of the piece.
        hypothesis: id of the hypothesis.
        ratings: what each says, by name.
        proposal: what the machine proposes, None where nothing.
        points: by how much the row's points differ between the mildest and the harshest.
    """

    evidence: str
    hypothesis: str
    ratings: tuple[Rating, ...]
    proposal: Proposal | None
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissent:
    """Several people's matrices side by side.

    Attributes:
        verdicts: by each who rated a cell, by name: their own ratings, the machine's proposals
            where they said nothing.
        settled: by everybody's ratings, where they differ by those of each in turn, by name.
        machine: by the machine's proposals alone.
        differences: where people differ, what moves the scores most first.
    """

    verdicts: tuple[Verdict, ...]
    settled: tuple[Verdict, ...]
    machine: Verdict
    differences: tuple[Difference, ...]

    @property
    def leads_differ(self) -> bool:
        """Whether another hypothesis leads if one is right than if another is."""
        return len({each.leads for each in self.settled}) > 1
