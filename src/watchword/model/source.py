"""Grades of sources and claims, on NATO's Admiralty scales, never mixed."""

from enum import StrEnum


class Reliability(StrEnum):
    """Of a source, A to F; F until a person or a record says otherwise."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """Of a claim, 1 to 6, from independent origins and contradictions."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"
