"""What a claim is about, from the closest to the widest: who, to whom, where, in which regard."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from watchword.model.attribution import Link
from watchword.model.claim import Claim, Modality
from watchword.model.place import PlaceKind
from watchword.text.gazetteer import Country, country_named, split_owner
from watchword.text.lexicon import lexicon

WORDS_KEPT = 20_000
"""Words whose country is kept: every claim is asked for its countries several times."""


class Aspect(StrEnum):
    """In which regard something is told; the order is the one in which signs are looked for."""

    WEIGHED = "weighed"
    SAID = "said"
    GIVEN = "given"
    CASUALTIES = "casualties"
    FIGHTING = "fighting"
    COUNTED = "counted"
    FORCES = "forces"
    TREATIES = "treaties"
    SANCTIONS = "sanctions"
    CAUSES = "causes"
    RESPONSES = "responses"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Subject:
    """What a section can be about.

    Attributes:
        aspect: in which regard.
        who: code of the country that does it, or whose it is; empty for any.
        whom: code of the country that it is done to or for; empty for any.
        where: name of the place, a country as "@" and its code; empty for any.
    """

    aspect: Aspect
    who: str = ""
    whom: str = ""
    where: str = ""


PEOPLE = lexicon("troops soldiers personnel servicemen fighters infantry")
"""Those whose number is a section of its own, where it is told often."""

_UNSURE = frozenset({Modality.DENIED, Modality.UNCONFIRMED})
_OPTION = re.compile(
    r"\b(?:could|may|might) (?:be )?(?:send|sent|suppl(?:y|ied)|dispatch|clos|consider|provid|"
    r"review|bann?|withdraw|join|deploy|impos)|\brul(?:e|es|ed|ing) out\b"
)
"""What somebody could do, told as an option that is open to them."""
_OPEN = frozenset({Modality.CONSIDERED, Modality.CONDITIONAL})
_GOODS = (
    r"weapon|arms\b|missile|ammunition|shell|round|howitzer|rocket|launcher|drone|oil\b|barrel|"
    r"fuel|money|food|cash|technolog|equipment|satellite|aid\b|help|assistance|container|"
    r"grain|flour|gas\b|loan|medicine|suppl"
)
_GIVING = (
    r"giv(?!e[sn]? (?:up|in|rise|way)\b)|gave|suppl|deliver|provid|pay|paid|pays|export|ship(?:ped|s|ping)?\b|transfer|receiv|"
    r"donat|sell|sold|hand(?:ed|s|ing)? over|send|sent"
)
_HARM = (
    r"kill|wound|injur|dead\b|death|died|dies|casualt|missing\b|drown|bod(?:y|ies)\b|evacuat|"
    r"rescu|displac|homeless"
)
_FORCE = (
    r"fight|fought|combat|battle|clash|attack|struck|strike|shelled|shelling|assault|offensive|"
    r"bomb|raid|ambush|fired?\b|captur|seiz|advance|front\b|front line|hack|intru"
)
_TALKING = (
    r"treat(?:y|ies)|agreement|accord|talks?\b|summit|met\b|meet|visit|negotiat|signed|ratif|"
    r"ceasefire|truce|deal\b"
)
_JUDGED = (
    r"condemn|concern|grave|threat|escalat|provocat|breach|warn|urg|call(?:ed|s)? (?:for|on)|"
    r"firm response|sit idle|serious|unacceptable|regret|welcom|violat|demand|protest"
)
_SIGNS = (
    (Aspect.GIVEN, rf"\b(?:{_GIVING})\w*\b.*\b(?:{_GOODS})"),
    (Aspect.GIVEN, rf"\b(?:{_GOODS})\w*\b.*\b(?:deliver|suppl|provid|export|transfer)"),
    (Aspect.CASUALTIES, rf"\b(?:{_HARM})"),
    (Aspect.FIGHTING, rf"\b(?:{_FORCE})"),
    (Aspect.TREATIES, rf"\b(?:{_TALKING})"),
    (Aspect.SANCTIONS, r"\b(?:sanction|embargo|tariff|blacklist|asset)"),
    (Aspect.CAUSES, r"\b(?:caus|investigat|inquir|blam|responsib|fault|inspect)"),
    (Aspect.RESPONSES, rf"\b(?:{_JUDGED})"),
)
"""Words that show an aspect, by their beginnings, in the order in which they are looked for."""
_EVENTS = {
    "AGREE": Aspect.TREATIES,
    "CONSULT": Aspect.TREATIES,
    "SANCTION": Aspect.SANCTIONS,
    "ACCUSE": Aspect.RESPONSES,
    "REQUEST": Aspect.RESPONSES,
    "SUPPORT": Aspect.RESPONSES,
    "THREATEN": Aspect.RESPONSES,
    "PROTEST": Aspect.RESPONSES,
}
_FORCES = re.compile(
    rf"\b(?:{'|'.join(sorted(PEOPLE))}|troop|soldier|forces|brigade|battalion|army|military|deploy"
    r"(?:s|ed|ment|ing)?|mobili[sz]\w*|warships?|tanks?|units)\b"
)
_OWNED = frozenset({Aspect.WEIGHED, Aspect.SAID, Aspect.SANCTIONS, Aspect.OTHER})
"""Aspects that a section has of one country alone; talks and responses are of many."""
_PLACED = frozenset({Aspect.FORCES, Aspect.FIGHTING, Aspect.CASUALTIES})


def aspect_of(claim: Claim) -> Aspect:
    """In which regard a claim tells something: its mood first, then its words, then its deed."""
    words = claim.content.quote.lower()
    if claim.modality in _OPEN or _OPTION.search(words):
        return Aspect.WEIGHED
    if claim.modality in _UNSURE:
        return Aspect.SAID
    if _counts_people(claim):
        return Aspect.COUNTED
    signs = (aspect for aspect, sign in _SIGNS if re.search(sign, words))
    found = next(signs, None)
    if found is not None:
        return found
    if _FORCES.search(words):
        return Aspect.FORCES
    return _EVENTS.get(claim.event or "", Aspect.OTHER)


def each_subject(claim: Claim) -> Iterator[Subject]:
    """The subjects that a claim can stand under, the closest first, the widest last."""
    aspect = aspect_of(claim)
    who, where = _who(claim, aspect), _where(claim)
    if aspect is Aspect.COUNTED:
        yield Subject(aspect=aspect, who=who)
        aspect = Aspect.FORCES
    if aspect in _PLACED:
        yield from _each_placed(claim, aspect, who if aspect is Aspect.FORCES else "")
    elif aspect is Aspect.GIVEN:
        yield from _each_given(who, country_in(claim.recipient))
    elif who and aspect in _OWNED:
        yield Subject(aspect=aspect, who=who)
    if aspect is Aspect.OTHER and where:
        yield Subject(aspect=aspect, where=where)
    yield Subject(aspect=aspect)


def _each_given(who: str, whom: str) -> Iterator[Subject]:
    if who and whom and who != whom:
        yield Subject(aspect=Aspect.GIVEN, who=who, whom=whom)
    if whom:
        yield Subject(aspect=Aspect.GIVEN, whom=whom)
    if who:
        yield Subject(aspect=Aspect.GIVEN, who=who)


def country_in(words: str | None) -> str:
    """Code of the country that some words name or begin with, empty where they name none.

    >>> country_in("North Korean soldiers"), country_in("soldiers")
    ('KP', '')
    """
    country = _country(words) if words else None
    return country.code if country else ""


@lru_cache(maxsize=WORDS_KEPT)
def _country(words: str) -> Country | None:
    return country_named(words) or split_owner(words)[0]


def tells_of_forces(claim: Claim) -> bool:
    """Whether a claim's own words are of people in arms."""
    return bool(_FORCES.search(claim.content.quote.lower()))


