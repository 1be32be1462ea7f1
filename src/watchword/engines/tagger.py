"""Parts of speech by an averaged perceptron (Collins 2002), trained by `training/tagger.py`.

The weights in `data/tagger.npz` come from UD English-EWT and the openly licensed genres
of GUM; `docs/reference/tagger.md` has the score and the licences.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

OUTSIDE = ("-START-", "-START2-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagger:
    """Weights of a tagger.

    Attributes:
        tags: the tag set, in the order of the weights' columns.
        certain: words that have one tag only.
        rows: row number of each feature.
        weights: hundredths, one row a feature, one column a tag; whole numbers, so that a sum
            is the same in any order and on any machine.
    """

    tags: tuple[str, ...]
    certain: Mapping[str, str]
    rows: Mapping[str, int]
    weights: NDArray[np.int16]


@cache
def carried_tagger() -> Tagger:
    """Load the weights that are shipped with the package."""
    path = resources.files("watchword.engines") / "data" / "tagger.npz"
    return unpack(path.read_bytes())


def unpack(content: bytes) -> Tagger:
    """A tagger from the bytes of its file, as `training/tagger.py` writes them."""
    stored = np.load(BytesIO(content), allow_pickle=False)
    tags = tuple(str(stored["tags"]).split("\n"))
    features = str(stored["features"]).split("\n")
    weights = np.zeros((len(features), len(tags)), dtype=np.int16)
    counts = stored["counts"]
    weights[np.repeat(np.arange(len(features)), counts), stored["columns"]] = stored["values"]
    certain = (line.split("\t") for line in str(stored["certain"]).split("\n") if line)
    return Tagger(
        tags=tags,
        certain=dict(certain),
        rows={feature: row for row, feature in enumerate(features)},
        weights=weights,
    )


def tag(words: Sequence[str], tagger: Tagger) -> list[str]:
    """Give each word of a sentence its Penn Treebank tag."""
    last, before_last = OUTSIDE
    found: list[str] = []
    context = [shape_of(word) for word in words]
    for index, word in enumerate(words):
        guess = tagger.certain.get(word)
        if guess is None:
            guess = _best_tag(features_of(index, words, context, (last, before_last)), tagger)
        found.append(guess)
        before_last, last = last, guess
    return found


def _best_tag(features: Sequence[str], tagger: Tagger) -> str:
    """The tag with the highest score; of equal ones the first."""
    rows = [row for feature in features if (row := tagger.rows.get(feature)) is not None]
    if not rows:
        return "NN"
    scores: NDArray[np.int32] = np.sum(tagger.weights[rows], axis=0, dtype=np.int32)
    return tagger.tags[int(np.argmax(scores))]


def shape_of(word: str) -> str:
    """A word as the tagger compares it: lower case, with digits made alike."""
    if word[:1].isdigit():
        return "!4" if word.isdigit() and len(word) == 4 else "!9"
    return word.lower()


def features_of(
    index: int, words: Sequence[str], context: Sequence[str], tags: tuple[str, str]
) -> list[str]:
    """What the tagger looks at around one word.

    Args:
        index: which word.
        words: the sentence as written.
        context: the sentence as `shape_of` gives it.
        tags: the tags of the word before and of the word before that.
    """
    word, low = words[index], context[index]
    last, before_last = tags
    before = context[index - 1] if index else OUTSIDE[0]
    before2 = context[index - 2] if index > 1 else OUTSIDE[1]
    after = context[index + 1] if index + 1 < len(context) else "-END-"
    after2 = context[index + 2] if index + 2 < len(context) else "-END2-"
    case = _case_of(word, index)
    return [
        "b",
        f"w {low}",
        f"s3 {low[-3:]}",
        f"s2 {low[-2:]}",
        f"s1 {low[-1:]} {last}",
        f"p1 {low[:1]}",
        f"c {case}",
        f"c {case} {last}",
        f"h {'-' in word[1:]} {low[-2:]}",
        f"t {last}",
        f"t2 {last} {before_last}",
        f"tw {last} {low}",
        f"w-1 {before}",
        f"w-1s {before[-3:]}",
        f"w-2 {before2}",
        f"w+1 {after}",
        f"w+1s {after[-3:]}",
        f"w+2 {after2}",
        f"w-1w {before} {low}",
        f"ww+1 {low} {after}",
    ]


def _case_of(word: str, index: int) -> str:
    if not word[:1].isupper():
        return "low"
    place = "0" if index == 0 else "n"
    return f"all{place}" if len(word) > 1 and word.isupper() else f"cap{place}"
