"""The recipe of the carried model can be read, names corpora that exist, and has one switch."""

from pathlib import Path

import pytest

from language.settings import read_recipe
from language.sources import SOURCES

RECIPE = Path(__file__).resolve().parents[2] / "training" / "model.toml"
UNSTATED = {"worldwide", "polnear", "polnear-sentences", "nested", "plv"}


def test_the_recipe_names_every_corpus_that_can_be_read() -> None:
    assert read_recipe(RECIPE).corpora.keys() == SOURCES.keys()


def test_the_switch_leaves_out_what_states_no_licence() -> None:
    left_out = read_recipe(RECIPE).corpora.keys() - read_recipe(RECIPE, stated_only=True).corpora
    assert left_out == UNSTATED


def test_rounding_takes_the_last_part_of_the_steps() -> None:
    recipe = read_recipe(RECIPE)
    assert 0 < recipe.rounding_steps < recipe.steps


@pytest.mark.parametrize("name", ["composed", "composed-events"])
def test_what_is_composed_here_is_the_same_each_time(name: str, tmp_path: Path) -> None:
    first, second = (list(SOURCES[name](tmp_path, 3)) for _ in range(2))
    assert first == second
    assert first
