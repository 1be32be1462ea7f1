"""Reads numerals in words: "two hundred and fifty", "dozens", "two-thirds", "one in five"."""

from collections.abc import Sequence

from watchword.text.lexemes import Form, Kind, Lexeme, Numeral, past_hyphen, word_at
from watchword.text.number_words import (
    COUPLE,
    FEW,
    HANDFUL,
    MULTIPLIERS,
    ONES,
    PARTS,
    PLURAL_SCALES,
    PLURALS,
    SCALES,
    TEENS,
    TENS,
)
from watchword.text.units import COUNTED_NOUNS


def read_share(lexemes: Sequence[Lexeme], index: int) -> Numeral | None:
    """Read a part of a whole: "half of", "a third of", "three quarters", "one in five people"."""
    word = lexemes[index].low
    if word == "half" and word_at(lexemes, index + 1) in {"of", "the", "its", "their", "his"}:
        plain = word_at(lexemes, index - 1) not in {"first", "second", "other", "latter"}
        return _share(index, index + 1, 0.5) if plain else None
    above = 1 if word in {"a", "one"} else ONES.get(word, 0)
    if above == 0:
        return None
    following = past_hyphen(lexemes, index + 1)
    part = word_at(lexemes, following)
    if part not in PARTS:
        return _read_odds(lexemes, index, above)
    said_of = word_at(lexemes, following + 1) == "of"
    if not said_of and not (above > 1 and part.endswith("s")):
        return None
    return _share(index, following + 1, above / PARTS[part])


def read_vague(lexemes: Sequence[Lexeme], index: int) -> Numeral | None:
    """Read a vague word: "dozens", "tens of thousands", "several hundred", "a few"."""
    word = lexemes[index].low
    if word in PLURALS:
        return _read_plural(lexemes, index)
    bounds, last = _few(lexemes, index)
    if bounds is None:
        return None
    bracket = word_at(lexemes, last) == "[" and word_at(lexemes, last + 2) == "]"
    scale = MULTIPLIERS.get(word_at(lexemes, past_hyphen(lexemes, last + bracket)))
    if scale is None:
        bare_few = word == "few"
        return None if bare_few else Numeral(index, last, bounds[0], None, bounds[1], Form.VAGUE)
    last = past_hyphen(lexemes, last + bracket) + 1
    low, high = bounds[0] * scale, (bounds[1] + 1) * scale - 1
    further = SCALES.get(word_at(lexemes, last), 1.0)
    last += (further > 1.0) + bracket
    return Numeral(index, last, low * further, None, high * further, Form.VAGUE, scale * further)


def read_words(lexemes: Sequence[Lexeme], index: int) -> Numeral | None:
    """Read a number written out."""
    value, last = _opening(lexemes, index)
    if last == index:
        return None
    total, scale = 0.0, 1.0
    for _ in range(8):
        following = past_hyphen(lexemes, last)
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


def _share(first: int, last: int, value: float) -> Numeral:
    return Numeral(first, last, value, value, value, Form.SHARE)


def _read_odds(lexemes: Sequence[Lexeme], index: int, above: int) -> Numeral | None:
    """Read "one in five people" and "nine out of 10 voters", where people or things follow."""
    joint = [word_at(lexemes, index + step) for step in (1, 2)]
    place = index + (3 if joint == ["out", "of"] else 2)
    if joint[0] != "in" and joint != ["out", "of"]:
        return None
    below, last = _below_hundred(lexemes, place)
    if last == place and place < len(lexemes) and lexemes[place].kind is Kind.DIGITS:
        written = lexemes[place].text
        below, last = (float(written) if written.isdecimal() else 0.0), place + 1
    counted = any(word_at(lexemes, last + step) in COUNTED_NOUNS for step in range(3))
    return _share(index, last, above / below) if counted and above < below <= 100 else None


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


def _opening(lexemes: Sequence[Lexeme], index: int) -> tuple[float, int]:
    """Value and end of what a number in words may start with."""
    word, following = lexemes[index].low, word_at(lexemes, index + 1)
    if word in {"a", "an"} and following in MULTIPLIERS:
        return 1.0, index + 1
    if word == "half":
        skipped = index + 2 if following in {"a", "an"} else past_hyphen(lexemes, index + 1)
        return (0.5, skipped) if word_at(lexemes, skipped) in MULTIPLIERS else (0.0, index)
    value, last = _below_hundred(lexemes, index)
    tail = [word_at(lexemes, last + step) for step in range(3)]
    if last > index and tail == ["and", "a", "half"]:
        return value + 0.5, last + 3
    return value, last


def _below_hundred(lexemes: Sequence[Lexeme], index: int) -> tuple[float, int]:
    word = word_at(lexemes, index)
    if word in TENS:
        following = past_hyphen(lexemes, index + 1)
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
