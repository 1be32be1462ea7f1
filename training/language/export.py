"""The trained network as the ONNX file that is shipped: every head, one graph."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray

from language.dense import Dense, numbers
from language.encoder_graph import B, EncoderGraph, L
from language.event_graph import EventGraph, give_events
from language.network import ARC, LINK, POINTER, RELATION, WIDTH, Network, turns
from language.relation_graph import RelationGraph
from watchword.engines.inventory import LINKS
from watchword.engines.sessions import EVENTS, FILES, LABELS, READER, RELATIONS

LONGEST = 512


def write_model(network: Network, folder: Path, *, exact: bool) -> int:
    """Write the files of a model, as `ReadingEngine` reads them; gives their size in bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    onnx.save(Export(network, exact=exact).model(), folder / READER)
    onnx.save(RelationGraph(network, exact=exact).model(), folder / RELATIONS)
    if not network.shape.marked:
        onnx.save(EventGraph(network, exact=exact).model(), folder / EVENTS)
    (folder / LABELS).write_text(network.inventory.to_json(), encoding="utf-8")
    return sum(each.stat().st_size for each in folder.iterdir() if each.name in FILES)


def halved(schemes: int) -> NDArray[np.int64]:
    """Order of the ends' outputs in which of each query and key the even ones come first."""
    places = np.arange(2 * schemes * POINTER).reshape(2 * schemes, POINTER // 2, 2)
    return places.transpose(0, 2, 1).ravel()


class Export(EncoderGraph):
    """Puts the graph together, head by head."""

    def __init__(self, network: Network, *, exact: bool) -> None:
        super().__init__(network.encoder, exact=exact)
        self.network = network

    def model(self) -> onnx.ModelProto:
        """The whole graph."""
        layers = self.encoder()
        syntax = marking = layers[-1]
        if self.network.shape.mixed:
            syntax, marking = (
                self.mix(each, layers) for each in (self.network.syntax, self.network.marking)
            )
        self.syntax_heads(syntax)
        self.marking_heads(marking)
        self.meaning_head(layers)
        return self.graph.model()

    # -- heads of syntax

    def syntax_heads(self, states: str) -> None:
        """Labels of words, arcs, and what relations are told from."""
        graph, network = self.graph, self.network
        both = graph.add("Concat", self.start(states), self.words(states), axis=1)
        names = ("tags", "classes", "features", "lemmas")
        layers = network.sharing()[0]
        labels = layers[: len(names)]
        scores = self.dense(layers, both)
        sizes = [*(each.out_features for each in labels), ARC, ARC, RELATION, RELATION]
        *found, low, high, relation_low, relation_high = graph.split(
            "Split", scores, graph.constant(sizes), parts=len(sizes), axis=-1
        )
        for name, each in zip(names, found, strict=True):
            kept = self.without_root(each)
            graph.give(graph.add("ArgMax", kept, axis=-1, keepdims=0), name, [B, L], whole=True)
        self.arcs(low, high)
        low = self.without_root(self.bent_end(relation_low))
        graph.give(low, "dependents", [B, L, RELATION])
        high = self.bent_end(relation_high)
        graph.give(high, "governors", [B, "length_and_root", RELATION])

    def bent_end(self, value: str) -> str:
        """What arcs and relations are told from, bent."""
        return self.graph.add("Relu" if self.network.shape.bent else "Elu", value)

    def without_root(self, scores: str) -> str:
        """Words alone, where the root stood before them."""
        graph = self.graph
        far = graph.constant([2**31])
        return graph.add("Slice", scores, graph.constant([1]), far, graph.constant([1]))

    def arcs(self, low: str, high: str) -> None:
        """Scores of arcs."""
        graph, network = self.graph, self.network
        low = self.without_root(self.bent_end(low))
        high = self.bent_end(high)
        scores = graph.fused(
            "FusedMatMul",
            self.dense([network.arc_bilinear], low),
            high,
            transB=1,
            alpha=float(ARC**-0.5),
        )
        prior = graph.add("Transpose", self.dense([network.arc_prior], high), perm=[0, 2, 1])
        scores = graph.add("Add", scores, prior)
        real = graph.add("Pad", self.presence(), graph.constant([0, 1, 0, 0]), graph.constant(1.0))
        away = graph.add("Mul", graph.add("Sub", real, graph.constant(1.0)), graph.constant(1e4))
        scores = graph.add("Add", scores, graph.add("Unsqueeze", away, graph.constant([1])))
        graph.give(scores, "arcs", [B, L, "length_and_root"])

    def presence(self) -> str:
        """1 where a word is, else 0."""
        return self.graph.add("Cast", self.present, to=onnx.TensorProto.FLOAT)

    # -- heads that mark

    def marking_heads(self, states: str) -> None:
        """Phrases, links, factuality, statuses; traits and events of whole sentences."""
        graph, network = self.graph, self.network
        words = self.words(states)
        pointers = list(network.pointers.values())
        layers = network.sharing()[1]
        ends = 2 * POINTER * len(pointers)
        types = sum(each.types.out_features for each in pointers)
        sizes = [ends, types, *(each.out_features for each in layers[2 * len(pointers) :])]
        turning = np.concatenate([halved(len(pointers)), np.arange(ends, sum(sizes))])
        product = self.product(self.ready(words, layers), Dense.of(layers).ordered(turning))
        scores = graph.split("Split", product, graph.constant(sizes), parts=len(sizes), axis=-1)
        self.phrases(scores[0], scores[1])
        self.links(scores[2])
        inner = self.bent(scores[3])
        fact = self.dense([network.fact], inner)
        graph.give(graph.add("Squeeze", fact, graph.constant([-1])), "factuality", [B, L])
        best = graph.add("ArgMax", scores[4], axis=-1, keepdims=0)
        graph.give(best, "statuses", [B, L], whole=True)
        whole = self.whole_states(states)
        judged = graph.add("Sigmoid", self.dense([network.traits], whole))
        graph.give(judged, "traits", [B, network.traits.out_features])
        if network.shape.marked:
            self.marked_events(whole, words)
        else:
            self.sides(whole, scores[5])

    def phrases(self, ends: str, types: str) -> None:
        """Scores of stretches, and of words as starts and ends of each type."""
        graph, pointers = self.graph, self.network.pointers
        schemes = len(pointers)
        shaped = graph.add("Reshape", ends, graph.constant([0, 0, 2 * schemes, 2, POINTER // 2]))
        even, odd = self.halves(shaped, axis=3)
        sine, cosine = (self.turn(numbers(each)) for each in turns(LONGEST))
        first = graph.add("Sub", graph.add("Mul", even, cosine), graph.add("Mul", odd, sine))
        second = graph.add("Add", graph.add("Mul", even, sine), graph.add("Mul", odd, cosine))
        turned = graph.add("Concat", first, second, axis=-1)
        parted = graph.add("Reshape", turned, graph.constant([0, 0, schemes, 2, POINTER]))
        query, key = self.halves(graph.add("Transpose", parted, perm=[3, 2, 0, 1, 4]), axis=0)
        scores = graph.fused("FusedMatMul", query, key, transB=1, alpha=float(POINTER**-0.5))
        self.bounds(scores, types)

    def halves(self, value: str, axis: int) -> list[str]:
        """Both parts of an axis of two, without the axis."""
        graph = self.graph
        parts = graph.split("Split", value, graph.constant([1, 1]), parts=2, axis=axis)
        return [graph.add("Squeeze", each, graph.constant([axis])) for each in parts]

    def turn(self, table: NDArray[np.float32]) -> str:
        """Sines or cosines of the places of a sentence: places, 1, pairs of dimensions."""
        graph = self.graph
        half = graph.constant(table[:, None, : POINTER // 2])
        return graph.add(
            "Slice",
            half,
            graph.constant([0]),
            graph.add("Reshape", self.width, graph.constant([1])),
            graph.constant([0]),
        )

    def bounds(self, scores: str, types: str) -> None:
        """No phrase of a stretch scores higher than these."""
        graph, pointers = self.graph, self.network.pointers
        sizes = [each.types.out_features // 2 for each in pointers.values() for _ in range(2)]
        parts = graph.split("Split", types, graph.constant(sizes), parts=len(sizes), axis=-1)
        starts, ends = parts[0::2], parts[1::2]
        total = sum(sizes) // 2
        graph.give(graph.add("Concat", *starts, axis=-1), "starts", [B, L, total])
        graph.give(graph.add("Concat", *ends, axis=-1), "ends", [B, L, total])
        best_start, best_end = (
            graph.add(
                "Concat",
                *(
                    graph.add(
                        "Unsqueeze",
                        graph.add("ReduceMax", each, graph.constant([-1]), keepdims=0),
                        graph.constant([0]),
                    )
                    for each in side
                ),
                axis=0,
            )
            for side in (starts, ends)
        )
        absent = graph.add(
            "Mul", graph.add("Sub", self.presence(), graph.constant(1.0)), graph.constant(1e4)
        )
        best_end = graph.add("Add", best_end, absent)
        scores = graph.add("Add", scores, graph.add("Unsqueeze", best_start, graph.constant([3])))
        scores = graph.add("Add", scores, graph.add("Unsqueeze", best_end, graph.constant([2])))
        graph.give(graph.add("Trilu", scores, upper=1), "stretches", [len(pointers), B, L, L])

    def links(self, ends: str) -> None:
        """Scores of links between starts of phrases."""
        graph = self.graph
        shaped = graph.add("Reshape", ends, graph.constant([0, 0, len(LINKS), 2, LINK]))
        first, second = self.halves(graph.add("Transpose", shaped, perm=[3, 0, 2, 1, 4]), axis=0)
        scores = graph.fused("FusedMatMul", first, second, transB=1, alpha=float(LINK**-0.5))
        bias = numbers(self.network.link_bias)[:, None, None]
        graph.give(graph.add("Add", scores, graph.constant(bias)), "links", [B, len(LINKS), L, L])

    def whole_states(self, states: str) -> str:
        """Of each sentence the state of its start, and the mean of all."""
        flat = self.graph.add("Squeeze", self.start(states), self.graph.constant([1]))
        return self.graph.add("Concat", flat, self.mean(states, self.seen), axis=-1)

    def marked_events(self, whole: str, words: str) -> None:
        """Events of marked pairs."""
        graph, network = self.graph, self.network
        marks = graph.add("GatherElements", self.marks, self.first, axis=1)
        ends = [self.mean(words, self.marked(marks, which)) for which in (1, 2)]
        both = graph.add("Concat", whole, *ends, axis=-1)
        give_events(self, network, self.bent(self.dense([network.pair_inner], both)))

    def sides(self, whole: str, words: str) -> None:
        """What events of any pair are told from: of each word as a source's and as a target's."""
        graph, network = self.graph, self.network
        size = network.shape.pair
        parts = graph.split("Split", words, graph.constant([size, size]), parts=2, axis=-1)
        for name, each in zip(("sources", "targets"), parts, strict=True):
            graph.give(each, name, [B, L, size])
        graph.give(self.dense([network.pair_whole], whole), "wholes", [B, size])

    def marked(self, marks: str, which: int) -> str:
        """1 for words of the source or of the target, else 0."""
        graph = self.graph
        same = graph.add("Equal", marks, graph.constant(np.array(which, np.int32)))
        return graph.add("Cast", graph.add("And", same, self.present), to=onnx.TensorProto.FLOAT)

    def mean(self, states: str, kept: str) -> str:
        """Mean of the kept states of each sentence."""
        graph = self.graph
        row = graph.add("Unsqueeze", kept, graph.constant([1]))
        total = graph.add("Squeeze", graph.add("MatMul", row, states), graph.constant([1]))
        count = graph.add("ReduceSum", kept, graph.constant([1]), keepdims=1)
        return graph.add("Div", total, graph.add("Max", count, graph.constant(1.0)))

    def meaning_head(self, layers: Sequence[str]) -> None:
        """The sentence's direction of meaning."""
        graph = self.graph
        means = graph.add("Concat", *(self.mean(each, self.seen) for each in layers), axis=-1)
        raw = self.dense([self.network.embed], means)
        square = graph.add("ReduceSumSquare", raw, graph.constant([1]), keepdims=1)
        length = graph.add("Sqrt", graph.add("Add", square, graph.constant(1e-12)))
        graph.give(graph.add("Div", raw, length), "embeddings", [B, WIDTH])
