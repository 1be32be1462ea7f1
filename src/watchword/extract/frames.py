"""Sources gathered around some content, and the noun phrase that is a verb's subject."""

from typing import NamedTuple

from watchword.extract.content import Content
from watchword.extract.syntax import Tokens, VerbGroup, noun_phrase_start
from watchword.model.reading import Token
from watchword.text.cues import Cue
from watchword.text.lexicon import lexicon
from watchword.text.offices import is_office

NounPhrase = tuple[Token, ...]
REPORTS = frozenset(
    {Cue.SAY, Cue.ESTIMATE, Cue.EXPECT, Cue.DENY, Cue.ACCUSE, Cue.PROMISE, Cue.SHOW}
)
"""Cues whose subject is a source; who merely plans or considers need not have said so."""
_NOT_FIRST = lexicon("IN RB RBR VBN VBG TO")
_HOLDS = lexicon("in of for at from")
_SEEING = lexicon("review see view obtain verify examine analyse analyze geolocate authenticate")
TIME_WORDS = lexicon(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december today yesterday earlier later week "
    "month year day days weeks months morning evening night afternoon"
)


class Frame(NamedTuple):
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


class Found(NamedTuple):
    """Sources found, and the content that is left."""

    frame: Frame
    content: tuple[Token, ...]


def entered(
    frame: Frame, source: NounPhrase, tokens: Tokens, said: tuple[VerbGroup, Content]
) -> Frame:
    """The frame one source deeper."""
    group, content = said
    own = _relayed(source) if source else frame.shared
    return frame._replace(
        sources=(*frame.sources, *content.outer, *own, *frame.deeper, *content.deeper),
        cue=content.cue,
        cue_words=_cue_words(tokens, group),
        aside=content.aside,
        deeper=(),
        shared=(),
    )


def _relayed(source: NounPhrase) -> tuple[NounPhrase, ...]:
    """As in "satellite images reviewed by the BBC": whoever saw them passes them on."""
    for index in range(1, len(source) - 2):
        seen = source[index].tag == "VBN" and source[index].lemma in _SEEING
        if seen and source[index + 1].lemma == "by":
            return source[index + 2 :], source[:index]
    return (source,)


def subject_before(tokens: Tokens, end: int) -> NounPhrase:
    """The noun phrase that is the subject of the verb at `end`, with its appositive."""
    words = _without_brackets(tuple(tokens[:end]))
    if not words or words[-1].text != ",":
        words = without_time(words)
    if words and words[-1].text == ",":
        inner = comma_before(words, len(words) - 1)
        if inner is None:
            return ()
        start = _holder_start(words, noun_phrase_start(words, inner))
        return words[start:] if start < inner else ()
    comma = comma_before(words, len(words))
    if comma is not None:
        words = words[comma + 1 :]
    if words and words[0].tag not in _NOT_FIRST and not _opens_with_time(words):
        return words
    return words[_subject_start(words) :]


def _without_brackets(words: NounPhrase) -> NounPhrase:
    """As in "Senator Ruth Doyle (D-Ill.)," without what stands in brackets at the end."""
    comma = words[-1:] if words and words[-1].text == "," else ()
    inner = words[: len(words) - len(comma)]
    if not inner or inner[-1].tag != "-RRB-":
        return words
    opens = next((i for i in range(len(inner) - 1, 0, -1) if inner[i].tag == "-LRB-"), None)
    return inner[:opens] if opens is not None else words


def _holder_start(words: NounPhrase, start: int) -> int:
    """As in "a mayor in Alexandria, Louisiana," and "a spokesman for the ministry, Li Wei,"."""
    if start > 1 and words[start - 1].lemma in _HOLDS:
        first = noun_phrase_start(words, start - 1)
        phrase = words[first : start - 1]
        head = next((i for i, token in enumerate(phrase) if token.tag == "IN"), len(phrase))
        if head and is_office(phrase[head - 1].text):
            return first
    return start


def without_time(words: NounPhrase) -> NounPhrase:
    """As in "The Kremlin on Thursday" without the day, "Kim also" without the adverb.

    What was done then goes too: "the report published Tuesday" is the report.
    """
    while words and (words[-1].tag.startswith("RB") or words[-1].lemma in {"neither", "both"}):
        words = words[:-1]
    plain = _without_day(words)
    done = len(plain) < len(words) and len(plain) > 2 and plain[-1].tag in {"VBN", "VBD"}
    return plain[:-1] if done and plain[-2].tag.startswith("NN") else plain


def _without_day(words: NounPhrase) -> NounPhrase:
    for index in range(len(words) - 1, max(0, len(words) - 5), -1):
        if words[index].tag == "IN" and words[index].lemma in {"on", "in"}:
            if words[index + 1 : index + 2] and words[index + 1].lemma in TIME_WORDS:
                return words[:index]
            break
    if len(words) > 1 and words[-1].lemma in TIME_WORDS and words[-1].tag == "NNP":
        return words[:-1]
    if len(words) > 2 and words[-1].lemma in TIME_WORDS:
        return words[:-2] if words[-2].lemma in {"last", "this", "earlier", "next"} else words
    return words


def comma_before(words: Tokens, end: int) -> int | None:
    """Index of the last comma before a place, None where there is none."""
    return next((i for i in range(end - 1, -1, -1) if words[i].text == ","), None)


def _subject_start(words: NounPhrase) -> int:
    start = noun_phrase_start(words, len(words))
    while start < len(words) - 1 and words[start].lemma in TIME_WORDS:
        start += 1
    return start


def _opens_with_time(words: NounPhrase) -> bool:
    return words[0].lemma in TIME_WORDS or any(
        token.lemma in {"earlier", "later"} for token in words[1:3]
    )


def _cue_words(tokens: Tokens, group: VerbGroup) -> tuple[Token, ...]:
    """The reporting verb; with its auxiliaries only where they turn its meaning."""
    turned = group.negated or group.modal or tokens[group.head - 1].lemma == "still"
    first = group.first if turned else group.head
    if first and tokens[first - 1].lemma == "neither":
        first -= 1
    return tuple(tokens[first : group.head + 1])
