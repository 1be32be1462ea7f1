"""Units of figures: what is counted, in the words that a figure uses."""

from watchword.text.currencies import MONEY_UNITS
from watchword.text.lexicon import lexicon
from watchword.text.measures import MEASURE_UNITS

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
    "infantry cavalry voters protesters demonstrators marchers detainees passengers seafarers "
    "crewmen fishermen divers captives abductees gunmen rebels insurgents terrorists suspects "
    "activists journalists doctors medics nurses teachers farmers settlers peacekeepers observers "
    "diplomats ministers senators deputies candidates delegates guards survivors rescuers "
    "firefighters evacuees returnees patients inmates customers users individuals believers "
    "followers subscribers visitors tourists families households bodies"
)
"""Counted people, in the plural."""

THINGS = lexicon(
    "containers missiles shells tanks drones vehicles rockets rounds guns howitzers launchers "
    "ships vessels boats submarines aircraft planes jets helicopters trains railcars trucks "
    "convoys brigades battalions regiments divisions units corps countries states nations sites "
    "cities towns villages bases weapons munitions warheads satellites sanctions embassies houses "
    "homes buildings schools hospitals attacks strikes raids launches tests systems batteries "
    "parts flights warships warplanes arms provinces regions groups ballots votes seats stations "
    "substations turbines transformers tankers trawlers ferries barges islands checkpoints "
    "roadblocks districts crates boxes pallets truckloads airstrikes airfields bridges tunnels "
    "pipelines refineries wells mines landmines bombs incidents violations breaches incursions "
    "sorties jobs companies firms entities banks accounts visas licences permits kits tents beds "
    "grenades rifles devices sales copies interceptors apartments flats shops cars buses tractors "
    "generators projectiles mortars balloons reactors"
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
    "persons": "people",
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
    return unit in MEASURE_UNITS or unit in MONEY_UNITS or unit.endswith((" dollars", " pounds"))


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))
