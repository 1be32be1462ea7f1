"""What claims tell of a stand without taking a position: denials, silence, policies, deeds.

Each is told by few words, so that a claim that only mentions one is not taken for it.
"""

import re
from dataclasses import dataclass

from watchword.model.claim import Claim, Modality, Polarity
from watchword.model.span import Span
from watchword.model.stand import Stand
from watchword.text.lexicon import lexicon

_SILENT = re.compile(
    r"\b(?:(?:is|was|are|were|am)\s+(?:not\s+aware|unaware)\b|no\s+comment\b|"
    r"(?:declin|refus)\w+\s+to\s+(?:comment|say|confirm|discuss|answer)|"
    r"neither\s+confirm\w*\s+n?or\s+den\w+|(?:not|n't)\s+(?:confirm\w*\s+or\s+den\w+|commented|"
    r"comment(?:ing)?\s+on|answered)\b|"
    r"(?:does|do|did)(?:\s+not|n't)\s+(?:deny\b|know\s+(?:the\s+details|of|anything)|comment)\b)",
    re.IGNORECASE,
)
_UNTRUE = re.compile(
    r"\b(?:fakes?|lies?|lying|groundless|baseless|unfounded|rumou?rs?|false|untrue|fabricat\w+|"
    r"hoax|slander\w*|disinformation|nonsense|invented|absurd)\b",
    re.IGNORECASE,
)
_CLAIMED = re.compile(
    r"\b(?:claim|report|allegation|accusation|statement|rumou?r|story|assertion)s?\b", re.IGNORECASE
)
_UNTRUE_CUE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss\w*|reject\w*|refut\w*)\b", re.IGNORECASE
)
_LAWFUL = re.compile(
    r"\b(?:(?:in\s+(?:accordance|line|keeping)\s+with|accord\w*\s+with|conform\w*\s+(?:to|with)|"
    r"within\s+(?:the\s+framework\s+of\s+)?|compl(?:y|ies)\s+with|"
    r"(?:not|n't)\s+(?:violate|contradict|breach|contravene)\w*)\s*(?:the\s+|to\s+)*"
    r"(?:international\s+)?(?:law|norms|charter|resolutions)\b|"
    r"\b(?:own|internal|sovereign|bilateral)\s+(?:matter|affair|business|decision|right)\b|"
    r"(?:is|are|was|were)\s+[\"\u201c]?(?:(?:our|their|its)\s+(?:matter|business|affair)|a\s+matter\s+"
    r"(?:for|between))\b|"
    r"(?:two|between)\s+(?:independent\s+)?sovereign\s+states)",
    re.IGNORECASE,
)
_REVIEWED = re.compile(
    r"\b(?:(?:is|was|are|were|remains?|be)\s+(?:still\s+|now\s+)?(?:under\s+"
    r"(?:review|consideration|discussion|study)|being\s+(?:reviewed|considered|discussed|studied)|"
    r"on\s+the\s+table|an\s+open\s+question)|(?:not|n't|nothing|never)\s+(?:\w+\s+)?ruled?\s+out|"
    r"(?:not|n't)\s+(?:yet\s+)?(?:made\s+(?:a|any)\s+|reached\s+(?:a|any)\s+)?decid\w+|"
    r"(?:may|might|could|would|will)\s+(?:\w+\s+)?(?:be\s+)?(?:review|reconsider|rethink)\w*|"
    r"no\s+(?:final\s+)?decision|yet\s+to\s+decide|undecided|all\s+options)",
    re.IGNORECASE,
)
_POLICY = re.compile(
    r"\b(?:polic(?:y|ies)|principle|rule|practice|line)\s+"
    r"(?:(?:is|was|has\s+(?:long\s+)?been)\s+(?:to\b)?|of|that|against)\s*",
    re.IGNORECASE,
)
_DROPPED = re.compile(
    r"\b(?:end|ends|ended|ending|abandon\w*|drop\w*|scrap\w*|revers\w*|break\w*\s+with|chang\w+)\s+"
    r"(?:\w+\s+){0,3}(?:policy|principle|rule)",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|may|might|could|should|shall|must|can|to\s+be|plans?|if|whether|about\s+to|"
    r"likely|cannot|can't)\b",
    re.IGNORECASE,
)
_DOING = lexicon(
    "send dispatch deploy supply provide deliver give export ship donate transfer sell buy import "
    "purchase strike fire launch withdraw suspend halt ban impose lift sign ratify join leave"
)
"""Verbs of deeds that questions are about; what moves, arrives or carries is told too loosely."""
_DONE = frozenset({Modality.ASSERTED, Modality.REPORTED})
_TELLING = frozenset({Modality.ASSERTED, Modality.DENIED, Modality.CONDITIONAL, Modality.REPORTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a claim shows of its source's, or its actor's, stand.

    Attributes:
        stand: the stand, before it is known whether the words are about the contrary.
        of_source: whether it is the source's own; else it is the actor's.
        words: the words that it is about.
        cue: the words that show it.
    """

    stand: Stand
    of_source: bool
    words: Span
    cue: Span | None


def shown_by(claim: Claim) -> Shown | None:
    """What a claim shows, None for most."""
    told = claim.content.quote
    named = bool(claim.attribution.links)
    sourced = _of_source(claim) if named else None
    if sourced is not None:
        return Shown(
            stand=sourced, of_source=True, words=claim.content, cue=claim.attribution.cue_at
        )
    if _SILENT.search(told) and claim.actor:
        return Shown(stand=Stand.SILENT, of_source=False, words=claim.content, cue=None)
    policy = _POLICY.search(told)
    if policy is not None and claim.modality in _TELLING and not _DROPPED.search(told):
        words = _after(claim.content, policy.end())
        return Shown(stand=Stand.FOR, of_source=False, words=words, cue=None)
    return _deed(claim, told)


def _of_source(claim: Claim) -> Stand | None:
    """What the words of a named source show of the source itself."""
    told = claim.content.quote
    cue = claim.attribution.cue
    if _SILENT.search(f"{cue} {told}"):
        return Stand.SILENT
    untrue = _UNTRUE.search(told) and _CLAIMED.search(told)  # "their reports are lies"
    if claim.modality is Modality.DENIED and (_UNTRUE_CUE.search(cue) or untrue):
        return Stand.DENIES
    if claim.modality in _TELLING and _LAWFUL.search(told):
        return Stand.DEFENDS
    if claim.modality is not Modality.ESTIMATED and _REVIEWED.search(told):
        return Stand.REVIEW
    return None


def _deed(claim: Claim, told: str) -> Shown | None:
    done = claim.modality in _DONE and claim.polarity is Polarity.AFFIRMED
    if not done or claim.actor is None or claim.verb not in _DOING or _AHEAD.search(told):
        return None
    if re.search(rf"\bto\s+{claim.verb}\b", told, re.IGNORECASE):  # "the need to impose them"
        return None
    return Shown(stand=Stand.DOES, of_source=False, words=claim.content, cue=None)


def _after(span: Span, at: int) -> Span:
    """The rest of some words."""
    return Span(
        report=span.report,
        start=span.start + at,
        end=span.end,
        quote=span.quote[at:],
        prefix=(span.prefix + span.quote[:at])[-32:],
        suffix=span.suffix,
    )
