"""A sentence into words and marks, the way treebanks cut them.

Invariant: the pieces are in order, do not overlap, and leave out only white space.
"""

import re

from watchword.model.reading import Word

_CLITIC = r"(?:'|\u2019)(?:s|S|d|D|m|M|ll|LL|re|RE|ve|VE)\b"
_PIECE = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>()]+
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


def find_words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Cut a stretch of text into words and marks.

    Contractions are cut as in the Penn Treebank; hyphenated words stay whole.

    >>> [word.text for word in find_words("Seoul's 15-hundred troops didn't go.")]
    ['Seoul', "'s", '15-hundred', 'troops', 'did', "n't", 'go', '.']
    """
    stop = len(text) if end is None else end
    return tuple(
        Word(text=match.group(), start=match.start(), end=match.end())
        for match in _PIECE.finditer(text, start, stop)
    )
