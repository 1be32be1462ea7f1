"""What is told where."""

from datetime import UTC, datetime

import pytest
from tests.store.listed import fill

from watchword.model.place_tally import PlaceTally
from watchword.store import Store
from watchword.store.browsing import places
from watchword.store.browsing.places import places_told


def test_places_are_told_with_the_reports_and_claims_of_a_stretch(store: Store) -> None:
    fill(store)
    with store.viewing() as view:
        whole, is_whole = places_told(view)
        some, _ = places_told(
            view, since=datetime(2024, 10, 2, tzinfo=UTC), until=datetime(2024, 10, 4, tzinfo=UTC)
        )
    (kursk,) = whole
    assert is_whole
    assert kursk == PlaceTally(
        name="Kursk", country="RU", geonames_id=538560, reports=21, claims=21
    )
    assert [(each.reports, each.claims) for each in some] == [(2, 2)]


def test_of_a_long_stretch_the_newest_reports_are_counted_and_that_is_said(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store)
    monkeypatch.setattr(places, "MOST_LOOKED_THROUGH", 5)
    with store.viewing() as view:
        found, is_whole = places_told(view, since=datetime(2024, 10, 1, tzinfo=UTC))
    assert not is_whole
    assert found[0].reports == 5
