"""Where somebody begins to speak in a transcript: "President of Russia Vladimir Putin: ...".

A name before a colon is a label only where the text is a transcript: where two such labels stand
at the beginning of sentences, or where a long text opens with one. "Grossi: no inspection" alone
is a bulletin.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAME = r"[A-Z][\w.\u2019'\-]*[\w.]"
_WORD = rf"(?:{_NAME}|of|the|and|for|de|von|van|al|bin|to|in|on)"
_LABEL = re.compile(
    rf"(?:^|(?<=\n)|(?<=[.!?\u2026\u201d\"*)]\s)|(?<=\*\s\s))"
    rf"(?P<label>Question|Remark|{_NAME}(?:,?\s{_WORD}){{0,13}}\s{_NAME})"
    r"(?:\s?\((?:re)?translated\))?:\s+(?=[\w\u201c\"<(])"
)
LONG = 1_500
"""Characters from which a text that opens with a label is one person's speech."""


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

    >>> told = "Mayor Ann Lee: Good day. Ben Ross: Good day. Ann Lee: Let us begin."
    >>> [each.label for each in find_turns(told)]
    ['Mayor Ann Lee', 'Ben Ross', 'Ann Lee']
    """
    found = tuple(_each_turn(text))
    opens = bool(found) and found[0].start == 0 and len(text) >= LONG
    return found if len(found) > 1 or opens else ()


def _each_turn(text: str) -> Iterator[SpokenFrom]:
    if ": " not in text and ":\n" not in text:
        return
    for match in _LABEL.finditer(text):
        yield SpokenFrom(label=match.group("label"), start=match.start("label"), end=match.end())
