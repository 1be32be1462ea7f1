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
from watchword.text.gazetteer import ambiguous_words, split_owner
from watchword.text.lexicon import lexicon
from watchword.text.mentions import Name, resolve_mention, surname_of
from watchword.text.offices import is_office, normal_office, office_head, office_words

MOST_BEARERS = 20
"""People of one name who are kept apart in a text; more than one is enough to be unsure."""
WORDS_KEPT = 20_000
"""Words of which it is kept whether they may be part of a name or of an office."""
TEXTS_KEPT = 4
"""Texts whose people are kept, as a report is asked for them sentence by sentence."""


@lru_cache(maxsize=TEXTS_KEPT)
def find_people(text: str) -> tuple[Name, ...]:
    """Find the people whom a text names, in order.

    A surname alone is somebody where exactly one person before bears it.

    >>> text = "South Korean Defense Minister Kim Yong-hyun spoke. Kim was sure."
    >>> [(name.words, name.name) for name in find_people(text)]
    [('Kim Yong-hyun', 'Kim Yong-hyun'), ('Kim', 'Kim Yong-hyun')]
    >>> find_people(text)[1].role, find_people(text)[1].country
    ('defence minister', 'KR')
    """
    found: list[Name] = []
    known: dict[str, dict[str, Name]] = {}
    speaker: Name | None = None
    speaking = frozenset(match["who"] for match in _SOMEBODY_SPEAKS.finditer(text))
    for start, end in _each_free_run(text):
        person = _introduced(text, start, end, speaking)
        if person:
            _remember(person, known)
        else:
            words = text[start:end]
            bearers = tuple(known.get(words.split(" ", 1)[0], {}).values())
            full = resolve_mention(words, bearers, last_speaker=speaker)
            person = replace(full, start=start, end=end, words=words) if full else None
        if person:
            found.append(person)
            speaker = person if _SPEAKS.match(text, end) else speaker
    return tuple(found)


_RUN = re.compile(
    r"(?<![\w-])[A-Z\u00c0-\u00de][\w'\u2019-]*"
    r"(?: (?:(?:al|el|bin|ibn|ben|abu|de|del|della|da|dos|van|von|der|den|la|le|du)[ -])*"
    r"(?:[A-Z\u00c0-\u00de][\w'\u2019-]*|[A-Z]\.))*"
)
_TOKEN = re.compile(r"[^ ]+")
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_SPEAKS = re.compile(
    r",? (?:has |had |also |then |later |earlier )?(?:said|says|told|tells|added|adds|warned|"
    r"stated|announced|claimed|noted|confirmed|denied|insisted|argued|called|accused|promised|"
    r"concluded|wrote|urged|vowed|reported|met|visited|dismissed|rejected)\b"
)
_SOMEBODY_SPEAKS = re.compile(
    rf"(?<![\w-])(?P<who>[A-Z\u00c0-\u00de][\w'\u2019-]*){_SPEAKS.pattern}"
)
_END_OF_WORD = re.compile(r"[\w.'\u2019&-]+\Z")
_LONGEST_ROLE = 8
"""Words of an office before a name at most."""
_BEFORE_COMMA = re.compile(r"(?P<role>(?:[\w.'\u2019&-]+ ){0,7}[\w.'\u2019&-]+), $")
_AFTER_COMMA = re.compile(r", (?P<role>[^,;:.()\n]{3,90})(?=[,.;\n]|$)")
_JOINTS = lexicon("of for the and a an")
_LOOK_BACK = 120
_NOT_PEOPLE = lexicon(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May "
    "June July August September October November December The This That These Those In On At By "
    "But And If When While After Before For From With Under According Citing However Meanwhile "
    "Some Many Most It He She They We I You Its His Her Their Our My As So Yet Asked Both No Not "
    "Q Corps Ministry Council Party Forces Force Command Agency University Street Hotel Province "
    "Region Department Office Committee Assembly Union Bank Court House Army Navy Fleet Brigade "
    "Division Regiment Battalion Treaty Agreement Article War Day Post Times News Herald Radio "
    "Television Institute Center Centre Foundation Airport Airlines Company Group Inc Ltd Summit "
    "Act Forum Church Mosque Far East West North South Sea Peninsula Security Service Intelligence "
    "Defense Defence Foreign National General Satellite Prime Counsel Administration "
    "Administrator Social President-Elect Vice-President"
)


