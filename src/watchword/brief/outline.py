"""What matters most in a brief, and what is judged."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from watchword.brief.clarity import MOST
from watchword.brief.material import Material
from watchword.brief.salience import own_words, salience_of
from watchword.brief.subjects import Aspect, aspect_of, country_in
from watchword.model.attribution import LinkKind
from watchword.model.claim import Claim
from watchword.model.finding import Finding
from watchword.text.officials import is_official

NEWS = timedelta(days=30)
"""Age from which a finding is judged behind all that is newer, and its estimate is no more than
history: an estimate of 39 days stood second among the running example's judgments."""
FADING = 0.5
"""Share of its weight that the oldest finding of a record has lost beside the newest; set by
reading, as `OPEN`."""
OPEN = 1.3
"""What a finding that is weighed or doubted counts beside one that is told: a reader has to decide
about it. Set by reading the briefs of the running example, not by a trial."""
UNKNOWN = 0.25
"""Weight of what a person says whose office nobody tells: at 0.5 such a person leads a section of
the running example."""
GUESSED = 0.5
"""How much the countries of its report count for a claim that names none; set by reading the
running example, where a lawmaker's concern over "the soldiers" was lost."""
SCENE = 0.5
"""Weight of what sets the scene beside what somebody vouches for; set by reading, on the running
example and on statements of two presidents, not by a trial."""


@dataclass(slots=True)
class Shares:
    """How many key judgments each aspect has had.

    Each aspect has one, so that one briefing told in detail does not fill the list and a denial
    or a policy under review is not lost behind many counts of the same thing. One estimate with a
    stated likelihood comes on top, while it is news.
    """

    material: Material
    counts: Counter[Aspect] = field(default_factory=Counter)
    has_likelihood: bool = False

    def admits(self, finding: Finding) -> bool:
        """Whether there is room for a finding."""
        aspect = aspect_of(self.material.claims[finding.lead])
        is_open = aspect is not Aspect.OTHER and not self.counts[aspect]
        return is_open or self._is_first_estimate(finding)

    def take(self, finding: Finding) -> None:
        """Count a finding that has been told."""
        self.has_likelihood = self.has_likelihood or finding.lead in self.material.likelihoods
        self.counts[aspect_of(self.material.claims[finding.lead])] += 1

    def _is_first_estimate(self, finding: Finding) -> bool:
        return not self.has_likelihood and _is_estimate(finding, self.material)


def judged(material: Material) -> Iterator[Finding]:
    """Findings for key judgments: what is news by rank first, the best estimate near the top.

    What is weighed or doubted is what a reader has to decide about, and is raised.
    """
    weights = weights_of(material)

    def order(finding: Finding) -> tuple[bool, float, str]:
        is_open = aspect_of(material.claims[finding.lead]) in {Aspect.WEIGHED, Aspect.SAID}
        raised = OPEN if is_open else 1.0
        return not is_news(finding, material), -weights[finding.key] * raised, finding.key

    findings = sorted((f for f in material.findings if f.key in weights), key=order)
    likely = [finding for finding in findings if _is_estimate(finding, material)][:1]
    first = findings[:2]
    yield from first
    yield from (finding for finding in likely if finding not in first)
    yield from (finding for finding in findings[2:] if finding not in likely)


def _is_estimate(finding: Finding, material: Material) -> bool:
    """Whether an official says how likely something is, and it is news."""
    source = material.claims[finding.lead].attribution.origin
    vouched = source is not None and is_official(source)
    return vouched and finding.lead in material.likelihoods and is_news(finding, material)


def is_news(finding: Finding, material: Material) -> bool:
    """Whether the newest of a finding's reports is not stale yet; an undated one is not."""
    known = (material.reports[material.claims[key].report] for key in finding.supports)
    days = [report.published.at for report in known if report.published.at is not None]
    return bool(days) and material.as_of - max(days) <= NEWS


