"""The trained network as the ONNX file that is shipped: every head, one graph."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray

from language.dense import Dense, numbers
from language.encoder_graph import B, EncoderGraph, L
from language.event_graph import EventGraph, give_events
from language.network import ARC, LINK, POINTER, RELATION, WIDTH, Mix, Network, turns
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


def turned(schemes: int) -> NDArray[np.int64]:
    """Order of the ends' outputs: the queries, then the keys; of each the even ones come first."""
    places = np.arange(2 * schemes * POINTER).reshape(schemes, 2, POINTER // 2, 2)
    return places.transpose(1, 0, 3, 2).ravel()


def lows_first(labels: int) -> NDArray[np.int64]:
    """Order of the outputs of syntax: labels, then all of dependents, then all of governors."""
    sizes = np.cumsum([labels, ARC, ARC, RELATION, RELATION])
    told, low, high, relation_low, relation_high = np.split(np.arange(sizes[-1]), sizes[:-1])
    return np.concatenate([told, low, relation_low, high, relation_high])


def marking_order(network: Network) -> NDArray[np.int64]:
    """Order of the outputs that mark: turned ends, types, statuses, links, factuality, sides."""
    layers, schemes = network.sharing()[1], len(network.pointers)
    sizes = [
        2 * POINTER * schemes,
        sum(each.out_features for each in layers[schemes : 2 * schemes]),
    ]
    sizes += [each.out_features for each in layers[2 * schemes :]]
    _, types, links, fact, statuses, *sides = np.split(np.arange(sum(sizes)), np.cumsum(sizes)[:-1])
    return np.concatenate([turned(schemes), types, statuses, links, fact, *sides])


class Export(EncoderGraph):
    """Puts the graph together, head by head.

    States of words are sums of those of their first and last pieces, twice what the network has;
    who reads them halves them.
    """

    def __init__(self, network: Network, *, exact: bool) -> None:
        super().__init__(network.encoder, exact=exact)
        self.network = network
        self.presence = self.graph.add("Cast", self.present, to=onnx.TensorProto.FLOAT)

    def model(self) -> onnx.ModelProto:
        """The whole graph."""
        graph, network = self.graph, self.network
        layers = self.encoder()
        rows, mean, means = self.mixed(layers) if network.shape.mixed else self.unmixed(layers)
        ends = [self.with_root(each) for each in (self.first, self.last)]
        self.syntax_heads(self.summed(rows, ends, mix=0))
        mix = int(network.shape.mixed)
        words = self.summed(rows, [self.without_root(each) for each in ends], mix=mix)
        whole = graph.add("Concat", self.start_of(rows, mix=mix), mean, axis=-1)
        sides = self.marking_heads(words)
        judged = graph.add("Sigmoid", self.dense([network.traits], whole))
        graph.give(judged, "traits", [B, network.traits.out_features])
        if network.shape.marked:
            self.marked_events(whole, words)
        else:
            self.sides(whole, sides)
        self.meaning_head(means)
        return graph.model()

    # -- states that heads read

    def mixed(self, layers: Sequence[str]) -> tuple[str, str, str]:
        """Rows of both mixes, the marking one's mean of each sentence, and each layer's means."""
        network = self.network
        stack = self.graph.add("Concat", *layers, axis=-1)
        means = self.mean(stack, self.seen)
        rows = self.mixes([network.syntax, network.marking], stack)
        return rows, self.mixes([network.marking], means), means

    def unmixed(self, layers: Sequence[str]) -> tuple[str, str, str]:
        """The same where heads read the last layer alone."""
        graph = self.graph
        rows = graph.add("Reshape", layers[-1], graph.constant([-1, WIDTH]))
        means = [self.mean(each, self.seen) for each in layers]
        return rows, means[-1], graph.add("Concat", *means, axis=-1)

    def mixes(self, mixes: Sequence[Mix], stack: str) -> str:
        """Weighted sums of the layers' states: a row for each mix of each state.

        Args:
            mixes: by how much each layer's states are multiplied.
            stack: states of all layers beside one another.
        """
        graph = self.graph
        shares = np.stack([numbers(torch.softmax(each.weights, 0) * each.scale) for each in mixes])
        parted = graph.add("Reshape", stack, graph.constant([-1, shares.shape[1], WIDTH]))
        mixed = graph.add("MatMul", graph.constant(shares), parted)
        return graph.add("Reshape", mixed, graph.constant([-1, WIDTH]))

    def with_root(self, places: str) -> str:
        """Places of pieces among those of all sentences, in each sentence the root's first."""
        graph = self.graph
        padded = graph.add("Pad", places, graph.constant([0, 1, 0, 0]))
        return graph.add("Add", graph.add("Cast", padded, to=onnx.TensorProto.INT64), self.begins)

    def without_root(self, value: str) -> str:
        """Words alone, where the root stood before them."""
        graph = self.graph
        far = graph.constant([2**31])
        return graph.add("Slice", value, graph.constant([1]), far, graph.constant([1]))

    def summed(self, rows: str, ends: Sequence[str], mix: int) -> str:
        """Twice the states of words in one of the two mixes: sentences, words, width."""
        graph = self.graph
        return graph.add(
            "Add", *(graph.add("Gather", rows, self.row(each, mix), axis=0) for each in ends)
        )

    def start_of(self, rows: str, mix: int) -> str:
        """State of each sentence's first piece in one of the two mixes: sentences, width."""
        graph = self.graph
        first = graph.add("Squeeze", self.row(self.begins, mix), graph.constant([1]))
        return graph.add("Gather", rows, first, axis=0)

    def row(self, places: str, mix: int) -> str:
        """Which rows of the mixes are those of some places."""
        graph = self.graph
        if not self.network.shape.mixed:
            return places
        doubled = graph.add("Mul", places, graph.constant(np.array(2)))
        return graph.add("Add", doubled, graph.constant(np.array(mix))) if mix else doubled

    # -- heads of syntax

    def syntax_heads(self, states: str) -> None:
        """Labels of words, arcs, and what relations are told from; the root's state comes first."""
        graph, network = self.graph, self.network
        names = ("tags", "classes", "features", "lemmas")
        layers = network.sharing()[0]
        sizes = [each.out_features for each in layers[: len(names)]]
        labels = sum(sizes)
        dense = Dense.of(layers).ordered(lows_first(labels))
        ready = self.ready(states, layers, times=2)
        words = self.without_root(ready)
        places = np.split(np.arange(len(dense.bias)), [labels, labels + ARC + RELATION])
        labelled, lows, highs = (dense.ordered(each) for each in places)
        scores = self.products(words, labelled, sizes)
        low, high = self.product(words, lows), self.product(ready, highs)
        for name, each in zip(names, scores, strict=True):
            graph.give(graph.add("ArgMax", each, axis=-1, keepdims=0), name, [B, L], whole=True)
        (low, relation_low), (high, relation_high) = (
            graph.split(
                "Split", self.bent_end(each), graph.constant([ARC, RELATION]), parts=2, axis=-1
            )
            for each in (low, high)
        )
        self.arcs(low, high)
        graph.give(relation_low, "dependents", [B, L, RELATION])
        graph.give(relation_high, "governors", [B, "length_and_root", RELATION])

    def bent_end(self, value: str) -> str:
        """What arcs and relations are told from, bent."""
        return self.graph.add("Relu", value) if self.network.shape.bent else self.elu(value)

    def arcs(self, low: str, high: str) -> None:
        """Scores of arcs."""
        graph, network = self.graph, self.network
        scores = graph.fused(
            "FusedMatMul",
            self.dense([network.arc_bilinear], low),
            high,
            transB=1,
            alpha=float(ARC**-0.5),
        )
        prior = graph.add("Transpose", self.dense([network.arc_prior], high), perm=[0, 2, 1])
        scores = graph.add("Add", scores, prior)
        real = graph.add("Pad", self.presence, graph.constant([0, 1, 0, 0]), graph.constant(1.0))
        away = graph.add("Mul", graph.add("Sub", real, graph.constant(1.0)), graph.constant(1e4))
        scores = graph.add("Add", scores, graph.add("Unsqueeze", away, graph.constant([1])))
        graph.give(scores, "arcs", [B, L, "length_and_root"])

    # -- heads that mark

    def marking_heads(self, words: str) -> list[str]:
        """Phrases, links, factuality, statuses; gives what is told of words as sides of a pair."""
        graph, network = self.graph, self.network
        layers = network.sharing()[1]
        queries, keys, typed, linked, factual, *paired = self.marking_layers()
        ready = self.ready(words, layers, times=2)
        ends = [self.product(ready, each) for each in (queries, keys)]
        *types, statuses = self.products(ready, typed, self.sizes_of_types())
        self.phrases(ends, types)
        self.links(self.product(ready, linked))
        inner = self.bent(self.product(ready, factual))
        told = self.dense([network.fact], inner)
        graph.give(graph.add("Squeeze", told, graph.constant([-1])), "factuality", [B, L])
        best = graph.add("ArgMax", statuses, axis=-1, keepdims=0)
        graph.give(best, "statuses", [B, L], whole=True)
        size = network.shape.pair
        return [part for each in paired for part in self.products(ready, each, [size, size])]

    def sizes_of_types(self) -> list[int]:
        """How many types start phrases and end them, scheme by scheme; how many statuses."""
        types = [each.types.out_features // 2 for each in self.network.pointers.values()]
        statuses = self.network.statuses.out_features
        return [*(size for size in types for _ in range(2)), statuses]

    def marking_layers(self) -> list[Dense]:
        """What marks: queries and keys of phrases, types and statuses, links, factuality, sides."""
        network = self.network
        whole = Dense.of(network.sharing()[1]).ordered(marking_order(network))
        ends = len(network.pointers) * POINTER
        sizes = [ends, ends, sum(self.sizes_of_types()), network.links.out_features]
        sizes += [] if network.shape.marked else [network.fact_inner.out_features]
        parts = np.split(np.arange(len(whole.bias)), np.cumsum(sizes))
        return [whole.ordered(each) for each in parts]

    def phrases(self, ends: Sequence[str], types: Sequence[str]) -> None:
        """Scores of stretches, and of words as starts and ends of each type."""
        graph = self.graph
        query, key = map(self.rotated, ends)
        scores = graph.fused("FusedMatMul", query, key, transB=1, alpha=float(POINTER**-0.5))
        self.bounds(scores, types)

    def rotated(self, ends: str) -> str:
        """Queries or keys, each turned by its word's place: schemes, sentences, words, width."""
        graph, schemes = self.graph, len(self.network.pointers)
        sine, cosine = (graph.constant(numbers(each)[:, : POINTER // 2]) for each in turns(LONGEST))
        turned_ends = graph.fused(
            "RotaryEmbedding", ends, graph.constant([0]), cosine, sine, num_heads=schemes
        )
        parted = graph.add("Reshape", turned_ends, graph.constant([0, 0, schemes, POINTER]))
        return graph.add("Transpose", parted, perm=[2, 0, 1, 3])

    def bounds(self, scores: str, types: Sequence[str]) -> None:
        """No phrase of a stretch scores higher than these."""
        graph = self.graph
        starts, ends = types[0::2], types[1::2]
        total = sum(self.sizes_of_types()[0:-1:2])
        graph.give(graph.add("Concat", *starts, axis=-1), "starts", [B, L, total])
        graph.give(graph.add("Concat", *ends, axis=-1), "ends", [B, L, total])
        absent = graph.add("Sub", self.presence, graph.constant(1.0))
        absent = graph.add("Mul", absent, graph.constant(1e4))
        best_end = graph.add("Add", self.best(ends), absent)
        best_start = graph.add("Unsqueeze", self.best(starts), graph.constant([3]))
        scores = graph.add("Add", scores, best_start)
        scores = graph.add("Add", scores, graph.add("Unsqueeze", best_end, graph.constant([2])))
        stretches = graph.add("Trilu", scores, upper=1)
        graph.give(stretches, "stretches", [len(starts), B, L, L])

    def best(self, types: Sequence[str]) -> str:
        """The highest score of each scheme's types: schemes, sentences, words."""
        graph = self.graph
        best = [graph.add("ReduceMax", each, graph.constant([-1]), keepdims=1) for each in types]
        return graph.add("Transpose", graph.add("Concat", *best, axis=-1), perm=[2, 0, 1])

    def links(self, ends: str) -> None:
        """Scores of links between starts of phrases."""
        graph = self.graph
        shaped = graph.add("Reshape", ends, graph.constant([0, 0, len(LINKS), 2, LINK]))
        both = graph.add("Transpose", shaped, perm=[3, 0, 2, 1, 4])
        first, second = (
            graph.add("Gather", both, graph.constant(np.array(side)), axis=0) for side in (0, 1)
        )
        scores = graph.fused("FusedMatMul", first, second, transB=1, alpha=float(LINK**-0.5))
        bias = numbers(self.network.link_bias)[:, None, None]
        graph.give(graph.add("Add", scores, graph.constant(bias)), "links", [B, len(LINKS), L, L])

    # -- heads of whole sentences

    def marked_events(self, whole: str, words: str) -> None:
        """Events of marked pairs."""
        graph, network = self.graph, self.network
        marks = graph.add("GatherElements", self.marks, self.first, axis=1)
        ends = [
            graph.add("Mul", self.mean(words, self.marked(marks, which)), graph.constant(0.5))
            for which in (1, 2)
        ]
        both = graph.add("Concat", whole, *ends, axis=-1)
        give_events(self, network, self.bent(self.dense([network.pair_inner], both)))

    def sides(self, whole: str, parts: Sequence[str]) -> None:
        """What events of any pair are told from: of each word as a source's and as a target's."""
        graph, network = self.graph, self.network
        size = network.shape.pair
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

    def meaning_head(self, means: str) -> None:
        """The sentence's direction of meaning."""
        graph = self.graph
        raw = self.dense([self.network.embed], means)
        square = graph.add("ReduceSumSquare", raw, graph.constant([1]), keepdims=1)
        length = graph.add("Sqrt", graph.add("Add", square, graph.constant(1e-12)))
        graph.give(graph.add("Div", raw, length), "embeddings", [B, WIDTH])
