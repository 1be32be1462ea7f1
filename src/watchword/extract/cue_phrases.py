"""Verbs that report only with certain words behind them: "put the toll at 23", "voiced concern"."""

from watchword.extract.syntax import Tokens, VerbGroup
from watchword.model.reading import Token
from watchword.text.cues import Cue, cues_of
from watchword.text.lexicon import lexicon

_NEAR = 8
"""Words behind the verb among which its own preposition is looked for."""
EXCLUDING = lexicon("rule exclude")
"""Verbs that deny what is told behind them, and leave it open where they are negated."""
_VAGUE_NUMBERS = lexicon("dozen dozens hundred hundreds thousand thousands million millions score")


_VOICING = lexicon("voice express raise share reiterate repeat convey air")
_FEARS = lexicon("concern concerns fear fears worry worries alarm suspicion suspicions belief")
_VIEWS = lexicon("view opinion regret satisfaction conviction readiness willingness")


def cues_at(tokens: Tokens, group: VerbGroup) -> frozenset[Cue]:
    """What a verb may do as a cue, given the words behind it."""
    if phrase_content(tuple(tokens[group.head + 1 :]), group.lemma) is not None:
        if group.lemma in EXCLUDING:
            return frozenset({Cue.ESTIMATE if group.negated else Cue.DENY})
        voiced = _voiced(tuple(tokens[group.head + 1 :])) if group.lemma in _VOICING else None
        return frozenset({Cue.ESTIMATE if voiced in _FEARS else Cue.SAY})
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
    if lemma in _VOICING:
        that = next((at for at, token in enumerate(rest) if token.text.lower() == "that"), 0)
        return rest[that + 1 :] if _voiced(rest) else None
    if lemma in {"attribute", "ascribe"}:
        ends = [i for i, token in enumerate(rest[: _NEAR * 2]) if token.text.lower() == "to"]
        return rest if ends and ends[0] else None
    return None


def _voiced(rest: tuple[Token, ...]) -> str | None:
    """The feeling or view that is voiced ("grave concern that ..."), None without one."""
    for index, token in enumerate(rest[:4]):
        word = token.text.lower()
        if word in _FEARS | _VIEWS and [
            each.text.lower() for each in rest[index + 1 : index + 2]
        ] == ["that"]:
            return word
    return None


def _number_after(rest: tuple[Token, ...], preposition: str) -> bool:
    for index, token in enumerate(rest[:_NEAR]):
        if token.lemma == preposition:
            near = rest[index + 1 : index + 5]
            return any(each.tag == "CD" or each.lemma in _VAGUE_NUMBERS for each in near)
        if token.tag.startswith(("VBD", "VBZ", "VBP", "MD")) or token.text in {",", ";"}:
            return False
    return False
