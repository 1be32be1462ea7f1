"""The carried model's answers into readings: labels by name, windows of one sentence as one."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, pairwise

import numpy as np

from watchword.engines.answers import Answers
from watchword.engines.inventory import TRAITS, Inventory
from watchword.engines.phrases import markings_of
from watchword.engines.tokens import tokens_of
from watchword.model.maker import maker_of
from watchword.model.phrase import Link, Phrase
from watchword.model.reading import Marking, Reading, Token, Trait, Word

JOINED = "parataxis"
"""Relation of a later window's root to the first window's."""


def readings_of(
    sentences: Sequence[Sequence[Word]], answers: Answers, inventory: Inventory
) -> list[Reading]:
    """The reading of each sentence of a batch.

    Args:
        sentences: the words that were asked about, row by row.
        answers: what the model answered.
        inventory: its labels.
    """
    tokens = tokens_of(sentences, answers, inventory)
    ends = accumulate(map(len, sentences), initial=0)
    thousandths = np.rint(answers.traits.astype(np.float64) * 1000).astype(np.int64).tolist()
    reading = maker_of(Reading)
    columns = zip(
        pairwise(ends),
        markings_of(answers, inventory),
        thousandths,
        answers.embeddings.astype("<f2"),
        strict=True,
    )
    return [
        reading(
            tuple(tokens[start:end]),
            inventory.name,
            markings,
            tuple(map(_trait, TRAITS, traits)),
            embedding.tobytes(),
        )
        for (start, end), markings, traits, embedding in columns
    ]


def joined(readings: Sequence[Reading]) -> Reading:
    """The windows of one long sentence as one reading."""
    if len(readings) == 1:
        return readings[0]
    tokens: list[Token] = []
    markings: dict[str, tuple[list[Phrase], list[Link]]] = {}
    root = -1
    for reading in readings:
        begin = len(tokens)
        tokens += [_moved_token(token, begin, root) for token in reading.tokens]
        if root < 0:
            root = next(index for index, token in enumerate(tokens) if token.head == -1)
        for marking in reading.markings:
            phrases, links = markings.setdefault(marking.scheme, ([], []))
            phrases += [_moved(phrase, begin) for phrase in marking.phrases]
            links += [_moved_link(link, begin) for link in marking.links]
    return Reading(
        tokens=tuple(tokens),
        made_by=readings[0].made_by,
        markings=tuple(
            Marking(scheme=scheme, phrases=tuple(phrases), links=tuple(links))
            for scheme, (phrases, links) in markings.items()
        ),
        traits=tuple(
            max(same, key=lambda trait: trait.probability)
            for same in zip(*(reading.traits for reading in readings), strict=True)
        ),
        embedding=_mean_direction([reading.embedding or b"" for reading in readings]),
    )


@lru_cache(maxsize=2 * 1001)
def _trait(kind: str, thousandths: int) -> Trait:
    return Trait(kind=kind, probability=thousandths / 1000)


def _moved(phrase: Phrase, by: int) -> Phrase:
    return replace(phrase, start=phrase.start + by, end=phrase.end + by)


def _moved_link(link: Link, by: int) -> Link:
    return replace(link, first=_moved(link.first, by), second=_moved(link.second, by))


def _moved_token(token: Token, by: int, root: int) -> Token:
    """A token of a later window; its root hangs from the first window's, which is -1 for none."""
    if token.head is not None and token.head >= 0:
        return replace(token, head=token.head + by)
    return token if root < 0 else replace(token, head=root, relation=JOINED)


def _mean_direction(embeddings: Sequence[bytes]) -> bytes:
    total = np.sum([np.frombuffer(each, dtype="<f2").astype(np.float64) for each in embeddings], 0)
    length = float(np.sqrt((total * total).sum())) or 1.0
    return bytes((total / length).astype("<f2").tobytes())
