"""The words behind a brief: every cited quotation in its sentence, under its numbered source."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from watchword.brief.render.inert import (
    LONGEST_CONTEXT,
    LONGEST_QUOTE,
    clip,
    narrow_context,
    safe_address,
)
from watchword.brief.render.words import (
    LONGEST_NAME,
    RELIABILITY,
    chain_words,
    correction_words,
    figure_words,
    how_got_words,
    known_words,
    language_words,
    modality_words,
    outlet_label,
    published_words,
    status_words,
)
from watchword.errors import InvalidBriefError
from watchword.model.brief import Brief, SourceEntry
from watchword.model.claim import Claim
from watchword.model.report import DateSource, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words of a report inside their sentence.

    Attributes:
        label: source and place under it ("3-2"), used for anchors and footnotes.
        before: the sentence up to the quoted words.
        quote: the quoted words.
        after: the rest of the sentence.
        chain: outlet first, origin last.
        modality: how firmly it is claimed, in words.
        figures: each with its bounds, in words.
        condition: the words of the condition it hangs on, empty without one.
        place: where the words stand in the report's text.
        digest: SHA-256 of the quoted words.
        corrected: what people put right in the claim, each in words; empty without any.
    """

    label: str
    before: str
    quote: str
    after: str
    chain: tuple[str, ...]
    modality: str
    figures: tuple[str, ...]
    condition: str
    place: str
    digest: str
    corrected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCard:
    """A numbered source as a reader sees it.

    Attributes:
        number: as cited, from 1.
        outlet: who published it.
        title: its headline, empty where not known.
        published: when it came out, in words.
        known: how that is known, in words.
        date_note: the same, empty where it is the usual way, from metadata.
        address: a web address that may be followed, else None.
        place_found: an address or file name that is shown and not followed, else empty.
        grade: Admiralty letter of the outlet.
        grade_words: what the letter means.
        grade_basis: the record that it stands on, empty where it stands on none.
        origin: whom the text comes from, empty where that is the outlet itself.
        also: other outlets that print the same text.
        authors: who is credited with it, empty where nobody is.
        language: the language that it is in, empty for English.
        how_got: what kind of source it is, and what it was read from.
        status: what became of the report, empty where it stands.
        digest: SHA-256 of the report's text.
        quotations: the cited words, in the order of the text.
    """

    number: int
    outlet: str
    title: str
    published: str
    known: str
    date_note: str
    address: str | None
    place_found: str
    grade: str
    grade_words: str
    grade_basis: str
    origin: str
    also: tuple[str, ...]
    authors: str
    language: str
    how_got: str
    status: str
    digest: str
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Every source with its quotations, and where each claim's words are among them.

    Attributes:
        cards: the sources by number.
        places: claim key to source number and place under it, from 1.
    """

    cards: tuple[SourceCard, ...]
    places: Mapping[str, tuple[int, int]]


def gather_evidence(brief: Brief, cited: Iterable[str]) -> Evidence:
    """Put each cited claim's words under its report's number.

    Args:
        brief: the brief.
        cited: keys of the claims that are cited; others are left out.

    Raises:
        InvalidBriefError: if a cited claim, or the report of one, is not in the brief.
    """
    by_report = _claims_by_report(brief, cited)
    reports = {report.key: report for report in brief.reports}
    entries = sorted(brief.sources, key=lambda entry: entry.number)
    for key in sorted(by_report.keys() - {entry.report for entry in entries}):
        raise InvalidBriefError("a claim is cited whose report is not a source", key=key)
    cards: list[SourceCard] = []
    places: dict[str, tuple[int, int]] = {}
    for entry in entries:
        if entry.report not in reports:
            raise InvalidBriefError("a source whose report is missing", key=entry.report)
        claims = by_report.get(entry.report, [])
        places |= {claim.key: (entry.number, place) for place, claim in enumerate(claims, 1)}
        cards.append(_card(brief, entry, reports, claims))
    return Evidence(cards=tuple(cards), places=places)


def _claims_by_report(brief: Brief, cited: Iterable[str]) -> dict[str, list[Claim]]:
    claims = {claim.key: claim for claim in brief.claims}
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for key in dict.fromkeys(cited):
        if key not in claims:
            raise InvalidBriefError("a sentence cites a claim that is not in the brief", key=key)
        by_report[claims[key].report].append(claims[key])
    for found in by_report.values():
        found.sort(key=lambda claim: (claim.content.start, claim.content.end, claim.key))
    return by_report


def _card(
    brief: Brief, entry: SourceEntry, reports: Mapping[str, Report], claims: list[Claim]
) -> SourceCard:
    report = reports[entry.report]
    outlet = outlet_label(report)
    address = safe_address(report.address)
    return SourceCard(
        number=entry.number,
        outlet=outlet,
        title=clip(report.title or "", 300),
        published=published_words(report.published),
        known=known_words(report.published),
        date_note=""
        if report.published.how is DateSource.HEADER
        else known_words(report.published),
        address=address,
        place_found="" if address else clip(report.address or "", 300),
        grade=entry.reliability.value,
        grade_words=RELIABILITY[entry.reliability],
        grade_basis=clip(entry.basis, LONGEST_NAME),
        origin=clip(entry.origin or "", LONGEST_NAME),
        also=_other_outlets(brief, report, reports),
        authors=clip(", ".join(report.bylines), LONGEST_NAME),
        language=language_words(report),
        how_got=how_got_words(report),
        status=status_words(report.status),
        digest=report.text_sha256,
        quotations=tuple(
            _quotation(claim, f"{entry.number}-{place}", outlet)
            for place, claim in enumerate(claims, 1)
        ),
    )


def _other_outlets(brief: Brief, report: Report, reports: Mapping[str, Report]) -> tuple[str, ...]:
    others = [
        key
        for origin in brief.origins
        if report.key in origin.reports
        for key in origin.reports
        if key != report.key
    ]
    named = dict.fromkeys(outlet_label(reports[key]) for key in others if key in reports)
    unnamed = sum(key not in reports for key in others)
    rest = (f"{unnamed} not cited here",) if unnamed else ()
    return (*named, *rest)


def _quotation(claim: Claim, label: str, outlet: str) -> Quotation:
    before, after = _around(claim)
    content = claim.content
    return Quotation(
        label=label,
        before=before,
        quote=clip(content.quote, LONGEST_QUOTE),
        after=after,
        chain=chain_words(outlet, claim.attribution),
        modality=modality_words(claim),
        figures=tuple(figure_words(figure) for figure in claim.figures),
        condition=clip(claim.condition.quote, LONGEST_CONTEXT) if claim.condition else "",
        place=f"characters {content.start:,} to {content.end:,} of the text",
        digest=content.digest,
        corrected=tuple(correction_words(each) for each in claim.corrected),
    )


def _around(claim: Claim) -> tuple[str, str]:
    sentence, content = claim.sentence, claim.content
    if not sentence.start <= content.start <= content.end <= sentence.end:
        return narrow_context(content.prefix, content.suffix)
    return narrow_context(
        sentence.quote[: content.start - sentence.start],
        sentence.quote[content.end - sentence.start :],
    )
