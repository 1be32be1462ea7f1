"""Where things happen: the countries, regions, cities and areas that a text uses as places.

A country's name is not yet a place. "Seoul said", "Moscow's war", "against Ukraine" and "supplied
weapons to Ukraine" name governments and recipients; "in Ukraine", "near Donetsk", "sent troops to
Russia" and "the village of Sudzha" name places. Only such locative uses are found.
"""

import re
from collections.abc import Iterator

from watchword.model.place import Place, PlaceKind
from watchword.text.lexicon import lexicon
from watchword.text.place_grammar import KNOWN
from watchword.text.place_phrases import PlacePhrase, find_place_phrases

LONGEST_JOINT = 40
"""Characters between two places of one list, as in ", and also in the"."""


def find_places(text: str, start: int = 0, end: int | None = None) -> tuple[Place, ...]:
    """Find the places that a stretch of text, usually a sentence, uses as places.

    A use is locative after a preposition of place (in, at, near, into, across ...), after "to",
    "from", "on" and "for" where the words before tell of movement and not of giving, as the
    object of a verb such as "reach" or "shell", in a list with such a use, and always for
    wordings like "Kursk region", "the village of ..." and "the front line".

    Args:
        text: a report's text.
        start: first character to look at.
        end: the character after the last one to look at; the end of the text where not given.

    Returns:
        Places in order, without overlap. `words` keep "near" and leave out other prepositions
        and a leading article; a list gives one place for each of its names.

    >>> text = "Troops moved from Vladivostok and Khabarovsk to Russia's Kursk region."
    >>> [(place.words, place.name) for place in find_places(text)][1:]
    [('Khabarovsk', 'Khabarovsk'), ("Russia's Kursk region", 'Kursk region')]
    >>> find_places("Seoul said Moscow's war against Ukraine must end.")
    ()
    """
    stop = len(text) if end is None else end
    return tuple(_place(text, phrase) for phrase in _used(find_place_phrases(text, start, stop)))


