"""A phrase as it is compared: the things, the countries, the deed, and which way round it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from watchword.relate.positions.pointing import IDLE, POINTING
from watchword.relate.positions.senses import (
    NEGATIONS,
    asked_by,
    family_of,
    is_known,
    senses_of,
    turns_round,
)
from watchword.text.gazetteer import country_code, country_uses
from watchword.text.lexicon import lexicon
from watchword.text.similarity import stem

AT_WAR = "%war"
"""Stands among countries for those that are at war."""

_WORD = re.compile(r"[^\W_]+(?:[.\-'\u2019][^\W_]+)*|[,;:()\"\u201c\u201d]")
_HEADS = frozenset(
    stem(word)
    for word in lexicon(
        "package packages system systems round rounds list pressure regime measures process "
        "pledge supplies delivery deliveries shipment shipments"
    )
)
"""Words that leave a thing what it is ("a sanctions package"); "food shortages" are no food."""
_AT_WAR = re.compile(
    r"(?:countr(?:y|ies)|states?|nations?|part(?:y|ies)|zones?|sides?)\s+"
    r"(?:(?:that\s+(?:is|are)\s+)?(?:at\s+war|in\s+(?:a\s+)?(?:conflict|war)s?)|"
    r"engaged\s+in\s+(?:a\s+)?(?:conflict|war)s?)|(?:war|conflict)\s+zones?|"
    r"warring\s+(?:countries|states|parties)|countries\s+in\s+conflict",
    re.IGNORECASE,
)
_GIVE_UP = re.compile(
    r"\b(?:(?:give|gives|giving|given|gave)\s+up|compromis\w*\s+(?:on|concerning|over))\b",
    re.IGNORECASE,
)
_MILITARY_AID = re.compile(
    r"(?<!non-)\b(?:lethal|military)\s+(?:aid|assistance|help|equipment|supplies)\b", re.IGNORECASE
)
_UNLIKE = lexicon("armed force")
"""Words with the stem of arms, or of forces, that are neither."""
_TOWARD = lexicon("to for toward towards")
_PRONOUNS = lexicon("it that this these those such so")
_HARMLESS = lexicon("non-lethal nonlethal humanitarian")
_DREADED = lexicon("nuclear atomic chemical biological radiological")
_NEAR_TROOPS = 3
"""Words behind troops in which a verb still turns them round: "Russian troops to withdraw"."""
_LONGEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """What a word comes to.

    Attributes:
        at: which word it is.
        senses: what it can be asked for by, empty for what stands for no thing.
        turns: whether it turns what follows into its contrary.
        negates: whether it is a "not".
        owned: whether another thing follows at once that it only describes ("food shortages").
    """

    at: int
    senses: frozenset[str]
    turns: bool
    negates: bool
    owned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What a phrase comes to.

    Attributes:
        pieces: what its words come to, in order.
        things: what it can be asked for by.
        countries: alpha-2 codes, and `AT_WAR`.
        receiving: those of them that something goes to or is for.
        partners: those of them that something is done with.
        owning: those of them that own something, each with what ("North Korean troops").
        families: the kinds of deeds told.
        points: whether it only points at something told elsewhere ("review that").
        apart: whether it says that it means other arms than those that are sent ("non-lethal",
            "nuclear").
    """

    pieces: tuple[Piece, ...]
    things: frozenset[str]
    countries: frozenset[str]
    receiving: frozenset[str]
    partners: frozenset[str]
    owning: frozenset[tuple[str, str]]
    families: frozenset[str]
    points: bool
    apart: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a question asks for.

    Attributes:
        things: what must be told, each by any word that stands for it.
        countries: codes of which each must be told, and `AT_WAR` for any that is at war.
        receiving: those of them that something goes to or is for.
        partners: those of them that something is done with.
        owning: those of them that own something, each with what.
        families: kinds of deeds that fit; empty: any.
        turned: whether the question itself is the contrary of something ("a ban on arms").
    """

    things: frozenset[str]
    countries: frozenset[str]
    receiving: frozenset[str]
    partners: frozenset[str]
    owning: frozenset[tuple[str, str]]
    families: frozenset[str]
    turned: bool


@dataclass(slots=True)
class _Found:
    """What is gathered, word by word."""

    countries: set[str] = field(default_factory=set)
    receiving: set[str] = field(default_factory=set)
    partners: set[str] = field(default_factory=set)
    owning: set[tuple[str, str]] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    thing: frozenset[str] = frozenset()
    last: str = ""
    owner: str = ""

    def take_country(self, code: str) -> None:
        self.countries.add(code)
        if self.last in _TOWARD:
            self.receiving.add(code)
        if self.last == "with":
            self.partners.add(code)
        if self.last == "of":
            self.owning.update((code, sense) for sense in self.thing)
        self.owner, self.last = code, ""

    def take_word(self, word: str, senses: frozenset[str]) -> None:
        if self.owner and senses:
            self.partners.discard(self.owner)  # "with American missiles"
            self.owning.update((self.owner, sense) for sense in senses)
        self.owner, self.last, self.thing = "", word, senses or self.thing


@lru_cache(maxsize=65_536)
def phrase_of(words: str) -> Phrase:
    """Read a phrase of a report."""
    opened = words.lower().startswith("against ")
    pieces = [Piece(-1, frozenset(), turns=True, negates=False)] if opened else []
    found = _Found()
    apart = points = False
    for at, (word, code) in enumerate(_each_word(words, loose=False)):
        if code:
            found.take_country(code)
            continue
        apart = apart or word in _HARMLESS or word in _DREADED
        points = points or word in _PRONOUNS or stem(word) in POINTING
        family = family_of(word)
        senses = senses_of(word) if _is_told(word) else frozenset()
        if family:
            found.families.add(family)
            senses -= {stem(word)}
        turns = turns_round(word)
        if turns or senses:
            negates = turns and word in NEGATIONS
            senses = frozenset() if turns else senses
            if senses and pieces and pieces[-1].at == at - 1 and stem(word) not in _HEADS:
                pieces[-1] = replace(pieces[-1], owned=True)
            pieces.append(Piece(at, senses, turns=turns, negates=negates))
        found.take_word(word, senses)
    things = frozenset(sense for piece in pieces for sense in piece.senses)
    return Phrase(
        pieces=tuple(pieces),
        things=things,
        countries=frozenset(found.countries),
        receiving=frozenset(found.receiving),
        partners=frozenset(found.partners),
        owning=frozenset(found.owning),
        families=frozenset(found.families),
        points=points and not things and not found.families,
        apart=apart,
    )


@lru_cache(maxsize=1_024)
def asked_of(words: str) -> Asked:
    """Read a question.

    >>> sorted(asked_of("sending weapons to Ukraine").things)
    ['=arm']
    >>> asked_of("a ban on arms to countries at war").turned
    True
    """
    things: set[str] = set()
    implied: set[str] = set()
    found = _Found()
    turns = 0
    for word, code in _each_word(words, loose=True):
        if code:
            found.take_country(code)
            continue
        family = family_of(word)
        senses: frozenset[str] = frozenset()
        if turns_round(word):
            turns += 1
        elif family:
            found.families.add(family)
            implied |= senses_of(word) - {stem(word)}
        elif _is_told(word):
            senses = frozenset({asked_by(word)})
        things |= senses
        found.take_word(word, senses)
    if not found.families and found.receiving:
        found.families.add("give")
    return Asked(
        things=frozenset(things or implied),
        countries=frozenset(found.countries),
        receiving=frozenset(found.receiving),
        partners=frozenset(found.partners),
        owning=frozenset(found.owning),
        families=frozenset(found.families),
        turned=turns % 2 == 1,
    )


def countries_in(words: str) -> tuple[str, ...]:
    """Codes of the countries that some words name, in their order."""
    return tuple(code for _, code in _each_word(words, loose=False) if code and code != AT_WAR)


def is_turned(phrase: Phrase, wanted: frozenset[str]) -> bool:
    """Whether a phrase is about the contrary of a thing: "not to send weapons", "an arms ban".

    Args:
        phrase: the phrase.
        wanted: what was asked for; the first piece that answers it is the thing.
    """
    at = _place(phrase, wanted)
    if at is None:
        return sum(piece.turns for piece in phrase.pieces) % 2 == 1
    thing = phrase.pieces[at]
    near = _NEAR_TROOPS if "=troop" in thing.senses else 1
    before = sum(piece.turns for piece in phrase.pieces[:at])
    behind = sum(
        piece.turns and piece.at - thing.at <= (2 if piece.negates else near)
        for piece in phrase.pieces[at + 1 :]
    )
    return (before + behind) % 2 == 1


def only_describes(phrase: Phrase, wanted: frozenset[str]) -> bool:
    """Whether all that was asked for only describes other things."""
    told = [piece for piece in phrase.pieces if piece.senses & wanted]
    return bool(told) and all(
        piece.owned and not phrase.pieces[phrase.pieces.index(piece) + 1].senses & wanted
        for piece in told
    )


def words_before(phrase: Phrase, wanted: frozenset[str]) -> int:
    """How many things are told before the one that was asked for, what describes one left out."""
    at = _place(phrase, wanted)
    before = phrase.pieces if at is None else phrase.pieces[:at]
    heads = (piece for piece in before if not piece.owned and not piece.senses <= _HEADS)
    return sum(bool(piece.senses) for piece in heads)


def _place(phrase: Phrase, wanted: frozenset[str]) -> int | None:
    found = (place for place, piece in enumerate(phrase.pieces) if piece.senses & wanted)
    return next(found, None)


def _is_told(word: str) -> bool:
    if word in _UNLIKE:
        return False
    root = stem(word)
    return len(root) > 1 and root not in IDLE and root not in POINTING and not root.isdigit()


def _each_word(words: str, *, loose: bool) -> Iterator[tuple[str, str]]:
    """Each word in small letters, or the country that one or more of them name."""
    plain = _GIVE_UP.sub("renounce", _MILITARY_AID.sub("weapons", words))
    told = _AT_WAR.sub(" Atwarcountries ", plain)
    found = _WORD.findall(told)
    at = 0
    while at < len(found):
        if found[at] == "Atwarcountries":
            yield "", AT_WAR
            at += 1
            continue
        code, length = _country_at(found, at, loose=loose)
        if code:
            yield "", code
        else:
            yield from ((part, "") for part in _parts(found[at]))
        at += length


def _parts(word: str) -> Sequence[str]:
    """A word in small letters, parted at hyphens unless it is known with them."""
    low = word.lower().replace("\u2019", "'")
    if low.endswith("n't"):
        return (low.removesuffix("n't"), "not")
    whole = low.startswith(("no-", "non-")) or low.endswith(("ing", "ed"))  # "energy-supplying"
    if "-" not in low or whole or is_known(low):
        return (low,)
    return low.split("-")


def _country_at(words: Sequence[str], at: int, *, loose: bool) -> tuple[str, int]:
    if not loose and (not words[at][:1].isupper() or _first(words[at]) not in _first_words()):
        return "", 1
    for length in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
        name = " ".join(words[at : at + length])
        code = country_code(name) or (country_code(name.title()) if loose else "")
        if code:
            return code, length
    return "", 1


@cache
def _first_words() -> frozenset[str]:
    """The first word of every name that a country has."""
    return frozenset(_first(name.split()[0]) for name in country_uses())


def _first(word: str) -> str:
    return word.casefold().replace("\u2019", "'").removesuffix("'s").rstrip("'").split("-")[0]
