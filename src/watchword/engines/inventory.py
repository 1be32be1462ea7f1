"""What the carried language model can answer: the labels of each of its heads, in their order."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from typing import TypeVar

LINKS = (
    ("attribution", "source", "cue", "source"),
    ("attribution", "content", "cue", "content"),
    ("causal", "effect", "cause", "effect"),
    ("causal", "signal", "cause", "signal"),
    ("conditional", "consequence", "condition", "consequence"),
)
"""Scheme, kind, and the types of the first and second phrase of each kind of link."""

Kind = TypeVar("Kind")

STATUSES = ("done", "planned", "considered")
TRAITS = ("causal", "counterfactual")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """The labels of a model.

    Attributes:
        name: name and version of the model.
        tags: Penn Treebank tags.
        classes: universal parts of speech.
        features: bundles of universal features.
        lemmas: how a word becomes its dictionary form: how many letters are cut off its end, and
            what is put there, such as `3y` for "studies".
        relations: dependency relations.
        schemes: the types of phrase of each scheme.
        roots: PLOVER root types.
        quads: quad classes.
    """

    name: str
    tags: tuple[str, ...]
    classes: tuple[str, ...]
    features: tuple[str, ...]
    lemmas: tuple[str, ...]
    relations: tuple[str, ...]
    schemes: Mapping[str, tuple[str, ...]]
    roots: tuple[str, ...]
    quads: tuple[str, ...]

    def to_json(self) -> str:
        """The inventory as it is kept beside the model."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=0)


def read_inventory(text: str) -> Inventory:
    """An inventory from its JSON, as `to_json` wrote it.

    Raises:
        ValueError: if it is anything else.
    """
    stored = json.loads(text)
    if not isinstance(stored, dict) or stored.keys() != {field.name for field in fields(Inventory)}:
        raise ValueError("it has not the fields of an inventory")
    name, schemes = stored.pop("name"), _given(dict, stored.pop("schemes"))
    return Inventory(
        name=_given(str, name),
        schemes={scheme: _labels(types) for scheme, types in schemes.items()},
        **{head: _labels(labels) for head, labels in stored.items()},
    )


def script_of(word: str, lemma: str) -> str:
    """How a word becomes its lemma: letters to cut off its end, and what to put there.

    >>> script_of("Studies", "study"), script_of("went", "go"), script_of("3,000", "3000")
    ('3y', '4go', '4000')
    """
    low, aim = word.lower(), lemma.lower()
    same = 0
    while same < min(len(low), len(aim)) and low[same] == aim[same]:
        same += 1
    return f"{len(low) - same}{aim[same:]}"


@lru_cache(maxsize=50_000)
def lemma_by(word: str, script: str) -> str:
    """The lemma that a script makes of a word; the word in lower case where it makes none.

    What is put may begin with a digit where the word is a number: of several ways to read such a
    script, the one that cuts off most is taken.

    >>> lemma_by("Studies", "3y"), lemma_by("3,000", "4000"), lemma_by("be", "3y")
    ('study', '3000', 'be')
    """
    low = word.lower()
    digits = len(script) - len(script.lstrip("0123456789"))
    for end in range(digits, 0, -1) if low[-1:].isdigit() else (digits,):
        kept = len(low) - int(script[:end])
        if kept >= 0:
            return low[:kept] + script[end:] or low
    return low


def _labels(stored: object) -> tuple[str, ...]:
    return tuple(_given(str, label) for label in _given(list, stored))


def _given(kind: type[Kind], stored: object) -> Kind:
    if isinstance(stored, kind):
        return stored
    raise ValueError(f"an inventory has a {kind.__name__} where this has {stored!r:.40}")
