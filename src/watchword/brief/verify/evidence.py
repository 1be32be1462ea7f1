"""What the claims that a sentence cites license: their words, their speakers, their dates."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from watchword.brief.verify.permitted import PRONOUNS
from watchword.brief.verify.tokens import Kind, Wording, content_keys, read_wording
from watchword.model.attribution import Link, LinkKind
from watchword.model.claim import Claim
from watchword.model.report import Report
from watchword.text.gazetteer import country_by_code, organisation_named

_SURNAME_FIRST = frozenset(["CN", "HU", "KH", "KP", "KR", "TW", "VN"])
"""Countries whose people are named surname first."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The cited claims, their reports, and what may be read off them.

    Attributes:
        claims: the claims cited.
        reports: the report of each.
        quotes: the sentence of each claim, read.
        streams: the keys of the words that carry meaning, in order: of each sentence, and of
            each claim without the words of its attribution.
        context: keys that may stand in square brackets, for a pronoun: actor, recipient,
            place, speakers; the report's title where the claim has no actor.
        speakers: keys of the words that name a speaker.
        days: days on which a cited report was published, or something in a claim happens.
        published: publication days.
        keys: the keys of all cited words.
    """

    claims: tuple[Claim, ...]
    reports: tuple[Report, ...]
    quotes: tuple[Wording, ...]
    streams: tuple[tuple[str, ...], ...]
    context: frozenset[str]
    speakers: frozenset[str]
    days: frozenset[date]
    published: frozenset[date]
    keys: frozenset[str]

    @property
    def pairs(self) -> tuple[tuple[Claim, Report], ...]:
        """Each claim with its report."""
        return tuple(zip(self.claims, self.reports, strict=True))


def gather(claims: Sequence[Claim], reports: Mapping[str, Report]) -> Evidence:
    """Gather what some claims license."""
    theirs = tuple(reports[claim.report] for claim in claims)
    quotes = tuple(read_wording(claim.sentence.quote) for claim in claims)
    pairs = tuple(zip(claims, theirs, strict=True))
    streams = tuple(dict.fromkeys(stream for claim in claims for stream in _streams(claim)))
    return Evidence(
        claims=tuple(claims),
        reports=theirs,
        quotes=quotes,
        streams=streams,
        context=frozenset(key for claim, report in pairs for key in _context(claim, report)),
        speakers=frozenset(key for claim in claims for key in _speakers(claim)),
        days=frozenset(day for claim, report in pairs for day in _days(claim, report)),
        published=frozenset(day for report in theirs if (day := published_on(report))),
        keys=frozenset(key for stream in streams for key in stream),
    )


def published_on(report: Report) -> date | None:
    """The day a report was published, None where that is not known."""
    return report.published.at.date() if report.published.at else None


@lru_cache(maxsize=4096)
def names_of(link: Link) -> tuple[tuple[str, ...], ...]:
    """Every wording that names a speaker, each as keys of its words.

    A person may be told by name, surname, or office; an organisation by name, acronym, or
    description; a state by its name, its people or its capital.
    """
    wordings = list(_each_name(link))
    keys = (_named_keys(wording) for wording in wordings)
    return tuple(dict.fromkeys(key for key in keys if key))


@lru_cache(maxsize=4096)
def vocabulary_of(link: Link) -> frozenset[str]:
    """Keys of every word that tells something of a speaker."""
    keys = {key for name in names_of(link) for key in name}
    return frozenset(keys | ({f"@{link.country}"} if link.country else set()))


def outlet_names(report: Report) -> tuple[str, ...]:
    """An outlet's name, with and without what stands in brackets after it."""
    full = report.outlet or ""
    short = full.partition(" (")[0]
    return tuple(name for name in dict.fromkeys((full, short)) if name)


def outlet_keys(report: Report) -> tuple[tuple[str, ...], ...]:
    """The keys of each wording of an outlet's name.

    A number in the name ("France 24") is read as a quantity when it stands alone, and as part of
    a name where it stands in a sentence: both are given.
    """
    alone = [_named_keys(name) for name in outlet_names(report)]
    beside = [_named_keys(f"({name}, then)")[:-1] for name in outlet_names(report)]
    return tuple(dict.fromkeys((*alone, *beside)))


def _named_keys(words: str) -> tuple[str, ...]:
    tokens = (token for token in read_wording(words).tokens if token.kind is not Kind.JOINT)
    return tuple(token.key for token in tokens if token.text.lower() not in {"the", "a", "an"})


def _each_name(link: Link) -> Iterator[str]:
    yield link.name
    if link.words.lower() not in PRONOUNS:
        yield link.words
    if link.named_at is not None:
        yield link.named_at.quote
    if link.role:
        yield link.role
    if link.kind is LinkKind.PERSON and " " in link.name:
        first, *_, last = link.name.split()
        yield first if link.country in _SURNAME_FIRST else last
    yield from _each_organisation_name(link)
    if link.kind is LinkKind.STATE and link.country in country_by_code():
        country = country_by_code()[link.country]
        yield from (country.name, country.capital, *country.metonyms)


def _each_organisation_name(link: Link) -> Iterator[str]:
    if link.kind is not LinkKind.ORGANISATION:
        return
    initials = "".join(word[0] for word in link.name.split() if word[0].isupper())
    if len(initials) > 2:
        yield initials
    known = organisation_named(link.name, context_country=link.country)
    if known is not None:
        yield from (known.name, *known.acronyms, *known.aliases)


def _streams(claim: Claim) -> Iterator[tuple[str, ...]]:
    yield content_keys(claim.sentence.quote)
    yield content_keys(_without_attribution(claim))


@lru_cache(maxsize=4096)
def _without_attribution(claim: Claim) -> str:
    start, quote = claim.content.start, claim.content.quote
    spans = [link.span for link in claim.attribution.links] + [claim.attribution.cue_at]
    letters = list(quote)
    for span in spans:
        if span is not None and span.report == claim.report:
            for at in range(max(span.start - start, 0), min(span.end - start, len(quote))):
                letters[at] = " "
    return "".join(letters)


def _context(claim: Claim, report: Report) -> Iterator[str]:
    told: list[str | None] = [claim.actor, claim.recipient]
    told += [] if claim.actor else [report.title]
    told += [claim.place.name] if claim.place else []
    told += [figure.counted for figure in claim.figures]
    for link in claim.attribution.links:
        told += [link.name, link.role, link.named_at.quote if link.named_at else None]
    for words in told:
        yield from read_wording(words or "").keys
    yield from (link.words.lower() for link in claim.attribution.links)


def _speakers(claim: Claim) -> Iterator[str]:
    for link in claim.attribution.links:
        yield from vocabulary_of(link)
        yield from read_wording(link.words).keys
    yield from read_wording(claim.attribution.said).keys
    yield from read_wording(claim.attribution.cue).keys


def _days(claim: Claim, report: Report) -> Iterator[date]:
    day = published_on(report)
    if day is not None:
        yield day
    moment = claim.time
    if moment is not None and moment.since is not None:
        yield moment.since.date()
        if moment.until is not None:
            yield (moment.until - timedelta(microseconds=1)).date()
