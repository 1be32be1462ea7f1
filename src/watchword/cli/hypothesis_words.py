"""What a matrix of hypotheses says, in lines for a terminal."""

from collections.abc import Iterator, Sequence

from watchword.assess.hypotheses.sheets import (
    LEGEND,
    grade_of,
    mark_of,
    rank_of,
    sources_of,
    words_of,
)
from watchword.cli.screen import many, one_line
from watchword.model.hypothesis import Rating
from watchword.model.matrix import Matrix
from watchword.model.piece import Piece
from watchword.model.verdict import (
    Basis,
    Difference,
    Dissent,
    HypothesisScore,
    Trial,
    Verdict,
    Without,
)

LONGEST = 90
"""Letters of a claim that a line shows; JSON has all."""


def matrix_rows(matrix: Matrix, verdict: Verdict) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The matrix as names of columns and rows, what parts the hypotheses most first."""
    pieces = {each.id: each for each in matrix.pieces}
    ids = tuple(each.id for each in matrix.hypotheses)
    rows = []
    for weight in verdict.weights:
        piece = pieces[weight.evidence]
        parts = "" if weight.diagnosticity is None else f"{weight.diagnosticity:.2f}"
        marks = (mark_of(verdict.cell(piece.id, name)) for name in ids)
        told = f"{_short(words_of(piece))} ({one_line(sources_of(piece))})"
        rows.append((piece.id, *marks, parts, f"{weight.weight:.2f}", grade_of(piece), told))
    return ("", *ids, "parts", "weight", "grade", "evidence"), rows


def each_score_line(matrix: Matrix, verdict: Verdict) -> Iterator[str]:
    """The scores, who leads, what is open, what does not count."""
    texts = {each.id: one_line(each.text) for each in matrix.hypotheses}
    yield ""
    yield "what speaks against each, each origin once (the lowest leads; no probability):"
    for score in verdict.scores:
        yield f"  {rank_of(score)}. {score.hypothesis}: {_points(score)}  {texts[score.hypothesis]}"
    yield from _each_leading(verdict)
    unheld = [each.hypothesis for each in verdict.scores if each.rank is None]
    if unheld and verdict.cells:
        yield f"not ranked, since nothing is held against it yet: {', '.join(unheld)}"
    unknown = [each.evidence for each in verdict.weights if each.unknown]
    if unknown:
        told = f"{len(unknown)} of {many(len(verdict.weights), 'piece')}"
        yield f"{told} of evidence: a grade nobody knows (F or 6), weighed as the worst"
    for piece in matrix.pieces:
        if not piece.counts:
            why = one_line(piece.left_out or piece.withdrawn)
            yield f"does not count: {piece.id} {_short(words_of(piece))} ({why})"
    if verdict.cells:
        yield LEGEND


def each_suggestion_line(piece: Piece) -> Iterator[str]:
    """A piece of evidence: its words, who says it, what it does to each hypothesis."""
    keys = f"  [{' '.join(piece.claims)}]" if piece.claims else ""
    yield f"{piece.id} {one_line(words_of(piece))}{keys}"
    days = [f"{each.published:%Y-%m-%d}" for each in piece.quoted if each.published]
    origins = many(len(piece.origins), "origin") if piece.tellers else ""
    told = (grade_of(piece), sources_of(piece), origins, *days[:1])
    yield f"    {one_line('; '.join(filter(None, told)))}"
    for proposal in piece.proposals:
        value = proposal.consistency.value if proposal.consistency else "not proposed"
        yield f"    {proposal.hypothesis} {value}: {one_line(proposal.why)}"


def each_trial_line(matrix: Matrix, verdict: Verdict, trials: Sequence[Trial]) -> Iterator[str]:
    """What the ranking hangs on."""
    yield one_line(matrix.title)
    yield f"now: {_order(verdict.ranking)}"
    telling = [each for each in trials if each.order_changes]
    if not telling:
        yield "the ranking stays the same without any one piece, origin or source"
    for trial in telling:
        who = "the lead changes" if trial.leads_change else "the order changes"
        yield f"hangs on {_without(trial, matrix)}: {who}, {_order(trial.ranking)}"
    linchpins = [e for e in telling if e.without is Without.ASSUMPTION and e.leads_change]
    assumed = [each for each in trials if each.without is Without.ASSUMPTION]
    if assumed:
        yield f"{len(linchpins)} of {many(len(assumed), 'assumption')} decide who leads"
    yield f"{many(len(trials), 'trial')}, of which {len(telling)} change the order"


def each_dissent_line(matrix: Matrix, dissent: Dissent) -> Iterator[str]:
    """Several people's matrices side by side, and where they differ."""
    yield one_line(matrix.title)
    for verdict in dissent.verdicts:
        yield f"{one_line(verdict.by or '')} alone: {_scores(verdict, matrix)}"
    yield f"the machine alone: {_scores(dissent.machine, matrix)}"
    if not dissent.verdicts:
        yield "nobody has rated a cell yet"
        return
    if len(dissent.verdicts) == 1:
        yield "only one person has rated cells"
        return
    for verdict in dissent.settled:
        name = one_line(verdict.by or "")
        yield f"together, if {name} is right where people differ: {_scores(verdict, matrix)}"
    who = "who leads hangs on it" if dissent.leads_differ else "the same leads either way"
    yield f"{many(len(dissent.differences), 'cell')} in dissent; {who}"
    pieces = {each.id: each for each in matrix.pieces}
    for each in dissent.differences:
        yield from _each_difference(each, pieces[each.evidence])


