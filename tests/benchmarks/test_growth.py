"""Exponents of growth are those of the figures they are fitted to."""

import pytest

from growth import Growth, fit, told


def test_a_power_law_is_found_again() -> None:
    law = fit([(size, 0.02 * size**1.3) for size in (1_000, 3_000, 10_000, 98_806)])
    assert law is not None
    assert (law.exponent, law.last) == (pytest.approx(1.3), pytest.approx(1.3))
    assert law.error == pytest.approx(0.0, abs=1e-9)
    assert law.at(1_000_000) == pytest.approx(0.02 * 1_000_000**1.3)


def test_what_bends_at_the_end_shows_in_the_last_exponent_and_in_the_error() -> None:
    law = fit([(100, 1.0), (1_000, 10.0), (10_000, 1_000.0)])
    assert law is not None
    assert law.last == pytest.approx(2.0)
    assert law.exponent == pytest.approx(1.5)
    assert law.error == pytest.approx(0.2886751)


def test_two_sizes_have_no_error_and_one_size_has_no_law() -> None:
    two = fit([(10, 1.0), (100, 10.0)])
    assert two is not None
    assert two.error is None
    assert fit([(10, 1.0)]) is None
    assert fit([(10, 1.0), (10, 2.0), (100, 0.0)]) is None


def test_a_law_is_told_with_its_spread() -> None:
    assert (
        told(Growth(exponent=1.1, factor=1.0, error=None, last=1.2)) == "n^1.10, at the end n^1.20"
    )
