"""The trained model of support as the ONNX file that is shipped."""

from pathlib import Path

import onnx

from language.encoder_graph import B, EncoderGraph
from support.network import SupportNetwork

W = "words"


def write_support(network: SupportNetwork, path: Path, *, exact: bool) -> int:
    """Write the file, as `watchword.engines.support` reads it; gives its size in bytes."""
    network.eval()
    onnx.save(SupportGraph(network, exact=exact).model(), path)
    return path.stat().st_size


class SupportGraph(EncoderGraph):
    """Puts the graph together."""

    def __init__(self, network: SupportNetwork, *, exact: bool) -> None:
        super().__init__(network.encoder, exact=exact, words=W)
        self.network = network

    def model(self) -> onnx.ModelProto:
        """The whole graph: chances of each word and of each sentence."""
        graph, states = self.graph, self.encoder()[-1]
        words = self.dense([self.network.words], self.words(states))
        told = graph.add("Squeeze", graph.add("Sigmoid", words), graph.constant([-1]))
        graph.give(told, "borne", [B, W])
        inner = graph.add("Tanh", self.dense([self.network.inner], self.start(states)))
        whole = graph.add("Sigmoid", self.dense([self.network.whole], inner))
        graph.give(graph.add("Squeeze", whole, graph.constant([-1, -2])), "whole", [B])
        return graph.model()
