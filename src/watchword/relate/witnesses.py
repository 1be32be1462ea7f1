"""Who stands behind a claim: the source its chain starts from, and how near it is to the thing."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum

from watchword.errors import WatchwordError
from watchword.model.attribution import Link, LinkKind
from watchword.model.claim import Claim, MarkKind, Modality
from watchword.model.origin import Origin
from watchword.model.report import Report, Status
from watchword.relate.gist import Gist, Mood, is_country, read_gist
from watchword.text.gazetteer import organisation_named
from watchword.text.officials import country_of, is_official, state_behind
from watchword.text.similarity import words_in
from watchword.text.versions import superseded, withdrawn


class Access(IntEnum):
    """How near a source is to the thing it tells; the higher the nearer."""

    UNCONFIRMED = 0
    """Told as what nobody confirms, or as what the source cannot confirm."""
    HEARSAY = 1
    """Passed on without saying from whom, or with a hearsay mark."""
    ANONYMOUS = 2
    OUTLET = 3
    """The outlet's own voice, naming no source."""
    NAMED = 4
    OFFICIAL = 5
    """A state, its offices and those who speak for them."""


_AHEAD = frozenset({Mood.PLANNED, Mood.OPEN})
_NAMELESS = frozenset({"reports", "report", "sources", "source", "rumours", "rumors", "media"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """The source behind one claim.

    Attributes:
        claim: key of the claim.
        report: key of the report.
        origin: key of the origin that printed it.
        name: canonical name of the source the chain starts from, else of the origin.
        voice: what makes sources one: the officials of one state speak with one voice.
        access: how near the source is.
        country: code of the country the source belongs to, empty where not known.
        party: whether that country is a party to the claim: actor, recipient, place, or named.
        own_plan: whether the source speaks of what its own side intends.
        said_at: when the report was published, aware UTC, None where not known.
        gone: why the report no longer counts, empty where it does.
        gist: what of the claim is compared.
    """

    claim: str
    report: str
    origin: str
    name: str
    voice: str
    access: Access
    country: str
    party: bool
    own_plan: bool
    said_at: datetime | None
    gone: str
    gist: Gist


def find_witnesses(
    claims: Iterable[Claim],
    reports: Mapping[str, Report],
    origins: Sequence[Origin],
    states: Mapping[str, str] | None = None,
) -> dict[str, Witness]:
    """The witness of each claim, by the claim's key.

    Args:
        claims: the claims.
        reports: every report they are from, by key.
        origins: the origins of those reports.
        states: codes of the states that sources belong to, by name, where no report tells.

    Raises:
        WatchwordError: if a claim's report is not among the reports.
    """
    told = tuple(claims)
    sides = _Sides(told, states or {})
    home = {key: origin for origin in origins for key in origin.reports}
    gone = gone_reports(reports, origins)
    found: dict[str, Witness] = {}
    for claim in told:
        report = reports.get(claim.report)
        if report is None:
            message = f"claim {claim.key} is from a report that was not given"
            raise WatchwordError(message, key=claim.report, mend="pass every report of the claims")
        witness = _witness(claim, report, home.get(report.key), sides)
        found[claim.key] = replace(witness, gone=gone.get(report.key, ""))
    return found


def gone_reports(reports: Mapping[str, Report], origins: Sequence[Origin]) -> dict[str, str]:
    """For each report that no longer counts, why.

    A report goes with its own withdrawal or a newer version. The copies of a text go with it
    where the publisher whose text it is has withdrawn its newest version.
    """
    gone = withdrawn(reports.values())
    replaced = superseded(reports.values())
    for origin in origins:
        killed = next(
            (key for key in origin.reports if _is_killed(reports.get(key), origin, replaced)), None
        )
        if killed is not None:
            for key in origin.reports:
                gone.setdefault(key, f"its original was {reports[killed].status.value}")
    return gone


def source_link(claim: Claim) -> Link | None:
    """The link that a claim starts from: who holds a document or an image, not the thing itself."""
    links = claim.attribution.links
    held = [link for link in links if link.kind not in {LinkKind.DOCUMENT, LinkKind.IMAGERY}]
    chosen = held or links
    return chosen[-1] if chosen else None


def is_party(claim: Claim) -> bool | None:
    """Whether the source that a claim starts from belongs to a state that it is about.

    None where the claim names no source, or the source's state is not known.
    """
    link = source_link(claim)
    country = country_of(link) if link else ""
    return country in countries_told([read_gist(claim)]) if country else None


def countries_told(gists: Sequence[Gist]) -> frozenset[str]:
    """Codes of the countries that are parties to what some claims say together.

    Actors, recipients and places of any of them, and countries that half of them name.
    """
    named = Counter(word for gist in gists for word in gist.words if is_country(word))
    told = {word for word, times in named.items() if 2 * times >= len(gists)}
    for gist in gists:
        told.update(word for word in gist.actor | gist.recipient if is_country(word))
    codes = {word.removeprefix("@") for word in told}
    return frozenset(
        codes | {gist.place.country for gist in gists if gist.place and gist.place.country}
    )


class _Sides:
    """Which sources are official and which country they belong to, as any of the claims tells."""

    def __init__(self, claims: Iterable[Claim], states: Mapping[str, str]) -> None:
        self._states = states
        told: dict[str, Counter[str]] = {}
        links = [link for claim in claims for link in claim.attribution.links]
        self._official = {folded(link.name) for link in links if is_official(link)}
        for link in links:
            if link.country:
                told.setdefault(folded(link.name), Counter())[link.country] += 1
        self._told = {
            name: min(codes, key=lambda code: (-codes[code], code)) for name, codes in told.items()
        }

    def is_official(self, link: Link) -> bool:
        return link.kind is not LinkKind.MEDIA and folded(link.name) in self._official

    def country(self, link: Link) -> str:
        told = country_of(link) or self._told.get(folded(link.name), "")
        return told or self._states.get(link.name, "")

    def country_behind(self, claim: Claim, link: Link, access: Access) -> str:
        """A source's country; an office told without one belongs to whoever cites it."""
        own = self.country(link)
        if own or access is not Access.OFFICIAL:
            return own
        citing = (self.country(known) for known in reversed(claim.attribution.links))
        return next((code for code in citing if code), "")


def folded(name: str) -> str:
    """A name without the spellings that differ from outlet to outlet ("Zelenskyy")."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    return re.sub(r"(.)\1", r"\1", re.sub(r"i[iy]\b", "y", plain.casefold()))


def _is_killed(report: Report | None, origin: Origin, replaced: Mapping[str, str]) -> bool:
    if report is None or report.status is Status.USABLE or report.key in replaced:
        return False
    return _canonical(report.outlet or "") == _canonical(origin.name)


def _canonical(outlet: str) -> str:
    known = organisation_named(outlet)
    return known.name if known else outlet


def _witness(claim: Claim, report: Report, origin: Origin | None, sides: _Sides) -> Witness:
    link = source_link(claim)
    printed_by = origin.name if origin else report.outlet or report.report_id
    name = link.name if link else printed_by
    told = read_gist(claim, report.published.at)
    access = _access(claim, link, sides, told.mood)
    country = sides.country_behind(claim, link, access) if link else state_behind(printed_by)
    if link is None and country and access is Access.OUTLET:
        access = Access.OFFICIAL
    gist = replace(told, teller=country)
    return Witness(
        claim=claim.key,
        report=report.key,
        origin=origin.key if origin else report.key,
        name=name,
        voice=f"@{country}" if access is Access.OFFICIAL and country else folded(name),
        access=access,
        country=country,
        party=bool(country) and country in countries_told([gist]),
        own_plan=gist.mood in _AHEAD and f"@{country}" in gist.actor,
        said_at=report.published.at,
        gone="",
        gist=gist,
    )


def _access(claim: Claim, link: Link | None, sides: _Sides, mood: Mood) -> Access:
    if mood is Mood.UNCONFIRMED:
        return Access.UNCONFIRMED
    marked = any(mark.kind is MarkKind.HEARSAY for mark in claim.marks)
    if claim.modality is Modality.REPORTED or marked:
        return Access.HEARSAY
    if link is None:
        return Access.OUTLET
    if link.kind is LinkKind.ANONYMOUS or _NAMELESS & set(words_in(link.name)):
        return Access.ANONYMOUS
    return Access.OFFICIAL if sides.is_official(link) else Access.NAMED
