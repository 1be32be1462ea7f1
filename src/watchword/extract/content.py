"""What a reporting verb reports: a clause, an infinitive, a deed after "of", or a noun."""

from typing import NamedTuple

from watchword.extract.cue_phrases import phrase_content
from watchword.extract.syntax import (
    Tokens,
    VerbGroup,
    find_verb_groups,
    has_finite_verb,
    noun_phrase_end,
)
from watchword.model.reading import Token
from watchword.text.cues import DEEPER, DOCUMENTS, NOMINAL, UNTRUE, Cue
from watchword.text.lexicon import lexicon

_TELLING = lexicon("tell inform brief remind assure warn notify show")
_NAMING = lexicon("call describe label brand characterize characterise quote cite")
_OPENING_MARKS = frozenset({":", "``", "''", '"', "\u201c", "\u2018"})
_ASIDES = lexicon("after before when as while hours days weeks")
_BREAKS = lexicon("after before when because since until while although though if as")
_HEARERS = lexicon("reporter reporters journalist journalists lawmaker lawmakers")
_TIME_HEADS = lexicon(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december today yesterday tomorrow week month "
    "year day morning evening afternoon night"
)
_OCCASIONS = lexicon(
    "statement conference briefing interview report speech post message letter meeting hearing "
    "session committee release broadcast televised address note tweet call commentary remarks "
    "article television tv radio air camera parliament brussels moscow seoul pyongyang kyiv "
    "washington headquarters telegram x facebook"
)


class Content(NamedTuple):
    """What is reported.

    Attributes:
        words: the words of the content.
        cue: what the verb turned out to do.
        aside: words between the verb and the content: time, place, hearer.
        deeper: sources cited between them ("said, citing Y, that").
        outer: who passes it on ("the agency said, according to a lawmaker").
    """

    words: tuple[Token, ...]
    cue: Cue
    aside: tuple[Token, ...] = ()
    deeper: tuple[tuple[Token, ...], ...] = ()
    outer: tuple[tuple[Token, ...], ...] = ()

    @classmethod
    def adjunct(cls, rest: tuple[Token, ...]) -> "Content":
        """No content after the verb: what follows it is time, place or a cited source."""
        saying = [token.text.lower() for token in rest[-2:]]
        if saying == ["as", "saying"] and len(rest) > 2:
            return cls(words=(), cue=Cue.SAY, deeper=(rest[:-2],))
        aside, cited = _cited(rest)
        passed_on = [token.text.lower() for token in rest[len(aside) : len(aside) + 2]]
        outer = cited if passed_on == ["according", "to"] else ()
        deeper = () if outer else cited
        return cls(words=(), cue=Cue.SAY, aside=aside, deeper=deeper, outer=outer)


def content_after(tokens: Tokens, group: VerbGroup, cue: Cue) -> Content | None:
    """Find the content of a reporting verb, None where it has none of the right shape."""
    rest = tuple(tokens[group.head + 1 :])
    while rest and rest[0].text in _OPENING_MARKS:
        rest = rest[1:]
    if not rest:
        return None
    told = phrase_content(rest, group.lemma)
    if told is not None:
        return Content(words=told, cue=cue)
    if group.lemma in _NAMING:
        return _named_so(rest, cue)
    that = _complementizer(rest)
    if that is not None:
        aside, deeper = _cited(rest[:that])
        if _denies_noun(cue, aside):
            aside = ()
        return Content(words=rest[that + 1 :], cue=cue, aside=aside, deeper=deeper)
    if cue in {Cue.ACCUSE, Cue.DENY, Cue.PROMISE}:
        return _deed(rest, cue)
    return (
        _bare_clause(rest, group, cue)
        or _smaller(rest, cue)
        or (_shown(rest) if cue is Cue.SHOW and _is_document(tokens[: group.first]) else None)
    )


def _denies_noun(cue: Cue, aside: tuple[Token, ...]) -> bool:
    return cue is Cue.DENY and any(token.lemma in NOMINAL for token in aside)


def _complementizer(rest: tuple[Token, ...]) -> int | None:
    """Index of the "that" or "whether" that opens the content clause."""
    for index, token in enumerate(rest):
        if token.text.lower() == "saying" and index < 4:
            return _complementizer_or(rest, index)
        if token.lemma in {"that", "whether"} and _opens_clause(rest, index):
            return index if token.lemma == "that" else index - 1
        if token.tag in {"VBD", "VBZ", "VBP", "MD"}:
            return _after_aside(rest, index)
    return None


