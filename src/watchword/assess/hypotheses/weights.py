"""How much a piece of evidence weighs: reliability times credibility times relevance.

Source: PARC's technical description of its ACH software (Pirolli and Good) weighs credibility and
relevance as low 1/√2, medium 1, high √2, and multiplies them. Here Admiralty's five grades of
reliability and of credibility are spread evenly over that scale (A and 1 weigh √2, C and 3 weigh
1, E and 5 weigh 1/√2). No trial chose the steps: there is no set of matrices with true answers.

Unknown (F, 6) is no middle value: it weighs as little as the worst grade, is told as unknown, and
`find_trials` shows the ranking were every unknown the best.
"""

from collections.abc import Sequence

from watchword.assess.indicators.independence import count_independent
from watchword.model.piece import Piece, Relevance, Teller
from watchword.model.source import Credibility, Reliability

_GRADES = (2**0.5, 2**0.25, 1.0, 2**-0.25, 2**-0.5)
_BEST, _WORST = _GRADES[0], _GRADES[-1]
RELIABILITY = dict(zip(tuple(Reliability)[:5], _GRADES, strict=True))
CREDIBILITY = dict(zip(tuple(Credibility)[:5], _GRADES, strict=True))
RELEVANCE = {Relevance.HIGH: _BEST, Relevance.MEDIUM: 1.0, Relevance.LOW: _WORST}
UNSAID = 1.0
"""Of a relevance that nobody gave, as PARC's default."""


def weight_of(piece: Piece, *, best: bool = False) -> float:
    """The weight of a piece, from 0.35 to 2.83.

    Args:
        piece: the piece.
        best: whether what is unknown is read as the best grade, not as the worst.
    """
    unknown = _BEST if best else _WORST
    reliability = RELIABILITY.get(piece.reliability, unknown)
    credibility = CREDIBILITY.get(piece.credibility, unknown)
    relevance = UNSAID if piece.relevance is None else RELEVANCE[piece.relevance]
    return reliability * credibility * relevance


def unknown_of(piece: Piece) -> tuple[str, ...]:
    """Which grades of a piece nobody knows."""
    told = (
        ("reliability", piece.reliability is Reliability.F),
        ("credibility", piece.credibility is Credibility.CANNOT_BE_JUDGED),
    )
    return tuple(name for name, is_unknown in told if is_unknown)


def best_reliability(tellers: Sequence[Teller]) -> Reliability:
    """The best known grade of the sources that count, F where none is known."""
    return min((each.reliability for each in tellers if each.counts), default=Reliability.F)


def capped(credibility: Credibility, tellers: Sequence[Teller]) -> Credibility:
    """The best credibility that some of the sources of a claim still allow.

    The ladder of credibility asks for three independent sources for 1, and two for 2.

    One source alone allows no better than 3, however well the claim was told before.
    """
    counting = [each for each in tellers if each.counts]
    independent = count_independent(
        (origin, each.source) for each in counting for origin in each.origins
    )
    if not independent:
        return Credibility.CANNOT_BE_JUDGED
    cap = {1: Credibility.POSSIBLY_TRUE, 2: Credibility.PROBABLY_TRUE}
    return max(credibility, cap.get(independent, Credibility.CONFIRMED))
