"""The part of a large record that a view is worked out from."""

from pathlib import Path

import pytest
from tests.store.listed import fill

from watchword.flow.situation.scoping import Asked
from watchword.flow.situation.standing import find_standing, known_standing
from watchword.flow.situation.windowing import standing_in, window_of
from watchword.store import Store, create_store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = create_store(str(tmp_path / "a.watchword"), title="Troops")
    fill(made)
    return made


def test_a_window_of_a_small_record_is_all_of_it(store: Store) -> None:
    window = window_of(store, Asked())
    assert (window.reports, window.of, window.is_whole, window.in_words()) == (24, 24, True, "")
    inside = known_standing(standing_in(store, window))
    assert inside == known_standing(find_standing(store, window.as_of))
    store.close()


def test_a_window_of_a_large_record_says_what_it_is_over(store: Store) -> None:
    window = window_of(store, Asked(), most=5)
    assert not window.is_whole
    assert window.in_words() == "over the newest 5 of 24 reports; narrow it to see others"
    known = known_standing(standing_in(store, window))
    days = {report.published.at.day for report in known.reports.values() if report.published.at}
    assert days == {16, 17, 18, 19, 20}
    store.close()


def test_a_window_is_of_what_is_asked(store: Store) -> None:
    assert window_of(store, Asked(story=f"{0:016x}")).reports == 6
    assert window_of(store, Asked(actors=("Envoy 4",))).reports == 1
    store.close()
