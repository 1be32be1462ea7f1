"""Where somebody begins to speak in a transcript: "President of Russia Vladimir Putin: ...".

A name before a colon is a label only where the text is a transcript: where somebody asks
("Question: ..."), and where a long text opens with an office and a name, or one of its speakers
comes again. "Grossi: no inspection. Lavrov: no comment" is a bulletin, and what stands between its
lines may be anybody's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watchword.text.offices import is_office

_NAME = r"[A-Z][\w.\u2019'\-]*[\w.]"
_WORD = rf"(?:{_NAME}|of|the|and|for|de|von|van|al|bin|to|in|on)"
_LABEL = re.compile(
    rf"(?=[A-Z])(?:^|(?<=\n)|(?<=[.!?\u2026\u201d\"*)]\s)|(?<=\*\s\s))"
    rf"(?P<label>Question|Remark|{_NAME}(?:,?\s{_WORD}){{0,13}}\s{_NAME})"
    r"(?:\s?\((?:re)?translated\))?:\s+(?=[\w\u201c\"<(])"
)
LONG = 1_500
"""Characters from which a text can be a speech or a talk without anybody asking."""
_ASKED = frozenset({"Question", "Remark"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenFrom:
    """The beginning of a turn in a transcript.

    Attributes:
        label: who speaks, as the transcript has it.
        start: where the label begins.
        end: where the spoken words begin.
    """

    label: str
    start: int
    end: int


def find_turns(text: str) -> tuple[SpokenFrom, ...]:
    """Where each turn of a transcript begins, in order; none where a text is no transcript.

    >>> told = "Mayor Ann Lee: Good day. Question: When? Ann Lee: In May."
    >>> [each.label for each in find_turns(told)]
    ['Mayor Ann Lee', 'Question', 'Ann Lee']
    """
    found = tuple(_each_turn(text))
    asked = len(found) > 1 and any(turn.label in _ASKED for turn in found)
    spoken = len(text) >= LONG and bool(found) and (_is_speech(found) or _come_again(found))
    return found if asked or spoken else ()


def _is_speech(found: Sequence[SpokenFrom]) -> bool:
    """Whether somebody in an office opens the text."""
    return found[0].start == 0 and is_office(" ".join(found[0].label.split()[:-2]))


def _come_again(found: Sequence[SpokenFrom]) -> bool:
    """Whether one of several speakers has the floor twice."""
    names = [" ".join(turn.label.split()[-2:]) for turn in found]
    return len(set(names)) > 1 and len(set(names)) < len(names)


def _each_turn(text: str) -> Iterator[SpokenFrom]:
    if ": " not in text and ":\n" not in text:
        return
    for match in _LABEL.finditer(text):
        yield SpokenFrom(label=match.group("label"), start=match.start("label"), end=match.end())
