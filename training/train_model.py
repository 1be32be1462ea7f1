"""Train the language model that Watchword carries.

    python training/train_model.py training/model.toml ../shared/data runs/first
    python training/train_model.py training/further.toml ../shared/data runs/further \
        --from runs/first
    python training/train_model.py training/model.toml ../shared/data runs/stated --stated-only

The run's folder keeps the inventory, checkpoints and a log of losses; the same command goes on
from the last checkpoint. Needs `requirements/train.txt`; the product needs none of it.
"""

import argparse
from dataclasses import replace
from pathlib import Path

import torch

from language.meaning import fit_meaning
from language.pool import Pool, build_pool, inventory_of
from language.settings import read_recipe
from language.train import Progress, save, train, with_average
from watchword.engines.inventory import read_inventory


def main() -> None:
    """Read the corpora, train, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--stated-only", action="store_true", help="only corpora with a licence")
    parser.add_argument("--steps", type=int, help="train shorter or longer than the recipe")
    parser.add_argument("--from", dest="start", type=Path, help="a run to start from")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    arguments.run.mkdir(parents=True, exist_ok=True)
    recipe = read_recipe(arguments.recipe, stated_only=arguments.stated_only)
    if arguments.steps:
        recipe = replace(recipe, steps=arguments.steps)
    pool = build_pool(recipe, arguments.data, arguments.run)
    kept = arguments.run / "inventory.json"
    if arguments.start and not kept.exists():
        begun = read_inventory((arguments.start / kept.name).read_text(encoding="utf-8"))
        kept.write_text(replace(begun, name=recipe.name).to_json(), encoding="utf-8")
    if not kept.exists():
        kept.write_text(inventory_of(pool, recipe.name).to_json(), encoding="utf-8")
    inventory = read_inventory(kept.read_text(encoding="utf-8"))
    progress = train(recipe, pool, inventory, arguments.run, start=arguments.start)
    finish(progress, pool, arguments.run)


def finish(progress: Progress, pool: Pool, run: Path) -> None:
    """Fit the embedding's layer to the averaged weights, and keep them."""
    network = with_average(progress.network, progress.average)
    agreement = fit_meaning(network, pool)
    progress.average = dict(network.state_dict())
    save(progress, run)
    print(f"trained: {run}; embeddings agree with the base model's by {agreement:.4f}")


if __name__ == "__main__":
    main()
