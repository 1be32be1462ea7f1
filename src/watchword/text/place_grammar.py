"""The grammar of place phrases, over a text whose known names stand as one letter each."""

import re
from collections.abc import Iterable, Iterator
from string import ascii_uppercase

COUNTRY = "\ue001"
ADJECTIVE = "\ue002"
CAPITAL = "\ue003"
REGION = "\ue004"
CITY = "\ue005"
COMMON = "\ue006"
"""A city whose name is a common word, a person's name or two letters."""
OTHER = "\ue007"
"""Any other known name: a body, a building, a people."""
KNOWN = COUNTRY + ADJECTIVE + CAPITAL + REGION + CITY + COMMON + OTHER

_SIDE = (
    r"(?:far )?(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|central)"
    r"(?:ern(?:most)?)?"
)
_HELD = (
    rf"(?:(?:[{KNOWN}]|rebel|government|opposition|insurgent|jointly)-)?(?:temporarily )?"
    r"(?:occupied|annexed|controlled|held|administered|liberated|besieged)"
)
_SURE_SORT = (
    r"(?:region|oblast|province|district|raion|krai|prefecture|governorate|county|"
    r"peninsula|islands?|valley|archipelago|airport|airfield|air ?base|naval base|cosmodrome|"
    r"border crossing|checkpoint|refugee camp|nuclear power plant|reservoir|shipyard|refinery)"
)
_SURE_DIVISION = rf"(?:border )?{_SURE_SORT}"
_DIVISION = rf"(?:{_SURE_DIVISION}|state|border|front|direction|sector|axis|salient|port|strait)"
_SETTLED_SORT = (
    r"(?:villages?|towns?|city|cities|settlements?|hamlets?|suburbs?|ports?|islands?|districts?|"
    r"provinces?|regions?|oblasts?|states?|neighbou?rhoods?|county|counties|governorates?)"
)
_SETTLEMENT = (
    r"(?:(?:border|port|coastal|capital|frontline|front-line|resort|neighbou?ring|nearby) )?"
    rf"{_SETTLED_SORT}"
)
_UNHEARD = (
    r"(?!(?:Mr|Mrs|Ms|The|This|That|These|Those|Its|Their|His|Her|Our|Each|Every|Another|Some|In|"
    r"On|At|And|But|International|National|Regional|Border|Military|Federal|Local|Security|Foreign|Defen[cs]e)\b)"
    r"[A-Z][\w'-]+(?:[ -](?:(?:al|el|ez|az|as|ash|ad|de|del|la)[ -])?[A-Z][\w'-]+){0,2}"
)
_NAMED = f"[{CAPITAL}{REGION}{CITY}{COMMON}]"
_OWNER = f"(?:[{COUNTRY}{CAPITAL}]'s|{ADJECTIVE})"
_LAND = (
    r"(?:soil|territor(?:y|ies)|waters|airspace|mainland|coast(?:line)?|capital|heartland|"
    r"border (?:regions?|areas?|zones?)|borders?|frontiers?|[Ff]ar[ -][Ee]ast)"
)
_STANDS_ALONE = (
    r"(?=\s*(?:[.,;:!?)]|$)|\s(?:and|or|in|on|by|as|to|for|from|with|after|since|where))"
)
PHRASE = re.compile(
    rf"""
    (?<![\w-])
    (?:
      (?P<settlement>(?:{_OWNER}\ )?(?:{_HELD}\ )?(?:{_SIDE}\ )?(?P<sort>{_SETTLEMENT})\ of[ ]
        (?P<settled>{_NAMED}|{_UNHEARD})
        (?:(?:,|,?\ in)(?:\ the)?\ (?:{_OWNER}\ )?(?:{_SIDE}\ )?
           (?P<within>[{COUNTRY}{REGION}{CITY}{CAPITAL}](?:\ {_DIVISION}\b)?))?)
    | (?P<division>(?:{_OWNER}\ )?(?:{_HELD}\ )?(?:{_SIDE}\ )?(?:border\ )?
        (?:(?P<divided>{_NAMED})\ (?:International\ )?(?P<word>(?i:{_DIVISION}))
          |(?P<unknown>{_UNHEARD})\ (?P<unknown_word>(?i:{_SURE_DIVISION})))\b)
    | (?P<border>[{COUNTRY}{ADJECTIVE}{REGION}][-\u2013][{COUNTRY}{ADJECTIVE}{REGION}]\ border\b)
    | (?P<part>(?P<part_held>{_HELD}\ )?
        (?P<share>{_SIDE}|territor(?:y|ies)|areas|parts|regions|coast|outskirts)\ of[ ]
        (?:the\ )?(?P<parted>[{COUNTRY}{REGION}{CITY}{CAPITAL}]))
    | (?P<area>(?P<held>{_HELD}\ )?(?P<owner>{_OWNER})\ (?P<held_too>{_HELD}\ )?
        (?P<land>{_LAND}\b|(?:regions|areas|parts|lands?|cities|towns|{_SIDE}){_STANDS_ALONE}))
    | (?P<site>(?P<site_owner>{_OWNER}\ )?(?P<site_held>{_HELD}\ )?(?P<side>{_SIDE}\ )?
        (?P<sited>[{COUNTRY}{CAPITAL}{REGION}{CITY}])(?P<in>,\ (?P<state>[{COUNTRY}{REGION}]))?)
    | (?P<common>(?P<common_site>{COMMON}),\ (?P<common_state>[{COUNTRY}{REGION}]))
    | (?P<front>(?<=[Tt]he\ )(?:{_SIDE}\ )?front(?!\ (?:of|page|door|desk|end|seat|runner)|-)
        (?:[- ]?lines?)?|front[- ]?lines?\b)
    )
    """,
    re.VERBOSE,
)
"""One place phrase in a coded stretch; the outermost group tells which wording it is."""

