"""What stands where in a brief: judgments, overview, themes, and what to watch."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from watchword.brief.clarity import is_clear
from watchword.brief.material import Material
from watchword.model.claim import Claim, Modality
from watchword.model.finding import Finding
from watchword.text.gazetteer import Country, country_named, split_owner

WORDS_KEPT = 20_000
"""Words whose country is kept: every claim is asked for its countries several times."""


class Theme(StrEnum):
    """What a section is about; the order is the order of the sections."""

    FORCES = "forces"
    FIGHTING = "fighting"
    EXCHANGE = "exchange"
    POLICY = "policy"
    TALKS = "talks"
    DENIALS = "denials"
    OTHER = "other"


_EVENTS = {
    "MOBILIZE": Theme.FORCES,
    "RETREAT": Theme.FORCES,
    "ASSAULT": Theme.FIGHTING,
    "COERCE": Theme.FIGHTING,
    "AID": Theme.EXCHANGE,
    "COOPERATE": Theme.EXCHANGE,
    "CONSULT": Theme.TALKS,
    "AGREE": Theme.TALKS,
    "ACCUSE": Theme.TALKS,
    "SUPPORT": Theme.TALKS,
    "REJECT": Theme.TALKS,
    "REQUEST": Theme.TALKS,
    "THREATEN": Theme.TALKS,
    "SANCTION": Theme.POLICY,
    "CONCEDE": Theme.POLICY,
}


_SHARES = {
    Theme.FORCES: 1,
    Theme.FIGHTING: 1,
    Theme.EXCHANGE: 1,
    Theme.POLICY: 1,
    Theme.DENIALS: 1,
    Theme.TALKS: 1,
}


def theme_of(claim: Claim) -> Theme:
    """The section that a claim belongs to."""
    if claim.modality in {Modality.DENIED, Modality.UNCONFIRMED}:
        return Theme.DENIALS
    if claim.modality in {Modality.CONSIDERED, Modality.CONDITIONAL}:
        return Theme.POLICY
    return _EVENTS.get(claim.event or "", Theme.OTHER)


@dataclass(slots=True)
class Shares:
    """How many key judgments each theme has had.

    Each theme has its share, so that one briefing told in detail does not fill the list and a
    denial or a policy under review is not lost behind many counts of the same thing. One
    estimate with a stated likelihood comes on top.
    """

    material: Material
    counts: Counter[Theme] = field(default_factory=Counter)
    has_likelihood: bool = False

    def admits(self, finding: Finding) -> bool:
        """Whether there is room for a finding."""
        theme = theme_of(self.material.claims[finding.lead])
        return self.counts[theme] < _SHARES.get(theme, 0) or self._is_first_estimate(finding)

    def take(self, finding: Finding) -> None:
        """Count a finding that has been told."""
        self.has_likelihood = self.has_likelihood or finding.lead in self.material.likelihoods
        self.counts[theme_of(self.material.claims[finding.lead])] += 1

    def _is_first_estimate(self, finding: Finding) -> bool:
        return not self.has_likelihood and finding.lead in self.material.likelihoods


def judged(material: Material) -> Iterator[Finding]:
    """Findings for key judgments by rank, the best estimate of a likelihood near the top."""
    findings = list(ranked(material))
    likely = [finding for finding in findings if finding.lead in material.likelihoods][:3]
    first = findings[:2]
    yield from first
    yield from (finding for finding in likely if finding not in first)
    yield from (finding for finding in findings[2:] if finding not in likely)


def by_theme(material: Material) -> dict[Theme, list[Finding]]:
    """Findings by section, the most important first."""
    themes: dict[Theme, list[Finding]] = {theme: [] for theme in Theme}
    for finding in ranked(material):
        themes[theme_of(material.claims[finding.lead])].append(finding)
    return themes


def newest(material: Material, findings: Sequence[Finding]) -> list[Finding]:
    """Findings with the newest report first."""

    def when(finding: Finding) -> str:
        at = material.reports[material.claims[finding.lead].report].published.at
        return at.isoformat() if at else ""

    return sorted(findings, key=lambda finding: (when(finding), finding.key), reverse=True)


def ranked(material: Material) -> Iterator[Finding]:
    """Findings that can be told, the most important to this situation first."""
    profile = _profile(material)
    clear = [
        finding
        for finding in material.findings
        if any(is_clear(material.claims[key]) for key in finding.supports[:6])
    ]
    weights = {
        finding.key: finding.importance * _relevance(material.claims[finding.lead], profile)
        for finding in clear
    }
    yield from sorted(clear, key=lambda finding: (-weights[finding.key], finding.key))


def _profile(material: Material) -> Counter[str]:
    """How often each country is the actor, the recipient or the place of a claim."""
    return Counter(
        code for finding in material.findings for code in _codes(material.claims[finding.lead])
    )


def _relevance(claim: Claim, profile: Counter[str]) -> float:
    """How much of the situation is about the countries that a claim is about, 0.2 to 1.

    The two countries of a claim that occur most count; a claim about none, or by a journalist
    who asks, is told last.
    """
    speaker = claim.attribution.speaker
    if speaker is not None and speaker.name == "journalist":
        return 0.0
    known = sorted((profile[code] for code in _codes(claim)), reverse=True)[:2]
    most = sum(count for _, count in profile.most_common(2)) or 1
    return 0.2 + 0.8 * sum(known) / most


def _codes(claim: Claim) -> frozenset[str]:
    """The countries a claim is about; a transcript's own is left out, it is in every line."""
    named = (claim.actor, claim.recipient, *claim.action.split(" to ")[-1:])
    found = {country.code for words in named if words and (country := _country(words))}
    place = {claim.place.country} if claim.place and claim.place.country else set()
    speaker = claim.attribution.speaker
    spoken = {speaker.country} if speaker is not None and speaker.span is None else set()
    return frozenset((found | place) - spoken)


@lru_cache(maxsize=WORDS_KEPT)
def _country(words: str) -> Country | None:
    """The country that some words name or begin with ("North Korean soldiers")."""
    return country_named(words) or split_owner(words)[0]
