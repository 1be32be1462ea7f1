"""The shape of places' names: what of some marked words is one, and which wordings are sure."""

import re
from collections.abc import Iterator
from functools import lru_cache

from watchword.text.gazetteer import organisations_by_name
from watchword.text.geonames import Kind, Known, bearers_of, place_at
from watchword.text.lexicon import lexicon
from watchword.text.wide_names import short_divisions, wide_names

Edges = tuple[int, int]
"""First character of some words, and the character after the last one."""


def each_name(text: str, start: int, end: int) -> Iterator[Edges]:
    """The names in a marked stretch: parted at commas, without article, possessive and sort.

    >>> text = "the Dutch-Belgian border and Cork city's quays"
    >>> [text[slice(*edges)] for edges in each_name(text, 0, 17)]
    ['Dutch', 'Belgian']
    >>> [text[slice(*edges)] for edges in each_name(text, 29, 40)]
    ['Cork']
    """
    for first, last in _names_in(text[start : end + 1], end - start):
        yield start + first, start + last


def find_shaped(text: str) -> Iterator[Edges]:
    """Find the names that their wording alone makes sure.

    These are divisions with their sort, places followed by the state or country that they lie in,
    a party's letter before a politician's home, "-based", datelines, and a town's own people and
    offices in a headline.

    >>> text = "Alexandria, La. The Rapides Parish coroner, R-Boyce, called the Delft-based firm."
    >>> [text[slice(*edges)] for edges in find_shaped(text)]
    ['Rapides Parish', 'Boyce', 'Delft', 'Alexandria', 'La.']
    """
    if any(map(text.__contains__, _DIVISIONS)):
        yield from (match.span() for match in _DIVIDED.finditer(text))
    for pattern, needs in ((_PARTY, _PARTIES), (_OWN, _OWNED)):
        if any(map(text.__contains__, needs)):
            yield from (match.span(1) for match in pattern.finditer(text) if _is_city(match[1]))
    for match in _BASED.finditer(text) if "-based" in text else ():
        yield from _each_city_at_end(match)
    for match in _DATELINE.finditer(text):
        if bearers_of(match[1]):
            yield match.span(1)
    for match in _NAME_BEFORE_COMMA.finditer(text):
        yield from _each_contained(match)


STRETCHES_KEPT = 20_000
"""Marked stretches whose names are kept: several schemes mark most of them, and reports repeat."""


@lru_cache(maxsize=STRETCHES_KEPT)
def _names_in(text: str, end: int) -> tuple[Edges, ...]:
    """The names in the first words of a text, which goes on by a letter at most."""
    found: list[Edges] = []
    for part in _PART.finditer(text, 0, end):
        first, last = _trimmed(text, *part.span())
        if first < last and text[first].isupper() and _could_name_a_place(text[first:last]):
            found += _each_half(text, first, last)
    return tuple(found)


_PART = re.compile(r"[^,;/()\n]+")
_EDGE = " '\"\u2018\u2019\u201c\u201d"
_BEFORE = re.compile(
    r"(?:[a-z][a-z-]*|The|A|An|Former|Greater|Downtown|Metro|Occupied|Mainland)\s+(?=\w)"
)
_AFTER = re.compile(r"(?:'s|\u2019s|\s+[a-z]\w*(?:'s|\u2019s)?)+$")
_SORTS = lexicon(
    "City Town Township Village County Parish State Province Region District Island Islands Lane "
    "Street Road North South East West Northeast Northwest Southeast Southwest Northern Southern "
    "Eastern Western Hill Hills Mound Delta Metro Park Airport University College School Church "
    "Republic Union Kingdom Commonwealth Capitol Gulf Coast Valley River Lake Bay Sea Ocean "
    "Court House Senate Congress Parliament Center Centre Democratic Republican Federal National "
    "International Central Downtown Main"
)
"""Words for sorts of places, which by themselves name none."""
_SITE = re.compile(
    r"\s(?:Streets?|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Highway|Route|Airport|"
    r"Church|Schools?|University|College|Hospital|Library|House|Court|Cent(?:er|re)|Building|"
    r"Stadium|Bridge|Hotel|Motel|Station|Museum|Park|Hall|Zoo|Garden|Cathedral|Arena|Theatre|"
    r"Theater|Cemetery|Mall|Prison|Jail|Dam|Club|Inn|Restaurant|Embassy)\.?$"
)
"""A building, a street, a grounds: no place that the gazetteer knows."""
_WORD = r"(?:St\. |Mt\. |Ft\. )?[A-Z][\w'\u2019-]*"
_NAME = rf"{_WORD}(?:[ ](?:(?:of|de|del|la|le|on|upon) )?[A-Z][\w'\u2019-]*){{0,2}}"
_DIVIDED = re.compile(
    r"\b(?!(?:The|A|An|This|That|Each|Every|Some|In|At|For|And|Former|Two|Three|Four|Five|Both)\b)"
    rf"{_WORD}(?: [A-Z][\w'\u2019-]*)? (?:County|Parish|Oblast|Governorate|Prefecture|Raion)\b"
)
_DIVISIONS = ("County", "Parish", "Oblast", "Governorate", "Prefecture", "Raion")
_PARTIES = ("D-", "R-", "I-", "DFL-")
_OWNED = (
    " police", " firefighters", " man", " men", " wom", " teen", " couple", " resident", " mayor",
    " officer", " council", " City C", " Town C", " School B", " Board of", " voters", " students",
)  # fmt: skip
"""What no match of `_DIVIDED`, `_PARTY` and `_OWN` is without: most short texts need no try."""
_PARTY = re.compile(rf"(?<![\w-])(?:D|R|I|DFL)-((?:[A-Z]\.){{2}}|W\. ?Va\.|{_NAME}\.?)")
_BASED = re.compile(rf"(?<![\w-])({_NAME})-based\b")
_OWN = re.compile(
    rf"(?<![\w-])(?<!\w\. )({_NAME}) (?:police|firefighters|man|woman|men|women|teen|couple|"
    r"resident|residents|mayor|officers?|council(?:man|woman|members?)?|City Council|"
    r"Town Council|School Board|Board of Education|voters|students)\b"
)
_DATELINE = re.compile(
    r"(?:^|\n)\s*([A-Z][A-Z .'\u2019-]+[A-Z])"
    r"(?=,[^\n]{0,40}?[(\u2014\u2013-]| \(| ?[\u2014\u2013]| -)"
)
_NAME_BEFORE_COMMA = re.compile(
    rf"(?<![\w-])({_NAME}), (?=((?:[A-Z]\. ?)?[A-Z][\w.]*(?: [A-Z][a-z]\w*)?))"
)


