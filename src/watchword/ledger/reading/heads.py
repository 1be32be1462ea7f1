"""The head words of a source, told from its words alone.

A source is labelled at different lengths: `the minister`, `Berg, the minister of trade`. Two
stretches name one source where they have a head word in common. In each part of a stretch, parted
by commas or by `and`, the head is the last word before the first preposition or relative word:
`Berg` and `minister` in the second example, and not `trade`, who says nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from watchword.ledger.corpora.sentence import Stretch
from watchword.ledger.names import tokens
from watchword.model.reading import Word
from watchword.text.lexicon import lexicon
from watchword.text.words import find_words

_PARTING = lexicon("and or but , ; : ( ) [ ] - -- \u2013 \u2014 /")
_CLOSING = lexicon(
    "of for from in at with on to by who whose whom which that as under near inside within behind "
    "against after before during over about through among including familiar speaking where when"
)
_POSSESSIVE = lexicon("'s \u2019s")
_PRONOUNS = lexicon("he she it they him her them i we you his their its who himself herself")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """Head words.

    Attributes:
        at: where they stand: first characters.
        names: the same words as names are compared; pronouns, which name nobody, left out.
    """

    at: frozenset[int]
    names: frozenset[str]

    def meet(self, other: "Heads") -> bool:
        """Whether a head word is the same word in the text, or the same name."""
        return bool(self.at & other.at or self.names & other.names)


def heads_in(text: str, pieces: Iterable[Stretch] = ()) -> Heads:
    """The head words of a stretch of a text, of the whole text where no stretch is given.

    >>> text = "Berg, the minister of trade,"
    >>> sorted(heads_in(text).names)
    ['berg', 'minister']
    """
    whole = tuple(pieces) or ((0, len(text)),)
    words = [word for start, end in whole for word in _each_head(find_words(text, start, end))]
    named = [word.text for word in words if word.text.lower() not in _PRONOUNS]
    return Heads(
        at=frozenset(word.start for word in words),
        names=frozenset(token for name in named for token in tokens(name)),
    )


def _each_head(words: Sequence[Word]) -> Iterator[Word]:
    head: Word | None = None
    is_closed = False
    for word in words:
        lower = word.text.lower()
        if lower in _PARTING:
            if head is not None:
                yield head
            head, is_closed = None, False
        elif lower in _CLOSING:
            is_closed = True
        elif not is_closed and lower not in _POSSESSIVE and any(map(str.isalnum, lower)):
            head = word
    if head is not None:
        yield head
