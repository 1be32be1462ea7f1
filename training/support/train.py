"""Training of the model that judges support, for so many steps or minutes, and its development."""

import math
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from language.quantised import QuantLinear
from language.shape import USUAL
from support.batches import Batch
from support.network import SupportNetwork

RATE, HEAD_RATE, DECAY = 2e-4, 1e-3, 0.9
"""Highest rates of the top layer and of the heads; what a layer below learns of the one above."""
WHOLE = 1.0
"""What the whole sentence's loss counts beside the words'."""
AVERAGE = 0.999
"""How much the averaged weights keep at each step."""
TAIL = 1e-4


@dataclass(slots=True)
class Course:
    """How far to go.

    Attributes:
        steps: how many steps.
        rounding: the share of the course after which dense layers round as the shipped ones do.
        seconds: stop after so long, whatever was planned.
        device: where.
    """

    steps: int
    rounding: float
    seconds: float
    device: str


def train(
    network: SupportNetwork, batches: Iterable[Batch], course: Course, dev: Sequence[Batch]
) -> SupportNetwork:
    """Train, and give the averaged weights."""
    optimiser = optimiser_of(network)
    average = SupportNetwork().to(course.device)
    average.load_state_dict(network.state_dict())
    began, losses = time.monotonic(), defaultdict[str, float](float)
    for step, batch in enumerate(_of_device(batches, course.device)):
        done = max(step / course.steps, (time.monotonic() - began) / course.seconds)
        if done >= 1:
            break
        if done >= course.rounding and network.whole.mode == "exact":
            begin_rounding(network, average, batch, dev)
        for name, value in take_step(network, optimiser, batch, done).items():
            losses[name] += value
        _average(average, network, step)
        if step % 500 == 499:
            told = {name: round(value / 500, 4) for name, value in losses.items()}
            print(step + 1, round(time.monotonic() - began), told, scores_of(average, dev))
            losses.clear()
    print("end", step, scores_of(average, dev))
    return average


def take_step(
    network: SupportNetwork, optimiser: torch.optim.Optimizer, batch: Batch, done: float
) -> Mapping[str, float]:
    """One batch: losses, gradients, a change of the weights."""
    network.train()
    with torch.autocast("cuda" if batch.whole.is_cuda else "cpu", dtype=torch.bfloat16):
        words, whole = network(batch.inputs)
    found = losses_of(words, whole, batch)
    (found["words"] + WHOLE * found["whole"]).backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
    share = min(1.0, done / 0.03) * (0.02 + 0.98 * (1 + math.cos(math.pi * done)) / 2)
    for group in optimiser.param_groups:
        group["lr"] = group["highest"] * share
    optimiser.step()
    optimiser.zero_grad(set_to_none=True)
    return {name: loss.item() for name, loss in found.items()}


def losses_of(words: Tensor, whole: Tensor, batch: Batch) -> Mapping[str, Tensor]:
    """What labels of words and of whole sentences say of the model's odds."""
    known = batch.borne >= 0
    weight = batch.weight[:, None] * known
    told = functional.binary_cross_entropy_with_logits(
        words, batch.borne.clamp(min=0).float(), weight=weight, reduction="sum"
    )
    judged = batch.weight * (batch.whole >= 0)
    asked = functional.binary_cross_entropy_with_logits(
        whole, batch.whole.clamp(min=0).float(), weight=judged, reduction="sum"
    )
    return {"words": told / weight.sum().clamp(min=1), "whole": asked / judged.sum().clamp(min=1)}


def optimiser_of(network: SupportNetwork) -> torch.optim.Optimizer:
    """AdamW; each layer of the encoder learns slower than the one above."""
    groups: dict[tuple[float, float], list[Tensor]] = defaultdict(list)
    for name, weight in network.named_parameters():
        if weight.requires_grad:
            groups[_rate_of(name), 0.01 if weight.ndim > 1 else 0.0].append(weight)
    return torch.optim.AdamW(
        [
            {"params": weights, "lr": 0.0, "highest": rate, "weight_decay": decay}
            for (rate, decay), weights in groups.items()
        ],
        betas=(0.9, 0.98),
    )


def begin_rounding(
    network: SupportNetwork, average: SupportNetwork, batch: Batch, dev: Sequence[Batch]
) -> None:
    """Watch the inputs of every dense layer on some pairs, then round from here on."""
    layers = [each for each in network.modules() if isinstance(each, QuantLinear)]
    for layer in layers:
        layer.mode = "watch"
    network.eval()
    with torch.no_grad():
        for each in (batch, *dev[:8]):
            network(each.to(str(batch.whole.device)).inputs)
    for layer in layers:
        values = torch.cat([each.cpu() for each in layer.seen])
        layer.seen = [values[:: max(1, len(values) // 2_000_000)]]
        layer.settle(TAIL)
        layer.mode = "round"
    for one, other in zip(network.modules(), average.modules(), strict=True):
        if isinstance(one, QuantLinear) and isinstance(other, QuantLinear):
            other.low.copy_(one.low)
            other.high.copy_(one.high)
            other.mode = "round"


@torch.no_grad()
def scores_of(network: SupportNetwork, dev: Sequence[Batch]) -> Mapping[str, float]:
    """Area under the curve on pairs kept for development: by the whole, by words, by both."""
    network.eval()
    found: dict[str, list[tuple[float, int]]] = defaultdict(list)
    device = next(network.parameters()).device
    for batch in dev:
        there = batch.to(str(device))
        words, whole = network(there.inputs)
        odds = functional.logsigmoid(words).masked_fill(there.inputs.first == 0, 0.0)
        least = odds.min(1).values
        mean = odds.sum(1) / (there.inputs.first > 0).sum(1)
        for row, label in enumerate(batch.whole.tolist()):
            if label >= 0:
                found["whole"].append((float(whole[row]), label))
                found["least"].append((float(least[row]), label))
                found["mean"].append((float(mean[row]), label))
    return {name: round(area_under(rows), 4) for name, rows in found.items()}


def area_under(rows: Sequence[tuple[float, int]]) -> float:
    """Chance that one borne out scores above one that is not."""
    order = sorted(rows)
    above, total = 0.0, 0
    for rank, (_, label) in enumerate(order, start=1):
        above += rank * label
        total += label
    others = len(order) - total
    return (above - total * (total + 1) / 2) / max(1, total * others)


def _rate_of(name: str) -> float:
    parts = name.split(".")
    if parts[0] != "encoder" or parts[1] in {"shapes", "marks"}:
        return HEAD_RATE
    below = USUAL.layers - int(parts[2]) - 1 if parts[1] == "layers" else USUAL.layers
    return RATE * DECAY**below


def _average(average: SupportNetwork, network: SupportNetwork, step: int) -> None:
    kept = min(AVERAGE, (1 + step) / (10 + step))
    with torch.no_grad():
        mean, now = list(average.parameters()), list(network.parameters())
        torch._foreach_lerp_(mean, now, 1 - kept)


def _of_device(batches: Iterable[Batch], device: str) -> Iterator[Batch]:
    for batch in batches:
        yield batch.to(device)
