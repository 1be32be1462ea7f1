"""ICD 203's seven bands of likelihood, and the common phrases that stand for one of them.

Words that name a possibility and no degree of it ("could", "may", "might", "possible") stand for
no band: nothing here turns them into a likelihood.

Source: Office of the Director of National Intelligence, Intelligence Community Directive 203,
Analytic Standards, section D.6.e(2)(a).
"""

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One band of likelihood.

    Attributes:
        terms: the two terms of ICD 203 for it, one from each of its sets.
        low: lower bound in percent.
        high: upper bound in percent.
        phrases: other wordings in reports that stand for the band, lower case.
    """

    terms: tuple[str, str]
    low: int
    high: int
    phrases: tuple[str, ...]


BANDS: tuple[Band, ...] = (
    Band(
        terms=("almost no chance", "remote"),
        low=1,
        high=5,
        phrases=(
            "almost no possibility",
            "nearly no chance",
            "remote chance",
            "remote possibility",
        ),
    ),
    Band(
        terms=("very unlikely", "highly improbable"),
        low=5,
        high=20,
        phrases=(
            "highly unlikely",
            "extremely unlikely",
            "very improbable",
            "extremely improbable",
            "very low probability",
            "very low likelihood",
            "very little chance",
            "slim chance",
        ),
    ),
    Band(
        terms=("unlikely", "improbable"),
        low=20,
        high=45,
        phrases=(
            "improbably",
            "less likely than not",
            "low probability",
            "low likelihood",
            "low chance",
            "small chance",
            "little chance",
            "little likelihood",
            "quite unlikely",
            "fairly unlikely",
        ),
    ),
    Band(
        terms=("roughly even chance", "roughly even odds"),
        low=45,
        high=55,
        phrases=(
            "even chance",
            "even chances",
            "even odds",
            "about even chance",
            "about even odds",
            "roughly even chances",
            "as likely as not",
            "50-50 chance",
            "fifty-fifty chance",
            "about a 50-50 chance",
        ),
    ),
    Band(
        terms=("likely", "probable"),
        low=55,
        high=80,
        phrases=(
            "probably",
            "more likely than not",
            "quite likely",
            "fairly likely",
            "most likely",
            "good chance",
            "in all probability",
        ),
    ),
    Band(
        terms=("very likely", "highly probable"),
        low=80,
        high=95,
        phrases=(
            "highly likely",
            "extremely likely",
            "very probable",
            "very probably",
            "most probably",
            "extremely probable",
            "high probability",
            "high likelihood",
            "high chance",
            "very high probability",
            "very high likelihood",
            "strong likelihood",
            "strong probability",
        ),
    ),
    Band(
        terms=("almost certain", "nearly certain"),
        low=95,
        high=99,
        phrases=(
            "almost certainly",
            "nearly certainly",
            "virtually certain",
            "virtually certainly",
            "practically certain",
            "near certain",
            "near-certain",
            "near certainty",
            "near-certainty",
            "all but certain",
        ),
    ),
)
"""ICD 203's seven bands, from the least likely."""


def band_of(words: str) -> Band | None:
    """The band that some words stand for, or None.

    >>> band_of("highly likely").terms[0]
    'very likely'
    >>> band_of("could") is None
    True
    """
    return _by_phrase().get(" ".join(words.lower().split()))


@cache
def _by_phrase() -> dict[str, Band]:
    return {phrase: band for band in BANDS for phrase in (*band.terms, *band.phrases)}
