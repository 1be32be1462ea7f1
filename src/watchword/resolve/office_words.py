"""Which office some words ask for: "the South Korean president", "NIS director", "top diplomat".

Offices that differ in words only are one family: the British foreign secretary and the American
secretary of state are asked for as foreign ministers too.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from watchword.text.gazetteer import (
    country_named,
    main_service,
    organisation_named,
    organisations_by_name,
    plain_words,
    split_owner,
)
from watchword.text.lexicon import lexicon
from watchword.text.offices import is_office, normal_office

WORDS_KEPT = 20_000
"""Wordings whose offices are kept."""
LEADER = "leader"
"""Asks for whoever leads a state, under whatever title."""
HEAD = "head"
"""Asks for whoever heads a body, under whatever title."""
MILITARY_CHIEF = "military chief"
"""Asks for whoever commands the armed forces of a state below its minister."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An office as some words tell it.

    Attributes:
        family: the office in the form that its wordings share.
        words: the office in normal form.
        country: alpha-2 code of the state it is an office of, None where not told.
        body: canonical name of the body it is an office of, None where it is one of a state.
        former: whether it is told as held no more.
        acting: whether it is told as held for somebody else.
    """

    family: str
    words: str
    country: str | None
    body: str | None
    former: bool
    acting: bool


@lru_cache(maxsize=WORDS_KEPT)
def asked_office(words: str, country: str | None = None) -> Asked | None:
    """Read which office some words tell, None where they tell none or a deputy's.

    Args:
        words: with or without article, in normal form or as written.
        country: alpha-2 code of whom the office is, where the words do not say.

    >>> asked = asked_office("the former South Korean defence minister")
    >>> asked.family, asked.country, asked.former
    ('defence minister', 'KR', True)
    >>> asked_office("director of the National Intelligence Service", "KR").body
    'National Intelligence Service'
    """
    plain = plain_words(words)
    former = _FORMER.search(plain) is not None
    acting = _ACTING.search(plain) is not None
    bare = " ".join(_ACTING.sub("", _FORMER.sub("", _NOW.sub("", plain))).split())
    if not bare or _BELOW.search(bare):
        return None
    owner, body, rest = _owned(bare, country)
    if not rest or not (is_office(rest) or rest in _OWN_WORDS):
        return None
    office = rest if rest in _OWN_WORDS else normal_office(rest)
    family = office_family(office, owner)
    if family == _SPY and body is None and owner is not None:
        service = main_service(owner)
        body, family = (service.name, HEAD) if service else (body, family)
    return Asked(
        family=HEAD if body is not None and family in HEADS else family,
        words=office,
        country=owner,
        body=body,
        former=former,
        acting=acting,
    )


@lru_cache(maxsize=WORDS_KEPT)
def office_family(office: str, country: str | None = None) -> str:
    """The form that offices of one sort share.

    >>> office_family("defence secretary"), office_family("secretary of state", "US")
    ('defence minister', 'foreign minister')
    """
    if office == "secretary of state":
        return "foreign minister" if country == "US" else office
    return _FAMILY_OF.get(office, office)


HEADS = lexicon("head director chief chair commander leader boss minister president speaker") | {
    "director general",
    "secretary general",
    "general secretary",
    "managing director",
    "high commissioner",
    "commissioner-general",
    "commander in chief",
    "chief of general staff",
    "military chief",
    "supreme leader",
    "secretary",
    "foreign policy chief",
    "prosecutor",
}
"""Titles of whoever is first in a body."""
STATE_OFFICES = frozenset(
    """president|prime minister|chancellor|supreme leader|king|queen|emir|sultan|emperor|pope|
    crown prince|vice president|defence minister|foreign minister|interior minister|
    finance minister""".replace("\n    ", "").split("|")
)
"""Families of which a state has one at a time, so that who bears one in a report is news."""
WORTH_KNOWING = STATE_OFFICES | {HEAD, MILITARY_CHIEF, "national security adviser"}
"""Families of which it is worth knowing who holds one."""
GENERIC = lexicon("secretary minister")
"""Titles that a report gives for short: Secretary Blinken, the minister."""
LEADING = frozenset(
    """president|prime minister|chancellor|supreme leader|king|queen|emir|sultan|pope|
    crown prince|general secretary""".replace("\n    ", "").split("|")
)
"""Families whose holders are known by surname alone all over the world."""

_SPY = "intelligence chief"
_FORMER = re.compile(
    r"\b(?:former|ex|then|ousted|deposed|jailed|imprisoned|late|outgoing|past|one-time|retired)\b-?",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:new|newly[ -](?:appointed|elected)|current|incumbent|sitting|longtime|embattled|"
    r"powerful|outspoken)\b",
    re.IGNORECASE,
)
_ACTING = re.compile(r"\b(?:acting|interim|caretaker)\b", re.IGNORECASE)
_BELOW = re.compile(
    r"\b(?:deputy|assistant|under|aide|adviser to|advisor to|wife|son|daughter|brother|sister|"
    r"candidate|nominee|elect|incoming|spokes\w+ for|shadow|first deputy)\b|-elect\b",
    re.IGNORECASE,
)
_OWN_WORDS = lexicon("taoiseach") | {"top diplomat", "chief diplomat", "foreign policy chief"}
_FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "defence minister": "defence secretary|secretary of defence|secretary of war|"
        "war secretary|defence chief|war minister|armed forces minister|minister of defence",
        "foreign minister": "foreign affairs minister|external affairs minister|top diplomat|"
        "foreign secretary|chief diplomat|minister of foreign affairs|secretary of state",
        "interior minister": "home secretary|home minister|internal affairs minister",
        "finance minister": "treasury secretary|secretary of the treasury|treasury minister",
        "prime minister": "taoiseach|premier|chief adviser",
        MILITARY_CHIEF: "army chief|chief of general staff|chief of staff|commander in chief|"
        "chief of defence|chief of army staff|chief of the army staff|armed forces chief|"
        "top general",
        _SPY: "spymaster|spy chief|head of intelligence|intelligence head|intelligence director",
        "president": "head of state",
        "foreign policy chief": "high representative|foreign affairs chief",
    }
)
_FAMILY_OF = {
    office: family for family, offices in _FAMILIES.items() for office in offices.split("|")
}


def _owned(plain: str, country: str | None) -> tuple[str | None, str | None, str]:
    """Whose an office is: the state's code, the body's name, and the words for the office."""
    head, _, tail = plain.partition(" of ")
    if tail and plain.lower() not in _FAMILY_OF:
        state = country_named(tail)
        owner, rest = split_owner(head)
        if state is not None:
            return state.code, None, rest
        known = organisation_named(tail, context_country=(owner and owner.code) or country)
        if known is not None:
            return known.country or None, known.name, rest
        land, sort = split_owner(tail)
        if land is not None:
            return land.code, f"{(land.adjectives or (land.name,))[0]} {sort}", rest
    body = _leading_body(plain, country)
    if body is not None:
        return body
    owner, rest = split_owner(plain)
    code = owner.code if owner else country
    return _leading_body(rest, code) or (code, None, rest)


def _leading_body(plain: str, country: str | None) -> tuple[str | None, str, str] | None:
    """The body that some words open with, as in "Kremlin spokesman"."""
    pieces = plain.split()
    for count in range(len(pieces) - 1, 0, -1):
        words = " ".join(pieces[:count])
        if words.removesuffix("'s") in organisations_by_name():
            body = organisation_named(words, context_country=country)
            if body is not None:
                return body.country or None, body.name, " ".join(pieces[count:])
    return None