def speaker_country(claim: Claim) -> str:
    """Code of the country for which the source of a claim speaks, empty where not known."""
    return country_of(claim.attribution.origin)


def country_of(link: Link | None) -> str:
    """Code of the country that a source is or belongs to, empty where not known."""
    return country_in(link.name) or link.country or "" if link else ""


def _each_placed(claim: Claim, aspect: Aspect, who: str) -> Iterator[Subject]:
    where = _where(claim)
    land = claim.place.country if claim.place else None
    if where:
        yield Subject(aspect=aspect, who=who, where=where)
    if land:
        yield Subject(aspect=aspect, who=who, where=f"@{land}")
    if who:
        yield Subject(aspect=aspect, who=who)


def _who(claim: Claim, aspect: Aspect) -> str:
    if aspect in {Aspect.SAID, Aspect.WEIGHED, Aspect.RESPONSES}:
        return speaker_country(claim) or country_in(claim.actor)
    counted = next((figure.counted for figure in claim.figures if figure.counted), "")
    if aspect in {Aspect.FORCES, Aspect.COUNTED}:
        return _whose_forces(claim) or country_in(counted)
    return country_in(claim.actor) or country_in(counted)


def _whose_forces(claim: Claim) -> str:
    """Code of the country whose people in arms a claim names first, or whose they are by its deed.

    In "Russia trains North Korean soldiers" it is whose soldiers they are, not who trains them.
    """
    words = claim.content.quote.split()
    for at, word in enumerate(words):
        if _FORCES.fullmatch(word.lower().strip(".,;:\u2019s'")):
            for before in (3, 2, 1):
                owner = country_named(" ".join(words[max(0, at - before) : at]))
                if owner is not None:
                    return owner.code
    counts = _counts_people(claim) or _FORCES.search((claim.actor or "").lower())
    return country_in(claim.actor) if counts else ""


def _where(claim: Claim) -> str:
    """A place closer than a country, as its name is told."""
    place = claim.place
    if place is None or not place.country or country_in(place.name) == place.country:
        return ""
    return "" if place.kind in {PlaceKind.COUNTRY, PlaceKind.AREA} else place.name


def _counts_people(claim: Claim) -> bool:
    """Whether the first figure counts people in arms, and none of them as fallen."""
    first = next(iter(claim.figures), None)
    if first is None or first.fate or first.change:
        return False
    return not PEOPLE.isdisjoint({first.unit, *first.counted.lower().split()})
