from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from watchword.brief.render.charts.layering import crossings, layers_of, with_passages

NAMES = [f"n{place}" for place in range(9)]
LINKS = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[0] < pair[1]),
    unique=True,
    max_size=20,
)


@given(LINKS)
def test_causes_stand_above_what_follows_and_no_layer_is_too_full(
    pairs: list[tuple[int, int]],
) -> None:
    links = [(NAMES[one], NAMES[other]) for one, other in pairs]
    layers = layers_of(NAMES, links, most=3)
    level = {name: place for place, row in enumerate(layers) for name in row}
    assert sorted(level) == NAMES
    assert all(len(row) <= 3 for row in layers)
    assert all(level[one] < level[other] for one, other in links)


@given(LINKS)
def test_a_long_link_passes_every_layer_on_its_way(pairs: list[tuple[int, int]]) -> None:
    links = [(NAMES[one], NAMES[other]) for one, other in pairs]
    rows, ways = with_passages(layers_of(NAMES, links, most=4), links)
    level = {name: place for place, row in enumerate(rows) for name in row}
    assert set(ways) == set(links)
    for way in ways.values():
        assert all(level[other] == level[one] + 1 for one, other in pairwise(way))


def test_a_circle_is_laid_out_all_the_same() -> None:
    links = [("a", "b"), ("b", "a")]
    layers = layers_of(["a", "b"], links, most=2)
    assert sorted(name for row in layers for name in row) == ["a", "b"]
    assert set(with_passages(layers, links)[1]) == {("a", "b")}


def test_crossings_are_taken_out_where_an_order_does() -> None:
    links = [("a", "d"), ("b", "c")]
    rows, _ = with_passages([["a", "b"], ["c", "d"]], links)
    assert crossings([["a", "b"], ["c", "d"]], links) == 1
    assert crossings(rows, links) == 0
