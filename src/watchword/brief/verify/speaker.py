"""Who says it: each speaker named is in the chain, and each chain's two ends are named."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from watchword.brief.verify.dates import find_calendar
from watchword.brief.verify.evidence import (
    Evidence,
    names_of,
    outlet_keys,
    published_on,
    vocabulary_of,
)
from watchword.brief.verify.frame import Frame, names_something
from watchword.brief.verify.permitted import HEARSAY, MEDIA
from watchword.brief.verify.problem import Rule
from watchword.brief.verify.quantities import value_of
from watchword.brief.verify.tokens import Wording, read_wording
from watchword.brief.verify.wording import Found
from watchword.model.attribution import Link
from watchword.model.claim import Claim
from watchword.model.report import Report
from watchword.text.numbers import Number

_FIRST_PERSON = frozenset(["i", "we", "us", "our"])
"""Words by which a speaker gives itself as the origin."""


def check_speakers(wording: Wording, evidence: Evidence, frame: Frame) -> Iterator[Found]:
    """Find speakers that are not in the chains, and chains whose ends are not named."""
    for stranger in frame.strangers:
        yield Rule.SPEAKER, f"“{stranger.text}” speaks here, and in no cited claim"
    keys = name_keys(wording)
    for claim in evidence.claims:
        if claim.attribution.links:
            yield from _check_chain(keys, claim, evidence)
        elif not _tells_outlet(wording, keys, claim, evidence):
            yield Rule.SPEAKER, "the outlet is not named, in whose own voice this is said"
    yield from check_pairs(wording, evidence)
    yield from check_days(wording, evidence)


def check_pairs(wording: Wording, evidence: Evidence) -> Iterator[Found]:
    """Find numbers beside a bracket that names the source of another number.

    As in "about 1,500 soldiers (the Post, 18 October), 3,000 troops (the Herald, 23 October)".
    """
    if len(evidence.claims) < 2:
        return
    for number in wording.numbers:
        beside = _BRACKET.match(wording.text, number.end)
        if beside is None:
            continue
        keys = name_keys(read_wording(beside.group(1)))
        named = [pair for pair in evidence.pairs if _tells(keys, *pair)]
        if named and not any(_gives(pair[0], number) for pair in named):
            yield Rule.SPEAKER, f"“{number.words}” stands beside a source that does not give it"


def check_days(wording: Wording, evidence: Evidence) -> Iterator[Found]:
    """Find days in brackets that are not those of the claim told before them.

    As in "the Post said so (18 October); the Herald said the same (28 October)": what stands
    between two brackets names a source or gives a number, and the day is its report's.
    """
    if len(evidence.claims) < 2:
        return
    begun = 0
    for bracket in _DATED.finditer(wording.text):
        told, begun = wording.text[begun : bracket.start()], bracket.end()
        days = find_calendar(bracket.group(1))
        if not days or _BESIDE_DAY.search(told):
            continue
        known = {published_on(report) for _, report in _in_play(told, evidence)}
        if not any(day.fits(one) for day in days for one in known if one is not None):
            yield Rule.DATE, f"“{bracket.group(1)}” is not when that was published"


def _in_play(told: str, evidence: Evidence) -> list[tuple[Claim, Report]]:
    """The claims that a piece of a sentence can be of: by who is named there, then by number."""
    read = read_wording(told)
    keys = name_keys(read)
    named = [pair for pair in evidence.pairs if _tells(keys, *pair)] or list(evidence.pairs)
    giving = [pair for pair in named if all(_gives(pair[0], n) for n in read.numbers)]
    return giving or named


_DATED = re.compile(r"\(([^()]*\d[^()]*)\)")
_BESIDE_DAY = re.compile(r"(?:day|earlier|yesterday|today|tomorrow)\s*$", re.IGNORECASE)
"""Words whose own date stands in the bracket behind them."""
_BRACKET = re.compile(r"[^()\d;]{0,120}\(([^()]+)\)")


def _tells(keys: Sequence[str], claim: Claim, report: Report) -> bool:
    if any(is_named(keys, link) for link in claim.attribution.links):
        return True
    return any(_holds(keys, name) for name in outlet_keys(report))


def _gives(claim: Claim, number: Number) -> bool:
    given = [value_of(figure) for figure in claim.figures]
    given += [value_of(other) for other in read_wording(claim.sentence.quote).numbers]
    return value_of(number) in given


def name_keys(wording: Wording) -> list[str]:
    """The keys of a sentence in which names are looked for."""
    return [token.key for token in wording.tokens if names_something(token)]


def is_named(keys: Sequence[str], link: Link) -> bool:
    """Whether a sentence, as keys, names a speaker by some wording or two telling words."""
    if any(_holds(keys, name) for name in names_of(link)):
        return True
    owners = {key for name in names_of(link) for key in name if key.startswith("@")}
    if owners and owners.isdisjoint(keys):
        return False
    telling = vocabulary_of(link)
    content = [key for key in keys if len(key) > 2]
    return any(
        left in telling and right in telling and left != right for left, right in pairwise(content)
    )


def _check_chain(keys: Sequence[str], claim: Claim, evidence: Evidence) -> Iterator[Found]:
    origin, speaker = claim.attribution.links[-1], claim.attribution.links[0]
    if not is_named(keys, origin) and not _speaks_for_itself(keys, claim):
        yield Rule.SPEAKER, f"{origin.name} is not named, on whose word this stands"
    if speaker == origin or is_named(keys, speaker):
        return
    if not _is_told_directly(keys, claim, evidence):
        yield Rule.SPEAKER, f"{speaker.name} is not named, who tells this"


def _speaks_for_itself(keys: Sequence[str], claim: Claim) -> bool:
    """Whether the origin is only "we" and the one who says "we" is named."""
    *tellers, origin = claim.attribution.links
    return origin.words.lower() in _FIRST_PERSON and any(is_named(keys, t) for t in tellers)


def _is_told_directly(keys: Sequence[str], claim: Claim, evidence: Evidence) -> bool:
    """Whether another cited claim has it from the same origin, by somebody who is named."""
    origin = claim.attribution.links[-1].name
    others = (
        other.attribution.links
        for other in evidence.claims
        if other.key != claim.key and other.attribution.links
    )
    return any(links[-1].name == origin and is_named(keys, links[0]) for links in others)


def _tells_outlet(
    wording: Wording, keys: Sequence[str], claim: Claim, evidence: Evidence
) -> bool:  # fmt: skip
    outlets = [
        name
        for report in evidence.reports
        if report.key == claim.report
        for name in outlet_keys(report)
    ]
    if any(_holds(keys, outlet) for outlet in outlets):
        return True
    press = HEARSAY | (MEDIA - {"reported"} if outlets else MEDIA)
    return not press.isdisjoint(wording.lowered)


def _holds(keys: Sequence[str], name: Sequence[str]) -> bool:
    length = len(name)
    return bool(name) and any(
        tuple(keys[at : at + length]) == tuple(name) for at in range(len(keys) - length + 1)
    )
