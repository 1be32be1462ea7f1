"""The network of a model's files: what was exported, taken back for another to learn from.

Weights come back as they were rounded, which is as the files multiply them; inputs are not rounded.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from language.export import lows_first, marking_order
from language.network import WIDTH, Layer, Mix, Network
from language.quantised import INPUT_STEPS, QuantLinear
from watchword.engines.inventory import read_inventory
from watchword.engines.sessions import LABELS, READER, RELATIONS

PRODUCT = "MatMulIntegerToFloat"
Array = NDArray[np.float32]


def network_of(folder: Path) -> Network:
    """The network that a model's files were exported from, ready to answer.

    Raises:
        ValueError: if the files are not of the network as it is built now.
    """
    network = Network(read_inventory((folder / LABELS).read_text(encoding="utf-8")))
    with torch.no_grad():
        _take_reader(network, Graph(folder / READER))
        relations = Graph(folder / RELATIONS)
        _fill([network.relations], relations.next_product())
    return network.eval()


class Graph:
    """A file's nodes and constants; each kind of node is taken in the order of the export."""

    def __init__(self, path: Path) -> None:
        graph = onnx.load(path).graph
        self._nodes = list(graph.node)
        self.constants = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
        self._products = iter(self.of_kind(PRODUCT))

    def of_kind(self, kind: str) -> list[Sequence[str]]:
        """Inputs of the nodes of one kind."""
        return [list(each.input) for each in self._nodes if each.op_type == kind]

    def told(self, kind: str) -> list[Array]:
        """Constants that the nodes of one kind take, node by node."""
        names = (name for inputs in self.of_kind(kind) for name in inputs)
        return [self.constants[name] for name in names if name in self.constants]

    def next_product(self, count: int = 1) -> "Product":
        """The next product of matrices; of several, their outputs one after another."""
        return Product([self._of(next(self._products)) for _ in range(count)])

    def _of(self, inputs: Sequence[str]) -> tuple[Array, ...]:
        _, whole, step, scales, middle, _, bias = inputs
        return tuple(self.constants[name] for name in (whole, scales, bias, step, middle))


class Product:
    """Weights, biases and the range of inputs of a dense layer, one row an output.

    Outputs that only fill up tiles are left out.
    """

    def __init__(self, parts: Sequence[tuple[Array, ...]]) -> None:
        kept = [scales > 0 for _, scales, *_ in parts]
        self.weights = np.concatenate(
            [
                (whole.astype(np.float32) * scales).T[real]
                for (whole, scales, *_), real in zip(parts, kept, strict=True)
            ]
        )
        self.bias = np.concatenate(
            [bias[real] for (_, _, bias, *_), real in zip(parts, kept, strict=True)]
        )
        step, middle = float(parts[0][3]), float(parts[0][4])
        self.low, self.high = -middle * step, (INPUT_STEPS - middle) * step

    def reordered(self, places: NDArray[np.int64]) -> "Product":
        """The same with each output back where it was before it was put at these places."""
        back = np.argsort(places)
        self.weights, self.bias = self.weights[back], self.bias[back]
        return self


def _fill(layers: Sequence[QuantLinear], product: Product) -> None:
    """Give layers that were exported as one their weights."""
    begin = 0
    for layer in layers:
        end = begin + layer.out_features
        layer.weight.copy_(torch.tensor(product.weights[begin:end]))
        layer.bias.copy_(torch.tensor(product.bias[begin:end]))
        layer.low.fill_(product.low)
        layer.high.fill_(product.high)
        begin = end
    if begin != len(product.bias):
        raise ValueError(f"a product of {len(product.bias)} outputs, not {begin}")


def _take_reader(network: Network, graph: Graph) -> None:
    _take_tables(network, graph)
    norms = iter(graph.of_kind("LayerNormalization"))
    _take_norm(network.encoder.norm, graph, next(norms))
    for layer in network.encoder.layers:
        if not isinstance(layer, Layer):
            raise TypeError(type(layer))
        _fill([layer.attend], graph.next_product(3))
        _take_norm(layer.norm, graph, next(norms))
        for dense in (layer.gather, layer.widen, layer.narrow):
            _fill([dense], graph.next_product())
        _take_norm(layer.last_norm, graph, next(norms))
    shares, _ = graph.told("MatMul")
    for mix, told in zip((network.syntax, network.marking), shares, strict=True):
        _take_mix(mix, torch.tensor(told))
    syntax, marking = network.sharing()
    labels = sum(each.out_features for each in syntax[:-2])
    _fill(syntax, graph.next_product(3).reordered(lows_first(labels)))
    _fill([network.arc_bilinear], graph.next_product())
    _fill([network.arc_prior], graph.next_product())
    _take_marking(network, marking, graph)
    _fill([network.embed], graph.next_product())


def _take_marking(network: Network, marking: Sequence[QuantLinear], graph: Graph) -> None:
    _fill(marking, graph.next_product(5).reordered(marking_order(network)))
    for dense in (network.fact, network.traits, network.pair_inner, network.events):
        _fill([dense], graph.next_product())
    shape = (len(network.link_bias), 1, 1)
    (bias,) = (each for each in graph.told("Add") if each.shape == shape)
    network.link_bias.copy_(torch.tensor(bias.ravel()))


def _take_tables(network: Network, graph: Graph) -> None:
    encoder = network.encoder
    pieces = (encoder.words.num_embeddings,)
    whole, scales = (each for each in graph.told("Gather") if each.shape[:1] == pieces)
    encoder.words.weight.copy_(torch.tensor(whole.astype(np.float32) * scales))
    (places,) = (each for each in graph.told("Slice") if each.shape[-1:] == (WIDTH,))
    encoder.places.weight.copy_(torch.tensor(places))
    shapes, marks = (each for each in graph.told("Add") if each.shape[-1:] == (WIDTH,))
    encoder.shapes.weight.copy_(torch.tensor(shapes.reshape(-1, WIDTH)))
    encoder.marks.weight.copy_(torch.tensor(marks.reshape(-1, WIDTH)))


def _take_norm(norm: torch.nn.LayerNorm, graph: Graph, inputs: Sequence[str]) -> None:
    norm.weight.copy_(torch.tensor(graph.constants[inputs[1]]))
    norm.bias.copy_(torch.tensor(graph.constants[inputs[2]]))


def _take_mix(mix: Mix, told: torch.Tensor) -> None:
    mix.scale.copy_(told.sum())
    mix.weights.copy_(torch.log(told / told.sum()))
