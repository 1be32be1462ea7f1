"""Dense layers as the shipped file has them: weights in seven bits, joined, parted, reordered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from language.quantised import QuantLinear


def numbers(value: Tensor) -> NDArray[np.float32]:
    """A tensor as an array of single precision."""
    return value.detach().float().numpy()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dense:
    """Weights of dense layers that read the same states, one row an output.

    Attributes:
        weights: exact weights.
        bias: of each output.
        scales: of each output's rounded weights.
        step: scale of the rounded inputs.
        middle: zero point of the rounded inputs.
    """

    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    scales: NDArray[np.float32]
    step: float
    middle: int

    @classmethod
    def of(cls, layers: Sequence[QuantLinear]) -> "Dense":
        """The layers' weights, one after another."""
        step, middle = layers[0].input_scale()
        return cls(
            weights=np.concatenate([numbers(each.weight) for each in layers]),
            bias=np.concatenate([numbers(each.bias) for each in layers]),
            scales=np.concatenate([numbers(each.weight_scale()) for each in layers]),
            step=float(step),
            middle=0 if torch.isnan(middle) else int(middle),
        )

    def parted(self, parts: int) -> list["Dense"]:
        """Equal parts of the outputs."""
        return [self.ordered(part) for part in np.split(np.arange(len(self.bias)), parts)]

    def ordered(self, places: NDArray[np.int64]) -> "Dense":
        """The outputs at some places, in that order."""
        return replace(
            self, weights=self.weights[places], bias=self.bias[places], scales=self.scales[places]
        )
