"""What somebody says would follow from what: "if A then B", "A would lead to B".

Conditions that a clause sets apart come first, then causing verbs that lie ahead, then what the
model marks as a condition or a cause of something that lies ahead.

Invariant: what is told as done implies nothing. "The army left because the talks failed" is a
reason; "the army will leave because the talks failed" is a consequence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from watchword.extract.clauses import Clause
from watchword.extract.dependents import Tree
from watchword.extract.syntax import VerbGroup, find_verb_groups
from watchword.model.claim import Claim, MarkKind, Modality
from watchword.model.implication import Implication
from watchword.model.phrase import Link, Phrase
from watchword.model.reading import Reading, Token
from watchword.model.span import Span
from watchword.text.hedges import find_marks
from watchword.text.horizons import find_horizon
from watchword.text.lexicon import lexicon

SUREST = 0.8
"""Both phrases of a marked link are at least as sure as this. Of 42 composed sentences, 0.65 lets a
purpose through ("so that the deal can be signed"), 0.8 nothing that is wrong, and 0.9 no longer
finds "without a truce". `tests/extract/test_implications.py` has those three."""

_LEADING = lexicon(
    "lead result cause trigger mean escalate spark ignite unleash hasten destabilise destabilize "
    "undermine worsen jeopardise jeopardize endanger"
)
_ACTING = lexicon(
    "enable allow prompt embolden provoke force compel threaten strengthen weaken leave give make "
    "push raise drive cost pave deepen fuel boost cut reduce increase delay expose draw drag"
)
"""Verbs of actors too: "Oslo would allow it" tells what Oslo does, not what follows from Oslo."""
_STEPS = lexicon("step threat escalation prelude")
_AHEAD = lexicon("would could will may might")
_CONDITIONS = re.compile(
    r"^(?:even |only )?(?:if|unless|depending on|depends on|provided that|contingent on|should)\b",
    re.IGNORECASE,
)
_LASTING = lexicon("until till while as when since after before")
_SOFT = frozenset({MarkKind.HEDGE, MarkKind.LIKELIHOOD})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tied:
    """Two sides and the words that tie them, before their spans are cut."""

    condition: tuple[int, int]
    consequence: tuple[int, int]
    cue: str


def implication_of(
    claim: Claim, clause: Clause, tree: Tree, text: str, anchor: date | None
) -> Implication | None:
    """The consequence that a claim ties to a condition or a cause, if it does.

    Args:
        claim: the claim.
        clause: its clause.
        tree: the sentence that it stands in.
        text: the report's text.
        anchor: the report's day.
    """
    if not clause.words:
        return None
    tied = _conditional(claim, clause)
    if tied is None:
        tied = _causal(tree, clause.words, text) or _because(tree, clause)
        tied = tied or _marked(claim, clause, tree.reading, text)
    return _implication(claim, tied, text, anchor) if tied is not None else None


def _conditional(claim: Claim, clause: Clause) -> _Tied | None:
    condition = claim.condition
    found = _CONDITIONS.match(condition.quote) if condition else None
    if condition is None or found is None:
        return None
    return _Tied(
        condition=(condition.start, condition.end),
        consequence=_edges(clause.words),
        cue=found.group(),
    )


def _causal(tree: Tree, words: Sequence[Token], text: str) -> _Tied | None:
    """As in "participation would be a first step towards a world war"."""
    groups = find_verb_groups(words)
    for index, group in enumerate(groups):
        if not group.first or not _lies_ahead(group, groups[:index]):
            continue
        if not _leads(tree, words, group) or group.negated:
            continue
        first = groups[index - 1].first if group.infinitive else group.first
        cause, effect = words[:first], words[group.head + 1 :]
        if cause and effect:
            cue = text[words[first].start : words[group.head].end]
            return _Tied(condition=_edges(cause), consequence=_edges(effect), cue=cue)
    return None


def _lies_ahead(group: VerbGroup, before: Sequence[VerbGroup]) -> bool:
    """As in "would trigger" and "is likely to trigger"."""
    if group.modal in _AHEAD:
        return True
    return group.infinitive and bool(before) and before[-1].lemma == "be" and not before[-1].negated


def _leads(tree: Tree, words: Sequence[Token], group: VerbGroup) -> bool:
    if group.lemma == "be":
        return not _STEPS.isdisjoint(token.lemma for token in words[group.head :])
    if group.lemma in _ACTING:
        verb = tree.place_of(words[group.head])
        subjects = tree.below(verb, "nsubj") if verb is not None else ()
        return not any(tree.is_actor(each) for each in subjects)
    return group.lemma in _LEADING


def _because(tree: Tree, clause: Clause) -> _Tied | None:
    """As in "because the port is closed, exports will fall"."""
    words = clause.spoken or clause.words
    for group in find_verb_groups(words):
        verb = tree.place_of(words[group.head])
        if group.modal not in _AHEAD or verb is None or "have" in group.auxiliaries:
            continue
        for reason in tree.below(verb, "advcl"):
            start, end = tree.reach(reason)
            inside = words[0].start <= tree.tokens[start].start
            if "because" not in tree.lemmas(reason, "mark") or not inside:
                continue
            because = tree.tokens[start + 1 : end]
            effect = _on_this_side(tree, words, verb, reason)
            if because and effect:
                return _Tied(condition=_edges(because), consequence=_edges(effect), cue="because")
    return None


def _on_this_side(tree: Tree, words: Sequence[Token], verb: int, reason: int) -> list[Token]:
    """Words of what a reason is given for, those on the verb's side of it.

    None where the reason reaches around the verb, as it can in a tree with crossing arcs.
    """
    start, end = tree.reach(reason)
    rest = [each for each in words if not start <= (tree.place_of(each) or 0) < end]
    begin, is_after = tree.tokens[reason].start, verb > reason
    return [each for each in rest if each.text != "," and (each.start > begin) == is_after]


def _marked(claim: Claim, clause: Clause, reading: Reading, text: str) -> _Tied | None:
    """What the model marks as condition or cause of what this clause says lies ahead."""
    for link in _each_link(reading):
        effect = reading.tokens[link.second.start : link.second.end]
        ahead = _is_ahead(effect)
        told = claim.modality is not Modality.DENIED and _is_mostly(effect, clause)
        if not ahead or not told:
            continue
        cause = reading.tokens[link.first.start : link.first.end]
        cue = _signal(reading, link, text) or text[cause[0].start : cause[0].end]
        if cue.lower() not in _LASTING:
            return _Tied(condition=_edges(cause), consequence=_edges(effect), cue=cue)
    return None


def _is_ahead(effect: Sequence[Token]) -> bool:
    """Whether something may yet be; "would not have flooded" may not."""
    modal = any(token.tag == "MD" and token.lemma in _AHEAD for token in effect)
    return modal and not any(token.lemma == "have" and token.tag == "VB" for token in effect)


def _each_link(reading: Reading) -> Iterator[Link]:
    for scheme, kind in (("conditional", "consequence"), ("causal", "effect")):
        for link in reading.links(scheme):
            sure = min(link.first.confidence, link.second.confidence) >= SUREST
            if link.kind == kind and sure and not _overlap(link.first, link.second):
                yield link


def _overlap(one: Phrase, other: Phrase) -> bool:
    return one.start < other.end and other.start < one.end


def _is_mostly(effect: Sequence[Token], clause: Clause) -> bool:
    """Whether most of what follows stands in the clause."""
    words = clause.spoken or clause.words
    start, end = _edges(words)
    inside = sum(start <= token.start < end for token in effect)
    return 2 * inside > len(effect)


def _signal(reading: Reading, link: Link, text: str) -> str:
    signals = (
        each.second
        for each in reading.links("causal")
        if each.kind == "signal" and _overlap(each.first, link.first)
    )
    found = next(signals, None)
    if found is None:
        return ""
    start, end = _edges(reading.tokens[found.start : found.end])
    return text[start:end]


def _implication(claim: Claim, tied: _Tied, text: str, anchor: date | None) -> Implication:
    condition = Span.within(text, *tied.condition, report=claim.report)
    consequence = Span.within(text, *tied.consequence, report=claim.report)
    seal = f"{claim.key}|{condition.start}|{consequence.start}|{tied.cue}"
    return Implication(
        key=sha256(seal.encode()).hexdigest()[:16],
        claim=claim.key,
        condition=condition,
        consequence=consequence,
        cue=tied.cue.lower(),
        horizon=find_horizon(text, *tied.consequence, anchor=anchor),
        hedge=_hedge(claim, tied, text),
    )


def _hedge(claim: Claim, tied: _Tied, text: str) -> Span | None:
    """The first word that softens the consequence, its tie included; "would" where none does."""
    start, end = tied.consequence
    if tied.condition[1] < start:  # the tie stands between them: "would lead to"
        start = tied.condition[1] + 1
    soft = [edges for kind, *edges in find_marks(text, start, end) if kind in _SOFT]
    would = re.compile(r"\bwould\b", re.IGNORECASE).search(text, start, end)
    edges = soft[0] if soft else would.span() if would else None
    return Span.within(text, *edges, report=claim.report) if edges else None


def _edges(words: Sequence[Token]) -> tuple[int, int]:
    """Where some words stand, without marks and "which" at their end."""
    last = len(words) - 1
    while last and (words[last].text == "," or words[last].tag == "WDT"):
        last -= 1
    return words[0].start, words[last].end
