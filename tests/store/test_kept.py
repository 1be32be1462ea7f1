"""What was worked out of a record is kept while what it is made of stands."""

from watchword.store.kept import MOST, Kept


def test_what_is_kept_is_made_once_a_key() -> None:
    kept, made = Kept(), list[str]()

    def make() -> str:
        made.append("once more")
        return "it"

    assert [kept.of("a", make), kept.of("a", make), kept.of("b", make)] == ["it"] * 3
    assert len(made) == 2


def test_what_was_asked_for_longest_ago_is_let_go_first() -> None:
    kept, made = Kept(), list[int]()
    for number in (*range(MOST), 0, MOST, 0, 1):
        kept.of(number, lambda number=number: made.append(number))  # type: ignore[misc]
    assert made == [*range(MOST), MOST, 1]
