"""Cuts a text into words, runs of digits and marks, and says what a numeral made of them is."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from watchword.text.currencies import CODES


class Kind(StrEnum):
    """What a lexeme is."""

    ADDRESS = "address"
    CODE = "code"
    """A name with a digit in it: "KN-23", "G7"."""
    DIGITS = "digits"
    WORD = "word"
    MARK = "mark"


class Lexeme(NamedTuple):
    """A word, a run of digits or a mark.

    Attributes:
        kind: which of them.
        text: as written.
        low: in lower case.
        start: first character in the text.
        end: the character after the last one.
    """

    kind: Kind
    text: str
    low: str
    start: int
    end: int


class Form(StrEnum):
    """How a numeral is written."""

    BARE = "bare"
    """Digits alone, without separators: it may be a year, a day, a calibre."""
    DIGITS = "digits"
    """Digits with separators, a fraction, a scale or a currency sign."""
    WORDS = "words"
    VAGUE = "vague"
    SHARE = "share"


class Numeral(NamedTuple):
    """A value as written.

    Attributes:
        first: index of the first lexeme.
        last: index after the last lexeme.
        low: lowest value.
        best: the value, None where it is vague.
        high: highest value.
        form: how it is written.
        scale: what the last scale word multiplied by, 1 without one.
        currency: the unit a currency sign names, else empty.
    """

    first: int
    last: int
    low: float
    best: float | None
    high: float
    form: Form
    scale: float = 1.0
    currency: str = ""


HYPHENS = frozenset({"-", "\u2010", "\u2011"})
DASHES = frozenset({*HYPHENS, "\u2013", "\u2014"})

_LEXEME = re.compile(
    rf"""
    (?P<address>(?:https?://|www\.)\S+)
  | (?P<currency>(?:{"|".join(sorted(CODES, key=len, reverse=True))})(?=[0-9])
      | (?<=\$)(?:US|A|AU|NZ|C|CA|HK|S)(?=[0-9]))
  | (?P<code>(?!(?:sub|minus|mid|pre|post|near)-[0-9])
        [^\W\d_]++[-\u2011]?[0-9]\w*+(?:[-\u2011]\w++)*+)
  | (?P<digits>
        [0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])(?:\.[0-9]++)?
      | [0-9]{{1,2}}(?:,[0-9]{{2}})+,[0-9]{{3}}(?![0-9])
      | [0-9]{{1,3}}(?:[\u00a0\u2009\u202f][0-9]{{3}})+(?![0-9])
      | [0-9]++(?:\.[0-9]++)*+ )
  | (?P<word>[^\W\d_]++(?:['\u2019][^\W\d_]++)*+)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)


_KINDS = {**{kind.value: kind for kind in Kind}, "currency": Kind.WORD}


def read_lexemes(text: str, start: int, end: int) -> list[Lexeme]:
    """Cut a stretch of text into words, digits and marks."""
    return [
        Lexeme(_KINDS[match.lastgroup or "mark"], word := match[0], word.lower(), *match.span())
        for match in _LEXEME.finditer(text, start, end)
    ]


def word_at(lexemes: Sequence[Lexeme], index: int) -> str:
    """Lower-case text of a lexeme, empty outside the sentence."""
    return lexemes[index].low if 0 <= index < len(lexemes) else ""


def is_glued(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether a lexeme touches the one before it."""
    return 0 < index < len(lexemes) and lexemes[index].start == lexemes[index - 1].end


def past_hyphen(lexemes: Sequence[Lexeme], index: int) -> int:
    """Index of the next lexeme, over a hyphen that touches both sides."""
    hyphen = word_at(lexemes, index) in {"-", "\u2011"} and is_glued(lexemes, index)
    return index + 1 if hyphen and is_glued(lexemes, index + 1) else index
