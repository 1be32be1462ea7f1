"""Every sentence that training draws from, and how a round of them is drawn."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from language.examples import LONGEST, Example, encode, with_hidden
from language.settings import Recipe
from language.sources import SOURCES
from language.start import base_meanings
from silver.shapes import reshaped
from watchword.engines.inventory import Inventory, script_of
from watchword.ledger.corpora.sentence import LabelledSentence

RESHAPED = 0.12
"""Share of sentences that are seen in capitals, in lower case, as a headline or unstopped."""

COVERED = 0.3
"""Share of sentences without labels of words of which some words are hidden."""

TAUGHT = 36_000
"""Sentences whose meaning the base model teaches."""

SCHEMES = ("names", "mentions", "intelligence", "domain", "attribution", "causal", "conditional")
RARE = {"features": 5, "lemmas": 3, "relations": 5, "tags": 2, "classes": 2}
"""Labels seen less often are not learnt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Sentences by corpus.

    Attributes:
        corpora: of each corpus its sentences, each in one or more variants.
        rows: of each corpus, for each sentence, the row of its base embedding, -1 for none.
        meanings: embeddings that the base model gives.
    """

    corpora: Mapping[str, Sequence[Sequence[LabelledSentence]]]
    rows: Mapping[str, Sequence[int]]
    meanings: Tensor


def build_pool(recipe: Recipe, data: Path, run: Path) -> Pool:
    """Read the corpora of a recipe; the base model's embeddings are kept in the run's folder."""
    corpora = {
        name: [variants for variants in SOURCES[name](data, recipe.seed) if fits(variants[0])]
        for name in recipe.corpora
    }
    for name, each in corpora.items():
        print(f"{name}: {len(each)} sentences", flush=True)
    total = sum(len(each) for each in corpora.values())
    order = random.Random(recipe.seed)  # noqa: S311 - a fixed draw
    chosen = set(order.sample(range(total), min(TAUGHT, total)))
    rows: dict[str, list[int]] = {}
    examples: list[Example] = []
    number = 0
    for name, each in corpora.items():
        rows[name] = []
        for variants in each:
            taught = number in chosen
            rows[name].append(len(examples) if taught else -1)
            if taught:
                examples.append(encode(variants[0]))
            number += 1
    return Pool(corpora=corpora, rows=rows, meanings=_kept_meanings(examples, run))


def _kept_meanings(examples: Sequence[Example], run: Path) -> Tensor:
    kept = run / "meanings.pt"
    if kept.exists():
        stored: Tensor = torch.load(kept, weights_only=True)
        if len(stored) == len(examples):
            return stored
    found = base_meanings(examples)
    torch.save(found, kept)
    return found


def fits(sentence: LabelledSentence) -> bool:
    """Whether a sentence is short enough to be trained on."""
    return len(sentence.words) > 0 and len(encode(sentence).pieces) <= LONGEST


def each_round(pool: Pool, recipe: Recipe, order: random.Random) -> list[Example]:
    """One round of examples: each corpus by its share, some in other shapes."""
    found = []
    for name, portion in recipe.corpora.items():
        sentences, rows = pool.corpora[name], pool.rows[name]
        for place in _drawn(len(sentences), portion.share, order):
            sentence = order.choice(sentences[place])
            row = rows[place]
            if order.random() < RESHAPED:
                sentence = reshaped(sentence, order)
            example = encode(sentence, row)
            if sentence.tags is None and order.random() < COVERED:
                example = with_hidden(example, order)
            if len(example.pieces) <= LONGEST:
                found.append(example)
    return found


def _drawn(size: int, share: float, order: random.Random) -> Iterator[int]:
    for _ in range(int(share)):
        yield from range(size)
    yield from order.sample(range(size), int(size * (share % 1)))


def inventory_of(pool: Pool, name: str) -> Inventory:
    """The labels that the sentences of a pool have."""
    counts: dict[str, Counter[str]] = {each: Counter() for each in (*RARE, "roots", "quads")}
    types: dict[str, set[str]] = {scheme: set() for scheme in SCHEMES}
    for sentence in _each_sentence(pool):
        _count(sentence, counts)
        for scheme, labels in sentence.schemes.items():
            types[scheme] |= labels.types
    kept = {
        each: tuple(sorted(label for label, seen in found.items() if seen >= RARE.get(each, 1)))
        for each, found in counts.items()
    }
    schemes = {scheme: tuple(sorted(found)) for scheme, found in types.items() if found}
    return Inventory(name=name, schemes=schemes, **kept)


def _each_sentence(pool: Pool) -> Iterator[LabelledSentence]:
    for corpus in pool.corpora.values():
        for variants in corpus:
            yield from variants


def _count(sentence: LabelledSentence, counts: Mapping[str, Counter[str]]) -> None:
    for layer in ("tags", "classes", "features"):
        counts[layer].update(getattr(sentence, layer) or ())
    if sentence.lemmas:
        counts["lemmas"].update(
            script_of(word, lemma)
            for word, lemma in zip(sentence.words, sentence.lemmas, strict=True)
        )
    if sentence.tree:
        counts["relations"].update(sentence.tree.relations)
    for layer, key in (("roots", "root"), ("quads", "quad")):
        if key in sentence.event:
            counts[layer][sentence.event[key]] += 1
