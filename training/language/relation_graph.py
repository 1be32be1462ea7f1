"""The relations as a graph of their own: it is run when the heads are known to make a tree."""

import onnx

from language.dense import DenseGraph
from language.network import RELATION, Network

B, L = "sentences", "length"


class RelationGraph(DenseGraph):
    """From what the encoder's graph gives of words and heads, the relation of each to its head."""

    def __init__(self, network: Network, *, exact: bool) -> None:
        super().__init__(exact=exact)
        self.network = network

    def model(self) -> onnx.ModelProto:
        """The whole graph."""
        graph = self.graph
        low = graph.take("dependents", [B, L, RELATION], whole=False)
        high = graph.take("governors", [B, "length_and_root", RELATION], whole=False)
        heads = graph.take("heads", [B, L])
        chosen = self.rows_at(high, heads, self.begins_of(high))
        both = graph.add("Concat", low, chosen, graph.add("Mul", low, chosen), axis=-1)
        best = graph.add("ArgMax", self.dense([self.network.relations], both), axis=-1, keepdims=0)
        graph.give(best, "relations", [B, L], whole=True)
        return graph.model()
