"""A claim against its own words: spans, figures, speakers, marks and modality."""

import re
from collections.abc import Iterator
from functools import lru_cache

from watchword.brief.verify.asserted import SOFT, check_asserted
from watchword.brief.verify.evidence import names_of
from watchword.brief.verify.firmness import shows
from watchword.brief.verify.permitted import CONSIDER, DENIAL, HEARSAY
from watchword.brief.verify.problem import Rule
from watchword.brief.verify.quantities import value_of
from watchword.brief.verify.tokens import read_wording
from watchword.brief.verify.wording import Found
from watchword.model.attribution import Link, LinkKind
from watchword.model.claim import Claim, Modality
from watchword.model.correction import ClaimField
from watchword.model.figure import Figure
from watchword.model.report import Report
from watchword.model.span import CONTEXT_CHARACTERS, Span
from watchword.text.gazetteer import country_by_code, country_named, organisation_named
from watchword.text.hedges import find_marks

_OWNER = re.compile(r"^(?:the country's|its|his|her|their|the)\s+", re.IGNORECASE)
_NAMED_KINDS = frozenset({LinkKind.PERSON, LinkKind.ORGANISATION, LinkKind.MEDIA})


_OF_MOOD = frozenset({ClaimField.MODALITY, ClaimField.POLARITY})


@lru_cache(maxsize=4096)
def check_claim(claim: Claim, report: Report) -> tuple[Found, ...]:
    """Find what a claim says of itself and its own words do not bear out.

    What a person put right is that person's word, told with the claim: it is not held against the
    words, which the machine had read otherwise.
    """
    return tuple(_check(claim, report))


def each_span(claim: Claim) -> Iterator[tuple[str, Span]]:
    """Every span of a claim, with where it stands in it."""
    yield "sentence", claim.sentence
    yield "content", claim.content
    for number, link in enumerate(claim.attribution.links):
        if link.span is not None:
            yield f"attribution/links/{number}/span", link.span
        if link.named_at is not None:
            yield f"attribution/links/{number}/named_at", link.named_at
    if claim.attribution.cue_at is not None:
        yield "attribution/cue_at", claim.attribution.cue_at
    for number, mark in enumerate(claim.marks):
        yield f"marks/{number}/span", mark.span
    if claim.condition is not None:
        yield "condition", claim.condition


def check_span(span: Span, report: Report) -> Iterator[Found]:
    """Find where a span and the report's text differ."""
    text, start, end = report.text, span.start, span.end
    if span.report != report.key:
        yield Rule.SPAN, "the quotation is from another report"
    elif not 0 <= start < end <= len(text) or text[start:end] != span.quote:
        yield Rule.SPAN, f"the report does not have “{span.quote}” there"
    elif span.prefix and not text[:start].endswith(span.prefix[-CONTEXT_CHARACTERS:]):
        yield Rule.SPAN, f"other words stand before “{span.quote}”"
    elif span.suffix and not text[end:].startswith(span.suffix[:CONTEXT_CHARACTERS]):
        yield Rule.SPAN, f"other words stand after “{span.quote}”"


def _check(claim: Claim, report: Report) -> Iterator[Found]:
    for _, span in each_span(claim):
        yield from check_span(span, report)
    sentence, content = claim.sentence, claim.content
    if not (sentence.start <= content.start and content.end <= sentence.end):
        yield Rule.CLAIM, "the claimed words are not in the claim's sentence"
    by_people = {each.field for each in claim.corrected}
    for figure in claim.figures[ClaimField.FIGURE in by_people :]:
        yield from _check_figure(figure, claim, report)
    for link in () if ClaimField.SOURCE in by_people else claim.attribution.links:
        yield from _check_link(link, claim, report)
    for moment in (claim.place, claim.time):
        if moment is not None and report.text[moment.start : moment.end] != moment.words:
            yield Rule.CLAIM, f"the report does not have “{moment.words}” there"
    if not by_people & _OF_MOOD:
        yield from _check_marks(claim)
        yield from _check_modality(claim)


