"""What a language model had a hand in, so that a reader of a brief can see where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A sentence of a brief that a language model worded.

    Attributes:
        where: JSON pointer of the sentence in the brief.
        text: the sentence as it stands.
        replaced: the sentence that was composed without the model.
        model: name of the model.
        prompt: name and version of the instruction it was given.
        request: content key of what it was asked.
    """

    where: str
    text: str
    replaced: str
    model: str
    prompt: str
    request: str


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
        offered: how many wordings it offered that are not what stands there.
        kept: how many of those passed every check.
        dropped: why the others were not used, the most frequent reason first.
        failed: why inquiries were not answered, each reason once.
    """

    model: str
    prompt: str
    asked: int
    unanswered: int
    offered: int
    kept: int
    dropped: tuple[Dropped, ...] = ()
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question that a language model raises about a brief; it states nothing.

    Attributes:
        text: the question.
        claims: keys of the claims that it is about; never empty.
        model: name of the model.
        prompt: name and version of the instruction it was given.
        request: content key of what it was asked.
    """

    text: str
    claims: tuple[str, ...]
    model: str
    prompt: str
    request: str
