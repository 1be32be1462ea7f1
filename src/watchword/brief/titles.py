"""What stands above a section: a few words of a closed grammar, filled from what it is about.

Invariant: `verify` reads the same grammar without this file, and asks the cited claims whether
they bear out what it is filled with; a title that they do not is not printed.
"""

from collections.abc import Iterator, Sequence

from watchword.brief.naming import country_told, place_told
from watchword.brief.subjects import PEOPLE, Aspect, Subject
from watchword.model.claim import Claim
from watchword.model.place import PlaceKind
from watchword.text.gazetteer import country_by_code


def each_title(subject: Subject, claims: Sequence[Claim]) -> Iterator[str]:
    """Titles for a section, the closest first, the widest last; the last needs no claim.

    Args:
        subject: what it is about.
        claims: the claims that it tells, the first first.
    """
    aspect, who, whom = subject.aspect, country_told(subject.who), country_told(subject.whom)
    where = place_told(_place_of(claims) or subject.where)
    if aspect in {Aspect.COUNTED, Aspect.FORCES} and subject.who:
        yield from _each_of_forces(subject, claims)
    if aspect is Aspect.GIVEN:
        yield from _each_of_given(who, whom)
    if aspect is Aspect.SAID and whom:
        yield f"What {who} and {whom} say"
    placed, owned, plain = _WORDS[aspect]
    if where and placed:
        yield placed.format(where)
    if who and owned:
        yield owned.format(who)
    yield plain


def _each_of_forces(subject: Subject, claims: Sequence[Claim]) -> Iterator[str]:
    adjectives = country_by_code()[subject.who].adjectives
    if not adjectives:
        return
    people = [f"{adjectives[0]} {word}" for word in _people_in(claims)]
    if subject.aspect is Aspect.COUNTED:
        yield from (f"How many {each}" for each in people)
    elif where := place_told(subject.where or _land_of(claims)):
        yield from (f"{each} in {where}" for each in people)
    yield from people


def _each_of_given(who: str, whom: str) -> Iterator[str]:
    if who and whom:
        yield f"What {who} gives {whom}"
    if whom:
        yield f"Arms and aid for {whom}"
    if who:
        yield f"What {who} gives"


def _people_in(claims: Sequence[Claim]) -> list[str]:
    """The words that the claims have for people in arms, the most frequent first."""
    words = [
        word for claim in claims for word in claim.content.quote.lower().split() if word in PEOPLE
    ]
    return sorted(dict.fromkeys([*words, "forces"]), key=lambda word: -words.count(word))


def _place_of(claims: Sequence[Claim]) -> str:
    """The place closer than a country that a third of the claims are about, two at least."""
    names = [
        claim.place.name
        for claim in claims
        if claim.place is not None and claim.place.kind in {PlaceKind.REGION, PlaceKind.CITY}
    ]
    most = min(dict.fromkeys(names), key=lambda name: -names.count(name), default="")
    return most if names.count(most) >= max(2, len(claims) / 3) else ""


def _land_of(claims: Sequence[Claim]) -> str:
    """The country that a third of the claims are placed in, two at least."""
    lands = [claim.place.country for claim in claims if claim.place and claim.place.country]
    most = min(dict.fromkeys(lands), key=lambda land: -lands.count(land), default="")
    return f"@{most}" if lands.count(most) >= max(2, len(claims) / 3) else ""


_WORDS = {
    Aspect.WEIGHED: ("", "What {} weighs", "Conditions and options"),
    Aspect.SAID: ("", "What {} says", "Denials and doubts"),
    Aspect.GIVEN: ("", "", "Arms and aid"),
    Aspect.CASUALTIES: ("Casualties in {}", "", "Casualties"),
    Aspect.FIGHTING: ("Fighting in {}", "", "Fighting and attacks"),
    Aspect.COUNTED: ("", "", "How many"),
    Aspect.FORCES: ("Forces in {}", "", "Forces and movements"),
    Aspect.TREATIES: ("", "Talks and treaties of {}", "Talks and treaties"),
    Aspect.SANCTIONS: ("", "Sanctions of {}", "Sanctions"),
    Aspect.CAUSES: ("", "", "Causes and inquiries"),
    Aspect.RESPONSES: ("", "How {} responds", "Responses"),
    Aspect.OTHER: ("Also from {}", "Also on {}", "Also reported"),
}
"""For each aspect, the title with a place, the title with a country, and the widest."""
