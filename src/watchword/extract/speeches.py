"""Gives each quotation its speaker, also where who speaks is named after it.

As in "The road is closed. The market burned down," the mayor said: the first sentence is the
mayor's too. What somebody says inside a quotation, he says through its speaker.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from watchword.extract.quoting import QuotedText, is_self
from watchword.model.attribution import Attribution, Link, Voice
from watchword.model.claim import Claim
from watchword.text.quotations import Quotation

Speakers = dict[int, tuple[Link, ...]]
"""Chain of whoever speaks in a quotation, by where it begins."""


def find_speakers(claims: Iterable[Claim], quoted: QuotedText) -> Speakers:
    """Who speaks in each quotation of which a claim tells it outside the marks."""
    speakers: Speakers = {}
    for claim in claims:
        told = claim.attribution
        if told.cue_at is None or not told.links or quoted.around(told.cue_at.start):
            continue
        for quote in quoted.touching(claim.content.start, claim.content.end):
            speakers.setdefault(quote.start, told.links)
    before: Quotation | None = None
    for quote in quoted.quotations:
        if before is not None and before.continues and before.start in speakers:
            speakers.setdefault(quote.start, speakers[before.start])
        before = quote
    return speakers


def spoken(claim: Claim, speakers: Speakers, quoted: QuotedText) -> Attribution:
    """The claim's attribution, through the speaker of the quotation that holds it."""
    told = claim.attribution
    quote = quoted.around(claim.content.start)
    if quote is None or quote.start not in speakers:
        return told
    if told.cue_at is not None and quoted.around(told.cue_at.start) is not quote:
        return told
    speaker = speakers[quote.start]
    within = [link for link in told.links if _is_within(link, quote)]
    return replace(told, links=chained(speaker, within), voice=Voice.DIRECT)


def chained(speaker: Sequence[Link], within: Sequence[Link]) -> tuple[Link, ...]:
    """A speaker, then whom the quoted words name; "I" and "we" are the speaker."""
    names = {link.name for link in speaker}
    others = [link for link in within if not is_self(link) and link.name not in names]
    return (*speaker, *others)


def _is_within(link: Link, quote: Quotation) -> bool:
    return link.span is not None and quote.start <= link.span.start < quote.end
