"""Circles are found and shown, one for each tangle."""

from hypothesis import given
from hypothesis import strategies as st

from watchword.assess.scenarios.cycles import find_cycles
from watchword.model.scenario import Arrow

Ends = list[tuple[int, int]]


def arrows(ends: Ends) -> list[Arrow]:
    return [Arrow(cause=str(cause), effect=str(effect)) for cause, effect in ends]


def test_a_chain_has_no_circle() -> None:
    assert find_cycles(arrows([(number, number + 1) for number in range(5_000)])) == ()


def test_each_tangle_shows_its_shortest_circle() -> None:
    found = find_cycles(arrows([(1, 2), (2, 3), (3, 1), (2, 1), (4, 5), (5, 4), (5, 6)]))
    assert found == (("1", "2"), ("4", "5"))


def test_an_arrow_that_is_left_out_closes_no_circle() -> None:
    there, back = arrows([(1, 2), (2, 1)])
    cut = Arrow(cause=back.cause, effect=back.effect, left_out="too weak")
    assert find_cycles([there, cut]) == ()


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20))
def test_a_circle_is_found_where_there_is_one_and_is_one(ends: Ends) -> None:
    found = find_cycles(arrows(ends))
    known = {(str(cause), str(effect)) for cause, effect in ends}
    for circle in found:
        assert set(zip(circle, (*circle[1:], circle[0]), strict=True)) <= known
    left = set(known)
    while True:
        ending = {effect for _, effect in left} - {cause for cause, _ in left}
        kept = {(cause, effect) for cause, effect in left if effect not in ending}
        if kept == left:
            break
        left = kept
    assert bool(found) == bool(left)
