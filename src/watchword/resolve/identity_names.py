"""Names as keys: what the spellings of one name share, and what kin names look alike."""

import re
import unicodedata
from functools import lru_cache

from watchword.resolve.people import GENERATIONS, folded
from watchword.text.lexicon import lexicon
from watchword.text.mentions import has_family_name_first, surname_of

WORDS_KEPT = 50_000
"""Names whose keys are kept."""
LONGEST_ACRONYM = 7
"""Letters in the longest acronym, that of "OPEC+" and "UNIFIL"."""
SHORTEST_EVENED = 3
"""A surname of more letters than this has its spellings evened."""


@lru_cache(maxsize=WORDS_KEPT)
def body_key(name: str) -> str:
    """What the spellings of a body's name share: no article, no accents, one spelling.

    An acronym keeps its capitals, so that WHO is nobody's "who".

    >>> body_key("the Russian Defense Ministry"), body_key("U.N."), body_key("G-7")
    ('russian defence ministry', 'UN', 'G7')
    """
    if is_acronym(name):
        return re.sub(r"[.\-]", "", name)
    plain = _plain(name.lower())
    if not plain.replace(" ", "").isalpha():
        plain = re.sub(r"\b([a-z])\.(?=[a-z]\b|\s|$)", r"\1", _POSSESSIVE.sub("", plain))
        plain = plain.replace("'", "").replace("\u2019", "").replace("&", " and ")
        plain = _BREAK.sub(" ", plain)
    spelt = [_SPELT.get(word, word) for word in plain.split()]
    return " ".join(spelt[1:] if spelt[:1] == ["the"] and len(spelt) > 1 else spelt)


def is_acronym(name: str) -> bool:
    """Whether a name is written as one: "NIS", "U.N.", "G7", "OPEC+".

    >>> is_acronym("NIS"), is_acronym("Hamas"), is_acronym("M23")
    (True, False, True)
    """
    bare = name.replace(".", "").replace("-", "").rstrip("+")
    return 1 < len(bare) <= LONGEST_ACRONYM and bare.isalnum() and bare.isupper()


def is_generic_body(name: str) -> bool:
    """Whether a body's name is made of words that bodies of any state have: "Senate".

    An acronym is, too: who first bears it may be known, and others bear it as well.

    >>> is_generic_body("Supreme Court"), is_generic_body("Verkhovna Rada"), is_generic_body("TDF")
    (True, False, True)
    """
    return is_acronym(name) or set(body_key(name).split()) <= _GENERIC


def initials_of(name: str) -> str:
    """The first letters of a name of several words: "Sahel Relief Network" → "SRN".

    >>> initials_of("Organisation for the Prohibition of Chemical Weapons")
    'OPCW'
    """
    words = [word for word in re.split(r"[\s-]+", name) if word.lower() not in _SMALL]
    return "".join(word[0] for word in words if word[:1].isupper()) if len(words) > 1 else ""


def surname_key(surname: str) -> str:
    """A surname with its spellings evened; a short one is only what it is: Khan is not Han."""
    evened = folded(surname)
    return evened if len(evened) > SHORTEST_EVENED else body_key(surname)


def short_names(name: str) -> tuple[str, ...]:
    """What a person of a full name is called for short: the surname, with its particles too.

    >>> short_names("Ursula von der Leyen"), short_names("Kim Jong-un")
    (('Leyen', 'von der Leyen'), ('Kim',))
    """
    parts = name.split()
    if len(parts) > 2 and parts[-1] in GENERATIONS:
        parts = parts[:-1]
    if len(parts) < 2:
        return ()
    if parts[0] in _TITLES:
        return tuple(part for part in parts[1:2] if len(parts) < 4)
    if has_family_name_first(name) or is_regnal(name):
        return (parts[0],)
    start = len(parts) - 1
    while start > 1 and parts[start - 1].lower() in _PARTICLES:
        start -= 1
    surname = parts[-1]
    return (surname,) if start == len(parts) - 1 else (surname, " ".join(parts[start:]))


def is_common_surname(surname: str) -> bool:
    """Whether so many bear a surname that by itself it is nobody's: Kim, Brown, Khan."""
    return has_family_name_first(f"{surname} x") or surname in _COMMON


def is_regnal(name: str) -> bool:
    """Whether a name is a ruler's with a number: "Abdullah II", "Leo XIV"."""
    return re.fullmatch(r"[^ ]+ [IVX]+", name) is not None


@lru_cache(maxsize=WORDS_KEPT)
def skeleton(name: str) -> str:
    """What romanisations of a full name mostly agree on, surname first.

    That is the consonants; of a Korean or Chinese name, in which vowels tell people apart, all
    sounds with those evened that are written in several ways.

    >>> skeleton("Muammar Qaddafi") == skeleton("Moammar Kadafi")
    True
    >>> skeleton("Lee Jae-myung") == skeleton("Ri Jae-myeong")
    True
    >>> skeleton("Lee Jae-myung") == skeleton("Lee Jae-yong")
    False
    """
    surname = surname_of(name)
    rest = [part for part in name.split() if part != surname]
    if has_family_name_first(name):
        return f"{_FAMILIES.get(surname.lower(), surname.lower())} {_sounds(''.join(rest))}"
    return f"{_consonants(surname)} {_consonants(rest[0] if rest else '')}"


