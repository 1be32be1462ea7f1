"""A small inventory, and answers of a model that finds nothing."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from watchword.engines.answers import Answers
from watchword.engines.inventory import LINKS, TRAITS, Inventory

Blank = Callable[..., Answers]

INVENTORY = Inventory(
    name="little/1",
    tags=("NN", "VBD"),
    classes=("NOUN", "VERB"),
    features=("_", "Number=Plur"),
    lemmas=("0", "1", "4000"),
    relations=("root", "nsubj", "obj"),
    schemes={
        "names": ("person", "location"),
        "attribution": ("content", "cue", "source"),
        "causal": ("cause", "effect", "signal"),
    },
    roots=("AID", "ASSAULT"),
    quads=("0", "4"),
)


@pytest.fixture(scope="session")
def inventory() -> Inventory:
    """Few labels of each kind."""
    return INVENTORY


@pytest.fixture(scope="session")
def blank() -> Blank:
    """Answers for sentences of so many words, in which each hangs from the one before."""

    def answers(rows: int = 1, words: int = 4, **given: object) -> Answers:
        types = sum(len(each) for each in INVENTORY.schemes.values())
        chain = np.tile(np.arange(words), (rows, 1))
        none = np.zeros((rows, words), dtype=np.int32)
        made = Answers(
            tags=none,
            classes=none,
            features=none,
            lemmas=none,
            heads=chain,
            relations=np.minimum(chain, 1),
            stretches=np.full((3, rows, words, words), -9, dtype=np.float32),
            starts=np.zeros((rows, words, types), dtype=np.float32),
            ends=np.zeros((rows, words, types), dtype=np.float32),
            links=np.full((rows, len(LINKS), words, words), -9, dtype=np.float32),
            factuality=np.zeros((rows, words), dtype=np.float32),
            statuses=none,
            traits=np.full((rows, len(TRAITS)), 0.25, dtype=np.float32),
            embeddings=np.full((rows, 384), 384**-0.5, dtype=np.float32),
        )
        return replace(made, **given)  # type: ignore[arg-type]

    return answers
