"""A section's title against the claims it stands over: a closed grammar, each slot borne out."""

import re
from collections.abc import Callable, Iterator, Sequence

from watchword.brief.verify.permitted import FIGHTING, GIVING, HARM, TITLES
from watchword.brief.verify.problem import Rule
from watchword.brief.verify.stems import stem
from watchword.brief.verify.tokens import read_wording
from watchword.brief.verify.wording import Found
from watchword.model.attribution import Link
from watchword.model.claim import Claim, Modality
from watchword.text.gazetteer import country_named

Bears = Callable[[Claim, dict[str, str]], bool]
"""Whether a claim bears out what a title's slots say."""


def check_title(title: str, claims: Sequence[Claim]) -> Iterator[Found]:
    """Find where a section's title says what none of the section's claims does.

    Args:
        title: the title; empty for a section without one.
        claims: every claim that the section cites.
    """
    if not title or title in TITLES:
        return
    for form, bears in _FORMS:
        slots = form.fullmatch(title)
        if slots is not None:
            told = slots.groupdict()
            each = [{**told, "who": who} for who in _split(told.get("who"))] or [told]
            if not all(any(bears(claim, one) for claim in claims) for one in each):
                yield Rule.TITLE, f"no claim of the section bears out the title “{title}”"
            return
    yield Rule.TITLE, f"“{title}” is no title that the closed grammar has"


def _split(who: str | None) -> list[str]:
    """Those of whom a title tells: "Russia and North Korea" are two."""
    if not who or country_named(who.removeprefix("the ")) is not None:
        return [who] if who else []
    return who.split(" and ")


def _gives(claim: Claim, slots: dict[str, str]) -> bool:
    from_whom, to_whom = slots.get("who"), slots.get("whom")
    is_from = from_whom is None or _names(claim.actor, from_whom)
    is_to = to_whom is None or _names(claim.recipient, to_whom)
    return is_from and is_to and _tells_of(claim, GIVING)


def _does(claim: Claim, slots: dict[str, str]) -> bool:
    return _names(claim.actor, slots["who"])


def _says(claim: Claim, slots: dict[str, str]) -> bool:
    return any(_speaks_for(link, slots["who"]) for link in claim.attribution.links[-1:])


def _weighs(claim: Claim, slots: dict[str, str]) -> bool:
    is_open = claim.modality in {Modality.CONSIDERED, Modality.CONDITIONAL}
    return is_open and (_says(claim, slots) or _does(claim, slots))


def _is_placed(claim: Claim, slots: dict[str, str]) -> bool:
    place, where = claim.place, slots["where"].removeprefix("the ")
    if place is None:
        return False
    country = country_named(where)
    is_land = country is not None and where in {country.name, *country.aliases}
    lies_there = country is not None and place.country == country.code
    return place.name == where or (is_land and lies_there)


def _fights(claim: Claim, slots: dict[str, str]) -> bool:
    return _is_placed(claim, slots) and _tells_of(claim, FIGHTING)


def _harms(claim: Claim, slots: dict[str, str]) -> bool:
    return _is_placed(claim, slots) and _tells_of(claim, HARM)


def _tells_of(claim: Claim, words: frozenset[str]) -> bool:
    """Whether a claim's own words have one of some words, in any form."""
    told = read_wording(claim.content.quote).keys
    return any(stem(word) in told for word in words)


def _is_of(claim: Claim, slots: dict[str, str]) -> bool:
    """Whether a claim's own words have the people, and they are of that country."""
    told = read_wording(f"{claim.actor or ''}; {claim.content.quote}")
    wanted = read_wording(f"{slots['whose']} {slots['people']}")
    return wanted.keys <= told.keys


def _counts(claim: Claim, slots: dict[str, str]) -> bool:
    return bool(claim.figures) and _is_of(claim, slots)


def _is_of_and_placed(claim: Claim, slots: dict[str, str]) -> bool:
    return _is_placed(claim, slots) and _is_of(claim, slots)


def _speaks_for(link: Link, who: str) -> bool:
    country = country_named(who.removeprefix("the "))
    if country is None:
        return False
    return link.country == country.code or country_named(link.name) == country


def _names(words: str | None, who: str) -> bool:
    """Whether some words name a country, or open with what is its own."""
    country = country_named(who.removeprefix("the "))
    if country is None or not words:
        return False
    told = read_wording(words).tokens
    return country_named(words) == country or bool(told and told[0].country == f"@{country.code}")


def _form(pattern: str) -> re.Pattern[str]:
    slots = {
        "WHOSE": r"(?P<whose>[A-Z][\w\u2019'-]*(?: [A-Z][\w\u2019'-]*)*)",
        "PEOPLE": r"(?P<people>[a-z]+)",
        "WHOM": r"(?P<whom>(?:the )?[A-Z].*)",
        "WHO": r"(?P<who>(?:the )?[A-Z].*)",
        "WHERE": r"(?P<where>(?:the )?[A-Z].*)",
    }
    names = "|".join(slots)
    return re.compile(re.sub(rf"\b(?:{names})\b", lambda match: slots[match.group()], pattern))


_FORMS: tuple[tuple[re.Pattern[str], Bears], ...] = (
    (_form("How many WHOSE PEOPLE"), _counts),
    (_form("What WHO gives WHOM"), _gives),
    (_form("What WHO gives"), _gives),
    (_form("Arms and aid for WHOM"), _gives),
    (_form("What WHO weighs"), _weighs),
    (_form("What WHO says?"), _says),
    (_form("How WHO responds"), _says),
    (_form("(?:Talks and treaties|Sanctions) of WHO"), _does),
    (_form("Also on WHO"), _does),
    (_form("Casualties in WHERE"), _harms),
    (_form("Fighting in WHERE"), _fights),
    (_form("Forces in WHERE"), _is_placed),
    (_form("Also from WHERE"), _is_placed),
    (_form("WHOSE PEOPLE in WHERE"), _is_of_and_placed),
    (_form("WHOSE PEOPLE"), _is_of),
)
"""The grammar: a title with its slots in capitals, and what a claim has to say for it."""