def _scores(verdict: Verdict, matrix: Matrix) -> str:
    scores = {each.hypothesis: each for each in verdict.scores}
    told = ", ".join(f"{each.id} {_score(scores[each.id])}" for each in matrix.hypotheses)
    return f"{_order(verdict.ranking)}  ({told})"


def _score(score: HypothesisScore) -> str:
    return "not ranked" if score.rank is None else f"{score.score:.2f}"


def _each_leading(verdict: Verdict) -> Iterator[str]:
    leads = verdict.leads
    if not verdict.cells or not leads:
        return
    if len(leads) > 1:
        yield f"none leads: {', '.join(leads)} are equal"
    elif verdict.is_settled:
        yield f"{leads[0]} leads, however its open and disputed cells come out"
    else:
        yield f"{leads[0]} leads; its open or disputed cells can change that"


def _points(score: HypothesisScore) -> str:
    told = [f"{score.score:.2f}"]
    if score.at_most > score.score:
        told.append(f"at most {score.at_most:.2f}")
    told.append(f"every row {score.every_row:.2f}")
    told.append(f"{many(score.inconsistent, 'row')} against it")
    loose = (Basis.OPEN, Basis.DISPUTED, Basis.PROPOSED)
    told.extend(f"{score.count(each)} {each.value}" for each in loose if score.count(each))
    return ", ".join(told)


def _each_difference(difference: Difference, piece: Piece) -> Iterator[str]:
    ends = f"{difference.points:.2f} points"
    yield f"{piece.id} {difference.hypothesis} ({ends}): {_short(words_of(piece))}"
    for rating in difference.ratings:
        yield f"    {_said(rating)}"
    if difference.proposal and difference.proposal.consistency:
        proposal = difference.proposal
        yield f"    the machine: {proposal.consistency}, {one_line(proposal.why)}"


def _said(rating: Rating) -> str:
    day = f" {rating.at:%Y-%m-%d}" if rating.at else ""
    why = f", {one_line(rating.because)}" if rating.because else ""
    return f"{one_line(rating.by)}{day}: {rating.consistency}{why}"


def _without(trial: Trial, matrix: Matrix) -> str:
    if trial.without is Without.UNKNOWN:
        return "what nobody knows (every F and 6 read as the best grade)"
    if trial.without is Without.EVERY_ROW:
        return "each origin's counting once (every row counted)"
    if trial.without in {Without.PIECE, Without.ASSUMPTION}:
        texts = {each.id: words_of(each) for each in matrix.pieces}
        return f"the {trial.without} {trial.name} “{_short(texts[trial.name])}”"
    name = one_line(_outlet(trial.name, matrix) if trial.without is Without.ORIGIN else trial.name)
    return f"the {trial.without} {name} ({', '.join(trial.pieces)})"


def _outlet(origin: str, matrix: Matrix) -> str:
    """Whose text an origin is, with its key."""
    tellers = (teller for piece in matrix.pieces for teller in piece.tellers)
    told = (pair for each in tellers for pair in zip(each.origins, each.outlets, strict=True))
    return f"{next((outlet for key, outlet in told if key == origin), 'not named')} [{origin}]"


def _order(ranking: Sequence[Sequence[str]]) -> str:
    return " before ".join(" = ".join(group) for group in ranking) or "no hypotheses"


def _short(words: str) -> str:
    told = one_line(words)
    return told if len(told) <= LONGEST else f"{told[: LONGEST - 1]}…"
