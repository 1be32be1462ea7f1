"""Reads years, parts of a year, quarters, seasons and decades: "mid-2022", "Q3 2025"."""

import re
from datetime import date

from watchword.model.moment import Precision
from watchword.text.calendar_words import GAP, QUARTERS, SEASONS, YEAR
from watchword.text.stretches import Stretch, months, unresolved, year_part
from watchword.text.time_rules import (
    CENTURY,
    DIGIT,
    PART,
    SEASON_WORD,
    UNIT_WORD,
    Needs,
    Rule,
    Setting,
    given,
    part_of,
    rule,
)
from watchword.text.units import COUNTED_NOUNS


def _year(match: re.Match[str], _setting: Setting) -> Stretch | None:
    after = re.match(r"\s([a-z]+)", match.string[match.end() : match.end() + 24])
    if after and after.group(1) in COUNTED_NOUNS:
        return None
    part = given(match, "part")
    year = int(match["year"])
    return year_part(year, part_of(part)) if part else months(year, 1, 12, Precision.YEAR)


def _years(match: re.Match[str], _setting: Setting) -> Stretch | None:
    first, last = int(match["first"]), int(match["year"])
    if first > last:
        return None
    return months(first, 1, 12 * (last - first + 1), Precision.YEAR)


def _decade(match: re.Match[str], _setting: Setting) -> Stretch:
    start, length = int(match["year"]), 10
    part = given(match, "part")
    if part:
        offset = {"early": 0, "mid": 4, "late": 6}[part_of(part)]
        start, length = start + offset, 3 if offset == 4 else 4
    return months(start, 1, 12 * length, Precision.YEAR)


def _quarter(match: re.Match[str], setting: Setting) -> Stretch:
    word = match["quarter"].lower()
    count = int(word) if word.isdecimal() else QUARTERS[word]
    length = 6 if given(match, "half") else 3
    year = given(match, "year")
    if not year and setting.anchor is None:
        return unresolved(Precision.SEASON)
    number = int(year) if year else (setting.anchor or date.min).year
    if length == 6 and count > 2:
        count = 2
    return months(number, 1 + (count - 1) * length, length, Precision.SEASON)


def _season(match: re.Match[str], setting: Setting) -> Stretch:
    first = SEASONS[match["season"].lower()]
    which, written = given(match, "which").lower(), given(match, "year")
    if written:
        return months(int(written), first, 3, Precision.SEASON)
    if setting.anchor is None:
        return unresolved(Precision.SEASON)
    year = setting.anchor.year
    if which == "last":
        year -= date(year, first, 1) >= date(setting.anchor.year, setting.anchor.month, 1)
    elif which == "next":
        year += first <= setting.anchor.month
    return months(year, first, 3, Precision.SEASON)


_LED = (
    r"(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore|[Aa]fter|[Dd]uring|[Ff]rom|[Tt]hrough|"
    r"[Tt]hroughout|[Yy]ear|[Oo]f|[Aa]round|[Ll]ate|[Ee]arly)"
)

_DECADE: Needs = ("0s", "0's", "0\u2019s")
_SEASON_ENDS: Needs = tuple(word[1:] for word in SEASONS)

RULES: tuple[Rule, ...] = (
    rule(rf"(?:{PART})(?P<year>{YEAR})", _year, DIGIT, CENTURY),
    rule(rf"{_LED}{GAP}(?P<at>(?P<year>{YEAR}))", _year, DIGIT, CENTURY),
    rule(
        rf"(?:(?:[Bb]etween|[Ff]rom|[Ii]n|[Dd]uring){GAP})?"
        rf"(?P<at>(?P<first>{YEAR})(?:[-\u2013]|{GAP}(?:to|and|through){GAP})(?P<year>{YEAR}))",
        _years,
        DIGIT,
        CENTURY,
    ),
    rule(rf"(?:[Tt]he\s)?{PART}?(?P<year>(?:1[89]|20)[0-9]0)['\u2019]?s", _decade, DIGIT, _DECADE),
    rule(rf"Q(?P<quarter>[1-4])(?:\sof)?(?:\s(?P<year>{YEAR}))?", _quarter, DIGIT, ("Q",)),
    rule(
        r"(?:[Tt]he\s)?(?P<quarter>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)\s"
        rf"(?:(?P<half>half)|quarter)\sof\s(?:(?:the|this)\syear|(?P<year>{YEAR}))",
        _quarter,
        UNIT_WORD,
        ("quarter", "half"),
    ),
    rule(
        r"(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s)(?P<season>spring|summer|autumn|fall|winter)",
        _season,
        SEASON_WORD,
    ),
    rule(
        r"(?P<which>the\s)?(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s(?:of\s)?"
        rf"(?P<year>{YEAR})",
        _season,
        DIGIT,
        CENTURY,
        _SEASON_ENDS,
    ),
)
