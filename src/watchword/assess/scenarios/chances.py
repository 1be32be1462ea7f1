"""Probabilities in words and in numbers, by ICD 203, and what evidence of each grade weighs."""

from watchword.errors import SettingsError
from watchword.model.source import Credibility
from watchword.text.estimative import BANDS, Band, band_of

EVEN = 0.5
"""A number that nobody gave: the probability that says nothing either way."""
LEAK = 0.03
"""Of an effect none of whose causes is at work, where nobody gave it: the middle of "almost no
chance". A graph that lists what leads to a thing holds little else possible, not nothing."""
RATIOS = {
    Credibility.CONFIRMED: 20.0,
    Credibility.PROBABLY_TRUE: 6.0,
    Credibility.POSSIBLY_TRUE: 2.0,
    Credibility.DOUBTFUL: 1 / 2,
    Credibility.IMPROBABLE: 1 / 6,
    Credibility.CANNOT_BE_JUDGED: 1.0,
}
"""How many times likelier a claim of this grade is where what it says is so: a proposal that a
person changes. What cannot be judged moves nothing."""


def middle_of(band: Band) -> float:
    """The probability that a term stands for where one number is needed: the middle of its band.

    >>> middle_of(band_of("likely"))
    0.675
    """
    return (band.low + band.high) / 200


def bounds_of(words: str) -> tuple[float, float] | None:
    """The bounds of the band that some words stand for, None where they stand for none.

    >>> bounds_of("likely")
    (0.55, 0.8)
    """
    band = band_of(words)
    return (band.low / 100, band.high / 100) if band else None


def complement(probability: float) -> float:
    """Of the other of two states.

    >>> complement(0.9)
    0.1
    """
    return round(1 - probability, 12)


def read_number(typed: str, *, key: str) -> tuple[float, str]:
    """The probability that was typed, as a term, a number or percent, and the term.

    >>> read_number("very likely", key="x")
    (0.875, 'very likely')
    >>> read_number("70 %", key="x")
    (0.7, '')

    Raises:
        SettingsError: if it is none.
    """
    words = " ".join(typed.casefold().split())
    band = band_of(words)
    if band is not None:
        return middle_of(band), words
    is_percent = words.endswith("%")
    try:
        number = float(words.removesuffix("%").strip()) / (100 if is_percent else 1)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        terms = ", ".join(each.terms[0] for each in BANDS)
        raise SettingsError(
            f"'{typed}' is no probability", key=key, mend=f"a number from 0 to 1, or: {terms}"
        )
    return number, ""


def term_for(probability: float) -> str:
    """The term of ICD 203 for a probability; what lies on a border belongs to the upper band.

    Below 1 % and above 99 % no term is defined, and the outermost are used.

    >>> [term_for(each) for each in (0.0, 0.32, 0.55, 0.999)]
    ['almost no chance', 'unlikely', 'likely', 'almost certain']
    """
    percent = probability * 100
    return next((each.terms[0] for each in BANDS if percent < each.high), BANDS[-1].terms[0])
