"""Which claims can be told by themselves: a reader has not read the sentences around them."""

import re
from collections.abc import Mapping, Sequence

from watchword.model.attribution import LinkKind
from watchword.model.claim import Claim
from watchword.text.lexicon import lexicon

_LOOSE = lexicon("he she they them their his her this that these those him such we our us i my you")
_ALONE = lexicon("it there what when where asked speaking adding so then also to")
"""Openings that need the sentence before them where nobody is named as the speaker."""
_OPEN_ENDED = lexicon("so then again as how when where who why well just and but or because")
"""Openings of spoken asides and of clauses that state nothing by themselves."""
_SPOKEN_OPENINGS = lexicon(
    "in on at with for from by to over since after before now today yesterday tomorrow obviously "
    "further additionally finally also look beyond there here first second it nobody any all one"
)
"""Openings that in a transcript lead on from what was said before."""
_LEANING = re.compile(r"\b(?:them|it|him|her|they|he|she)\b")
"""Pronouns that a clause without its own subject cannot explain."""
_SPOKEN_LEANING = re.compile(
    r"\b(?:they|them|their|he|she|him|his|her|it|its|this|these|those|here|that[\u2019']s)\b",
    re.IGNORECASE,
)
_NO_ANSWER = re.compile(r"requests? for comment|declined to comment|not (?:immediately )?respond")
"""That somebody gave no answer: true, and no news."""
_SPEECH = re.compile(
    r"(?<![\w\u2019'])(?:I|[Yy]ou|me|[Mm]y|[Yy]our|[Ww]e|[Oo]ur|us|ours|guys|folks)"
    r"(?:[\u2019'](?:m|ve|ll|d|re))?"
    r"(?![\w\u2019'])|\w- |\s\u2014\s|\s--\s|\(inaudible\)|you know"
)
"""Speech that cannot be handed on as it was spoken: first persons, broken-off words."""
_POINTING = re.compile(
    r"\b(?:that|this|these|those|the same|the other) "
    r"(?:figures?|statements?|treaty|decisions?|steps?|policy|numbers?|reports?|matter|claims?)\b",
    re.IGNORECASE,
)
"""Phrases that point at a sentence the reader of a brief has not read."""
_OF_THEM = re.compile(
    r"^(?:some|most|all|many|one|two|several) of (?:their|its|his|her)\b"
    r"|\b(?:of|among) (?:them|these|those)\b|\b(?:of )?the (?:first|last) of "
)
"""A part of something that the clause does not name."""
_BARE = re.compile(
    r"(?:some|many|most|others|several|all|both|neither|none|each|one)\s+"
    r"(?:may|might|could|can|will|would|should|must|has|have|had|is|are|was|were|did|do|does)\b",
    re.IGNORECASE,
)
"""Openings that stand for somebody told before ("some have already taken part")."""
_IT_THAT = re.compile(
    r"it (?:is|was|would be|will be|may be|remains|could be) (?:\w+ ){0,4}"
    r"(?:that|to|for|how|whether)\b",
    re.IGNORECASE,
)
"""An "it" that stands for what follows."""
_HANGING = re.compile(
    r"\b(?:review|consider|reconsider|do|deny|confirm|discuss|know|say|change|accept|reject|support|"
    r"call|put|want|explain) (?:that|this|it)(?=[\s,.;]|$)(?! (?:is|was|would|will|has|had)\b)"
    r"(?! [A-Z])"
    r"|\b(?:about|of|to|with|for|by|from|on|in|against) (?:this|that|it|them)(?=[,.;]|$)"
    r"|\bat (?:the same|that) time\b"
    r"|\bthis (?:\w+ )?(?:company|country|issue|war|way|treaty|region)\b",
)
"""A verb or preposition whose object was told before ("may review that more flexibly")."""
SHORTEST = 4
"""Words; less is no statement."""
MOST = 6
"""Claims of one finding that are tried; the first ones tell it best."""


def is_clear(claim: Claim) -> bool:
    """Whether a reader understands the content without the sentences around it."""
    quote = claim.content.quote
    words = quote.split()
    if len(words) < SHORTEST or _opens_loosely(claim, words[0]):
        return False
    if any(pattern.search(quote) for pattern in (_NO_ANSWER, _POINTING, _SPEECH, _HANGING)):
        return False
    if _is_partial(quote) or _is_others_it(claim):
        return False
    if claim.subject is not None and _LEANING.search(quote):
        return False
    if not _is_spoken(claim) and claim.attribution.links:
        return True
    named = any(word[:1].isupper() or word[:1].isdigit() for word in words)
    return named and not (_is_spoken(claim) and _SPOKEN_LEANING.search(quote))


def clear_keys(keys: Sequence[str], claims: Mapping[str, Claim]) -> list[str]:
    """The first of some claims that can be told by themselves, at most `MOST`."""
    return [key for key in keys if is_clear(claims[key])][:MOST]


def is_loose(word: str) -> bool:
    """Whether a word stands for something told before."""
    return word.lower() in _LOOSE | _ALONE


def _is_partial(quote: str) -> bool:
    """Whether it tells of a part, or of somebody, that only the sentence before names."""
    if _BARE.match(quote):
        return True
    part = _OF_THEM.search(quote)
    named_before = part is not None and re.search(r"[a-z]{3,}s\b", quote[: part.start()])
    return part is not None and not named_before


def _is_others_it(claim: Claim) -> bool:
    """Whether it opens with an "it" that is not who speaks, nor stands for what follows."""
    quote, speaker = claim.content.quote, claim.attribution.speaker
    if not quote.lower().startswith("it ") or _IT_THAT.match(quote) or speaker is None:
        return False
    return speaker.kind not in {LinkKind.STATE, LinkKind.ORGANISATION, LinkKind.MEDIA}


def _opens_loosely(claim: Claim, word: str) -> bool:
    first = word.lower().strip("\u201c\"',")
    if first in _LOOSE or first in _OPEN_ENDED:
        return True
    if _is_spoken(claim):
        return first in _SPOKEN_OPENINGS or claim.attribution.links[0].name == "journalist"
    return not claim.attribution.links and first in _ALONE


def _is_spoken(claim: Claim) -> bool:
    """Whether the claim stands in a transcript, under a speaker's label."""
    links = claim.attribution.links
    return bool(links) and links[0].span is None and links[0].words.isupper()