_WORD = (
    r"(?:the|a|an|its|their|his|her|our|both|all|nearby|neighbou?ring|downtown|central|greater|"
    r"mainland|rural|parts of|areas of|some|several|other|certain|newly|also|or)"
)
# What is matched with the words before a phrase is written, and tried, in small letters.
_FIRM = re.compile(
    r"(?:^|[\s(\"\u201c\u2014])(?:in|inside|into|near|at|across|outside|around|through|throughout|"
    r"within|toward|towards|onto|via|off|along|out of|north of|south of|east of|west of|"
    rf"outskirts of|coast of|skies over|sky over|airspace over|flew over|down over) (?:{_WORD} )*$",
)
_IDIOM = re.compile(
    r"\b(?:increase|rise|drop|decrease|decline|change|shift|growth|participat\w+|role|part|"
    r"interest(?:ed|s)?|confidence|trust|faith|belie(?:f|ve)|stake|invest(?:ed|ment|ments)?|"
    r"point|points|aimed|directed|anger|angry|look(?:ed|ing)?|laugh(?:ed)?|through) "
    r"(?:in|at|through) $",
)
_LOOSE = re.compile(rf"(?:^|[\s(\"\u201c\u2014])(?P<word>to|from|on|for|over|by) (?:{_WORD} )*$")
_LED_BY = lexicon(
    "the a an its their his her our both all nearby neighboring neighbouring downtown central "
    "greater mainland rural some several other certain newly also or"
)
_FIRM_WORDS = (
    "in", "inside", "into", "near", "at", "across", "outside", "around", "through", "throughout",
    "within", "toward", "towards", "onto", "via", "off", "along", "of", "over",
)  # fmt: skip
_LOOSE_WORDS = ("to", "from", "on", "for", "over", "by")
"""The words of `_WORD`, and the last ones of what leads to a place before them: without one of
these `_FIRM` and `_LOOSE` match nothing and need no try."""
_LAST_WORDS = 5
"""Words in the longest match of `_IDIOM`, `_OBJECT` and `_OBJECT_OF_WAR`: "in and around the"."""
_NEAR = re.compile(r"(?:^|\s)(near (?:to )?(?:the )?)$", re.IGNORECASE)
_MOVING = re.compile(
    r"\b(?:sen[dt]s?|sending|go|goes|went|going|gone|c[ao]mes?|coming|arriv\w+|travel\w*|trips?|"
    r"visit\w*|journey\w*|tour\w*|return\w*|back|mov(?:e|es|ed|ing|ement|ements)|transfer\w*|"
    r"dispatch\w*|deploy\w*|redeploy\w*|ship(?:s|ped|ping|ment|ments)?|sail\w*|carr(?:y|ied|ies|"
    r"ying)|transport\w*|ferr(?:y|ied|ying)|fl(?:y|ies|ew|own|ying|ight|ights)|airlift\w*|cross\w*|"
    r"withdr[ae]w\w*|retreat\w*|pull\w*|advanc\w+|march\w*|fle[ed]\w*|evacuat\w+|rush\w*|head|"
    r"heads|headed|heading|bound|bring\w*|brought|tak(?:e|es|en|ing)|took|launch\w*|fir(?:e|es|ed|"
    r"ing)|strikes?|struck|deport\w*|exil\w+|smuggl\w+|infiltrat\w+|leave|leaves|left|leaving|"
    r"depart\w*|drove|drive|driv\w+|walk\w*|convoys?|routes?|roads?|railway|trains?|ships?|"
    r"kilomet(?:er|re)s?|km|miles|close|closer|next|adjacent|access|extend\w*|spread\w*|spill\w*|"
    r"troops|soldiers|forces|men|personnel|units|fighters|officers|contingents?|workers|refugees|"
    r"delegations?|envoys?|missiles?|drones?|relocat\w+|rotat\w+|escap\w+)\b",
)
_GIVING = re.compile(
    r"\b(?:suppl(?:y|ies|ied|ying)|sales?|sell\w*|sold|provid\w+|provision|aid|assist\w*|help\w*|"
    r"support\w*|giv(?:e|es|ing|en)|gave|offer\w*|export\w*|arms|weapons?|weaponry|munitions?|"
    r"ammunition|shells|equipment|funds?|money|loans?|billions?|dollars|technolog\w+|threat\w*|"
    r"warn\w*|commit\w*|messages?|letters?|said|say|says|tells?|told|accord\w*|respon\w+|relat\w+|"
    r"ties|allies|challenge|danger|loyal|sympathetic|thank\w*|opposed|contrast|refer\w*|respect|"
    r"approv\w+|permission|pressure|protect\w*|buy\w*|bought|purchas\w+|import\w*|obtain\w*|"
    r"receiv\w+|get|gets|gained|backing|criticism|statement|concession\w*|answer\w*|demand\w*|"
    r"apart|aside|different|independen\w+|defend\w*|separat\w+|intelligence|ambassadors?|envoy)\b",
)
_STRIKE_ON = re.compile(
    r"\b(?:strikes?|attacks?|raids?|assaults?|march\w*|advanc\w+|bombardments?|offensives?|fire|"
    r"fired|shelling|bombing|bombs?|missiles?|drones?|clos\w+ in) on (?:the )?$",
)
_MOTION_FOR = re.compile(
    r"\b(?:leave|leaves|left|leaving|head|heads|headed|heading|depart\w*|bound|flew|set off|"
    r"set out|sail\w*|destined|en route)(?: \w+){0,2} for (?:the )?$",
)
_OBJECT = re.compile(
    r"\b(?:reach|enter|leav|visit|cross|tour|fle|flee|approach)(?:e|es|ed|ing|s)? (?:the |its )?$|"
    r"\b(?:left|fled|in and around) (?:the )?$",
)
_OBJECT_OF_WAR = re.compile(
    r"\b(?:hit|hits|hitting|strik(?:e|es|ing)|struck|shell(?:s|ed|ing)|bomb(?:s|ed|ing)|captur\w+|"
    r"seiz\w+|retak\w+|retook|recaptur\w+|storm(?:s|ed|ing)|pound(?:s|ed|ing)|target(?:s|ed|ing)|"
    r"liberat\w+|encircl\w+|besieg\w+|evacuat\w+|occup(?:y|ies|ied|ying)|overr(?:an|un)|took|"
    r"taken|attack(?:s|ed|ing)) (?:the )?$",
)
_ATTRIBUTE = re.compile(
    r"(?:'s\b|-\w|\s(?:governor|head|authorities|officials?|residents?|police|administration|"
    r"mayor|court|prosecutors?|invasion|operation|offensive|war|campaign|crisis|deal|talks|summit|"
    r"agreement|accords?|peace)\b)"
)
_INDEFINITE = re.compile(r"\ban? $")
_OWNED_NOUN = re.compile(
    r" (?:military|army|navy|air force|defen[cs]e|embass(?:y|ies)|consulates?|base|bases|troops|"
    r"soldiers|forces|drones?|strikes?|airstrikes?|warships?|ships?|government|president|elections?|"
    r"officials|side|media|intelligence|sanctions|policy|dollars?|citizens|nationals)\b"
)
_NAME_AFTER = re.compile(
    r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|"
    r"August|September|October|November|December)[A-Z][a-z]"
)
_LIST = re.compile(
    rf"(?:,? (?:and|or|as well as|and also|to)|,| through| via)"
    rf"(?: (?:in|near|at|to|from|{_WORD}))* ?"
)
_LIST_GOES_ON = re.compile(rf",? (?:and|or) (?:the )?[{KNOWN}]|, [{KNOWN}]")
_ACTS = re.compile(
    r" (?:will|would|may|might|could|should|can|must|did|is|was|are|were|ha[sd]|have|\w+(?:ed|s))\b"
)


