"""Fit the weights by which a verb's recipient is chosen among the nouns below it.

    python training/recipients.py ../shared/data

Reads the marked pairs of PLV_train and of ConfliBERT's CAMEO train, keeps those whose source is
the subject of a verb with the target below it, and fits a conditional logit: which noun below
the verb is the target. Prints how often it is the right one, by five-fold cross-validation, and
the weights for `extract/events/recipients.py`.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from watchword.engines import ReadingEngine
from watchword.extract.dependents import Stretch, Tree
from watchword.extract.events.dyads import find_dyads
from watchword.extract.events.recipients import Candidate, find_candidates
from watchword.ledger.corpora.events import read_cameo, read_plv
from watchword.ledger.corpora.sentence import LabelledSentence
from watchword.model.reading import Reading, Word

FOLDS, STEPS, RATE, SHRINK = 5, 300, 0.3, 0.5
LEAST = 0.3
"""Weights that are smaller count for nothing."""

Weights = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The nouns below a verb, and which of them are the marked target."""

    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of the measuring data")
    choices = list(each_choice(parser.parse_args().data))
    names = sorted(
        {name for choice in choices for each in choice.candidates for name in each.marks}
    )
    tables = [(_table(choice, names), np.array(choice.right)) for choice in choices]
    order = list(range(len(tables)))
    random.Random(0).shuffle(order)  # noqa: S311 - parts examples, no secret
    rates = []
    for fold in range(FOLDS):
        apart = set(order[fold::FOLDS])
        weights = fit([tables[index] for index in order if index not in apart])
        rates.append(np.mean([_is_right(*tables[index], weights) for index in apart]))
    print(f"{len(tables)} choices, right in {np.mean(rates):.3f} by {FOLDS}-fold cross-validation")
    for name, weight in zip(names, fit(tables), strict=True):
        if abs(weight) >= LEAST:
            print(f'        "{name}": {weight:.1f},')


def each_choice(data: Path) -> Iterator[Choice]:
    """The choices of both corpora whose target is among the nouns below the verb."""
    engine = ReadingEngine()
    for read in (read_plv, read_cameo):
        sentences = [each for each in read(data, "train") if each.pair and (0, 0) not in each.pair]
        readings = engine.read([_words(each) for each in sentences])
        for sentence, reading in zip(sentences, readings, strict=True):
            choice = _choice(sentence, reading)
            if choice is not None:
                yield choice


def fit(tables: Sequence[tuple[Weights, NDArray[np.bool_]]]) -> Weights:
    """Weights that make the marked targets likeliest, by AdaGrad with shrinkage."""
    weights = np.zeros(tables[0][0].shape[1])
    past = np.zeros_like(weights)
    for _ in range(STEPS):
        slope = SHRINK * weights / len(tables)
        for table, right in tables:
            scores = table @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            wanted = chances * right / (chances * right).sum()
            slope -= table.T @ (wanted - chances) / len(tables)
        past += slope * slope
        weights -= RATE * slope / (np.sqrt(past) + 1e-8)
    return weights


def _choice(sentence: LabelledSentence, reading: Reading) -> Choice | None:
    tree = Tree(reading)
    source, target = sentence.pair or ((0, 0), (0, 0))
    for dyad in find_dyads(reading):
        if not dyad.actors or not _meets(tree, dyad.actors[0], source):
            continue
        taken = frozenset(tree.all_below(dyad.actors[0]))
        taken = frozenset() if dyad.verb in taken else taken
        candidates = tuple(find_candidates(tree, dyad.verb, taken))
        right = tuple(_meets(tree, each.head, target) for each in candidates)
        if any(right):
            return Choice(candidates=candidates, right=right)
    return None


def _meets(tree: Tree, head: int, marked: Stretch) -> bool:
    """Whether a found noun is the marked one: its head in there, or theirs in its phrase."""
    first, last = tree.phrase(head)
    heads = [
        index
        for index in range(*marked)
        if not marked[0] <= (tree.tokens[index].head or -1) < marked[1]
    ]
    return marked[0] <= head < marked[1] or any(first <= index < last for index in heads)


def _table(choice: Choice, names: Sequence[str]) -> Weights:
    return np.array([[each.marks.get(name, 0.0) for name in names] for each in choice.candidates])


def _is_right(table: Weights, right: NDArray[np.bool_], weights: Weights) -> bool:
    return bool(right[np.argmax(table @ weights)])


def _words(sentence: LabelledSentence) -> tuple[Word, ...]:
    words: list[Word] = []
    at = 0
    for text in sentence.words:
        words.append(Word(text=text, start=at, end=at + len(text)))
        at += len(text) + 1
    return tuple(words)


if __name__ == "__main__":
    main()
