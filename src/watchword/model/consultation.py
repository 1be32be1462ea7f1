"""What came of asking a language model about a brief, counted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """What a language model offered and was not used.

    Attributes:
        reason: the rule that it broke.
        count: how many sentences.
    """

    reason: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """What came of asking a language model about a brief.

    Attributes:
        model: name of the model.
        prompt: name and version of the instruction.
        asked: how many sentences it was to be asked about.
        unanswered: for how many of those there was no answer.
        offered: how many wordings, or orders, it offered that are not what stands there.
        kept: how many of those passed every check.
        dropped: why the others were not used, the most frequent reason first.
        failed: why inquiries were not answered, each reason once.
        places: JSON pointers of what it worded or ordered.
    """

    model: str
    prompt: str
    asked: int
    unanswered: int
    offered: int
    kept: int
    dropped: tuple[Dropped, ...]
    failed: tuple[str, ...]
    places: tuple[str, ...]
