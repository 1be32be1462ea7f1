"""What is asked of each claim: its whole pages, or the sentences that people named.

The second follows the authors of WiCE, whose published scores have what people named, filled up to
256 words with what stands around it, and take the best of at most three such pieces. A claim that
nobody found supported has pieces of its pages instead. They fill up by lot, and take what people
named for others by lot; here it is the nearest sentences, and pieces spread evenly.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watchword.ledger.corpora.wice import Borne, CitedClaim

WORDS, PIECES = 256, 3
"""Words of a piece, and pieces of a claim, at most; as the authors have them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedClaim:
    """A claim and what may bear it out.

    Attributes:
        claim: the sentence.
        pieces: sentences, piece by piece; the best piece counts.
        is_borne: whether people found it supported; partially is not enough.
    """

    claim: str
    pieces: tuple[tuple[str, ...], ...]
    is_borne: bool


def ask_pages(cited: CitedClaim) -> AskedClaim:
    """Ask of the whole pages."""
    return AskedClaim(
        claim=cited.claim, pieces=(cited.evidence,), is_borne=cited.borne is Borne.SUPPORTED
    )


def ask_named(cited: CitedClaim) -> AskedClaim:
    """Ask of what people named, or where they named nothing that supports it, of pieces."""
    lengths = [len(each.split()) for each in cited.evidence]
    if cited.borne is Borne.NOT:
        step = max(1, len(cited.evidence) // PIECES)
        named: Sequence[Sequence[int]] = [(place,) for place in range(0, len(cited.evidence), step)]
    else:
        named = cited.named
    chosen = [tuple(sorted(_filled_up(places, lengths))) for places in named if places]
    return AskedClaim(
        claim=cited.claim,
        pieces=tuple(
            tuple(cited.evidence[place] for place in places)
            for places in list(dict.fromkeys(chosen))[:PIECES]
        ),
        is_borne=cited.borne is Borne.SUPPORTED,
    )


def _filled_up(places: Sequence[int], lengths: Sequence[int]) -> Iterator[int]:
    """Places, then those nearest to any of them, as long as there is room."""
    rest = [place for place in range(len(lengths)) if place not in set(places)]
    near = sorted(rest, key=lambda place: (min(abs(place - at) for at in places), place))
    room = WORDS
    for place in (*places, *near):
        room -= lengths[place]
        if room < 0 and place not in set(places[:1]):
            return
        yield place
