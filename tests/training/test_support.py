"""Pairs that the model of support learns from say of themselves what is borne out."""

import random
from pathlib import Path

import pytest

from support.drafts import Draft, stretch_of
from support.pages import Line, Page, read_pages, write_pages
from support.pairs import SHARES, Composer
from support.rewrites import rid_of_untold, shorten
from support.spoils import add_part, change_name, change_number, deny, swap_sides
from support.synonyms import WordNet, stands_for

FERRIES = Line(
    words=(
        "On",
        "Friday",
        "two",
        "ferries",
        "left",
        "Odesa",
        "with",
        "300",
        "tonnes",
        "of",
        "grain",
        ".",
    ),
    heads=(1, 4, 3, 4, -1, 4, 8, 8, 4, 10, 8, 4),
    relations=(
        *("case", "obl", "nummod", "nsubj", "root", "obj", "case", "nummod", "obl", "case"),
        *("nmod", "punct"),
    ),
    tags=("IN", "NNP", "CD", "NNS", "VBD", "NNP", "IN", "CD", "NNS", "IN", "NN", "."),
    lemmas=("", "", "", "ferry", "leave", "", "", "", "tonne", "", "", ""),
    names=((5, 6, "LOC"),),
)
MAYOR = Line(
    words=("The", "mayor", "of", "Izmir", "met", "40", "drivers", "on", "Monday", "."),
    heads=(1, 4, 3, 1, -1, 6, 4, 8, 4, 4),
    relations=(*("det", "nsubj", "case", "nmod", "root", "nummod", "obj", "case", "obl", "punct"),),
    tags=("DT", "NN", "IN", "NNP", "VBD", "CD", "NNS", "IN", "NNP", "."),
    lemmas=("", "", "", "", "meet", "", "driver", "", "", ""),
    names=((3, 4, "LOC"),),
)
SPOILS = (
    lambda draft, rng: change_number(draft, rng, [MAYOR]),
    lambda draft, rng: change_name(draft, rng, [[MAYOR]]),
    lambda draft, rng: add_part(draft, rng, [[MAYOR]]),
    deny,
)


def lots(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - a fixed draw


def page(key: str, *claims: Line) -> Page:
    return Page(
        corpus="statements",
        key=key,
        group=key,
        look="made",
        stated=True,
        lines=(FERRIES, MAYOR, FERRIES, MAYOR),
        claims=claims,
    )


def test_a_part_is_the_words_below_a_word_where_they_stand_together() -> None:
    assert stretch_of(FERRIES, 8) == (6, 11)
    assert stretch_of(FERRIES, 4) == (0, 12)


def test_what_is_left_out_leaves_the_rest_said() -> None:
    draft = Draft.of(FERRIES)
    assert shorten(draft, lots(1))
    words = draft.words()
    assert len(words) < len(FERRIES.words)
    assert all(said for _, said in words)


@pytest.mark.parametrize("spoil", SPOILS)
@pytest.mark.parametrize("seed", range(5))
def test_what_was_not_said_is_marked_and_nothing_else_is(spoil: object, seed: int) -> None:
    draft = Draft.of(FERRIES)
    assert callable(spoil)
    done = any(spoil(draft, lots(seed * 100 + turn)) for turn in range(20))
    kept = [word for word, said in draft.words() if said]
    assert done
    assert any(not said for _, said in draft.words())
    assert set(kept) <= set(FERRIES.words)


def test_sides_change_places_and_both_count_as_not_said() -> None:
    draft = Draft.of(FERRIES)
    swap_sides(draft)
    words = [word for word, _ in draft.words()]
    assert words[2] == "Odesa"
    assert words[4:6] == ["two", "ferries"]


def test_parts_with_an_untold_word_are_left_out() -> None:
    draft = Draft.of(FERRIES)
    draft.said[10] = 0
    rid_of_untold(draft, lots(1))
    assert "grain" not in [word for word, _ in draft.words()]


def test_the_pair_of_a_number_is_always_the_same_and_says_0_where_a_word_is_not_borne_out() -> None:
    composer = Composer([page("a", FERRIES), page("b", MAYOR)], {})
    pairs = [composer.pair(number) for number in range(60)]
    assert pairs == [composer.pair(number) for number in range(60)]
    assert {pair.kind for pair in pairs} <= SHARES.keys()
    assert all(len(pair.words) == len(pair.borne) for pair in pairs)
    assert all(pair.whole != 1 for pair in pairs if 0 in pair.borne and pair.kind != "recurring")


def test_pages_are_read_as_they_were_written(tmp_path: Path) -> None:
    pages = [page("a", FERRIES), page("b")]
    assert write_pages(iter(pages), tmp_path / "pages.jsonl.gz") > 0
    assert list(read_pages(tmp_path / "pages.jsonl.gz")) == pages


def test_words_of_one_meaning_may_stand_for_each_other_and_their_like_may_not(
    tmp_path: Path,
) -> None:
    for kind in ("noun", "verb", "adj", "adv"):
        (tmp_path / f"data.{kind}").write_text("", encoding="utf-8")
        (tmp_path / f"index.{kind}").write_text("", encoding="utf-8")
    (tmp_path / "data.noun").write_text(
        "1 06 n 02 ferry 0 boat 0 001 @ 2 n 0000 | one\n"
        "2 06 n 01 craft 0 002 ~ 1 n 0000 ~ 3 n 0000 | two\n"
        "3 06 n 01 raft 0 001 @ 2 n 0000 | three\n",
        encoding="utf-8",
    )
    (tmp_path / "index.noun").write_text("ferry n 1 1 @ 1 0 1\n", encoding="utf-8")
    assert stands_for([("ferries", "NNS", "ferry")], WordNet(tmp_path)) == {
        "ferries|NNS": {"same": ("boats",), "wider": ("crafts",), "other": ("rafts",)}
    }