def newest(material: Material, findings: Sequence[Finding]) -> list[Finding]:
    """Findings with the newest report first."""

    def when(finding: Finding) -> str:
        at = material.reports[material.claims[finding.lead].report].published.at
        return at.isoformat() if at else ""

    return sorted(findings, key=lambda finding: (when(finding), finding.key), reverse=True)


def ranked(material: Material) -> Iterator[Finding]:
    """Findings that can be told, the most important to this situation first."""
    weights = weights_of(material)
    clear = (finding for finding in material.findings if finding.key in weights)
    yield from sorted(clear, key=lambda finding: (-weights[finding.key], finding.key))


def weights_of(material: Material) -> dict[str, float]:
    """How much each finding that can be told matters to this situation now, by its key."""
    profile, homes = _profile(material), _homes(material)
    own = own_words(material.claims[finding.lead].content.quote for finding in material.findings)
    ages = _ages(material)
    longest = max(ages.values(), default=0.0) or 1.0
    weights: dict[str, float] = {}
    for finding in material.findings:
        if not material.tellable(finding.supports[:MOST]):
            continue
        claim = material.claims[finding.lead]
        freshness = 1 - FADING * ages.get(finding.key, longest) / longest
        about = _relevance(claim, profile, homes[claim.report])
        about *= salience_of(claim.content.quote, own)
        weights[finding.key] = finding.importance * about * freshness * _standing(claim)
    return weights


def _ages(material: Material) -> dict[str, float]:
    """Days from the newest report of each finding to the brief's time, by its key."""
    ages: dict[str, float] = {}
    for finding in material.findings:
        known = (material.reports[material.claims[key].report] for key in finding.supports)
        days = [report.published.at for report in known if report.published.at is not None]
        if days:
            ages[finding.key] = max((material.as_of - max(days)).total_seconds() / 86_400, 0.0)
    return ages


def _standing(claim: Claim) -> float:
    """How much a reader gains by who says it, 0.5 to 1.

    An outlet's own line without a figure mostly sets the scene; a person without an office tells
    a reader nothing by the name.
    """
    links = claim.attribution.links
    if not links:
        return 1.0 if claim.figures else SCENE
    source = links[-1]
    is_known = source.role or source.country or is_official(source) or source.named_at
    return UNKNOWN if source.kind is LinkKind.PERSON and not is_known else 1.0


def _profile(material: Material) -> Counter[str]:
    """How often each country is the actor, the recipient or the place of a claim."""
    return Counter(
        code for finding in material.findings for code in _codes(material.claims[finding.lead])
    )


def _homes(material: Material) -> Mapping[str, frozenset[str]]:
    """The two countries that most claims of each report are about."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in material.claims.values():
        counts[claim.report].update(_codes(claim))
    return {
        report: frozenset(sorted(each, key=lambda code: (-each[code], code))[:2])
        for report, each in counts.items()
    }


def _relevance(claim: Claim, profile: Counter[str], home: frozenset[str]) -> float:
    """How much of the situation is about the countries that a claim is about, 0.2 to 1.

    The two countries of a claim that occur most count. A claim about none ("the soldiers would
    bring experience home") is taken to be about those of its report, and counts `GUESSED` as much;
    one by a journalist who asks is told last.
    """
    speaker = claim.attribution.speaker
    if speaker is not None and speaker.name == "journalist":
        return 0.0
    codes = _codes(claim)
    known = sorted((profile[code] for code in codes or home), reverse=True)[:2]
    most = sum(count for _, count in profile.most_common(2)) or 1
    return 0.2 + 0.8 * (1.0 if codes else GUESSED) * sum(known) / most


def _codes(claim: Claim) -> frozenset[str]:
    """The countries a claim is about; a transcript's own is left out, it is in every line."""
    named = (claim.actor, claim.recipient, *claim.action.split(" to ")[-1:])
    found = {code for words in named if (code := country_in(words))}
    place = {claim.place.country} if claim.place and claim.place.country else set()
    speaker = claim.attribution.speaker
    spoken = {speaker.country} if speaker is not None and speaker.span is None else set()
    return frozenset((found | place) - spoken)
