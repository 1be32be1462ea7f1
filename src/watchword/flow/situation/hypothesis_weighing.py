"""The evidence of a matrix weighed by what is known, and claims suggested as evidence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np

from watchword.assess.hypotheses.scoring import MADE_BY
from watchword.assess.hypotheses.weights import best_reliability
from watchword.engines import ReadingEngine
from watchword.flow.grading import grades_of
from watchword.flow.situation.hypothesis_bearing import claims_ahead, propose_all
from watchword.flow.situation.hypothesis_reading import ReadHypothesis, read_hypotheses
from watchword.flow.situation.searching import direction_of
from watchword.flow.weighing import bench_of
from watchword.model.claim import Claim
from watchword.model.corroboration import Bearing, Corroboration
from watchword.model.hypothesis import Proposal
from watchword.model.known import Known
from watchword.model.matrix import Matrix
from watchword.model.piece import Piece, PieceKind, Quoted, Teller
from watchword.model.source import Credibility, Reliability
from watchword.relate.bearings import supports
from watchword.relate.corroboration import Bench, find_claim, find_corroboration
from watchword.relate.gist import is_country

MOST_COMPARED = 2_000
"""Claims whose meaning is compared with the hypotheses', at most; the engine takes two seconds."""

_UNDATED = datetime.min.replace(tzinfo=UTC)
_NOT_KNOWN = "none of its claims is known here as of this instant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    """What evidence is weighed with.

    Attributes:
        known: what is known.
        bench: where the source behind each claim is looked up.
        grades: the reliability of sources, by name.
        read: the hypotheses, read.
        ahead: keys of the claims that tell of what lies ahead.
        engine: what read them.
    """

    known: Known
    bench: Bench
    grades: Mapping[str, Reliability]
    read: tuple[ReadHypothesis, ...]
    ahead: frozenset[str]
    engine: ReadingEngine

    def proposals(self, claims: Sequence[Claim]) -> tuple[Proposal, ...]:
        """What some claims, as one piece of evidence, do to each hypothesis."""
        return propose_all(self.read, claims, self.bench, self.ahead)

    def newness(self, claim: Claim) -> tuple[datetime, str]:
        """What orders claims in time; those of reports without a date come first."""
        return (self.bench.witnesses[claim.key].said_at or _UNDATED, claim.key)


def set_scales(matrix: Matrix, known: Known, engine: ReadingEngine) -> Scales:
    """Make ready to weigh the evidence of a matrix."""
    return Scales(
        known=known,
        bench=bench_of(known),
        grades={each.record.name: each.reliability for each in grades_of(known)},
        read=read_hypotheses(matrix.hypotheses, engine),
        ahead=claims_ahead(known.events),
        engine=engine,
    )


def weigh_matrix(matrix: Matrix, scales: Scales) -> Matrix:
    """A matrix with its evidence weighed, and consistency proposed, by what is known.

    What people said stays as it is.
    """
    return replace(
        matrix,
        pieces=tuple(weigh_piece(each, scales) for each in matrix.pieces),
        as_of=scales.known.as_of,
        made_by=MADE_BY,
    )


def weigh_piece(piece: Piece, scales: Scales) -> Piece:
    """A piece with who says it, how credible it is, and what it does to each hypothesis.

    A person's own word stays as the person grades it. Of several claims the best told one gives
    the credibility. A claim that is not known as of the instant is told as such.
    """
    if piece.kind is not PieceKind.CLAIM:
        return piece
    claims = [scales.known.claims[key] for key in piece.claims if key in scales.known.claims]
    if not claims:
        return _unweighed(piece)
    told = [find_corroboration(scales.known, claim.key, scales.bench) for claim in claims]
    standing = [each for each in told if not each.withdrawn]
    best = min(standing or told, key=lambda each: (each.credibility, each.claim))
    tellers = tuple(_each_teller(standing, scales))
    return replace(
        piece,
        text=piece.text or claims[0].content.quote,
        reliability=best_reliability(tellers),
        credibility=best.credibility if tellers else Credibility.CANNOT_BE_JUDGED,
        reasons=best.reasons,
        tellers=tellers,
        quoted=tuple(quote_claim(each, scales.known) for each in claims),
        withdrawn="" if standing else told[0].withdrawn,
        proposals=scales.proposals(claims),
        made_by=MADE_BY,
    )


def take_claims(names: Sequence[str], known: Known) -> Piece:
    """The claims that a person picks as one piece of evidence, its id still to be given.

    Raises:
        RefusedError: if there is no such claim, or there are several.
    """
    claims = [find_claim(known, name) for name in names]
    return Piece(
        id="",
        kind=PieceKind.CLAIM,
        text=claims[0].content.quote,
        claims=tuple(dict.fromkeys(claim.key for claim in claims)),
    )


def find_same(piece: Piece, matrix: Matrix, scales: Scales) -> Piece | None:
    """The piece of a matrix that says the same as a new one, None where none does."""
    for other in matrix.pieces:
        pairs = ((mine, theirs) for mine in piece.claims for theirs in other.claims)
        if any(_is_same(mine, theirs, scales.bench) for mine, theirs in pairs):
            return other
    return None


def quote_claim(claim: Claim, known: Known) -> Quoted:
    """The words of a claim, with who says so where."""
    report = known.reports[claim.report]
    return Quoted(
        claim=claim.key,
        report=report.report_id,
        outlet=report.outlet,
        published=report.published.at,
        chain=tuple(link.name for link in claim.attribution.links),
        modality=claim.modality,
        content=claim.content,
    )


def suggest_pieces(matrix: Matrix, scales: Scales, limit: int) -> tuple[tuple[Piece, ...], int]:
    """Claims that may be taken as evidence, and how many claims more there are.

    First those for which something is proposed, the newest first; then those that name two of the
    states, bodies or people of a hypothesis, the nearest to a hypothesis in meaning first. Claims
    that say the same are one suggestion. What is evidence already, and what was withdrawn, is not
    suggested.
    """
    known, bench = scales.known, scales.bench
    taken = [key for piece in matrix.pieces for key in piece.claims if key in known.claims]
    ranked = _ranked_near(scales)
    found: list[Claim] = []
    left = len(ranked)
    for claim in ranked:
        left -= 1
        others = (*taken, *(each.key for each in found))
        if not any(_is_same(claim.key, other, bench) for other in others):
            found.append(claim)
        if len(found) == limit:
            break
    pieces = tuple(
        weigh_piece(_suggestion(number, claim), scales) for number, claim in enumerate(found, 1)
    )
    return pieces, left


def _suggestion(number: int, claim: Claim) -> Piece:
    return Piece(
        id=f"S{number}", kind=PieceKind.CLAIM, text=claim.content.quote, claims=(claim.key,)
    )


def _ranked_near(scales: Scales) -> list[Claim]:
    """Claims near a hypothesis, in the order in which they are suggested."""
    names = [frozenset(_sides(each)) for each in scales.read]
    proposed: list[Claim] = []
    others: list[Claim] = []
    for claim in sorted(scales.known.claims.values(), key=scales.newness, reverse=True):
        witness = scales.bench.witnesses[claim.key]
        if witness.gone:
            continue
        told = witness.gist.names | frozenset(filter(is_country, witness.gist.words))
        proposals = scales.proposals([claim])
        if any(each.consistency is not None for each in proposals):
            proposed.append(claim)
        elif any(len(told & each) >= min(2, len(each)) > 0 for each in names):
            others.append(claim)
    return [*proposed, *_by_nearness(others, scales)]


def _by_nearness(claims: Sequence[Claim], scales: Scales) -> list[Claim]:
    """The nearest to a hypothesis in meaning first; of very many claims the newest are compared."""
    compared, rest = claims[:MOST_COMPARED], claims[MOST_COMPARED:]
    directions = [_direction(each.hypothesis.text, scales.engine) for each in scales.read]
    nearness: dict[str, float] = {}
    for claim in compared:
        mine = _direction(claim.content.quote, scales.engine)
        nearness[claim.key] = max((float(mine @ each) for each in directions), default=0.0)
    # Python's sort keeps the newest first among equals; two digits are what the engine is good for.
    return [*sorted(compared, key=lambda claim: -round(nearness[claim.key], 2)), *rest]


def _direction(words: str, engine: ReadingEngine) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    """The direction of the meaning of some words, of length 1; of length 0 where they have none."""
    told = direction_of(words, engine)
    if told is None:
        return np.zeros(1, np.float32)
    numbers = np.frombuffer(told, "<f2").astype(np.float32)
    return numbers / (np.linalg.norm(numbers) or 1.0)


def _sides(read: ReadHypothesis) -> Iterable[str]:
    for gist in read.gists:
        yield from gist.names
        yield from filter(is_country, gist.words)


def _is_same(one: str, other: str, bench: Bench) -> bool:
    """Whether two claims say the same thing: each says what the other says."""
    if one == other:
        return True
    if one not in bench.witnesses or other not in bench.witnesses:
        return False
    mine, theirs = bench.gist(one), bench.gist(other)
    return supports(mine, theirs, bench.weights) and supports(theirs, mine, bench.weights)


def _each_teller(told: Sequence[Corroboration], scales: Scales) -> Iterator[Teller]:
    """The sources that say it and still count, each once, the nearest first."""
    found: dict[str, Teller] = {}
    names = {origin.key: origin.name for origin in scales.known.origins}
    for each in told:
        for side in each.sides:
            if side.bearing is not Bearing.SUPPORTS or side.withdrawn:
                continue
            claims = tuple(c for c in side.claims if not scales.bench.witnesses[c].gone)
            known = found.get(side.source)
            origins = _both(
                known.origins if known else (), (scales.bench.witnesses[c].origin for c in claims)
            )
            found[side.source] = Teller(
                source=side.source,
                reliability=scales.grades.get(side.source, Reliability.F),
                origins=origins,
                outlets=tuple(names.get(origin, "outlet not named") for origin in origins),
                claims=_both(known.claims if known else (), claims),
                party=side.party or bool(known and known.party),
                counts=side.counts or bool(known and known.counts),
            )
    yield from found.values()


def _unweighed(piece: Piece) -> Piece:
    """A piece none of whose claims is known: what people said of it, and nothing else."""
    return Piece(
        id=piece.id,
        kind=piece.kind,
        text=piece.text,
        by=piece.by,
        at=piece.at,
        why=piece.why,
        claims=piece.claims,
        relevance=piece.relevance,
        left_out=piece.left_out,
        withdrawn=_NOT_KNOWN,
        made_by=MADE_BY,
    )


def _both(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
