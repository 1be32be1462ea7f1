"""Reads deadlines: "within days", "in the coming weeks", "within 48 hours", "by nightfall".

They are placed from the report's date where what they are told of lies ahead; told of anything
else they may be a length of time ("fell within hours") and are kept unresolved.
"""

import re
from datetime import date

from watchword.model.moment import Precision
from watchword.text.calendar_words import NUMBER, UNITS, small_number
from watchword.text.stretches import UNKNOWN, Stretch, midnight, one_day, shifted, unresolved
from watchword.text.time_rules import NEARLY, SOME, Rule, Setting, given, rule

_DAYS = {"hour": 0, "day": 1, "night": 1, "week": 7, "month": 31, "year": 366, "decade": 3660}
"""Days that a unit has at most; hours are over before the next day is."""
_FULL = {"hour": 1, "day": 7, "night": 7, "week": 31, "month": 366, "year": 3660, "decade": 36600}
"""Days of the next larger unit: who says "days" means less than a week or so."""
_FINENESS = {
    "hour": Precision.DAY,
    "day": Precision.DAY,
    "night": Precision.DAY,
    "week": Precision.WEEK,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
    "decade": Precision.VAGUE,
}


def _within(match: re.Match[str], setting: Setting) -> Stretch:
    return span_ahead(match, setting.anchor) if setting.future else UNKNOWN


def span_ahead(match: re.Match[str], anchor: date | None) -> Stretch:
    """From the anchor on, as long as the words say: counted, or less than the next larger unit.

    Args:
        match: it has the groups `unit` and, where it is counted, `count`.
        anchor: the report's date.
    """
    unit, count = match["unit"].lower(), given(match, "count")
    if anchor is None:
        return UNKNOWN
    if count and unit == "hour":
        length = -(-small_number(count) // 24)
    else:
        length = small_number(count) * _DAYS[unit] if count else _FULL[unit]
    after = shifted(anchor, length + 1)
    precision = _FINENESS[unit] if count else Precision.VAGUE
    return Stretch(midnight(anchor), midnight(after) if after else None, precision)


def _hour_of_day(match: re.Match[str], setting: Setting) -> Stretch:
    """Place "nightfall" on the day told before it, else on the report's own where it lies ahead."""
    day = _day_meant(match["hour"].lower(), setting)
    return Stretch(None, day.until, day.precision) if match["led"].lower() != "at" else day


def _day_meant(hour: str, setting: Setting) -> Stretch:
    previous = setting.previous
    if previous and previous.since and previous.precision is Precision.DAY:
        return one_day(previous.since.date())
    if setting.anchor is None or not setting.future:
        return unresolved(Precision.DAY)
    return one_day(shifted(setting.anchor, 1 if hour in _MORNINGS else 0))


_MORNINGS = frozenset({"dawn", "daybreak", "sunrise", "morning", "first light"})

RULES: tuple[Rule, ...] = (
    rule(
        rf"[Ww]ithin\s(?:the\s(?:next|coming)\s)?{NEARLY}(?:(?:(?P<count>{NUMBER})|{SOME})\s)?"
        rf"(?P<unit>{UNITS})s?(?!\sof\b|['\u2019-])",
        _within,
        ("ithin",),
    ),
    rule(
        r"(?P<led>[Bb]y|[Bb]efore|[Uu]ntil|[Tt]ill|[Aa]t)\s(?:the\s)?(?P<hour>nightfall|dusk|sunset|"
        r"dawn|daybreak|sunrise|first\slight|morning|evening)(?!\s(?:prayers?|raids?|on\b))",
        _hour_of_day,
        ("fall", "dusk", "sunset", "dawn", "break", "sunrise", "light", "morning", "evening"),
    ),
)
