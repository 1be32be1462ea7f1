"""Sources at the head of a clause: "X said that ...", "X has information that ..."."""

from watchword.extract.content import Content, content_after
from watchword.extract.cue_phrases import EXCLUDING, cues_at
from watchword.extract.frames import (
    REPORTS,
    Found,
    Frame,
    NounPhrase,
    comma_before,
    entered,
    subject_before,
)
from watchword.extract.syntax import Tokens, VerbGroup, find_verb_groups, has_finite_verb
from watchword.model.reading import Token
from watchword.text.cues import DEEPER, NOMINAL, Cue
from watchword.text.lexicon import lexicon

_OPENINGS = lexicon("days hours weeks months just even only shortly minutes")
_DEEDS = lexicon("respond reply back announce call review report recall brief repeat")
"""Cues that are deeds when they lie ahead: "Seoul would respond if the troops cross"."""
_NOBODY = lexicon("nor neither no nobody none nothing")
_CHECKS = lexicon(
    "look investigate examine check review probe study assess verify follow monitor receive await"
)
"""Who does that to reports that something is so does not say that it is so."""
_ABOUT = lexicon("nearly almost roughly approximately about around some over")
_JUDGEMENTS = lexicon("analysis assessment estimate belief view")


def find_leading(tokens: tuple[Token, ...], frame: Frame) -> Found | None:
    """As in "X said that ..." and every verb that takes a source as its subject."""
    finite = [group for group in find_verb_groups(tokens) if group.finite]
    for number, group in enumerate(finite):
        if group.first and tokens[group.first - 1].tag in {"WDT", "WP"}:
            continue
        if number and not _is_main(tokens, group):
            continue
        content = _led_content(tokens, group)
        if content is None:
            if number == 0 and not _may_come_later(tokens, group):
                return None
            continue
        source = subject_before(tokens, group.first)
        if (not source and not frame.shared) or (source and not _may_speak(source)):
            return None
        return Found(
            frame=entered(_citing(frame, tokens, group), source, tokens, (group, content)),
            content=content.words,
        )
    return None


def _citing(frame: Frame, tokens: tuple[Token, ...], group: VerbGroup) -> Frame:
    """As in "Le Monde, quoting a French general, said": a source cited before the verb."""
    for index in range(1, group.first - 2):
        if tokens[index].text == "," and tokens[index + 1].text.lower() in DEEPER:
            cited = tokens[index + 2 : group.first]
            while cited and cited[-1].text == ",":
                cited = cited[:-1]
            return frame._replace(deeper=(*frame.deeper, cited)) if cited else frame
    return frame


def _is_main(tokens: Tokens, group: VerbGroup) -> bool:
    """Whether a later verb heads the sentence all the same.

    As in "Days before it met, the board said ..." and "Shook, who has led it, said ...".
    """
    before = comma_before(tokens, group.first)
    if before is None:
        return False
    if before == group.first - 1:
        first = next(i for i, token in enumerate(tokens) if token.text == ",")
        return first < before and not has_finite_verb(tokens[:first])
    subject = tokens[before + 1 : group.first]
    return _opens_adverbially(tokens) and not has_finite_verb(subject)


def _may_come_later(tokens: Tokens, group: VerbGroup) -> bool:
    """Whether the main verb can stand behind this one, past a comma."""
    later = _opens_adverbially(tokens) and _has_comma(tokens[group.first :])
    return later or _has_comma(tokens[: group.first])


def _opens_adverbially(tokens: Tokens) -> bool:
    """As in "After the vote", "Days before it met"."""
    first = tokens[0]
    if first.lemma in _ABOUT and tokens[1].tag in {"CD", "NN", "PDT", "DT"}:
        return False
    return first.tag in {"IN", "RB", "VBG", "VBN", "WRB"} or first.lemma in _OPENINGS


def _has_comma(tokens: Tokens) -> bool:
    return any(token.text == "," for token in tokens)


