"""A question that a language model raises about a brief, marked as such."""

from dataclasses import dataclass


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
