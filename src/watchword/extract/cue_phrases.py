"""Verbs that report only with certain words behind them: "put the toll at 23", "ruled out that"."""

from watchword.extract.syntax import Tokens, VerbGroup
from watchword.model.reading import Token
from watchword.text.cues import Cue, cues_of
from watchword.text.lexicon import lexicon

_NEAR = 8
"""Words behind the verb among which its own preposition is looked for."""
EXCLUDING = lexicon("rule exclude")
"""Verbs that deny what is told behind them, and leave it open where they are negated."""
_VAGUE_NUMBERS = lexicon("dozen dozens hundred hundreds thousand thousands million millions score")


def cues_at(tokens: Tokens, group: VerbGroup) -> frozenset[Cue]:
    """What a verb may do as a cue, given the words behind it."""
    if phrase_content(tuple(tokens[group.head + 1 :]), group.lemma) is not None:
        if group.lemma in EXCLUDING:
            return frozenset({Cue.ESTIMATE if group.negated else Cue.DENY})
        return frozenset({Cue.SAY})
    return cues_of(group.lemma)


def phrase_content(rest: tuple[Token, ...], lemma: str) -> tuple[Token, ...] | None:
    """What such a verb reports, None where it is another verb or means something else."""
    if lemma == "put":
        return rest if _number_after(rest, "at") else None
    if lemma in {"speak", "talk"}:
        spoken = bool(rest) and rest[0].lemma == "of" and _number_after(rest[:6], "of")
        return rest[1:] if spoken else None
    if lemma in EXCLUDING:
        opening = ["out", "that"] if lemma == "rule" else ["that"]
        told = [token.text.lower() for token in rest[: len(opening)]] == opening
        return rest[len(opening) :] if told else None
    if lemma in {"attribute", "ascribe"}:
        ends = [i for i, token in enumerate(rest[: _NEAR * 2]) if token.text.lower() == "to"]
        return rest if ends and ends[0] else None
    return None


def _number_after(rest: tuple[Token, ...], preposition: str) -> bool:
    for index, token in enumerate(rest[:_NEAR]):
        if token.lemma == preposition:
            near = rest[index + 1 : index + 5]
            return any(each.tag == "CD" or each.lemma in _VAGUE_NUMBERS for each in near)
        if token.tag.startswith(("VBD", "VBZ", "VBP", "MD")) or token.text in {",", ";"}:
            return False
    return False
