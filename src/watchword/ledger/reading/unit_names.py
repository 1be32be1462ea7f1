"""Whether two units are the same under another name: "$" and "US dollars", "metre" and "m".

The rule: case, spaces and number are apart; signs, abbreviations and British spellings are
written out; "percentage" is percent. Of what is counted the head noun decides ("coal-fired power
plants" and "plants"). What a rate is shared out to ("a month") is compared where it is labelled.
"""

import re

from watchword.ledger.corpora.newsquant import LabelledQuantity
from watchword.model.figure import Figure
from watchword.text.lexicon import lexicon
from watchword.text.units import SAME_IN_PLURAL, is_measured, to_plural


def are_same_units(label: LabelledQuantity, figure: Figure) -> bool:
    """Whether a label and a figure have the same unit."""
    found = normal_unit(figure.unit)
    if label.normal_unit.startswith("% "):
        return found == "percent"
    whole = f"{found} per {normal_unit(figure.per)}" if figure.per else found
    for words in (label.unit, label.normal_unit):
        unit, per = _parted(words)
        if whole == (f"{unit} per {per}" if per else unit) or (not per and unit == found):
            return True
        shared = not per or per == normal_unit(figure.per)
        if (
            shared
            and not is_measured(figure.unit)
            and found
            and (_head(unit) == found or _named_in(unit, figure))
        ):
            return True
    return False


def is_time(unit: str) -> bool:
    """Whether a written-out unit is a length of time or a number of times."""
    return _parted(unit)[0] in _TIMES


def normal_unit(words: str) -> str:
    """A unit in its one form: lower case, singular, written out; "-" is no unit.

    >>> normal_unit("US$"), normal_unit("Kilometres"), normal_unit("miles per hour")
    ('dollar', 'kilometer', 'mile per hour')
    >>> normal_unit("percentage"), normal_unit("-")
    ('percent', '')
    """
    plain = words.casefold().strip()
    if plain in _NAMES:
        return _NAMES[plain]
    plain = " ".join(_singular(word) for word in _SPACES.sub(" ", plain).split())
    return _NAMES.get(plain, plain)


_SPACES = re.compile(r"[\s-]+")
_PER = re.compile(r"^(.*?)[\s-]+(?:per|an?|every|each)[\s-]+(.+)$")
_OF = re.compile(r"\s(?:of|responsible|from|in)\s.*$")
_TIMES = lexicon(
    "second minute hour day night week weekend month quarter year decade century count time"
)
_NAMES = {
    "-": "",
    "$": "dollar",
    "us$": "dollar",
    "us dollar": "dollar",
    "usd": "dollar",
    "au $": "australian dollar",
    "au$": "australian dollar",
    "a$": "australian dollar",
    "aud": "australian dollar",
    "c$": "canadian dollar",
    "hk$": "hong kong dollar",
    "nz $": "new zealand dollar",
    "s $": "singapore dollar",
    "singaporean dollar": "singapore dollar",
    "£": "pound",
    "ps": "pound",
    "pound sterling": "pound",
    "pound mass": "pound",
    "lb": "pound",
    "€": "euro",
    "eur": "euro",
    "yen": "yen",
    "japanese yen": "yen",
    "chinese yuan": "yuan",
    "inr": "rupee",
    "indian rupee": "rupee",
    "rm": "malaysian ringgit",
    "ringgit": "malaysian ringgit",
    "south african rand": "rand",
    "p": "pence",
    "%": "percent",
    "pc": "percent",
    "per cent": "percent",
    "percentage": "percent",
    "km": "kilometer",
    "kilometre": "kilometer",
    "m": "meter",
    "metre": "meter",
    "centimetre": "centimeter",
    "cm": "centimeter",
    "millimetre": "millimeter",
    "mm": "millimeter",
    "micrometre": "micrometer",
    "\u03bcm": "micrometer",
    "feet": "foot",
    "square feet": "square foot",
    "sq ft": "square foot",
    "sq m": "square meter",
    "sqm": "square meter",
    "square metre": "square meter",
    "tonne": "ton",
    "metric ton": "ton",
    "gigatonne": "gigaton",
    "kg": "kilogram",
    "litre": "liter",
    "l": "liter",
    "millilitre": "milliliter",
    "ml": "milliliter",
    "mph": "mile per hour",
    "kph": "kilometer per hour",
    "km/h": "kilometer per hour",
    "hp": "horsepower",
    "kw": "kilowatt",
    "mw": "megawatt",
    "gw": "gigawatt",
    "gb": "gigabyte",
    "hz": "hertz",
    "khz": "kilohertz",
    "ghz": "gigahertz",
    "kv": "kilovolt",
    "degree celsius": "celsius",
    "degree c": "celsius",
    "degree fahrenheit": "fahrenheit",
    "degf": "fahrenheit",
    "lb ft": "pound foot",
    "pound feet": "pound foot",
    "foot pound force": "pound foot",
    "touch down": "td",
    "people": "people",
    "person": "people",
}
"""Names of units, each with its one form."""
_SPEEDS = frozenset({"mile per hour", "kilometer per hour"})
"""Units that have a name of their own besides."""


def _singular(word: str) -> str:
    if word in SAME_IN_PLURAL or word.endswith(("ss", "us", "is")) or len(word) < 3:
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word.removesuffix("s")


def _parted(words: str) -> tuple[str, str]:
    """A unit and what it is shared out to."""
    match = _PER.match(words.casefold().strip())
    whole = normal_unit(words)
    if match is None or whole in _SPEEDS:
        return whole, ""
    return normal_unit(match[1]), normal_unit(match[2])


def _head(unit: str) -> str:
    return normal_unit(_OF.sub("", unit).rsplit(" ", 1)[-1])


def _named_in(unit: str, figure: Figure) -> bool:
    """Whether the labelled words stand in the counted phrase and hold its head."""
    counted = normal_unit(figure.counted).split()
    words = _OF.sub("", unit).split()
    heads = {normal_unit(figure.unit), to_plural(counted[-1]) if counted else ""}
    ends = {normal_unit(words[-1]), to_plural(words[-1])} if words else set()
    return bool(words) and bool(heads & ends) and set(words) <= {*counted, *words[-1:]}
