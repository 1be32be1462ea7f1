"""Sentences with labels written into them: `[Seoul:source1] [said:cue1] [it was so:content1]`.

A bracket holds words and one type or more, each with a number where phrases belong together: the
cue, source and content of one attribution share it, as do cause, effect and signal, or condition
and consequence. Brackets nest. A status (`planned`, `considered`, `done`) marks one word.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from watchword.ledger.corpora.sentence import LabelledSentence, Scheme, Stretch
from watchword.text.words import find_words

SCHEME_TYPES: Mapping[str, frozenset[str]] = {
    "attribution": frozenset({"source", "cue", "content"}),
    "causal": frozenset({"cause", "effect", "signal"}),
    "conditional": frozenset({"condition", "consequence"}),
    "domain": frozenset(
        {
            "person",
            "organisation",
            "polity",
            "location",
            "nationality",
            "unit",
            "weapon",
            "facility",
            "event",
            "quantity",
            "money",
            "date",
        }
    ),
}
"""The types of each scheme that markup can name."""

STATUSES = frozenset({"planned", "considered", "done"})

_LINKED = {
    "cue": ("source", "content"),
    "cause": ("effect", "signal"),
    "condition": ("consequence",),
}
_CLOSING = re.compile(r"((?::[a-z]+\d*)+)\]")
_LABEL = re.compile(r":([a-z]+)(\d*)")


class MarkupError(ValueError):
    """A marked sentence whose brackets or types cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A marked stretch of words.

    Attributes:
        start: first word.
        end: the word after the last one.
        label: type or status.
        group: the number that it shares with what belongs to it, empty where it has none.
    """

    start: int
    end: int
    label: str
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The words of a marked sentence and what was marked."""

    words: tuple[str, ...]
    marks: tuple[Mark, ...]


def read_marked(text: str) -> Marked:
    """Take the markup out of a sentence.

    >>> marked = read_marked("the [[North Korean:nationality] 11th Corps:unit]")
    >>> [(mark.label, " ".join(marked.words[mark.start : mark.end])) for mark in marked.marks]
    [('nationality', 'North Korean'), ('unit', 'North Korean 11th Corps')]

    Raises:
        MarkupError: if a bracket has no partner, or does not end where a word ends.
    """
    plain, found = _without_brackets(text)
    words = find_words(plain)
    starts = {word.start: index for index, word in enumerate(words)}
    ends = {word.end: index + 1 for index, word in enumerate(words)}
    marks: list[Mark] = []
    for start, end, label, group in found:
        if start not in starts or end not in ends:
            raise MarkupError(f"{plain[start:end]!r} is not made of whole words: {text}")
        marks.append(Mark(start=starts[start], end=ends[end], label=label, group=group))
    return Marked(words=tuple(word.text for word in words), marks=tuple(marks))


def labelled(
    marked: Marked, types: Iterable[str], *, document: str, corpus: str
) -> LabelledSentence:
    """A marked sentence as one of a corpus.

    Args:
        marked: its words and marks.
        types: every type that the sentence is labelled for, marked in it or not.
        document: the text or template it stands in.
        corpus: name of the corpus.

    Raises:
        MarkupError: if something is marked that is not among the types.
    """
    known = frozenset(types)
    strange = {mark.label for mark in marked.marks} - known - STATUSES
    if strange:
        raise MarkupError(f"{sorted(strange)} is marked but not announced: {marked.words}")
    schemes = {
        name: _scheme(marked, known & of_scheme)
        for name, of_scheme in SCHEME_TYPES.items()
        if known & of_scheme
    }
    statuses = {mark.start: mark.label for mark in marked.marks if mark.label in STATUSES}
    return LabelledSentence(
        words=marked.words,
        document=document,
        corpus=corpus,
        schemes=schemes,
        statuses=statuses if STATUSES & known else {},
    )


def _without_brackets(text: str) -> tuple[str, list[tuple[int, int, str, str]]]:
    plain = ""
    opened: list[int] = []
    found: list[tuple[int, int, str, str]] = []
    index = 0
    while index < len(text):
        closing = _CLOSING.match(text, index)
        if closing:
            if not opened:
                raise MarkupError(f"a bracket closes that was not opened: {text}")
            start = opened.pop()
            labels = _LABEL.findall(closing[1])
            found.extend((start, len(plain), label, group) for label, group in labels)
            index = closing.end()
            continue
        if text[index] == "[":
            opened.append(len(plain))
        else:
            plain += text[index]
        index += 1
    if opened:
        raise MarkupError(f"a bracket is left open: {text}")
    return plain, found


def _scheme(marked: Marked, types: frozenset[str]) -> Scheme:
    marks = [mark for mark in marked.marks if mark.label in types]
    links: set[tuple[str, Stretch, Stretch]] = {
        (other.label, (mark.start, mark.end), (other.start, other.end))
        for mark in marks
        for other in marks
        if mark.group == other.group and other.label in _LINKED.get(mark.label, ())
    }
    phrases = frozenset((mark.start, mark.end, mark.label) for mark in marks)
    return Scheme(types=types, phrases=phrases, links=frozenset(links))
