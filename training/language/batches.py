"""Examples into batches of one length each, with their labels as tensors.

Invariant: a label that a corpus does not have is masked: it moves no weight.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from language.examples import Example, padded
from language.network import Inputs
from watchword.engines.inventory import LINKS, STATUSES, TRAITS, Inventory, script_of

ABSENT = -100
"""What stands for a label that is not there, as in PyTorch's losses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeLabels:
    """Phrases of one scheme for those sentences of a batch that are labelled with it.

    Attributes:
        rows: which sentences.
        gold: rows, types, first word, last word: 1 where a phrase is.
        types: rows, types: 1 where the corpus labels the type.
    """

    rows: Tensor
    gold: Tensor
    types: Tensor


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Sentences of one length with their labels.

    Attributes:
        inputs: what the network takes.
        words: labels of words by name: `tags`, `classes`, `features`, `lemmas`, `heads`
            (0 the root), `relations`, `statuses`; ABSENT where there is none.
        schemes: phrases by scheme.
        links: sentence, kind, start of the first, start of the second, and 1 or 0.
        facts: sentence, word and factuality.
        traits: sentences by kinds: 1, 0, or -1 where nobody judged.
        events: root type and quad class of each sentence; ABSENT where there is none.
        meanings: row of each sentence's base embedding, -1 for none.
    """

    inputs: Inputs
    words: Mapping[str, Tensor]
    schemes: Mapping[str, SchemeLabels]
    links: tuple[Tensor, Tensor]
    facts: tuple[Tensor, Tensor]
    traits: Tensor
    events: Tensor
    meanings: Tensor


def each_group(
    examples: Sequence[Example], pieces: int, order: random.Random
) -> Iterator[list[Example]]:
    """Shuffled groups of one length, each of about so many pieces."""
    buckets: dict[int, list[Example]] = defaultdict(list)
    groups: list[list[Example]] = []
    shuffled = list(examples)
    order.shuffle(shuffled)
    for example in shuffled:
        bucket = buckets[example.bucket]
        bucket.append(example)
        if len(bucket) >= max(4, pieces // example.bucket):
            groups.append(list(bucket))
            bucket.clear()
    groups += [bucket for bucket in buckets.values() if bucket]
    order.shuffle(groups)
    yield from groups


def inputs_of(group: Sequence[Example]) -> Inputs:
    """A group as the network takes it."""
    width = group[0].bucket
    fields = ("pieces", "shapes", "marks", "first", "last")
    return Inputs(
        **{
            name: torch.tensor(padded([getattr(each, name) for each in group], width))
            for name in fields
        }
    )


def batch_of(group: Sequence[Example], inventory: Inventory) -> Batch:
    """A group with its labels."""
    width = group[0].bucket
    numbers = Numbers(inventory)
    rows = [numbers.word_labels(each) for each in group]
    return Batch(
        inputs=inputs_of(group),
        words={
            name: torch.tensor(padded([row[name] for row in rows], width, ABSENT))
            for name in rows[0]
        },
        schemes={
            name: labels
            for name, types in inventory.schemes.items()
            if (labels := scheme_labels(group, name, types)) is not None
        },
        links=link_labels(group),
        facts=fact_labels(group),
        traits=torch.tensor([_judged(each) for each in group], dtype=torch.float32),
        events=torch.tensor([numbers.event_labels(each) for each in group]),
        meanings=torch.tensor([each.meaning for each in group]),
    )


class Numbers:
    """Labels into their places in the inventory."""

    def __init__(self, inventory: Inventory) -> None:
        self._places = {
            name: {label: place for place, label in enumerate(getattr(inventory, name))}
            for name in (
                "tags",
                "classes",
                "features",
                "lemmas",
                "relations",
                "roots",
                "quads",
            )
        }

    def word_labels(self, example: Example) -> dict[str, list[int]]:
        """Labels of each word; ABSENT where there is none."""
        sentence = example.sentence
        size = len(sentence.words)
        found = {
            name: self._places_of(name, getattr(sentence, name), size)
            for name in ("tags", "classes", "features")
        }
        scripts = [
            script_of(word, lemma)
            for word, lemma in zip(sentence.words, sentence.lemmas or (), strict=False)
        ]
        found["lemmas"] = self._places_of("lemmas", scripts or None, size)
        tree = sentence.tree
        found["heads"] = [head + 1 for head in tree.heads] if tree else [ABSENT] * size
        found["relations"] = self._places_of("relations", tree.relations if tree else None, size)
        found["statuses"] = [
            STATUSES.index(sentence.statuses[word]) if word in sentence.statuses else ABSENT
            for word in range(size)
        ]
        return found

    def event_labels(self, example: Example) -> list[int]:
        """Root type and quad class."""
        event = example.sentence.event
        return [
            self._places[name].get(event.get(key, ""), ABSENT)
            for name, key in (("roots", "root"), ("quads", "quad"))
        ]

    def _places_of(self, name: str, labels: Sequence[str] | None, size: int) -> list[int]:
        if labels is None:
            return [ABSENT] * size
        places = self._places[name]
        return [places.get(label, ABSENT) for label in labels]


def scheme_labels(group: Sequence[Example], name: str, types: Sequence[str]) -> SchemeLabels | None:
    """One scheme's phrases; None where no sentence of the group is labelled with it."""
    rows = [row for row, each in enumerate(group) if name in each.sentence.schemes]
    if not rows:
        return None
    width = group[0].bucket
    gold = torch.zeros(len(rows), len(types), width, width)
    for place, row in enumerate(rows):
        for start, end, label in group[row].sentence.schemes[name].phrases:
            if label in types:
                gold[place, types.index(label), start, end - 1] = 1
    labelled = [
        [float(label in group[row].sentence.schemes[name].types) for label in types] for row in rows
    ]
    return SchemeLabels(rows=torch.tensor(rows), gold=gold, types=torch.tensor(labelled))


def link_labels(group: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """Pairs of phrase starts that could be linked, and whether they are."""
    places, answers = [], []
    for row, each in enumerate(group):
        for kind, (scheme, name, one, other) in enumerate(LINKS):
            labels = each.sentence.schemes.get(scheme)
            if labels is None or not labels.links:
                continue
            linked = {(a[0], b[0]) for label, a, b in labels.links if label == name}
            firsts = {start for start, _, label in labels.phrases if label == one}
            seconds = {start for start, _, label in labels.phrases if label == other}
            for first in sorted(firsts):
                for second in sorted(seconds):
                    places.append([row, kind, first, second])
                    answers.append(float((first, second) in linked))
    return torch.tensor(places).reshape(-1, 4), torch.tensor(answers)


def fact_labels(group: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """Sentence and word of each rated predicate, and its factuality."""
    rated = [
        (row, word, value)
        for row, each in enumerate(group)
        for word, value in each.sentence.factuality.items()
    ]
    places = torch.tensor([(row, word) for row, word, _ in rated]).reshape(-1, 2)
    return places, torch.tensor([value for _, _, value in rated])


def _judged(example: Example) -> list[float]:
    judged = example.sentence.traits
    return [float(judged[kind]) if kind in judged else -1.0 for kind in TRAITS]
