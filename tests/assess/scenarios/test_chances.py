"""Probabilities in words are the middles of ICD 203's bands, and back."""

import pytest

from watchword.assess.scenarios.chances import RATIOS, middle_of, read_number, term_for
from watchword.errors import SettingsError
from watchword.model.source import Credibility
from watchword.text.estimative import BANDS


def test_the_middle_of_each_band_is_told_by_its_own_term() -> None:
    assert [term_for(middle_of(band)) for band in BANDS] == [band.terms[0] for band in BANDS]


@pytest.mark.parametrize("typed", ["often", "could", "1.2", "-0.1", "nan", "120 %", ""])
def test_what_is_no_probability_is_refused(typed: str) -> None:
    with pytest.raises(SettingsError, match="is no probability"):
        read_number(typed, key="x")


def test_what_cannot_be_judged_moves_nothing_and_better_grades_move_more() -> None:
    assert RATIOS[Credibility.CANNOT_BE_JUDGED] == 1
    ordered = [RATIOS[grade] for grade in list(Credibility)[:5]]
    assert ordered == sorted(ordered, reverse=True)
    assert set(RATIOS) == set(Credibility)
