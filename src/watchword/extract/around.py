"""Sources around a clause: before it ("According to X, ..."), after it, or within it."""

from watchword.extract.content import Content
from watchword.extract.frames import (
    REPORTS,
    TIME_WORDS,
    Found,
    Frame,
    NounPhrase,
    comma_before,
    entered,
    without_time,
)
from watchword.extract.leading import find_leading
from watchword.extract.syntax import Tokens, VerbGroup, find_verb_groups, has_finite_verb
from watchword.model.reading import Token
from watchword.text.cues import DEEPER, Cue, cues_of, verbs_of
from watchword.text.lexicon import lexicon

_INVERTED = lexicon("say report add write note state argue warn claim announce explain")
_CLOSINGS = frozenset({",", "''", "\u201d", '"', "\u2019"})
_CITING = (
    "according to",
    "based on",
    "on the basis of",
    "in the words of",
    "by information of",
    "by data of",
    "from words of",
)
"""Words before a source, some as translations have them."""
_CITING_FIRST = frozenset({"as", *DEEPER, *(words.split()[0] for words in _CITING)})
_LONG = len("according")
_COUNTING_ON = lexicon("out with or and bring include among up down compare raise")
"""Before a further number that belongs to what was said, past the words that tell who said it."""
_WHEREUPON = lexicon("after when while before during following upon as")
_SUBORDINATORS = lexicon("if unless when while because although though once")


def find_opening(tokens: tuple[Token, ...], frame: Frame) -> Found | None:
    """As in "According to X, ..." and "Citing X, ..." at the head of a sentence."""
    length = _cites(tokens, 0)
    if not length:
        return _as_said(tokens, frame)
    end = _opening_end(tokens, length)
    if end is None:
        return None
    source, relays = _without_relay(tokens[length:end])
    if tokens[0].text.lower() not in DEEPER and not _rests_on(tokens):
        frame = frame._replace(
            sources=(*frame.sources, *relays, source),
            cue=Cue.SAY,
            cue_words=tokens[:length],
        )
    else:
        frame = frame._replace(deeper=(*frame.deeper, *relays, source))
        if not _speaks(tokens[end + 1 :]):
            frame = frame._replace(
                sources=(*frame.sources, *frame.deeper),
                deeper=(),
                cue=Cue.SAY,
                cue_words=tokens[:length],
            )
    return Found(frame=frame, content=tokens[end + 1 :])


def _rests_on(tokens: Tokens) -> bool:
    """As in "Based on imagery, the group said": what the speaker relies on."""
    return tokens[0].text.lower() in {"based", "on"}


def find_trailing(tokens: tuple[Token, ...], frame: Frame) -> Found | None:
    """As in "..., X said on Friday, citing Y" and "..., said X" at the end of a sentence."""
    commas = range(len(tokens) - 2, 0, -1) if _has_report(tokens) else ()
    for comma in commas:
        if tokens[comma].text not in _CLOSINGS:
            continue
        comma = _appositive_comma(tokens, comma)  # noqa: PLW2901 - the name is further left
        head, tail = tokens[:comma], tokens[comma + 1 :]
        while tail and tail[0].text in _CLOSINGS:
            tail = tail[1:]
        spoken = _speech_tail(tail)
        if spoken is None:
            continue
        if not has_finite_verb(head) and tokens[comma].text == ",":
            continue
        source, group, rest = spoken
        return Found(frame=entered(frame, source, tail, (group, rest)), content=head)
    return None


def _has_report(tokens: Tokens) -> bool:
    """Whether a word may tell that somebody says something: no speaker is looked for without."""
    return not verbs_of(REPORTS).isdisjoint([token.lemma for token in tokens])


def find_insertion(tokens: tuple[Token, ...], frame: Frame) -> Found | None:
    """As in "A, according to X, B" and "A, he said, B": the words around it are the content."""
    has_report = _has_report(tokens)
    for index, token in enumerate(tokens):
        if not index:
            continue
        according = len(token.text) == _LONG and token.text.lower() == "according"
        length = _cites(tokens, index) if according else 0
        if length:
            end = _insertion_end(tokens, index + length)
            source, relays = _without_relay(tokens[index + length : end])
            if not source:
                return None
            frame = frame._replace(
                sources=(*frame.sources, *relays, source),
                cue=Cue.SAY,
                cue_words=tokens[index : index + length],
            )
            return Found(frame=frame, content=_closed(tokens, index, end))
        if has_report and token.text == ",":
            inserted = _spoken_between_commas(tokens, index, frame)
            if inserted is not None:
                return inserted
    return None


