"""Reads bare numerals: digits, number words, vague words and shares, without their qualifiers.

Each place of the text is looked at a bounded number of times, so the time is linear in the
length of the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from watchword.text.number_words import (
    COUPLE,
    CURRENCIES,
    DOLLARS,
    FEW,
    GLUED_SCALES,
    HANDFUL,
    MONEY_SCALES,
    MULTIPLIERS,
    ONES,
    PARTS,
    PLURAL_SCALES,
    PLURALS,
    SCALES,
    TEENS,
    TENS,
)

LONGEST_DIGITS = 15
"""More digits than this are an identifier: no double holds every such integer."""


class Kind(StrEnum):
    """What a lexeme is."""

    ADDRESS = "address"
    CODE = "code"
    """A name with a digit in it: "KN-23", "G7"."""
    DIGITS = "digits"
    WORD = "word"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Lexeme:
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


@dataclass(frozen=True, slots=True)
class Numeral:
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


_LEXEME = re.compile(
    r"""
    (?P<address>(?:https?://|www\.)\S+)
  | (?P<code>[^\W\d_]++[-\u2011]?[0-9]\w*+(?:[-\u2011]\w++)*+)
  | (?P<digits>
        [0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]++)?
      | [0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])
      | [0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3})+(?![0-9])
      | [0-9]++(?:\.[0-9]++)*+ )
  | (?P<word>[^\W\d_]++(?:['\u2019][^\W\d_]++)*+)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_COUNTABLE_AFTER = re.compile(
    r"\s(?:\w[\w-]{0,30}\s){0,4}(?:troops|soldiers|people|men|personnel|fighters|containers|"
    r"missiles|shells|tanks|drones|vehicles|civilians|officers|servicemen|refugees)\b"
)
_MONTH_BEFORE = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s{1,2}\Z", re.IGNORECASE
)


def read_lexemes(text: str, start: int, end: int) -> list[Lexeme]:
    """Cut a stretch of text into words, digits and marks."""
    lexemes = []
    for match in _LEXEME.finditer(text, start, end):
        word = match.group()
        kind = Kind(match.lastgroup or "mark")
        lexemes.append(Lexeme(kind, word, word.lower(), match.start(), match.end()))
    return lexemes


def each_numeral(text: str, lexemes: Sequence[Lexeme]) -> Iterator[Numeral]:
    """Yield the numerals among the lexemes, in order, none overlapping another."""
    index = 0
    while index < len(lexemes):
        numeral = _read_numeral(text, lexemes, index)
        if numeral is None:
            index += 1
        else:
            yield numeral
            index = numeral.last


def word_at(lexemes: Sequence[Lexeme], index: int) -> str:
    """Lower-case text of a lexeme, empty outside the sentence."""
    return lexemes[index].low if 0 <= index < len(lexemes) else ""


def is_glued(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether a lexeme touches the one before it."""
    return 0 < index < len(lexemes) and lexemes[index].start == lexemes[index - 1].end


def _read_numeral(text: str, lexemes: Sequence[Lexeme], index: int) -> Numeral | None:
    kind = lexemes[index].kind
    if kind is Kind.DIGITS:
        return _read_digits(text, lexemes, index)
    if kind is Kind.MARK:
        return _read_money(text, lexemes, index)
    if kind is Kind.WORD:
        return (
            _read_share(lexemes, index)
            or _read_vague(lexemes, index)
            or _read_words(lexemes, index)
        )
    return None


def _read_money(text: str, lexemes: Sequence[Lexeme], index: int) -> Numeral | None:
    currency = CURRENCIES.get(lexemes[index].text)
    following = index + 1
    if currency is None or following >= len(lexemes) or lexemes[following].kind is not Kind.DIGITS:
        return None
    amount = _read_digits(text, lexemes, following)
    if amount is None:
        return None
    first = index
    if lexemes[index].text == "$" and is_glued(lexemes, index):
        letters = word_at(lexemes, index - 1)
        currency = DOLLARS.get(letters, currency)
        first -= letters in {*DOLLARS, "us"}
    if amount.scale == 1.0 and is_glued(lexemes, amount.last):
        amount = _multiply(amount, MONEY_SCALES.get(word_at(lexemes, amount.last)))
    return replace(amount, first=first, currency=currency, form=Form.DIGITS)


def _multiply(numeral: Numeral, scale: float | None) -> Numeral:
    if scale is None or numeral.best is None:
        return numeral
    value = numeral.best * scale
    return replace(
        numeral, last=numeral.last + 1, low=value, best=value, high=value, scale=scale,
        form=Form.DIGITS,
    )  # fmt: skip


def _read_digits(text: str, lexemes: Sequence[Lexeme], index: int) -> Numeral | None:
    last = _end_of_groups(text, lexemes, index)
    written = "".join(lexeme.text for lexeme in lexemes[index:last])
    value = _value_of(written, text, lexemes[last - 1].end)
    if value is None:
        return None
    bare = written.isdecimal() and last == index + 1
    form = Form.BARE if bare else Form.DIGITS
    numeral = Numeral(index, last, value, value, value, form)
    if is_glued(lexemes, last):
        numeral = _multiply(numeral, GLUED_SCALES.get(word_at(lexemes, last)))
    return _with_scales(lexemes, numeral)


def _end_of_groups(text: str, lexemes: Sequence[Lexeme], index: int) -> int:
    """Index after the groups of "1 500 000", joined by plain spaces."""
    last = index + 1
    before = text[max(0, lexemes[index].start - 14) : lexemes[index].start]
    if len(lexemes[index].text) > 3 or not lexemes[index].text.isdecimal():
        return last
    if lexemes[index].text.startswith("0") or _MONTH_BEFORE.search(before):
        return last
    while last - index < LONGEST_DIGITS // 3 and _is_group(text, lexemes, last):
        last += 1
    return last


def _is_group(text: str, lexemes: Sequence[Lexeme], index: int) -> bool:
    if index >= len(lexemes) or lexemes[index].kind is not Kind.DIGITS:
        return False
    group = lexemes[index]
    if len(group.text) != 3 or not group.text.isdecimal():
        return False
    calibre = word_at(lexemes, index + 1) == "mm" or word_at(lexemes, index + 2) == "mm"
    return text[lexemes[index - 1].end : group.start] == " " and not calibre


def _value_of(written: str, text: str, end: int) -> float | None:
    digits = re.sub(r"[,\s]", "", written)
    whole, *groups = digits.split(".")
    if len(digits) > LONGEST_DIGITS:
        return None
    thousands = bool(groups) and whole != "0" and all(len(group) == 3 for group in groups)
    if thousands and (len(groups) > 1 or _COUNTABLE_AFTER.match(text, end)):
        return float(whole + "".join(groups))
    return float(digits) if len(groups) <= 1 else None


def _with_scales(lexemes: Sequence[Lexeme], numeral: Numeral) -> Numeral:
    for _ in SCALES:
        index = _past_hyphen(lexemes, numeral.last)
        scale = MULTIPLIERS.get(word_at(lexemes, index))
        if scale is None:
            break
        numeral = _multiply(replace(numeral, last=index), scale)
    return numeral


def _past_hyphen(lexemes: Sequence[Lexeme], index: int) -> int:
    """Index of the next lexeme, over a hyphen that touches both sides."""
    hyphen = word_at(lexemes, index) in {"-", "\u2011"} and is_glued(lexemes, index)
    return index + 1 if hyphen and is_glued(lexemes, index + 1) else index


def _read_share(lexemes: Sequence[Lexeme], index: int) -> Numeral | None:
    word = lexemes[index].low
    if word == "half" and word_at(lexemes, index + 1) in {"of", "the", "its", "their", "his"}:
        plain = word_at(lexemes, index - 1) not in {"first", "second", "other", "latter"}
        return Numeral(index, index + 1, 0.5, 0.5, 0.5, Form.SHARE) if plain else None
    above = 1 if word in {"a", "one"} else ONES.get(word, 0)
    following = _past_hyphen(lexemes, index + 1)
    part = word_at(lexemes, following)
    if above == 0 or part not in PARTS:
        return None
    said_of = word_at(lexemes, following + 1) == "of"
    if not said_of and not (above > 1 and part.endswith("s")):
        return None
    value = above / PARTS[part]
    return Numeral(index, following + 1, value, value, value, Form.SHARE)


def _read_vague(lexemes: Sequence[Lexeme], index: int) -> Numeral | None:
    word = lexemes[index].low
    if word in PLURALS:
        return _read_plural(lexemes, index)
    bounds, last = _few(lexemes, index)
    if bounds is None:
        return None
    bracket = word_at(lexemes, last) == "[" and word_at(lexemes, last + 2) == "]"
    scale = MULTIPLIERS.get(word_at(lexemes, _past_hyphen(lexemes, last + bracket)))
    if scale is None:
        bare_few = word == "few"
        return None if bare_few else Numeral(index, last, bounds[0], None, bounds[1], Form.VAGUE)
    last = _past_hyphen(lexemes, last + bracket) + 1
    low, high = bounds[0] * scale, (bounds[1] + 1) * scale - 1
    further = SCALES.get(word_at(lexemes, last), 1.0)
    last += (further > 1.0) + bracket
    return Numeral(index, last, low * further, None, high * further, Form.VAGUE, scale * further)


def _few(lexemes: Sequence[Lexeme], index: int) -> tuple[tuple[float, float] | None, int]:
    """Bounds of "several", "a few", "a couple of", "a handful of", and where they end."""
    word, following = lexemes[index].low, word_at(lexemes, index + 1)
    if word in {"several", "few"}:
        return FEW, index + 1
    if word != "a":
        return None, index
    if following == "few":
        return FEW, index + 2
    if following == "couple":
        scaled = word_at(lexemes, index + 2) == "of" and word_at(lexemes, index + 3) in MULTIPLIERS
        return COUPLE, index + 2 + scaled
    return (HANDFUL, index + 2) if following == "handful" else (None, index)


def _read_plural(lexemes: Sequence[Lexeme], index: int) -> Numeral | None:
    low, high = PLURALS[lexemes[index].low]
    if word_at(lexemes, index + 1) != "of" or word_at(lexemes, index + 2) not in PLURAL_SCALES:
        return Numeral(index, index + 1, low, None, high, Form.VAGUE)
    scale = PLURAL_SCALES[word_at(lexemes, index + 2)]
    high = (high + 1) * scale - 1
    return Numeral(index, index + 3, low * scale, None, high, Form.VAGUE, scale)


def _read_words(lexemes: Sequence[Lexeme], index: int) -> Numeral | None:
    value, last = _opening(lexemes, index)
    if last == index:
        return None
    total, scale = 0.0, 1.0
    for _ in range(8):
        following = _past_hyphen(lexemes, last)
        step = MULTIPLIERS.get(word_at(lexemes, following))
        if step is None:
            break
        scale, last = step, following + 1
        value *= step
        if step > 100.0:
            total, value = total + value, 0.0
        rest, last = _rest(lexemes, last, step)
        value += rest
    total += value
    return Numeral(index, last, total, total, total, Form.WORDS, scale)


def _opening(lexemes: Sequence[Lexeme], index: int) -> tuple[float, int]:
    """Value and end of what a number in words may start with."""
    word, following = lexemes[index].low, word_at(lexemes, index + 1)
    if word in {"a", "an"} and following in MULTIPLIERS:
        return 1.0, index + 1
    if word == "half":
        skipped = index + 2 if following in {"a", "an"} else _past_hyphen(lexemes, index + 1)
        return (0.5, skipped) if word_at(lexemes, skipped) in MULTIPLIERS else (0.0, index)
    value, last = _below_hundred(lexemes, index)
    tail = [word_at(lexemes, last + step) for step in range(3)]
    if last > index and tail == ["and", "a", "half"]:
        return value + 0.5, last + 3
    return value, last


def _below_hundred(lexemes: Sequence[Lexeme], index: int) -> tuple[float, int]:
    word = word_at(lexemes, index)
    if word in TENS:
        following = _past_hyphen(lexemes, index + 1)
        ones = ONES.get(word_at(lexemes, following), 0)
        return (TENS[word] + ones, following + 1) if ones else (TENS[word], index + 1)
    value = TEENS.get(word, ONES.get(word))
    return (0.0, index) if value is None else (value, index + 1)


def _rest(lexemes: Sequence[Lexeme], index: int, step: float) -> tuple[float, int]:
    """What follows a scale word: "(two hundred) and fifty", "(a million) and a half"."""
    joined = word_at(lexemes, index) == "and"
    tail = [word_at(lexemes, index + place) for place in range(3)]
    if tail == ["and", "a", "half"]:
        return step / 2, index + 3
    if step == MULTIPLIERS["dozen"]:
        return 0.0, index
    value, last = _below_hundred(lexemes, index + joined)
    scaled = joined and MULTIPLIERS.get(word_at(lexemes, last), step) < step
    if value == 0.0 or (scaled and word_at(lexemes, last) != "hundred"):
        return 0.0, index
    return value, last
