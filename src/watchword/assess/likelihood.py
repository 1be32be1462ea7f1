"""How likely a source holds something to be, from its own words, on ICD 203's seven bands.

Nothing is estimated here: a claim without a word of likelihood has none, and words that name a
possibility and no degree of it ("could", "may") stand for none.
"""

from collections.abc import Iterator

from watchword.model.brief import Likelihood
from watchword.model.claim import Claim, MarkKind, Modality
from watchword.text.estimative import Band, band_of

_JUDGED = frozenset({Modality.ESTIMATED, Modality.PLANNED})
_TELLING = (MarkKind.LIKELIHOOD, MarkKind.HEDGE)


def likelihood_of(claim: Claim) -> Likelihood | None:
    """The likelihood that a claim states, None where it states none.

    Only an estimate or a prediction states one. Of several terms the first one that is marked as
    a likelihood counts, then the first hedge that maps to a band. The term given back is the one
    of the band's two terms that the claim uses, else the band's first.
    """
    if claim.modality not in _JUDGED:
        return None
    for words, band in _each_band(claim):
        term = next((known for known in band.terms if known == words), band.terms[0])
        return Likelihood(term=term, low=band.low, high=band.high, claim=claim.key)
    return None


def _each_band(claim: Claim) -> Iterator[tuple[str, Band]]:
    for kind in _TELLING:
        marks = sorted(
            (mark for mark in claim.marks if mark.kind is kind), key=lambda mark: mark.span.start
        )
        for mark in marks:
            band = band_of(mark.span.quote)
            if band is not None:
                yield " ".join(mark.span.quote.lower().split()), band
