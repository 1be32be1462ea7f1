"""How firmly it is said: modality, hedges, hearsay, negation and conditions are kept."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from watchword.brief.verify.evidence import Evidence
from watchword.brief.verify.permitted import (
    CONSIDER,
    DENIAL,
    ESTIMATE,
    HEARSAY,
    PLAN,
)
from watchword.brief.verify.problem import Rule
from watchword.brief.verify.tokens import Wording, content_keys, read_wording
from watchword.brief.verify.wording import Found
from watchword.model.claim import Claim, MarkKind, Modality
from watchword.text.estimative import Band, band_of

WORDS: Mapping[Modality, frozenset[str]] = {
    Modality.REPORTED: HEARSAY | {"reports"},
    Modality.ESTIMATED: ESTIMATE,
    Modality.PLANNED: PLAN,
    Modality.CONSIDERED: CONSIDER,
    Modality.CONDITIONAL: frozenset(),
    Modality.DENIED: DENIAL,
    Modality.UNCONFIRMED: frozenset(["unconfirmed", "unverified", "confirmation"]),
}
"""Words that show a modality; an asserted claim needs none."""

MARKS: Mapping[Modality, frozenset[MarkKind]] = {
    Modality.REPORTED: frozenset({MarkKind.HEARSAY, MarkKind.UNCONFIRMED}),
    Modality.ESTIMATED: frozenset({MarkKind.HEDGE, MarkKind.LIKELIHOOD}),
    Modality.PLANNED: frozenset({MarkKind.HEDGE, MarkKind.LIKELIHOOD}),
    Modality.CONSIDERED: frozenset(),
    Modality.CONDITIONAL: frozenset({MarkKind.CONDITION}),
    Modality.DENIED: frozenset({MarkKind.NEGATION}),
    Modality.UNCONFIRMED: frozenset({MarkKind.UNCONFIRMED}),
}
"""Marks that show a modality."""

KEPT: Mapping[MarkKind, frozenset[MarkKind]] = {
    MarkKind.HEARSAY: frozenset({MarkKind.HEARSAY, MarkKind.UNCONFIRMED}),
    MarkKind.HEDGE: frozenset({MarkKind.HEDGE}),
    MarkKind.LIKELIHOOD: frozenset({MarkKind.LIKELIHOOD}),
    MarkKind.CONDITION: frozenset({MarkKind.CONDITION}),
    MarkKind.UNCONFIRMED: frozenset({MarkKind.UNCONFIRMED}),
}
"""For each mark in a claim, the marks that keep it."""

CONDITION_SHARE = 0.7
"""Least share of the words of a condition that the sentence has to keep."""


def shows(modality: Modality, wording: Wording) -> bool:
    """Whether a text has a word or mark that shows a modality."""
    if modality is Modality.ASSERTED:
        return True
    if not WORDS[modality].isdisjoint(wording.lowered | _halves(wording.lowered)):
        return True
    kinds = {kind for kind, _, _ in wording.marks}
    if modality is Modality.CONDITIONAL and _is_hypothetical(wording):
        return True
    is_future = modality is Modality.PLANNED and bool(_TO_COME & _pairs(wording))
    return is_future or not MARKS[modality].isdisjoint(kinds)


def check_firmness(wording: Wording, evidence: Evidence) -> Iterator[Found]:
    """Find where a sentence is firmer, or less firm, than the claims it cites."""
    for claim in evidence.claims:
        if not shows(claim.modality, wording):
            yield Rule.MODALITY, f"this is {claim.modality} in the report, and not told as such"
        if claim.condition is not None and not _keeps_condition(wording, claim):
            yield Rule.MODALITY, f"the condition is lost: “{claim.condition.quote}”"
    yield from _check_marks(wording, evidence.claims)
    yield from _check_future(wording, evidence.claims)
    yield from _check_negation(wording, evidence.claims)
    yield from _check_bands(wording, evidence)


def bands_in(wording: Wording) -> tuple[Band, ...]:
    """The bands of likelihood that a text names."""
    words = (
        wording.text[start:end] for kind, start, end in wording.marks if kind is MarkKind.LIKELIHOOD
    )
    return tuple(band for phrase in words if (band := band_of(phrase)))


_TO_COME = frozenset([("is", "to"), ("are", "to"), ("was", "to"), ("were", "to"), ("be", "to")])


def _is_hypothetical(wording: Wording) -> bool:
    """As in "any dispatch would be lawful" and "if true, it would be a step"."""
    if "would" in wording.lowered and "any" in wording.lowered:
        return True
    return any(wording.text[start:end].lower().startswith("if ") for _, start, end in wording.marks)


def _pairs(wording: Wording) -> frozenset[tuple[str, str]]:
    words = [token.text.lower() for token in wording.tokens]
    return frozenset(pairwise(words))


def _halves(words: Iterable[str]) -> frozenset[str]:
    """What stands after the apostrophe: "we'll" has "ll"."""
    return frozenset(word.replace("\u2019", "'").rpartition("'")[2] for word in words)


def _keeps_condition(wording: Wording, claim: Claim) -> bool:
    if claim.condition is None:
        return True
    marks = {kind for kind, _, _ in wording.marks}
    wanted = set(content_keys(claim.condition.quote))
    kept = wanted & set(wording.keys)
    has_mark = bool(marks & {MarkKind.CONDITION, MarkKind.UNCONFIRMED, MarkKind.HEDGE})
    enough = len(kept) >= CONDITION_SHARE * len(wanted)
    return enough and (has_mark or not read_wording(claim.condition.quote).marks)


def _marks_claimed(claims: Sequence[Claim]) -> Iterator[tuple[MarkKind, str]]:
    """Each mark inside the content of the claims, once, with its words."""
    seen = set()
    for claim in claims:
        for kind, start, end in read_wording(claim.content.quote).marks:
            place = (claim.report, claim.content.start + start)
            if place not in seen:
                seen.add(place)
                yield kind, claim.content.quote[start:end]


def _check_marks(wording: Wording, claims: Sequence[Claim]) -> Iterator[Found]:
    had = Counter(kind for kind, _, _ in wording.marks)
    words: dict[MarkKind, list[str]] = {}
    for kind, phrase in _marks_claimed(_one_of_each(claims)):
        words.setdefault(kind, []).append(phrase)
    for kind, phrases in words.items():
        if kind is not MarkKind.NEGATION and sum(had[other] for other in KEPT[kind]) < len(phrases):
            yield Rule.MODALITY, f"softer in the report: “{'”, “'.join(phrases)}”"


def _check_future(wording: Wording, claims: Sequence[Claim]) -> Iterator[Found]:
    """What is to come stays to come: no "will" or "would" is lost."""
    there = sum(_futures(read_wording(claim.content.quote)) for claim in _one_of_each(claims))
    if _futures(wording) < there:
        yield Rule.MODALITY, "what lies ahead in the report is told as done"


def _futures(wording: Wording) -> int:
    return sum(token.key in {"will", "won't"} for token in wording.tokens)


def _one_of_each(claims: Sequence[Claim]) -> list[Claim]:
    """Claims with the same words, as in copies, count once."""
    return list({claim.content.quote: claim for claim in claims}.values())


def _check_negation(wording: Wording, claims: Sequence[Claim]) -> Iterator[Found]:
    here = _negations(wording.marks)
    single = _one_of_each(claims)
    there = sum(kind is MarkKind.NEGATION for kind, _ in _marks_claimed(single))
    if any(claim.modality is Modality.DENIED for claim in claims):
        if (here + _denies(wording)) % 2 not in _parities(single, there):
            yield Rule.NEGATION, "what is denied in the report is told as so, or the reverse"
        return
    if here != there:
        yield Rule.NEGATION, f"{there} negations in the cited claims, {here} here"


def _parities(claims: Sequence[Claim], negations: int) -> set[int]:
    """Whether denials and negations come out even or odd, by the claim and by its sentence."""
    contents = (f"{claim.attribution.cue} {claim.content.quote}" for claim in claims)
    told = negations + any(_denies(read_wording(content)) for content in contents)
    quotes = [read_wording(quote) for quote in {claim.sentence.quote: None for claim in claims}]
    whole = sum(_negations(quote.marks) for quote in quotes) + any(map(_denies, quotes))
    return {told % 2, whole % 2}


def _negations(marks: Sequence[tuple[MarkKind, int, int]]) -> int:
    return sum(kind is MarkKind.NEGATION for kind, _, _ in marks)


def _denies(wording: Wording) -> bool:
    return any(token.text.lower() in DENIAL for token in wording.tokens)


def _check_bands(wording: Wording, evidence: Evidence) -> Iterator[Found]:
    there = {band.low for quote in evidence.quotes for band in bands_in(quote)}
    for band in bands_in(wording):
        if band.low not in there:
            yield Rule.LIKELIHOOD, f"no cited claim says “{band.terms[0]}”"
