"""The states of all nodes that are together the likeliest: the most probable explanation.

By max-product elimination (Dechter, "Bucket elimination", 1999), over the library's tensors: its
own answer fails on networks whose evidence cuts them apart (version 3.3.1, "Empty tensor").
"""

from collections.abc import Sequence
from math import prod
from typing import Any

from watchword.assess.scenarios.network import Network, Weights


def explain(network: Network, weights: Weights) -> tuple[tuple[str, ...], float]:
    """The likeliest states of all nodes together, and their weight.

    Of states that are equally likely, the earlier one of a node is taken.

    Args:
        network: the network.
        weights: what is seen.

    Returns:
        The states in the order of the nodes, and the joint probability of them and what is seen.
    """
    factors = network.factors(weights)
    # The names are asked of the library once: each asking costs as much as a small product.
    left = [(frozenset(factor.names), factor) for factor in factors]
    eliminated: list[tuple[str, Any]] = []
    for name in network.order:
        joined = _joined([factor for names, factor in left if name in names])
        left = [(names, factor) for names, factor in left if name not in names]
        eliminated.append((name, joined))
        near = frozenset(joined.names) - {name}
        if near:
            left.append((near, joined.maxOut([name])))
    chosen: dict[str, int] = {}
    for name, table in reversed(eliminated):
        others = {each: chosen[each] for each in table.names if each != name}
        chances = (table.extract(others) if others else table).tolist()
        chosen[name] = _likeliest(chances)
    states = tuple(node.states[chosen[node.id]] for node in network.nodes.values())
    weight = prod(float(each[{name: chosen[name] for name in each.names}]) for each in factors)
    return states, weight


def _likeliest(chances: Sequence[float]) -> int:
    """The first of those that are alike but for the last digits."""
    most = max(chances)
    return next(at for at, chance in enumerate(chances) if chance >= most * (1 - 1e-9))


def _joined(factors: list[Any]) -> Any:  # noqa: ANN401 - the library has no types
    joined = factors[0]
    for factor in factors[1:]:
        joined = joined * factor
    return joined
