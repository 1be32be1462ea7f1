"""The embedding's layer, fitted anew at the end: what the base model says, from all layers' means.

Training moves the encoder for the sake of its other heads. Ridge regression (Hoerl and Kennard
1970) then finds, in closed form, how the base model's embedding can best be read off it.
"""

from collections.abc import Iterator
from itertools import zip_longest

import torch
from torch import Tensor
from torch.nn import functional

from language.batches import inputs_of
from language.examples import Example, encode
from language.network import Network
from language.pool import Pool

SENTENCES, HELD = 24_000, 2_000
"""Sentences that it is fitted on, and others that the penalty is chosen on."""

PENALTIES = (0.1, 1.0, 10.0, 100.0)


def fit_meaning(network: Network, pool: Pool) -> float:
    """Fit the embedding's layer; gives the mean cosine with the base model on held sentences."""
    examples = list(_taught(pool))[: SENTENCES + HELD]
    rows = torch.tensor([each.meaning for each in examples])
    states = _states(network, examples)
    taught = pool.meanings[rows].float()
    held = min(HELD, len(examples) // 10)
    found = max(
        (_fitted(states[held:], taught[held:], penalty) for penalty in PENALTIES),
        key=lambda weights: _agreement(states[:held], taught[:held], weights),
    )
    with torch.no_grad():
        network.embed.weight.copy_(found[:-1].T)
        network.embed.bias.copy_(found[-1])
        network.embed.seen.append(states[::16].flatten()[::64])
        network.embed.settle(1e-5)
    return _agreement(states[:held], taught[:held], found)


def _taught(pool: Pool) -> Iterator[Example]:
    """Sentences that the base model has embedded, taken from all corpora in turn."""
    taught = [
        [(name, place) for place, row in enumerate(rows) if row >= 0]
        for name, rows in pool.rows.items()
    ]
    for turn in zip_longest(*taught):
        for name, place in filter(None, turn):
            yield encode(pool.corpora[name][place][0], pool.rows[name][place])


@torch.no_grad()
def _states(network: Network, examples: list[Example], size: int = 64) -> Tensor:
    network.eval()
    order = sorted(range(len(examples)), key=lambda place: examples[place].bucket)
    found = torch.zeros(len(examples), network.embed.in_features)
    groups: dict[int, list[int]] = {}
    for place in order:
        groups.setdefault(examples[place].bucket, []).append(place)
    for places in groups.values():
        for start in range(0, len(places), size):
            part = places[start : start + size]
            states = network(inputs_of([examples[place] for place in part]))
            found[torch.tensor(part)] = states.meaning.float()
    return found


def _fitted(states: Tensor, taught: Tensor, penalty: float) -> Tensor:
    """Weights and, in the last row, the bias."""
    ones = torch.ones(len(states), 1)
    given = torch.cat([states, ones], 1).double()
    square = given.T @ given + penalty * torch.eye(given.shape[1], dtype=torch.double)
    return torch.linalg.solve(square, given.T @ taught.double()).float()


def _agreement(states: Tensor, taught: Tensor, weights: Tensor) -> float:
    found = functional.normalize(states @ weights[:-1] + weights[-1], dim=-1)
    return float((found * taught).sum(-1).mean())
