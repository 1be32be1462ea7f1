"""Competing hypotheses, as a panel: how much speaks against each, and what most of all."""

from collections.abc import Iterator

from watchword.assess.hypotheses.scoring import judge
from watchword.assess.hypotheses.trying import find_dissent
from watchword.flow.panels.rows import LastBrief, cited, newest_first, since_head, tell_one
from watchword.model.claim import Modality
from watchword.model.known import Known
from watchword.model.matrix import Matrix
from watchword.model.panel import Panel, PanelRow
from watchword.model.piece import Piece
from watchword.model.plan import Part
from watchword.model.verdict import Basis, HypothesisScore, Verdict

COLUMNS = ("Hypothesis", "Rank", "Points against it", "What counts most against it", "Cells")
RANK = COLUMNS[1]
_NO_PROBABILITY = (
    "The first is that against which least speaks, each origin once; points are no probability."
)
_BASES = {
    Basis.PERSON: "rated by people",
    Basis.DISPUTED: "on which people differ",
    Basis.PROPOSED: "proposed by the machine and looked at by nobody",
    Basis.OPEN: "open",
}


def hypotheses_panel(matrix: Matrix, known: Known, before: LastBrief | None = None) -> Panel | None:
    """A matrix of hypotheses; None where it has none.

    Args:
        matrix: the matrix, weighed by what is known.
        known: what is known.
        before: the earlier brief, None without one.
    """
    if not matrix.hypotheses:
        return None
    verdict = judge(matrix)
    return Panel(
        part=Part.HYPOTHESES,
        title=matrix.title,
        columns=(*COLUMNS, *since_head(before)),
        rows=tuple(_row(each, matrix, known, before) for each in verdict.scores),
        notes=tuple(_each_note(matrix, verdict)),
        made_by=verdict.made_by,
    )


def _row(
    score: HypothesisScore, matrix: Matrix, known: Known, before: LastBrief | None
) -> PanelRow:
    texts = {each.id: each.text for each in matrix.hypotheses}
    pieces = {each.id: each for each in matrix.pieces}
    against = [pieces[each.evidence] for each in score.counted if each.origin is not None]
    claims = newest_first(against[0].claims, known) if against else ()
    rank = "nothing was held against it" if score.rank is None else str(score.rank)
    most = "" if score.at_most <= score.score else f", {score.at_most:.1f} at most"
    cells = (
        texts[score.hypothesis],
        rank,
        f"{score.score:.1f}{most}",
        _piece_words(against[0]) if against else "nothing",
        ", ".join(f"{count} {_BASES[basis]}" for basis, count in score.cells if count),
    )
    was = before.cell(Part.HYPOTHESES, cells[:1], RANK) if before else None
    since = "" if was is None or was == rank else f"was {was}"
    return PanelRow(
        cells=(*cells, since) if before else cells,
        claims=cited((key for each in against for key in each.claims), known),
        sentence=tell_one(claims, known),
    )


def _piece_words(piece: Piece) -> str:
    """What a piece says; of a claim that is no plain statement, how firmly, too."""
    modality = piece.quoted[0].modality if piece.quoted else Modality.ASSERTED
    firmness = "" if modality is Modality.ASSERTED else f"{modality.value}: "
    return f"{firmness}{' '.join(piece.text.split())}"


def _each_note(matrix: Matrix, verdict: Verdict) -> Iterator[str]:
    yield _NO_PROBABILITY
    if not verdict.is_settled:
        yield "Which one leads hangs on cells that are open or disputed, or two share the place."
    differing = len(find_dissent(matrix).differences)
    if differing:
        yield f"Cells on which people differ: {differing}; none of their values is averaged."
