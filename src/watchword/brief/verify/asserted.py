"""Whether a claim may be called asserted: neither its cue nor its own words may soften it."""

from collections.abc import Iterator

from watchword.brief.verify.permitted import DENIAL, HEARSAY
from watchword.brief.verify.problem import Rule
from watchword.brief.verify.stems import stem
from watchword.brief.verify.tokens import Token, Wording, read_wording
from watchword.brief.verify.wording import Found
from watchword.model.claim import Claim, MarkKind
from watchword.text.lexicon import lexicon

GOVERNED = 4
"""How many words before a verb a word may stand and still govern it ("may soon be sent")."""
SOFT = frozenset({MarkKind.HEARSAY, MarkKind.HEDGE, MarkKind.LIKELIHOOD, MarkKind.UNCONFIRMED})
"""Marks that soften a claim."""

_CUES = {
    "denies": DENIAL,
    "foretells": lexicon(
        "expect expects expected promise promises promised pledge pledged vow vowed"
    ),
    "judges": lexicon(
        "believe believes believed estimate estimates estimated assess assesses assessed suspect "
        "suspects suspected think thinks"
    ),
    "is hearsay": HEARSAY - {"claim", "claims", "claimed"},
}
_AHEAD_OR_WEIGHED = lexicon(
    "consider weigh review mull contemplate ponder reconsider plan intend aim pledge promise vow"
)
_MODALS = lexicon("will would may might could can should shall")
_FORETELLING = lexicon("will shall")
_BETWEEN = lexicon("been have has to not soon also still now already")
_BE = ("is ", "are ", "was ", "were ", "be ", "been ")


def check_asserted(claim: Claim) -> Iterator[Found]:
    """Find what keeps a claim from being asserted."""
    if claim.condition is not None:
        yield Rule.CLAIM, "an asserted claim hangs on a condition"
    cue = read_wording(claim.attribution.cue).lowered
    for deed, words in _CUES.items():
        if cue & words:
            yield Rule.CLAIM, f"“{claim.attribution.cue}” {deed}, and the claim is asserted"
    content = read_wording(claim.content.quote)
    hangs = any(kind is MarkKind.CONDITION for kind, _, _ in content.marks)
    if hangs and not _MODALS.isdisjoint(content.lowered):
        yield Rule.CLAIM, "an asserted claim has a condition among its words"
    governing = _on_whole_clause(content) or _on_verb(content, claim)
    if governing:
        yield Rule.CLAIM, f"“{governing}” governs the claim, and it is asserted"


def _on_whole_clause(wording: Wording) -> str:
    """The mark that opens or closes a clause, or stands as its predicate; empty for none."""
    for kind, start, end in wording.marks:
        is_last = not wording.text[end:].strip(" .")
        if (kind is MarkKind.UNCONFIRMED and is_last) or (kind is MarkKind.HEARSAY and not start):
            return wording.text[start:end]
        if kind is MarkKind.LIKELIHOOD and wording.text[:start].endswith(_BE):
            return wording.text[start:end]
    first = wording.tokens[0].text.lower() if wording.tokens else ""
    return first if first == "any" and "would" in wording.lowered else ""


def _on_verb(wording: Wording, claim: Claim) -> str:
    """The word that softens or puts off the claim's own verb; empty for none.

    From the verb to the left, past auxiliaries and adverbs, to the first word that is neither.
    """
    if claim.verb is None or claim.verb == "be":
        return ""
    is_preparing = claim.verb == "prepare" and "preparing" in wording.lowered
    if claim.verb in _AHEAD_OR_WEIGHED or is_preparing:
        return claim.verb
    verb = stem(claim.verb)
    place = next((at for at, token in enumerate(wording.tokens) if token.key == verb), 0)
    is_passive = False
    for token in reversed(wording.tokens[max(0, place - GOVERNED) : place]):
        word = token.text.lower()
        found = _softener(wording, token)
        if found or (word == "would" and claim.attribution.cue and not is_passive):
            return found or token.text
        is_passive = is_passive or word == "be"
        if word not in _BETWEEN | {"be"} and not word.endswith("ly"):
            return ""
    return ""


def _softener(wording: Wording, token: Token) -> str:
    if token.text.lower() in _FORETELLING:
        return token.text
    marks = (mark for mark in wording.marks if mark[0] in SOFT)
    return next((wording.text[a:b] for _, a, b in marks if a <= token.start < b), "")
