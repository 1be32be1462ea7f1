"""What the carried model answers for a batch of sentences, as arrays with names."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Whole = NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Arrays for a batch; words are counted from 0, heads from 0 for the root.

    Attributes:
        tags: sentences, words: number of the Penn tag.
        classes: number of the universal part of speech.
        features: number of the bundle of features.
        lemmas: number of the lemma script.
        heads: sentences, words: the head; the heads of a sentence make a tree.
        relations: number of the relation to that head.
        stretches: schemes, sentences, first word, last word: score if the types that suit the
            first word best and the last word best were one; no phrase scores higher.
        starts: sentences, words, types of all schemes: how well a word begins a phrase.
        ends: the same axes: how well a word ends one.
        links: sentences, kinds, first word of one phrase, first word of the other: scores.
        factuality: sentences, words: -3 to 3, or somewhat beyond.
        statuses: sentences, words: number of the status.
        traits: sentences, kinds: probabilities.
        embeddings: sentences, 384: directions of length one.
        sources: sentences, words, hidden: what is told of each word as a source's; this and the
            next two None from a model that reads a sentence anew for each pair.
        targets: the same as a target's.
        wholes: sentences, hidden: what is told of the sentence.
    """

    tags: Whole
    classes: Whole
    features: Whole
    lemmas: Whole
    heads: Whole
    relations: Whole
    stretches: Floats
    starts: Floats
    ends: Floats
    links: Floats
    factuality: Floats
    statuses: Whole
    traits: Floats
    embeddings: Floats
    sources: Floats | None = None
    targets: Floats | None = None
    wholes: Floats | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A batch of sentences as the model takes it, all of equally many pieces.

    Attributes:
        pieces: sentences, pieces: numbers; none is 0, which would be read as a piece.
        shapes: shape of each piece's letters.
        marks: 1 on the pieces of a marked source, 2 on those of a marked target.
        first: sentences, words: place of each word's first piece; 0 where no word is.
        last: place of each word's last piece.
    """

    pieces: Whole
    shapes: Whole
    marks: Whole
    first: Whole
    last: Whole
