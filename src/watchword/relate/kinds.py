"""What kind of thing a figure counts and how many, so that "soldiers" meet "troops"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from watchword.model.figure import Approx, Figure
from watchword.text.gazetteer import country_named
from watchword.text.lexicon import lexicon
from watchword.text.similarity import stem, words_in

_KINDS = {
    "troops": """troops soldiers servicemen servicewomen personnel forces fighters infantrymen
        infantry commandos paratroopers recruits conscripts men combatants reinforcements marines
        reservists mercenaries comrades""",
    "officers": "officers commanders colonels",
    "generals": "generals",
    "workers": """workers labourers laborers engineers builders technicians sappers deminers
        welders""",
    "civilians": "civilians residents inhabitants",
    "people": "people persons",
    "children": "children minors",
    "prisoners": "prisoners captives hostages detainees",
    "refugees": "refugees evacuees migrants",
    "drones": "drones uavs shaheds",
    "missiles": "missiles rockets",
    "shells": "shells rounds munitions",
    "guns": "guns howitzers launchers",
    "containers": "containers",
    "shipments": "shipments",
    "ships": "ships vessels warships boats",
    "tanks": "tanks",
    "vehicles": "vehicles trucks",
    "aircraft": "aircraft planes jets warplanes",
    "helicopters": "helicopters",
    "US dollars": "dollars usd",
}
PEOPLE = frozenset(
    {"troops", "officers", "generals", "workers", "civilians", "people", "children"}
    | {"prisoners", "refugees"}
)
SOLDIERS = frozenset({"troops", "officers", "generals"})
ABOUT = 0.1
"""Share by which what is told as "about" may be more or less."""
FAR = 3.0
"""A figure is far from the others where it is so many times the largest, or so small a part of
the smallest: 1,500 and 3,000 are two stages of one thing, 1,500 and 100,000 are not."""
FEWEST_ROUNDS = 100
"""Fewer rounds are those of talks or of a deployment, and no ammunition."""
GOODS = frozenset(
    {"drones", "missiles", "shells", "guns", "containers", "tanks", "vehicles", "US dollars"}
)
"""What is supplied where it is sent; ships, aircraft and much else go by themselves."""
CASUALTIES = lexicon("casualties losses")
HARMED_NOUNS = {
    "deaths": "killed",
    "fatalities": "killed",
    "dead": "killed",
    "injuries": "wounded",
    "wounded": "wounded",
    "injured": "wounded",
    "casualties": "killed or wounded",
}
"""Units that tell what became of whom they count, with the fate."""
_OPPOSING = frozenset({"against", "fighting", "battling", "alongside", "with", "by", "training"})
_OWNING = frozenset({"its", "their"})
_BUILDING = frozenset(stem(word) for word in ("construction", "engineering", "engineer", "sapper"))


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Amount:
    """A quantity without its words: two figures of one amount say the same number.

    Attributes:
        kind: what is counted, synonyms evened out ("troops").
        low: lowest value, -1 where the words set no floor.
        best: the value named, -1 for a range or a vague number.
        high: highest value, -1 where the words set no ceiling.
    """

    kind: str
    low: float
    best: float
    high: float


def amount_of(figure: Figure) -> Amount:
    """A figure's quantity; a named value stands for its bounds, so "about" does not part."""
    kind = kind_counted(figure)
    if figure.best is not None:
        return Amount(kind=kind, low=-1, best=figure.best, high=-1)
    low = -1 if figure.low is None else figure.low
    high = -1 if figure.high is None else figure.high
    return Amount(kind=kind, low=low, best=-1, high=high)


def bounds_of(figure: Figure) -> tuple[float | None, float | None]:
    """The lowest and the highest value that a figure's words allow; None where they set no bound.

    "About" allows a tenth more or less.
    """
    if figure.approx is Approx.ABOUT and figure.best is not None:
        return figure.best * (1 - ABOUT), figure.best * (1 + ABOUT)
    if figure.approx is Approx.EXACT and figure.best is not None:
        return figure.best, figure.best
    return figure.low, figure.high


def least(figure: Figure) -> float | None:
    """The lowest value that a figure names: its floor, else the value itself, else its ceiling."""
    named = (figure.low, figure.best, figure.high)
    return next((value for value in named if value is not None), None)


