from datetime import date
from itertools import pairwise

from watchword.model.relation import Grain
from watchword.relate.relations.calendar import find_periods, place_of


def test_weeks_begin_on_monday_and_leave_no_gap() -> None:
    weeks = find_periods(date(2024, 10, 9), date(2024, 10, 22), Grain.WEEK)
    assert [str(start) for start, _, _ in weeks] == ["2024-10-07", "2024-10-14", "2024-10-21"]
    assert all(end == start for (_, end, _), (start, _, _) in pairwise(weeks))


def test_months_begin_on_the_first() -> None:
    months = find_periods(date(2023, 11, 30), date(2024, 2, 1), Grain.MONTH)
    assert [str(start) for start, _, _ in months] == [
        "2023-11-01",
        "2023-12-01",
        "2024-01-01",
        "2024-02-01",
    ]


def test_periods_are_counted_from_day_nought() -> None:
    weeks = find_periods(date(2022, 2, 8), date(2022, 3, 8), Grain.WEEK, date(2022, 2, 24))
    assert {str(start): offset for start, _, offset in weeks} == {
        "2022-02-03": -3,
        "2022-02-10": -2,
        "2022-02-17": -1,
        "2022-02-24": 0,
        "2022-03-03": 1,
    }


def test_a_day_nought_before_or_after_all_reports_is_counted_from_too() -> None:
    later = find_periods(date(2022, 2, 1), date(2022, 2, 3), Grain.DAY, date(2022, 1, 30))
    earlier = find_periods(date(2022, 2, 1), date(2022, 2, 3), Grain.DAY, date(2022, 2, 5))
    assert [offset for _, _, offset in later] == [2, 3, 4]
    assert [offset for _, _, offset in earlier] == [-4, -3, -2]


def test_a_month_is_counted_from_the_day_of_its_event() -> None:
    months = find_periods(date(2022, 2, 1), date(2022, 4, 1), Grain.MONTH, date(2022, 2, 24))
    assert [(str(start), offset) for start, _, offset in months] == [
        ("2022-01-24", -1),
        ("2022-02-24", 0),
        ("2022-03-24", 1),
    ]


def test_a_day_before_the_first_period_is_in_none() -> None:
    assert place_of(date(2022, 1, 1), [date(2022, 1, 3), date(2022, 1, 10)]) == -1
    assert place_of(date(2022, 1, 10), [date(2022, 1, 3), date(2022, 1, 10)]) == 1
