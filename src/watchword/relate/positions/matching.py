"""Whether words of a report are about a question, and whether about its contrary.

What is asked for must be told by the matter itself; where the matter only points at something
("it may review that"), by the sentence, or the one before. The countries may be told by whatever
stands around: whom it is for, who does it, the sentence, the one before, the headline. A matter
that names other countries, or another kind of deed, is about something else.
"""

import re
from dataclasses import dataclass
from datetime import date

from watchword.relate.positions.phrases import (
    AT_WAR,
    Asked,
    Phrase,
    is_turned,
    only_describes,
    phrase_of,
    words_before,
)
from watchword.text.lexicon import lexicon
from watchword.text.similarity import words_in
from watchword.text.wars import is_at_war

_TRADE = frozenset({"give", "buy", "use", "take"})
"""Deeds that a ban is on."""
_QUOTE = re.compile(r"\w\s+[\"\u201c\u2018]")
_TALK = lexicon(
    "ask asking raise raising discuss discussing talk talking tell telling say saying know knowing "
    "hear hearing explain explaining answer brief briefing see seeing look looking comment report "
    "mention note stress point confirm share sharing show inform monitor monitoring assess "
    "investigate call describe regard speak address think believe remind thank thanks like "
    "analyse analyze"
)

MOST_BEFORE, MOST_BEFORE_OWN = 2, 1
"""Things that a matter may tell before the one it is asked for, and that of an own deed may.

What stands further behind is an aside. Chosen in the trial that `docs/explain/positions.md` tells
of: with 3 and 2 it named two turns more there, both wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Words of a report, with what stands around them.

    Attributes:
        matter: the words themselves.
        near: codes of countries that the claim names beside them: who, to whom, where.
        holder: code of the country of whose stand it is, empty where not known.
        widely: whether the sentence, the one before, or the headline may tell what they are about
            although they name something: a denial names what it denies in other words.
        sure: whether they take a side: what they only point at is then in their own sentence.
        own_deed: whether they tell what the holder will, would or may do itself.
        sentence: the sentence they stand in.
        before: the sentence before it.
        title: the report's headline.
        around: some of the text on either side of the sentence.
        day: when it was published, None where that is not known.
    """

    matter: str
    near: frozenset[str]
    holder: str
    widely: bool
    sure: bool
    own_deed: bool
    sentence: str
    before: str
    title: str
    around: str
    day: date | None


def turned_from(asked: Asked, told: Told) -> bool | None:
    """Whether words are about a question's contrary; None where they are about neither.

    Args:
        asked: the question.
        told: the words.
    """
    matter = phrase_of(told.matter)
    quoted = told.sure and bool(_QUOTE.search(told.matter))  # "not just a phrase 'sanctions fail'"
    if quoted or talks_only(told.matter) or told.holder in asked.partners:
        return None
    answering = _answering(asked, matter, told)
    if answering is None or (answering.apart and asked.things == {"=arm"}):
        return None
    most = MOST_BEFORE_OWN if told.own_deed else MOST_BEFORE
    if answering is matter and (
        words_before(matter, asked.things) > most or only_describes(matter, asked.things)
    ):
        return None
    if _is_other(asked, answering, told) or not _countries_fit(asked, matter, told):
        return None
    around = answering is not matter  # what points at something turns nothing round by itself
    turned = is_turned(answering, asked.things) and not (around and (matter.things or told.widely))
    return turned != asked.turned


def talks_only(matter: str) -> bool:
    """Whether a matter is to speak of something, not to do it: "ask Pyongyang about its troops"."""
    first = words_in(matter)[:2]
    return bool(first) and (first[0] in _TALK or first == ["agree", "with"])


def _answering(asked: Asked, matter: Phrase, told: Told) -> Phrase | None:
    """The phrase that tells what is asked for: the matter, or what it points at."""
    if _tells(asked, matter):
        return matter
    if not (matter.points or told.widely):
        return None
    sentence = phrase_of(told.sentence)
    if _tells(asked, sentence):
        return sentence
    if told.sure or any(thing.startswith("=") for thing in sentence.things):
        return None
    further = (told.before, told.title) if told.widely else (told.before,)
    return next((each for words in further if _tells(asked, each := phrase_of(words))), None)


def _is_other(asked: Asked, phrase: Phrase, told: Told) -> bool:
    """Whether it is another kind of deed, goes to somebody else, or is somebody else's."""
    untold = not phrase.families and asked.families <= {"give"}
    if asked.families and not untold and not asked.families & phrase.families:
        return True
    if asked.partners and phrase.partners and not asked.partners & phrase.partners:
        return True
    if (
        asked.turned
        and not _TRADE & phrase.families
        and not any(each.turns for each in phrase.pieces)
    ):
        return True
    if asked.receiving and phrase.receiving:
        to_other = not any(_is_met(each, phrase.receiving, told.day) for each in asked.receiving)
        if to_other:
            return True
    owned = {thing for _, thing in asked.owning}
    owners = {code for code, thing in phrase.owning if thing in owned}
    return bool(owners) and not owners & {code for code, _ in asked.owning}


def _tells(asked: Asked, phrase: Phrase) -> bool:
    if not asked.things:
        return bool(asked.families & phrase.families)
    missing = len(asked.things - phrase.things)
    return missing == 0 or (len(asked.things) > 3 and missing == 1)


def _countries_fit(asked: Asked, matter: Phrase, told: Told) -> bool:
    """Whether the countries asked for are told, from the matter outwards.

    It is looked further outwards only until other countries than the holder's are named: those are
    the ones that are meant.
    """
    wanted, seen = asked.countries, told.near
    around = (told.sentence, told.before, told.title, *((told.around,) if matter.points else ()))
    owners = {code for code, _ in asked.owning}
    for place, named in enumerate((matter.countries, *(phrase_of(w).countries for w in around))):
        seen |= named
        if place > 1 and not owners <= seen:
            return False
        meant = seen - {told.holder}
        if all(_is_met(each, seen if each != AT_WAR else meant, told.day) for each in wanted):
            return True
        if meant and not any(_is_met(each, meant, told.day) for each in wanted):
            return False
    return not wanted


def _is_met(wanted: str, named: frozenset[str], day: date | None) -> bool:
    """Whether a country is named, or told as one of those at war, which it is that day."""
    if wanted in named:
        return True
    if day is None:
        return False
    if wanted == AT_WAR:
        return any(is_at_war(code, day) for code in named if code != AT_WAR)
    return AT_WAR in named and is_at_war(wanted, day)
