"""Merges are soft: rows that are obeyed, that can be undone, and that never run in a circle."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from watchword.model.ruling import Ruling, RulingKind
from watchword.resolve.merges import canonical, merges_of, standing

START = datetime(2024, 10, 1, tzinfo=UTC)


def ruled(kind: RulingKind, identity: str, other: str | None = None, *, day: int) -> Ruling:
    return Ruling(
        kind=kind, identity=identity, other=other, by="ana", at=START + timedelta(days=day)
    )


def same(identity: str, other: str, *, day: int) -> Ruling:
    return ruled(RulingKind.SAME, identity, other, day=day)


def undo(ruling: Ruling, *, day: int) -> Ruling:
    return ruled(RulingKind.UNDO, ruling.key, day=day)


def test_what_is_merged_answers_to_the_key_it_was_merged_into() -> None:
    rulings = [same("a", "b", day=1), same("b", "c", day=2)]
    assert [canonical(key, rulings) for key in "abcd"] == ["a", "a", "a", "d"]


def test_a_circle_of_merges_has_one_key() -> None:
    rulings = [same("a", "b", day=1), same("b", "c", day=2), same("c", "a", day=3)]
    assert {canonical(key, rulings) for key in "abc"} == {"a"}


def test_undoing_restores_what_was_before() -> None:
    first, second = same("a", "b", day=1), same("b", "c", day=2)
    before = merges_of([first])
    assert merges_of([first, second, undo(second, day=3)]) == before
    assert merges_of([first, second, undo(first, day=3)]).into == {"c": "b"}


def test_an_undoing_can_be_undone() -> None:
    merge = same("a", "b", day=1)
    taken_back = undo(merge, day=2)
    assert canonical("b", [merge, taken_back]) == "b"
    assert canonical("b", [merge, taken_back, undo(taken_back, day=3)]) == "a"


def test_two_ruled_apart_are_never_joined_over_a_third() -> None:
    bridge = same("b", "c", day=3)
    rulings = [ruled(RulingKind.APART, "a", "c", day=1), same("a", "b", day=2), bridge]
    merges = merges_of(rulings)
    assert merges.into == {"b": "a"}
    assert merges.clashes == (bridge.key,)


def test_the_last_ruling_on_a_pair_counts() -> None:
    apart = ruled(RulingKind.APART, "b", "a", day=2)
    assert canonical("b", [same("a", "b", day=1), apart]) == "b"
    assert canonical("b", [same("a", "b", day=3), apart]) == "a"


KEYS = st.sampled_from("abcdef")
RULINGS = st.lists(
    st.tuples(st.sampled_from([RulingKind.SAME, RulingKind.APART]), KEYS, KEYS).filter(
        lambda each: each[1] != each[2]
    ),
    max_size=12,
).map(lambda told: [ruled(kind, a, b, day=day) for day, (kind, a, b) in enumerate(told)])


@given(RULINGS, st.randoms())
def test_the_order_in_which_rulings_come_changes_nothing(rulings: list[Ruling], chance) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    shuffled = list(rulings)
    chance.shuffle(shuffled)
    assert merges_of(shuffled) == merges_of(rulings)
    assert standing(shuffled) == standing(rulings)


@given(RULINGS)
def test_following_a_merge_once_is_following_it_for_good(rulings: list[Ruling]) -> None:
    into = merges_of(rulings).into
    assert all(canonical(root, rulings) == root for root in into.values())
    apart = [each for each in standing(rulings) if each.kind is RulingKind.APART]
    for each in apart:
        assert each.other is not None
        assert canonical(each.identity, rulings) != canonical(each.other, rulings)


@given(RULINGS)
def test_a_further_merge_and_its_undoing_leave_no_trace(rulings: list[Ruling]) -> None:
    merge = ruled(RulingKind.SAME, "x", "a", day=50)
    assert merges_of([*rulings, merge, undo(merge, day=51)]) == merges_of(rulings)
