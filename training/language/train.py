"""Training, step by step, from a checkpoint where there is one.

Invariant: what a step sees depends on the recipe and the number of the step alone, so that a run
that was killed goes on as if it had not been.
"""

import json
import math
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor

from language.batches import Batch, batch_of, each_group
from language.examples import Example
from language.losses import losses_of
from language.network import Dropped, Inputs, Network
from language.pool import Pool, each_round
from language.quantised import QuantLinear, share_range
from language.settings import Recipe
from language.shape import Shape
from language.taught import taught_losses
from watchword.engines.inventory import Inventory, read_inventory

CHECKPOINT = "checkpoint.pt"


@dataclass(slots=True)
class Progress:
    """What goes on from step to step, and into a checkpoint."""

    network: Network
    optimiser: torch.optim.Optimizer
    average: dict[str, Tensor]
    step: int = 0
    teacher: Network | None = None


def train(recipe: Recipe, pool: Pool, progress: Progress, run: Path) -> Progress:
    """Train until the recipe's last step.

    Args:
        recipe: what to do.
        pool: sentences to learn from.
        progress: where to go on, as `resume` gives it.
        run: where checkpoints and the log are kept.
    """
    log = Log(run / "log.jsonl")
    saved = time.monotonic()
    for group in groups_from(recipe, pool, progress.step):
        if progress.step == recipe.steps - recipe.rounding_steps:
            begin_rounding(progress, pool, recipe)
        take_step(progress, batch_of(group, progress.network.inventory), recipe, pool, log)
        if time.monotonic() - saved > recipe.save_seconds:
            save(progress, run)
            saved = time.monotonic()
        if progress.step >= recipe.steps:
            break
    save(progress, run)
    return progress


def groups_from(recipe: Recipe, pool: Pool, step: int) -> Iterator[list[Example]]:
    """The groups of every step from the given one on."""
    seen = 0
    number = 0
    while True:
        order = random.Random(recipe.seed * 1000 + number)  # noqa: S311 - a fixed shuffle
        for group in each_group(each_round(pool, recipe, order), recipe.pieces, order):
            if seen >= step:
                yield group
            seen += 1
        number += 1


def take_step(progress: Progress, batch: Batch, recipe: Recipe, pool: Pool, log: "Log") -> None:
    """One batch: losses, gradients, a change of the weights and of their average."""
    losses = _change_weights(progress, batch, recipe, pool)
    kept = min(recipe.average, (1 + progress.step) / (10 + progress.step))
    with torch.no_grad():
        for name, weight in progress.network.state_dict().items():
            average = progress.average[name]
            if average.data_ptr() != weight.data_ptr():
                average.lerp_(weight, 1 - kept)
    log.note(progress.step, losses, batch.inputs)


def _change_weights(
    progress: Progress, batch: Batch, recipe: Recipe, pool: Pool
) -> Mapping[str, Tensor]:
    network = progress.network.train()
    torch.manual_seed(recipe.seed * 1_000_003 + progress.step)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        losses = _losses(progress, batch, pool)
    total = sum(
        (loss * recipe.weights.get(name, 1.0) for name, loss in losses.items()), torch.zeros(())
    )
    total.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
    share = rate_share(progress.step, recipe)
    for group in progress.optimiser.param_groups:
        group["lr"] = group["highest"] * share
    progress.optimiser.step()
    progress.optimiser.zero_grad(set_to_none=True)
    progress.step += 1
    return losses


def _losses(progress: Progress, batch: Batch, pool: Pool) -> Mapping[str, Tensor]:
    states = progress.network(batch.inputs)
    losses = losses_of(progress.network, states, batch, pool.meanings)
    if progress.teacher is None:
        return losses
    return {**losses, **taught_losses(progress.network, states, progress.teacher, batch)}


def rate_share(step: int, recipe: Recipe) -> float:
    """Share of the highest rate: up from nothing, then down along a cosine to a fiftieth."""
    if step < recipe.warm_steps:
        return (step + 1) / recipe.warm_steps
    done = (step - recipe.warm_steps) / max(1, recipe.steps - recipe.warm_steps)
    return 0.02 + 0.98 * (1 + math.cos(math.pi * min(1.0, done))) / 2


def optimiser_of(network: Network, recipe: Recipe) -> torch.optim.Optimizer:
    """AdamW; each layer of the encoder learns slower than the one above."""
    groups: dict[tuple[float, float], list[Tensor]] = defaultdict(list)
    for name, weight in network.named_parameters():
        if not weight.requires_grad:
            continue
        decay = 0.01 if weight.ndim > 1 else 0.0
        groups[_rate_of(name, recipe), decay].append(weight)
    return torch.optim.AdamW(
        [
            {"params": weights, "lr": 0.0, "highest": rate, "weight_decay": decay}
            for (rate, decay), weights in groups.items()
        ],
        betas=(0.9, 0.98),
        fused=True,
    )


def _rate_of(name: str, recipe: Recipe) -> float:
    parts = name.split(".")
    if parts[0] != "encoder" or parts[1] in {"shapes", "marks"}:
        return recipe.rate
    layers = recipe.shape.layers
    below = layers - int(parts[2]) - 1 if parts[1] == "layers" else layers
    return recipe.encoder_rate * recipe.layer_decay**below


