"""Reads clock times: "10:30 a.m. EDT", "0900 GMT", "noon"."""

import re
from datetime import timedelta

from watchword.model.moment import Precision
from watchword.text.calendar_words import ZONES
from watchword.text.stretches import Stretch, midnight, one_day, unresolved
from watchword.text.time_rules import DIGIT, Rule, Setting, given, rule


def place_clock(match: re.Match[str], setting: Setting) -> Stretch | None:
    """A minute where the zone is named and the day known; else the day, or nothing."""
    hour, minute = _hour(match)
    if hour > 24 or minute > 59:
        return None
    zone = given(match, "zone").lower()
    if setting.anchor is None:
        return unresolved(Precision.MINUTE)
    if zone not in ZONES:
        return one_day(setting.anchor)
    minutes = hour * 60 + minute - ZONES[zone] * 60
    try:
        since = midnight(setting.anchor) + timedelta(minutes=minutes)
        return Stretch(since, since + timedelta(minutes=1), Precision.MINUTE)
    except OverflowError:
        return unresolved(Precision.MINUTE)


def _hour(match: re.Match[str]) -> tuple[int, int]:
    if given(match, "named"):
        return (12 if match["named"].lower() == "noon" else 0), 0
    if given(match, "military"):
        return int(match["military"][:2]), int(match["military"][2:])
    hour, minute = int(match["hour"]), int(given(match, "minute") or 0)
    half = given(match, "half").lower().replace(".", "")
    if half and hour > 12:
        return 99, minute
    if half:
        hour = hour % 12 + 12 * (half == "pm")
    return hour, minute


_ZONE = r"(?:\s?\(?(?P<zone>UTC|GMT|Z|E[SD]T|C[SD]T|P[SD]T|BST|CES?T|EES?T|MSK|KST|JST)\b\)?)?"

RULES: tuple[Rule, ...] = (
    rule(
        r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))?\s?(?P<half>[AaPp]\.?[Mm]\.?)"
        rf"{_ZONE}",
        place_clock,
        DIGIT,
    ),
    rule(
        rf"(?P<hour>[0-9]{{1,2}}):(?P<minute>[0-9]{{2}}){_ZONE}"
        r"(?![:.]?[0-9])",
        place_clock,
        DIGIT,
        (":",),
    ),
    rule(
        r"(?P<military>[0-2][0-9][0-5][0-9])\s(?P<zone>GMT|UTC|KST|MSK|EST|EDT)",
        place_clock,
        DIGIT,
        ("GMT", "UTC", "KST", "MSK", "EST", "EDT"),
    ),
    rule(
        r"(?P<named>[Nn]oon|[Mm]idnight)" + _ZONE,
        place_clock,
        ("oon", "idnight"),
    ),
)
