"""Attributions that an engine marked in a sentence, where no rule of word order finds one.

As in "X attacked the plan, calling it a trap" and "X was quick to add that ...": the engine has
learnt who speaks, by which words, and what is said, from labelled news.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from watchword.extract.frames import REPORTS, Found, Frame, NounPhrase
from watchword.extract.syntax import Tokens, find_verb_groups, noun_phrase_start
from watchword.model.phrase import Phrase
from watchword.model.reading import Reading, Token
from watchword.text.cues import Cue, cues_of
from watchword.text.lexicon import lexicon

ATTRIBUTION = "attribution"
"""The scheme that marks sources, cues and contents."""

_QUOTES = frozenset({"\u201c", "\u201d", '"', "``", "''"})
_DESCRIBING = frozenset({"DT", "JJ", "PRP$", "POS", "IN", "CD"})
"""Tags before a noun that is one."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CANNOT = frozenset(map("".join, product(*(letter + letter.upper() for letter in "cannot"))))
_NOMINAL_VERBS = lexicon("claim report")
_OF_NOUNS = lexicon("by from of that")
"""Words after a noun such as "claims" that do not follow a verb at the head of a sentence."""
_SPOKEN = lexicon(
    "quip retort lament proclaim recount assure portray liken refer pronounce deride mock hail "
    "email cheer gripe urge demand ask question tout praise decry chant slam blast ridicule "
    "boast counter opine profess posit volunteer intone vent muse grouse scoff plead vouch "
    "attest lambast chide press taunt implore exclaim shout yell whisper chime interject "
    "instruct propose"
)
"""Verbs of speech that are cues where an engine marked them so: their objects are no clauses."""
_ORDER = (Cue.DENY, Cue.ACCUSE, Cue.PROMISE, Cue.EXPECT, Cue.ESTIMATE, Cue.SAY, Cue.SHOW)


class Speech(NamedTuple):
    """One attribution as it was marked.

    Attributes:
        source: words of who speaks.
        cue: words that say so.
        kind: what the cue does.
        content: words of what is said.
    """

    source: NounPhrase
    cue: tuple[Token, ...]
    kind: Cue
    content: tuple[Token, ...]


class MarkedContent(NamedTuple):
    """A marked attribution found in some words, and what is left of them around it.

    Attributes:
        found: what is said, and by whom.
        before: words before both cue and content; all words where the attribution only
            describes one of them, as in "the opposition, which called the vote a sham, plans".
        after: words after both.
    """

    found: Found
    before: tuple[Token, ...]
    after: tuple[Token, ...]


def marked_speech(reading: Reading) -> tuple[Speech, ...]:
    """What an engine marked as said by somebody, the longest content first."""
    tokens, links = reading.tokens, reading.links(ATTRIBUTION)
    told: list[Speech] = []
    if not links:
        return ()
    for cue in (each for each in reading.phrases(ATTRIBUTION) if each.label == "cue"):
        words = _words(tokens, cue)
        kind = _kind_of(words)
        sources = [link.second for link in links if (link.kind, link.first) == ("source", cue)]
        contents = [link.second for link in links if (link.kind, link.first) == ("content", cue)]
        if kind is None or not sources:
            continue
        source = _named(tokens, sources[0])
        told += [
            Speech(source=source, cue=words, kind=kind, content=_words(tokens, content))
            for content in contents
        ]
    return tuple(sorted(told, key=lambda each: -len(each.content)))


def _named(tokens: Tokens, source: Phrase) -> NounPhrase:
    """The words of a source; whom "who" stands for where it is one.

    As in "the Mexican president, who said that ..." and "the lawyers of Ortega, who says ...".
    """
    words = _words(tokens, source)
    end = source.start - (source.start > 0 and tokens[source.start - 1].text == ",")
    if len(words) != 1 or words[0].tag != "WP" or not end or tokens[end - 1].tag[:2] != "NN":
        return words
    start = noun_phrase_start(tokens, end)
    if tokens[end - 1].tag == "NNP":
        parts = [i for i in range(start, end - 1) if tokens[i].tag == "IN"]
        start = parts[-1] + 1 if parts else start
    return tuple(tokens[start:end]) or words


def with_verbs_put_right(reading: Reading) -> Reading:
    """The reading, with tags put right that part a cue from its source.

    As in "..., the survey forecast", where the last word is marked as a cue and tagged as a
    noun; "cannot confirm", which the treebanks cut in two; "Claims by the militia that ...".
    """
    told = _tags_put_right(reading)
    if not told:
        return reading
    tokens = list(reading.tokens)
    for index, tag in told.items():
        tokens[index] = replace(tokens[index], tag=tag)
    return replace(reading, tokens=tuple(tokens))


