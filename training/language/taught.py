"""How far a smaller network is from what a larger one answers on the same batch.

Labels that are one of several are learnt with the cross entropy of the teacher's probabilities
(Hinton and others 2015), those that hold or not with that of its odds. What the teacher says where
it was never asked (a link of what is no phrase, how far a noun is a fact) is not learnt.
"""

from collections.abc import Mapping
from dataclasses import replace

import torch
from torch import Tensor
from torch.nn import functional

from language.batches import Batch
from language.losses import USUAL_WORDS
from language.network import Network, States
from watchword.engines.inventory import LINKS

PREDICATE = "VERB"


def taught_losses(
    network: Network, states: States, teacher: Network, batch: Batch
) -> Mapping[str, Tensor]:
    """Each head's distance from the teacher's, summed over the batch, divided by its sentences.

    Args:
        network: the one that learns.
        states: what it read.
        teacher: the one that answers.
        batch: sentences; their labels are not looked at.
    """
    with torch.no_grad():
        plain = replace(batch.inputs, marks=torch.zeros_like(batch.inputs.marks))
        told = teacher(plain)
    lesson = Lesson(network, states, teacher, told)
    found = {
        **lesson.words(),
        **lesson.trees(),
        **lesson.phrases(),
        **lesson.wholes(),
        "taught roots": _event_loss(network, states, teacher),
    }
    return {name: loss / len(batch.meanings) for name, loss in found.items()}


class Lesson:
    """What one network answers, beside what its teacher does."""

    def __init__(self, network: Network, states: States, teacher: Network, told: States) -> None:
        self._own, self._states, self._teacher, self._told = network, states, teacher, told
        self._present = states.inputs.first > 0
        with torch.no_grad():
            self._labels = teacher.word_labels(told)
            self._arcs = teacher.arc_scores(told)
        self._heads = self._arcs.argmax(-1)
        predicates = self._labels["classes"].argmax(-1) == teacher.inventory.classes.index(
            PREDICATE
        )
        self._tells = self._present & (predicates | (self._heads == 0))

    def words(self) -> dict[str, Tensor]:
        """Labels of words; statuses and factuality of what tells something."""
        own = self._own.word_labels(self._states)
        found = {
            f"taught {name}": _apart(own[name], each, self._present) / USUAL_WORDS
            for name, each in self._labels.items()
        }
        with torch.no_grad():
            statuses = self._teacher.statuses(self._told.marking).float()
            facts = self._teacher.factuality(self._told)[self._tells]
        own_statuses = self._own.statuses(self._states.marking).float()
        found["taught statuses"] = _apart(own_statuses, statuses, self._tells) / USUAL_WORDS
        own_facts = self._own.factuality(self._states)[self._tells]
        found["taught factuality"] = functional.smooth_l1_loss(own_facts, facts, reduction="sum")
        return found

    def trees(self) -> dict[str, Tensor]:
        """Arcs, and relations to the heads that the teacher finds."""
        with torch.no_grad():
            relations = self._teacher.relation_scores(self._told, self._heads)
        own = self._own.relation_scores(self._states, self._heads)
        arcs = self._own.arc_scores(self._states)
        return {
            "taught arcs": _apart(arcs, self._arcs, self._present) / USUAL_WORDS,
            "taught relations": _apart(own, relations, self._present) / USUAL_WORDS,
        }

    def phrases(self) -> dict[str, Tensor]:
        """Phrases of every scheme, and links between those that the teacher finds."""
        width = self._present.shape[1]
        real = self._present[:, None, :] & self._present[:, :, None]
        real = real & torch.ones(width, width).triu().bool()
        found = {}
        starts: dict[tuple[str, str], Tensor] = {}
        for scheme, types in self._own.inventory.schemes.items():
            with torch.no_grad():
                told = self._teacher.phrase_scores(self._told.marking, scheme)
            own = self._own.phrase_scores(self._states.marking, scheme)
            found[f"taught {scheme}"] = _odds_apart(own, told, real[:, None])
            marked = ((told > 0) & real[:, None]).any(-1)
            starts |= {(scheme, each): marked[:, place] for place, each in enumerate(types)}
        found["taught links"] = self._links(starts)
        return found

    def _links(self, starts: Mapping[tuple[str, str], Tensor]) -> Tensor:
        pairs = [
            starts[scheme, one][:, :, None] & starts[scheme, other][:, None, :]
            for scheme, _, one, other in LINKS
        ]
        with torch.no_grad():
            told = self._teacher.link_scores(self._told.marking)
        own = self._own.link_scores(self._states.marking)
        return _odds_apart(own, told, torch.stack(pairs, 1))

    def wholes(self) -> dict[str, Tensor]:
        """Traits and direction of meaning of each sentence."""
        with torch.no_grad():
            traits = self._teacher.traits(self._told.whole).float()
            meanings = self._teacher.embeddings(self._told)
        own = self._own.traits(self._own.drop(self._states.whole)).float()
        near = self._own.embeddings(self._states)
        apart = 1 - (near * meanings).sum(-1)
        alike = (near @ near.T - meanings @ meanings.T).square().mean(-1)
        return {
            "taught traits": _odds_apart(own, traits, torch.ones_like(own)),
            "taught embedding": (apart + 10 * alike).sum(),
        }


def _event_loss(network: Network, states: States, teacher: Network) -> Tensor:
    """Distance of the events of those sentences that have a marked pair."""
    inputs = states.inputs
    rows = (inputs.marks > 0).any(1).nonzero().squeeze(-1)
    if not len(rows):
        return torch.zeros(())
    names = ("pieces", "shapes", "marks", "first", "last")
    marked = replace(inputs, **{name: getattr(inputs, name)[rows] for name in names})
    with torch.no_grad():
        told = teacher.event_scores(teacher(marked))
    own = network.event_scores(states)
    every = torch.ones(len(rows), dtype=torch.bool)
    return sum(
        (_apart(each[rows], taught, every) for each, taught in zip(own, told, strict=True)),
        torch.zeros(()),
    )


def _apart(own: Tensor, told: Tensor, kept: Tensor) -> Tensor:
    """Divergence of the teacher's probabilities from the network's, of what is kept, summed."""
    return functional.kl_div(
        torch.log_softmax(own[kept], -1),
        torch.log_softmax(told[kept].float(), -1),
        reduction="sum",
        log_target=True,
    )


def _odds_apart(own: Tensor, told: Tensor, kept: Tensor) -> Tensor:
    """The same for what holds or does not; nought where both agree."""
    odds, weights = told.float(), kept.float().expand_as(told)
    likely = torch.sigmoid(odds)
    least, found = (
        functional.binary_cross_entropy_with_logits(each, likely, weights, reduction="sum")
        for each in (odds, own)
    )
    return found - least
