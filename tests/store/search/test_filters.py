"""Where a search may stop looking: the last row of what was published before a day."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from tests.store.search.records import keep, reading_of

from watchword.model.search import Query, Sought
from watchword.store import Store, lows
from watchword.store.search import filters
from watchword.store.tables import claim, report


@pytest.mark.parametrize("stretch", [1, 2, 3, 1024])
def test_the_last_row_before_a_day_is_the_same_near_and_far(
    store: Store, monkeypatch: pytest.MonkeyPatch, stretch: int
) -> None:
    monkeypatch.setattr(lows, "STRETCH", stretch)
    days = (3, 9, 5, 12, 7, 20, 1, 15)
    keep(store, *(reading_of(f"Envoy {day} left.", day) for day in days))
    with store.viewing() as view:
        for day in (1, 2, 6, 10, 31):
            until = datetime(2024, 10, day, tzinfo=UTC)
            earlier = report.c.published_at < until
            last = view.connection.scalar(sa.select(sa.func.max(report.c.id)).where(earlier)) or 0
            query = Query(until=until, kind=Sought.REPORTS)
            assert filters._last_before(view, query) == last
            made = sa.select(sa.func.max(claim.c.id)).where(claim.c.report_id <= last)
            there = filters._last_before(view, Query(until=until))
            assert there >= (view.connection.scalar(made) or 0)
            assert last == 0 or day == 31 or there == view.connection.scalar(made)


def test_rows_that_are_added_later_are_looked_through_too(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lows, "STRETCH", 2)
    query = Query(until=datetime(2024, 10, 6, tzinfo=UTC), kind=Sought.REPORTS)
    expected = 0
    for number, day in enumerate((3, 9, 8, 12, 20, 4, 11, 15, 16, 5, 21, 22), start=1):
        keep(store, reading_of(f"Envoy {number} left.", day))
        with store.viewing() as view:
            last = max(view.connection.scalars(sa.select(report.c.id)))
            expected = last if day < 6 else expected
            assert filters._last_before(view, query) == expected