def _tags_put_right(reading: Reading) -> dict[int, str]:
    """The tags that are to be put right, by the indexes of their words."""
    tokens = reading.tokens
    tags = {index: "MD" for index, token in enumerate(tokens) if token.text in _CANNOT}
    if len(tokens) > 1 and tokens[0].lemma in _NOMINAL_VERBS and tokens[1].lemma in _OF_NOUNS:
        tags[0] = "NNS"
    last = next((i for i in range(len(tokens) - 1, 1, -1) if tokens[i].text[:1].isalnum()), 0)
    lone = _lone_participle(tokens)
    if lone is not None:
        tags[lone] = "VBD"
    if _is_marked_verb(reading, last):
        tags[last] = "VBZ" if tags.get(last, tokens[last].tag) == "NNS" else "VBD"
    return tags


def _lone_participle(tokens: Tokens) -> int | None:
    """As in "It is reported that 40 houses burned": a clause after "that" has no other verb."""
    for that, token in enumerate(tokens):
        if token.lemma == "that" and token.tag == "IN" and that:
            break
    else:
        return None
    if any(token.tag in _FINITE for token in tokens[that + 1 :]):
        return None
    return next(
        (
            index
            for index in range(that + 2, len(tokens))
            if tokens[index].tag == "VBN" and tokens[index - 1].tag.startswith("NN")
        ),
        None,
    )


def _is_marked_verb(reading: Reading, last: int) -> bool:
    tokens = reading.tokens
    if not last or tokens[last].tag not in {"NN", "NNS"} or tokens[last - 1].tag in _DESCRIBING:
        return False
    cues = (each for each in reading.phrases(ATTRIBUTION) if each.label == "cue")
    marked = any((each.start, each.end) == (last, last + 1) for each in cues)
    return marked and bool(cues_of(tokens[last].lemma) & REPORTS)


def find_marked(words: Tokens, frame: Frame, speech: Sequence[Speech]) -> MarkedContent | None:
    """The marked attribution that some words hold, the outermost one."""
    places = {token.start: index for index, token in enumerate(words)}
    for each in speech:
        cue = _indexes(each.cue, places)
        content = _indexes(each.content, places)
        if not cue or len(content) < len(each.content) or _is_known(each, frame):
            continue
        if _describes(each.cue) and not _is_telling(each.content):
            continue
        first, last = min(cue[0], content[0]), max(cue[-1], content[-1])
        inner = frame._replace(
            sources=(*frame.sources, each.source, *frame.deeper),
            cue=each.kind,
            cue_words=each.cue,
            aside=(),
            deeper=(),
            shared=(),
        )
        aside = _describes(each.cue)
        return MarkedContent(
            found=Found(frame=inner, content=each.content),
            before=tuple(words if aside else words[:first]),
            after=() if aside else tuple(words[last + 1 :]),
        )
    return None


def _words(tokens: Tokens, phrase: Phrase) -> tuple[Token, ...]:
    return tuple(tokens[phrase.start : phrase.end])


def _kind_of(cue: Iterable[Token]) -> Cue | None:
    """What a cue does; None for one that tells of a wish or a deed and not of speech."""
    lemmas = [token.lemma for token in cue]
    if lemmas[:2] == ["accord", "to"] or lemmas[:2] == ["according", "to"]:
        return Cue.SAY
    if lemmas == [":"] or not _SPOKEN.isdisjoint(lemmas):
        return Cue.SAY
    kinds = frozenset(kind for lemma in lemmas for kind in cues_of(lemma)) & REPORTS
    return next((kind for kind in _ORDER if kind in kinds), None)


def _indexes(part: Iterable[Token], places: dict[int, int]) -> list[int]:
    return [places[token.start] for token in part if token.start in places]


def _is_telling(content: tuple[Token, ...]) -> bool:
    """Whether words hold a verb, or are quoted."""
    return bool(find_verb_groups(content)) or any(token.text in _QUOTES for token in content)


def _describes(cue: Iterable[Token]) -> bool:
    """As in "a statement condemning the export": the outer sentence tells more than that."""
    return any((token.relation or "").startswith("acl") for token in cue)


def _is_known(speech: Speech, frame: Frame) -> bool:
    """Whether the rules have entered this very attribution already."""
    known = {token.start for token in frame.cue_words}
    return any(token.start in known for token in speech.cue)
