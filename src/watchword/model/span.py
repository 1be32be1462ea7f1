"""A place in a report's text, with the words that stand there.

Invariant: `end` is excluded and `quote` is exactly the report's text from `start` to `end`.
"""

from dataclasses import dataclass
from hashlib import sha256

from watchword.model.maker import maker_of

CONTEXT_CHARACTERS = 32
"""Length of the prefix and suffix kept beside a quote, enough to find it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words in a report, by position and by text (W3C Web Annotation selectors).

    Attributes:
        report: key of the report.
        start: first character, counted in Unicode code points of the report's text.
        end: the character after the last one.
        quote: the words themselves.
        prefix: up to 32 characters before them.
        suffix: up to 32 characters after them.
    """

    report: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 of the quoted words in UTF-8, as 64 hexadecimal digits."""
        return sha256(self.quote.encode()).hexdigest()

    @classmethod
    def within(cls, text: str, start: int, end: int, *, report: str) -> "Span":
        """Cut a span out of a report's text.

        Raises:
            ValueError: if the place is not inside the text.
        """
        if not 0 <= start <= end <= len(text):
            message = f"no place {start}:{end} in a text of {len(text)} characters"
            raise ValueError(message)
        around = context_of(text, start, end)
        span: Span = maker_of(Span)(report, start, end, text[start:end], *around)
        return span


def context_of(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before a place of a text and behind it, up to 32 characters of each."""
    before = text[max(0, start - CONTEXT_CHARACTERS) : start]
    return before, text[end : end + CONTEXT_CHARACTERS]