_SMALL_OPENINGS = (
    "far north south east west central "
    "rebel government opposition insurgent jointly temporarily "
    "occupied annexed controlled held administered liberated besieged "
    "border port coastal capital front resort neighb nearby "
    "village town city cities settlement hamlet suburb island district province region oblast "
    "state count governorate territor areas parts coast outskirts"
)
"""Small letters in which a wording may begin, where it does not with a name or a capital."""


def _by_first_letter(words: Iterable[str]) -> Iterator[str]:
    """Words as patterns, each at the edge of a word, by their first letter to be quick."""
    ends: dict[str, list[str]] = {}
    for word in words:
        ends.setdefault(word[0], []).append(word[1:])
    for letter, rest in ends.items():
        yield rf"{letter}(?<![\w-]{letter})(?:{'|'.join(rest)})"


_OPENING = re.compile(
    "|".join(_by_first_letter((*KNOWN, *ascii_uppercase, *_SMALL_OPENINGS.split())))
)
_OPENING_WITHOUT_SORT = re.compile("|".join(_by_first_letter((*KNOWN, *_SMALL_OPENINGS.split()))))
_IN_SORTS = (
    *("region", "oblast", "province", "district", "raion", "krai", "prefecture", "governorate"),
    *("county", "peninsula", "island", "valley", "archipelago", "airport", "airfield", "base"),
    *("cosmodrome", "crossing", "checkpoint", "camp", "plant", "reservoir", "shipyard", "refinery"),
)
"""Small letters of which each `_SURE_SORT` has some: a wording that opens with a capital, and so
with a name that is not known, ends in such a sort."""


def each_phrase(letters: str) -> Iterator[re.Match[str]]:
    """Find each place phrase of a coded stretch, those that overlap included, in order."""
    low = letters.lower().replace("\u017f", "s")
    has_sort = any(map(low.__contains__, _IN_SORTS))
    for opening in (_OPENING if has_sort else _OPENING_WITHOUT_SORT).finditer(letters):
        phrase = PHRASE.match(letters, opening.start())
        if phrase is not None:
            yield phrase


_TELLING_WORDS = ("front", " of ", *_IN_SORTS)
_TELLING = re.compile(rf"front|{_SURE_SORT}|{_SETTLED_SORT} of ")


def may_have_phrase(text: str) -> bool:
    """Whether a stretch in which no name is known can have a place phrase.

    Without a known name every wording needs its sort: a quick look before `PHRASE` is tried.
    """
    low = text.lower()
    return any(map(low.__contains__, _TELLING_WORDS)) and _TELLING.search(low) is not None
