"""From characters to words: tags that stand in a text, and the words that a stretch covers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from watchword.ledger.corpora.sentence import Stretch
from watchword.model.reading import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A pair of tags in a text.

    Attributes:
        name: what stands between the angle brackets.
        start: first enclosed character, counted in the text without tags.
        end: the character after the last enclosed one.
    """

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """A text out of which the tags were taken.

    Attributes:
        text: the text without tags.
        marks: what they enclosed, by start and end.
        unpaired: how many tags had no partner and were left out.
    """

    text: str
    marks: tuple[Mark, ...]
    unpaired: int


def take_marks(tagged: str, names: str) -> MarkedText:
    """Take the tags out of a text; they may nest and overlap.

    Args:
        tagged: such as "<s>He</s> came.".
        names: regular expression of the tags' names, without groups.

    >>> take_marks("<s>He</s> came.", "[st]").marks
    (Mark(name='s', start=0, end=2),)
    """
    pieces: list[str] = []
    marks: list[Mark] = []
    opened: dict[str, list[int]] = {}
    unpaired = length = copied = 0
    for tag in re.finditer(rf"<(/?)({names})>", tagged):
        pieces.append(tagged[copied : tag.start()])
        length += tag.start() - copied
        copied = tag.end()
        begun = opened.setdefault(tag[2], [])
        if not tag[1]:
            begun.append(length)
        elif begun:
            marks.append(Mark(name=tag[2], start=begun.pop(), end=length))
        else:
            unpaired += 1
    unpaired += sum(len(begun) for begun in opened.values())
    marks.sort(key=lambda mark: (mark.start, mark.end, mark.name))
    text = "".join((*pieces, tagged[copied:]))
    return MarkedText(text=text, marks=tuple(marks), unpaired=unpaired)


def split_words(text: str) -> tuple[Word, ...]:
    """Cut a text at its white space only.

    >>> [word.text for word in split_words("He left .")]
    ['He', 'left', '.']
    """
    return tuple(
        Word(text=match.group(), start=match.start(), end=match.end())
        for match in re.finditer(r"\S+", text)
    )


def find_stretch(words: Sequence[Word], start: int, end: int) -> Stretch | None:
    """Find the words that share a character with a stretch of text; None where none does.

    >>> find_stretch(split_words("He left at noon."), 3, 12)
    (1, 4)
    """
    covered = [number for number, word in enumerate(words) if word.start < end and start < word.end]
    return (covered[0], covered[-1] + 1) if covered else None