def find_carried(tokens: tuple[Token, ...], frame: Frame) -> Found | None:
    """As in "His spy agency has information that ..." and "There are reports that ..."."""
    for group in find_verb_groups(tokens):
        if not group.finite:
            continue
        judged = _judgement(tokens, group)
        if judged is not None:
            return _judged(tokens, judged, frame)
        if group.lemma in _CHECKS:
            return None
        noun, that = _carrier(tokens, group.head + 1)
        if that is None:
            return None
        owner = subject_before(tokens, group.first)
        known = tokens[noun].lemma in {"intelligence", "evidence"} or not owner
        source = tokens[group.head + 1 : noun + 1] if known else owner
        inner = frame._replace(
            sources=(*frame.sources, source),
            cue=Cue.SAY,
            cue_words=frame.cue_words or tokens[group.first : noun + 1],
        )
        return Found(frame=inner, content=tokens[that + 1 :])
    return None


def _may_speak(source: NounPhrase) -> bool:
    """Not "what he" and not "neither government", who did not say it."""
    first = source[0]
    opens = {"WP", "WDT", "WRB", "IN", "CC"}
    if not any(token.text[:1].isalnum() for token in source):
        return False
    return first.tag not in opens and first.lemma not in _NOBODY | {"if", "unless"}


def _judgement(tokens: Tokens, group: VerbGroup) -> int | None:
    """Index of "that" in "Our analysis is that ..." and "His assessment was that ..."."""
    after = group.head + 1
    if group.lemma != "be" or not group.first or after >= len(tokens) - 1:
        return None
    carries = any(token.lemma in NOMINAL for token in tokens[: group.first])
    return after if carries and tokens[after].lemma == "that" else None


def _judged(tokens: tuple[Token, ...], that: int, frame: Frame) -> Found:
    noun = next(i for i, token in enumerate(tokens) if token.lemma in NOMINAL)
    inner = frame._replace(
        sources=(*frame.sources, tokens[: noun + 1]),
        cue=Cue.ESTIMATE if tokens[noun].lemma in _JUDGEMENTS else Cue.SAY,
        cue_words=tokens[noun : noun + 1],
    )
    return Found(frame=inner, content=tokens[that + 1 :])


def _carrier(tokens: Tokens, start: int) -> tuple[int, int | None]:
    """Index of a noun like "information" and of the "that" after it."""
    for index in range(start, min(len(tokens) - 1, start + 5)):
        if tokens[index].lemma in NOMINAL and tokens[index + 1].lemma == "that":
            return (index, index + 1) if has_finite_verb(tokens[index + 2 :]) else (index, None)
    return start, None


def _led_content(tokens: tuple[Token, ...], group: VerbGroup) -> Content | None:
    """What a reporting verb reports, None for any other verb."""
    if group.lemma in {"decline", "refuse"}:
        return _withheld(tokens, group)
    cues = _cues_here(tokens, group)
    if group.passive and group.lemma in {"quote", "cite"}:
        return content_after(tokens, group, Cue.SAY)
    if not cues or group.passive or _says_nothing(group, cues):
        return None
    if group.lemma in _DEEDS and group.modal in {"will", "would", "shall", "may", "could"}:
        return None
    order = (Cue.DENY, Cue.ACCUSE, Cue.PROMISE, Cue.EXPECT, Cue.ESTIMATE, Cue.SAY, Cue.SHOW)
    for cue in order:
        if cue in cues:
            content = content_after(tokens, group, cue)
            if content is not None:
                return content
    return None


def _cues_here(tokens: Tokens, group: VerbGroup) -> frozenset[Cue]:
    """What a verb may do here: who suspects that something is so accuses nobody."""
    cues = cues_at(tokens, group) & REPORTS
    after = tokens[group.head + 1 : group.head + 2]
    if Cue.ESTIMATE in cues and after and after[0].lemma == "that":
        return cues - {Cue.ACCUSE}
    return cues


def _withheld(tokens: Tokens, group: VerbGroup) -> Content | None:
    """As in "declined to confirm that it had paid"."""
    after = next((g for g in find_verb_groups(tokens) if g.first == group.head + 1), None)
    if after is None or not after.infinitive or after.lemma not in {"confirm", "deny", "verify"}:
        return None
    return content_after(tokens, after, Cue.SAY)


def _says_nothing(group: VerbGroup, cues: frozenset[Cue]) -> bool:
    """As in "did not say how many": nothing is told; a denial withheld is."""
    withheld = Cue.DENY in cues or group.lemma in {"confirm", "verify", *EXCLUDING}
    return group.negated and not withheld