def _could_name_a_place(words: str) -> bool:
    if words in _SORTS or _SITE.search(words):
        return False
    return words in wide_names() or words not in organisations_by_name()


def _trimmed(text: str, start: int, end: int) -> Edges:
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and (before := _BEFORE.match(text, start, end)):
        start = before.end()
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    after = _AFTER.search(text[start:end])
    return start, _full_stop(text, start, start + after.start() if after else end)


def _full_stop(text: str, start: int, end: int) -> int:
    """Where the name ends: with its full stop where that belongs to it, as in "Okla."."""
    if text[start : end + 1] in short_divisions():
        return end + 1
    is_short = text[start:end] in short_divisions() or text[start:end] in wide_names()
    return end - 1 if text[start:end].endswith(".") and not is_short else end


def _each_half(text: str, start: int, end: int) -> Iterator[Edges]:
    """Both names of "Dutch-Belgian", else the name as it is."""
    words = text[start:end]
    left, hyphen, right = words.partition("-")
    party = _PARTY.fullmatch(words)
    if party:
        yield start + party.start(1), end
    elif hyphen and not bearers_of(words) and _is_name(left) and _is_name(right):
        yield start, start + len(left)
        yield start + len(left) + 1, end
    else:
        yield start, end


def _is_name(words: str) -> bool:
    return words in wide_names() or any(not bearer.other for bearer in bearers_of(words))


def _each_city_at_end(match: re.Match[str]) -> Iterator[Edges]:
    """The longest city's name that ends the first group, if there is one."""
    pieces = match[1].split(" ")
    for count in range(len(pieces)):
        words = " ".join(pieces[count:])
        if _is_city(words):
            yield match.end(1) - len(words), match.end(1)
            return


def _is_city(words: str) -> bool:
    return words in short_divisions() or any(
        bearer.place.kind is Kind.CITY and not bearer.other for bearer in bearers_of(words)
    )


def _each_contained(match: re.Match[str]) -> Iterator[Edges]:
    """The place and its whole in "Alexandria, La.", if there is such a place in it."""
    whole = next((words for words in _each_start(match[2]) if _wholes(words)), None)
    if whole is None:
        return
    pieces = match[1].split(" ")
    for count in range(len(pieces)):
        words = " ".join(pieces[count:])
        if any(_lies_in(bearer.place, _wholes(whole)) for bearer in bearers_of(words)):
            yield match.end(1) - len(words), match.end(1)
            yield match.start(2), match.start(2) + len(whole)
            return


def _each_start(words: str) -> Iterator[str]:
    """Some words, and what they begin with: "New York State", "New York", "New"; "La.", "La"."""
    while words:
        yield words
        shorter = words[:-1] if words.endswith(".") else words.rpartition(" ")[0]
        words = shorter.strip()


def _wholes(words: str) -> tuple[Known, ...]:
    short = short_divisions().get(words)
    if short:
        return (short,)
    wide = wide_names().get(words)
    if wide and wide.tells_people:
        return ()
    firsts = (bearer.place for bearer in bearers_of(words) if bearer.place.kind is Kind.FIRST)
    return (*(wide.places if wide else ()), *firsts)


def _lies_in(place: Known, wholes: tuple[Known, ...]) -> bool:
    within = {place_at(index).geonames_id for index in place.within}
    return any(whole.geonames_id in within for whole in wholes)
