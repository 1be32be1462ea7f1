"""Train the part-of-speech tagger from treebanks and write the file that is shipped.

    python training/tagger.py ../shared/data src/watchword/engines/data/tagger.npz

Reads UD English-EWT and those genres of GUM whose texts are openly licensed; scores the
development sentences and prints the figures that `docs/reference/tagger.md` repeats.
"""

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np

from watchword.engines.tagger import OUTSIDE, features_of, shape_of, tag, unpack

Sentence = list[tuple[str, str]]

CLOSED_GENRES = ("essay", "fiction", "letter", "podcast", "whow")
"""GUM genres whose texts are licensed for non-commercial use only: left out."""

ROUNDS = 8
SMALLEST = 0.15
"""Weights nearer to zero are dropped: 0.05 tags no better on the development sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """Averaged weights: for each feature, the weight it gives to each tag's number."""

    tags: tuple[str, ...]
    certain: dict[str, str]
    weights: dict[str, dict[int, float]]


def main() -> None:
    """Train, score and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    bank = arguments.data / "treebanks"
    content = pack(train(list(read_split(bank, "train")), rounds=ROUNDS))
    arguments.out.write_bytes(content)
    right, total = score(read_split(bank, "dev"), content)
    print(f"development: {right} of {total} tags right, {right / total:.4f}")
    print(f"{len(content)} bytes")


def read_split(bank: Path, split: str) -> Iterator[Sentence]:
    """The sentences of one split of both treebanks."""
    yield from read_conllu(bank / "ewt" / f"{split}.conllu")
    for path in sorted((bank / "gum" / split).glob("*.conllu")):
        if path.name.split("_")[1] not in CLOSED_GENRES:
            yield from read_conllu(path)


def read_conllu(path: Path) -> Iterator[Sentence]:
    """The words and Penn tags of a treebank's sentences, hyphenated words joined."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if re.match(r"\d+\t", line)]
        words = [(row[1], row[4], "SpaceAfter=No" in row[9]) for row in rows]
        if words:
            yield joined(words)


def joined(words: list[tuple[str, str, bool]]) -> Sentence:
    """Words whose parts were cut at a hyphen, made whole again."""
    whole: Sentence = []
    index = 0
    while index < len(words):
        text, label, tight = words[index]
        while tight and index + 2 < len(words) and _is_hyphen(words, index):
            text += words[index + 1][0] + words[index + 2][0]
            last = words[index + 2][1]
            label = "JJ" if last in {"VBN", "VBG", "VBD"} else last
            tight = words[index + 2][2]
            index += 2
        whole.append((text, label))
        index += 1
    return whole


def _is_hyphen(words: list[tuple[str, str, bool]], index: int) -> bool:
    mark, after = words[index + 1], words[index + 2]
    return mark[0] == "-" and mark[2] and words[index][0][-1].isalnum() and after[0][0].isalnum()


def train(sentences: list[Sentence], *, rounds: int) -> Trained:
    """Averaged perceptron over shuffled sentences; the seed is fixed."""
    tags = tuple(sorted({label for sentence in sentences for _, label in sentence}))
    number = {label: index for index, label in enumerate(tags)}
    certain = _certain_words(sentences)
    weights: dict[str, dict[int, float]] = defaultdict(dict)
    totals: dict[tuple[str, int], float] = defaultdict(float)
    stamps: dict[tuple[str, int], int] = defaultdict(int)
    order = random.Random(7)  # noqa: S311 - a fixed shuffle, no secret
    step = 0

    def change(feature: str, label: int, by: float) -> None:
        key = (feature, label)
        now = weights[feature].get(label, 0.0)
        totals[key] += (step - stamps[key]) * now
        stamps[key] = step
        weights[feature][label] = now + by

    for turn in range(rounds):
        order.shuffle(sentences)
        wrong = 0
        for sentence in sentences:
            words = [word for word, _ in sentence]
            context = [shape_of(word) for word in words]
            last, before_last = OUTSIDE
            for index, (word, gold) in enumerate(sentence):
                guess = certain.get(word)
                if guess is None:
                    step += 1
                    features = features_of(index, words, context, (last, before_last))
                    guess = best_tag(features, tags, weights)
                    if guess != gold:
                        wrong += 1
                        for feature in features:
                            change(feature, number[gold], 1.0)
                            change(feature, number[guess], -1.0)
                before_last, last = last, guess
        print(f"round {turn + 1}: {wrong} wrong", flush=True)
    return Trained(tags=tags, certain=certain, weights=_averaged(weights, totals, stamps, step))


def best_tag(
    features: Iterable[str], tags: tuple[str, ...], weights: dict[str, dict[int, float]]
) -> str:
    """The tag with the highest score while weights still change."""
    scores: dict[int, float] = defaultdict(float)
    for feature in features:
        for number, weight in weights.get(feature, {}).items():
            scores[number] += weight
    return tags[max(scores, key=lambda number: (scores[number], -number))] if scores else "NN"


def _certain_words(sentences: Iterable[Sentence]) -> dict[str, str]:
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for sentence in sentences:
        for word, label in sentence:
            counts[word][label] += 1
    sure: dict[str, str] = {}
    for word, by_tag in sorted(counts.items()):
        label, most = max(by_tag.items(), key=lambda pair: pair[1])
        if most >= 20 and most / sum(by_tag.values()) >= 0.99:
            sure[word] = label
    return sure


def _averaged(
    weights: dict[str, dict[int, float]],
    totals: dict[tuple[str, int], float],
    stamps: dict[tuple[str, int], int],
    step: int,
) -> dict[str, dict[int, float]]:
    mean: dict[str, dict[int, float]] = {}
    for feature, by_label in weights.items():
        kept: dict[int, float] = {}
        for label, now in by_label.items():
            key = (feature, label)
            value = round((totals[key] + (step - stamps[key]) * now) / step, 2)
            if abs(value) >= SMALLEST:
                kept[label] = value
        if kept:
            mean[feature] = kept
    return mean


def pack(trained: Trained) -> bytes:
    """The shipped file: features, and for each the tags it speaks for, in hundredths."""
    features = sorted(trained.weights)
    pairs = [sorted(trained.weights[feature].items()) for feature in features]
    certain = "\n".join(f"{word}\t{label}" for word, label in sorted(trained.certain.items()))
    content = BytesIO()
    np.savez_compressed(
        content,
        tags=np.array("\n".join(trained.tags)),
        certain=np.array(certain),
        features=np.array("\n".join(features)),
        counts=np.array([len(each) for each in pairs], dtype=np.uint8),
        columns=np.array([number for each in pairs for number, _ in each], dtype=np.uint8),
        values=np.array([round(100 * v) for each in pairs for _, v in each], dtype=np.int16),
    )
    return content.getvalue()


def score(sentences: Iterable[Sentence], content: bytes) -> tuple[int, int]:
    """How many tags the shipped file gets right, and out of how many."""
    tagger = unpack(content)
    right = total = 0
    for sentence in sentences:
        found = tag([word for word, _ in sentence], tagger)
        right += sum(a == b for a, (_, b) in zip(found, sentence, strict=True))
        total += len(sentence)
    return right, total


if __name__ == "__main__":
    main()
