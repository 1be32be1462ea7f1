"""Whose position it is, and who tells it.

An official of a state speaks for the state; a lawmaker, an opposition, a court and whoever has
left office speak for themselves.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from watchword.model.attribution import Link, LinkKind
from watchword.model.claim import Claim
from watchword.model.stand import Footing
from watchword.relate.witnesses import folded
from watchword.text.gazetteer import (
    OrganisationKind,
    country_by_code,
    country_named,
    organisation_named,
    plain_words,
    split_owner,
)
from watchword.text.lexicon import lexicon
from watchword.text.offices import OfficeKind, office_head
from watchword.text.officials import country_of, is_official
from watchword.text.similarity import words_in

_NOBODY = lexicon(
    "we i you he she they it us them me who which everyone everybody nobody anyone people "
    "journalist journalists reporter reporters question speaker"
)
_OWN = lexicon("his her its our their my")
_LANDS = lexicon("country state government nation")
_LONGEST_HOLDER = 10
_LONGEST_NAME = 6
"""Words in the longest name that is taken for one."""
_SEVERAL = lexicon("both two three four five all many some several most other others")
_FOR_THEMSELVES = lexicon(
    "lawmaker lawmakers senator senators mp mps opposition committee parliament "
    "congress assembly bundestag duma rada legislature party governor governors mayor former judge "
    "court candidate elect residents protesters analyst analysts expert experts republican "
    "republicans democrat democrats congressman congresswoman union unions"
)
_OFFICES = frozenset({OrganisationKind.GOVERNMENT, OrganisationKind.MILITARY})
_ABROAD = lexicon("ambassador envoy representative diplomat consul attache")
_SHARED = frozenset(
    {
        "national security council",
        "security council",
        "ministry of foreign affairs",
        "ministry of defence",
        "ministry of defense",
        "foreign ministry",
        "defence ministry",
        "defense ministry",
    }
)
"""Names that the gazetteer may give to the state that is named most with them."""
_NAMELESS = lexicon("official officials source sources aide aides diplomat diplomats")
_HONORIFIC = re.compile(r"^(?:mr|mrs|ms|dr|president|prime minister)\.?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Who holds something.

    Attributes:
        actor: what makes actors one: a country's code after "@", else a folded name.
        name: the name.
        country: alpha-2 code, empty where not known.
    """

    actor: str
    name: str
    country: str


class Sides:
    """Which state each name speaks for, as any of the claims tells, or as is known of it."""

    def __init__(self, claims: Iterable[Claim], known: Mapping[str, str]) -> None:
        """Set up.

        Args:
            claims: every claim.
            known: alpha-2 code by the names of people and bodies whose country is known.
        """
        told: dict[str, Counter[str]] = {}
        for link in (link for claim in claims for link in claim.attribution.links):
            if link.country:
                told.setdefault(folded(link.name), Counter())[link.country] += 1
        self._told = {
            name: min(codes, key=lambda code: (-codes[code], code)) for name, codes in told.items()
        }
        self._known = {folded(name): code for name, code in known.items()}

    def holder(self, name: str, claim: Claim, home: str) -> Side | None:
        """Whose position it is; None where that is nobody in particular.

        Args:
            name: the holder as the claim names it.
            claim: the claim.
            home: code of the country whose offices speak in the report; of "the presidential
                office" without a country it is that one's.
        """
        plain = _without_opening(" ".join(name.split()).strip(" ,"))
        words = words_in(plain)
        if len(words) > _LONGEST_HOLDER:
            return None
        if not words or words[0] in _SEVERAL or (len(words) == 1 and words[0] in _NOBODY):
            return None
        if words[0] in _OWN and words[-1] in _LANDS:
            origin = claim.attribution.origin
            code = self.country(origin) if origin else ""
            return _state(code) if code else None
        link = next((each for each in claim.attribution.links if each.name == name), None)
        code = "" if _is_shared(plain) else self._country(plain, link)
        code = code or self._code_around(plain, link, claim, home)
        role = link.role or "" if link else ""
        if code and not _speaks_for_itself(f"{plain} {role}", plain):
            return _state(code)
        if not code and not _is_name(plain):
            return None
        return Side(actor=folded(plain), name=plain, country=code)

    def _code_around(self, name: str, link: Link | None, claim: Claim, home: str) -> str:
        """Of an office or an official told without a country: that of who cites it, else home."""
        titled = link is not None and link.kind is LinkKind.PERSON and is_official(link)
        if not titled and not _is_office(name):
            return ""
        citing = (self.country(each) for each in claim.attribution.links if each is not link)
        told = next((code for code in citing if code), "")
        abroad = link is not None and not _ABROAD.isdisjoint(words_in(link.role or ""))
        return told or ("" if abroad else home)

    def footing(self, side: Side, name: str, claim: Claim, outlet: str) -> Footing:
        """Who tells that somebody holds something.

        Args:
            side: whose position it is.
            name: the holder as the claim names it.
            claim: the claim.
            outlet: code of the state whose own page the report is from, empty for none.
        """
        links = claim.attribution.links
        if not links and outlet:
            return Footing.OWN if side.country == outlet else Footing.OTHERS
        if not links:
            return Footing.TOLD
        outer = (link for link in links[:-1] if link.kind is not LinkKind.MEDIA)
        if any(not self._is_of(link, side) for link in outer):
            return Footing.OTHERS
        origin = links[-1]
        if not (origin.name == name or self._is_of(origin, side)):
            return Footing.OTHERS
        return Footing.ANONYMOUS if is_nameless(origin) else Footing.OWN

    def country(self, link: Link) -> str:
        """The country that a source belongs to, empty where not known."""
        return "" if _is_shared(link.name) else self._country(link.name, link)

    def _is_of(self, link: Link, side: Side) -> bool:
        if folded(link.name) == side.actor:
            return True
        code = self.country(link)
        if not side.actor.startswith("@"):
            return False
        if _speaks_for_itself(f"{link.name} {link.role or ''}", link.name):
            return False
        return code == side.country if code else is_official(link)

    def _country(self, name: str, link: Link | None) -> str:
        found = country_named(name, around="")
        if found is not None:
            return found.code
        plain = _HONORIFIC.sub("", name)
        known = self._known.get(folded(plain)) or self._known.get(folded(name))
        if known:
            return known
        body = organisation_named(name)
        owner = split_owner(name)[0]
        named = body.country if body and body.country else owner.code if owner else ""
        of_link = country_of(link) if link is not None else ""
        return named or self._told.get(folded(name), "") or of_link


