"""Every known name in a text, found in one pass: countries, sites and organisations.

Invariant: what is found is in order, does not overlap, and begins and ends at a word's edge; of
two names that begin at one place the longer is taken.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from watchword.text.gazetteer import (
    Country,
    NameUse,
    Organisation,
    country_uses,
    organisations_by_name,
)
from watchword.text.sites import Site, site_names, sites_named

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A known name in a text and all that it may stand for.

    Attributes:
        start: first character of the words.
        end: the character after the last one, without a possessive ending.
        words: the words, apostrophes straight.
        countries: countries it may mean, and as what.
        sites: cities, regions and seas it may mean, the likeliest first.
        organisations: bodies it may mean, the best known first.
    """

    start: int
    end: int
    words: str
    countries: tuple[tuple[Country, NameUse], ...]
    sites: tuple[Site, ...]
    organisations: tuple[Organisation, ...]


def find_aliases(text: str, start: int = 0, end: int | None = None) -> tuple[Alias, ...]:
    """Find the known names between two places of a text.

    >>> [alias.words for alias in find_aliases("North Korean troops left Kursk, the NIS said.")]
    ['North Korean', 'Kursk', 'NIS']
    """
    end = len(text) if end is None else end
    stretch = evened(text[start:end])
    found: list[Alias] = []
    last = 0
    for first, stop in _longest_first(stretch):
        if first >= last:
            last = stop
            found.append(_alias(stretch, first, stop, start))
    return tuple(found)


def evened(text: str) -> str:
    """A text with straight apostrophes and single spaces of one sort, as long as it was."""
    for sign, plain in _EVEN:
        text = text.replace(sign, plain)
    return text


_EVEN = (("\u2019", "'"), ("\u00a0", " "), ("\n", " "), ("\t", " "), ("\r", " "))
"""Replaced one by one, which is several times as fast as `str.translate`."""


@cache
def _automaton() -> "AhoCorasick":
    from ahocorasick_rs import AhoCorasick  # noqa: PLC0415 - slow import

    return AhoCorasick(_names())


@cache
def _names() -> list[str]:
    return list(dict.fromkeys((*country_uses(), *site_names(), *organisations_by_name())))


def _longest_first(stretch: str) -> list[tuple[int, int]]:
    matches = _automaton().find_matches_as_indexes(stretch, overlapping=True)
    edges = {(first, stop) for _, first, stop in matches if _at_edges(stretch, first, stop)}
    longest: dict[int, int] = {}
    for first, stop in edges:
        longest[first] = max(stop, longest.get(first, 0))
    return sorted(
        edge for edge in longest.items() if not _is_article_of_longer(stretch, edge, longest)
    )


def _is_article_of_longer(stretch: str, edge: tuple[int, int], longest: dict[int, int]) -> bool:
    """Whether "the North" is only the start of "the North Sea"."""
    first, stop = edge
    return stretch[first : first + 4].lower() == "the " and longest.get(first + 4, 0) > stop


def _at_edges(stretch: str, first: int, stop: int) -> bool:
    before = stretch[first - 1] if first else " "
    after = stretch[stop] if stop < len(stretch) else " "
    return not (before.isalnum() or after.isalnum() or before in "_@#")


def _alias(stretch: str, first: int, stop: int, start: int) -> Alias:
    words = stretch[first:stop]
    return Alias(
        start=start + first,
        end=start + stop,
        words=words,
        countries=country_uses().get(words, ()),
        sites=sites_named(words),
        organisations=organisations_by_name().get(words, ()),
    )
