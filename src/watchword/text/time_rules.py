"""The form of a rule that reads times: a pattern, and how to place what it matched."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from watchword.text.calendar_words import GAP, MONTHS, SEASONS, UNITS, YEAR
from watchword.text.stretches import Stretch, nearest_year


class Setting(NamedTuple):
    """What a time in a text is resolved against.

    Attributes:
        anchor: the report's date, None where unknown.
        future: whether the times are of something planned.
        previous: the last time read before, in the same sentence.
    """

    anchor: date | None
    future: bool = False
    previous: Stretch | None = None


Resolver = Callable[["re.Match[str]", Setting], Stretch | None]
"""Places a match; None where the words are no time after all."""
Needs = tuple[str, ...]
"""Pieces of text of which no match of a rule is without one."""
Rule = tuple[re.Pattern[str], Resolver, tuple[Needs, ...]]
"""A pattern, how to place it, and what its matches need, the first shared by many rules, so that
most stretches need not be tried. A group named `at` holds the words, where it is not all."""

DIGIT: Needs = tuple("0123456789")
DAY_WORD: Needs = ("day", "night", "morrow", "morning", "afternoon", "evening")
MONTH_WORD: Needs = tuple(
    dict.fromkeys(form[:3] for word in MONTHS for form in (word.capitalize(), word.upper()))
)
SEASON_WORD: Needs = tuple(SEASONS)
UNIT_WORD: Needs = (
    *(f"{letter}{word[1:]}" for word in UNITS.split("|") for letter in (word[0], word[0].upper())),
    "quarter",
    "half",
    "minute",
)
CENTURY: Needs = ("18", "19", "20")
"""How a year begins."""


def has_one(stretch: str, needs: Needs) -> bool:
    """Whether a stretch of text has one of the pieces: far cheaper than the rules that wait.

    >>> has_one("by late May", MONTH_WORD), has_one("it may", MONTH_WORD)
    (True, False)
    """
    return any(map(stretch.__contains__, needs))


PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
    "close": "late",
}
PART = (
    r"(?P<part>(?:[Ee]arly|[Mm]id|[Ll]ate)(?:[- ]|\sin\s)|"
    r"(?:[Tt]he\s)?(?:beginning|start|middle|end|close)\sof\s)"
)
"""Pattern of a part of a month, a year or a week, with what joins it to them."""


def part_of(words: str) -> str:
    """Which third "the beginning of" or "mid-" names: early, mid or late."""
    key = re.sub(r"(?i)^the\s|\s(?:of|in)\s$|[- ]$", "", words.lower())
    return PARTS[key]


SOME = r"(?:several|a\sfew|few|many|some|a\scouple(?:\sof)?|dozens\sof)"
"""Pattern of a number that is not told."""
NEARLY = r"(?:(?:about|around|roughly|nearly|almost|over|more\sthan|at\sleast|some|up\sto)\s)?"
"""Pattern of what may stand before a number."""

IN_YEAR = rf"(?:,?{GAP}(?P<year>{YEAR}))?"
"""Pattern of the year that may follow a date."""


def rule(pattern: str, resolver: Resolver, *needs: Needs) -> Rule:
    """A rule whose pattern starts and ends at the edge of a word."""
    return re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)"), resolver, needs


def given(match: re.Match[str], group: str) -> str:
    """What a group matched, empty where the pattern has no such group or it is absent."""
    return match.groupdict().get(group) or ""


def year_of(match: re.Match[str], setting: Setting, month: int, day: int = 15) -> int | None:
    """The year that is written, else the one that puts the date nearest to the anchor.

    After "since" it is the nearest one that has come; a month of something planned is not one
    that is long over.
    """
    written = given(match, "year")
    if written:
        return int(written)
    if setting.anchor is None:
        return None
    year = nearest_year(setting.anchor, month, day)
    if setting.future and not given(match, "day") and _is_over(setting.anchor, year, month):
        return year + 1
    since = _SINCE.search(match.string, max(0, match.start() - 8), match.start())
    return year - (
        since is not None and (year, month) > (setting.anchor.year, setting.anchor.month)
    )


def _is_over(anchor: date, year: int, month: int) -> bool:
    """Whether a month is long over, so that a plan for it means the next one of its name.

    A plan that is told after the event may be for one of the two months before.
    """
    return (anchor.year - year) * 12 + anchor.month - month > 2


_SINCE = re.compile(r"\b[Ss]ince\s")
