"""Every known name in a text, found in one pass: countries, sites and organisations.

Invariant: what is found is in order, does not overlap, and begins and ends at a word's edge; of
two names that begin at one place the longer is taken.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

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


TEXTS_KEPT = 8
"""Texts whose names are kept, as a report is asked for them clause by clause."""


class Alias(NamedTuple):
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
    known = _known_in(text)
    if start == 0 and (end is None or end >= len(text)):
        return known.aliases
    return tuple(known.each_alias(start, len(text) if end is None else end))


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


class _Known:
    """The known names of a text, and the text evened.

    Each match has its first character, the one after its last, and whether a word begins and ends
    there with it.
    """

    def __init__(self, text: str) -> None:
        self.letters = evened(text)
        edges = _automaton().find_matches_as_indexes(self.letters, overlapping=True)
        self.matches = [
            (first, stop, _begins(self.letters, first), _ends(self.letters, stop))
            for _, first, stop in sorted(edges, key=itemgetter(1, 2))
        ]
        self.starts = [match[0] for match in self.matches]
        self.aliases = tuple(self.each_alias(0, len(text)))

    def each_alias(self, start: int, end: int) -> Iterator[Alias]:
        """The names between two places, as if the text began and ended there."""
        longest = self.longest(start, end)
        last = start
        for first, stop in longest.items():
            if first >= last and not self.is_article_of_longer(first, stop, longest):
                last = stop
                yield _alias(self.letters[first:stop], first, stop)

    def longest(self, start: int, end: int) -> dict[int, int]:
        """The end of the longest name that begins at each place, in order."""
        within = self.matches[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return {
            first: stop
            for first, stop, begins, ends in within
            if stop <= end and (begins or first == start) and (ends or stop == end)
        }

    def is_article_of_longer(self, first: int, stop: int, longest: dict[int, int]) -> bool:
        """Whether "the North" is only the start of "the North Sea"."""
        after = first + len("the ")
        return longest.get(after, 0) > stop and self.letters[first:after].lower() == "the "


@lru_cache(maxsize=TEXTS_KEPT)
def _known_in(text: str) -> _Known:
    return _Known(text)


def _begins(letters: str, first: int) -> bool:
    return first == 0 or not (letters[first - 1].isalnum() or letters[first - 1] in "_@#")


def _ends(letters: str, stop: int) -> bool:
    return not letters[stop : stop + 1].isalnum()


def _alias(words: str, first: int, stop: int) -> Alias:
    return Alias(
        start=first,
        end=stop,
        words=words,
        countries=country_uses().get(words, ()),
        sites=sites_named(words),
        organisations=organisations_by_name().get(words, ()),
    )
