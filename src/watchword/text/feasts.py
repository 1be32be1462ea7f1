"""Reads feasts and seasons told without a year: "before Christmas", "since Ramadan", "by winter".

Of several years the one is taken that the words ask for: the next one of what lies ahead, the
last one after "since", else the nearest. Days of the Islamic calendar are those of its tables
(30 and 29 days in turn); where the moon is watched they come up to a day sooner or later.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from watchword.model.moment import Precision
from watchword.text.calendar_words import GAP, SEASONS
from watchword.text.stretches import Stretch, days, midnight, months, unresolved
from watchword.text.time_rules import SEASON_WORD, Needs, Rule, Setting, given, rule


def _fixed(month: int, day: int) -> Callable[[int], Stretch]:
    return lambda year: days(date(year, month, day), date(year, month, day), Precision.DAY)


def _easter(year: int) -> Stretch:
    """Western Easter Sunday, after the anonymous Gregorian computus (Meeus)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    shift = (8 * century + 13) // 25
    moon = (19 * golden + century - century // 4 - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    sunday = date(year, month, day + 1)
    return days(sunday, sunday, Precision.DAY)


def _islamic(month: int, day: int, length: int, precision: Precision) -> Callable[[int], Stretch]:
    """Days of the tabular Islamic calendar, of the year that begins in or just before a year."""

    def placed(year: int) -> Stretch:
        for islamic in range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 3):
            first = date.fromordinal(_islamic_day(islamic, month, day))
            if first.year == year:
                return days(first, first + timedelta(days=length - 1), precision)
        return unresolved(precision)

    return placed


def _islamic_day(year: int, month: int, day: int) -> int:
    """Proleptic Gregorian ordinal of a day of the tabular Islamic calendar."""
    months_before = -(-59 * (month - 1) // 2)
    return day + months_before + (year - 1) * 354 + (3 + 11 * year) // 30 + 227014


def _thanksgiving(year: int) -> Stretch:
    """The fourth Thursday of November, as in the United States."""
    first = date(year, 11, 1)
    thursday = first + timedelta(days=(3 - first.weekday()) % 7 + 21)
    return days(thursday, thursday, Precision.DAY)


_FEASTS: dict[str, Callable[[int], Stretch]] = {
    "christmas": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "new year": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "nowruz": _fixed(3, 20),
    "easter": _easter,
    "thanksgiving": _thanksgiving,
    "ramadan": _islamic(9, 1, 30, Precision.MONTH),
    "eid al-fitr": _islamic(10, 1, 3, Precision.WEEK),
    "eid al-adha": _islamic(12, 10, 4, Precision.WEEK),
}
_FIRST_YEAR, _LAST_YEAR = 1000, 9000
"""Years that feasts are counted in, so that the calendar never ends beside them."""


def _feast(match: re.Match[str], setting: Setting) -> Stretch:
    name = re.sub(r"\s+", " ", match["feast"].lower().replace("\u2019", "'"))
    name = re.sub(r"^the | (?:day|sunday|monday|weekend|holidays?)$|'s(?: day)?$", "", name)
    return _nearest(_FEASTS[name], match, setting, Precision.DAY)


def _season(match: re.Match[str], setting: Setting) -> Stretch:
    first = SEASONS[match["season"].lower()]
    return _nearest(
        lambda year: months(year, first, 3, Precision.SEASON), match, setting, Precision.SEASON
    )


def _nearest(
    placed: Callable[[int], Stretch],
    match: re.Match[str],
    setting: Setting,
    precision: Precision,
) -> Stretch:
    """The one of several years that the words ask for."""
    anchor = setting.anchor
    if anchor is None or not _FIRST_YEAR < anchor.year < _LAST_YEAR:
        return unresolved(precision)
    now = midnight(anchor)
    asked = [(each, each.since) for each in map(placed, range(anchor.year - 2, anchor.year + 3))]
    told = [(each, since) for each, since in asked if since is not None]
    which = given(match, "led").lower() or given(match, "which").lower()
    if which in {"since", "last"}:
        told = [pair for pair in told if pair[1] <= now][-1:]
    elif setting.future or which == "next":
        told = [pair for pair in told if pair[1] > now][:1]
    nearest = min(told, key=lambda pair: abs(pair[1] - now), default=None)
    return nearest[0] if nearest else unresolved(precision)


_LED = (
    r"(?P<led>[Bb]efore|[Bb]y|[Uu]ntil|[Tt]ill|[Ss]ince|[Aa]fter|[Aa]head\sof|[Dd]uring|"
    r"[Tt]hrough|[Oo]n|[Aa]t|[Oo]ver|[Aa]round)"
)
_NAMED = (
    r"(?P<feast>Christmas(?:\s(?:Eve|Day))?|New\sYear(?:['\u2019]s)?(?:\s(?:Eve|Day))?|"
    r"Nowruz|Easter(?:\s(?:Sunday|Monday|weekend|holidays?))?|"
    r"Thanksgiving|Ramadan|Eid\sal-(?:Fitr|Adha))"
)
_FEAST_WORD: Needs = ("Christmas", "New", "Nowruz", "Easter", "Thanksgiving", "Ramadan", "Eid")
_NO_NAME_AFTER = rf"(?!{GAP}[A-Z]|['\u2019-]|\s(?:trees?|markets?|attacks?|uprising|lights)\b)"

RULES: tuple[Rule, ...] = (
    rule(
        rf"{_LED}{GAP}(?:the{GAP}(?=New))?(?P<at>{_NAMED}){_NO_NAME_AFTER}",
        _feast,
        _FEAST_WORD,
    ),
    rule(rf"(?P<which>[Tt]his|[Ll]ast|[Nn]ext)\s{_NAMED}{_NO_NAME_AFTER}", _feast, _FEAST_WORD),
    rule(
        r"(?P<led>[Bb]efore|[Bb]y|[Uu]ntil|[Tt]ill|[Ss]ince|[Aa]head\sof)"
        rf"{GAP}(?:the{GAP}(?!fall))?(?P<at>(?P<season>spring|summer|autumn|fall|winter))"
        r"(?!\s(?:of\b|from\b|to\b|offensives?|campaigns?|olympics|games|session|semester|term)|-)",
        _season,
        SEASON_WORD,
    ),
)