def _after_aside(rest: tuple[Token, ...], verb: int) -> int | None:
    """As in "said in June, after the two signed a treaty, that it would ..."."""
    opens = any(
        token.lemma in _ASIDES and rest[i - 1].text == ","
        for i, token in enumerate(rest[:verb])
        if i
    )
    if not opens:
        return None
    for index in range(verb + 1, len(rest) - 1):
        if rest[index].text == "," and rest[index + 1].lemma == "that":
            return index + 1 if has_finite_verb(rest[index + 2 :]) else None
    return None


def _complementizer_or(rest: tuple[Token, ...], index: int) -> int:
    after = rest[index + 1 : index + 2]
    return index + 1 if after and after[0].lemma == "that" else index


def _opens_clause(rest: tuple[Token, ...], index: int) -> bool:
    if not has_finite_verb(rest[index + 1 :]):
        return False
    if index == 0:
        return True
    after = rest[index + 1 : index + 2]
    if not after or after[0].tag in {"MD", "VBZ", "VBD"}:
        return False
    return rest[index].tag in {"IN", "WDT"} or after[0].tag not in {"NN", "IN", ","}


def _cited(rest: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[tuple[Token, ...], ...]]:
    """Words beside the verb, parted into plain words and the sources they cite."""
    for index, token in enumerate(rest):
        lower = [word.text.lower() for word in rest[index : index + 4]]
        length = (
            1 if token.text.lower() in DEEPER else 4 if lower == ["on", "the", "basis", "of"] else 0
        )
        if lower[:2] in (["according", "to"], ["based", "on"]):
            length = 2
        if length:
            source = rest[index + length :]
            while source and source[-1].text == ",":
                source = source[:-1]
            return rest[:index], (source,) if source else ()
    return rest, ()


def _deed(rest: tuple[Token, ...], cue: Cue) -> Content | None:
    """As in "accused X of doing", "denied sending", "pledged to help", "dismissed the claim"."""
    infinitive = next((g for g in find_verb_groups(rest) if g.infinitive), None)
    if cue is Cue.PROMISE:
        return Content(words=rest, cue=cue) if infinitive and infinitive.first <= 6 else None
    end = _deed_end(rest)
    return Content(words=rest[:end], cue=cue) if end else None


def _deed_end(rest: tuple[Token, ...]) -> int:
    """Where a deed told in nouns ends: before ", but" and before a clause of its own."""
    for index, token in enumerate(rest):
        after = rest[index + 1 : index + 2]
        if token.text == "," and after and after[0].tag == "CC":
            return index
        if token.tag == "CC" and after and after[0].tag in {"VBD", "VBZ", "VBP", "MD"}:
            return index
    return len(rest)


def _bare_clause(rest: tuple[Token, ...], group: VerbGroup, cue: Cue) -> Content | None:
    """As in "X said troops are moving": a clause without "that"."""
    start = _after_adjuncts(rest)
    if group.lemma in _TELLING:
        hearer = noun_phrase_end(rest, start)
        start = _past_hearer(rest, start, hearer)
    words = rest[start:]
    groups = [g for g in find_verb_groups(words) if g.finite]
    if not groups or groups[0].first == 0 or _is_coordination(words[: groups[0].first]):
        return None
    if words[0].tag in {"IN", "TO"} and not _may_open_clause(words):
        return None
    if any(token.lemma in _BREAKS for token in words[: groups[0].first]):
        return None
    aside, deeper = _cited(rest[:start])
    return Content(words=words, cue=cue, aside=aside, deeper=deeper)


def _may_open_clause(words: tuple[Token, ...]) -> bool:
    """As in "said if ..." and "said at least 3,000 recruits arrived"."""
    counted = words[1].tag in {"JJS", "CD", "JJR"} if len(words) > 1 else False
    return counted or words[0].lemma in {"if", "unless", "once", "in"}


