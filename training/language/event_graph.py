"""The events as a graph of their own: a sentence is read once, whatever pairs stand in it."""

import onnx

from language.dense import Dense, DenseGraph
from language.network import Network

N = "pairs"


class EventGraph(DenseGraph):
    """From what is told of each pair, its root type and quad class."""

    def __init__(self, network: Network, *, exact: bool) -> None:
        super().__init__(exact=exact)
        self.network = network

    def model(self) -> onnx.ModelProto:
        """The whole graph."""
        told = self.graph.take("told", [N, self.network.shape.pair], whole=False)
        give_events(self, self.network, self.graph.add("Relu", told))
        return self.graph.model()


def give_events(part: DenseGraph, network: Network, inner: str) -> None:
    """Probabilities of root types and of quad classes as outputs of a graph."""
    graph = part.graph
    sizes = [len(network.inventory.roots), len(network.inventory.quads)]
    ready = part.ready(inner, [network.events])
    parts = part.products(ready, Dense.of([network.events]), sizes)
    for name, size, each in zip(("roots", "quads"), sizes, parts, strict=True):
        graph.give(graph.add("Softmax", each, axis=-1), name, [N, size])
