"""Which part of a corpus a text falls into, told by its content so that machines agree."""

import re
import unicodedata
from hashlib import sha256

from watchword.errors import UnreadableError


def share_of(content: str, shares: int) -> int:
    """Deal a text into one of some equal shares, by its SHA-256.

    >>> [share_of(letter, 5) for letter in "abc"]
    [4, 0, 3]
    """
    return int(sha256(content.encode()).hexdigest(), 16) % shares


def fold_text(text: str) -> str:
    """Reduce a text to what two copies of it share: its Latin letters and digits, small.

    >>> fold_text("The Minister's 2 visits.")
    'theministers2visits'
    """
    return re.sub("[^a-z0-9]", "", unicodedata.normalize("NFKD", text.lower()))


def check_split(split: str, known: tuple[str, ...], corpus: str) -> None:
    """Refuse a split that a corpus does not have.

    Raises:
        UnreadableError: if `split` is not among `known`.
    """
    if split not in known:
        message = f"there is no split named {split!r}"
        raise UnreadableError(message, key=corpus, mend=f"ask for {' or '.join(known)}")
