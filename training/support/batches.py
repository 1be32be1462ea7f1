"""Pairs as numbers, in batches of about one length; several processes compose them at once."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.utils.data import IterableDataset, get_worker_info

from language.network import Inputs
from support.pairs import Composer, Pair
from watchword.engines.paired import Paired, paired, pieces_in
from watchword.text.evidence import choose_evidence

ROOMS = (160, 224, 288, 352)
"""Pieces of a pair, by chance."""
AT_ONCE = 512
"""Pairs that are sorted by length before they are cut into batches."""


@dataclass(frozen=True)
class Row:
    """A pair and its pieces."""

    pair: Pair
    pieces: Paired


@dataclass(frozen=True)
class Batch:
    """Pairs as tensors: what goes in, labels of words, of whole sentences, and weights."""

    inputs: Inputs
    borne: Tensor
    whole: Tensor
    weight: Tensor

    def to(self, device: str) -> "Batch":
        """The same on a device."""
        inputs = Inputs(
            **{
                name: getattr(self.inputs, name).to(device, non_blocking=True).long()
                for name in ("pieces", "shapes", "marks", "first", "last")
            }
        )
        rest = [
            each.to(device, non_blocking=True) for each in (self.borne, self.whole, self.weight)
        ]
        return Batch(inputs, *rest)


def row_of(pair: Pair, rng: random.Random) -> Row:
    """A pair cut into pieces; what bears it out stays in, with what is near or alike."""
    room = rng.choice(ROOMS)
    left = max(40, room - pieces_in(pair.words) - 1)
    chosen = set(choose_evidence(pair.words, pair.evidence, left, pieces_in))
    if not chosen.issuperset(pair.wanted):
        chosen = set(pair.wanted) | set(sorted(chosen)[: len(chosen) // 2])
    if len(pair.wanted) == 1 and rng.random() < 0.25:
        chosen = set(_run(pair, rng, left))
    told = [pair.evidence[place] for place in sorted(chosen)]
    return Row(pair, paired(pair.words, told, room))


def batch_of(rows: Sequence[Row]) -> Batch:
    """Rows as tensors."""
    width = max(len(each.pieces.pieces) for each in rows)
    words = max(len(each.pieces.first) for each in rows)

    def filled(name: str, size: int) -> Tensor:
        table = [list(getattr(each.pieces, name)) for each in rows]
        return torch.tensor([each + [0] * (size - len(each)) for each in table], dtype=torch.int32)

    borne = [list(each.pair.borne[: len(each.pieces.first)]) for each in rows]
    return Batch(
        inputs=Inputs(
            pieces=filled("pieces", width),
            shapes=filled("shapes", width),
            marks=filled("marks", width),
            first=filled("first", words),
            last=filled("last", words),
        ),
        borne=torch.tensor([each + [-1] * (words - len(each)) for each in borne]),
        whole=torch.tensor([each.pair.whole for each in rows]),
        weight=torch.tensor([each.pair.weight for each in rows]),
    )


class Stream(IterableDataset[Batch]):
    """Batches without end, each process with numbers of its own."""

    def __init__(self, composer: Composer, pieces: int, seed: int) -> None:
        self.composer, self.pieces, self.seed = composer, pieces, seed

    def __iter__(self) -> Iterator[Batch]:
        """Batches of about so many pieces."""
        worker = get_worker_info()
        step, begin = (worker.num_workers, worker.id) if worker else (1, 0)
        number = self.seed * 1_000_000_000 + begin
        rng = random.Random(number)  # noqa: S311 - a fixed shuffle
        while True:
            rows = []
            for _ in range(AT_ONCE):
                rows.append(row_of(self.composer.pair(number), rng))
                number += step
            batches = cut_batches(rows, self.pieces)
            rng.shuffle(batches)
            yield from batches


def cut_batches(rows: Sequence[Row], pieces: int) -> list[Batch]:
    """Batches of about one length, each of at most so many pieces."""
    ordered = sorted(rows, key=lambda each: len(each.pieces.pieces))
    return [batch_of(group) for group in _groups(ordered, pieces)]


def _groups(rows: Sequence[Row], pieces: int) -> Iterator[list[Row]]:
    group: list[Row] = []
    for row in rows:
        if group and (len(group) + 1) * len(row.pieces.pieces) > pieces:
            yield group
            group = []
        group.append(row)
    yield group


def _run(pair: Pair, rng: random.Random, left: int) -> Iterator[int]:
    """Sentences one after another, around what is wanted."""
    begin = pair.wanted[0] if pair.wanted else rng.randrange(len(pair.evidence))
    for back in range(rng.randint(0, 4), -1, -1):
        place = begin - back
        if place >= 0 and (back == 0 or left > 0):
            left -= pieces_in(pair.evidence[place])
            yield place
    for place in range(begin + 1, len(pair.evidence)):
        left -= pieces_in(pair.evidence[place])
        if left < 0:
            return
        yield place
