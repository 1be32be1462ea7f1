"""Reads times told from another time: "yesterday", "last October", "a day earlier", "soon".

They are placed from the anchor, the report's date; "a day earlier" and "the next day" from the
time read before them in the same sentence. What cannot be placed is kept unresolved.
"""

import re
from datetime import date

from watchword.model.moment import Precision
from watchword.text.calendar_words import GAP, NUMBER, UNITS, WEEKDAY, WEEKDAYS, small_number
from watchword.text.deadlines import span_ahead
from watchword.text.stretches import (
    UNKNOWN,
    Stretch,
    days,
    midnight,
    month_part,
    months,
    one_day,
    shifted,
    unresolved,
    week_of,
    year_part,
)
from watchword.text.time_rules import (
    DAY_WORD,
    NEARLY,
    PART,
    SOME,
    UNIT_WORD,
    Needs,
    Rule,
    Setting,
    given,
    part_of,
    rule,
)

_DAY_WORDS = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "last night": -1,
}
_FINENESS = {
    "hour": Precision.DAY,
    "day": Precision.DAY,
    "night": Precision.DAY,
    "week": Precision.WEEK,
    "weekend": Precision.WEEK,
    "month": Precision.MONTH,
    "quarter": Precision.SEASON,
    "year": Precision.YEAR,
    "decade": Precision.VAGUE,
}


def _named_day(match: re.Match[str], setting: Setting) -> Stretch:
    words = re.sub(r"\s+", " ", match["day"].lower())
    if setting.anchor is None:
        return unresolved(Precision.DAY)
    return one_day(shifted(setting.anchor, _DAY_WORDS.get(words, 0)))


def _overnight(_match: re.Match[str], setting: Setting) -> Stretch:
    if setting.anchor is None:
        return unresolved(Precision.DAY)
    before = shifted(setting.anchor, -1) or setting.anchor
    return days(before, setting.anchor, Precision.DAY)


def _weekday(match: re.Match[str], setting: Setting) -> Stretch:
    anchor, which = setting.anchor, given(match, "which").lower()
    if anchor is None:
        return unresolved(Precision.DAY)
    ahead = (WEEKDAYS[match["day"].lower()] - anchor.weekday()) % 7
    if which in {"next", "coming"}:
        return one_day(shifted(anchor, ahead or 7))
    if which in {"last", "past", "previous"}:
        return one_day(shifted(anchor, ahead - 7))
    planned = setting.future and ahead > 0
    return one_day(shifted(anchor, ahead if planned or ahead == 0 else ahead - 7))


def _period(match: re.Match[str], setting: Setting) -> Stretch:
    """Place "this month", "the end of last year", "late next week"."""
    unit, which = match["unit"].lower(), given(match, "which").lower()
    fineness = _FINENESS[unit]
    if setting.anchor is None:
        return unresolved(fineness)
    step = _STEPS[which.removeprefix("the ")]
    part = given(match, "part")
    return _calendar_period(setting.anchor, unit, step, part_of(part) if part else "")


def _calendar_period(anchor: date, unit: str, step: int, part: str) -> Stretch:
    """A week, month, quarter or year so many away from the anchor's, or a third of it."""
    if unit in {"week", "weekend"}:
        there = shifted(anchor, 7 * step)
        return week_of(there) if there else unresolved(Precision.WEEK)
    if unit == "month":
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + step, 12)
        return month_part(year, month + 1, part) if part else _whole_months(year, month + 1, 1)
    if unit == "quarter":
        first = (anchor.month - 1) // 3 * 3 + 1 + 3 * step
        return months(anchor.year, first, 3, Precision.SEASON)
    if unit == "year":
        year = anchor.year + step
        return year_part(year, part) if part else months(year, 1, 12, Precision.YEAR)
    return UNKNOWN


def _whole_months(year: int, month: int, count: int) -> Stretch:
    return months(year, month, count, Precision.MONTH)


def _year_end(_match: re.Match[str], setting: Setting) -> Stretch:
    if setting.anchor is None:
        return unresolved(Precision.MONTH)
    return _whole_months(setting.anchor.year, 12, 1)


def _within_period(match: re.Match[str], setting: Setting) -> Stretch:
    """Place "earlier this month", up to the anchor, or "later this month", from it on."""
    unit, anchor = match["unit"].lower(), setting.anchor
    if anchor is None:
        return unresolved(_FINENESS[unit])
    whole = _calendar_period(anchor, unit, 0, "")
    if whole.since is None or whole.until is None:
        return whole
    now = midnight(anchor)
    after = shifted(anchor, 1)
    end_of_day = midnight(after) if after else whole.until
    if match["side"].lower() == "earlier":
        return Stretch(whole.since, max(now, min(end_of_day, whole.until)), whole.precision)
    return Stretch(now, whole.until, whole.precision)