def _used(phrases: Iterator[PlacePhrase]) -> Iterator[PlacePhrase]:
    last: PlacePhrase | None = None
    for phrase in phrases:
        if _is_place(phrase) or (last and _goes_on(last, phrase)):
            last = phrase
            yield phrase


def _is_place(phrase: PlacePhrase) -> bool:
    if _ATTRIBUTE.match(phrase.after) or _is_a_persons_name(phrase) or _is_adjective(phrase):
        return False
    if phrase.sure:
        return True
    before = phrase.before.lower()
    word, near = _word_before(before), _last_words(before)
    if word.endswith(_FIRM_WORDS) and _FIRM.search(before):
        return not _IDIOM.search(before, near)
    if _OBJECT.search(before, near):
        return True
    if not phrase.politic and _OBJECT_OF_WAR.search(before, near):
        return True
    return word.endswith(_LOOSE_WORDS) and _is_loosely_placed(phrase, before)


def _word_before(before: str) -> str:
    """The word that a phrase follows, past articles and their like; empty where it follows none."""
    end = len(before)
    while before[end - 1 : end] == " ":
        start = before.rfind(" ", 0, end - 1) + 1
        word = before[start : end - 1]
        if word == "of" and before[:start].endswith(("parts ", "areas ")):
            start = before.rfind(" ", 0, start - 1) + 1
        elif word not in _LED_BY:
            return word
        end = start
    return ""


def _last_words(before: str) -> int:
    """Where the last words begin, as many as a verb with its preposition and an article has."""
    at = len(before)
    for _ in range(_LAST_WORDS + 1):
        at = before.rfind(" ", 0, max(at, 0))
    return at + 1


def _is_loosely_placed(phrase: PlacePhrase, before: str) -> bool:
    loose = _LOOSE.search(before)
    if loose is None:
        return False
    word = loose["word"]
    if word == "for":
        return _MOTION_FOR.search(before) is not None
    if word == "on":
        return not phrase.politic and (
            phrase.kind is not PlaceKind.CITY or _STRIKE_ON.search(before) is not None
        )
    if word in {"over", "by"}:
        return False
    return _tells_of_movement(before[: loose.start()], otherwise=not phrase.politic)


def _tells_of_movement(before: str, *, otherwise: bool) -> bool:
    """Whether the nearest telling word before is of movement and not of giving."""
    near = before[-90:]
    moving = max((match.start() for match in _MOVING.finditer(near)), default=-1)
    giving = max((match.start() for match in _GIVING.finditer(near)), default=-1)
    return otherwise if moving == giving else moving > giving


def _is_a_persons_name(phrase: PlacePhrase) -> bool:
    return not phrase.sure and _NAME_AFTER.match(phrase.after) is not None


def _is_adjective(phrase: PlacePhrase) -> bool:
    """Whether a country only tells whose something is: "a US base", "the UK embassy"."""
    if not phrase.politic:
        return False
    last = max(0, len(phrase.before) - len("an "))
    indefinite = _INDEFINITE.search(phrase.before, last)
    return indefinite is not None or _OWNED_NOUN.match(phrase.after) is not None


def _goes_on(last: PlacePhrase, phrase: PlacePhrase) -> bool:
    """Whether a phrase is the next in a list of places, and not the next to act."""
    if _ATTRIBUTE.match(phrase.after) or (phrase.politic and _ACTS.match(phrase.after)):
        return False
    gap = phrase.coded_start - last.coded_end
    joint = phrase.before[-gap:] if 0 < gap <= LONGEST_JOINT else ""
    if joint == ", " and phrase.politic:
        return _LIST_GOES_ON.match(phrase.after) is not None
    return _LIST.fullmatch(joint) is not None


def _place(text: str, phrase: PlacePhrase) -> Place:
    near = _NEAR.search(phrase.before)
    start = phrase.start - len(near[1]) if near else phrase.start
    return Place(
        start=start,
        end=phrase.end,
        words=text[start : phrase.end],
        name=phrase.name,
        kind=phrase.kind,
        country=phrase.country,
    )