def find_cited(tokens: tuple[Token, ...], frame: Frame) -> Found | None:
    """As in "(X reports that) A, citing Y" at the end of what somebody says."""
    for comma in range(len(tokens) - 3, 1, -1):
        cites = tokens[comma].text == "," and tokens[comma + 1].tag == "VBG"
        if not cites or tokens[comma + 1].text.lower() not in DEEPER:
            continue
        source = tokens[comma + 2 :]
        if not frame.sources or has_finite_verb(source) or not has_finite_verb(tokens[:comma]):
            return None
        cited = frame._replace(sources=(*frame.sources, source))
        return Found(frame=cited, content=tokens[:comma])
    return None


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
        frame=entered(frame, source, tokens[1:], (group, said)), content=tokens[comma + 1 :]
    )


def _appositive_comma(tokens: tuple[Token, ...], comma: int) -> int:
    """The comma before a source told in two parts: ", Park Sun-won, a lawmaker, told ..."."""
    tail = tokens[comma + 1 :]
    if not tail or tokens[comma].text != ",":
        return comma
    groups = find_verb_groups(tail)
    if not groups or not groups[0].finite or not cues_of(groups[0].lemma) & REPORTS:
        return comma
    before = comma_before(tokens, comma)
    if before is None:
        return comma
    part, own = tokens[before + 1 : comma], tail[: groups[0].first]
    if has_finite_verb(part) or not part:
        return comma
    if not own:
        further = comma_before(tokens, before)
        return further if further is not None and groups[0].first == 0 else comma
    return before if _is_apposed(part, own) else comma


def _is_apposed(part: NounPhrase, own: NounPhrase) -> bool:
    """Whether one of two neighbours is a name and the other a description of it."""
    names = [all(token.tag in {"NNP", "NNPS"} for token in words) for words in (part, own)]
    return names[0] != names[1] and part[0].tag in {"NNP", "DT", "JJ", "PRP$", "NN"}


def _cites(tokens: Tokens, index: int) -> int:
    """Length of "according to", "citing" and their like at an index, 0 where none stands."""
    if tokens[index].text.lower() not in _CITING_FIRST:
        return 0
    lower = [token.text.lower() for token in tokens[index : index + 4]]
    words = " ".join(lower)
    known = next((each for each in _CITING if f"{words} ".startswith(f"{each} ")), None)
    if known is not None:
        return len(known.split())
    if (
        lower[:1] == ["as"]
        and "by" in lower[2:]
        and tokens[index + lower.index("by") - 1].tag == "VBN"
    ):
        return lower.index("by") + 1  # "as stated by", "as was reported by"
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
        if not cues or group.passive or (group.modal and not group.negated):
            return None
        rest = tail[group.head + 1 :]
        source = tail[: group.first]
        if not source:
            return _inverted(group, rest)
        cut = next((i for i, token in enumerate(rest) if token.lemma in _WHEREUPON), len(rest))
        if not _is_source(source) or has_finite_verb(rest[:cut]):
            return None
        if rest and (_goes_on_counting(rest) or not _only_adjuncts(rest)):
            return None
        return without_time(source), group, Content.adjunct(rest)
    return None


def _goes_on_counting(rest: NounPhrase) -> bool:
    """As in "..., officials said, out of a force of 11,000": what was said goes on."""
    for index, token in enumerate(rest[:-2]):
        if token.text == "," and rest[index + 1].lemma in _COUNTING_ON:
            return any(each.tag == "CD" for each in rest[index + 2 :])
    return False


def _inverted(group: VerbGroup, rest: NounPhrase) -> tuple[NounPhrase, VerbGroup, Content] | None:
    """As in "..., said Lee Seong-kweun, a lawmaker"."""
    ends = (i for i in range(len(rest)) if _ends_source(rest, i))
    rest = rest[: next(ends, len(rest))]
    while rest and rest[-1].text == ",":
        rest = rest[:-1]
    if group.first or not rest or has_finite_verb(rest) or not _is_source(rest):
        return None
    if group.lemma not in _INVERTED:
        return None
    return rest, group, Content.adjunct(())


def _ends_source(rest: NounPhrase, index: int) -> bool:
    """As in "said Mr. Schmidt, who owns it", "said Lee after a briefing", "said Lee, asked ..."."""
    token = rest[index]
    beside = token.tag in {"VBG", "VBN"} or token.text.lower() in {"asked", "pressed"}
    aside = beside and index > 1 and rest[index - 1].text == ","
    return aside or token.lemma in _WHEREUPON or token.tag in {"WP", "WDT", "WP$"}


def _is_source(words: NounPhrase) -> bool:
    """Whether some words can name who speaks: they hold a noun or pronoun and no verb."""
    if words[0].tag in {"WDT", "WP", "CC", "IN"} or words[0].lemma in {"which", "that", "who"}:
        return False
    return any(token.tag in {"PRP", "NN", "NNS", "NNP", "NNPS"} for token in words)


def _only_adjuncts(rest: NounPhrase) -> bool:
    first = rest[0]
    if first.text.lower() in DEEPER:
        return True
    if first.tag in {"IN", "RB", "RBR", "TO", ","} or first.lemma in TIME_WORDS:
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
        inner = entered(frame, source, inserted, (group, rest))
        return Found(frame=inner, content=_closed(tokens, comma, end))
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
