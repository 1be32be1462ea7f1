import pytest

from watchword.text.rates import find_per, is_cumulative


@pytest.mark.parametrize(
    ("before", "figure", "after", "per"),
    [
        ("", "700 shells", " a day", "day"),
        ("", "$60", " per barrel", "barrel"),
        ("", "$60", "/barrel", "barrel"),
        ("", "40 flights", " every week", "week"),
        ("", "3 million", " annually", "year"),
        ("a monthly ", "40 tons", "", "month"),
        ("", "90", " killed and wounded a day", "day"),
        ("", "31", " a day earlier", ""),
        ("", "5", " per cent", ""),
        ("", "5 men", " in a day", ""),
    ],
)
def test_what_a_figure_is_shared_out_to(before: str, figure: str, after: str, per: str) -> None:
    stop = len(before) + len(figure)
    assert find_per(f"{before}{figure}{after}", 0, len(before), (stop, stop)) == per


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("They lost ", " tanks so far.", True),
        ("They lost ", " tanks since February 2022.", True),
        ("A total of ", " tanks burnt.", True),
        ("Since May 2023, ", " tanks burnt.", True),
        ("They lost ", " tanks. It has rained since May.", False),
        ("They lost ", " tanks and 5 guns so far.", False),
        ("They lost ", " tanks.", False),
    ],
)
def test_what_has_added_up(before: str, after: str, *, told: bool) -> None:
    text = f"{before}12{after}"
    start = len(before)
    assert is_cumulative(text, (0, len(text)), start, start + 2) is told
