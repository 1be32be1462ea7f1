"""What a language model is asked, and what it answers: words, never knowledge."""

import json
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """One thing that a language model is asked.

    Attributes:
        prompt: name and version of the instruction ("word/1").
        instruction: what it is to do, in our own words alone.
        material: what it is to do it with, as JSON; words of reports stand here and nowhere else.
        schema: the JSON Schema of the answer, as JSON.
        most_tokens: longest answer, in the model's tokens.
    """

    prompt: str
    instruction: str
    material: str
    schema: str
    most_tokens: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a language model answered.

    Attributes:
        request: content key of what was asked.
        model: name of the model that was asked.
        text: its words, not to be trusted.
    """

    request: str
    model: str
    text: str


def request_key(model: str, inquiry: Inquiry) -> str:
    """Content key of an inquiry to a model: the same question has the same key on any machine.

    The address and the password are no part of it: the same model answers wherever it runs.
    """
    told = (
        model,
        inquiry.prompt,
        inquiry.instruction,
        inquiry.material,
        inquiry.schema,
        inquiry.most_tokens,
    )
    return sha256(json.dumps(told, ensure_ascii=False).encode(errors="replace")).hexdigest()[:16]
