"""Quotations in a report: whose words stand between the marks, also in the sentences after."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from watchword.extract.memory import Memory
from watchword.model.attribution import Link, LinkKind, Voice
from watchword.model.reading import Token
from watchword.text.quotations import Quotation, find_quotations
from watchword.text.sentences import Sentence

_SPEAKERS = frozenset({LinkKind.PERSON, LinkKind.ANONYMOUS, LinkKind.ORGANISATION, LinkKind.STATE})
_SHORTEST = 12
"""Quotations shorter than this many characters are single words set in marks, not speech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedText:
    """The outer quotations of a report, in order."""

    quotations: tuple[Quotation, ...]

    @classmethod
    def of(cls, text: str) -> "QuotedText":
        """Find the quotations of a text."""
        found = find_quotations(text)
        return cls(quotations=tuple(quote for quote in found if quote.depth == 0))

    def around(self, place: int) -> Quotation | None:
        """The quotation that a place lies in."""
        index = bisect_right([quote.start for quote in self.quotations], place) - 1
        if index < 0 or self.quotations[index].end <= place:
            return None
        return self.quotations[index]

    def carried_speaker(self, sentence: Sentence, memory: Memory) -> tuple[Link, ...]:
        """Who goes on speaking in a sentence that stands inside a quotation."""
        quote = self.around(sentence.start)
        if quote is None or quote.end - quote.start < _SHORTEST or not memory.links:
            return ()
        speaker = next((link for link in reversed(memory.links) if link.kind in _SPEAKERS), None)
        if speaker is None or speaker.span is None:
            return ()
        return (speaker,) if quote.start - speaker.span.end < 400 else ()


def voice_of(words: Sequence[Token], quoted: QuotedText) -> Voice:
    """Whether a source's words are given as they were said, retold, or both."""
    inside = sum(quoted.around(token.start) is not None for token in words)
    if inside == 0:
        return Voice.INDIRECT
    return Voice.DIRECT if inside >= len(words) * 0.9 else Voice.MIXED