def disagree_in_the_middle(one: str, other: str) -> bool:
    """Whether two names of four words and more have no middle word in common.

    "Mohammed bin Rashid Al Maktoum" is not "Mohammed bin Hamad Al Maktoum", though first and
    last word are the same.
    """
    middles = [
        {
            folded(word)
            for word in name.split()[1:-1]
            if len(word) > 2 and word.lower() not in _PARTICLES
        }
        for name in (one, other)
    ]
    return bool(middles[0] and middles[1]) and not middles[0] & middles[1]


_POSSESSIVE = re.compile(r"(?:'s|\u2019s)(?=\s|$)")
_BREAK = re.compile(r"[\W_]+")
_SMALL = lexicon("of for the and on de in to a an &")
_GENERIC = lexicon(
    """senate congress national assembly supreme court constitutional house of representatives the
    guard coast security council ministry defence office joint chiefs staff general territorial
    forces force armed state service intelligence foreign federal bureau agency cabinet home
    treasury department commerce justice energy air army navy police central bank commission
    special operations investigative committee government unity main directorate military internal
    interior emergency president presidential prosecutor affairs and for secretariat parliament"""
)
_PARTICLES = lexicon("von van der den de del della da dos du le la el al bin ibn ben abu")
_COMMON = lexicon(
    """Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Martin
    Jackson Thompson White Harris Clark Lewis Walker Hall Young King Wright Scott Green Baker Adams
    Nelson Carter Mitchell Roberts Campbell Phillips Evans Turner Parker Collins Edwards Stewart
    Morris Murphy Cook Rogers Morgan Cooper Peterson Reed Bailey Bell Ward Cox Richardson Wood
    Watson Brooks Bennett Gray James Hughes Price Myers Long Foster Sanders Ross Powell Sullivan
    Russell Jenkins Perry Butler Barnes Fisher Burns Austin Kelly Howard Ryder Wallace Cameron
    Michel Philippe Bennett
    Garcia Martinez Rodriguez Hernandez Lopez Gonzalez Perez Sanchez Ramirez Torres Flores Rivera
    Gomez Diaz Cruz Reyes Morales Ortega Castro Fernandez Silva Santos Costa Paz Castillo Moreno
    Ivanov Petrov Sidorov Kuznetsov Popov Smirnov Volkov Novak Nagy Dan Munteanu
    Cohen Levy Katz Khan Ahmed Ali Hassan Hussein Mohammed Mohamed Mohamud Abdullah Ibrahim Ismail
    Mustafa Mahmoud Abbas Saleh Salih Singh Kumar Shah Sharma Gupta Sharif Hasina Malik Rashid
    Muller Schmidt Schneider Fischer Weber Meyer Wagner Becker Rossi Conte Nguyen Wong"""
)
"""Surnames of which the register may know one bearer while reports mean any of thousands."""
_TITLES = lexicon("King Queen Pope Emperor Prince Princess Ayatollah Sheikh Sultan Emir")
_SPELT = {
    "defense": "defence",
    "organization": "organisation",
    "center": "centre",
    "theater": "theatre",
    "labor": "labour",
    "program": "programme",
    "mobilization": "mobilisation",
    "guards": "guard",
    "cooperation": "co operation",
}
_FAMILIES = {
    spelling: spellings.split()[0]
    for spellings in (
        "lee ri yi rhee", "park pak bak", "choi choe", "jung jeong chung", "cho jo", "noh no roh",
        "yoon yun", "shin sin", "lim rim im", "yoo yu ryu", "kang gang", "moon mun", "suh seo",
        "kwon gwon", "ahn an", "baek paek", "woo u", "koo ku gu", "chang jang", "oh o",
    )
    for spelling in spellings.split()
}  # fmt: skip
"""Family names that are written in several ways, South and North."""
_KOREAN = ((re.compile(r"eu|eo|oo|ou"), "o"), (re.compile(r"ae|ai"), "e"), (re.compile(r"u"), "o"))
_VOWELS = re.compile(r"[aeiouyhw]")
_GUTTURALS = re.compile(r"[gkq]h?|c(?!h)")
_SOUNDS = ((_GUTTURALS, "k"), (re.compile(r"dj|zh"), "j"), (re.compile(r"z"), "s"))


def _plain(name: str) -> str:
    """A name without accents."""
    if name.isascii():
        return name
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _sounds(given: str) -> str:
    evened = re.sub(r"[^a-z]", "", given.lower())
    for pattern, sound in _KOREAN:
        evened = pattern.sub(sound, evened)
    return re.sub(r"(.)\1+", r"\1", evened)


def _consonants(word: str) -> str:
    """The consonants of a word, with a mark where it ends in a vowel: Martin is not Martina."""
    plain = body_key(word.lower()).replace(" ", "").removeprefix("al")
    for pattern, sound in _SOUNDS:
        plain = pattern.sub(sound, plain)
    evened = folded(plain).rstrip("h")
    ending = "-" if _VOWELS.match(evened[-1:]) else ""
    kept = evened[:1] + _VOWELS.sub("", evened[1:])
    return re.sub(r"(.)\1+", r"\1", kept) + ending
