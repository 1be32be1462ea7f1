"""What a training run is told, from one TOML file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from language.shape import Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """How a corpus is used.

    Attributes:
        share: how often its sentences come in one round: 0.5 half of them, 2 each twice.
        stated: whether it states a licence; those that do not can be left out with one switch.
    """

    share: float
    stated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One training run.

    Attributes:
        name: name and version of the model.
        seed: of every shuffle and draw.
        steps: how many batches.
        pieces: pieces in a batch, about.
        rate: highest learning rate of the heads.
        encoder_rate: highest learning rate of the encoder's last layer.
        layer_decay: by how much each layer below learns slower.
        warm_steps: steps until the highest rate.
        average: share of the old in the running average of weights.
        rounding_steps: last steps, in which numbers are rounded as in the shipped file.
        tail: share of a layer's inputs that rounding cuts off at each end.
        save_seconds: time between checkpoints.
        weights: weight of each head's loss; 1 where it is not named.
        corpora: how each corpus is used.
        dropout: how much of the usual share of states is dropped while training.
        shape: how large the network is.
    """

    name: str
    seed: int
    steps: int
    pieces: int
    rate: float
    encoder_rate: float
    layer_decay: float
    warm_steps: int
    average: float
    rounding_steps: int
    tail: float
    save_seconds: int
    weights: Mapping[str, float]
    corpora: Mapping[str, Portion]
    shape: Shape
    dropout: float = 1.0


def read_recipe(path: Path, *, stated_only: bool = False) -> Recipe:
    """Read a recipe; with `stated_only`, corpora without a stated licence are left out."""
    stored = tomllib.loads(path.read_text(encoding="utf-8"))
    corpora = {name: Portion(**each) for name, each in stored.pop("corpora").items()}
    kept = {name: each for name, each in corpora.items() if each.stated or not stated_only}
    shape = Shape(**stored.pop("shape", {}))
    return Recipe(**stored, corpora=kept, shape=shape)
