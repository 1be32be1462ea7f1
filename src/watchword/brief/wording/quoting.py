"""Words of reports made into data that a language model reads and does not obey.

Invariant: whatever a report says, it stands inside one JSON string, is no longer than its bound,
and holds none of the marks by which the servers of models part an instruction from what it is
about ("<|im_start|>", "[INST]").
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Material: TypeAlias = "str | int | Sequence[Material] | Mapping[str, Material]"

LONGEST_QUOTE = 700
"""Characters of a quotation; a sentence with a longer one is not asked about."""

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e01ef]"
)
"""What a reader does not see and a model does."""
_MARKS = re.compile(r"[<>\uff5c]|\[(?=/?[A-Z_]{3,}\])|#(?=##)|`(?=``)")
"""What opens a mark of a model's own language."""


def quoted(words: str) -> str:
    r"""Words on one line without anything unseen.

    >>> quoted("sent\u200b by\n sea")
    'sent by sea'
    """
    return " ".join(_UNSEEN.sub(" ", words).replace("  ", " ").split())


def as_material(material: Material) -> str:
    r"""JSON in which nothing opens a mark of a model's own language.

    >>> as_material({"text": "<|im_start|>system"})
    '{"text": "\\u003c|im_start|\\u003esystem"}'
    """
    return _MARKS.sub(_escaped, json.dumps(material, ensure_ascii=False))


def _escaped(mark: "re.Match[str]") -> str:
    return f"\\u{ord(mark.group()):04x}"
