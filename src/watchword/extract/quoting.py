"""Quotations in a report: whose words stand between the marks, also in the sentences after."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from watchword.extract.memory import Memory
from watchword.model.attribution import Link, LinkKind, Voice
from watchword.model.reading import Token
from watchword.text.quotations import Quotation, find_quotations
from watchword.text.sentences import Sentence

_SPEAKERS = frozenset({LinkKind.PERSON, LinkKind.ANONYMOUS, LinkKind.ORGANISATION, LinkKind.STATE})
_SHORTEST = 12
"""Quotations shorter than this many characters are single words set in marks, not speech."""

_START = attrgetter("start")
_SPACE = re.compile(r"\s*")
_NEAR = 400
"""Characters from a speaker's name to a quotation that can still be taken for his."""
_SELF = frozenset({"i", "we", "me", "us"})


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedText:
    """The outer quotations of a report, in order."""

    quotations: tuple[Quotation, ...]
    text: str

    @classmethod
    def of(cls, text: str) -> "QuotedText":
        """Find the quotations of a text."""
        found = find_quotations(text)
        return cls(quotations=tuple(quote for quote in found if quote.depth == 0), text=text)

    def around(self, place: int) -> Quotation | None:
        """The quotation that a place lies in."""
        index = bisect_right(self.quotations, place, key=_START) - 1
        if index < 0 or self.quotations[index].end <= place:
            return None
        return self.quotations[index]

    def is_outside(self, start: int, last: int) -> bool:
        """Whether no place from one to another, that included, lies in a quotation."""
        index = bisect_right(self.quotations, last, key=_START) - 1
        return index < 0 or self.quotations[index].end <= start

    def is_introduced(self, sentence: Sentence) -> bool:
        """Whether a sentence that is none itself leads to a quotation: "Lee went on:"."""
        if not self.text[sentence.start : sentence.end].rstrip().endswith(":"):
            return False
        following = _SPACE.match(self.text, sentence.end)
        return following is not None and self.around(following.end()) is not None

    def is_inside(self, sentence: Sentence, cue: Sequence[Token]) -> bool:
        """Whether a sentence, and the cue that it has, if any, stand in one quotation."""
        quote = self.around(sentence.start)
        return quote is not None and (not cue or self.around(cue[0].start) is quote)

    def touching(self, start: int, end: int) -> Iterator[Quotation]:
        """The quotations that share a character with a stretch and are long enough for speech."""
        index = max(0, bisect_right(self.quotations, start, key=_START) - 1)
        for quote in self.quotations[index:]:
            if quote.start >= end:
                return
            if quote.end > start and quote.end - quote.start >= _SHORTEST:
                yield quote

    def carried_speaker(self, sentence: Sentence, memory: Memory) -> tuple[Link, ...]:
        """Who goes on speaking in a sentence that stands inside a quotation."""
        quote = self.around(sentence.start)
        if quote is None or quote.end - quote.start < _SHORTEST or not memory.links:
            return ()
        for link in reversed(memory.links):
            if link.kind not in _SPEAKERS or link.span is None or is_self(link):
                continue
            if link.span.end <= quote.start:
                return (link,) if quote.start - link.span.end < _NEAR else ()
        return ()


def is_self(link: Link) -> bool:
    """Whether a link is whoever speaks: "I" and "we" inside a quotation."""
    return link.words.lower() in _SELF


def voice_of(words: Sequence[Token], quoted: QuotedText) -> Voice:
    """Whether a source's words are given as they were said, retold, or both."""
    if not words or quoted.is_outside(words[0].start, words[-1].start):
        return Voice.INDIRECT
    inside = sum(quoted.around(token.start) is not None for token in words)
    if inside == 0:
        return Voice.INDIRECT
    return Voice.DIRECT if inside >= len(words) * 0.9 else Voice.MIXED
