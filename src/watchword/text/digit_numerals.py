"""Reads numerals in digits: groups, scales, fractions, signs and money."""

import re
from collections.abc import Sequence

from watchword.text.currencies import CODES, DOLLARS, SIGNS
from watchword.text.lexemes import (
    HYPHENS,
    Form,
    Kind,
    Lexeme,
    Numeral,
    is_glued,
    past_hyphen,
    word_at,
)
from watchword.text.lexicon import lexicon
from watchword.text.measures import MEASURES
from watchword.text.number_words import (
    GLUED_SCALES,
    MONEY_SCALES,
    MULTIPLIERS,
    SCALES,
    VULGAR,
)
from watchword.text.units import COUNTED_NOUNS

LONGEST_DIGITS = 15
"""More digits than this are an identifier: no double holds every such integer."""

_COUNTABLE_AFTER = re.compile(
    r"\s(?:\w[\w-]{0,30}\s){0,4}(?:troops|soldiers|people|men|personnel|fighters|containers|"
    r"missiles|shells|tanks|drones|vehicles|civilians|officers|servicemen|refugees)\b"
)
_MONTH_BEFORE = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s{1,2}\Z", re.IGNORECASE
)
_DENOMINATORS = {2, 3, 4, 5, 8, 10, 16}
_MINUS = frozenset({"-", "\u2212", "\u2013"})
_DIMENSIONS = lexicon("tall long wide high deep away above below from north south east west off")
_LINKS = lexicon("in on at to from for with by as is are was were has have had that which who")
_WEIGHTS = frozenset({"tons", "barrels", "liters", "pounds", "kilograms", "hectares", "acres"})


def read_digits(text: str, lexemes: Sequence[Lexeme], index: int) -> Numeral | None:
    """Read the numeral that starts at a run of digits, its scale included."""
    numeral = _read_fraction(lexemes, index)
    if numeral is not None:
        return numeral
    last = _end_of_groups(text, lexemes, index)
    written = "".join(lexeme.text for lexeme in lexemes[index:last])
    value = _value_of(written, text, lexemes[last - 1].end)
    if value is None:
        return None
    bare = written.isdecimal() and last == index + 1
    numeral = Numeral(index, last, value, value, value, Form.BARE if bare else Form.DIGITS)
    return with_scales(lexemes, _with_letters(lexemes, _with_vulgar(lexemes, numeral)))


def read_signed(text: str, lexemes: Sequence[Lexeme], index: int) -> Numeral | None:
    """Read "-1.3%" and "minus 20": a sign that touches digits and no word before it."""
    following = index + 1
    worded = lexemes[index].low == "minus"
    if worded:
        following += word_at(lexemes, following) in HYPHENS
    elif lexemes[index].text not in _MINUS or is_glued(lexemes, index):
        return None
    if following >= len(lexemes) or lexemes[following].kind is not Kind.DIGITS:
        return None
    if not worded and not is_glued(lexemes, following):
        return None
    numeral = read_digits(text, lexemes, following)
    if numeral is None or numeral.best is None:
        return None
    if not worded and _follows_number(lexemes, index) and word_at(lexemes, numeral.last) != "%":
        return None
    value = -numeral.best
    return numeral._replace(first=index, low=value, best=value, high=value, form=Form.DIGITS)


def read_money(text: str, lexemes: Sequence[Lexeme], index: int) -> Numeral | None:
    """Read an amount after a currency sign or code: "US$2bn", "$US5m", "Rs 500 crore"."""
    currency, following = _currency_at(lexemes, index)
    if not currency or following >= len(lexemes) or lexemes[following].kind is not Kind.DIGITS:
        return None
    amount = read_digits(text, lexemes, following)
    if amount is None:
        return None
    first = index
    if lexemes[index].text == "$":
        letters = word_at(lexemes, index - 1)
        apart = letters not in {"a", "j", "r"} and lexemes[index - 1].text.isupper()
        if index > 0 and letters in DOLLARS and (is_glued(lexemes, index) or apart):
            currency, first = DOLLARS[letters], index - 1
    if amount.scale == 1.0:
        amount = multiply(amount, MONEY_SCALES.get(word_at(lexemes, amount.last)))
    return amount._replace(first=first, currency=currency, form=Form.DIGITS)


