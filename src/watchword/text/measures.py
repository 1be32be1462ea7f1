"""Words of measure after a number: "40 %", "152 mm", "12-mile", "20°C", "5 sq km".

A word that means other things too stands in `GLUED`: it measures only where it is written against
the digits ("250g", "7m").
"""

import re

from watchword.text.currencies import MONEY

_SPELLINGS = {
    "percent": "%|percent|per cent|pct|percents",
    "percentage points": "percentage point|percentage points|pct point|pct points",
    "basis points": "basis point|basis points|bps",
    "points": "point|points|pts",
    "kilometers": "km|kms|kilometer|kilometers|kilometre|kilometres",
    "miles": "mile|miles",
    "nautical miles": "nautical mile|nautical miles",
    "meters": "meter|meters|metre|metres|mtrs",
    "centimeters": "cm|cms|centimeter|centimeters|centimetre|centimetres",
    "millimeters": "mm|millimeter|millimeters|millimetre|millimetres",
    "micrometers": "\u03bcm|\u00b5m|micron|microns|micrometer|micrometers|micrometre|micrometres",
    "nanometers": "nanometer|nanometers|nanometre|nanometres",
    "feet": "foot|feet|ft",
    "inches": "inch|inches",
    "yards": "yard|yards|yds",
    "light-years": "light year|light years",
    "square kilometers": "sq km|km2|km\u00b2|sqkm|square km|square kilometer|square kilometers|"
    "square kilometre|square kilometres",
    "square miles": "sq mi|sq mile|sq miles|square mile|square miles",
    "square meters": "sq m|sqm|m2|m\u00b2|square meter|square meters|square metre|square metres",
    "square feet": "sq ft|sqft|square foot|square feet",
    "cubic meters": "m3|m\u00b3|cu m|cubic meter|cubic meters|cubic metre|cubic metres",
    "cubic feet": "cu ft|cubic foot|cubic feet",
    "hectares": "hectare|hectares",
    "acres": "acre|acres",
    "tons": "ton|tons|tonne|tonnes|metric ton|metric tons|metric tonne|metric tonnes|"
    "short tons|long tons|mt",
    "kilotons": "kiloton|kilotons|kilotonne|kilotonnes",
    "megatons": "megaton|megatons|megatonne|megatonnes",
    "gigatons": "gigaton|gigatons|gigatonne|gigatonnes",
    "kilograms": "kg|kgs|kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos",
    "grams": "gram|grams|gramme|grammes",
    "milligrams": "mg|milligram|milligrams",
    "pounds": "pound|pounds|lb|lbs",
    "ounces": "ounce|ounces|oz",
    "carats": "carat|carats",
    "liters": "liter|liters|litre|litres",
    "milliliters": "ml|milliliter|milliliters|millilitre|millilitres",
    "gallons": "gallon|gallons",
    "barrels": "barrel|barrels|bbl|bbls",
    "bushels": "bushel|bushels",
    "watts": "watt|watts",
    "kilowatts": "kw|kilowatt|kilowatts",
    "megawatts": "mw|megawatt|megawatts",
    "gigawatts": "gw|gigawatt|gigawatts",
    "terawatts": "terawatt|terawatts",
    "kilowatt-hours": "kwh|kilowatt hour|kilowatt hours",
    "megawatt-hours": "mwh|megawatt hour|megawatt hours",
    "gigawatt-hours": "gwh|gigawatt hour|gigawatt hours",
    "terawatt-hours": "twh|terawatt hour|terawatt hours",
    "volts": "volt|volts",
    "kilovolts": "kv|kilovolt|kilovolts",
    "amperes": "ampere|amperes|amps",
    "horsepower": "hp|bhp|horsepower",
    "rpm": "rpm",
    "pound-feet": "lb ft|pound feet|pound foot",
    "newton-meters": "newton meters|newton metres",
    "psi": "psi",
    "megapascals": "mpa|megapascal|megapascals",
    "hertz": "hz|hertz",
    "kilohertz": "khz|kilohertz",
    "megahertz": "mhz|megahertz",
    "gigahertz": "ghz|gigahertz",
    "decibels": "decibel|decibels|db",
    "knots": "knot|knots|kn",
    "miles per hour": "mph|m.p.h.",
    "kilometers per hour": "kph|kmh|km/h|kmph",
    "degrees": "\u00b0|degree|degrees|deg",
    "degrees Celsius": "\u00b0c|degc|deg c|degree celsius|degrees celsius|degrees centigrade|"
    "degrees c|celsius",
    "degrees Fahrenheit": "\u00b0f|degf|deg f|degree fahrenheit|degrees fahrenheit|degrees f|"
    "fahrenheit",
    "parts per million": "ppm|parts per million",
    "calories": "calorie|calories|kcal",
    "bytes": "byte|bytes",
    "kilobytes": "kb|kilobyte|kilobytes",
    "megabytes": "mb|megabyte|megabytes",
    "gigabytes": "gb|gigabyte|gigabytes",
    "terabytes": "tb|terabyte|terabytes",
    "megabits per second": "mbps|megabits per second",
    "gigabits per second": "gbps|gigabits per second",
    "pixels": "pixel|pixels",
    "megapixels": "megapixel|megapixels",
    "sieverts": "sievert|sieverts",
    "millisieverts": "msv|millisievert|millisieverts",
    "microsieverts": "microsievert|microsieverts",
    "becquerels": "becquerel|becquerels",
}


