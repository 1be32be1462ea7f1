"""The language models that are shipped, and where their files lie."""

from enum import StrEnum
from importlib import resources
from importlib.resources.abc import Traversable


class Carried(StrEnum):
    """A model that is shipped.

    Attributes:
        FULL: the one that reads best, and that is used unless another is asked for.
        FAST: half its layers, taught by it, for archives; it marks more wrongly, as
            `docs/reference/model-card.md` tells.
    """

    FULL = "full"
    FAST = "fast"


USUAL = Carried.FULL
"""The one that reads unless another is asked for."""


def place_of(model: Carried) -> Traversable:
    """The folder of a model's files."""
    data = resources.files("watchword.engines") / "data"
    return data if model is Carried.FULL else data / model.value
