"""The form in which a model is asked and answers: OpenAI's chat completions, as many speak it."""

import json
from collections.abc import Mapping
from typing import Any

from watchword.errors import UnansweredError
from watchword.model.inquiry import Inquiry

MOST_CHARACTERS = 100_000
"""Characters of an answer that are looked at."""


def body_of(model: str, inquiry: Inquiry, *, with_schema: bool = True) -> bytes:
    """The request: the least chance that can be asked for, so that it can be asked again.

    Args:
        model: name of the model.
        inquiry: what it is asked.
        with_schema: whether the server is told the form of the answer; some know no such thing.
    """
    asked: dict[str, Any] = {
        "model": model,
        "messages": [
            {"role": "system", "content": inquiry.instruction},
            {"role": "user", "content": inquiry.material},
        ],
        "temperature": 0,
        "seed": 0,
        "max_tokens": inquiry.most_tokens,
        "stream": False,
    }
    if with_schema:
        schema = {"name": "answer", "strict": True, "schema": json.loads(inquiry.schema)}
        asked["response_format"] = {"type": "json_schema", "json_schema": schema}
    return json.dumps(asked, ensure_ascii=False).encode(errors="replace")


def text_in(body: bytes) -> str:
    """The words in an answer.

    Raises:
        UnansweredError: if the answer is in another form.
    """
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise UnansweredError("the answer is not JSON") from error
    choices = answer.get("choices") if isinstance(answer, Mapping) else None
    first = choices[0] if isinstance(choices, list) and choices else None
    message = first.get("message") if isinstance(first, Mapping) else None
    content = message.get("content") if isinstance(message, Mapping) else None
    if not isinstance(content, str):
        raise UnansweredError("the answer is no chat completion")
    return content[:MOST_CHARACTERS]
