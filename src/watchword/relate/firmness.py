"""In what one telling of a statement is firmer, or less firm, than another, step by step."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from watchword.model.attribution import Link, LinkKind
from watchword.model.claim import Claim, MarkKind, Modality
from watchword.model.drift import DriftStep, Respect, Way
from watchword.model.figure import Approx, Figure
from watchword.model.span import Span
from watchword.relate.kinds import kind_counted
from watchword.text.gazetteer import organisation_named

_FIRMNESS = {
    Modality.UNCONFIRMED: 0,
    Modality.CONDITIONAL: 1,
    Modality.CONSIDERED: 1,
    Modality.REPORTED: 2,
    Modality.ESTIMATED: 2,
    Modality.PLANNED: 3,
    Modality.ASSERTED: 4,
}
"""How firmly each modality tells a thing. A denial is on no ladder: it tells another thing."""

_SOFTENING = frozenset(
    {MarkKind.HEARSAY, MarkKind.HEDGE, MarkKind.LIKELIHOOD, MarkKind.UNCONFIRMED}
)
_TOLD = {
    Modality.ASSERTED: "told as a fact",
    Modality.REPORTED: "told as hearsay",
    Modality.ESTIMATED: "told as an estimate",
    Modality.PLANNED: "told as planned",
    Modality.CONSIDERED: "told as weighed",
    Modality.CONDITIONAL: "told under a condition",
    Modality.UNCONFIRMED: "told as unconfirmed",
}
_UNNAMED = frozenset({LinkKind.ANONYMOUS, LinkKind.COLLECTIVE})


def is_on_ladder(claim: Claim) -> bool:
    """Whether a claim tells something as more or less firm, and does not deny it."""
    return claim.modality in _FIRMNESS


def find_steps(earlier: Claim, later: Claim, outlet: str = "") -> tuple[DriftStep, ...]:
    """In what a later telling differs; empty where it is as firm in every respect.

    Args:
        earlier: the claim as it is first told.
        later: the claim as it is told again.
        outlet: who published the first; to name it as a source changes nothing.

    Raises:
        KeyError: if one of them is not on the ladder.
    """
    return (
        *_modality(earlier, later),
        *_hedges(earlier, later),
        *_conditions(earlier, later),
        *_figures(earlier, later),
        *_chains(earlier, later, outlet),
    )


def same_value(one: Claim, other: Claim) -> bool:
    """Whether two claims give one number, however it is qualified, or one of them gives none."""
    if not one.figures or not other.figures:
        return True
    here, there = one.figures[0], other.figures[0]
    return _value(here) == _value(there) and kind_counted(here) == kind_counted(there)


def cites(claim: Claim, outlet: str) -> bool:
    """Whether a claim's chain names an outlet as a source."""
    if not outlet:
        return False
    return any(
        link.kind in {LinkKind.MEDIA, LinkKind.ORGANISATION} and same_name(link.name, outlet)
        for link in claim.attribution.links
    )


def have_one_source(one: Claim, other: Claim) -> bool:
    """Whether one chain starts from a named source that the other names, too."""
    return any(
        same_name(link.name, known.name)
        for first, second in ((one, other), (other, one))
        for link in first.attribution.links[-1:]
        for known in second.attribution.links
        if link.kind not in _UNNAMED
    )


def same_name(one: str, other: str) -> bool:
    """Whether two names are one, or one is the surname of the other.

    >>> same_name("Zelensky", "Volodymyr Zelenskyy"), same_name("Yoon", "Yun")
    (True, False)
    """
    here, there = _plain(one), _plain(other)
    return here == there or (here[-1:] == there[-1:] and 1 in {len(here), len(there)})


def _modality(earlier: Claim, later: Claim) -> Iterator[DriftStep]:
    change = _FIRMNESS[later.modality] - _FIRMNESS[earlier.modality]
    if change:
        yield DriftStep(
            respect=Respect.MODALITY,
            way=Way.HARDENED if change > 0 else Way.SOFTENED,
            before=_shown(earlier),
            after=_shown(later),
            told=f"{_TOLD[earlier.modality]}, then {_TOLD[later.modality]}",
        )