def _check_figure(figure: Figure, claim: Claim, report: Report) -> Iterator[Found]:
    start, end = figure.start, figure.end
    is_inside = claim.sentence.start <= start < end <= claim.sentence.end
    if not is_inside or report.text[start:end] != figure.words:
        yield Rule.CLAIM, f"the claim's sentence does not have “{figure.words}” there"
        return
    offset = claim.sentence.start
    numbers = read_wording(claim.sentence.quote).numbers
    here = [n for n in numbers if n.start + offset < end and start < n.end + offset]
    if value_of(figure) not in {value_of(number) for number in here}:
        yield Rule.CLAIM, f"the figure is not what “{figure.words}” says"


def _check_link(link: Link, claim: Claim, report: Report) -> Iterator[Found]:
    if link.span is not None and link.words != link.span.quote:
        yield Rule.CLAIM, f"the words for {link.name} are not the quoted ones"
    if link.span is None and link.named_at is None and link.words not in report.text:
        yield Rule.CLAIM, f"{link.name} is a speaker without any words for it"
    quotes = [span.quote for span in (link.span, link.named_at) if span is not None]
    told = [*quotes, claim.sentence.quote]
    if not any(_stands_for(quote, link) for quote in told) and not _is_in(report, link):
        yield Rule.CLAIM, f"no words of the report name {link.name}"


def _stands_for(quote: str, link: Link) -> bool:
    """Whether some words name a speaker: by its words, a known alias, or its country."""
    there = read_wording(quote).keys
    named = next(iter(names_of(link)), ())
    wanted = [key for key in named if len(key) > 2 or not key.islower()]
    if wanted and all(key in there for key in wanted):
        return True
    known = [
        organisation_named(words, context_country=link.country) for words in _owned(quote, link)
    ]
    if any(body is not None and body.name == link.name for body in known):
        return True
    country = country_named(quote)
    if country is not None and country_named(link.name) == country:
        return True
    return any(key.isalpha() and len(key) > 3 and key in there for key in wanted)


def _owned(quote: str, link: Link) -> tuple[str, ...]:
    """A description as it is, and with its country told: "the country's spy agency"."""
    country = country_by_code().get(link.country or "")
    rest = _OWNER.sub("", quote)
    return (quote, f"{country.name}'s {rest}") if country else (quote,)


def _is_in(report: Report, link: Link) -> bool:
    """Whether a report names a speaker elsewhere, by a telling word of its name.

    A transcript's label stands for its speaker ("MR. KIRBY", "Q"), and "we" for a state.
    """
    if link.span is None and link.named_at is None and link.kind not in _NAMED_KINDS:
        return True
    telling = (word for word in link.name.split() if len(word) > 3 and word[0].isupper())
    text = f"{report.title or ''}\n{report.text}"
    return any(word in text or word.upper() in text for word in telling)


def _check_marks(claim: Claim) -> Iterator[Found]:
    there = read_wording(claim.sentence.quote).marks
    for mark in claim.marks:
        start = mark.span.start - claim.sentence.start
        end = mark.span.end - claim.sentence.start
        alone = find_marks(mark.span.quote, 0, len(mark.span.quote))
        kinds = {kind for kind, _, _ in alone}
        kinds |= {kind for kind, first, last in there if first < end and start < last}
        if mark.kind not in kinds and not _is_marking(mark.span.quote):
            yield Rule.CLAIM, f"“{mark.span.quote}” does not mark a {mark.kind}"
    if claim.modality is not Modality.ASSERTED:
        return
    listed = [(mark.span.start, mark.span.end) for mark in claim.marks]
    for kind, start, end in read_wording(claim.content.quote).marks:
        place = claim.content.start + start
        is_listed = any(
            first < claim.content.start + end and place < last for first, last in listed
        )
        if kind in SOFT and not is_listed:
            words = claim.content.quote[start:end]
            yield Rule.CLAIM, f"“{words}” softens the claim and is not kept with it"


def _is_marking(quote: str) -> bool:
    words = read_wording(quote).lowered
    return bool(words & (DENIAL | CONSIDER | HEARSAY | _ELSEWHERE))


_ELSEWHERE = frozenset(["would", "when", "will", "should", "until", "believe", "assess"])


def _check_modality(claim: Claim) -> Iterator[Found]:
    wording = read_wording(claim.sentence.quote)
    if not shows(claim.modality, wording):
        yield Rule.CLAIM, f"nothing in the claim's words shows that it is {claim.modality}"
    if claim.modality is Modality.ASSERTED:
        yield from check_asserted(claim)
