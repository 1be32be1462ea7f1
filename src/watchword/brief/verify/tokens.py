"""A sentence as the checks see it: words by stem, countries by code, numbers by value.

Everything is a function of the text alone and kept, so that a report's sentence that many
sentences of a brief stand on is read once.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from watchword.brief.verify.dates import Calendar, find_calendar, find_weekdays
from watchword.brief.verify.permitted import FUNCTION, MONTHS, SPEECH, TEMPLATE, WEEKDAYS
from watchword.brief.verify.stems import stem
from watchword.model.claim import MarkKind
from watchword.text.gazetteer import NameUse, country_uses
from watchword.text.hedges import find_marks
from watchword.text.number_roles import Role
from watchword.text.numbers import Number, find_numbers

LONGEST_NAME = 5
"""Words in the longest country name that is looked for."""


class Kind(StrEnum):
    """What a token is to the checks."""

    FUNCTION = "function"
    WORD = "word"
    NAME = "name"
    NUMBER = "number"
    DATE = "date"
    JOINT = "joint"
    """A comma, bracket or other mark that parts clauses."""
    OPEN = "open"
    """An opening square bracket, around words that stand for a pronoun."""
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, name or mark.

    Attributes:
        text: as written.
        key: what two tokens that mean the same share: a stem, "@KR", "#1500".
        kind: what it is to the checks.
        start: first character.
        end: the character after the last one.
        country: "@" and the country's code where it names one or stands for one, else empty.
    """

    text: str
    key: str
    kind: Kind
    start: int
    end: int
    country: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text, read.

    Attributes:
        text: the text.
        tokens: its tokens in order.
        numbers: its figures.
        dates: its calendar dates.
        weekdays: the weekdays it names, Monday as 0.
        marks: its hedges, negations and the like, as `(kind, start, end)`.
    """

    text: str
    tokens: tuple[Token, ...]
    numbers: tuple[Number, ...]
    dates: tuple[Calendar, ...]
    weekdays: frozenset[int]
    marks: tuple[tuple[MarkKind, int, int], ...]

    @property
    def keys(self) -> frozenset[str]:
        """The key of every token, and the country it stands for."""
        return frozenset(key for token in self.tokens for key in (token.key, token.country) if key)

    @property
    def lowered(self) -> frozenset[str]:
        """Every word in lower case, with straight apostrophes."""
        return frozenset(token.text.lower().replace("\u2019", "'") for token in self.tokens)


@lru_cache(maxsize=8192)
def read_wording(text: str) -> Wording:
    """Read a text once; the same text gives the same object."""
    dates = find_calendar(text)
    figures = tuple(
        number
        for number in find_numbers(text)
        if number.role not in _READ_AS_WORDS and not _touches(number.start, number.end, dates)
    )
    return Wording(
        text=text,
        tokens=tuple(_tokens(text, figures, dates)),
        numbers=figures,
        dates=dates,
        weekdays=find_weekdays(text),
        marks=find_marks(text, 0, len(text)),
    )


def content_keys(text: str) -> tuple[str, ...]:
    """The keys of the words of a text that carry meaning, in order."""
    carrying = {Kind.WORD, Kind.NAME, Kind.NUMBER}
    return tuple(token.key for token in read_wording(text).tokens if token.kind in carrying)


_READ_AS_WORDS = frozenset(
    {Role.PRONOUN, Role.NAME, Role.MODIFIER, Role.YEAR, Role.DAY, Role.REFERENCE, Role.CALIBRE}
)
_PIECE = re.compile(r"[^\W_]+(?:\.[^\W_]+)+\.?|[^\W_]+(?:['\u2019][^\W_]+)*|[^\w\s]|_")
_NOT_JOINTS = frozenset("-\u2010\u2011'\u2019\"\u201c\u201d\u2018/$€£%&.")


def _touches(start: int, end: int, dates: tuple[Calendar, ...]) -> bool:
    return any(start < date.end and date.start < end for date in dates)


def _tokens(text: str, numbers: tuple[Number, ...], dates: tuple[Calendar, ...]) -> list[Token]:
    fixed = {number.start: _number_token(text, number) for number in numbers}
    fixed.update(
        {date.start: Token(text[date.start : date.end], "&", Kind.DATE, date.start, date.end)
         for date in dates}
    )  # fmt: skip
    pieces = [match.span() for match in _PIECE.finditer(text)]
    tokens: list[Token] = []
    at = 0
    while at < len(pieces):
        token = fixed.get(pieces[at][0]) or _name_token(text, pieces, at)
        token = token or _word_token(text, *pieces[at], opens=not tokens)
        if token is not None:
            tokens.append(token)
        end = token.end if token else pieces[at][1]
        while at < len(pieces) and pieces[at][0] < end:
            at += 1
    return tokens


def _number_token(text: str, number: Number) -> Token:
    key = f"#{number.low}/{number.best}/{number.high}"
    return Token(text[number.start : number.end], key, Kind.NUMBER, number.start, number.end)


def _name_token(text: str, pieces: list[tuple[int, int]], at: int) -> Token | None:
    """A country, its adjective or its people, as one token; a capital stays a word."""
    start = pieces[at][0]
    if not text[start].isupper():
        return None
    for stop in range(min(at + LONGEST_NAME, len(pieces)), at, -1):
        words = text[start : pieces[stop - 1][1]]
        bare = words.removesuffix("'s").removesuffix("\u2019s")
        uses = country_uses().get(bare) or country_uses().get(f"{bare}.")
        if uses and uses[0][1] in {NameUse.NAME, NameUse.ADJECTIVE, NameUse.PEOPLE}:
            key = f"@{uses[0][0].code}"
            return Token(words, key, Kind.NAME, start, pieces[stop - 1][1], key)
    return None


def _word_token(text: str, start: int, end: int, *, opens: bool) -> Token | None:
    word = text[start:end]
    if not word[0].isalnum():
        return _mark_token(word, start, end)
    low = word.lower().replace("\u2019", "'").removesuffix("'s")
    if low in WEEKDAYS:
        return Token(word, low, Kind.WORD, start, end)
    if low in MONTHS and word[0].isupper() and low not in {"may", "march"}:
        return Token(word, low, Kind.WORD, start, end)
    if low in FUNCTION:
        return Token(word, low, Kind.FUNCTION, start, end)
    is_name = word[0].isupper() and not (opens and (low in SPEECH or low in TEMPLATE))
    kind = Kind.NAME if is_name else Kind.WORD
    uses = country_uses().get(word.removesuffix("'s").removesuffix("\u2019s"))
    country = f"@{uses[0][0].code}" if uses and is_name else ""
    return Token(word, stem(word), kind, start, end, country)


def _mark_token(mark: str, start: int, end: int) -> Token | None:
    if mark in {"[", "]"}:
        return Token(mark, mark, Kind.OPEN if mark == "[" else Kind.CLOSE, start, end)
    return None if mark in _NOT_JOINTS else Token(mark, mark, Kind.JOINT, start, end)
