"""How wrong the network is on a batch, one figure for each head.

Phrases are learnt with the loss of Su and others (2022), which weighs all stretches of a type
against each other, so that the few that are phrases do not drown.
"""

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from language.batches import ABSENT, Batch, SchemeLabels
from language.network import Network, States

USUAL_WORDS = 20
"""Words of a usual sentence: losses over words are divided by it, to weigh like the others."""


def losses_of(
    network: Network, states: States, batch: Batch, meanings: Tensor
) -> Mapping[str, Tensor]:
    """Each head's loss, summed over the batch and divided by its sentences.

    Args:
        network: the network.
        states: what it read in the batch.
        batch: sentences and labels.
        meanings: embeddings that the base model gives, by row.
    """
    size = len(batch.meanings)
    found = {**_word_losses(network, states, batch), **_tree_losses(network, states, batch)}
    for name, labels in batch.schemes.items():
        scores = network.phrase_scores(states.marking[labels.rows], name)
        found[name] = pointer_loss(scores, labels, batch.inputs.first[labels.rows])
    found["links"] = _link_loss(network, states, batch)
    found["factuality"] = _fact_loss(network, states, batch)
    found["traits"] = _trait_loss(network, states, batch)
    found |= _event_losses(network, states, batch)
    found["embedding"] = _meaning_loss(network, states, batch, meanings)
    return {name: loss / size for name, loss in found.items()}


def pointer_loss(scores: Tensor, labels: SchemeLabels, first: Tensor) -> Tensor:
    """Loss over all stretches, summed over types and sentences.

    Args:
        scores: rows, types, first word, last word.
        labels: the phrases.
        first: rows, words: 0 where no word is.
    """
    width = scores.shape[-1]
    real = first > 0
    possible = real[:, None, :] & real[:, :, None] & torch.ones(width, width).triu().bool()
    scores = scores.masked_fill(~possible[:, None], -1e9)
    signed = (1 - 2 * labels.gold) * scores
    against = (signed - labels.gold * 1e9).flatten(2)
    in_favour = (signed - (1 - labels.gold) * 1e9).flatten(2)
    zero = torch.zeros_like(against[..., :1])
    loss = torch.cat([against, zero], -1).logsumexp(-1)
    loss = loss + torch.cat([in_favour, zero], -1).logsumexp(-1)
    return (loss * labels.types).sum()


def _labels_loss(scores: Tensor, labels: Tensor) -> Tensor:
    return functional.cross_entropy(
        scores.flatten(0, -2), labels.flatten(), ignore_index=ABSENT, reduction="sum"
    )


def _word_losses(network: Network, states: States, batch: Batch) -> dict[str, Tensor]:
    scores = dict(network.word_labels(states))
    scores["statuses"] = network.statuses(states.marking).float()
    return {
        name: _labels_loss(each, batch.words[name]) / USUAL_WORDS for name, each in scores.items()
    }


def _tree_losses(network: Network, states: States, batch: Batch) -> dict[str, Tensor]:
    heads = batch.words["heads"]
    arcs = _labels_loss(network.arc_scores(states), heads)
    scores = network.relation_scores(states, heads.clamp(min=0))
    relations = _labels_loss(scores, batch.words["relations"])
    return {"arcs": arcs / USUAL_WORDS, "relations": relations / USUAL_WORDS}


def _link_loss(network: Network, states: States, batch: Batch) -> Tensor:
    places, answers = batch.links
    if not len(answers):
        return torch.zeros(())
    scores = network.link_scores(states.marking)[tuple(places.T)]
    return functional.binary_cross_entropy_with_logits(scores, answers, reduction="sum")


def _fact_loss(network: Network, states: States, batch: Batch) -> Tensor:
    places, answers = batch.facts
    if not len(answers):
        return torch.zeros(())
    scores = network.factuality(states)[tuple(places.T)]
    return functional.smooth_l1_loss(scores, answers, reduction="sum")


def _trait_loss(network: Network, states: States, batch: Batch) -> Tensor:
    scores = network.traits(network.drop(states.whole)).float()
    answers = batch.traits
    loss = functional.binary_cross_entropy_with_logits(
        scores, answers.clamp(min=0), reduction="none"
    )
    return (loss * (answers >= 0)).sum()


def _event_losses(network: Network, states: States, batch: Batch) -> dict[str, Tensor]:
    if not (batch.events != ABSENT).any():
        return {"roots": torch.zeros(()), "quads": torch.zeros(())}
    scores = network.event_scores(states)
    return {
        name: functional.cross_entropy(
            each, batch.events[:, place], ignore_index=ABSENT, reduction="sum", label_smoothing=0.05
        )
        for place, (name, each) in enumerate(zip(("roots", "quads"), scores, strict=True))
    }


def _meaning_loss(network: Network, states: States, batch: Batch, meanings: Tensor) -> Tensor:
    rows = (batch.meanings >= 0).nonzero().squeeze(-1)
    if not len(rows):
        return torch.zeros(())
    taught = meanings[batch.meanings[rows]].float()
    own = network.embeddings(states)[rows]
    near = 1 - (own * taught).sum(-1)
    alike = (own @ own.T - taught @ taught.T).square().mean(-1)
    return (near + 10 * alike).sum()
