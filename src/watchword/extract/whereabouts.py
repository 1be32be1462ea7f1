"""Where a clause happens: the places that a text uses as such, and towns that few lists have."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from watchword.extract.clauses import Clause
from watchword.extract.labelled import names_of
from watchword.extract.syntax import VerbGroup
from watchword.model.place import Place, PlaceKind
from watchword.model.reading import Reading, Token
from watchword.text.gazetteer import country_named, organisation_named
from watchword.text.geonames import Bearer, Kind, bearers_of
from watchword.text.lexicon import lexicon
from watchword.text.offices import is_office
from watchword.text.places import find_places

_WHERE = lexicon("in at near to from outside around into towards toward across")
_TIMES_OF_DAY = lexicon("overnight today yesterday tonight tomorrow")
_CALENDAR = lexicon(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december christmas ramadan easter parliament "
    "congress"
)
_TOWARDS = lexicon("to into onto toward towards")
_BETWEEN_PLACES = frozenset({"", ",", "and", "or", ", and", ", or", "in", ", in"})
_MARKED_ONLY = lexicon("on through via off inside beyond")
"""Prepositions that lead to a place only where an engine marks one behind them."""
_WHERE_MARKED = _WHERE | _MARKED_ONLY
_MEASURED = lexicon(
    "north south east west northeast northwest southeast southwest outskirts edge centre center "
    "suburb suburbs port town city village area areas percent half third quarter "
    "residents inhabitants people streets coast mile miles kilometre kilometres kilometer "
    "kilometers km square"
)
"""Words before "of" that make a name behind it a place: "west of", "the port of", "half of"."""
_ONSLAUGHTS = lexicon("strike attack raid assault landing advance march fire base")
_REACHING = lexicon(
    "enter reach leave visit cross capture seize retake recapture shell bomb storm hit strike "
    "attack evacuate flee besiege encircle liberate occupy approach overrun"
)
"""Verbs whose object is where it happens."""
_SITES = lexicon(
    "crossing airport port camp bridge hospital area district village town neighbourhood "
    "neighborhood border island region station settlement city "
    "base prison refinery dam checkpoint market"
)
_NOWHERE = frozenset[int]()
_KINDS = {
    Kind.AREA: PlaceKind.AREA,
    Kind.COUNTRY: PlaceKind.COUNTRY,
    Kind.FIRST: PlaceKind.REGION,
    Kind.SECOND: PlaceKind.REGION,
    Kind.CITY: PlaceKind.CITY,
}


def place_of(
    clause: Clause, verbs: Sequence[VerbGroup], text: str, reading: Reading
) -> Place | None:
    """Where it happens: where it leads to first, else the first place named.

    Args:
        clause: the clause.
        verbs: its main verbs.
        text: the report's text.
        reading: its sentence, of which the marked names are looked at.
    """
    words = clause.words
    places = find_places(text, words[0].start, words[-1].end)
    if not places:
        return _unlisted_place(words, text, reading)
    heads = [_heads_to(place, text) for place in places]
    first = heads.index(True) if True in heads and verbs else 0
    return _with_neighbours(places, first, text)


class _Name(NamedTuple):
    """A run of names, by the indexes of its first and last word."""

    first: int
    last: int
    words: str


def _unlisted_place(words: Sequence[Token], text: str, reading: Reading) -> Place | None:
    """A name that the short gazetteer does not hold: "in Zamzam", "at the Adre crossing".

    What an engine marks as a person or a body is none. After "on", "of" or an article, before a
    site, and in more than two words it has to be marked as a place, and GeoNames has to know it.
    """
    names = list(_each_name(words, text))
    others, marked = (names_of(reading), _located(reading)) if names else (_NOWHERE, _NOWHERE)
    for name in names:
        if words[name.first].start in others or organisation_named(name.words) is not None:
            continue
        bearers = bearers_of(name.words) if words[name.first].start in marked else ()
        if bearers and _is_measured(words, name):
            return _unlisted(words, name, bearers)
        led = (bearers and _is_led(words, name)) or _is_plainly_led(words, name)
        written_small = (
            bool(bearers) and name.words.isupper()
        )  # a country, in a bulletin's capitals
        if led and (written_small or not _is_else(name.words)):
            return _unlisted(words, name, bearers)
    return None


def _each_name(words: Sequence[Token], text: str) -> Iterator[_Name]:
    index = 1
    while index < len(words):
        last = index
        if words[index].tag == "NNP" and words[index - 1].tag != "NNP":
            while last + 1 < len(words) and words[last + 1].tag == "NNP":
                last += 1
            yield _Name(first=index, last=last, words=text[words[index].start : words[last].end])
        index = last + 1


def _located(reading: Reading) -> frozenset[int]:
    """Where the words of places begin that an engine marked."""
    return frozenset(
        token.start
        for phrase in reading.phrases("names")
        if phrase.label == "location"
        for token in reading.tokens[phrase.start : phrase.end]
    )


def _is_plainly_led(words: Sequence[Token], name: _Name) -> bool:
    """As in "in Zamzam": one name or two, nothing else's, right after a preposition of place."""
    after = _tag_after(words, name.last)
    short = name.last - name.first <= 1 and not name.words.isupper()
    return (
        short and words[name.first - 1].lemma in _WHERE and after not in {"POS", "NN", "NNS", "CD"}
    )


