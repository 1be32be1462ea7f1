"""Whether two figures say the same number, with the same qualifier, of the same unit."""

from dataclasses import dataclass

from watchword.ledger.names import stems
from watchword.ledger.record import Quantity

VAGUE = {
    "tens": (10, 99),
    "dozens": (24, 99),
    "dozen": (12, 99),
    "scores": (40, 199),
    "hundreds": (100, 999),
    "thousands": (1_000, 9_999),
    "tens of thousands": (10_000, 99_999),
    "hundreds of thousands": (100_000, 999_999),
    "millions": (1_000_000, 9_999_999),
}
"""Vague quantities, and where a lower bound read out of them may lie."""

_UNITS = {"$": "dollar", "usd": "dollar", "us dollars": "dollar", "dollars": "dollar"}
_SPELLING = {"kilometre": "kilometer", "km": "kilometer", "people": "person", "men": "man"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureVerdict:
    """What agrees between a labelled figure and a found one.

    Attributes:
        value: the number, or its bounds, or the words of a vague quantity.
        qualified: the value and its qualifier.
        unit: the counted noun, number and spelling apart.
    """

    value: bool
    qualified: bool
    unit: bool


def compare_figures(gold: Quantity, found: Quantity) -> FigureVerdict:
    """Say what agrees between a labelled figure and a found one."""
    value = _same_value(gold, found)
    return FigureVerdict(
        value=value,
        qualified=value and gold.approx == found.approx,
        unit=_unit(gold.unit) == _unit(found.unit),
    )


def _same_value(gold: Quantity, found: Quantity) -> bool:
    if isinstance(gold.value, str):
        return _same_vague(gold.value, found)
    if gold.value is not None:
        return found.value == gold.value
    return (gold.low, gold.high) == (found.low, found.high)


def _same_vague(words: str, found: Quantity) -> bool:
    plain = words.casefold().strip()
    told = found.value if isinstance(found.value, str) else found.words
    if plain in told.casefold():
        return True
    if isinstance(found.value, float):
        return False
    matching = [vague for vague in VAGUE if plain.endswith(vague)]
    if not matching or found.low is None:
        return False
    low, high = VAGUE[max(matching, key=len)]
    return low <= found.low <= high


def _unit(words: str) -> str:
    plain = words.casefold().strip()
    if plain in _UNITS:
        return _UNITS[plain]
    single = plain if plain in _SPELLING else plain.removesuffix("s")
    return " ".join(stems(_SPELLING.get(single, single)))
