import pytest

from watchword.text.movements import Movement, find_movement


def moved(before: str, figure: str, after: str = "", *, measured: bool = True) -> Movement:
    text = f"{before}{figure}{after}"
    start = len(before)
    return find_movement(text, 0, start, start + len(figure), measured=measured)


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ("Prices rose ", "", "up"),
        ("Prices rose sharply by ", "", "up"),
        ("Exports were down ", "", "down"),
        ("Exports, up ", " on the year", "up"),
        ("An increase of ", "", "up"),
        ("A further drop of ", "", "down"),
        ("It cut output by ", "", "down"),
        ("They told of a ", " drop", "down"),
        ("Turnout was ", " higher", "up"),
        ("The index lost ", "", "down"),
    ],
)
def test_a_rise_or_a_fall_is_a_change(before: str, after: str, direction: str) -> None:
    assert moved(before, "5%", after) == Movement(is_change=True, direction=direction)


@pytest.mark.parametrize(
    "before", ["The toll rose to ", "They set up ", "It made up ", "The price is ", "Up to "]
)
def test_a_level_that_is_reached_is_no_change(before: str) -> None:
    assert moved(before, "45").is_change is False


def test_what_is_lost_and_counted_is_no_change() -> None:
    assert moved("The brigade lost ", "12", " tanks", measured=False).is_change is False
    assert moved("The brigade sank ", "two", " ships", measured=False).is_change is False


def test_an_addition_has_no_direction() -> None:
    added = Movement(is_change=True, direction=None)
    assert moved("Another ", "1,500", " men", measured=False) == added
    assert moved("", "300", " more men", measured=False) == added
    assert moved("", "300", " more than before", measured=False).is_change is False
