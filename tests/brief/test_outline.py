"""Claims find their section, and judgments are of more than one theme."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from watchword.brief.material import Material
from watchword.brief.outline import Shares, Theme, by_theme, judged, newest, ranked, theme_of

sys.path.insert(0, str(Path(__file__).parent / "situations"))
texts = import_module("report_texts")
situations = import_module("situation_files")


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Uganda sent 300 soldiers to Goma.", Theme.FORCES),
        ("Rebels attacked the base on Monday.", Theme.FIGHTING),
        ("Uganda sent fuel to Goma.", Theme.EXCHANGE),
        ("Washington sanctioned two banks on Monday.", Theme.POLICY),
        ("The ministers met in Doha on Monday.", Theme.TALKS),
        ("Uganda denied that it sent soldiers to Goma.", Theme.DENIALS),
        ("Uganda is considering a mission to Goma.", Theme.POLICY),
        ("Uganda will send soldiers if the council pays.", Theme.POLICY),
        ("It rained in Goma on Monday.", Theme.OTHER),
    ],
)
def test_a_claim_belongs_to_a_section(text: str, theme: Theme) -> None:
    _, claims = texts.read_text(text)
    assert theme_of(claims[0]) is theme


@pytest.fixture(scope="module")
def materials() -> list[Material]:
    """What was found in each composed situation."""
    return [situations.material_of(name) for name in situations.NAMES]


def test_themes_hold_each_clear_finding_once(materials: list[Material]) -> None:
    for material in materials:
        keys = [finding.key for part in by_theme(material).values() for finding in part]
        assert sorted(keys) == sorted(finding.key for finding in ranked(material))
        assert len(set(keys)) == len(keys)


def test_every_finding_can_be_judged_once(materials: list[Material]) -> None:
    for material in materials:
        keys = [finding.key for finding in judged(material)]
        assert sorted(keys) == sorted(finding.key for finding in ranked(material))


def test_a_theme_gives_one_judgment_and_an_estimate_comes_on_top(materials: list[Material]) -> None:
    for material in materials:
        shares = Shares(material)
        for finding in judged(material):
            if shares.admits(finding):
                shares.take(finding)
        estimated = any(finding.lead in material.likelihoods for finding in judged(material))
        assert max(shares.counts.values(), default=0) <= 1 + estimated
        assert shares.has_likelihood == estimated


def test_newest_comes_first(materials: list[Material]) -> None:
    for material in materials:
        days = [
            material.reports[material.claims[finding.lead].report].published.at
            for finding in newest(material, material.findings)
        ]
        assert days == sorted(days, reverse=True)
