"""Bulletins in capitals, as they would be written in small letters: what is a name of a time."""

import re

from watchword.text.calendar_words import MONTHS, SHORT_MONTHS, WEEKDAYS, ZONES
from watchword.text.lexicon import lexicon

_NAMES = {*MONTHS, *SHORT_MONTHS, *WEEKDAYS} | lexicon(
    "christmas easter ramadan eid nowruz thanksgiving eve new fitr adha"
)
"""Words of times that are written with a capital."""
_WORD = re.compile(r"[A-Z]+(?![\w])")


def in_small_letters(text: str, start: int, end: int) -> str:
    """The text with a stretch of capitals in small letters, each character in its place.

    Names of days, months and feasts keep their first capital, time zones all.

    >>> in_small_letters("HELD SINCE LATE ON MONDAY, 0900 GMT", 0, 35)
    'held since late on Monday, 0900 GMT'
    """
    return text[:start] + _WORD.sub(_small, text[start:end]) + text[end:]


def _small(match: re.Match[str]) -> str:
    word = match.group().lower()
    if word in ZONES:
        return match.group()
    return word.capitalize() if word in _NAMES else word