def _each_free_run(text: str) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words that are no known name, office, day or sort of body."""
    taken = _taken(text)
    for run in _RUN.finditer(text):
        start = end = -1
        for token in _TOKEN.finditer(text, run.start(), run.end()):
            if token.start() in taken or _is_no_name(token[0]):
                if start >= 0:
                    yield start, end
                start = -1
            else:
                start = token.start() if start < 0 else start
                end = token.start() + len(_POSSESSIVE.sub("", token[0]))
        if start >= 0:
            yield start, end


def _taken(text: str) -> frozenset[int]:
    """Starts of the words that belong to a country, a body or a place."""
    starts: set[int] = set()
    for alias in find_aliases(text):
        is_common = alias.words in ambiguous_words() and not alias.organisations
        if is_common or (not alias.organisations and _follows_first_name(text, alias.start)):
            continue
        pieces = _TOKEN.finditer(text, alias.start, alias.end)
        starts.update(piece.start() for piece in pieces)
    return frozenset(starts)


def _follows_first_name(text: str, start: int) -> bool:
    """Whether a place name stands as a surname: "Lloyd Austin", "Mike Johnson"."""
    before = _CAPITALISED.search(text, max(0, start - 30), start)
    return before is not None and _may_be_first_name(before[1])


_CAPITALISED = re.compile(r"([A-Z][a-z]+) $")


@lru_cache(maxsize=WORDS_KEPT)
def _may_be_first_name(word: str) -> bool:
    return not (_is_no_name(word) or find_aliases(word))


@lru_cache(maxsize=WORDS_KEPT)
def _is_no_name(word: str) -> bool:
    bare = _POSSESSIVE.sub("", word)
    return bare in _NOT_PEOPLE or bare.lower() in office_words()


def _introduced(text: str, start: int, end: int, speaking: frozenset[str]) -> Name | None:
    """Somebody whom the words around introduce as a person."""
    words = text[start:end]
    if len(words) < 2 or words.isupper():
        return None
    role = _role_before(text, start)
    is_full = len(words.split()) > 1
    if is_full and not role:
        role = _role_beside(text, start, end)
    if not role and not (is_full and (_SPEAKS.match(text, end) or surname_of(words) in speaking)):
        return None
    return Name(
        start=start,
        end=end,
        words=words,
        kind=LinkKind.PERSON,
        name=words,
        role=normal_office(role) or None if role else None,
        country=_country_of(role),
    )


def _role_before(text: str, start: int) -> str:
    """The longest office that ends right before a name."""
    words = longest = ""
    for first in _each_word_before(text[max(0, start - _LOOK_BACK) : start]):
        if not _may_be_of_office(first):
            break
        words = f"{first} {words}".rstrip()
        if first.lower() not in _JOINTS and _is_one_office(words):
            longest = words
    return longest


def _each_word_before(window: str) -> Iterator[str]:
    """The words that a stretch ends in, the last one first, each with one blank behind it."""
    *words, after = window.removesuffix("\n").split(" ")
    for word in () if after else words[: -_LONGEST_ROLE - 1 : -1]:
        end = _END_OF_WORD.search(word)
        if end is None:
            return
        yield end[0]
        if end.start():
            return


@lru_cache(maxsize=WORDS_KEPT)
def _is_one_office(words: str) -> bool:
    """Whether the words are one person's office and end in it or in whom it is over."""
    head = office_head(words)
    if head is None or head.plural:
        return False
    return words.lower().endswith(head.words) or words.endswith(
        tuple(alias.words for alias in find_aliases(words))
    )


@lru_cache(maxsize=WORDS_KEPT)
def _may_be_of_office(word: str) -> bool:
    bare = _POSSESSIVE.sub("", word)
    if bare.endswith(".") and bare.lower() not in office_words() and bare.count(".") < 2:
        return False
    if word.lower() in _JOINTS or bare.lower() in office_words() or bare.lower() == "prime":
        return True
    return bare[:1].isupper() and (bare not in _NOT_PEOPLE or bare in _BODY_WORDS)


_BODY_WORDS = lexicon(
    "Ministry Council Party Forces Force Command Agency Department Office Committee Assembly Union "
    "Bank Court House Army Navy Fleet Brigade Division Security Service Intelligence Defense "
    "Defence Foreign National General Corps East West North South Prime Administration Social"
)


def _role_beside(text: str, start: int, end: int) -> str:
    """The office set off by a comma after a name, or before it."""
    after = _AFTER_COMMA.match(text, end)
    if after and _reads_as_office(after["role"]):
        return after["role"]
    window = text[max(0, start - _LOOK_BACK) : start]
    before = _BEFORE_COMMA.search(window) if window.endswith((", ", ", \n")) else None
    if before is None:
        return ""
    pieces = before["role"].split()
    for count in range(len(pieces), 0, -1):
        role = " ".join(pieces[-count:])
        if _reads_as_office(role):
            return role
    return ""


def _reads_as_office(role: str) -> bool:
    """Whether every word up to what the office is over may be of an office."""
    head = re.split(r" (?:of|for|at|in|to|with|from|who)\b", role, maxsplit=1)[0]
    words = head.split()
    return is_office(head) and len(words) <= 7 and all(map(_may_be_of_office, words))


@lru_cache(maxsize=WORDS_KEPT)
def _country_of(role: str) -> str | None:
    """Whose an office is, from the country or the body in it."""
    owner, rest = split_owner(role)
    if owner:
        return owner.code
    for alias in find_aliases(rest):
        if alias.countries:
            return alias.countries[0][0].code
        if alias.organisations:
            return alias.organisations[0].country or None
    return None


def _remember(person: Name, known: dict[str, dict[str, Name]]) -> None:
    """Keep somebody under each word of the name; nobody is told from a crowd of bearers."""
    for word in person.name.split():
        bearers = known.setdefault(word, {})
        if len(bearers) < MOST_BEARERS:
            bearers.setdefault(person.name, person)
