"""The recipe of the carried model can be read, names corpora that exist, and has one switch."""

from pathlib import Path

import pytest

from language.settings import read_recipe
from language.sources import SOURCES

TRAINING = Path(__file__).resolve().parents[2] / "training"
RECIPE, FAST = TRAINING / "model.toml", TRAINING / "fast.toml"
UNSTATED = {"worldwide", "polnear", "polnear-sentences", "nested", "plv"}


def test_the_recipe_names_every_corpus_that_can_be_read() -> None:
    assert read_recipe(FAST).corpora.keys() == SOURCES.keys()
    labelled = {name for name in SOURCES if not name.startswith("plain-")}
    assert read_recipe(RECIPE).corpora.keys() == labelled


def test_the_fast_reader_is_smaller_and_marks_nothing() -> None:
    full, fast = read_recipe(RECIPE).shape, read_recipe(FAST).shape
    assert fast.layers < full.layers
    assert fast.inner < full.inner
    assert full.marked
    assert not fast.marked


@pytest.mark.parametrize("recipe", [RECIPE, FAST])
def test_the_switch_leaves_out_what_states_no_licence(recipe: Path) -> None:
    left_out = read_recipe(recipe).corpora.keys() - read_recipe(recipe, stated_only=True).corpora
    assert left_out == UNSTATED


@pytest.mark.parametrize("path", [RECIPE, FAST])
def test_rounding_takes_the_last_part_of_the_steps(path: Path) -> None:
    recipe = read_recipe(path)
    assert 0 < recipe.rounding_steps < recipe.steps


@pytest.mark.parametrize("name", ["composed", "composed-events"])
def test_what_is_composed_here_is_the_same_each_time(name: str, tmp_path: Path) -> None:
    first, second = (list(SOURCES[name](tmp_path, 3)) for _ in range(2))
    assert first == second
    assert first
