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

TILE = 16
"""Outputs of a product are a multiple of this many: ONNX Runtime 1.24 on processors with AMX gives
wrong numbers in some rows of what is left over, and whole tiles are no slower."""


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

    def filled(self) -> "Dense":
        """The same, filled up with outputs of zero, whose scales are zero, to whole tiles."""
        more = -len(self.bias) % TILE
        return replace(
            self,
            weights=np.pad(self.weights, ((0, more), (0, 0))),
            bias=np.pad(self.bias, (0, more)),
            scales=np.pad(self.scales, (0, more)),
        )


class DenseGraph:
    """A graph whose dense layers multiply whole numbers, or exact ones."""

    def __init__(self, *, exact: bool) -> None:
        self.graph, self.exact = Graph(), exact

    def parted(self, layer: QuantLinear, states: str, parts: int) -> list[str]:
        """A dense layer whose outputs are wanted in equal parts, without copying them apart."""
        ready = self.ready(states, [layer])
        return [self.product(ready, each) for each in Dense.of([layer]).parted(parts)]

    def elu(self, states: str) -> str:
        """The exponential linear unit, of operators that are each quicker than the one of it."""
        graph = self.graph
        below = graph.add("Exp", graph.add("Min", states, graph.constant(0.0)))
        return graph.add("Max", states, graph.add("Add", below, graph.constant(-1.0)))

    def dense(self, layers: Sequence[QuantLinear], states: str) -> str:
        """Dense layers that read the same states, as one multiplication."""
        return self.product(self.ready(states, layers), Dense.of(layers))

    def ready(self, states: str, layers: Sequence[QuantLinear], times: int = 1) -> str:
        """States as a multiplication takes them: in eight bits, or as they are.

        Args:
            states: what is multiplied.
            layers: by which layers; they share a range.
            times: how many times as large as meant the states are.
        """
        graph, dense = self.graph, Dense.of(layers)
        if self.exact:
            return states if times == 1 else graph.add("Mul", states, graph.constant(1 / times))
        step = graph.constant(np.array(dense.step * times, np.float32))
        return graph.add(
            "QuantizeLinear", states, step, graph.constant(np.array(dense.middle, np.uint8))
        )

    def product(self, states: str, dense: Dense) -> str:
        """States, rounded or exact, times weights, and the bias."""
        graph, filled = self.graph, dense.filled()
        product = self._filled_product(states, filled)
        if len(filled.bias) == len(dense.bias):
            return product
        begin, end, last = (graph.constant([each]) for each in (0, len(dense.bias), -1))
        return graph.add("Slice", product, begin, end, last)

    def products(self, states: str, dense: Dense, sizes: Sequence[int]) -> list[str]:
        """The same in parts of so many outputs each."""
        graph, filled = self.graph, dense.filled()
        rest = len(filled.bias) - sum(sizes)
        every = [*sizes, rest] if rest else list(sizes)
        product = self._filled_product(states, filled)
        parts = graph.split("Split", product, graph.constant(every), parts=len(every), axis=-1)
        return parts[: len(sizes)]

    def _filled_product(self, states: str, dense: Dense) -> str:
        graph = self.graph
        bias = graph.constant(dense.bias)
        if self.exact:
            product = graph.add("MatMul", states, graph.constant(dense.weights.T))
            return graph.add("Add", product, bias)
        steps = np.maximum(dense.scales[:, None], np.float32(1e-30))
        whole = np.round(dense.weights / steps).astype(np.int8).T
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
