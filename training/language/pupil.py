"""A smaller network that begins with what it can hold of a larger one's weights."""

from dataclasses import replace

import torch

from language.network import Layer, Network
from language.quantised import QuantLinear
from language.shape import Shape
from watchword.engines.inventory import Inventory

LIKE = (
    *("tags", "classes", "features", "lemmas", "arcs", "arc_bilinear", "arc_prior"),
    *("relation_ends", "relations", "links", "fact_inner", "fact", "statuses", "traits"),
)
"""Heads that are alike whatever the shape."""


def pupil_of(teacher: Network, shape: Shape, name: str) -> Network:
    """A network of a smaller shape with layers, inner states and heads of the larger one."""
    pupil = Network(renamed(teacher, name), shape)
    with torch.no_grad():
        _take_encoder(pupil, teacher)
        for each in LIKE:
            _take_dense(getattr(pupil, each), getattr(teacher, each))
        for scheme, pointer in pupil.pointers.items():
            _take_dense(pointer.ends, teacher.pointers[scheme].ends)
            _take_dense(pointer.types, teacher.pointers[scheme].types)
        pupil.link_bias.copy_(teacher.link_bias)
    return pupil


def renamed(teacher: Network, name: str) -> Inventory:
    """The teacher's labels under another name."""
    return replace(teacher.inventory, name=name)


def chosen_layers(many: int, few: int) -> list[int]:
    """Which layers are kept, spread evenly, the first among them.

    >>> chosen_layers(6, 3)
    [0, 2, 4]
    """
    return [number * many // few for number in range(few)]


def _take_encoder(pupil: Network, teacher: Network) -> None:
    small, large = pupil.encoder, teacher.encoder
    for each in ("words", "places", "shapes", "marks", "norm"):
        getattr(small, each).load_state_dict(getattr(large, each).state_dict())
    chosen = chosen_layers(len(large.layers), len(small.layers))
    for layer, number in zip(small.layers, chosen, strict=True):
        _take_layer(layer, large.layers[number])


def _take_layer(small: Layer, large: Layer) -> None:
    """A layer, with those of its inner states whose weights are largest."""
    for each in ("attend", "gather"):
        _take_dense(getattr(small, each), getattr(large, each))
    for each in ("norm", "last_norm"):
        getattr(small, each).load_state_dict(getattr(large, each).state_dict())
    sizes = large.widen.weight.norm(dim=1) * large.narrow.weight.norm(dim=0)
    kept = torch.topk(sizes, small.widen.out_features).indices.sort().values
    small.widen.weight.copy_(large.widen.weight[kept])
    small.widen.bias.copy_(large.widen.bias[kept])
    small.narrow.weight.copy_(large.narrow.weight[:, kept])
    small.narrow.bias.copy_(large.narrow.bias)


def _take_dense(small: QuantLinear, large: QuantLinear) -> None:
    small.weight.copy_(large.weight)
    small.bias.copy_(large.bias)
