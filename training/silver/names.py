"""Names that corpora do not label, found by rule: units, weapons, facilities, events, quantities.

Precision goes before recall, but only such types are given as labelled as the rules find nearly
always in news: what is unmarked counts as a negative. People, bodies, places, money and dates are
not among them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from silver.cast import LISTS
from watchword.ledger.corpora.sentence import Scheme
from watchword.text.currencies import MONEY
from watchword.text.gazetteer import NameUse, country_uses
from watchword.text.measures import MEASURES
from watchword.text.numbers import Number, find_numbers

NAME_TYPES = frozenset({"unit", "weapon", "facility", "event", "quantity"})
"""The types that the rules find well enough for the rest to be negatives. A sentence with a word
that raises doubts, such as "vehicle" outside any weapon, goes without that type."""

Found = tuple[int, int, str]

_CAPITAL = (
    r"(?!The\b|A\b|An\b|In\b|On\b|At\b|And\b|Of\b|To\b|Its\b)[A-Z\u00c0-\u00de][\w.&\u2019'/-]*"
)
_JOINED = rf"{_CAPITAL}(?: (?:{_CAPITAL}|\d+|of|de|al|el|bin)(?= ))*?"
_ORDINAL = (
    r"(?:\d+(?:st|nd|rd|th|d)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|"
    r"[IVX]{1,5})"
)
_UNIT_HEAD = (
    r"(?:Corps|Army Group|Army|Division|Brigade|Regiment|Battalion|Squadron|Fleet|Flotilla|Wing|"
    r"Company|Platoon|Battery|Tank Army|Expeditionary Unit)"
)
_UNIT_KINDS = (
    r"(?:(?:Combined|Arms|Separate|Guards|Motor|Motorized|Motorised|Mechanized|Mechanised|Rifle|"
    r"Infantry|Naval|Marine|Airborne|Air|Assault|Armored|Armoured|Mountain|Tank|Artillery|Missile|"
    r"Rocket|Special|Operations|Forces|Stryker|Cavalry|Fighter|Bomber|Expeditionary|Territorial|"
    r"Defen[cs]e|Engineer|Engineering|Signal|Reconnaissance|Security|National|Guard|Army|Light|"
    r"Heavy|Parachute|Commando|Border|Cyber|Support|Sustainment|Aviation|Drone|Carrier|Strike|"
    r"separate|guards|motorized|motorised|mechanized|mechanised|rifle|infantry|naval|marine|"
    r"airborne|air|assault|armored|armoured|mountain|tank|artillery|missile|special|operations|"
    r"forces|fighter|territorial|defen[cs]e|reconnaissance|combined|arms|\w+-\w+) )"
)
_SHIP = r"(?:USS|HMS|INS|ROKS|HMAS|HMCS|USNS|BRP|RFS|FNS|PNS|JS|FS|TCG)"
_DESIGNATION = (
    r"(?:F|B|C|AC|KC|MC|EC|RC|MQ|RQ|AH|UH|CH|MH|MiG|Su|Tu|Il|Mi|Ka|An|T|BMP|BTR|BM|BRDM|S|SA|KN|AK|"
    r"RPG|PAC|AIM|AGM|FAB|KAB|Kh|Shahed|Geran|Lancet|J|JF|HQ|YJ|SM|PL|GBU|BGM|TOS|D|P|E|U)"
    r"-\d{1,3}[A-Z]{0,2}s?"
)
_NOT_DESIGNATIONS = re.compile(
    r"(?:F-1|C-\d|D-\d|E-\d|T-\d|P-5|J-1|S-\d|U-\d\d?|MH-17|B-\d|P-\d|H-1B)"
)
_NOT_BEFORE = {
    "tank": "think fuel water gas oil storage septic fish",
    "bomber": "suicide",
    "bombers": "suicide",
    "mines": "coal gold copper silver diamond salt iron of the cobalt in lithium uranium",
    "tanks": "think fuel water gas oil storage septic fish",
    "cruiser": "police",
    "cruisers": "police",
    "carriers": "mobile",
    "weapon": "a as",
    "guns": "their",
}
_NO_EVENTS = (
    "Center",
    "Centre",
    "Watch",
    "Warning",
    "Relief",
    "Season",
    "Room",
    "Commander",
    "Corps",
)
_COUNTING = frozenset({"Many", "Several", "Every", "Both", "Two", "Three", "No", "Another"})
_NO_NAMES = frozenset(
    {"U.S.", "US", "UN", "U.N.", "British", "Shia", "Shiite", "Sunni", "Buddhist", "Catholic"}
    | {"Jewish", "Christian", "Muslim", "Kurdish", "Arab", "European", "African", "Islamic", "UK"}
    | {"Army", "Armed", "Forces", "States", "United", "Navy", "Air", "Marine", "Corps", "Force"}
)
_EXCEEDING = re.compile(r"(?:surpass|exceed|topp|reach|could|may|might|can$|total)", re.IGNORECASE)


def label_names(words: Sequence[str]) -> Scheme:
    """Find the names that rules can tell in a sentence, in the scheme `domain`.

    >>> words = "About 1,500 men of the 11th Corps got S-400 missiles .".split()
    >>> sorted(label_names(words).phrases)
    [(0, 2, 'quantity'), (5, 7, 'unit'), (8, 10, 'weapon')]
    """
    line = f" {' '.join(words)} "
    found = frozenset(_settled({*_by_pattern(line), *_quantities(words)}))
    sure = NAME_TYPES - {kind for kind in NAME_TYPES if _may_miss(kind, words, found)}
    return Scheme(types=sure, phrases=frozenset(name for name in found if name[2] in sure))


def _may_miss(kind: str, words: Sequence[str], found: Iterable[Found]) -> bool:
    """Whether a word that such names often have stands outside those that were found."""
    covered = {at for start, end, other in found if other == kind for at in range(start, end)}
    doubtful = _doubts().get(kind, frozenset())
    return any(word.lower() in doubtful for at, word in enumerate(words) if at not in covered)


def _by_pattern(line: str) -> Iterator[Found]:
    for kind, pattern in _patterns():
        for match in pattern.finditer(line):
            if not _is_excepted(kind, match["name"], line[: match.start("name")]):
                first = line.count(" ", 0, match.start("name")) - 1
                yield first, first + match["name"].count(" ") + 1, kind


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    weapon = _alternatives("weapon_names")
    heads, modifiers = _alternatives("weapon_heads"), _alternatives("weapon_modifiers")
    facility = "|".join(_facility_heads())
    calibre = r"\d+(?:\.\d+)?-?(?:mm|millimet(?:er|re))"
    name = rf"(?:{weapon}|{_DESIGNATION})"
    people = "|".join(sorted(map(re.escape, _adjectives()), key=len, reverse=True))
    forms = (
        ("unit", rf"(?:(?:{people}|U\.S\.) )?{_ORDINAL} {_UNIT_KINDS}{{0,5}}(?i:{_UNIT_HEAD})"),
        ("unit", rf"(?:{_CAPITAL} ){{1,3}}(?:Corps|Brigade|Regiment|Battalion|Squadron|Fleet)"),
        ("unit", rf"{_CAPITAL} (?:brigade|regiment|battalion)"),
        ("unit", rf"(?:{_CAPITAL} )?{_UNIT_KINDS}{{1,2}}Division"),
        ("unit", rf"{_DESIGNATION} squadrons?"),
        ("unit", r"(?:Unit \d{3,5}|SEAL Team (?:Six|\d)|Delta Force|(?:Joint )?Task Force \d+)"),
        ("unit", r"(?:Carrier Strike Group(?: \d+)?|Sayeret Matkal|Combat Team \d+)"),
        ("weapon", rf"{name}(?: {name})?(?:(?: (?:{modifiers}))* (?:{heads}))?"),
        ("weapon", rf"(?:(?:{modifiers}|{calibre}) )*(?:{heads})"),
        ("weapon", rf"{calibre} (?:shells|rounds|guns?)"),
        ("weapon", rf"{_SHIP} (?:the )?{_CAPITAL}(?: (?:[A-Z] \.|{_CAPITAL}|de|of)){{0,3}}"),
        ("facility", rf"(?:{_JOINED}) (?:{facility})"),
        ("facility", rf"(?:Port of|Camp|Checkpoint) {_CAPITAL}(?: {_CAPITAL})?"),
        ("event", _alternatives("event_names").replace("{CAP}", _CAPITAL)),
    )
    return tuple((kind, re.compile(rf"(?<= )(?P<name>{form})(?= )")) for kind, form in forms)


def _is_excepted(kind: str, name: str, before: str) -> bool:
    if kind == "unit":
        return name.endswith(_unit_exceptions()) or name.startswith(("Fire ", "Air ", "Marine "))
    if kind == "weapon":
        last = before.strip().rpartition(" ")[2].lower()
        if _NOT_DESIGNATIONS.fullmatch(name) or name.startswith("suicide bomber"):
            return True
        return last in _NOT_BEFORE.get(name, "").split()
    if kind == "facility":
        return _is_any_facility(name)
    return kind == "event" and name.endswith(_NO_EVENTS)


def _is_any_facility(name: str) -> bool:
    """Whether it is one of many: "a Russian prison"."""
    *others, last = name.split(" ")
    named = [word for word in others if word[0].isupper()]
    return others[0] in _COUNTING or (
        last[0].islower() and all(word in _adjectives() | _NO_NAMES for word in named)
    )


def _quantities(words: Sequence[str]) -> Iterator[Found]:
    text, starts = _text_of(words)
    for number in find_numbers(text):
        if number.is_figure and not number.currency and not _is_money(text, number):
            first = _word_at(starts, number.start)
            last = _word_at(starts, number.end - 1) + 1
            first += _EXCEEDING.match(words[first]) is not None
            if first < last and not _is_model(words, first, last):
                yield first, _past_measure(words, last), "quantity"


def _is_model(words: Sequence[str], first: int, last: int) -> bool:
    """Whether it is no quantity: a model ("Ariane 5"), or a word for an unknown number."""
    if words[first].lower() in {"several", "few", "many", "one"} and last - first == 1:
        return True
    if first < 2 or not words[first][0].isdigit() or not words[first - 1][0].isupper():
        return False
    counted = words[last : last + 3]
    return "," not in words[first] and not any(
        word.endswith("s") and word.islower() for word in counted
    )


def _is_money(text: str, number: Number) -> bool:
    following = re.findall(r"[\w-]+", text[number.end : number.end + 40])[:3]
    return text[: number.start].endswith(("$", "\u20ac", "\u00a3")) or any(
        word.lower() in MONEY for word in following[:2]
    )


def _past_measure(words: Sequence[str], last: int) -> int:
    for length in (2, 1):
        measure = " ".join(words[last : last + length]).lower()
        if len(words) >= last + length and measure in MEASURES:
            if words[last - 1].endswith("%"):
                return last
            return last + length + _is_square(words, last)
    return last + 2 if _is_square(words, last) and last + 2 <= len(words) else last


def _is_square(words: Sequence[str], last: int) -> bool:
    return last < len(words) and words[last] in {"square", "cubic"}


def _settled(found: Iterable[Found]) -> Iterator[Found]:
    """Drop what lies within, or crosses, something longer."""
    kept: list[Found] = []
    for name in sorted(found, key=lambda each: (each[0] - each[1], each[0])):
        crossing = [other for other in kept if name[0] < other[1] and other[0] < name[1]]
        if not crossing:
            kept.append(name)
            yield name


def _text_of(words: Sequence[str]) -> tuple[str, list[int]]:
    """The words as a text, and where each starts in it."""
    text, starts = "", []
    for word in words:
        tight = not text or word in {".", ",", ";", ":", "!", "?", "%", ")", "'s", "\u2019s", "n't"}
        gap = "" if tight or text.endswith(("(", "$", "\u20ac", "\u00a3")) else " "
        starts.append(len(text) + len(gap))
        text += gap + word
    return text, starts


def _word_at(starts: Sequence[int], character: int) -> int:
    return sum(start <= character for start in starts) - 1


@cache
def _lines(name: str) -> tuple[str, ...]:
    return tuple((LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines())


def _alternatives(name: str) -> str:
    """The lines of a list as one pattern, longer ones first so that they win."""
    return "(?:" + "|".join(sorted(_lines(name), key=len, reverse=True)) + ")"


@cache
def _doubts() -> dict[str, frozenset[str]]:
    rows = (line.split("\t") for line in _lines("doubts"))
    return {kind: frozenset(words.split()) for kind, words in rows}


@cache
def _facility_heads() -> tuple[str, ...]:
    """Heads as listed; those without an exclamation mark are told in small letters too."""
    always = [head.rstrip("!") for head in _lines("facility_heads")]
    free = [head for head in always if head in _lines("facility_heads")]
    small = [form for head in free for form in (head.lower(), head[0] + head[1:].lower())]
    return (*always, *small)


@cache
def _unit_exceptions() -> tuple[str, ...]:
    return _lines("unit_exceptions")


@cache
def _adjectives() -> frozenset[str]:
    uses = {NameUse.ADJECTIVE, NameUse.PEOPLE}
    return frozenset(
        words
        for words, known in country_uses().items()
        if words[0].isupper() and all(use in uses for _, use in known)
    )