@lru_cache(maxsize=10_000)
def state_of_outlet(outlet: str) -> str:
    """Code of the state whose own page an outlet is, empty for a paper or an agency.

    >>> state_of_outlet("Kremlin"), state_of_outlet("Han River Daily")
    ('RU', '')
    """
    plain = re.sub(r"\s*\([^)]*\)", "", outlet)
    country = country_named(plain, around="")
    if country is not None:
        return country.code
    office, _, owner = plain.rpartition(" of ")
    if office and office_head(office.lower()) is not None:
        told = country_named(owner, around="")
        return told.code if told else ""
    body = organisation_named(plain)
    of_state = body is not None and body.kind in {*_OFFICES, OrganisationKind.INTELLIGENCE}
    return body.country if body is not None and of_state else ""


def is_nameless(link: Link) -> bool:
    """Whether a source is an official, or a group, whom nobody names."""
    if link.kind is LinkKind.COLLECTIVE:
        return True
    if link.kind is LinkKind.ANONYMOUS:
        head = office_head(plain_words(link.name).lower())
        return head is None or head.kind is not OfficeKind.TITLE or head.plural
    return not _NAMELESS.isdisjoint(words_in(link.name))


def _state(code: str) -> Side:
    return Side(actor=f"@{code}", name=country_by_code()[code].name, country=code)


def _is_name(words: str) -> bool:
    """Whether words may name somebody: "participants" and "his allies" do not."""
    pieces = words.split()
    return words != words.lower() and len(pieces) <= _LONGEST_NAME


def _is_shared(name: str) -> bool:
    """Whether a body bears a name that many states have one of."""
    return " ".join(words_in(name)) in _SHARED


def _is_office(name: str) -> bool:
    """Whether a body is one of some state, which the name does not tell."""
    if _is_shared(name):
        return True
    head = office_head(plain_words(name).lower())
    if head is not None and head.kind in {OfficeKind.TITLE, OfficeKind.INSTITUTION}:
        return True
    body = organisation_named(name)
    return body is not None and not body.country and body.kind in _OFFICES


def _without_opening(name: str) -> str:
    """A name without what a sentence opens with: "To help it, *the President*"."""
    opening, _, last = name.rpartition(", ")
    if opening and (len(opening.split()) > _LONGEST_NAME or country_named(last) is not None):
        return last
    first, _, rest = name.partition(" ")  # "Neutral Switzerland"
    alone = country_named(rest) is not None and country_named(first) is None
    return rest if alone and country_named(name) is None else name


def _speaks_for_itself(told: str, name: str) -> bool:
    body = organisation_named(name)
    if body is not None and country_named(name, around="") is None:
        return body.kind in {
            OrganisationKind.LEGISLATURE,
            OrganisationKind.MEDIA,
            OrganisationKind.NGO,
            OrganisationKind.REBEL,
            OrganisationKind.COMPANY,
        }
    return not _FOR_THEMSELVES.isdisjoint(words_in(told))
