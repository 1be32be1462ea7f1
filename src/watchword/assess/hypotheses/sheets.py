"""A matrix as a table of words: evidence down, hypotheses across; as CSV and as Markdown."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watchword.model.claim import Modality
from watchword.model.matrix import Matrix
from watchword.model.piece import Piece, PieceKind
from watchword.model.verdict import Basis, Cell, HypothesisScore, PieceWeight, Verdict

LEGEND = (
    "CC very consistent, C consistent, N neutral, I inconsistent, II very inconsistent, NA not"
    " applicable; * proposed by the machine, nobody has looked at it; ? nobody can tell; C/I people"
    " differ."
)
_BEFORE = (
    *("id", "kind", "evidence", "sources", "origins", "reliability", "credibility"),
    *("relevance", "weight", "diagnosticity"),
)
_SUMS = ("score", "score at most", "every row counted", "rank")
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A matrix as words.

    Attributes:
        names: of the columns.
        rows: the evidence that counts, what parts the hypotheses most first.
        sums: rows of what speaks against each hypothesis.
        left_out: what does not count, with the reason.
    """

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sums: tuple[tuple[str, ...], ...]
    left_out: tuple[tuple[str, str, str], ...]


def make_sheet(matrix: Matrix, verdict: Verdict) -> Sheet:
    """The table of a matrix."""
    pieces = {each.id: each for each in matrix.pieces}
    ids = tuple(each.id for each in matrix.hypotheses)
    return Sheet(
        names=(*_BEFORE, *ids, "claims"),
        rows=tuple(
            _row(pieces[weight.evidence], weight, verdict, ids) for weight in verdict.weights
        ),
        sums=tuple(_each_sum(verdict, ids)),
        left_out=tuple(
            (each.id, words_of(each), each.left_out or each.withdrawn)
            for each in matrix.pieces
            if not each.counts
        ),
    )


def mark_of(cell: Cell | None) -> str:
    """The mark of a cell, as the legend explains it."""
    if cell is None or cell.basis is Basis.OPEN:
        return "?"
    if cell.basis is Basis.DISPUTED:
        told = (each.consistency.value for each in cell.ratings if each.consistency)
        return "/".join(dict.fromkeys(told))
    value = cell.value.value if cell.value else "?"
    return f"{value}*" if cell.basis is Basis.PROPOSED else value


def words_of(piece: Piece) -> str:
    """What a piece says on one line, and how it is told where that is not plainly."""
    told = " ".join(piece.text.split())
    modality = piece.quoted[0].modality if piece.quoted else Modality.ASSERTED
    return told if modality is Modality.ASSERTED else f"{modality.value}: {told}"


def grade_of(piece: Piece) -> str:
    """The Admiralty grade of a piece, as B2; F6 where nothing is known."""
    return f"{piece.reliability.value}{piece.credibility.value}"


def rank_of(score: HypothesisScore) -> str:
    """The rank of a hypothesis, a dash where nothing was held against it."""
    return "-" if score.rank is None else str(score.rank)


def sources_of(piece: Piece) -> str:
    """Who says it, those that count first; of a person's own word, the person."""
    if piece.kind is not PieceKind.CLAIM:
        return f"{piece.by or 'somebody'} ({piece.kind.value})"
    named = sorted(piece.tellers, key=lambda teller: not teller.counts)
    return ", ".join(dict.fromkeys(each.source for each in named)) or "not known"


def to_csv(matrix: Matrix, verdict: Verdict) -> str:
    """A matrix as CSV: a line a piece, then the sums; no cell is ever a formula."""
    sheet = make_sheet(matrix, verdict)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(sheet.names)
    gone = (
        (name, "left out", f"{text} ({why})", *("" for _ in sheet.names[3:]))
        for name, text, why in sheet.left_out
    )
    for row in (*sheet.rows, *sheet.sums, *gone):
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue()


def to_markdown(matrix: Matrix, verdict: Verdict) -> str:
    """A matrix as a page of Markdown."""
    return "\n".join(_each_line(matrix, verdict)) + "\n"


def _row(
    piece: Piece, weight: PieceWeight, verdict: Verdict, ids: Sequence[str]
) -> tuple[str, ...]:
    parts = "" if weight.diagnosticity is None else f"{weight.diagnosticity:.2f}"
    return (
        piece.id,
        piece.kind.value,
        words_of(piece),
        sources_of(piece),
        str(len(piece.origins)) if piece.tellers else "",
        piece.reliability.value,
        piece.credibility.value,
        piece.relevance.value if piece.relevance else "",
        f"{weight.weight:.2f}",
        parts,
        *(mark_of(verdict.cell(piece.id, name)) for name in ids),
        " ".join(piece.claims),
    )


def _each_sum(verdict: Verdict, ids: Sequence[str]) -> Iterator[tuple[str, ...]]:
    by_id = {each.hypothesis: each for each in verdict.scores}
    for name in _SUMS:
        blank = ("" for _ in _BEFORE[1:])
        yield (name, *blank, *(_sum(name, by_id[each]) for each in ids), "")


def _sum(name: str, score: HypothesisScore) -> str:
    told = {
        "score": f"{score.score:.2f}",
        "score at most": f"{score.at_most:.2f}",
        "every row counted": f"{score.every_row:.2f}",
        "rank": rank_of(score),
    }
    return told[name]


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell


def _each_line(matrix: Matrix, verdict: Verdict) -> Iterator[str]:
    sheet = make_sheet(matrix, verdict)
    as_of = f" As of {matrix.as_of:%Y-%m-%d %H:%M} UTC." if matrix.as_of else ""
    by = "" if verdict.by is None else f" Ratings of {verdict.by or 'the machine alone'}."
    yield f"# {_inline(matrix.title)}"
    yield ""
    yield f"Competing hypotheses.{as_of}{by} The lowest score leads; a score is no probability."
    yield ""
    yield from _table(
        ("rank", "", "hypothesis", "score", "at most", "every row"), _ranks(matrix, verdict)
    )
    yield ""
    yield from _table(sheet.names[:-1], [row[:-1] for row in (*sheet.rows, *sheet.sums)])
    yield ""
    yield LEGEND.replace("*", "\\*")
    if sheet.left_out:
        yield ""
        yield "Left out:"
        yield ""
        for name, text, why in sheet.left_out:
            yield f"- {name}: {_inline(text)} ({_inline(why)})"


def _ranks(matrix: Matrix, verdict: Verdict) -> list[tuple[str, ...]]:
    texts = {each.id: each.text for each in matrix.hypotheses}
    return [
        (
            rank_of(each),
            each.hypothesis,
            texts[each.hypothesis],
            f"{each.score:.2f}",
            f"{each.at_most:.2f}",
            f"{each.every_row:.2f}",
        )
        for each in verdict.scores
    ]


def _table(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"
    for row in rows:
        yield f"| {' | '.join(map(_inline, row))} |"


def _inline(words: str) -> str:
    """Words that no Markdown reader takes for marks or for HTML."""
    marked = "".join(f"\\{each}" if each in "\\`*_[]|#" else each for each in words)
    return " ".join(marked.replace("&", "&amp;").replace("<", "&lt;").split())
