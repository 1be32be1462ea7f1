"""Tells what a figure is shared out to ("a month", "per barrel") and whether it has added up."""

import re

WINDOW = 72
"""Characters on either side of a figure that are searched."""

_PERIODS = (
    r"second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|century|shift"
)
_THINGS = (
    r"barrel|share|head|person|capita|ton|tonne|gallon|liter|litre|pound|kilogram|kilo|ounce|"
    r"household|family|soldier|unit|piece|night|seat|vote|mile|kilometer|kilometre|hectare|acre"
)
_PER = re.compile(
    r"(?:\s(?:killed|wounded|dead|injured)(?:\s(?:and|or)\s(?:wounded|injured))?)?"
    rf"(?:\s(?:a|an|each|every)[\s-](?P<period>{_PERIODS})\b(?!\s(?:earlier|ago|later|before|after))|\s(?:a|an)\s(?P<thing>{_THINGS})\b|"
    rf"\sper[\s-](?P<per>[^\W\d_]+)|/(?P<slash>{_PERIODS}|{_THINGS})\b|"
    rf"-a-(?P<joined>{_PERIODS})\b|\s(?P<adverb>daily|weekly|monthly|annually|yearly|nightly|hourly)\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?P<adverb>daily|weekly|monthly|annual|yearly|nightly|hourly)\s(?:\w+\s){0,2}(?:of\s)?\Z",
    re.IGNORECASE,
)
_ADVERBS = {
    "hourly": "hour",
    "daily": "day",
    "nightly": "night",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "annual": "year",
    "yearly": "year",
}
_SO_FAR = re.compile(
    r"[^.;!?0-9]{0,60}?\b(?:so\sfar|to\sdate|until\snow|up\sto\snow|as\sof\s|in\s(?:total|all)\b|"
    r"altogether|cumulatively|since\b(?!\sthen,\s))",
    re.IGNORECASE,
)
_TOTAL_BEFORE = re.compile(
    r"(?:\b(?:(?:a|the)\s(?:combined\s|grand\s|cumulative\s|running\s)?(?:total|toll|tally)\s"
    r"(?:of|to|at|is|was|has\sreached|reached|stands\sat|stood\sat|rose\sto|rises\sto)|"
    r"(?:death|overall|total|cumulative)\s(?:toll|tally|count)\s(?:\w+\s){1,3}?)\s{0,2}|"
    r"\bso\sfar\b[^.;!?0-9]{0,40}|"
    r"\bsince\b[^.;!?0-9]{0,30}(?:(?:19|20)[0-9]{2})?[^.;!?0-9]{0,16})\Z",
    re.IGNORECASE,
)


def find_per(text: str, lower: int, start: int, stops: tuple[int, int]) -> str:
    """What a figure is shared out to, in the singular, empty without anything.

    >>> find_per("700 shells a day", 0, 0, (3, 10)), find_per("a monthly 40 tons", 0, 10, (17, 17))
    ('day', 'month')

    Args:
        text: the report's text.
        lower: first character that may belong to the words before the figure.
        start: first character of the figure, its qualifier included.
        stops: the character after its unit, and after its counted phrase.
    """
    for stop in sorted(set(stops)):
        match = _PER.match(text, stop, stop + WINDOW)
        if match is not None:
            word = next(word for word in match.groups() if word).lower()
            return "" if word in {"cent", "centum"} else _ADVERBS.get(word, word)
    before = _BEFORE.search(text[max(lower, start - WINDOW) : start])
    return _ADVERBS[before["adverb"].lower()] if before else ""


def is_cumulative(text: str, bounds: tuple[int, int], start: int, stop: int) -> bool:
    """Whether a figure is said to have added up: "so far", "since 2022", "a total of".

    Args:
        text: the report's text.
        bounds: first character and the one after the last that may belong to the words.
        start: first character of the figure, its qualifier included.
        stop: the character after its unit or its counted phrase.
    """
    lower, upper = bounds
    if _TOTAL_BEFORE.search(text[max(lower, start - WINDOW) : start]):
        return True
    return _SO_FAR.match(text, stop, min(upper, stop + WINDOW)) is not None