def _is_measured(words: Sequence[Token], name: _Name) -> bool:
    """As in "west of Aden" and "90 percent of Port-au-Prince", also where that is a capital."""
    before = name.first - 1
    return (
        before > 0
        and words[before].lemma == "of"
        and words[before - 1].text.lower() in _MEASURED
        and _tag_after(words, name.last) != "POS"
    )


def _is_led(words: Sequence[Token], name: _Name) -> bool:
    """As in "on Ishigaki", "at the Adre crossing", "village Orlivka"."""
    before = name.first - 1
    if words[before].tag == "DT" and before:
        before -= 1
    site = words[name.last + 1 : name.last + 2]
    after = _tag_after(words, name.last)
    goes_on = after in {"POS", "NN", "NNS", "CD"} and site[0].lemma not in _SITES
    if words[before].lemma == "on" and not _acts_on(words[before - 1]):
        return False
    reached = words[before].tag.startswith("VB") and words[before].lemma in _REACHING
    called = words[before].lemma in _SITES
    led = reached or called or words[before].lemma in _WHERE_MARKED
    return led and not goes_on


def _acts_on(word: Token) -> bool:
    """As in "landed on", "missiles on", "a strike on"; not "the focus on"."""
    return word.tag in {"NNS", "RP", "RB"} or word.tag.startswith("VB") or word.lemma in _ONSLAUGHTS


def _unlisted(words: Sequence[Token], name: _Name, bearers: Sequence[Bearer]) -> Place:
    countries = {bearer.place.country for bearer in bearers if bearer.place.country}
    return Place(
        start=words[name.first].start,
        end=words[name.last].end,
        words=name.words,
        name=name.words,
        kind=_KINDS[bearers[0].place.kind] if bearers else PlaceKind.CITY,
        country=countries.pop() if len(countries) == 1 else None,
    )


def _tag_after(words: Sequence[Token], last: int) -> str:
    """Tag of the word after one; none for a time of day, as in "in Maradun overnight"."""
    follows = words[last + 1 : last + 2]
    return follows[0].tag if follows and follows[0].lemma not in _TIMES_OF_DAY else ""


def _is_else(name: str) -> bool:
    """Whether a name is a body's, a country's people's, a day's or a month's."""
    known = organisation_named(name) is not None or country_named(name) is not None
    return known or name.lower() in _CALENDAR or is_office(name.split(maxsplit=1)[0])


def _heads_to(place: Place, text: str) -> bool:
    before = text[max(0, place.start - 12) : place.start].lower().split()
    return any(word in _TOWARDS for word in before[-2:])


def _with_neighbours(places: Sequence[Place], first: int, text: str) -> Place:
    """A list of places ("Vladivostok, Ussuriysk and Khabarovsk") as one."""
    last = first
    while last + 1 < len(places):
        between = text[places[last].end : places[last + 1].start].strip()
        if between not in _BETWEEN_PLACES:
            break
        last += 1
    if last == first:
        return places[first]
    start, end = places[first].start, places[last].end
    name = ", ".join(place.name for place in places[first : last + 1])
    return replace(places[first], end=end, words=text[start:end], name=name)
