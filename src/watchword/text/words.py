"""A sentence into words and marks, the way treebanks cut them.

Invariant: the pieces are in order, do not overlap, and leave out only white space.
"""

import re
from collections.abc import Iterator
from itertools import starmap

from watchword.model.maker import maker_of
from watchword.model.reading import Word

_CLITIC = r"(?:'|\u2019)(?:s|S|d|D|m|M|ll|LL|re|RE|ve|VE)\b"
_PIECE = re.compile(
    rf"""
    [A-Za-z]++(?=[\s,;!?)])
    | [,;:!?()\[\]"]
    | (?:https?://|www\.)[^\s<>()]+
    | [\w.+-]+@[\w-]+\.[\w.-]+
    | (?:[A-Za-z]\.){{2,}}
    | (?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Sen|Rep|Gov|Prof|St|Jr|Sr|vs|No|
        Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|est)\.(?=\s)
    | {_CLITIC}
    | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|k|K|m|M|bn|mm|km|%)?(?:-\w+)*
    | \w+?(?=n(?:'|\u2019)t\b)
    | n(?:'|\u2019)t\b
    | \w+(?:[-\u2010\u2011]\w+)*(?:(?:'|\u2019)(?!(?:s|d|m|ll|re|ve)\b)\w+)*
    | ''|``
    | \.\.\.|\u2026|--+
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The first two find nothing that the others would cut otherwise: they are most of any text, and
take half the time."""


def find_words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Cut a stretch of text into words and marks.

    Contractions are cut as in the Penn Treebank; hyphenated words stay whole.

    >>> [word.text for word in find_words("Seoul's 15-hundred troops didn't go.")]
    ['Seoul', "'s", '15-hundred', 'troops', 'did', "n't", 'go', '.']
    """
    stop = len(text) if end is None else end
    return tuple(starmap(maker_of(Word), _each_piece(text, start, stop)))


def _each_piece(text: str, start: int, stop: int) -> Iterator[tuple[str, int, int]]:
    """Each piece with its place: the next that is like it, as only white space lies between."""
    end = start
    for piece in _PIECE.findall(text, start, stop):
        begin = text.index(piece, end)
        end = begin + len(piece)
        yield piece, begin, end
