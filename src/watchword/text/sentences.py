"""A text into sentences, with speaker labels of transcripts told apart.

Invariant: sentences are in order, do not overlap and never cross a paragraph's end.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from watchword.text.lexicon import lexicon
from watchword.text.transcripts import find_turns

_PARAGRAPH_END = re.compile(r"\n[ \t]*\n+")
_STOP = re.compile(r"[.!?\u2026]+[\"'\u201d\u2019\u00bb)\]]*(?=\s)")
_LABEL = re.compile(
    r"(?P<label>Q|(?:[A-Z][A-Z.\u2019'\-]*\s){0,4}[A-Z][A-Z.\u2019'\-]+(?:\s\([^)\n]{1,40}\))?)"
    r"(?::\s+|(?<=\bQ)\s+)(?=\S)"
)
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'\u2019 /-]{2,40}(?:, [A-Z][\w. ]{2,20})?(?:, )?)?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})? )?"
    r"\([A-Z][^()\n]{1,40}\) ?(?:-{1,2}|\u2013|\u2014) (?=\S)"
)
"""As in "WASHINGTON, Oct 31 (Agency) - ": told before the first sentence, no part of it."""
_ABBREVIATIONS = lexicon(
    "mr mrs ms dr prof gen lt col maj capt cmdr adm sgt sen rep gov st jr sr vs no fig art "
    "jan feb mar apr jun jul aug sep sept oct nov dec approx est inc ltd co corp dept "
    "mt ft rev hon pres min amb brig cpl pvt u.s u.k u.n e.g i.e a.m p.m d.c ph.d"
)
_SURE_WITH_NAME = lexicon(
    "mr mrs ms dr prof gen lt col maj capt cmdr adm sgt sen rep gov st rev hon pres amb brig"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence's place in the text.

    Attributes:
        start: first character.
        end: the character after the last one.
        paragraph: number of its paragraph, from 0.
        speaker: label of who speaks in a transcript ("MR. KIRBY", "Q"), else None.
    """

    start: int
    end: int
    paragraph: int
    speaker: str | None = None


def find_sentences(text: str) -> tuple[Sentence, ...]:
    """Find the sentences of a text.

    A paragraph that opens with a speaker's label gives the label to its sentences and to the
    paragraphs after it, until the next label; a name before a colon is one in a transcript.

    >>> text = "MR. KIRBY: Thanks. The U.S. knows."
    >>> [(text[s.start:s.end], s.speaker) for s in find_sentences(text)]
    [('Thanks.', 'MR. KIRBY'), ('The U.S. knows.', 'MR. KIRBY')]
    """
    sentences: list[Sentence] = []
    speaker: str | None = None
    turns = {turn.start: turn for turn in find_turns(text)}
    for number, start, end in _stretches(text, sorted(turns)):
        dateline = _DATELINE.match(text, start, end)
        if dateline:
            start = dateline.end()  # noqa: PLW2901 - the dateline is not part of the sentence
        turn, label = turns.get(start), _LABEL.match(text, start, end)
        if turn is not None:
            speaker = turn.label
            start = turn.end  # noqa: PLW2901 - the label is not part of the sentence
        elif label and not text[start:end].isupper():
            speaker = label.group("label")
            start = label.end()  # noqa: PLW2901 - the label is not part of the sentence
        for first, last in _cut(text, start, end):
            sentences.append(Sentence(start=first, end=last, paragraph=number, speaker=speaker))
    return tuple(sentences)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _PARAGRAPH_END.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _stretches(text: str, cuts: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Number, start and end of each paragraph, cut where somebody else begins to speak."""
    for number, (start, end) in enumerate(_paragraphs(text)):
        inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        for first, last in pairwise((start, *inside, end)):
            yield number, first, last


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for stop in _STOP.finditer(text, start, end):
        if _ends_here(text, stop, end):
            yield from _trimmed(text, first, stop.end())
            first = stop.end()
    yield from _trimmed(text, first, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(character.isalnum() for character in text[start:end]):
        yield start, end


def _ends_here(text: str, stop: re.Match[str], end: int) -> bool:
    rest = text[stop.end() : min(end, stop.end() + 40)].lstrip()
    if not rest:
        return True
    follows = rest.lstrip("\"'\u201c\u2018\u00ab([")
    if stop.group() == "." and _is_abbreviation(text, stop.start(), follows):
        return False
    return not follows[:1].islower()


def _is_abbreviation(text: str, dot: int, follows: str) -> bool:
    before = re.search(r"[\w.]+$", text[max(0, dot - 12) : dot])
    word = before.group().lower() if before else ""
    if len(word) == 1 and word.isalpha() and word != "i":
        return True
    if word in _SURE_WITH_NAME:
        return True
    if word not in _ABBREVIATIONS and not re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):
        return False
    if word in {"no", "fig", "art"}:
        return follows[:1].isdigit()
    opener = re.match(
        r"(?:The|A|An|It|He|She|They|We|In|On|But|And|This|That|Its|His|Her)\b", follows
    )
    return opener is None