def _named_so(rest: tuple[Token, ...], cue: Cue) -> Content | None:
    """As in "called the claims a rumour" and "quoted the agency as saying that ..."."""
    saying = next((i for i, token in enumerate(rest) if token.text.lower() == "saying"), None)
    if saying is not None and saying > 1 and rest[saying - 1].text.lower() == "as":
        start = _complementizer_or(rest, saying) + 1
        return Content(words=rest[start:], cue=cue, deeper=(rest[: saying - 1],))
    words = rest[: _deed_end(rest)]
    first = noun_phrase_end(words, 0)
    predicate = first < len(words) and words[first].tag in {"DT", "JJ", "NN", "NNS"}
    return Content(words=words, cue=cue) if predicate or _ends_untrue(words) else None


def _ends_untrue(words: tuple[Token, ...]) -> bool:
    return bool(words) and (words[-1].lemma in UNTRUE or words[-1].text.lower() in UNTRUE)


def _past_hearer(rest: tuple[Token, ...], start: int, hearer: int) -> int:
    """As in "told journalists the story looked false": a clause must be left."""
    after = _after_adjuncts(rest, hearer)
    groups = find_verb_groups(rest[after:])
    if hearer == start or not groups or groups[0].first == 0:
        return start
    return after if has_finite_verb(rest[after:]) else start


def _is_coordination(subject: tuple[Token, ...]) -> bool:
    """As in "claim one thing and the Pentagon then says": the verb has another subject."""
    return any(
        token.tag == "CC" and subject[index + 1 : index + 2] and subject[index + 1].tag == "DT"
        for index, token in enumerate(subject)
    )


def _after_adjuncts(rest: tuple[Token, ...], start: int = 0) -> int:
    """Index after times and occasions told between the verb and its content."""
    index = start
    while index < len(rest):
        token = rest[index]
        if token.text == "," or token.lemma in {"earlier", "later", "also", "today", "yesterday"}:
            index += 1
            continue
        end = _adjunct_end(rest, index)
        if end == index:
            break
        index = end
    return index


def _adjunct_end(rest: tuple[Token, ...], index: int) -> int:
    token = rest[index]
    if token.tag == "IN" and token.lemma in {"on", "in", "at", "during", "to"}:
        end = noun_phrase_end(rest, index + 1)
        heads = {word.lemma for word in rest[index + 1 : end]}
        if heads & (_TIME_HEADS | _OCCASIONS):
            return end
    if token.lemma in _TIME_HEADS and token.tag.startswith("NN"):
        return index + 1
    if token.tag == "VBG" and token.text.lower() in DEEPER:
        return next((i for i in range(index, len(rest)) if rest[i].text == ","), index)
    return index


def _is_document(subject: Tokens) -> bool:
    return any(token.lemma in DOCUMENTS or token.text.lower() in DOCUMENTS for token in subject)


def _shown(rest: tuple[Token, ...]) -> Content | None:
    """As in "images show at least 15 craters on the runway": what is seen in a document."""
    counted = len(rest) > 2 and rest[0].tag == "IN" and rest[1].tag == "JJS"
    begins = counted or (len(rest) > 2 and rest[0].tag in {"DT", "CD", "JJ", "NN", "NNS", "NNP"})
    return Content(words=rest, cue=Cue.SHOW) if begins and not has_finite_verb(rest) else None


def _smaller(rest: tuple[Token, ...], cue: Cue) -> Content | None:
    """As in "claims to have taken", "expects a run to follow", "warned of famine"."""
    groups = find_verb_groups(rest)
    if any(group.infinitive for group in groups):
        return Content(words=rest, cue=cue)
    start = _after_adjuncts(rest)
    words = rest[start:]
    if has_finite_verb(words) or cue is Cue.SHOW:
        return None
    if words and words[0].tag == "IN" and words[0].lemma in {"of", "about"}:
        words = words[1:]
    if len(words) < 2 or words[0].tag in {"IN", "RB", "TO"} or _is_beside(words):
        return None
    return Content(words=words, cue=cue, aside=rest[:start])


def _is_beside(words: tuple[Token, ...]) -> bool:
    """As in "said last week" and "told reporters after the session": neither is content."""
    if words[0].lemma in _HEARERS:
        return True
    nouns = [token for token in words if token.tag.startswith("NN")]
    return bool(nouns) and all(token.lemma in _TIME_HEADS for token in nouns)