def _hedges(earlier: Claim, later: Claim) -> Iterator[DriftStep]:
    """Only where the modality is the same: else the hedge is what changed it."""
    before, after = _softening(earlier), _softening(later)
    if _FIRMNESS[earlier.modality] == _FIRMNESS[later.modality] and bool(before) != bool(after):
        yield _lost_or_put_in(Respect.HEDGE, before, after)


def _conditions(earlier: Claim, later: Claim) -> Iterator[DriftStep]:
    before, after = earlier.condition, later.condition
    if _FIRMNESS[earlier.modality] == _FIRMNESS[later.modality] and bool(before) != bool(after):
        yield _lost_or_put_in(Respect.CONDITION, before, after)


def _lost_or_put_in(respect: Respect, before: Span | None, after: Span | None) -> DriftStep:
    known = before or after
    words = f"\u201c{known.quote}\u201d" if known else ""
    return DriftStep(
        respect=respect,
        way=Way.HARDENED if before else Way.SOFTENED,
        before=before,
        after=after,
        told=f"{words} is left out" if before else f"{words} is put in",
    )


def _figures(earlier: Claim, later: Claim) -> Iterator[DriftStep]:
    if not earlier.figures or not later.figures or not same_value(earlier, later):
        return
    before, after = earlier.figures[0], later.figures[0]
    if (before.approx is Approx.EXACT) is not (after.approx is Approx.EXACT):
        yield DriftStep(
            respect=Respect.FIGURE,
            way=Way.HARDENED if after.approx is Approx.EXACT else Way.SOFTENED,
            before=_span(earlier, before),
            after=_span(later, after),
            told=f"\u201c{before.words}\u201d, then \u201c{after.words}\u201d",
        )


def _chains(earlier: Claim, later: Claim, outlet: str) -> Iterator[DriftStep]:
    """Only where one chain has every source of the other: other sources are another telling."""
    before, after = earlier.attribution.links, later.attribution.links
    lost = [link for link in before if not _is_in(link, after)]
    gained = [
        link
        for link in after
        if not _is_in(link, before) and not (outlet and same_name(link.name, outlet))
    ]
    if bool(lost) == bool(gained):
        return
    dropped = lost or gained
    names = ", ".join(link.name for link in dropped)
    own = not (after if lost else before)
    voice = "; it stands in the outlet's own voice" if own and lost else ""
    yield DriftStep(
        respect=Respect.CHAIN,
        way=Way.HARDENED if lost else Way.SOFTENED,
        before=lost[0].span if lost else None,
        after=gained[0].span if gained else None,
        told=f"{names} is named no more{voice}" if lost else f"{names} is named as its source",
    )


def _is_in(link: Link, links: Sequence[Link]) -> bool:
    return any(same_name(link.name, known.name) for known in links)


def _softening(claim: Claim) -> Span | None:
    return next((mark.span for mark in claim.marks if mark.kind in _SOFTENING), None)


def _shown(claim: Claim) -> Span:
    """The words that give a claim its modality: a mark, the cue, else its content."""
    marks = [mark.span for mark in claim.marks if mark.kind is not MarkKind.NEGATION]
    if claim.modality is Modality.ASSERTED:
        return claim.attribution.cue_at or claim.content
    return marks[0] if marks else claim.attribution.cue_at or claim.content


def _value(figure: Figure) -> float | None:
    known = (figure.best, figure.low, figure.high)
    return next((value for value in known if value is not None), None)


def _span(claim: Claim, figure: Figure) -> Span:
    return Span(report=claim.report, start=figure.start, end=figure.end, quote=figure.words)


def _plain(name: str) -> tuple[str, ...]:
    known = organisation_named(name)
    words = unicodedata.normalize("NFKD", known.name if known else name).casefold().split()
    plain = ("".join(letter for letter in word if letter.isalnum()) for word in words)
    evened = (re.sub(r"i?y+$", "y", re.sub(r"(.)\1", r"\1", word)) for word in plain)
    return tuple(word for word in evened if word and word != "the")
