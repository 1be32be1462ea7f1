"""Dense layers as the shipped file has them: weights in seven bits, joined, parted, reordered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from onnx import TensorProto
from torch import Tensor

from language.graph import Graph
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


class DenseGraph:
    """A graph whose dense layers multiply whole numbers, or exact ones."""

    def __init__(self, *, exact: bool) -> None:
        self.graph, self.exact = Graph(), exact

    def parted(self, layer: QuantLinear, states: str, parts: int) -> list[str]:
        """A dense layer whose outputs are wanted in equal parts, without copying them apart."""
        ready = self.ready(states, [layer])
        return [self.product(ready, each) for each in Dense.of([layer]).parted(parts)]

    def dense(self, layers: Sequence[QuantLinear], states: str) -> str:
        """Dense layers that read the same states, as one multiplication."""
        return self.product(self.ready(states, layers), Dense.of(layers))

    def ready(self, states: str, layers: Sequence[QuantLinear]) -> str:
        """States as a multiplication takes them: in eight bits, or as they are."""
        if self.exact:
            return states
        graph, dense = self.graph, Dense.of(layers)
        step = graph.constant(np.array(dense.step, np.float32))
        return graph.add(
            "QuantizeLinear", states, step, graph.constant(np.array(dense.middle, np.uint8))
        )

    def product(self, states: str, dense: Dense) -> str:
        """States, rounded or exact, times weights, and the bias."""
        graph = self.graph
        bias = graph.constant(dense.bias)
        if self.exact:
            product = graph.add("MatMul", states, graph.constant(dense.weights.T))
            return graph.add("Add", product, bias)
        whole = np.round(dense.weights / dense.scales[:, None]).astype(np.int8).T
        step = graph.constant(np.array(dense.step, np.float32))
        middle = graph.constant(np.array(dense.middle, np.uint8))
        scales = graph.constant(dense.scales)
        return graph.fused(
            "MatMulIntegerToFloat", states, graph.constant(whole), step, scales, middle, "", bias
        )

    def begins_of(self, states: str) -> str:
        """How many places stand before those of each sentence, the first axis of states."""
        graph = self.graph
        zero, one = graph.constant(np.array(0)), graph.constant(np.array(1))
        shape = graph.add("Shape", states)
        rows = graph.add("Gather", shape, zero, axis=0)
        counted = graph.add("Unsqueeze", graph.add("Range", zero, rows, one), graph.constant([1]))
        return graph.add("Mul", counted, graph.add("Gather", shape, one, axis=0))

    def rows_at(self, states: str, places: str, begins: str) -> str:
        """States at places of their own sentence: sentences, places, width.

        Args:
            states: sentences, places, width.
            places: sentences, places.
            begins: how many places stand before each sentence's.
        """
        graph = self.graph
        wide = graph.add("Cast", places, to=TensorProto.INT64)
        width = graph.add("Shape", states, start=2)
        ends = graph.add("Concat", graph.constant([-1]), width, axis=0)
        flat = graph.add("Reshape", states, ends)
        return graph.add("Gather", flat, graph.add("Add", wide, begins), axis=0)
