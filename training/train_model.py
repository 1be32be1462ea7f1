"""Train the language model that Watchword carries.

    python training/train_model.py training/model.toml ../shared/data runs/first
    python training/train_model.py training/further.toml ../shared/data runs/further \
        --from runs/first
    python training/train_model.py training/model.toml ../shared/data runs/stated --stated-only
    python training/train_model.py training/fast.toml ../shared/data runs/fast \
        --teacher src/watchword/engines/data

The run's folder keeps the inventory, checkpoints and a log of losses; the same command goes on
from the last checkpoint. Needs `requirements/train.txt`; the product needs none of it.
"""

import argparse
from dataclasses import replace
from pathlib import Path

import torch

from language.carried import network_of
from language.meaning import fit_meaning
from language.network import Network
from language.pool import Pool, build_pool, inventory_of
from language.pupil import pupil_of
from language.settings import Recipe, read_recipe
from language.train import (
    Progress,
    begun_network,
    network_of_run,
    resume,
    save,
    train,
    with_average,
)


def main() -> None:
    """Read the corpora, train, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--stated-only", action="store_true", help="only corpora with a licence")
    parser.add_argument("--steps", type=int, help="train shorter or longer than the recipe")
    parser.add_argument("--from", dest="start", type=Path, help="a run to start from")
    parser.add_argument("--teacher", type=Path, help="a model's folder, to learn its answers from")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    arguments.run.mkdir(parents=True, exist_ok=True)
    recipe = read_recipe(arguments.recipe, stated_only=arguments.stated_only)
    if arguments.steps:
        recipe = replace(recipe, steps=arguments.steps)
    pool = build_pool(recipe, arguments.data, arguments.run)
    teacher = network_of(arguments.teacher) if arguments.teacher else None
    begun = _begun(recipe, pool, arguments, teacher)
    progress = resume(recipe, begun, arguments.run)
    progress.teacher = teacher.bfloat16() if teacher else None
    finish(train(recipe, pool, progress, arguments.run), pool, arguments.run)


def _begun(
    recipe: Recipe, pool: Pool, arguments: argparse.Namespace, teacher: Network | None
) -> Network:
    """The network as it is before its first step; its labels are kept in the run's folder."""
    kept = arguments.run / "inventory.json"
    if teacher is not None:
        begun = pupil_of(teacher, recipe.shape, recipe.name)
    elif arguments.start:
        begun = network_of_run(arguments.start)
        begun.inventory = replace(begun.inventory, name=recipe.name)
    else:
        begun = begun_network(recipe, inventory_of(pool, recipe.name))
    kept.write_text(begun.inventory.to_json(), encoding="utf-8")
    return begun


def finish(progress: Progress, pool: Pool, run: Path) -> None:
    """Fit the embedding's layer to the averaged weights, and keep them."""
    network = with_average(progress.network, progress.average)
    agreement = fit_meaning(network, pool)
    progress.average = dict(network.state_dict())
    save(progress, run)
    print(f"trained: {run}; embeddings agree with the base model's by {agreement:.4f}")


if __name__ == "__main__":
    main()
