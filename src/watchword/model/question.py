"""A question that actors may hold a position on: words of a person's own, or suggested ones."""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something to be for or against.

    Attributes:
        key: content key, of the words alone.
        words: the question as it is asked ("arms to countries at war").
        actor: whose position alone is wanted, as given; None: everybody's.
        suggested: whether it is what is talked of that asks it, and nobody's own words.
        positions: keys of the positions that suggest it; empty for own words.
    """

    key: str
    words: str
    actor: str | None = None
    suggested: bool = False
    positions: tuple[str, ...] = ()


def question_key(words: str) -> str:
    """Content key of a question: the same for the same words in any case and spacing."""
    return sha256(f"question|{' '.join(words.casefold().split())}".encode()).hexdigest()[:16]
