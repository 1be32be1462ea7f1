"""One sentence of a brief, tied to the claims it stands on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a brief.

    Attributes:
        text: plain text, no markup.
        claims: keys of the claims it stands on; never empty.
    """

    text: str
    claims: tuple[str, ...]