def begin_rounding(progress: Progress, pool: Pool, recipe: Recipe) -> None:
    """Watch the inputs of every dense layer on some sentences, then round from here on."""
    layers = [each for each in progress.network.modules() if isinstance(each, QuantLinear)]
    for layer in layers:
        layer.mode = "watch"
    progress.network.eval()
    order = random.Random(recipe.seed)  # noqa: S311 - a fixed draw
    groups = each_group(each_round(pool, recipe, order), recipe.pieces, order)
    with torch.no_grad():
        for _, group in zip(range(24), groups, strict=False):
            _losses(progress, batch_of(group, progress.network.inventory), pool)
    for layer in layers:
        if layer.seen:
            layer.settle(recipe.tail)
        layer.mode = "round"
    for sharing in progress.network.sharing():
        share_range(sharing)
    for name, value in progress.network.state_dict().items():
        if name.endswith((".low", ".high")):
            progress.average[name].copy_(value)


def save(progress: Progress, run: Path) -> None:
    """Keep everything that going on needs; a kill while writing leaves the last one whole."""
    part = run / "checkpoint.part"
    rounding = any(
        each.mode == "round" for each in progress.network.modules() if isinstance(each, QuantLinear)
    )
    torch.save(
        {
            "network": progress.network.state_dict(),
            "optimiser": progress.optimiser.state_dict(),
            "average": progress.average,
            "step": progress.step,
            "rounding": rounding,
            "shape": asdict(progress.network.shape),
        },
        part,
    )
    part.replace(run / CHECKPOINT)


def resume(recipe: Recipe, begun: Network, run: Path) -> Progress:
    """A run as its last checkpoint left it, or at its start with the given network."""
    for module in begun.modules():
        if isinstance(module, Dropped):
            module.share *= recipe.dropout
    kept = run / CHECKPOINT
    if not kept.exists():
        optimiser = optimiser_of(begun, recipe)
        return Progress(network=begun, optimiser=optimiser, average=averaged(begun))
    stored = torch.load(kept, weights_only=True)
    begun.load_state_dict(stored["network"])
    for layer in begun.modules():
        if isinstance(layer, QuantLinear) and stored["rounding"]:
            layer.mode = "round"
    optimiser = optimiser_of(begun, recipe)
    optimiser.load_state_dict(stored["optimiser"])
    average = averaged(begun)
    for name, value in average.items():
        value.copy_(stored["average"][name])
    return Progress(network=begun, optimiser=optimiser, average=average, step=stored["step"])


def begun_network(recipe: Recipe, inventory: Inventory) -> Network:
    """A new network whose encoder has the base model's weights."""
    from language.start import base_weights, take_base  # noqa: PLC0415 - needs the base package

    torch.manual_seed(recipe.seed)
    network = Network(inventory, recipe.shape)
    take_base(network.encoder, base_weights())
    network.encoder.words.weight.data[0].zero_()
    return network


def network_of_run(run: Path) -> Network:
    """The network of a run with its averaged weights, ready to answer."""
    inventory = read_inventory((run / "inventory.json").read_text(encoding="utf-8"))
    stored = torch.load(run / CHECKPOINT, weights_only=True)
    network = Network(inventory, Shape(**stored.get("shape", {})))
    return with_average(network, stored["average"])


def averaged(network: Network) -> dict[str, Tensor]:
    """Room for the running average; what does not learn is shared, not copied."""
    still = {name for name, weight in network.named_parameters() if not weight.requires_grad}
    return {
        name: weight if name in still else weight.clone()
        for name, weight in network.state_dict().items()
    }


class Log:
    """What each stretch of steps lost, one JSON line each, and how fast it went."""

    def __init__(self, path: Path, every: int = 50) -> None:
        self._path, self._every = path, every
        self._begin()

    def note(self, step: int, losses: Mapping[str, Tensor], inputs: Inputs) -> None:
        """Take one step's losses; every so often write the means."""
        for name, loss in losses.items():
            self._sums[name] += float(loss.detach())
        self._sentences += len(inputs.pieces)
        self._pieces += inputs.pieces.numel()
        self._steps += 1
        if self._steps == self._every:
            self._write(step)
            self._begin()

    def _begin(self) -> None:
        self._sums: dict[str, float] = defaultdict(float)
        self._sentences = self._pieces = self._steps = 0
        self._since = time.monotonic()

    def _write(self, step: int) -> None:
        seconds = time.monotonic() - self._since
        line = {
            "step": step,
            "sentences_per_second": round(self._sentences / seconds, 1),
            "pieces_per_second": round(self._pieces / seconds),
            **{name: round(total / self._steps, 4) for name, total in self._sums.items()},
        }
        with self._path.open("a", encoding="utf-8") as out:
            out.write(json.dumps(line) + "\n")


def with_average(network: Network, average: dict[str, Tensor]) -> Network:
    """The network with the averaged weights, ready to answer."""
    network.load_state_dict(average)
    return network.eval()
