"""Claims put together that say the same thing, without comparing every claim with every other.

Each claim is compared only with the bundles that share a figure, a deed or a rare word with it,
at most `CANDIDATES` of them, so the work grows with the number of claims and not its square.
"""

from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from watchword.relate.gist import Gist, weigh_words
from watchword.relate.kinds import Amount
from watchword.relate.sameness import is_same_thing

CANDIDATES = 16
"""Bundles that a claim is compared with, at most."""

EXEMPLARS = 4
"""Claims of a bundle that a claim is compared with, at most."""

_RARE_WORDS = 6
_POSTINGS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Claims that say the same thing.

    Attributes:
        gists: its claims in the order given, one at least.
    """

    gists: list[Gist]

    @property
    def amount(self) -> Amount | None:
        """The quantity that all of them give, None where they give none."""
        return self.gists[0].amount

    def accepts(self, gist: Gist, weights: Mapping[str, float]) -> bool:
        """Whether a claim says what this bundle says."""
        return any(is_same_thing(gist, known, weights) for known in self.exemplars())

    def exemplars(self) -> list[Gist]:
        """The claims that stand for it in comparisons."""
        return self.gists[:EXEMPLARS]


class Shelf:
    """An index of gists by what they share: figures, deeds with their actor, rare words."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._places: dict[tuple[object, ...], deque[int]] = {}

    def put(self, gist: Gist, number: int) -> None:
        """File a number (of a bundle, of a claim) under a gist."""
        for key in self._keys(gist):
            places = self._places.setdefault(key, deque(maxlen=_POSTINGS))
            if number not in places:
                places.append(number)

    def near(self, gist: Gist, limit: int = CANDIDATES) -> list[int]:
        """Numbers filed under most of what a gist has, most first, newest first among equals."""
        votes: Counter[int] = Counter()
        for key in self._keys(gist):
            votes.update(self._places.get(key, ()))
        ranked = nlargest(limit, ((count, number) for number, count in votes.items()))
        return [number for _, number in ranked]

    def _keys(self, gist: Gist) -> Iterator[tuple[object, ...]]:
        rank = {word: self._weights.get(word, 1.0) for word in gist.words}
        rare = sorted(gist.words, key=lambda word: (-rank[word], word))[:_RARE_WORDS]
        yield from (("word", word) for word in rare)
        if gist.amount is not None:
            yield ("amount", gist.amount)
        if gist.deed is not None:
            yield from (("deed", gist.deed, gist.mood, word) for word in sorted(gist.actor))


def bundle_claims(
    gists: Sequence[Gist],
    on_compare: Callable[[], None] | None = None,
) -> tuple[Bundle, ...]:
    """Put claims together that say the same thing.

    Args:
        gists: claims in a settled order; the first of a bundle decides what it says.
        on_compare: called once for each bundle a claim is compared with.
    """
    weights = weigh_words(gists)
    shelf = Shelf(weights)
    bundles: list[Bundle] = []
    for gist in gists:
        number = _home(gist, shelf, bundles, weights, on_compare or _ignore)
        if number is None:
            number = len(bundles)
            bundles.append(Bundle(gists=[]))
        bundles[number].gists.append(gist)
        shelf.put(gist, number)
    return tuple(bundles)


def _home(
    gist: Gist,
    shelf: Shelf,
    bundles: Sequence[Bundle],
    weights: Mapping[str, float],
    on_compare: Callable[[], None],
) -> int | None:
    for number in shelf.near(gist):
        on_compare()
        if bundles[number].accepts(gist, weights):
            return number
    return None


def _ignore() -> None:
    return
