"""Reads days and months named by the calendar: "October 8", "mid-October", "30 May 2023".

A date without a year falls in the year that puts it nearest to the anchor. A date that does
not exist ("February 30") is kept and not placed.
"""

import re
from datetime import date

from watchword.model.moment import Precision
from watchword.text.calendar_words import (
    DAY,
    GAP,
    LONG_MONTH,
    MONTH,
    UNCLEAR_MONTHS,
    WEEKDAY,
    YEAR,
    month_number,
)
from watchword.text.stretches import (
    UNKNOWN,
    Stretch,
    calendar_day,
    days,
    month_part,
    months,
    one_day,
    unresolved,
)
from watchword.text.time_rules import (
    DIGIT,
    IN_YEAR,
    MONTH_WORD,
    PART,
    PARTS,
    Rule,
    Setting,
    given,
    part_of,
    rule,
    year_of,
)


def _date(match: re.Match[str], setting: Setting) -> Stretch:
    month, day = month_number(match["month"]), int(match["day"].rstrip("stndrh"))
    year = year_of(match, setting, month, day)
    if calendar_day(2000, month, day) is None:
        return UNKNOWN
    if year is None:
        return unresolved(Precision.DAY)
    there = calendar_day(year, month, day)
    return one_day(there) if there else UNKNOWN


def _date_range(match: re.Match[str], setting: Setting) -> Stretch:
    last_month = given(match, "last_month") or match["month"]
    first = month_number(match["month"]), int(match["day"].rstrip("stndrh"))
    last = month_number(last_month), int(match["last_day"].rstrip("stndrh"))
    year = year_of(match, setting, *last)
    if any(calendar_day(2000, *end) is None for end in (first, last)):
        return UNKNOWN
    if year is None:
        return unresolved(Precision.DAY)
    since, until = calendar_day(year - (first > last), *first), calendar_day(year, *last)
    return days(since, until, Precision.DAY) if since and until else UNKNOWN


def _iso(match: re.Match[str], _setting: Setting) -> Stretch:
    day = calendar_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return one_day(day) if day else UNKNOWN


def _slashes(match: re.Match[str], _setting: Setting) -> Stretch:
    """A date in digits; with slashes it is placed only where day and month cannot be swapped."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    day_first = match["mark"] == "." or first > 12
    if not day_first and second <= 12 and first != second:
        return UNKNOWN
    day, month = (first, second) if day_first else (second, first)
    there = calendar_day(year, month, day)
    return one_day(there) if there else UNKNOWN


def _month(match: re.Match[str], setting: Setting) -> Stretch | None:
    month = month_number(match["month"])
    which = given(match, "which").lower()
    if _is_unclear(match, which):
        return None
    year = year_of(match, setting, month)
    if year is None:
        return unresolved(Precision.MONTH)
    if which and setting.anchor:
        year = _year_beside(setting.anchor, month, which)
    part = given(match, "part")
    if part:
        return month_part(year, month, part_of(part))
    return months(year, month, 1, Precision.MONTH)


def _is_unclear(match: re.Match[str], which: str) -> bool:
    """Whether "May" or "April" may be a verb or a name here."""
    clear = which or given(match, "part") or given(match, "year")
    if clear or match["month"].lower().rstrip(".") not in UNCLEAR_MONTHS:
        return False
    before = match.string[max(0, match.start() - 12) : match.start()]
    led = re.search(
        r"\b(?:in|since|by|until|till|from|during|of|through|before|after|between|and|to)\s\Z",
        before,
        re.IGNORECASE,
    )
    named = re.match(r"\s[A-Z][a-z]", match.string[match.end() : match.end() + 3])
    return led is None or named is not None


def _year_beside(anchor: date, month: int, which: str) -> int:
    """The year of "last October" (before this month), "next" (after it) and "this"."""
    if which in {"last", "past", "previous"}:
        return anchor.year - (month >= anchor.month)
    if which in {"next", "coming"}:
        return anchor.year + (month <= anchor.month)
    return anchor.year


def _month_range(match: re.Match[str], setting: Setting) -> Stretch:
    first, last = month_number(match["month"]), month_number(match["last_month"])
    year = year_of(match, setting, last)
    if year is None:
        return unresolved(Precision.MONTH)
    start = year - (first > last)
    return months(start, first, (year - start) * 12 + last - first + 1, Precision.MONTH)


def _parts_of_month(match: re.Match[str], setting: Setting) -> Stretch:
    month = month_number(match["month"])
    year = year_of(match, setting, month)
    if year is None:
        return unresolved(Precision.MONTH)
    first = month_part(year, month, PARTS[match["first"].lower()])
    last = month_part(year, month, PARTS[match["second"].lower()])
    return Stretch(first.since, last.until, Precision.MONTH)


_TO = rf"(?:\s?[-\u2013\u2014]\s?|{GAP}(?:to|through|until|till){GAP})"
_WHICH = r"(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast|[Cc]oming|[Pp]revious)\s)?"

RULES: tuple[Rule, ...] = (
    rule(r"(?P<year>[12][0-9]{3})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})", _iso, DIGIT, ("-",)),
    rule(
        r"(?P<first>[0-9]{1,2})(?P<mark>[./])(?P<second>[0-9]{1,2})(?P=mark)(?P<year>[12][0-9]{3})",
        _slashes,
        DIGIT,
        ("/", *(f"{digit}." for digit in DIGIT)),
    ),
    rule(
        rf"(?P<month>{MONTH}){GAP}(?P<day>{DAY}){_TO}(?:(?P<last_month>{MONTH}){GAP})?"
        rf"(?P<last_day>{DAY}){IN_YEAR}",
        _date_range,
        DIGIT,
        MONTH_WORD,
    ),
    rule(
        rf"(?P<day>[0-9]{{1,2}}){_TO}(?P<last_day>{DAY}){GAP}(?:of{GAP})?(?P<month>{MONTH}){IN_YEAR}",
        _date_range,
        DIGIT,
        MONTH_WORD,
    ),
    rule(
        rf"(?:{WEEKDAY},?{GAP})?(?P<month>{MONTH}){GAP}(?:the{GAP})?(?P<day>{DAY}){IN_YEAR}",
        _date,
        DIGIT,
        MONTH_WORD,
    ),
    rule(
        rf"(?:{WEEKDAY},?{GAP})?(?P<day>{DAY}){GAP}(?:of{GAP})?(?P<month>{MONTH}){IN_YEAR}",
        _date,
        DIGIT,
        MONTH_WORD,
    ),
    rule(
        rf"(?:[Bb]etween\s)?(?P<first>[Ee]arly|[Mm]id|[Ll]ate)-?\s(?:and|to)\s"
        rf"(?P<second>early|mid|late)[- ](?P<month>{MONTH}){IN_YEAR}",
        _parts_of_month,
        MONTH_WORD,
    ),
    rule(
        rf"(?P<month>{LONG_MONTH})(?:\s?[-\u2013]\s?|\s(?:to|and|through)\s)"
        rf"(?P<last_month>{LONG_MONTH})(?:\sof)?{IN_YEAR}(?!\s[0-9])",
        _month_range,
        MONTH_WORD,
    ),
    rule(rf"(?:{PART})(?P<month>{MONTH})(?:\sof)?{IN_YEAR}", _month, MONTH_WORD),
    rule(rf"(?P<month>{MONTH})(?:\sof)?,?{GAP}(?P<year>{YEAR})", _month, DIGIT, MONTH_WORD),
    rule(rf"{_WHICH}(?P<month>{LONG_MONTH})", _month, MONTH_WORD),
)
