"""How sure a judgment on a finding is, apart from how likely the thing is, with the basis in words.

========= =================================================================================
level     when
========= =================================================================================
high      credibility 1 or 2, two origins at least, an official or first-hand source, no
          denial, and nothing older than `AGEING`
moderate  credibility 1 to 3 with a named source, where something for "high" is missing
low       credibility 4 to 6, or only hearsay, or an estimate by a single origin
========= =================================================================================

Source: Office of the Director of National Intelligence, Intelligence Community Directive 203,
Analytic Standards, section D.6.e(2)(a): confidence rests on the quality and quantity of sources
and is not mixed with likelihood in one sentence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from watchword.model.attribution import Link, LinkKind
from watchword.model.brief import Confidence
from watchword.model.claim import Claim, MarkKind, Modality
from watchword.model.finding import Finding
from watchword.model.report import Report
from watchword.model.source import Credibility
from watchword.text.officials import is_official

AGEING = timedelta(days=30)
"""Age of the newest report of a finding from which its confidence is no longer high."""

_FIRM = frozenset({Credibility.CONFIRMED, Credibility.PROBABLY_TRUE})
_WEAK = frozenset(
    {Credibility.DOUBTFUL, Credibility.IMPROBABLE, Credibility.CANNOT_BE_JUDGED},
)
_ASSUMING = {
    Modality.ESTIMATED: "it rests on an estimate",
    Modality.PLANNED: "it is about what is yet to come",
    Modality.CONSIDERED: "it is about what is being weighed",
    Modality.CONDITIONAL: "it hangs on a condition",
    Modality.UNCONFIRMED: "it is told as unconfirmed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """A confidence with its basis.

    Attributes:
        confidence: low, moderate or high.
        basis: why, as one sentence.
    """

    confidence: Confidence
    basis: str


def confidence_of(
    finding: Finding,
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    as_of: datetime,
) -> Grounds:
    """How sure a judgment on a finding is.

    Args:
        finding: what is judged.
        claims: its claims, by key.
        reports: their reports, by key.
        as_of: the brief's time, aware UTC; ages are counted back from it.
    """
    supports = [claims[key] for key in finding.supports]
    lead = claims[finding.lead]
    age = _age(supports, reports, as_of)
    level = _level(finding, lead, supports, age)
    parts = (
        _origins_words(finding),
        _access_words(supports),
        _denial_words(finding),
        _ASSUMING.get(lead.modality, ""),
        _age_words(age),
    )
    basis = "; ".join(part for part in parts if part)
    return Grounds(confidence=level, basis=f"{basis[:1].upper()}{basis[1:]}.")


def _level(
    finding: Finding, lead: Claim, supports: Sequence[Claim], age: timedelta | None
) -> Confidence:
    named = [claim for claim in supports if not _is_hearsay(claim) and _is_named(claim)]
    if finding.credibility in _WEAK or not named or not finding.origins:
        return Confidence.LOW
    single = len(finding.origins) == 1
    if single and lead.modality is Modality.ESTIMATED:
        return Confidence.LOW
    firm = finding.credibility in _FIRM and not single and lead.modality not in _ASSUMING
    fresh = age is not None and age <= AGEING
    near = any(_is_official(claim) for claim in named)
    return (
        Confidence.HIGH if firm and fresh and near and not finding.denies else Confidence.MODERATE
    )


def _origins_words(finding: Finding) -> str:
    count = len(finding.origins)
    if count == 0:
        return "no report of it still counts"
    sources = ", ".join(finding.sources[:3]) + (" and others" if len(finding.sources) > 3 else "")
    texts = "a single origin" if count == 1 else f"{count} independent texts"
    return f"{texts}, resting on {sources}"


def _access_words(supports: Sequence[Claim]) -> str:
    if all(_is_hearsay(claim) for claim in supports):
        return "hearsay only"
    told = [claim for claim in supports if not _is_hearsay(claim)]
    if any(_is_official(claim) for claim in told):
        relayed = all(len(claim.attribution.links) > 1 for claim in told if _is_official(claim))
        return (
            "an official source, at second hand" if relayed else "an official source, at first hand"
        )
    if all(not _is_named(claim) for claim in told):
        return "nobody named vouches for it"
    if any(claim.attribution.links for claim in told):
        return "a named source"
    return "in the outlet's own voice, naming no source"


def _denial_words(finding: Finding) -> str:
    count = len(finding.denies)
    if not count:
        return ""
    return "one denial" if count == 1 else f"{count} denials"


def _age_words(age: timedelta | None) -> str:
    if age is None:
        return "of unknown date"
    if not age.days:
        return "the newest report is of the last day"
    return f"the newest report is {age.days} day{'s' if age.days > 1 else ''} old"


def _age(
    supports: Sequence[Claim], reports: Mapping[str, Report], as_of: datetime
) -> timedelta | None:
    known = (reports[claim.report].published.at for claim in supports if claim.report in reports)
    dates = [at for at in known if at is not None]
    return max(as_of - max(dates), timedelta()) if dates else None


def _is_hearsay(claim: Claim) -> bool:
    if claim.modality in {Modality.REPORTED, Modality.UNCONFIRMED}:
        return True
    return any(mark.kind is MarkKind.HEARSAY for mark in claim.marks)


def _source(claim: Claim) -> Link | None:
    return claim.attribution.origin


def _is_named(claim: Claim) -> bool:
    source = _source(claim)
    return source is None or source.kind is not LinkKind.ANONYMOUS


def _is_official(claim: Claim) -> bool:
    source = _source(claim)
    return source is not None and is_official(source)
