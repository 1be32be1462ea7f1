"""Parts of speech by an averaged perceptron (Collins 2002), trained by `training/tagger.py`.

The weights in `data/tagger.json.gz` come from UD English-EWT and the openly licensed genres
of GUM; `docs/reference/tagger.md` has the score and the licences.
"""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

OUTSIDE = ("-START-", "-START2-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagger:
    """Weights of a tagger.

    Attributes:
        tags: the tag set, in the order of the weight vectors.
        certain: words that have one tag only.
        weights: for each feature, the weight it gives to each tag number.
    """

    tags: tuple[str, ...]
    certain: Mapping[str, str]
    weights: Mapping[str, Mapping[int, float]]


@cache
def carried_tagger() -> Tagger:
    """Load the weights that are shipped with the package."""
    path = resources.files("watchword.engines") / "data" / "tagger.json.gz"
    content = json.loads(gzip.decompress(path.read_bytes()))
    return Tagger(
        tags=tuple(content["tags"]),
        certain=content["certain"],
        weights={
            feature: dict(zip(pairs[::2], pairs[1::2], strict=True))
            for feature, pairs in content["weights"].items()
        },
    )


def tag(words: Sequence[str], tagger: Tagger) -> list[str]:
    """Give each word of a sentence its Penn Treebank tag."""
    last, before_last = OUTSIDE
    found: list[str] = []
    context = [shape_of(word) for word in words]
    for index, word in enumerate(words):
        guess = tagger.certain.get(word)
        if guess is None:
            guess = best_tag(features_of(index, words, context, (last, before_last)), tagger)
        found.append(guess)
        before_last, last = last, guess
    return found


def best_tag(features: Sequence[str], tagger: Tagger) -> str:
    """The tag with the highest score; ties go to the tag that sorts last."""
    scores: dict[int, float] = {}
    for feature in features:
        for number, weight in tagger.weights.get(feature, {}).items():
            scores[number] = scores.get(number, 0.0) + weight
    if not scores:
        return "NN"
    return tagger.tags[max(scores, key=lambda number: (scores[number], number))]


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
