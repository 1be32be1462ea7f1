"""A matrix as one HTML page: nothing is loaded from elsewhere, every word of a report is inert."""

from collections.abc import Iterator
from html import escape

from watchword.assess.hypotheses.sheets import (
    LEGEND,
    grade_of,
    mark_of,
    rank_of,
    sources_of,
    words_of,
)
from watchword.model.matrix import Matrix
from watchword.model.piece import Piece
from watchword.model.verdict import Cell, HypothesisScore, PieceWeight, Verdict

_STYLE = """
body{font:16px/1.45 system-ui,sans-serif;color:#1b1f24;margin:2rem auto;max-width:72rem;
padding:0 1rem}
h1{font-size:1.5rem;margin-bottom:.2rem}table{border-collapse:collapse;width:100%;margin:1.2rem 0}
th,td{border-bottom:1px solid #d5d9de;padding:.45rem .6rem;text-align:left;vertical-align:top}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
td.v{text-align:center;font-weight:600;min-width:3rem}
.cc{background:#cfe8d5}.c{background:#e6f3e8}.i{background:#fbe3d3}.ii{background:#f3b99b}
.x{background:#f1e6f7}.o{background:#eef0f2;color:#4a525c}small{color:#4a525c;font-weight:400}
@media print{body{margin:0}}
"""


def to_html(matrix: Matrix, verdict: Verdict) -> str:
    """A matrix as a page: ranking, matrix, what does not count."""
    return "\n".join(_each_line(matrix, verdict)) + "\n"


def _each_line(matrix: Matrix, verdict: Verdict) -> Iterator[str]:
    title = escape(matrix.title)
    as_of = f"As of {matrix.as_of:%Y-%m-%d %H:%M} UTC. " if matrix.as_of else ""
    by = "" if verdict.by is None else f"Ratings of {escape(verdict.by or 'the machine alone')}. "
    yield "<!doctype html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title><style>{_STYLE}</style></head><body>"
    yield f"<h1>{title}</h1>"
    yield f"<p>{as_of}{by}The lowest score leads; a score is no probability.</p>"
    yield from _each_rank(matrix, verdict)
    yield from _each_row(matrix, verdict)
    yield f"<p><small>{escape(LEGEND)}</small></p>"
    gone = [each for each in matrix.pieces if not each.counts]
    if gone:
        yield "<h2>Left out</h2><ul>"
        for piece in gone:
            why = escape(piece.left_out or piece.withdrawn)
            yield f"<li>{escape(piece.id)}: {escape(words_of(piece))} <small>({why})</small></li>"
        yield "</ul>"
    yield f"<p><small>{escape(verdict.made_by)}</small></p></body></html>"


def _each_rank(matrix: Matrix, verdict: Verdict) -> Iterator[str]:
    texts = {each.id: each.text for each in matrix.hypotheses}
    yield '<table><tr><th class="n">rank</th><th>hypothesis</th><th class="n">score</th>'
    yield '<th class="n">at most</th><th class="n">every row</th><th>cells</th></tr>'
    for score in verdict.scores:
        name = f"<b>{escape(score.hypothesis)}</b> {escape(texts[score.hypothesis])}"
        numbers = "".join(
            f'<td class="n">{each:.2f}</td>'
            for each in (score.score, score.at_most, score.every_row)
        )
        rank, cells = rank_of(score), escape(_cells(score))
        yield f'<tr><td class="n">{rank}</td><td>{name}</td>{numbers}<td>{cells}</td></tr>'
    yield "</table>"


def _cells(score: HypothesisScore) -> str:
    return ", ".join(f"{count} {basis.value}" for basis, count in score.cells)


def _each_row(matrix: Matrix, verdict: Verdict) -> Iterator[str]:
    pieces = {each.id: each for each in matrix.pieces}
    heads = "".join(f"<th>{escape(each.id)}</th>" for each in matrix.hypotheses)
    yield "<table><tr><th></th><th>evidence</th><th>grade</th>"
    yield f'<th class="n">weight</th><th class="n">parts</th>{heads}</tr>'
    for weight in verdict.weights:
        piece = pieces[weight.evidence]
        cells = "".join(_cell(verdict.cell(piece.id, each.id)) for each in matrix.hypotheses)
        yield f"<tr><td>{escape(piece.id)}</td>{_told(piece)}{_numbers(piece, weight)}{cells}</tr>"
    yield "</table>"


def _told(piece: Piece) -> str:
    origins = f"; {len(piece.origins)} independent texts" if len(piece.origins) > 1 else ""
    sources = f"{sources_of(piece)}{origins}"
    return f"<td>{escape(words_of(piece))}<br><small>{escape(sources)}</small></td>"


def _numbers(piece: Piece, weight: PieceWeight) -> str:
    parts = "" if weight.diagnosticity is None else f"{weight.diagnosticity:.2f}"
    unknown = f"<br><small>{escape(' and '.join(weight.unknown))} unknown</small>"
    grade = f"{escape(grade_of(piece))}{unknown if weight.unknown else ''}"
    return f'<td>{grade}</td><td class="n">{weight.weight:.2f}</td><td class="n">{parts}</td>'


def _cell(cell: Cell | None) -> str:
    mark = mark_of(cell)
    kind = {"CC": "cc", "C": "c", "I": "i", "II": "ii"}.get(mark.rstrip("*"), "")
    kind = "o" if mark == "?" else "x" if "/" in mark else kind
    said = [] if cell is None else [f"{each.by}: {each.because}" for each in cell.ratings]
    if cell is not None and cell.proposal is not None and not said:
        said = [cell.proposal.why]
    title = escape("; ".join(said), quote=True)
    return f'<td class="v {kind}" title="{title}">{escape(mark)}</td>'
