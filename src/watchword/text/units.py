"""Units of figures: what is counted, in the words that a figure uses."""

from watchword.text.lexicon import lexicon

MEASURES = {
    "%": "percent",
    "percent": "percent",
    "per cent": "percent",
    "percentage point": "percentage points",
    "percentage points": "percentage points",
    "km": "kilometers",
    "kms": "kilometers",
    "kilometer": "kilometers",
    "kilometers": "kilometers",
    "kilometre": "kilometers",
    "kilometres": "kilometers",
    "mile": "miles",
    "miles": "miles",
    "nautical miles": "nautical miles",
    "meter": "meters",
    "meters": "meters",
    "metre": "meters",
    "metres": "meters",
    "mm": "millimeters",
    "cm": "centimeters",
    "feet": "feet",
    "foot": "feet",
    "ft": "feet",
    "ton": "tons",
    "tons": "tons",
    "tonne": "tons",
    "tonnes": "tons",
    "kg": "kilograms",
    "kilogram": "kilograms",
    "kilograms": "kilograms",
    "kilo": "kilograms",
    "kilos": "kilograms",
    "kiloton": "kilotons",
    "kilotons": "kilotons",
    "hectare": "hectares",
    "hectares": "hectares",
    "acres": "acres",
    "liters": "liters",
    "litres": "liters",
    "barrel": "barrels",
    "barrels": "barrels",
    "mw": "megawatts",
    "megawatt": "megawatts",
    "megawatts": "megawatts",
    "gw": "gigawatts",
    "gigawatts": "gigawatts",
    "kph": "kilometers per hour",
    "mph": "miles per hour",
    "degrees": "degrees",
    "\u00b0": "degrees",
}
"""Words of measure, with the unit as figures name it."""

MONEY = {
    "dollar": "US dollars",
    "dollars": "US dollars",
    "usd": "US dollars",
    "euro": "euros",
    "euros": "euros",
    "eur": "euros",
    "won": "won",
    "krw": "won",
    "rouble": "roubles",
    "roubles": "roubles",
    "ruble": "roubles",
    "rubles": "roubles",
    "yuan": "yuan",
    "renminbi": "yuan",
    "yen": "yen",
    "hryvnia": "hryvnias",
    "hryvnias": "hryvnias",
    "shekels": "shekels",
    "rupees": "rupees",
    "liras": "liras",
    "lira": "liras",
    "rials": "rials",
    "cents": "cents",
}
"""Words of money, with the unit as figures name it; "pounds" are weights as often, so not here."""

DURATIONS = lexicon(
    "second seconds minute minutes hour hours day days night nights week weeks weekend weekends "
    "month months quarter quarters year years decade decades century centuries time times "
    "fortnight"
)
"""Lengths of time, and "times": a number before them is no figure."""

PEOPLE = lexicon(
    "troops soldiers people men women children personnel fighters civilians officers servicemen "
    "servicewomen refugees generals sailors pilots crew engineers workers militants casualties "
    "prisoners hostages victims deaths recruits conscripts "
    "mercenaries reservists volunteers advisers advisors trainers instructors officials lawmakers "
    "police policemen migrants residents students employees members defectors marines commandos "
    "infantry cavalry"
)
"""Counted people, in the plural."""

THINGS = lexicon(
    "containers missiles shells tanks drones vehicles rockets rounds guns howitzers launchers "
    "ships vessels boats submarines aircraft planes jets helicopters trains railcars trucks "
    "convoys brigades battalions regiments divisions units corps countries states nations sites "
    "cities towns villages bases weapons munitions warheads satellites sanctions embassies houses "
    "homes buildings schools hospitals attacks strikes raids launches tests systems batteries "
    "parts flights warships warplanes arms provinces regions groups protesters"
)
"""Counted things, in the plural."""

COUNTED_NOUNS = PEOPLE | THINGS
"""Nouns that are certainly counted, whatever a tagger says of them."""

SAME_IN_PLURAL = lexicon(
    "aircraft personnel infantry cavalry crew police people troops corps spacecraft hovercraft "
    "dead wounded injured missing cattle series species staff"
)
"""Nouns that need no plural ending."""

_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "serviceman": "servicemen",
    "servicewoman": "servicewomen",
    "policeman": "policemen",
    "foot": "feet",
    "life": "lives",
    "knife": "knives",
    "wife": "wives",
    "half": "halves",
}


def to_plural(noun: str) -> str:
    """Give a counted noun's plural in lower case, itself where it is one already.

    >>> to_plural("Brigade"), to_plural("embassy"), to_plural("troops")
    ('brigades', 'embassies', 'troops')
    """
    word = noun.lower()
    if word in SAME_IN_PLURAL or word in COUNTED_NOUNS or word in _IRREGULAR.values():
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(("s", "x", "ch", "sh")):
        return word if _is_plural(word) else f"{word}es"
    if word.endswith("man"):
        return f"{word[:-3]}men"
    if word.endswith("y") and not word.endswith(("ay", "ey", "oy", "uy")):
        return f"{word[:-1]}ies"
    return f"{word}s"


def kind_of(unit: str) -> str:
    """What sort of thing a unit counts: people, things, a measure's own name, or unknown ("").

    >>> kind_of("officers"), kind_of("tanks"), kind_of("US dollars"), kind_of("ideas")
    ('people', 'things', 'US dollars', '')
    """
    if unit in PEOPLE:
        return "people"
    if unit in THINGS:
        return "things"
    return unit if is_measured(unit) else ""


def is_measured(unit: str) -> bool:
    """Whether a unit is a measure or money, which counts nothing."""
    return unit in _MEASURED or unit.endswith("dollars")


_MEASURED = {*MEASURES.values(), *MONEY.values(), "pounds"}


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))
