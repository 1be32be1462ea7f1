"""Claims that are told with the words before them: "..., but it may review that more flexibly".

A clause whose "it" or "that" stands for what its own sentence has just named says nothing by
itself. With the clause before it, it does.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from watchword.brief.clarity import is_clear
from watchword.model.claim import Claim
from watchword.model.report import Report
from watchword.model.span import Span
from watchword.text.lexicon import lexicon

FARTHEST = 80
"""Characters between two clauses of one thought, an inserted "he said" among them."""
_SUBORDINATE = lexicon("while although though if when because since")


def find_companions(claims: Mapping[str, Claim]) -> dict[str, str]:
    """For claims that are not clear by themselves, the claim that each is told with.

    Args:
        claims: by key.

    Returns:
        The key of the clause before, of the same sentence and source, by the claim's key.
    """
    sentences: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims.values():
        sentences[claim.report, claim.sentence.start].append(claim)
    return {
        claim.key: before.key
        for each in sentences.values()
        if len(each) > 1
        for before, claim in _each_pair(sorted(each, key=lambda one: one.content.start))
    }


def _each_pair(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    for place, claim in enumerate(claims):
        if place and not is_clear(claim):
            before = claims[place - 1]
            gap = claim.content.start - before.content.end
            if is_clear(before) and 0 < gap <= FARTHEST and _are_one_voice(before, claim):
                yield before, claim


def _are_one_voice(before: Claim, claim: Claim) -> bool:
    """Whether both come from one source; what stands before an inserted "he said" is his too."""
    sources = [link.name for link in claim.attribution.links]
    told = [link.name for link in before.attribution.links]
    return told == sources or (not told and (_is_led(before) or _is_inserted(before, claim)))


def _is_led(claim: Claim) -> bool:
    """As in "While A, B, he said": the sentence is one thought of his."""
    return claim.sentence.quote.split(maxsplit=1)[0].lower() in _SUBORDINATE


def _is_inserted(before: Claim, claim: Claim) -> bool:
    cue = claim.attribution.cue_at
    return cue is not None and before.content.end <= cue.start < claim.content.start


def together(before: Claim, claim: Claim, report: Report) -> Claim:
    """One claim with the words of both, for a sentence to be made of."""
    start = before.content.start
    if _is_led(before):
        start = before.sentence.start
    content = Span.within(report.text, start, claim.content.end, report=report.key)
    return replace(claim, content=content, subject=before.subject)
