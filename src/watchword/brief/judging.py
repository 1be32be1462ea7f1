"""Key judgments: which findings are judged, who bears each out, and what would change it.

Invariant: what is said here of a judgment is counted from the claims it names, so that `verify`
can count it again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice

from watchword.brief.clarity import clear_keys
from watchword.brief.material import Desk, Material
from watchword.brief.naming import (
    joined_names,
    name_of,
    outlet_of,
    short_name_of,
    uncapped,
    voice_of,
)
from watchword.brief.outline import Shares, judged
from watchword.brief.subjects import country_in, country_of
from watchword.brief.verify import Ground, check_claim, check_weighing
from watchword.model.attribution import LinkKind
from watchword.model.brief import Judgment
from watchword.model.claim import Claim, Modality
from watchword.model.finding import Finding
from watchword.model.plan import PlannedPart
from watchword.model.report import Report, Status
from watchword.model.sentence import Sentence

NAMED = 3
"""Sources that are named; the others are counted."""
CHANGES = 3
"""Things that would change a judgment; more are a list nobody keeps in mind."""
STALE = timedelta(days=14)
"""Age of the newest report from which a newer one would change a judgment: the age at which
`relate` no longer holds a finding for news."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TO_COME = {
    Modality.PLANNED: "word that it is done, or called off",
    Modality.CONSIDERED: "word of a decision",
    Modality.CONDITIONAL: "word that its condition is met",
    Modality.ESTIMATED: "a count or a sighting in place of the estimate",
    Modality.REPORTED: "a named source who confirms it",
    Modality.UNCONFIRMED: "a named source who confirms it",
    Modality.DENIED: "evidence of what is denied",
}
_DOUBTING = frozenset({Modality.DENIED, Modality.UNCONFIRMED})
_OF_FACTS = frozenset({Modality.ASSERTED, Modality.ESTIMATED, Modality.REPORTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Who says a thing, or denies it.

    Attributes:
        names: each source once, in words, in the order of the claims.
        texts: independent texts that print it.
        are_parties: whether every one of them is a party to it.
    """

    names: tuple[str, ...]
    texts: int
    are_parties: bool


def judgments_of(desk: Desk, planned: PlannedPart) -> Iterator[Judgment]:
    """The key judgments, at most as many as are planned, each theme with its share."""
    shares = Shares(desk.material)
    admitted = (finding for finding in judged(desk.material) if shares.admits(finding))
    claims = desk.material.claims
    told = ((f, desk.tell(clear_keys(f.supports, claims))) for f in admitted)
    for finding, sentence in islice(((f, s) for f, s in told if s is not None), planned.most):
        shares.take(finding)
        yield _judgment(finding, sentence, desk.material)


def _judgment(finding: Finding, sentence: Sentence, material: Material) -> Judgment:
    """A judgment with what can be said of it; what the check does not bear out is left unsaid."""
    confidence, basis = material.grounds[finding.key]
    supports = _standing((*sentence.claims, *finding.supports), material)
    denies = _standing([key for key in finding.denies if key not in supports], material)
    plain = Judgment(
        sentence=sentence,
        confidence=confidence,
        basis=basis,
        likelihood=material.likelihoods.get(sentence.claims[0]),
        credibility=finding.credibility,
        supports=supports,
        denies=denies,
    )
    ground = Ground(
        claims=material.claims,
        reports=material.reports,
        origins=material.origins,
        as_of=material.as_of,
    )
    if [*check_weighing(plain, ground)]:
        return replace(plain, supports=(), denies=())
    changes = each_change(supports, denies, material)
    sound = (c for c in changes if not [*check_weighing(replace(plain, would_change=(c,)), ground)])
    told = replace(plain, weighed=weighed(supports, denies, material))
    told = plain if [*check_weighing(told, ground)] else told
    return replace(told, would_change=tuple(islice(sound, CHANGES)))


def weighed(supports: Sequence[str], denies: Sequence[str], material: Material) -> str:
    """Who bears a judgment out and who denies it, counted, in one sentence.

    Args:
        supports: keys of the claims that say it, of reports that stand.
        denies: keys of the claims that deny it.
        material: where the claims, reports and origins are.
    """
    saying, denying = _voices(supports, supports, material), _voices(denies, supports, material)
    texts = (
        "One text alone bears"
        if saying.texts == 1
        else f"{_number(saying.texts).capitalize()} independent texts bear"
    )
    return (
        f"{texts} it out, on the word of {_named(saying)}{_parties(saying)}; {_against(denying)}."
    )


def each_change(
    supports: Sequence[str], denies: Sequence[str], material: Material
) -> Iterator[str]:
    """What would raise or lower a judgment, the weightiest first."""
    claims = [material.claims[key] for key in supports]
    saying = _voices(supports, supports, material)
    denying = _voices(denies, supports, material)
    to_come = _TO_COME.get(claims[0].modality)
    if to_come:
        yield to_come
    if denying.names:
        yield f"evidence for the denial by {_named(denying)}"
    relayed = all(len(claim.attribution.links) > 1 for claim in claims)
    if len(saying.names) == 1 and claims[0].modality not in _DOUBTING:
        short = _source_short(claims[0], material)
        itself = f"a statement by {short} itself, told here at second hand, or " if relayed else ""
        yield f"{itself}a second source beside {'it' if itself else short}"
    age = _age(claims, material)
    if age is not None and age > STALE:
        yield f"a newer report: the newest is {age.days} days old"
    kinds = {link.kind for claim in claims for link in claim.attribution.links}
    mute = kinds.isdisjoint({LinkKind.IMAGERY, LinkKind.DOCUMENT})
    if mute and claims[0].modality in _OF_FACTS:
        yield "imagery or a document: no claim of it rests on either"
    if len(saying.names) > 1:
        yield "another figure from one of them" if claims[0].figures else "a denial by one of them"


def _standing(keys: Sequence[str], material: Material) -> tuple[str, ...]:
    """Claims that their own words bear out, of reports that nobody withdrew, each once."""
    reports: Mapping[str, Report] = material.reports
    return tuple(
        key
        for key in dict.fromkeys(keys)
        if reports[material.claims[key].report].status is Status.USABLE
        and not check_claim(material.claims[key], reports[material.claims[key].report])
    )


def _voices(keys: Sequence[str], judged_by: Sequence[str], material: Material) -> Voices:
    home = {report: origin.key for origin in material.origins for report in origin.reports}
    claims = [material.claims[key] for key in keys]
    names: dict[str, str] = {}
    for claim in claims:
        names.setdefault(_source(claim, material), _source_told(claim, material))
    parties = _parties_to([material.claims[key] for key in judged_by])
    return Voices(
        names=tuple(names.values()),
        texts=len({home.get(claim.report, claim.report) for claim in claims}),
        are_parties=bool(claims)
        and all(country_of(voice_of(claim)) in parties for claim in claims),
    )


def _parties_to(claims: Sequence[Claim]) -> frozenset[str]:
    """Codes of the countries that act in what is judged, or that it is done to."""
    named = (words for claim in claims[:1] for words in (claim.actor, claim.recipient))
    return frozenset(code for words in named if (code := country_in(words)))


def _source(claim: Claim, material: Material) -> str:
    voice = voice_of(claim)
    if voice is None:
        return outlet_of(material.reports[claim.report])
    is_state = voice.kind is LinkKind.STATE
    return (country_in(voice.name) or voice.name) if is_state else voice.name


def _source_told(claim: Claim, material: Material) -> str:
    voice = voice_of(claim)
    if voice is None:
        return outlet_of(material.reports[claim.report]) or "an outlet that is not named"
    told = short_name_of(voice) if voice.kind is LinkKind.PERSON else name_of(voice)
    return uncapped((told or voice.name).rstrip(","), voice)


def _source_short(claim: Claim, material: Material) -> str:
    voice = voice_of(claim)
    told = short_name_of(voice) if voice else None
    return uncapped(told.rstrip(","), voice) if voice and told else _source_told(claim, material)


def _named(voices: Voices) -> str:
    names, others = list(voices.names[:NAMED]), len(voices.names) - NAMED
    if others > 0:
        names.append(f"{_number(others)} other{'s' if others > 1 else ''}")
    return joined_names(names)


def _parties(voices: Voices) -> str:
    if not voices.are_parties:
        return ""
    return ", a party to it" if len(voices.names) == 1 else ", all of them parties to it"


def _against(denying: Voices) -> str:
    if not denying.names:
        return "nobody denies it in these reports"
    parties = _parties(denying)
    verb = "denies" if len(denying.names) == 1 else "deny"
    return f"{_named(denying)}{parties + ',' if parties else ''} {verb} it"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _age(claims: Sequence[Claim], material: Material) -> timedelta | None:
    known = (material.reports[claim.report].published.at for claim in claims)
    newest = max((at for at in known if at is not None), default=None)
    return max(material.as_of - newest, timedelta()) if newest else None
