"""Tells what became of those a figure counts: killed, wounded, captured, missing."""

from collections.abc import Sequence

from watchword.model.reading import Token
from watchword.text.lexicon import lexicon

FATES = {
    "killed": "killed",
    "killing": "killed",
    "fatalities": "killed",
    "injure": "wounded",
    "injures": "wounded",
    "kill": "killed",
    "kills": "killed",
    "dead": "killed",
    "died": "killed",
    "die": "killed",
    "slain": "killed",
    "perished": "killed",
    "death": "killed",
    "deaths": "killed",
    "wounded": "wounded",
    "wounding": "wounded",
    "injured": "wounded",
    "injuring": "wounded",
    "injuries": "wounded",
    "hurt": "wounded",
    "captured": "captured",
    "capturing": "captured",
    "capture": "captured",
    "prisoner": "captured",
    "prisoners": "captured",
    "missing": "missing",
}
"""Words for a fate. "Lost" and "casualties" are no fate: they mix the dead and the wounded."""

BOTH = "killed or wounded"
"""The fate of those who are told as one number: "100 were killed or wounded"."""

REACH = 6
"""Words beyond the figure within which its fate is looked for."""


def find_fate_after(tokens: Sequence[Token], index: int) -> str | None:
    """Find a fate said of what ends before a token: "six officers |were killed|"."""
    for place in range(index, min(len(tokens), index + REACH)):
        word = tokens[place].text.lower()
        if word in FATES:
            if _has_object(tokens, place) or word in _LEADING:
                return None
            return _alone(tokens, place, place + 1, place + 2)
        if word not in _BETWEEN:
            return None
    return None


def find_fate_before(tokens: Sequence[Token], index: int) -> str | None:
    """Find a fate said of what starts at a token: "|killing| at least 20"."""
    for place in range(index - 1, max(-1, index - REACH), -1):
        word = tokens[place].text.lower()
        if word in FATES:
            return _alone(tokens, place, place - 1, place - 2)
        if word not in _LEADING_IN and word not in _RISING:
            return None
    return None


def are_people(tokens: Sequence[Token], index: int) -> bool:
    """Whether the words from a token on tell what only people do or suffer: "|were detained|"."""
    for place in range(index, min(len(tokens), index + REACH)):
        word = tokens[place].text.lower()
        if word in _DONE_TO_PEOPLE:
            return not _has_object(tokens, place)
        if word not in _BETWEEN:
            return False
    return False


def are_casualties(tokens: Sequence[Token], index: int) -> bool:
    """Whether the words from a token on tell of dead or wounded: "|were killed or wounded|"."""
    for place in range(index, min(len(tokens), index + REACH)):
        word = tokens[place].text.lower()
        if word in FATES:
            return FATES[word] in {"killed", "wounded"} and not _has_object(tokens, place)
        if word not in _BETWEEN:
            return False
    return False


_DONE_TO_PEOPLE = lexicon(
    "detained arrested evacuated displaced rescued hospitalized hospitalised marched fled gathered "
    "protested rallied abducted kidnapped deported conscripted hurt homeless unaccounted jailed "
    "sentenced executed drowned starved mobilised mobilized demonstrated attended freed"
)
_LEADING = frozenset({"killing", "wounding", "injuring", "capturing", "kill", "kills", "injures"})
_BETWEEN = lexicon(
    "were was are is been be being have has had may might could reportedly allegedly also already "
    "either who believed reported confirmed feared said to , got left taken as later now "
    "more others other"
)
_LEADING_IN = lexicon(
    ": of a an the toll another some about around least at more than over up to further"
)
_RISING = lexicon("rose risen to reached climbed stands stood at has is was now passed")
_INSIDE_OBJECT = frozenset({"DT", "PRP$", "PRP", "CD", "NN", "NNS", "NNP", "JJ"})


def _has_object(tokens: Sequence[Token], place: int) -> bool:
    """Whether the verb is active: "six soldiers killed |a guard|"."""
    if tokens[place].text.lower() not in {"killed", "wounded", "injured", "captured", "hurt"}:
        return False
    passive = place > 0 and tokens[place - 1].text.lower() in {"were", "was", "been", "be", "are"}
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    return not passive and following is not None and following.tag in _INSIDE_OBJECT


def _alone(tokens: Sequence[Token], place: int, joint: int, other: int) -> str | None:
    """The fate at `place`, None where another one is joined to it ("killed or wounded")."""
    fate = FATES[tokens[place].text.lower()]
    inside = min(joint, other) >= 0 and max(joint, other) < len(tokens)
    if inside and tokens[joint].text.lower() in {"and", "or", "/"}:
        joined = FATES.get(tokens[other].text.lower(), fate)
        if joined != fate:
            return BOTH if {fate, joined} == {"killed", "wounded"} else None
    return fate
