"""Finds every number in an English text, with its bounds, its qualifier and what it does there.

Bounds follow the UCDP habit of low, best and high: an exact number gives all three; "about"
gives only the best; "at least" a floor (low and best, no high); "up to" a ceiling (high and
best, no low); a range gives low and high without a best, as do vague words ("dozens", see
`number_words`), which count as "about".
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from watchword.model.figure import Approx
from watchword.text.lexemes import (
    DASHES,
    Form,
    Lexeme,
    Numeral,
    is_glued,
    read_lexemes,
    word_at,
)
from watchword.text.measures import MEASURES
from watchword.text.number_roles import Place, Role, find_role
from watchword.text.number_words import TELLING, VULGAR
from watchword.text.numerals import each_numeral
from watchword.text.qualifiers import find_qualifiers


class Number(NamedTuple):
    """A number in a text.

    Attributes:
        start: first character of the words, the qualifier included.
        end: the character after the last one.
        words: the words ("at least 3,000", "40,000 to 80,000", "several dozen").
        low: lowest value the words allow, None where they set no floor.
        best: the value named, None for a range or a vague number.
        high: highest value the words allow, None where they set no ceiling.
        approx: the qualifier.
        role: what the number does; all but `COUNT` and `SHARE` are no figures.
        currency: the unit that a currency sign names, else empty.
    """

    start: int
    end: int
    words: str
    low: float | None
    best: float | None
    high: float | None
    approx: Approx
    role: Role = Role.COUNT
    currency: str = ""

    @property
    def is_figure(self) -> bool:
        """Whether it says how many or how much."""
        return self.role in {Role.COUNT, Role.SHARE}


LONGEST_GAP = 4
"""Words between the two ends of a range: "5 per cent to 10 per cent"."""


def find_numbers(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """Find the numbers in a stretch of text, in order, none overlapping another.

    Numbers that count nothing (years, ages, names) are among them, marked by their `role`.

    >>> [(n.words, n.low, n.best, n.high) for n in find_numbers("at least 3,000 of 40 to 50 men")]
    [('at least 3,000', 3000.0, 3000.0, None), ('40 to 50', 40.0, None, 50.0)]
    """
    stop = len(text) if end is None else end
    if not _may_have_number(text, start, stop):
        return []
    lexemes = read_lexemes(text, start, stop)
    numbers: list[Number] = []
    for opening, closing in _pair(lexemes, list(each_numeral(text, lexemes))):
        lower = numbers[-1].end if numbers else start
        number = _build(text, lexemes, (opening, closing), (lower, stop))
        goes_on = bool(numbers) and numbers[-1].role is Role.REFERENCE
        if goes_on and text[lower : number.start] == " ":
            number = number._replace(role=Role.REFERENCE)  # the groups of a telephone number
        numbers.append(number)
    return numbers


def _may_have_number(text: str, start: int, stop: int) -> bool:
    """Whether a stretch has what no numeral is without, so that most sentences need not be cut."""
    if _SIGN.search(text, start, stop):
        return True
    words = _LETTERS.findall(text[start:stop].lower())
    return not TELLING.isdisjoint(words) and _TELLING.search(text, start, stop) is not None


_SIGN = re.compile(rf"[0-9{''.join(VULGAR)}]")
_LETTERS = re.compile(r"[^\W\d_]+")
_TELLING = re.compile(rf"\b(?:{'|'.join(sorted(TELLING))})(?![^\W\d_])", re.IGNORECASE)
_RISING = re.compile(
    r"(?:r[io]se|gr[eo]wn?|fell|fall(?:en)?|risen|rising|falling|drop(?:ped)?|jump(?:ed)?|"
    r"increas(?:e|ed|ing)|decreas(?:e|ed|ing)|cut|declin(?:e|ed|ing)|rais(?:e|ed|ing)|went|"
    r"reduc(?:e|ed|ing)|expand(?:ed|ing)?|surg(?:e|ed)|up|down|swell(?:ed)?|doubled|chang(?:e|ed)|"
    r"climb(?:ed)?|slid|slip(?:ped)?|tumbl(?:e|ed)|plung(?:e|ed)|plummet(?:ed)?|shrank|shrunk|"
    r"slow(?:ed)?|eas(?:e|ed)|narrow(?:ed)?|widen(?:ed)?|lower(?:ed)?|tripled|trimmed|revised)"
)


_NEIGHBOURS = 1.5
"""Two numbers parted by "or" are the ends of one where the second is so many times the first:
"11,000 or 12,000". Set by hand."""


def _pair(lexemes: Sequence[Lexeme], numerals: list[Numeral]) -> list[tuple[Numeral, Numeral]]:
    """Join the two ends of each range; a number alone is paired with itself."""
    pairs: list[tuple[Numeral, Numeral]] = []
    index = 0
    while index < len(numerals):
        first = numerals[index]
        ends = _as_range(lexemes, first, numerals[index + 1]) if index + 1 < len(numerals) else None
        pairs.append(ends or (first, first))
        index += 2 if ends else 1
    return pairs


def _as_range(
    lexemes: Sequence[Lexeme], first: Numeral, second: Numeral
) -> tuple[Numeral, Numeral] | None:
    """The two ends of a range with the scale of the second given to the first."""
    if first.best is None or second.best is None or second.first - first.last > LONGEST_GAP:
        return None
    gap = _without_unit(lexemes, first, second)
    if not _joins(lexemes, first, gap, second) or _is_year_before(lexemes, first, second):
        return None
    if _is_chained(lexemes, first, second):
        return None
    first = _scaled_alike(first, second, gap[0])
    currency = first.currency or second.currency
    if first.high >= second.low or Form.SHARE in {first.form, second.form}:
        return None
    return first._replace(currency=currency), second._replace(currency=currency)


def _without_unit(lexemes: Sequence[Lexeme], first: Numeral, second: Numeral) -> list[str]:
    """The words between two numerals without a unit that stands after both: "5% to 10%"."""
    gap = [lexeme.low for lexeme in lexemes[first.last : second.first]]
    while len(gap) > 1 and gap[0] == word_at(lexemes, second.last):
        gap = gap[1:]
    if len(gap) == 2 and gap[0] in MEASURES and gap[1] == "to":
        same = MEASURES[gap[0]] == MEASURES.get(word_at(lexemes, second.last))
        return gap[1:] if same else gap
    hyphened = len(gap) == 3 and gap[0] in DASHES and gap[2] in DASHES and gap[1] in {"to", "or"}
    return gap[1:2] if hyphened else gap


def _joins(
    lexemes: Sequence[Lexeme], first: Numeral, gap: list[str], second: Numeral
) -> bool:  # fmt: skip
    """Whether the words between two numerals make a range of them."""
    before = [word_at(lexemes, first.first - step) for step in range(1, 6)]
    match gap:
        case ["and"]:
            return "between" in before[:2]
        case ["to"]:
            parted = second.first - first.last > 1 and _RISING.fullmatch(before[0]) is not None
            changed = before[0] == "from" and any(_RISING.fullmatch(word) for word in before[1:])
            return not (changed or parted)
        case [dash]:
            small = first.high < 100 and second.high < 100
            close = small or second.high <= _NEIGHBOURS * first.high
            return dash in DASHES or (dash == "or" and close)
        case _:
            return False


def _is_year_before(lexemes: Sequence[Lexeme], first: Numeral, second: Numeral) -> bool:
    """Whether the first is a year and the second is none: "rose in 2018 to 3.9 million"."""
    year = first.form is Form.BARE and 1800 <= first.high <= 2100
    dated = word_at(lexemes, first.first - 1) in {"in", "since", "of", "during", "year"}
    return year and (second.form is not Form.BARE or (dated and second.high > 2100))


def _is_chained(lexemes: Sequence[Lexeme], first: Numeral, second: Numeral) -> bool:
    """Whether more digits hang on either end, as in a telephone number or a date."""
    hangs_on = word_at(lexemes, second.last) in DASHES and is_glued(lexemes, second.last)
    longer = hangs_on and word_at(lexemes, second.last + 1)[:1].isdecimal()
    hangs_back = word_at(lexemes, first.first - 1) in DASHES and is_glued(lexemes, first.first)
    return longer or (hangs_back and word_at(lexemes, first.first - 2)[-1:].isdecimal())


def _scaled_alike(first: Numeral, second: Numeral, joint: str) -> Numeral:
    """Read "10 to 12 thousand" and "10-12,000" with the scale on both ends."""
    scale = second.scale if first.scale == 1.0 else 1.0
    written = first.form in {Form.BARE, Form.DIGITS, Form.WORDS} and first.best is not None
    short = joint in DASHES and first.form is Form.BARE and second.form is Form.DIGITS
    if scale == 1.0 and short and second.high % 1000 == 0 and second.high <= first.high * 10_000:
        scale = 1000.0
    value = first.low * scale
    if not written or scale == 1.0 or value >= second.low:
        return first
    return first._replace(low=value, best=value, high=value, form=Form.DIGITS)


def _build(
    text: str,
    lexemes: Sequence[Lexeme],
    ends: tuple[Numeral, Numeral],
    bounds: tuple[int, int],
) -> Number:
    opening, closing = ends
    start, end = lexemes[opening.first].start, lexemes[closing.last - 1].end
    start = _with_opener(text, start, bounds[0], is_range=opening is not closing)
    around = find_qualifiers(text, start, end, lower=bounds[0], upper=bounds[1])
    place = Place(lexemes, opening, closing, around.approx is not None)
    low, best, high, approx = _values(opening, closing, around.approx)
    return Number(
        start=around.start,
        end=around.end,
        words=text[around.start : around.end],
        low=low,
        best=best,
        high=high,
        approx=approx,
        role=find_role(place),
        currency=opening.currency,
    )


def _with_opener(text: str, start: int, lower: int, *, is_range: bool) -> int:
    """Take "between" or "from" into a range's words."""
    if not is_range:
        return start
    window = text[max(lower, start - 12) : start]
    opener = re.search(r"\b(?:between|from)\s{1,3}\Z", window, re.IGNORECASE)
    return start - len(window) + opener.start() if opener else start


def _values(
    opening: Numeral, closing: Numeral, approx: Approx | None
) -> tuple[float | None, float | None, float | None, Approx]:
    is_range = opening is not closing
    best = None if is_range else opening.best
    if approx is Approx.AT_LEAST:
        return opening.low, best, None, approx
    if approx is Approx.UP_TO:
        return None, best, closing.high, approx
    if is_range:
        return opening.low, None, closing.high, Approx.RANGE
    if best is None:
        return opening.low, None, opening.high, Approx.ABOUT
    if approx is Approx.ABOUT:
        return None, best, None, approx
    return best, best, best, Approx.EXACT
