"""The language model as PyTorch has it: one encoder, and the heads that read its words.

The encoder is MiniLM (Wang and others 2020), six layers of 384, started from the weights of
all-MiniLM-L6-v2. Trees are scored by deep biaffine attention (Dozat and Manning 2017), phrases by
start and end with rotary positions as in the efficient global pointer (Su and others 2022).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from language.quantised import QuantLinear
from language.shape import USUAL, Shape
from watchword.engines.inventory import LINKS, STATUSES, TRAITS, Inventory
from watchword.engines.pieces import SHAPES

WIDTH, HEADS = 384, 12
ARC, RELATION, POINTER, LINK, FACT = 256, 128, 64, 32, 128
"""Widths of the heads' hidden layers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """A batch as numbers.

    Attributes:
        pieces: sentences by pieces; 0 where nothing is.
        shapes: shape of each piece's letters.
        marks: 1 on the pieces of a marked source, 2 on those of a marked target, else 0.
        first: sentences by words: place of each word's first piece; 0 where no word is.
        last: place of each word's last piece.
    """

    pieces: Tensor
    shapes: Tensor
    marks: Tensor
    first: Tensor
    last: Tensor


class Dropped(nn.Module):
    """Dropout (Srivastava and others 2014) from a store of draws, which is quicker on a CPU."""

    store: Tensor | None = None

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, states: Tensor) -> Tensor:
        """The states with some of them zero and the rest scaled up; unchanged unless training."""
        if not self.training:
            return states
        if Dropped.store is None or Dropped.store.numel() < 2 * states.numel():
            Dropped.store = torch.rand(max(2 * states.numel(), DRAWS), device=states.device)
        begin = int(torch.randint(Dropped.store.numel() - states.numel(), ()))
        draws = Dropped.store[begin : begin + states.numel()].view(states.shape)
        return states * (draws >= self.share).to(states.dtype) / (1 - self.share)


DRAWS = 4_000_000
"""How many draws are stored; each use begins at a place of its own."""


class Layer(nn.Module):
    """One layer of the encoder: attention, then two dense layers, each normed after adding."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.attend = QuantLinear(WIDTH, 3 * WIDTH)
        self.gather = QuantLinear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = QuantLinear(WIDTH, shape.inner)
        self.narrow = QuantLinear(shape.inner, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Dropped(0.1)
        self.bend = functional.relu if shape.bent else functional.gelu

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """The next states of a batch; `mask` is added to the attention's scores."""
        batch, length, _ = states.shape
        parts = self.attend(states).view(batch, length, 3, HEADS, WIDTH // HEADS)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        if states.is_cuda:
            told = mask.to(query.dtype)
            seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=told)
        else:
            scores = query @ key.transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + mask
            seen = torch.softmax(scores.float(), -1).to(value.dtype) @ value
        seen = self.gather(seen.transpose(1, 2).reshape(batch, length, WIDTH))
        states = self.norm(states + self.drop(seen))
        inner = self.narrow(self.bend(self.widen(states)))
        return self.last_norm(states + self.drop(inner))


class Encoder(nn.Module):
    """Pieces into states, one for each layer and one before the first."""

    def __init__(self, shape: Shape = USUAL) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.marks = nn.Embedding(3, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Dropped(0.1)
        self.layers = nn.ModuleList([Layer(shape) for _ in range(shape.layers)])
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.marks.weight)
        self.words.weight.requires_grad_(requires_grad=False)

    def forward(self, inputs: Inputs) -> list[Tensor]:
        """States of each layer, the embedding's first: batch, pieces, width."""
        places = torch.arange(inputs.pieces.shape[1], device=inputs.pieces.device)
        summed = self.words(inputs.pieces) + self.places(places)
        summed = summed + self.shapes(inputs.shapes)
        if self.shape.marked:
            summed = summed + self.marks(inputs.marks)
        states = [self.drop(self.norm(summed))]
        mask = (inputs.pieces == 0)[:, None, None, :] * -1e4
        mask = mask.to(torch.bfloat16 if torch.is_autocast_enabled("cpu") else torch.float32)
        for layer in self.layers:
            states.append(layer(states[-1], mask))
        return states


class Mix(nn.Module):
    """A weighted sum of the layers' states (Peters and others 2018)."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.cat([torch.zeros(layers), torch.tensor([3.0])]))
        self.scale = nn.Parameter(torch.ones(()))

    def forward(self, states: list[Tensor]) -> Tensor:
        """One state for each piece."""
        shares = torch.softmax(self.weights, 0) * self.scale
        return sum(
            (share * state for share, state in zip(shares, states, strict=True)), torch.zeros(())
        )


class Pointer(nn.Module):
    """Scores every stretch of words as a phrase of each type of one scheme."""

    def __init__(self, types: int) -> None:
        super().__init__()
        self.ends = QuantLinear(WIDTH, 2 * POINTER)
        self.types = QuantLinear(WIDTH, 2 * types)

    def forward(self, words: Tensor) -> Tensor:
        """Batch, types, first word, last word."""
        query, key = rotated(self.ends(words).float()).chunk(2, dim=-1)
        scores = query @ key.transpose(1, 2) * POINTER**-0.5
        first, last = self.types(words).float().transpose(1, 2).chunk(2, dim=1)
        return scores[:, None] + first[:, :, :, None] + last[:, :, None, :]


class Network(nn.Module):
    """The whole model."""

    def __init__(self, inventory: Inventory, shape: Shape = USUAL) -> None:
        super().__init__()
        self.inventory, self.shape = inventory, shape
        self.bend = functional.relu if shape.bent else functional.gelu
        self.bend_ends = functional.relu if shape.bent else functional.elu
        self.encoder = Encoder(shape)
        if shape.mixed:
            self.syntax, self.marking = Mix(shape.layers), Mix(shape.layers)
        self.drop, self.hard_drop = Dropped(0.2), Dropped(0.33)
        self.tags = QuantLinear(WIDTH, len(inventory.tags))
        self.classes = QuantLinear(WIDTH, len(inventory.classes))
        self.features = QuantLinear(WIDTH, len(inventory.features))
        self.lemmas = QuantLinear(WIDTH, len(inventory.lemmas))
        self.arcs = QuantLinear(WIDTH, 2 * ARC)
        self.arc_bilinear = QuantLinear(ARC, ARC)
        self.arc_prior = QuantLinear(ARC, 1)
        self.relation_ends = QuantLinear(WIDTH, 2 * RELATION)
        self.relations = QuantLinear(3 * RELATION, len(inventory.relations))
        self.pointers = nn.ModuleDict(
            {name: Pointer(len(types)) for name, types in inventory.schemes.items()}
        )
        self.links = QuantLinear(WIDTH, 2 * LINK * len(LINKS))
        self.link_bias = nn.Parameter(torch.full((len(LINKS),), -3.0))
        self.fact_inner, self.fact = QuantLinear(WIDTH, FACT), QuantLinear(FACT, 1)
        self.statuses = QuantLinear(WIDTH, len(STATUSES))
        self.traits = QuantLinear(2 * WIDTH, len(TRAITS))
        self.embed = QuantLinear((shape.layers + 1) * WIDTH, WIDTH)
        nn.init.zeros_(self.embed.weight)
        nn.init.eye_(self.embed.weight[:, -WIDTH:])
        if shape.marked:
            self.pair_inner = QuantLinear(4 * WIDTH, shape.pair)
        else:
            self.pair_whole = QuantLinear(2 * WIDTH, shape.pair)
            self.pair_words = QuantLinear(WIDTH, 2 * shape.pair)
        self.events = QuantLinear(shape.pair, len(inventory.roots) + len(inventory.quads))

    def forward(self, inputs: Inputs) -> "States":
        """Encode a batch once; the heads then answer from what this gives."""
        layers = self.encoder(inputs)
        syntax = marking = layers[-1]
        if self.shape.mixed:
            syntax, marking = self.syntax(layers), self.marking(layers)
        return States(
            inputs=inputs,
            syntax=self.drop(words_of(syntax, inputs)),
            root=self.drop(syntax[:, 0]),
            marking=self.drop(words_of(marking, inputs)),
            whole=torch.cat([marking[:, 0], mean_of(marking, inputs.pieces > 0)], -1),
            meaning=torch.cat([mean_of(each, inputs.pieces > 0) for each in layers], -1),
        )

    def sharing(self) -> list[list[QuantLinear]]:
        """Layers that read the same states, and are one layer where the model is run."""
        pointers = [each for each in self.pointers.values() if isinstance(each, Pointer)]
        syntax = [self.tags, self.classes, self.features, self.lemmas]
        return [
            [*syntax, self.arcs, self.relation_ends],
            [
                *(each.ends for each in pointers),
                *(each.types for each in pointers),
                self.links,
                self.fact_inner,
                self.statuses,
                *([] if self.shape.marked else [self.pair_words]),
            ],
        ]

    def word_labels(self, states: "States") -> Mapping[str, Tensor]:
        """Scores of each word's tag, class, features and lemma script."""
        names = ("tags", "classes", "features", "lemmas")
        return {name: getattr(self, name)(states.syntax).float() for name in names}

    def arc_scores(self, states: "States") -> Tensor:
        """Batch, words, heads: column 0 is the root, column n + 1 word n."""
        ends = self.arcs(torch.cat([states.root[:, None], states.syntax], 1))
        low, high = self.hard_drop(self.bend_ends(ends)).chunk(2, dim=-1)
        scores = self.arc_bilinear(low[:, 1:]).float() @ high.float().transpose(1, 2) * ARC**-0.5
        scores = scores + self.arc_prior(high).float().transpose(1, 2)
        absent = functional.pad(states.inputs.first == 0, (1, 0))
        return scores.masked_fill(absent[:, None, :], -1e4)

    def relation_scores(self, states: "States", heads: Tensor) -> Tensor:
        """Batch, words, relations, for the given heads (0 the root)."""
        ends = self.relation_ends(torch.cat([states.root[:, None], states.syntax], 1))
        low, high = self.hard_drop(self.bend_ends(ends)).chunk(2, dim=-1)
        chosen = torch.gather(high, 1, heads[:, :, None].expand(-1, -1, RELATION))
        low = low[:, 1:]
        return self.relations(torch.cat([low, chosen, low * chosen], -1)).float()

    def phrase_scores(self, words: Tensor, scheme: str) -> Tensor:
        """Batch, types, first word, last word."""
        scores: Tensor = self.pointers[scheme](words)
        return scores

    def link_scores(self, words: Tensor) -> Tensor:
        """Batch, kinds of link, start of the first phrase, start of the second."""
        batch, length, _ = words.shape
        ends = self.links(words).float().view(batch, length, len(LINKS), 2, LINK)
        first, second = ends.permute(3, 0, 2, 1, 4)
        return first @ second.transpose(2, 3) * LINK**-0.5 + self.link_bias[:, None, None]

    def factuality(self, states: "States") -> Tensor:
        """Batch, words: -3 to 3."""
        inner = self.bend(self.fact_inner(states.marking))
        scores: Tensor = self.fact(self.drop(inner)).float().squeeze(-1)
        return scores

    def event_scores(self, states: "States") -> tuple[Tensor, Tensor]:
        """Scores of the root types and of the quad classes of each sentence's marked pair."""
        marks = torch.gather(states.inputs.marks, 1, states.inputs.first)
        marks = marks * (states.inputs.first > 0)
        inner = self.bend(self._pair_states(states, marks))
        scores = self.events(self.drop(inner)).float()
        return scores.tensor_split([len(self.inventory.roots)], dim=-1)

    def _pair_states(self, states: "States", marks: Tensor) -> Tensor:
        """Batch, hidden: what is told of each marked pair; `marks` are the words'."""
        if self.shape.marked:
            source, target = (mean_of(states.marking, marks == which) for which in (1, 2))
            both: Tensor = self.pair_inner(self.drop(torch.cat([states.whole, source, target], -1)))
            return both
        words = self.pair_words(states.marking).chunk(2, dim=-1)
        sides = (mean_of(each, marks == which) for which, each in enumerate(words, start=1))
        told: Tensor = self.pair_whole(self.drop(states.whole))
        return told + sum(sides, torch.zeros(()))

    def embeddings(self, states: "States") -> Tensor:
        """Batch, width: directions of length one."""
        return functional.normalize(self.embed(states.meaning).float(), dim=-1)


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """What the encoder gives for a batch, as the heads need it."""

    inputs: Inputs
    syntax: Tensor
    root: Tensor
    marking: Tensor
    whole: Tensor
    meaning: Tensor


def words_of(states: Tensor, inputs: Inputs) -> Tensor:
    """States of words from those of their first and last pieces."""
    first, last = (
        torch.gather(states, 1, places[:, :, None].expand(-1, -1, states.shape[2]))
        for places in (inputs.first, inputs.last)
    )
    return (first + last) * 0.5


def mean_of(states: Tensor, kept: Tensor) -> Tensor:
    """Mean of the kept states of each sentence; zeros where none is kept."""
    weights = kept.to(states.dtype)[:, :, None]
    return (states * weights).sum(1) / weights.sum(1).clamp(min=1)


def rotated(ends: Tensor) -> Tensor:
    """Queries and keys, each turned by its word's place (Su and others 2021)."""
    sine, cosine = turns(ends.shape[1])
    even, odd = ends[..., 0::2], ends[..., 1::2]
    turned = torch.stack([even * cosine - odd * sine, even * sine + odd * cosine], -1)
    return turned.flatten(-2)


def turns(length: int) -> tuple[Tensor, Tensor]:
    """Sine and cosine for each place and each pair of dimensions of a query and a key."""
    speeds = 10000.0 ** (-torch.arange(0, POINTER, 2) / POINTER)
    angles = torch.arange(length)[:, None] * speeds.repeat(2)[None]
    return torch.sin(angles), torch.cos(angles)
