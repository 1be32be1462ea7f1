"""Reads bare numerals: digits, number words, vague words and shares, without their qualifiers.

Each place of the text is looked at a bounded number of times, so the time is linear in the
length of the text.
"""

from collections.abc import Iterator, Sequence

from watchword.text.currencies import CODES
from watchword.text.digit_numerals import read_digits, read_money, read_signed
from watchword.text.lexemes import Form, Kind, Lexeme, Numeral, word_at
from watchword.text.number_words import OPENERS, VULGAR
from watchword.text.word_numerals import read_share, read_vague, read_words


def each_numeral(text: str, lexemes: Sequence[Lexeme]) -> Iterator[Numeral]:
    """Yield the numerals among the lexemes, in order, none overlapping another."""
    index = 0
    while index < len(lexemes):
        numeral = _read_numeral(text, lexemes, index) if _may_open(lexemes[index]) else None
        if numeral is None:
            index += 1
        else:
            yield numeral
            index = numeral.last


def _may_open(lexeme: Lexeme) -> bool:
    """Whether a numeral may begin here: with most words none does."""
    return lexeme.kind is not Kind.WORD or lexeme.low in OPENERS or lexeme.text in CODES


def _read_numeral(text: str, lexemes: Sequence[Lexeme], index: int) -> Numeral | None:
    kind = lexemes[index].kind
    if kind is Kind.DIGITS:
        return read_digits(text, lexemes, index)
    if kind is Kind.MARK:
        return (
            read_money(text, lexemes, index)
            or read_signed(text, lexemes, index)
            or _read_vulgar(lexemes, index)
        )
    if kind is Kind.WORD:
        return _read_word(text, lexemes, index)
    return None


def _read_word(text: str, lexemes: Sequence[Lexeme], index: int) -> Numeral | None:
    lexeme = lexemes[index]
    if lexeme.text in CODES:
        return read_money(text, lexemes, index)
    if lexeme.low == "minus":
        return read_signed(text, lexemes, index)
    return read_share(lexemes, index) or read_vague(lexemes, index) or read_words(lexemes, index)


def _read_vulgar(lexemes: Sequence[Lexeme], index: int) -> Numeral | None:
    """Read a fraction that is one sign: "½"."""
    value = VULGAR.get(lexemes[index].text)
    if value is None:
        return None
    form = Form.SHARE if word_at(lexemes, index + 1) == "of" else Form.DIGITS
    return Numeral(index, index + 1, value, value, value, form)
