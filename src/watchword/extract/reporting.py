"""Where a sentence says who speaks: around it, at its end, within it, at its head.

Each `find_` function looks for one construction and gives back the sources found and the
words that are left as content, or None. `NounPhrase` is the words of a source as they stand.
"""

from dataclasses import dataclass, replace

from watchword.extract.content import Content, content_after
from watchword.extract.syntax import (
    Tokens,
    VerbGroup,
    find_verb_groups,
    has_finite_verb,
    noun_phrase_start,
)
from watchword.model.reading import Token
from watchword.text.cues import DEEPER, NOMINAL, Cue, cues_of
from watchword.text.lexicon import lexicon

NounPhrase = tuple[Token, ...]

REPORTS = frozenset(
    {Cue.SAY, Cue.ESTIMATE, Cue.EXPECT, Cue.DENY, Cue.ACCUSE, Cue.PROMISE, Cue.SHOW}
)
"""Cues whose subject is a source; who merely plans or considers need not have said so."""

_NOT_FIRST = lexicon("IN RB RBR VBN VBG TO")
_INVERTED = lexicon("say report add write note state argue warn claim announce explain")
_SUBORDINATORS = lexicon("if unless when while because although though once")
_NOBODY = lexicon("nor neither no nobody none nothing")
_JUDGEMENTS = lexicon("analysis assessment estimate belief view")
_TIME_WORDS = lexicon(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december today yesterday earlier later week "
    "month year day days weeks months morning evening night afternoon"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The sources around some content.

    Attributes:
        sources: the words of each source, outermost first.
        cue: what the nearest reporting verb does; None for the outlet's own voice.
        cue_words: its words.
        aside: the words between cue and content ("on Friday", "in Brussels").
        deeper: sources cited before the speaker was named ("Citing intelligence, X said").
        shared: sources to use when the next reporting verb has no subject of its own.
    """

    sources: tuple[NounPhrase, ...] = ()
    cue: Cue | None = None
    cue_words: tuple[Token, ...] = ()
    aside: tuple[Token, ...] = ()
    deeper: tuple[NounPhrase, ...] = ()
    shared: tuple[NounPhrase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Sources found, and the content that is left."""

    frame: Frame
    content: tuple[Token, ...]


def find_opening(tokens: tuple[Token, ...], frame: Frame) -> Found | None:
    """As in "According to X, ..." and "Citing X, ..." at the head of a sentence."""
    length = _cites(tokens, 0)
    if not length:
        return _as_said(tokens, frame)
    end = _opening_end(tokens, length)
    if end is None:
        return None
    source, relays = _without_relay(tokens[length:end])
    if tokens[0].text.lower() == "according":
        frame = replace(
            frame,
            sources=(*frame.sources, *relays, source),
            cue=Cue.SAY,
            cue_words=tokens[:length],
        )
    else:
        frame = replace(frame, deeper=(*frame.deeper, *relays, source))
        if not _speaks(tokens[end + 1 :]):
            frame = replace(
                frame,
                sources=(*frame.sources, *frame.deeper),
                deeper=(),
                cue=Cue.SAY,
                cue_words=tokens[:length],
            )
    return Found(frame=frame, content=tokens[end + 1 :])


def _as_said(tokens: tuple[Token, ...], frame: Frame) -> Found | None:
    """As in "As I said last week, ..." and "As the ministry announced, ..."."""
    if tokens[0].text.lower() != "as":
        return None
    comma = next((i for i, token in enumerate(tokens) if token.text == ","), None)
    groups = find_verb_groups(tokens[1:comma]) if comma else ()
    if comma is None or not groups or not groups[0].finite:
        return None
    group, source = groups[0], tokens[1 : 1 + groups[0].first]
    if Cue.SAY not in cues_of(group.lemma) or not source or not has_finite_verb(tokens[comma:]):
        return None
    said = Content.adjunct(tokens[2 + group.head : comma])
    return Found(
        frame=_entered(frame, source, tokens[1:], (group, said)), content=tokens[comma + 1 :]
    )


def find_trailing(tokens: tuple[Token, ...], frame: Frame) -> Found | None:
    """As in "..., X said on Friday, citing Y" and "..., said X" at the end of a sentence."""
    for comma in range(len(tokens) - 2, 0, -1):
        if tokens[comma].text not in {",", "''", "\u201d", '"', "\u2019"}:
            continue
        comma = _appositive_comma(tokens, comma)  # noqa: PLW2901 - the name is further left
        head, tail = tokens[:comma], tokens[comma + 1 :]
        spoken = _speech_tail(tail)
        if spoken is None:
            continue
        if not has_finite_verb(head) and tokens[comma].text == ",":
            continue
        source, group, rest = spoken
        return Found(frame=_entered(frame, source, tail, (group, rest)), content=head)
    return None


def _appositive_comma(tokens: tuple[Token, ...], comma: int) -> int:
    """The comma before a source told in two parts: ", Park Sun-won, a lawmaker, told ..."."""
    tail = tokens[comma + 1 :]
    if not tail or tokens[comma].text != ",":
        return comma
    groups = find_verb_groups(tail)
    if not groups or not groups[0].finite or not cues_of(groups[0].lemma) & REPORTS:
        return comma
    before = _comma_before(tokens, comma)
    if before is None:
        return comma
    part, own = tokens[before + 1 : comma], tail[: groups[0].first]
    if has_finite_verb(part) or not part:
        return comma
    if not own:
        further = _comma_before(tokens, before)
        return further if further is not None and groups[0].first == 0 else comma
    return before if _is_apposed(part, own) else comma


def _is_apposed(part: NounPhrase, own: NounPhrase) -> bool:
    """Whether one of two neighbours is a name and the other a description of it."""
    names = [all(token.tag in {"NNP", "NNPS"} for token in words) for words in (part, own)]
    return names[0] != names[1] and part[0].tag in {"NNP", "DT", "JJ", "PRP$", "NN"}


def find_insertion(tokens: tuple[Token, ...], frame: Frame) -> Found | None:
    """As in "A, according to X, B" and "A, he said, B": the words around it are the content."""
    for index in range(1, len(tokens)):
        length = _cites(tokens, index)
        if length and tokens[index].text.lower() == "according":
            end = _insertion_end(tokens, index + length)
            source, relays = _without_relay(tokens[index + length : end])
            if not source:
                return None
            frame = replace(
                frame,
                sources=(*frame.sources, *relays, source),
                cue=Cue.SAY,
                cue_words=tokens[index : index + length],
            )
            return Found(frame=frame, content=_closed(tokens, index, end))
        if tokens[index].text == ",":
            inserted = _spoken_between_commas(tokens, index, frame)
            if inserted is not None:
                return inserted
    return None


def find_leading(tokens: tuple[Token, ...], frame: Frame) -> Found | None:
    """As in "X said that ..." and every verb that takes a source as its subject."""
    for group in find_verb_groups(tokens):
        if not group.finite:
            continue
        if group.first and tokens[group.first - 1].tag in {"WDT", "WP"}:
            continue
        content = _led_content(tokens, group)
        if content is None:
            return None
        source = subject_before(tokens, group.first)
        if (not source and not frame.shared) or (source and not _may_speak(source)):
            return None
        return Found(
            frame=_entered(frame, source, tokens, (group, content)),
            content=content.words,
        )
    return None


def _may_speak(source: NounPhrase) -> bool:
    """Not "what he" and not "neither government", who did not say it."""
    first = source[0]
    return first.tag not in {"WP", "WDT", "WRB", "IN"} and first.lemma not in _NOBODY


def find_carried(tokens: tuple[Token, ...], frame: Frame) -> Found | None:
    """As in "His spy agency has information that ..." and "There are reports that ..."."""
    for group in find_verb_groups(tokens):
        if not group.finite:
            continue
        judged = _judgement(tokens, group)
        if judged is not None:
            return _judged(tokens, judged, frame)
        noun, that = _carrier(tokens, group.head + 1)
        if that is None:
            return None
        owner = subject_before(tokens, group.first)
        known = tokens[noun].lemma in {"intelligence", "evidence"} or not owner
        source = tokens[group.head + 1 : noun + 1] if known else owner
        entered = replace(
            frame,
            sources=(*frame.sources, source),
            cue=Cue.SAY,
            cue_words=frame.cue_words or tokens[group.first : noun + 1],
        )
        return Found(frame=entered, content=tokens[that + 1 :])
    return None


def _judgement(tokens: Tokens, group: VerbGroup) -> int | None:
    """Index of "that" in "Our analysis is that ..." and "His assessment was that ..."."""
    after = group.head + 1
    if group.lemma != "be" or not group.first or after >= len(tokens) - 1:
        return None
    carries = any(token.lemma in NOMINAL for token in tokens[: group.first])
    return after if carries and tokens[after].lemma == "that" else None


def _judged(tokens: tuple[Token, ...], that: int, frame: Frame) -> Found:
    noun = next(i for i, token in enumerate(tokens) if token.lemma in NOMINAL)
    entered = replace(
        frame,
        sources=(*frame.sources, tokens[: noun + 1]),
        cue=Cue.ESTIMATE if tokens[noun].lemma in _JUDGEMENTS else Cue.SAY,
        cue_words=tokens[noun : noun + 1],
    )
    return Found(frame=entered, content=tokens[that + 1 :])


def _carrier(tokens: Tokens, start: int) -> tuple[int, int | None]:
    """Index of a noun like "information" and of the "that" after it."""
    for index in range(start, min(len(tokens) - 1, start + 5)):
        if tokens[index].lemma in NOMINAL and tokens[index + 1].lemma == "that":
            return (index, index + 1) if has_finite_verb(tokens[index + 2 :]) else (index, None)
    return start, None


def subject_before(tokens: Tokens, end: int) -> NounPhrase:
    """The noun phrase that is the subject of the verb at `end`, with its appositive."""
    words = tuple(tokens[:end])
    words = _without_time(words)
    if words and words[-1].text == ",":
        inner = _comma_before(words, len(words) - 1)
        if inner is None:
            return ()
        start = noun_phrase_start(words, inner)
        return words[start:] if start < inner else ()
    comma = _comma_before(words, len(words))
    if comma is not None:
        words = words[comma + 1 :]
    if words and words[0].tag not in _NOT_FIRST and not _opens_with_time(words):
        return words
    return words[_subject_start(words) :]


def _without_time(words: NounPhrase) -> NounPhrase:
    """As in "The Kremlin on Thursday" without the day, "Kim also" without the adverb."""
    while words and (words[-1].tag.startswith("RB") or words[-1].lemma in {"neither", "both"}):
        words = words[:-1]
    for index in range(len(words) - 1, max(0, len(words) - 5), -1):
        if words[index].tag == "IN" and words[index].lemma in {"on", "in"}:
            if words[index + 1 : index + 2] and words[index + 1].lemma in _TIME_WORDS:
                return words[:index]
            break
    if len(words) > 1 and words[-1].lemma in _TIME_WORDS and words[-1].tag == "NNP":
        return words[:-1]
    if len(words) > 2 and words[-1].lemma in _TIME_WORDS:
        return words[:-2] if words[-2].lemma in {"last", "this", "earlier", "next"} else words
    return words


def _subject_start(words: NounPhrase) -> int:
    start = noun_phrase_start(words, len(words))
    while start < len(words) - 1 and words[start].lemma in _TIME_WORDS:
        start += 1
    return start


def _opens_with_time(words: NounPhrase) -> bool:
    return words[0].lemma in _TIME_WORDS or any(
        token.lemma in {"earlier", "later"} for token in words[1:3]
    )


def _led_content(tokens: tuple[Token, ...], group: VerbGroup) -> Content | None:
    """What a reporting verb reports, None for any other verb."""
    cues = cues_of(group.lemma) & REPORTS
    if group.passive and group.lemma in {"quote", "cite"}:
        return content_after(tokens, group, Cue.SAY)
    if not cues or group.passive or _says_nothing(group, cues):
        return None
    order = (Cue.DENY, Cue.ACCUSE, Cue.PROMISE, Cue.EXPECT, Cue.ESTIMATE, Cue.SAY, Cue.SHOW)
    for cue in order:
        if cue in cues:
            content = content_after(tokens, group, cue)
            if content is not None:
                return content
    return None


def _says_nothing(group: VerbGroup, cues: frozenset[Cue]) -> bool:
    """As in "did not say how many": nothing is told; a denial withheld is."""
    withheld = Cue.DENY in cues or group.lemma in {"confirm", "verify"}
    return group.negated and not withheld


def _entered(
    frame: Frame, source: NounPhrase, tokens: Tokens, said: tuple[VerbGroup, Content]
) -> Frame:
    """The frame one source deeper."""
    group, content = said
    own = (source,) if source else frame.shared
    return replace(
        frame,
        sources=(*frame.sources, *content.outer, *own, *frame.deeper, *content.deeper),
        cue=content.cue,
        cue_words=_cue_words(tokens, group),
        aside=content.aside,
        deeper=(),
        shared=(),
    )


def _cue_words(tokens: Tokens, group: VerbGroup) -> tuple[Token, ...]:
    """The reporting verb; with its auxiliaries only where they turn its meaning."""
    turned = group.negated or group.modal or tokens[group.head - 1].lemma == "still"
    first = group.first if turned else group.head
    if first and tokens[first - 1].lemma == "neither":
        first -= 1
    return tuple(tokens[first : group.head + 1])


def _cites(tokens: Tokens, index: int) -> int:
    """Length of "according to", "citing" and their like at an index, 0 where none stands."""
    lower = [token.text.lower() for token in tokens[index : index + 4]]
    if lower[:2] in (["according", "to"], ["based", "on"]):
        return 2
    if lower[:4] == ["on", "the", "basis", "of"]:
        return 4
    if lower[:1] and lower[0] in DEEPER and tokens[index].tag in {"VBG", "VB"}:
        return 1
    return 0


def _opening_end(tokens: Tokens, start: int) -> int | None:
    """Index of the comma that ends an opening source: a whole clause follows it."""
    for index in range(start + 1, min(len(tokens), start + 40)):
        if tokens[index].text == "," and _clause_follows(tokens, index + 1):
            return index
    return None


def _clause_follows(tokens: Tokens, start: int) -> bool:
    groups = find_verb_groups(tokens[start : start + 60])
    if not groups or not any(group.finite for group in groups):
        return False
    head = tokens[start : start + next(g.first for g in groups if g.finite)]
    return bool(head) and not any(token.text == "," for token in head[:-1])


def _without_relay(source: NounPhrase) -> tuple[NounPhrase, tuple[NounPhrase, ...]]:
    """A source and who relays it: "military intelligence as reported by Newsweek"."""
    for index in range(1, len(source) - 3):
        lower = [token.text.lower() for token in source[index : index + 3]]
        if lower[0] == "as" and lower[2] == "by":
            return source[:index], (source[index + 3 :],)
        if lower[1:] in (["cited", "by"], ["quoted", "by"]):
            return source[: index + 1], (source[index + 3 :],)
    return source, ()


def _speaks(tokens: tuple[Token, ...]) -> bool:
    return find_leading(tokens, Frame()) is not None or find_trailing(tokens, Frame()) is not None


def _speech_tail(tail: tuple[Token, ...]) -> tuple[NounPhrase, VerbGroup, Content] | None:
    """Source, verb and the rest, when some words only tell who said what went before."""
    for group in find_verb_groups(tail):
        if not group.finite:
            continue
        cues = cues_of(group.lemma) & REPORTS
        if not cues or group.passive:
            return None
        rest = tail[group.head + 1 :]
        source = tail[: group.first]
        if not source:
            return _inverted(group, rest)
        if not _is_source(source) or has_finite_verb(rest):
            return None
        if rest and not _only_adjuncts(rest):
            return None
        return _plain(source), group, Content.adjunct(rest)
    return None


def _inverted(group: VerbGroup, rest: NounPhrase) -> tuple[NounPhrase, VerbGroup, Content] | None:
    """As in "..., said Lee Seong-kweun, a lawmaker"."""
    if group.first or not rest or has_finite_verb(rest) or not _is_source(rest):
        return None
    if group.lemma not in _INVERTED or any(token.lemma in {"after", "in", "on"} for token in rest):
        return None
    return rest, group, Content.adjunct(())


def _plain(source: NounPhrase) -> NounPhrase:
    return _without_time(source)


def _is_source(words: NounPhrase) -> bool:
    """Whether some words can name who speaks: they hold a noun or pronoun and no verb."""
    if words[0].tag in {"WDT", "WP", "CC", "IN"} or words[0].lemma in {"which", "that", "who"}:
        return False
    return any(token.tag in {"PRP", "NN", "NNS", "NNP", "NNPS"} for token in words)


def _only_adjuncts(rest: NounPhrase) -> bool:
    first = rest[0]
    if first.tag in {"IN", "RB", "RBR", "TO", ","} or first.lemma in _TIME_WORDS:
        return not any(token.tag == "IN" and token.lemma == "that" for token in rest)
    return first.tag in {"NNS", "DT", "NN", "NNP"} and len(rest) <= 8


def _insertion_end(tokens: Tokens, start: int) -> int:
    """Index of the comma after an inserted source; an appositive belongs to the source."""
    commas = [i for i in range(start, len(tokens)) if tokens[i].text in {",", "\u2014", "\u2013"}]
    if not commas:
        return len(tokens)
    first = commas[0]
    after = tokens[first + 1 : first + 2]
    appositive = after and after[0].tag == "DT" and len(commas) > 1
    return commas[1] if appositive and not has_finite_verb(tokens[first : commas[1]]) else first


def _spoken_between_commas(tokens: tuple[Token, ...], comma: int, frame: Frame) -> Found | None:
    """As in "A, he said, B"."""
    for end in range(comma + 2, min(len(tokens) - 1, comma + 14)):
        if tokens[end].text != ",":
            continue
        inserted = tokens[comma + 1 : end]
        if inserted[0].text.lower() == "as":
            inserted = inserted[1:]
        spoken = _speech_tail(inserted)
        if spoken is None or (
            not has_finite_verb(tokens[end + 1 :]) and not has_finite_verb(tokens[:comma])
        ):
            return None
        if _is_adjunct(tokens[:comma]):
            return None  # "Separately, a group estimated, ..." is led, not interrupted
        source, group, rest = spoken
        entered = _entered(frame, source, inserted, (group, rest))
        return Found(frame=entered, content=_closed(tokens, comma, end))
    return None


def _is_adjunct(words: Tokens) -> bool:
    if has_finite_verb(words) or words[0].lemma in _SUBORDINATORS:
        return False
    return words[0].tag in {"IN", "RB", "CC", "RBR"}


def _closed(tokens: tuple[Token, ...], start: int, end: int) -> tuple[Token, ...]:
    """The words around an insertion, joined; the commas of the insertion go with it."""
    before, after = tokens[:start], tokens[end:]
    if before and before[-1].text == ",":
        before = before[:-1]
    opens = bool(before) and before[0].lemma in _SUBORDINATORS
    two_clauses = (opens or has_finite_verb(before)) and has_finite_verb(after)
    if after and after[0].text == "," and not two_clauses:
        after = after[1:]
    return before + after


def _comma_before(words: Tokens, end: int) -> int | None:
    return next((i for i in range(end - 1, -1, -1) if words[i].text == ","), None)
