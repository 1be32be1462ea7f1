"""A quantity that a claim gives, with its bounds and what it counts."""

from dataclasses import dataclass
from enum import StrEnum


class Approx(StrEnum):
    """How a quantity is qualified."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    RANGE = "range"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity as the report gives it: low, best and high as UCDP keeps them.

    Attributes:
        start: first character of the words in the report's text.
        end: the character after the last one.
        words: the words themselves, qualifier included ("at least 3,000").
        low: lowest value the words allow, None where they set no floor.
        best: the value named, None for a range or a vague number ("thousands").
        high: highest value the words allow, None where they set no ceiling.
        approx: the qualifier.
        unit: the counted noun in the plural, lower case ("troops"), "US dollars", "percent".
        counted: the whole noun phrase that is counted ("North Korean special-forces troops").
        change: whether it is an addition or reduction ("another 1,500"), not a total.
        part_of: index, in the same claim's figures, of the whole this is a part of, or None.
        fate: "killed", "wounded", "captured", "missing" or "killed or wounded" where the words
            say so, or None.
        direction: "up" or "down" where the words say that something rose or fell by this much.
        per: the period that it holds for, or what it is shared out to ("month", "barrel"), empty
            without one.
        cumulative: whether it is a total that has added up ("so far", "since 2022").
    """

    start: int
    end: int
    words: str
    low: float | None
    best: float | None
    high: float | None
    approx: Approx
    unit: str
    counted: str
    change: bool = False
    part_of: int | None = None
    fate: str | None = None
    direction: str | None = None
    per: str = ""
    cumulative: bool = False
