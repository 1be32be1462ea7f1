"""A contested figure is told side by side, never averaged."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from watchword.brief.contests import MOST, contests_of
from watchword.brief.material import Desk
from watchword.flow.briefing import Request, write_brief
from watchword.flow.reading import read_report
from watchword.model.brief import Contest

sys.path.insert(0, str(Path(__file__).parent / "situations"))
situations = import_module("situation_files")
dated = import_module("dated_reports")
ARRESTS = """The Harbour Police announced the arrests of {arrested} additional people in connection
to the mass shooting on Sunday that killed {killed} people and injured {injured} others."""


@pytest.fixture(scope="module")
def contests() -> list[Contest]:
    found = [contests_of(Desk(situations.material_of(name))) for name in situations.NAMES]
    return [contest for each in found for contest in each]


def test_both_ends_are_told_with_who_gives_them(contests: list[Contest]) -> None:
    (ferry,) = [contest for contest in contests if contest.track.unit == "passengers"]
    text = ferry.summary.text
    assert "240" in text
    assert "310" in text
    assert "port official" in text
    assert "crew members" in text
    assert "275" not in text
    assert len(ferry.summary.claims) == 2


def test_every_figure_told_is_a_point_of_its_track(contests: list[Contest]) -> None:
    for contest in contests:
        points = {point.claim for point in contest.track.points}
        assert set(contest.summary.claims) <= points


def test_a_figure_told_with_what_is_none_of_its_points_is_told_without() -> None:
    told = (("Gulf Post", 5, "two", "six", 14), ("Strait Gazette", 6, "three", "seven", 12))
    reports = [
        dated.report(outlet, day, "Arrests", ARRESTS.format(arrested=a, killed=b, injured=c))
        for outlet, day, a, b, c in told
    ]
    brief = write_brief([read_report(each, situations.ENGINE) for each in reports], (), Request())
    assert any("seven" in contest.summary.text for contest in brief.contests)
    for contest in brief.contests:
        assert set(contest.summary.claims) <= {point.claim for point in contest.track.points}


def test_contests_are_few_and_of_tracks_with_two_points() -> None:
    for name in situations.NAMES:
        material = situations.material_of(name)
        found = list(contests_of(Desk(material)))
        assert len(found) <= MOST
        assert all(len(contest.track.points) >= 2 for contest in found)


def test_no_tracks_are_no_contests() -> None:
    assert list(contests_of(Desk(situations.empty_material()))) == []
