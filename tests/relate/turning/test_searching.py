"""Series are parted once, twice and so on, as long as there is room."""

from watchword.relate.turning.searching import each_parting
from watchword.relate.turning.segments import Shape, Stretches
from watchword.relate.turning.series import as_table, lay_out


def stretches_of(values: list[float]) -> Stretches:
    return Stretches(lay_out(as_table([values])), Shape.LEVEL)


def test_the_largest_step_is_parted_first() -> None:
    values = [0.0] * 10 + [2.0] * 10 + [9.0] * 10
    partings = list(each_parting(stretches_of(values), least=3, most=2))
    assert partings == [(), (20,), (10, 20)]


def test_there_are_no_more_turns_than_there_is_room_for() -> None:
    partings = list(each_parting(stretches_of([float(each % 5) for each in range(11)]), 3, 20))
    assert partings[0] == ()
    assert max(map(len, partings)) <= 2


def test_too_short_a_series_is_not_parted() -> None:
    assert list(each_parting(stretches_of([1.0, 2.0, 3.0]), least=3, most=20)) == [()]