def with_scales(lexemes: Sequence[Lexeme], numeral: Numeral) -> Numeral:
    """The numeral multiplied by the scale words after it."""
    for _ in SCALES:
        index = past_hyphen(lexemes, numeral.last)
        scale = MULTIPLIERS.get(word_at(lexemes, index))
        if scale is None:
            break
        numeral = multiply(numeral._replace(last=index), scale)
    return numeral


def multiply(numeral: Numeral, scale: float | None) -> Numeral:
    """The numeral taken so many times, with the lexeme that says so."""
    if scale is None or numeral.best is None:
        return numeral
    value = round(numeral.best * scale, 6)
    last, form = numeral.last + 1, Form.DIGITS
    return numeral._replace(last=last, low=value, best=value, high=value, scale=scale, form=form)


def _read_fraction(lexemes: Sequence[Lexeme], index: int) -> Numeral | None:
    """Read "1/2" and "3/4", but no date, no "9/11" and no "24/7"."""
    slash, below = word_at(lexemes, index + 1), word_at(lexemes, index + 2)
    above = lexemes[index].text
    if slash != "/" or not (above.isdecimal() and below.isdecimal()):
        return None
    glued = is_glued(lexemes, index + 1) and is_glued(lexemes, index + 2)
    chained = is_glued(lexemes, index + 3) or word_at(lexemes, index - 1) == "/"
    proper = len(below) < 3 and int(below) in _DENOMINATORS and 0 < int(above) < int(below)
    if chained or not (glued and proper) or not word_at(lexemes, index + 3).isalpha():
        return None
    value = int(above) / int(below)
    form = Form.SHARE if word_at(lexemes, index + 3) == "of" else Form.DIGITS
    return Numeral(index, index + 3, value, value, value, form)


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


def _with_vulgar(lexemes: Sequence[Lexeme], numeral: Numeral) -> Numeral:
    """Read "2½"."""
    part = VULGAR.get(word_at(lexemes, numeral.last))
    if part is None or numeral.best is None or not is_glued(lexemes, numeral.last):
        return numeral
    value = numeral.best + part
    last, form = numeral.last + 1, Form.DIGITS
    return numeral._replace(last=last, low=value, best=value, high=value, form=form)


def _with_letters(lexemes: Sequence[Lexeme], numeral: Numeral) -> Numeral:
    """The numeral with the scale written against it: "10K", "7bn", "12m people", "8 B people"."""
    last = numeral.last
    letters = word_at(lexemes, last)
    if not is_glued(lexemes, last):
        spaced = letters in {"m", "b"} and lexemes[last].text.isupper()
        counted = last + 1 < len(lexemes) and lexemes[last + 1].text.islower()
        return multiply(numeral, MONEY_SCALES[letters]) if spaced and counted else numeral
    if letters == "m" and _counts_millions(lexemes, last + 1, numeral.high):
        return multiply(numeral, 1e6)
    return multiply(numeral, GLUED_SCALES.get(letters))


def _counts_millions(lexemes: Sequence[Lexeme], index: int, value: float) -> bool:
    """Whether what follows "12m" is counted, so that it is no length."""
    words = [word_at(lexemes, place) for place in range(index, index + 5)]
    if MEASURES.get(words[0]) in _WEIGHTS or (words[0] == "of" and words[1] in {"its", "their"}):
        return True
    if words[0] in _DIMENSIONS:
        return False
    for word in words:
        plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
        if word in COUNTED_NOUNS or (plural and value % 1):
            return True
        if not word.isalpha() or word in _LINKS:
            return False
    return False


def _follows_number(lexemes: Sequence[Lexeme], index: int) -> bool:
    return index > 0 and lexemes[index - 1].kind is Kind.DIGITS


def _currency_at(lexemes: Sequence[Lexeme], index: int) -> tuple[str, int]:
    """The currency that a lexeme names, and the index after its words."""
    written = lexemes[index].text
    if written in CODES:
        return CODES[written], index + 1 + (word_at(lexemes, index + 1) == ".")
    currency = SIGNS.get(written, "")
    letters = word_at(lexemes, index + 1)
    if written == "$" and letters in DOLLARS and is_glued(lexemes, index + 1):
        return DOLLARS[letters], index + 2
    return currency, index + 1
