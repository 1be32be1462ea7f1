"""How much was told a day."""

from tests.store.listed import fill, told

from watchword.store import Store
from watchword.store.browsing.days import days_known, days_told
from watchword.store.reports import add_reports


def test_each_day_that_has_any_is_told_in_order(store: Store) -> None:
    fill(store)
    with store.viewing() as view:
        then, days = view.as_of, days_told(view)
        some = days_told(view, since="2024-10-02", until="2024-10-04")
    assert [each.name for each in days] == [f"2024-10-{day:02}" for day in range(1, 21)]
    assert sum(each.reports for each in days) == 24
    assert sum(each.claims for each in days) == 41
    assert [each.name for each in some] == ["2024-10-02", "2024-10-03"]
    with store.writing() as writing:
        add_reports(writing, [told(99).report])
    with store.viewing(then) as view:
        assert days_told(view) == days
        assert days_told(view, since="2024-10-02", until="2024-10-04") == some


def test_each_day_on_which_reports_came_to_be_known_is_told_with_how_many(store: Store) -> None:
    fill(store)
    with store.viewing() as view:
        known = days_known(view)
    assert [day for day, _ in known] == sorted({day for day, _ in known})
    assert sum(count for _, count in known) == 24
