"""What stands where in a brief: judgments, overview, themes, and what to watch."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from watchword.brief.material import Material
from watchword.brief.telling import is_clear
from watchword.model.claim import Claim, Modality
from watchword.model.finding import Finding


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
    Theme.FORCES: 2,
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


def judged(material: Material, *, most: int) -> Iterator[Finding]:
    """Findings that make key judgments: important, clear alone, of more than one theme.

    Each theme has its share, so that one briefing told in detail does not fill the list and a
    denial or a policy under review is not lost behind many counts of the same thing.
    """
    counts: dict[Theme, int] = {}
    given = 0
    for finding in _tellable(material):
        theme = theme_of(material.claims[finding.lead])
        if counts.get(theme, 0) >= _SHARES.get(theme, 0):
            continue
        counts[theme] = counts.get(theme, 0) + 1
        yield finding
        given += 1
        if given >= most:
            return


def by_theme(material: Material) -> dict[Theme, list[Finding]]:
    """Findings by section, the most important first."""
    themes: dict[Theme, list[Finding]] = {theme: [] for theme in Theme}
    for finding in _tellable(material):
        themes[theme_of(material.claims[finding.lead])].append(finding)
    return themes


def newest(material: Material, findings: Sequence[Finding]) -> list[Finding]:
    """Findings with the newest report first."""

    def when(finding: Finding) -> str:
        at = material.reports[material.claims[finding.lead].report].published.at
        return at.isoformat() if at else ""

    return sorted(findings, key=lambda finding: (when(finding), finding.key), reverse=True)


def _tellable(material: Material) -> Iterator[Finding]:
    for finding in material.findings:
        if any(is_clear(material.claims[key]) for key in finding.supports):
            yield finding