def most(figure: Figure) -> float | None:
    """The highest value that a figure names: its ceiling, else the value itself, else its floor."""
    named = (figure.high, figure.best, figure.low)
    return next((value for value in named if value is not None), None)


def kind_counted(figure: Figure) -> str:
    """What a figure counts with synonyms evened out: "soldiers" are "troops".

    Those who are told only by what became of them ("1,000 casualties") are people.
    """
    if figure.unit in HARMED_NOUNS or figure.unit in CASUALTIES:
        return "people"
    kind = kind_named(figure.unit)
    if figure.unit == "rounds" and (most(figure) or 0) < FEWEST_ROUNDS:
        return "stages"
    if kind == "troops" and _BUILDING & {stem(word) for word in words_in(figure.counted)}:
        return "workers"
    return kind or " ".join(stem(word) for word in words_in(figure.unit))


def kind_named(words: str) -> str:
    """The kind that the last telling word of a phrase names, empty where none does."""
    named = (_kinds().get(stem(word)) for word in reversed(words_in(words)))
    return next((kind for kind in named if kind), "")


def kinds_named(words: str) -> frozenset[str]:
    """Every kind that a plural of some words names."""
    return frozenset(kind_named(word) for word in words.split() if _is_plural(word)) - {""}


def is_kind_told(figure: Figure) -> bool:
    """Whether a figure names what it counts: "1,000 troops", not "1,000 of them were killed"."""
    told_apart = kind_counted(figure) not in {"", "people"}
    plain = figure.unit == "people" and kind_named(figure.counted) == "people"
    return told_apart or plain


def country_in(words: str) -> str:
    """Code of the first country that some words name, empty where they name none."""
    return next((code for code, _, _ in _countries_in(words.split())), "")


def countries_in(words: str) -> tuple[str, ...]:
    """Codes of the countries that some words name, each once, in their order."""
    return tuple(dict.fromkeys(code for code, _, _ in _countries_in(words.split())))


def people_named(words: str) -> tuple[str, str]:
    """Kind and country of the people that some words name last: ("troops", "KP").

    Whom they fight is not who is spoken of.

    >>> people_named("North Korean troops fought against Ukrainian soldiers")
    ('troops', 'KP')
    >>> people_named("Zelensky put the number of North Koreans in Kursk")
    ('people', 'KP')
    """
    return next(iter(reversed([*each_people_named(words)])), ("", ""))


def each_people_named(words: str) -> Iterator[tuple[str, str]]:
    """Kind and country of all the people that some words name, in their order.

    "Its troops" are those of the country named before.
    """
    pieces = words.split()
    named = {end: (code, start) for code, start, end in _countries_in(pieces)}
    last = ""
    for place in range(len(pieces) + 1):
        code, start = named.get(place, ("", place))
        owner = code or (last if place and pieces[place - 1].lower() in _OWNING else "")
        if not owner or (start and pieces[start - 1].lower() in _OPPOSING):
            continue
        last = owner
        kind = _kind_near(pieces[place : place + 4])
        if kind:
            yield kind, owner
        elif code and pieces[place - 1].strip(".,;:").endswith(("ans", "ians", "is")):
            yield "people", code


def _kind_near(pieces: list[str]) -> str:
    """The people that the first words name, before the clause ends."""
    for piece in pieces:
        kind = kind_named(piece) if _is_plural(piece) else ""
        if kind in PEOPLE:
            return kind
        if piece.endswith((".", ",", ";")):
            break
    return ""


def _is_plural(piece: str) -> bool:
    """Whether a word names several: "the general staff" names no generals."""
    word = piece.strip('.,;:()"').lower()
    return word.endswith("s") or word in {"personnel", "infantry", "men", "people"}


def _countries_in(pieces: list[str]) -> list[tuple[str, int, int]]:
    """Each country that is named, with the indexes of its name, end excluded."""
    found: list[tuple[str, int, int]] = []
    start = 0
    while start < len(pieces):
        length = 1
        if pieces[start][:1].isupper():
            for size in (3, 2, 1):
                named = " ".join(pieces[start : start + size]).strip(".,;:()\"'")
                country = country_named(named, around="") if named else None
                if country is not None:
                    found.append((country.code, start, min(start + size, len(pieces))))
                    length = size
                    break
        start += length
    return found


@cache
def _kinds() -> dict[str, str]:
    return {stem(word): kind for kind, words in _KINDS.items() for word in words.split()}