def _ago(match: re.Match[str], setting: Setting) -> Stretch:
    """Place "two weeks ago"; without a number it cannot be placed."""
    unit, count = match["unit"].lower(), given(match, "count")
    if not count:
        return UNKNOWN
    if setting.anchor is None:
        return unresolved(_FINENESS[unit])
    return _away(setting.anchor, unit, -small_number(count))


def _ahead(match: re.Match[str], setting: Setting) -> Stretch:
    """Place "in three days" of a plan; told of anything else it may be a length of time."""
    unit, count = match["unit"].lower(), given(match, "count")
    if setting.anchor is None or not setting.future:
        return UNKNOWN
    if not count:
        return Stretch(midnight(setting.anchor), None, Precision.VAGUE)
    return _away(setting.anchor, unit, small_number(count))


def _away(anchor: date, unit: str, count: int) -> Stretch:
    """So many units from the anchor; a week is told as the seven days around its day."""
    if unit == "hour":
        return UNKNOWN
    if unit in {"day", "night"}:
        return one_day(shifted(anchor, count))
    if unit == "week":
        first, last = shifted(anchor, 7 * count - 3), shifted(anchor, 7 * count + 3)
        return days(first, last, Precision.WEEK) if first and last else UNKNOWN
    if unit == "decade":
        return UNKNOWN
    return _calendar_period(anchor, unit, count, "")


def _from_previous(match: re.Match[str], setting: Setting) -> Stretch:
    """Place "a day earlier", "the next day": from the last time read in the sentence."""
    unit, side = match["unit"].lower(), match["side"].lower()
    previous = setting.previous.since if setting.previous else None
    coarse = setting.previous is not None and setting.previous.precision is not Precision.DAY
    if previous is None or (coarse and unit in {"day", "night", "week"}):
        return unresolved(_FINENESS[unit])
    count = small_number(given(match, "count") or "one")
    step = {"same": 0, "earlier": -1, "before": -1, "previous": -1, "previously": -1}
    sign = step.get(side, -1 if side == "preceding" else 1)
    return _away(previous.date(), unit, sign * count)


def _around_now(match: re.Match[str], setting: Setting) -> Stretch:
    """Place "the coming weeks", from the anchor on, or "recent days", open to the past."""
    if setting.anchor is None:
        return UNKNOWN
    if match["side"].lower() in {"coming", "next", "following"}:
        return span_ahead(match, setting.anchor)
    after = shifted(setting.anchor, 1)
    return Stretch(None, midnight(after) if after else None, Precision.VAGUE)


def _vague(_match: re.Match[str], _setting: Setting) -> Stretch:
    return UNKNOWN


_STEPS = {
    "this": 0,
    "the": 0,
    "current": 0,
    "last": -1,
    "past": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "": 0,
}
_UNIT = rf"(?P<unit>{UNITS})s?"
_VAGUE_WORDS = (
    r"(?:[Vv]ery\s|[Qq]uite\s|any\stime\s)?[Ss]oon(?!\s(?:as|after|to\sbe))",
    r"[Aa]s\ssoon\sas\spossible",
    r"[Bb]efore\slong",
    r"[Ss]hortly(?!\s(?:after|before))",
    r"[Aa]lready",
    r"(?:[Mm]ost\s|[Mm]ore\s|[Vv]ery\s)?[Rr]ecently",
    r"[Ll]ately",
    r"[Cc]urrently",
    r"[Nn]ow(?!\sthat\b|-|here)",
    r"[Nn]owadays",
    r"[Pp]reviously",
    r"[Ee]ventually",
    r"[Ii]mminently",
    r"[Aa]t\s(?:present|the\smoment|any\s(?:time|moment))",
    r"[Ss]o\sfar",
    r"[Tt]o\sdate",
    r"[Tt]he\s(?:near\sfuture|foreseeable\sfuture)",
    r"[Tt]hese\sdays",
    r"(?:[Ll]ong|[Aa]\swhile)\sago",
    r"[Ee]arlier(?=\s(?:that|said|told)\b|[.,;]|$)",
    r"[Bb]efore(?=[.,;]|$)",
    r"(?:[Aa]s\s)?(?<!,\s)yet(?!\s(?:another|again|more|to)\b)",
)
_VAGUE_PIECES: Needs = (
    "oon", "efore", "hortly", "lready", "ecently", "lately", "Lately", "urrently", "now", "Now",
    "reviously", "ventually", "mminently", "present", "moment", "time", "far", "date", "future",
    "days", "ago", "arlier", "yet",
)  # fmt: skip
"""One of each wording of `_VAGUE_WORDS`."""

