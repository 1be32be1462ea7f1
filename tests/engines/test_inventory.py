"""The labels of a model: kept as JSON and read back, and lemmas from scripts."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.engines.inventory import LINKS, Inventory, lemma_by, read_inventory, script_of


def test_an_inventory_comes_back_as_it_was_kept(inventory: Inventory) -> None:
    assert read_inventory(inventory.to_json()) == inventory


def test_the_order_of_the_schemes_is_kept(inventory: Inventory) -> None:
    assert list(read_inventory(inventory.to_json()).schemes) == list(inventory.schemes)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"x"', "{}", '{"name": "little/1"}'])
def test_what_is_no_inventory_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_inventory(text)


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", 3), ("tags", "NN"), ("tags", [1]), ("schemes", []), ("schemes", {"names": "person"})],
)
def test_a_field_of_another_form_is_refused(
    inventory: Inventory, field: str, value: object
) -> None:
    stored = {**json.loads(inventory.to_json()), field: value}
    with pytest.raises(ValueError, match="an inventory has a "):
        read_inventory(json.dumps(stored))


def test_a_field_that_is_not_known_is_refused(inventory: Inventory) -> None:
    with pytest.raises(ValueError, match="fields"):
        read_inventory(json.dumps({**json.loads(inventory.to_json()), "moods": []}))


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("Studies", "study"),
        ("went", "go"),
        ("n't", "not"),
        ("Seoul", "seoul"),
        ("3,000", "3000"),
        ("1,500", "1500"),
        ("2,000,000,000", "2000000000"),
        ("", ""),
    ],
)
def test_a_script_makes_the_lemma_that_it_was_made_from(word: str, lemma: str) -> None:
    assert lemma_by(word, script_of(word, lemma)) == lemma


@pytest.mark.parametrize("script", ["9y", "10", "10x", "3"])
def test_a_script_that_does_not_fit_leaves_the_word_in_lower_case(script: str) -> None:
    assert lemma_by("Was", script) == "was"


@given(
    word=st.text(st.characters(categories=["Ll", "Lu"]), max_size=12),
    lemma=st.text(st.characters(categories=["Ll"]), min_size=1, max_size=12),
)
def test_any_lemma_without_digits_can_be_told(word: str, lemma: str) -> None:
    assert lemma_by(word, script_of(word, lemma)) == lemma.lower()


@given(word=st.text(st.characters(), max_size=12), cut=st.integers(0, 99), put=st.text(max_size=4))
def test_no_script_fails_on_any_word(word: str, cut: int, put: str) -> None:
    assert lemma_by(word, f"{cut}{put}") or not word


def test_links_are_of_types_that_their_scheme_has(inventory: Inventory) -> None:
    known = {scheme: set(types) for scheme, types in inventory.schemes.items()}
    told = [(scheme, {first, second}) for scheme, _, first, second in LINKS]
    assert [each for each in told if not each[1] <= known.get(each[0], each[1])] == []
