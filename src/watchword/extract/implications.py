"""What somebody says would follow from what: "if A then B", "A would lead to B"."""

import re
from collections.abc import Sequence
from hashlib import sha256

from watchword.extract.clauses import Clause
from watchword.extract.syntax import find_verb_groups
from watchword.model.claim import Claim
from watchword.model.implication import Implication
from watchword.model.reading import Token
from watchword.model.span import Span
from watchword.text.lexicon import lexicon

_LEADING = lexicon("lead result cause trigger mean enable allow prompt embolden escalate provoke")
_CONDITIONS = re.compile(
    r"^(?:even |only )?(?:if|unless|depending on|depends on|provided that|contingent on|should)\b",
    re.IGNORECASE,
)


def implication_of(claim: Claim, clause: Clause, text: str) -> Implication | None:
    """The consequence that a claim ties to a condition or a cause, if it does."""
    if claim.condition is not None:
        return _conditional(claim, clause, text)
    return _causal(claim, clause.words, text)


def _conditional(claim: Claim, clause: Clause, text: str) -> Implication | None:
    condition = claim.condition
    found = _CONDITIONS.match(condition.quote) if condition else None
    if condition is None or found is None or not clause.words:
        return None
    return _implication(claim, condition, _span(clause.words, claim, text), found.group())


def _causal(claim: Claim, words: Sequence[Token], text: str) -> Implication | None:
    """As in "participation would be a first step towards a world war"."""
    for group in find_verb_groups(words):
        if group.modal not in {"would", "could", "will", "may", "might"} or not group.first:
            continue
        step = group.lemma == "be" and {"step", "threat", "escalation", "prelude"} & {
            token.lemma for token in words[group.head :]
        }
        if group.lemma not in _LEADING and not step:
            continue
        cue = text[words[group.first].start : words[group.head].end]
        cause, effect = words[: group.first], words[group.head + 1 :]
        if cause and effect:
            return _implication(claim, _span(cause, claim, text), _span(effect, claim, text), cue)
    return None


def _implication(claim: Claim, condition: Span, consequence: Span, cue: str) -> Implication:
    seal = f"{claim.key}|{condition.start}|{consequence.start}|{cue}"
    return Implication(
        key=sha256(seal.encode()).hexdigest()[:16],
        claim=claim.key,
        condition=condition,
        consequence=consequence,
        cue=cue.lower(),
    )


def _span(words: Sequence[Token], claim: Claim, text: str) -> Span:
    return Span.within(text, words[0].start, words[-1].end, report=claim.report)
