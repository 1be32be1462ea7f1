"""What a judgment says of itself, counted again: who bears it out, who denies it, its age."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from watchword.brief.verify.evidence import outlet_keys, published_on, vocabulary_of
from watchword.brief.verify.permitted import JUDGING
from watchword.brief.verify.problem import Rule
from watchword.brief.verify.speaker import is_named, name_keys
from watchword.brief.verify.stems import stem
from watchword.brief.verify.tokens import Kind, Token, content_keys, read_wording
from watchword.brief.verify.wording import Found
from watchword.model.attribution import Link, LinkKind
from watchword.model.brief import Brief, Judgment
from watchword.model.claim import Claim, Modality, Polarity
from watchword.model.origin import Origin
from watchword.model.report import Report
from watchword.text.gazetteer import country_named, split_owner

NAMED = 3
"""Sources that a judgment names before it counts the others."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WEIGHED = re.compile(
    r"(?:(?P<alone>One text alone bears)|(?P<texts>[A-Z]?[\w]+) independent texts bear) it out, "
    r"on the word of (?P<saying>.+?)"
    r"(?P<parties>, (?:a party|all of them parties) to it)?; "
    r"(?:(?P<nobody>nobody denies it in these reports)|(?P<denying>.+?)"
    r"(?P<denied_by_parties>, (?:a party|all of them parties) to it,)? den(?:y|ies) it)\."
)
_OTHERS = re.compile(r"(?:, | and )(\w+) others?$")
_MUTE = frozenset({LinkKind.DOCUMENT, LinkKind.IMAGERY})
_JUDGING = frozenset(stem(word) for word in JUDGING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a judgment is counted on.

    Attributes:
        claims: by key.
        reports: by key.
        origins: the texts that the reports print.
        as_of: the brief's time.
    """

    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    origins: Sequence[Origin]
    as_of: datetime

    @classmethod
    def of(cls, brief: Brief) -> "Ground":
        """The ground of a brief's own evidence."""
        return cls(
            claims={claim.key: claim for claim in brief.claims},
            reports={report.key: report for report in brief.reports},
            origins=brief.origins,
            as_of=brief.as_of,
        )


def check_weighing(judgment: Judgment, ground: Ground) -> Iterator[Found]:
    """Find where a judgment's account of itself and its claims differ.

    A judgment that tells nothing of itself has nothing to be found.
    """
    claims, reports = ground.claims, ground.reports
    keys = (*judgment.supports, *judgment.denies)
    if not keys and not judgment.weighed and not judgment.would_change:
        return
    if any(key not in claims or claims[key].report not in reports for key in keys):
        yield Rule.WEIGHED, "a claim that the judgment is weighed by is not there"
        return
    supports = [claims[key] for key in judgment.supports]
    denies = [claims[key] for key in judgment.denies]
    yield from _check_sides(judgment, denies)
    yield from _check_basis(judgment.basis, supports, denies, ground)
    if judgment.weighed:
        yield from _check_weighed(judgment.weighed, supports, denies, ground)
    for words in judgment.would_change:
        yield from _check_words(words, supports, denies, ground)


def _check_sides(judgment: Judgment, denies: Sequence[Claim]) -> Iterator[Found]:
    if not set(judgment.sentence.claims) <= set(judgment.supports):
        yield Rule.WEIGHED, "what the judgment cites is not among what bears it out"
    if set(judgment.supports) & set(judgment.denies):
        yield Rule.WEIGHED, "a claim both bears the judgment out and denies it"
    for claim in denies:
        if claim.modality is not Modality.DENIED and claim.polarity is not Polarity.NEGATED:
            yield Rule.WEIGHED, f"“{claim.content.quote}” denies nothing"


def _check_basis(
    basis: str, supports: Sequence[Claim], denies: Sequence[Claim], ground: Ground
) -> Iterator[Found]:
    """Whether the texts, denials and days that the basis of a confidence counts are as many."""
    words = basis.lower()
    texts = re.search(r"\b(?:(\d+) independent texts|a single origin)\b", words)
    if texts and int(texts[1] or 1) != _texts(supports, ground):
        yield Rule.CONFIDENCE, f"it rests on {_texts(supports, ground)} independent texts"
    denials = re.search(r"\b(?:(\d+) denials|one denial)\b", words)
    if (int(denials[1] or 1) if denials else 0) != len(denies):
        yield Rule.CONFIDENCE, f"{len(denies)} claims deny it"
    age = re.search(r"\b(\d+) days? old\b", words)
    if age and int(age[1]) not in _ages(supports, ground):
        yield Rule.CONFIDENCE, f"its newest report is not {age[1]} days old"


def _texts(claims: Sequence[Claim], ground: Ground) -> int:
    """How many independent texts print some claims."""
    home = {report: origin.key for origin in ground.origins for report in origin.reports}
    return len({home.get(claim.report, claim.report) for claim in claims})


def _ages(claims: Sequence[Claim], ground: Ground) -> set[int]:
    """Days from the newest report of some claims to the brief's time, whole or begun."""
    days = [day for claim in claims if (day := published_on(ground.reports[claim.report]))]
    return {(ground.as_of.date() - max(days)).days + less for less in (0, -1)} if days else set()


def _check_weighed(
    words: str, supports: Sequence[Claim], denies: Sequence[Claim], ground: Ground
) -> Iterator[Found]:
    told = _WEIGHED.fullmatch(words)
    if told is None:
        yield Rule.WEIGHED, "who bears the judgment out is not told in the form that is counted"
        return
    texts = _texts(supports, ground)
    said = 1 if told["alone"] else _value(told["texts"])
    if said != texts:
        yield Rule.WEIGHED, f"{texts} independent texts bear it out, the judgment says otherwise"
    reports = ground.reports
    yield from _check_named(told["saying"], supports, reports)
    if bool(told["nobody"]) is bool(denies):
        yield Rule.WEIGHED, f"{len(denies)} claims deny it, the judgment says otherwise"
    elif denies:
        yield from _check_named(told["denying"], denies, reports)
    yield from _check_parties(supports, supports, told=bool(told["parties"]))
    if denies:
        yield from _check_parties(denies, supports, told=bool(told["denied_by_parties"]))


def _check_named(
    words: str, claims: Sequence[Claim], reports: Mapping[str, Report]
) -> Iterator[Found]:
    """Whether as many sources are named, and counted, as there are, and nobody else is."""
    sources = {_source(claim, reports): claim for claim in claims}
    others = _OTHERS.search(words)
    counted = _value(others.group(1)) if others else 0
    if counted != max(0, len(sources) - NAMED):
        yield Rule.WEIGHED, f"there are {len(sources)} sources, the judgment counts otherwise"
    keys = name_keys(read_wording(words[: others.start()] if others else words))
    named = sum(_is_named(keys, claim, reports) for claim in sources.values())
    if named < min(NAMED, len(sources)):
        yield Rule.WEIGHED, "a source of the judgment is not named"
    yield from _check_strangers(words, claims, reports)


def _check_strangers(
    words: str, claims: Sequence[Claim], reports: Mapping[str, Report]
) -> Iterator[Found]:
    known = {key for claim in claims for key in _vocabulary(claim, reports)} | _JUDGING
    for token in read_wording(words).tokens:
        if _carries(token) and {token.key, token.country}.isdisjoint(known):
            yield Rule.WEIGHED, f"“{token.text}” is no source of the judgment"


def _check_words(
    words: str, supports: Sequence[Claim], denies: Sequence[Claim], ground: Ground
) -> Iterator[Found]:
    """Whether what would change a judgment is of the closed words and of its own sources."""
    reports, claims = ground.reports, [*supports, *denies]
    ages = _ages(supports, ground)
    known = {key for claim in claims for key in _vocabulary(claim, reports)} | _JUDGING
    for token in read_wording(words).tokens:
        if not _carries(token) or not {token.key, token.country}.isdisjoint(known):
            continue
        if token.kind is Kind.NUMBER and token.text.isdigit() and int(token.text) not in ages:
            yield Rule.WEIGHED, f"“{token.text}” is not what was counted"
        elif not token.text.isdigit():
            yield Rule.WEIGHED, f"“{token.text}” is no source of the judgment"


def _check_parties(
    claims: Sequence[Claim], supports: Sequence[Claim], *, told: bool
) -> Iterator[Found]:
    lead = [words for claim in supports[:1] for words in (claim.actor, claim.recipient)]
    parties = {_country(words) for words in lead} - {""}
    are = bool(claims) and all(_speaks_for(claim) in parties for claim in claims)
    if are is not told:
        yield Rule.WEIGHED, "whether those who say it are parties to it is told otherwise"


def _speaks_for(claim: Claim) -> str:
    origin = _voice(claim)
    return (_country(origin.name) or origin.country or "") if origin else ""


def _country(words: str | None) -> str:
    country = (country_named(words) or split_owner(words)[0]) if words else None
    return country.code if country else ""


def _voice(claim: Claim) -> Link | None:
    """The last of a chain that can speak: no paper and no image, where anybody is before it."""
    links = claim.attribution.links
    speaking = [link for link in links if link.kind not in _MUTE]
    return (speaking or list(links))[-1] if links else None


def _source(claim: Claim, reports: Mapping[str, Report]) -> str:
    voice = _voice(claim)
    if voice is not None and voice.kind is LinkKind.STATE:
        return _country(voice.name) or voice.name
    return voice.name if voice else (reports[claim.report].outlet or "").split(" (")[0]


def _is_named(keys: Sequence[str], claim: Claim, reports: Mapping[str, Report]) -> bool:
    origin = _voice(claim)
    if origin is not None:
        return is_named(keys, origin)
    return not reports[claim.report].outlet or any(
        key in keys for name in outlet_keys(reports[claim.report]) for key in name
    )


def _vocabulary(claim: Claim, reports: Mapping[str, Report]) -> Iterator[str]:
    for link in claim.attribution.links:
        yield from vocabulary_of(link)
        yield from read_wording(link.words).keys
        yield from read_wording(link.named_at.quote if link.named_at else "").keys
    if not claim.attribution.links:
        yield from content_keys(reports[claim.report].outlet or "an outlet that is not named")


def _carries(token: Token) -> bool:
    return token.kind in {Kind.WORD, Kind.NAME, Kind.NUMBER}


def _value(word: str | None) -> int | None:
    low = (word or "").lower()
    return _NUMBERS.index(low) if low in _NUMBERS else int(low) if low.isdigit() else None
