"""How large a network is. Recipes tell it, and are read without PyTorch."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How large a network is, and which of its parts it has.

    Attributes:
        layers: layers of the encoder.
        inner: width between the two dense layers of each.
        bent: whether what is negative is cut off (ReLU) where it is else bent smoothly (GELU, ELU).
        mixed: whether heads read a weighted sum of all layers, or the last one alone.
        marked: whether the sides of an event are marked in the input, and the sentence read once
            more for each pair; else the event is told from what was read of both sides' words.
        pair: width of the hidden layer of events.
    """

    layers: int = 6
    inner: int = 1536
    bent: bool = False
    mixed: bool = True
    marked: bool = True
    pair: int = 256


USUAL = Shape()
"""The shape of the carried model."""
