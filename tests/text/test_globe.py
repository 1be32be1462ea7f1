"""Distances on the globe."""

import pytest

from watchword.text.globe import kilometres_between


def test_one_spot_is_no_distance_away() -> None:
    assert kilometres_between((12.5, 100.0), (12.5, 100.0)) == 0


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() -> None:
    assert kilometres_between((0, 0), (1, 0)) == pytest.approx(111.2, abs=0.1)


def test_the_date_line_is_no_barrier() -> None:
    assert kilometres_between((0, 179.5), (0, -179.5)) == pytest.approx(111.2, abs=0.1)
