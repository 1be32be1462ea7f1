"""A language model's answer, read strictly: what is not in the form asked for is no offer."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from watchword.brief.wording.judging import Reason

_THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_FENCE = re.compile(r"\A\s*```(?:json)?\s*(.*?)\s*```\s*\Z", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """What a model offers for the sentences of one inquiry.

    Attributes:
        wordings: the text offered, by the sentence's number.
        dropped: what was no offer, by reason.
    """

    wordings: Mapping[int, str] = field(default_factory=dict)
    dropped: Mapping[Reason, int] = field(default_factory=dict)


def read_offers(text: str, count: int) -> Offers:
    """Read the wordings that a model offers.

    Args:
        text: its answer.
        count: how many sentences it was asked about, numbered from one.
    """
    entries = entries_in(text, "wordings")
    if entries is None:
        return Offers(dropped={Reason.FORM: 1})
    wordings: dict[int, str] = {}
    dropped: Counter[Reason] = Counter()
    for entry in entries:
        number, words = entry.get("number"), entry.get("text")
        if (
            set(entry) != {"number", "text"}
            or type(number) is not int
            or not isinstance(words, str)
        ):
            dropped[Reason.FORM] += 1
        elif not 1 <= number <= count or number in wordings:
            dropped[Reason.NUMBERED] += 1
        else:
            wordings[number] = words
    return Offers(wordings=wordings, dropped=dict(dropped))


def entries_in(text: str, name: str) -> list[dict[str, Any]] | None:
    """The objects in the list of this name; None where the answer is in another form.

    A model that thinks aloud first, or puts its answer between fences, is understood all the same.
    """
    entries = answer_in(text, name)
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        return None
    return entries


def answer_in(text: str, name: str) -> object:
    """What stands under this name, alone; None where the answer is in another form."""
    bare = _THOUGHT.sub("", text)
    fenced = _FENCE.match(bare)
    try:
        answer = json.loads(fenced[1] if fenced else bare, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return None
    return answer[name] if isinstance(answer, dict) and set(answer) == {name} else None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        message = "a field is given twice"
        raise ValueError(message)
    return fields