def _by_word(spellings: dict[str, str]) -> dict[str, str]:
    return {word: unit for unit, words in spellings.items() for word in words.split("|")}


MEASURES = _by_word(_SPELLINGS)
"""Words of measure in lower case, with the unit as figures name it."""

GLUED = {
    "m": "meters",
    "l": "liters",
    "L": "liters",
    "g": "grams",
    "t": "tons",
    "pc": "percent",
    "p": "pence",
}
"""Letters, as written, that measure only where they stand against the digits."""

MEASURE_UNITS = frozenset({*MEASURES.values(), *GLUED.values()})

_WORDS = re.compile(
    r"(?P<gap>[\s\u00a0-]{0,2})(?P<first>%|\u00b0(?:\s?[CcFf]\b)?|m\.p\.h\.|km/h\b|[^\W\d_]+[23\u00b2\u00b3]?)"
    r"(?:[\s-](?P<second>[^\W\d_]+)(?:[\s-](?P<third>[^\W\d_]+))?)?"
)
_NO_MONEY = frozenset({"won"})
"""Money that is a verb more often; a counted phrase decides ("3 trillion won")."""


def find_measure(text: str, end: int) -> tuple[str, int]:
    """The unit of measure that a number's end leads to, and where its words end.

    >>> find_measure("500 sq km", 3), find_measure("40%", 2), find_measure("5 men", 1)
    (('square kilometers', 9), ('percent', 3), ('', 1))
    """
    match = _WORDS.match(text, end)
    if match is None:
        return "", end
    words = [word.lower().replace(" ", "") for word in match.groups()[1:] if word]
    for length in range(len(words), 0, -1):
        unit = MEASURES.get(" ".join(words[:length]))
        if unit is not None:
            return unit, match.end(length + 1)
    if match["first"] == "m" or (not match["gap"] and match["first"] in GLUED):
        return GLUED[match["first"]], match.end("first")
    return "", end


def find_money(text: str, end: int) -> tuple[str, int]:
    """The money that the word after a number names, and where the word ends.

    >>> find_money("800 yuan", 3), find_money("5 men", 1)
    (('yuan', 8), ('', 1))
    """
    match = _WORDS.match(text, end)
    word = match["first"].lower() if match else ""
    if match is None or word in _NO_MONEY or word not in MONEY:
        return "", end
    return MONEY[word], match.end("first")
