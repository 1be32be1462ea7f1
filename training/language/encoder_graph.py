"""The encoder as an ONNX graph, in whole numbers or exact, and the parts that heads share.

Dense layers that read the same states are one multiplication. Each layer's inputs are rounded to
eight bits with one scale that training settled, its weights to seven bits with a scale for each
output, so that sums of products are whole numbers, the same on every machine.
"""

import numpy as np
import onnx
import torch
from numpy.typing import NDArray

from language.dense import DenseGraph, numbers
from language.network import HEADS, WIDTH, Encoder, Layer

B, L = "sentences", "length"


class EncoderGraph(DenseGraph):
    """The encoder's part of the graph, and what every head is put together from."""

    def __init__(self, encoder: Encoder, *, exact: bool, words: str = L) -> None:
        super().__init__(exact=exact)
        self.read_by = encoder
        self.pieces, self.shapes, self.marks = (
            self.graph.take(name, [B, L]) for name in ("pieces", "shapes", "marks")
        )
        self.first, self.last = (self.graph.take(name, [B, words]) for name in ("first", "last"))
        graph = self.graph
        one = graph.constant(np.array(1))
        self.width = graph.add("Gather", graph.add("Shape", self.pieces), one, axis=0)
        self.begins = self.begins_of(self.pieces)
        self.present = graph.add("Greater", self.first, graph.constant(np.array(0, np.int32)))
        seen = graph.add("Greater", self.pieces, graph.constant(np.array(0, np.int32)))
        self.seen = graph.add("Cast", seen, to=onnx.TensorProto.FLOAT)

    def encoder(self) -> list[str]:
        """States of every layer, the embedding's first."""
        graph, encoder = self.graph, self.read_by
        words = self.word_embeddings(numbers(encoder.words.weight))
        places = graph.add(
            "Slice",
            graph.constant(numbers(encoder.places.weight)),
            graph.constant([0]),
            graph.add("Reshape", self.width, graph.constant([1])),
            graph.constant([0]),
        )
        summed = graph.add("Add", graph.add("Add", words, places), self.shapes_and_marks())
        states = [
            graph.add(
                "LayerNormalization",
                summed,
                graph.constant(numbers(encoder.norm.weight)),
                graph.constant(numbers(encoder.norm.bias)),
                epsilon=1e-12,
            )
        ]
        for layer in encoder.layers:
            states.append(self.layer(layer, states[-1]))
        return states

    def shapes_and_marks(self) -> str:
        """Embeddings of shapes and of marks, if any, from one table of both that opening makes."""
        graph, encoder = self.graph, self.read_by
        shapes = numbers(encoder.shapes.weight)
        if not encoder.shape.marked:
            return graph.add("Gather", graph.constant(shapes), self.shapes)
        marks = numbers(encoder.marks.weight)
        table = graph.add("Add", graph.constant(shapes[:, None]), graph.constant(marks[None]))
        rows = graph.add("Reshape", table, graph.constant([-1, WIDTH]))
        before = graph.add("Mul", self.shapes, graph.constant(np.array(len(marks), np.int32)))
        return graph.add("Gather", rows, graph.add("Add", before, self.marks))

    def word_embeddings(self, table: NDArray[np.float32]) -> str:
        """Embeddings of the pieces; in eight bits with a scale for each piece, or exact."""
        graph = self.graph
        if self.exact:
            return graph.add("Gather", graph.constant(table), self.pieces)
        scales = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
        whole = np.round(table / scales).astype(np.int8)
        rows = graph.add("Gather", graph.constant(whole), self.pieces)
        plain = graph.add("Cast", rows, to=onnx.TensorProto.FLOAT)
        return graph.add("Mul", plain, graph.add("Gather", graph.constant(scales), self.pieces))

    def layer(self, layer: Layer, states: str) -> str:
        """One layer of the encoder."""
        graph = self.graph
        parts = self.parted(layer.attend, states, parts=3)
        seen = graph.add("Attention", *parts, q_num_heads=HEADS, kv_num_heads=HEADS)
        states = self.added(states, self.dense([layer.gather], seen), layer.norm)
        wide = self.bent(self.dense([layer.widen], states))
        return self.added(states, self.dense([layer.narrow], wide), layer.last_norm)

    def bent(self, value: str) -> str:
        """What a dense layer gave, bent before the next takes it.

        Rounding to numbers from nought on cuts off what is negative: it needs no node for it.
        """
        if not self.read_by.shape.bent:
            return self.graph.fused("Gelu", value)
        return self.graph.add("Relu", value) if self.exact else value

    def added(self, states: str, more: str, norm: torch.nn.LayerNorm) -> str:
        """A sum, normed."""
        graph = self.graph
        return graph.add(
            "LayerNormalization",
            graph.add("Add", states, more),
            graph.constant(numbers(norm.weight)),
            graph.constant(numbers(norm.bias)),
            epsilon=1e-12,
        )

    def words(self, states: str) -> str:
        """States of words, from those of their first and last pieces."""
        graph = self.graph
        both = graph.add(
            "Add",
            self.rows_at(states, self.first, self.begins),
            self.rows_at(states, self.last, self.begins),
        )
        return graph.add("Mul", both, graph.constant(0.5))

    def start(self, states: str) -> str:
        """State of each sentence's first piece: sentences, 1, width."""
        graph = self.graph
        return graph.add("Slice", states, *(graph.constant([each]) for each in (0, 1, 1)))
