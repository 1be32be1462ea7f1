"""What matters comes first, and judgments are of more than one aspect."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from watchword.brief.material import Material
from watchword.brief.outline import Shares, judged, newest, ranked

sys.path.insert(0, str(Path(__file__).parent / "situations"))
situations = import_module("situation_files")


@pytest.fixture(scope="module")
def materials() -> list[Material]:
    """What was found in each composed situation."""
    return [situations.material_of(name) for name in situations.NAMES]


def test_every_finding_can_be_judged_once(materials: list[Material]) -> None:
    for material in materials:
        keys = [finding.key for finding in judged(material)]
        assert sorted(keys) == sorted(finding.key for finding in ranked(material))


def test_an_aspect_gives_one_judgment_and_an_estimate_tops_it(
    materials: list[Material],
) -> None:
    for material in materials:
        shares = Shares(material)
        for finding in judged(material):
            if shares.admits(finding):
                shares.take(finding)
        assert max(shares.counts.values(), default=0) <= 1 + shares.has_likelihood


def test_newest_comes_first(materials: list[Material]) -> None:
    for material in materials:
        days = [
            material.reports[material.claims[finding.lead].report].published.at
            for finding in newest(material, material.findings)
        ]
        assert days == sorted(days, reverse=True)
