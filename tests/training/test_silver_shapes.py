import random
from dataclasses import replace

from silver.shapes import as_headline, in_capitals, in_small_letters, led_in, reshaped, without_stop
from watchword.ledger.corpora.sentence import LabelledSentence, Scheme, Tree

CAUSAL = Scheme(
    types=frozenset({"cause", "effect", "signal"}),
    phrases=frozenset({(0, 1, "cause"), (2, 3, "effect")}),
    links=frozenset({("effect", (0, 1), (2, 3))}),
)
SENTENCE = LabelledSentence(
    words=("Rain", "caused", "floods", "."),
    document="d",
    corpus="c",
    schemes={"causal": CAUSAL},
    statuses={1: "done"},
    pair=((0, 1), (2, 3)),
)


def test_case_changes_and_labels_stay() -> None:
    assert in_capitals(SENTENCE).words == ("RAIN", "CAUSED", "FLOODS", ".")
    assert in_small_letters(SENTENCE).words == ("rain", "caused", "floods", ".")
    assert as_headline(SENTENCE).words == ("Rain", "Caused", "Floods")
    assert in_capitals(SENTENCE).schemes == SENTENCE.schemes


def test_a_stop_is_dropped_with_its_place_in_the_tree_but_not_where_a_label_ends_on_it() -> None:
    tree = Tree(heads=(1, -1, 1, 1), relations=("nsubj", "root", "obj", "punct"))
    shorter = without_stop(replace(SENTENCE, tree=tree, tags=("NN", "VBD", "NNS", ".")))
    assert shorter.words == ("Rain", "caused", "floods")
    assert shorter.tree == Tree(heads=(1, -1, 1), relations=("nsubj", "root", "obj"))
    assert shorter.tags == ("NN", "VBD", "NNS")
    ending = replace(SENTENCE, pair=((0, 1), (2, 4)))
    assert without_stop(ending) == ending


def test_all_labels_move_with_what_is_put_in_front() -> None:
    led = led_in(SENTENCE, random.Random(1))  # noqa: S311 - a fixed draw
    by = len(led.words) - len(SENTENCE.words)
    assert by > 0
    assert led.words[by:] == SENTENCE.words
    assert led.statuses == {1 + by: "done"}
    assert led.pair == ((by, 1 + by), (2 + by, 3 + by))
    assert led.schemes["causal"].links == {("effect", (by, 1 + by), (2 + by, 3 + by))}


def test_a_sentence_with_tags_or_names_gets_nothing_in_front_and_one_with_sources_no_speaker() -> (
    None
):
    rng = random.Random(2)  # noqa: S311 - a fixed draw
    tagged = replace(SENTENCE, tags=("NN", "VBD", "NNS", "."))
    named = replace(SENTENCE, schemes={"domain": Scheme(types=frozenset({"unit"}))})
    assert led_in(tagged, rng) == tagged
    assert led_in(named, rng) == named
    sourced = replace(SENTENCE, schemes={"attribution": Scheme(types=frozenset({"source"}))})
    for _ in range(20):
        words = led_in(sourced, rng).words
        assert ":" not in words[: -len(SENTENCE.words)]


def test_the_same_chance_gives_the_same_shape() -> None:
    shapes = [reshaped(SENTENCE, random.Random(seed)) for seed in range(20)]  # noqa: S311 - a fixed draw
    assert shapes == [reshaped(SENTENCE, random.Random(seed)) for seed in range(20)]  # noqa: S311 - a fixed draw
    assert len({shape.words for shape in shapes}) > 4
