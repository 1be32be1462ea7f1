"""Names of months, weekdays, seasons and parts of the year, and how to recognise them.

Months and weekdays count only with a capital, so that "may" and "march" stay verbs, and the
short forms of weekdays ("Sat", "Sun") are not read at all.
"""

MONTHS = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}
SHORT_MONTHS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
WEEKDAYS = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month of each season, north of the equator; a winter is named by its December."""

QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
SMALL_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
ZONES = {
    "utc": 0.0,
    "gmt": 0.0,
    "z": 0.0,
    "est": -5.0,
    "edt": -4.0,
    "cst": -6.0,
    "cdt": -5.0,
    "pst": -8.0,
    "pdt": -7.0,
    "bst": 1.0,
    "cet": 1.0,
    "cest": 2.0,
    "eet": 2.0,
    "eest": 3.0,
    "msk": 3.0,
    "kst": 9.0,
    "jst": 9.0,
}
"""Hours that a clock is ahead of UTC. The bare "ET" moves with the season and is not listed."""

UNCLEAR_MONTHS = frozenset({"march", "may", "april", "june", "august"})
"""Months that are also verbs or names: alone they count only after a word such as "in"."""

_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_LONG = "|".join(word.capitalize() for word in MONTHS)
LONG_MONTH = rf"(?:{_LONG}|{_LONG.upper()})"
"""Pattern of a month written out."""
MONTH = rf"(?:{LONG_MONTH}\b|(?:{_SHORT})\b\.?)"
"""Pattern of a month, short forms included."""
WEEKDAY = rf"(?:{'|'.join(word.capitalize() for word in WEEKDAYS)})"
"""Pattern of a weekday."""
YEAR = r"(?:1[89]|20)[0-9]{2}(?![0-9]|[.,:/][0-9])"
"""Pattern of a year."""
DAY = r"(?:[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9\w]|[.,:/%][0-9])"
"""Pattern of a day of the month."""
UNITS = "hour|day|night|week|month|year|decade"
"""Alternatives of a length of time, in the singular."""
NUMBER = rf"(?:[0-9]{{1,3}}|{'|'.join(SMALL_NUMBERS)})"
"""Pattern of a small number."""
GAP = r"(?:[ \t\u00a0\u202f]{1,3}|[ \t]?\n[ \t]?)"
"""Pattern of the white space between two words, a line's end at most."""


def month_number(word: str) -> int:
    """The number of a month, from 1.

    >>> month_number("Sept."), month_number("OCTOBER")
    (9, 10)
    """
    key = word.lower().rstrip(".")
    return MONTHS.get(key) or SHORT_MONTHS[key]


def small_number(word: str) -> int:
    """The value of a small number in words or digits."""
    key = word.lower()
    return SMALL_NUMBERS[key] if key in SMALL_NUMBERS else int(key)