RULES: tuple[Rule, ...] = (
    rule(
        r"(?:[Ee]arlier\s|[Ll]ater\s)?(?P<day>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|"
        r"[Tt]he\sday\s(?:before\syesterday|after\stomorrow)|[Ll]ast\snight|"
        r"[Tt]his\s(?:morning|afternoon|evening))",
        _named_day,
        DAY_WORD,
    ),
    rule(r"[Oo]vernight", _overnight, DAY_WORD, ("vernight",)),
    rule(
        r"(?:(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming|[Pp]revious)|[Ee]arly|[Ll]ate)"
        rf"{GAP})?(?P<day>{WEEKDAY})(?:\s(?:morning|afternoon|evening|night))?"
        r"(?!\s(?:Times|Telegraph|Mirror|Express|Mail|Herald))",
        _weekday,
        DAY_WORD,
    ),
    rule(
        rf"(?:{PART})?(?<![Tt]he\s)(?P<which>[Tt]his|[Ll]ast|[Nn]ext|the\scoming|the\scurrent){GAP}"
        r"(?P<unit>week|weekend|month|quarter|year)",
        _period,
        UNIT_WORD,
    ),
    rule(rf"(?:{PART})(?P<which>the){GAP}(?P<unit>week|month|quarter|year)", _period, UNIT_WORD),
    rule(r"(?:[Tt]he\s)?[Yy]ear[- ]end", _year_end, UNIT_WORD, ("end",)),
    rule(
        r"(?P<side>[Ee]arlier|[Ll]ater)\s(?:this|in\sthe|that|the\ssame)\s"
        r"(?P<unit>week|month|quarter|year)",
        _within_period,
        UNIT_WORD,
        ("arlier", "ater"),
    ),
    rule(rf"{NEARLY}(?:(?:(?P<count>{NUMBER})|{SOME})\s)?{_UNIT}\sago", _ago, UNIT_WORD, ("ago",)),
    rule(
        rf"[Ii]n\s(?P<at>{NEARLY}(?:(?P<count>{NUMBER})|{SOME})\s{_UNIT})(?:['\u2019]\stime)?",
        _ahead,
        UNIT_WORD,
    ),
    rule(
        rf"{NEARLY}(?P<count>{NUMBER})\s{_UNIT}\s"
        r"(?P<side>earlier|later|previously|afterwards?|(?:before|after)(?=[.,;]|$))",
        _from_previous,
        UNIT_WORD,
        ("earlier", "later", "previously", "after", "before"),
    ),
    rule(
        r"(?:[Tt]he\s(?P<side>next|previous|following|same|preceding))\s"
        r"(?P<unit>day|night|week|month|year)",
        _from_previous,
        UNIT_WORD,
        ("he next", "he previous", "he following", "he same", "he preceding"),
    ),
    rule(
        rf"(?:{SOME}\s)?(?:[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears|[Hh]ours)\s(?:earlier|later)",
        _vague,
        UNIT_WORD,
        ("earlier", "later"),
    ),
    rule(
        r"(?:(?:[Oo]ver|[Ww]ithin|[Dd]uring|[Ff]or)\s)?(?:[Tt]he\s)?"
        r"(?P<side>[Cc]oming|[Nn]ext|[Pp]ast|[Ll]ast|[Rr]ecent|[Ff]ollowing)\s"
        rf"(?:(?:few|several|couple\sof|(?P<count>{NUMBER}))\s)?(?P<unit>{UNITS})s",
        _around_now,
        UNIT_WORD,
        ("oming", "ext", "ast", "ecent", "ollowing"),
    ),
    rule(
        rf"(?:(?:[Oo]ver|[Dd]uring)\s)?the\s(?P<side>past|last)\s(?:{UNITS})",
        _around_now,
        UNIT_WORD,
        ("past", "last"),
    ),
    rule(
        rf"[Ff]or\s{NEARLY}(?:(?:{NUMBER}|{SOME})\s)?(?:{UNITS}|minute)s|"
        rf"[Ff]or\s{NEARLY}(?:an?|one)\s(?:{UNITS})",
        _vague,
        UNIT_WORD,
        ("or",),
    ),
    rule("|".join(_VAGUE_WORDS), _vague, _VAGUE_PIECES),
)
