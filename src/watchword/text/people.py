"""People as a text names them: with an office, beside a description, speaking, or by surname.

A person is a capitalised name with an office before it ("NATO chief Mark Rutte"), one set off by
commas ("Kyrylo Budanov, head of ..."), one that speaks, or the surname of somebody whom the text
names in full.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from watchword.model.attribution import LinkKind
from watchword.text.aliases import find_aliases
from watchword.text.gazetteer import country_named, organisations_by_name, split_owner
from watchword.text.lexicon import lexicon
from watchword.text.mentions import Name, resolve_mention, surname_of
from watchword.text.offices import OfficeKind, is_office, normal_office, office_words

TEXTS_KEPT = 4
"""Texts whose people are kept, as a report is asked for them sentence by sentence."""


@lru_cache(maxsize=TEXTS_KEPT)
def find_people(text: str) -> tuple[Name, ...]:
    """Find the people whom a text names, in order.

    A surname alone is somebody where exactly one person before bears it.

    >>> text = "South Korean Defense Minister Kim Yong-hyun spoke. Kim was sure."
    >>> [(name.words, name.name, name.role, name.country) for name in find_people(text)]
    [('Kim Yong-hyun', 'Kim Yong-hyun', 'defence minister', 'KR'), ('Kim', 'Kim Yong-hyun', 'defence minister', 'KR')]
    """
    taken = {
        place
        for alias in find_aliases(text)
        if not _is_part_of_name(text, alias.start, alias.end)
        for place in range(alias.start, alias.end)
    }
    found: list[Name] = []
    for match in _NAME.finditer(text):
        person = _person(text, match, taken, found)
        if person:
            found.append(person)
    return tuple(found)


_PARTICLE = r"(?:(?:al|el|bin|ibn|ben|abu|de|del|della|da|dos|van|von|der|den|la|le|du)[ -])"
_CAPITALISED = rf"(?:{_PARTICLE}{{0,2}}[A-Z\u00c0-\u00de][\w'\u2019]*(?:-[\w'\u2019]+)*)"
_NAME = re.compile(rf"(?<![\w-]){_CAPITALISED}(?: (?:[A-Z]\. )?{_CAPITALISED}){{0,3}}")
_SPEAKS = re.compile(
    r",? (?:said|says|told|tells|added|adds|warned|stated|announced|claimed|noted|confirmed|denied|"
    r"insisted|argued|called|accused|promised|concluded|wrote|urged|vowed|met|visited|has said)\b"
)
_APPOSITIVE_AFTER = re.compile(r", (?P<role>[^,;:.()\n]{3,90})(?=[,.;])")
_WORDS = re.compile(r"[^\s,;:()\"\u201c\u201d]+")
_NOT_PEOPLE = lexicon(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May "
    "June July August September October November December The This That These Those In On At By "
    "But And If When While After Before For From With According Citing However Meanwhile Some "
    "Many Most It He She They We I You Its His Her Their Our My As So Yet Corps Ministry Council "
    "Party Forces Force Command Agency University Street Hotel Province Region Department Office "
    "Committee Assembly Union Bank Court House Army Navy Fleet Brigade Division Regiment Battalion "
    "Treaty Agreement Article War Day Post Times News Herald Radio Television Institute Center "
    "Centre Foundation Airport Airlines Company Group Inc Ltd Summit Act Forum Church Mosque"
)

_ROLE_BEFORE = re.compile(
    r"(?:(?:[A-Z\u00c0-\u00de][\w.'\u2019-]*|[a-z][\w-]*(?:['\u2019]s)?)[ ]){1,8}$"
)
_ROLE_COMMA = re.compile(r"(?:^|[.;:\n,\u201c\"] ?|\b(?:and|that|said) )(?P<role>[^,.;:()\n]{3,80}), $")
