"""What speaks for and against a report's being of a story, sign by sign."""

from dataclasses import replace
from datetime import timedelta
from math import isclose, log1p

import numpy as np
import pytest
from tests.group.stories.made import FERRY, FIRST_DAY, STRIKE, features

from watchword.group.stories.comparing import (
    FOR_LONG,
    FOR_SHORT,
    Signs,
    score_of,
    shares_of,
    signs_of,
)
from watchword.group.stories.live import LiveStory
from watchword.group.stories.weights import Weigher
from watchword.model.story import StoryFeatures


def held(report: StoryFeatures, *members: StoryFeatures) -> Signs:
    """Hold a report against a story of others."""
    weigher, story = Weigher(), LiveStory("s")
    for each in members:
        story.add(weigher.weigh(each, FIRST_DAY))
    return signs_of(weigher.weigh(report, FIRST_DAY), story)


def toward(*values: float) -> bytes:
    return np.array(values, dtype="<f2").tobytes()


def test_the_same_words_and_names_are_one_direction() -> None:
    signs = held(features(FERRY, "b"), features(FERRY, "a"))
    assert signs.words == pytest.approx(1.0, abs=0.01)
    assert signs.names == pytest.approx(1.0, abs=0.01)
    assert (signs.nameless, signs.numbers) == (0.0, 1.0)


def test_reports_that_both_name_somebody_and_share_nobody_are_nameless() -> None:
    assert held(features(STRIKE, "b"), features(FERRY, "a")).nameless == 1.0
    assert held(features("snow fell", "b"), features(FERRY, "a")).nameless == 0.0


def test_meaning_is_the_mean_likeness_with_each_report() -> None:
    one, other = (
        replace(features(FERRY, key), vector=direction)
        for key, direction in (("a", toward(1.0, 0.0)), ("b", toward(0.0, 1.0)))
    )
    asked = replace(features(FERRY, "c"), vector=toward(1.0, 0.0))
    assert held(asked, one, other).meaning == pytest.approx(0.5)
    assert held(features(FERRY, "c"), one).meaning == 0.0


def test_a_report_about_another_country_is_elsewhere() -> None:
    here = replace(features(FERRY, "a"), countries=(("DE", 4), ("FR", 1)))
    there = replace(features(FERRY, "b"), countries=(("JP", 2),))
    also = replace(features(FERRY, "b"), countries=(("FR", 2),))
    assert (held(there, here).elsewhere, held(also, here).elsewhere) == (1.0, 0.0)
    assert held(there, here).countries == 0.0


def test_silence_grows_with_the_days_since_the_last_report() -> None:
    late = replace(features(FERRY, "b"), at=FIRST_DAY + timedelta(days=9))
    assert held(late, features(FERRY, "a")).silence == log1p(9)
    assert held(replace(late, at=None), features(FERRY, "a")).silence == 0.0


@pytest.mark.parametrize(("part", "coefficients"), [(0.0, FOR_SHORT), (1.0, FOR_LONG)])
def test_shares_are_signs_times_coefficients_and_their_sum_is_the_score(
    part: float, coefficients: Signs
) -> None:
    signs = held(features(FERRY, "b"), features(FERRY, "a"))
    shares = shares_of(signs, part)
    due = [sign * each for sign, each in zip(signs, coefficients, strict=True)]
    assert list(shares) == pytest.approx(due, abs=0.0006)
    assert isclose(score_of(shares), sum(shares), abs_tol=0.0006)
