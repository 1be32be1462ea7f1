"""A number counts those whom the cited claim counts: 3,000 North Koreans are no Russians."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from watchword.brief.verify import check_sentence
from watchword.model.claim import Claim
from watchword.model.report import Report
from watchword.model.sentence import Sentence

sys.path.insert(0, str(Path(__file__).parent / "situations"))
report_texts = import_module("report_texts")

TEXT = "Seoul said that 3,000 North Koreans were in Russia. Russians guard the camps, Seoul said."


@pytest.fixture(scope="module")
def read() -> tuple[Report, tuple[Claim, ...]]:
    made: tuple[Report, tuple[Claim, ...]] = report_texts.read_text(TEXT)
    return made


def problems(read: tuple[Report, tuple[Claim, ...]], text: str) -> list[str]:
    report, claims = read
    sentence = Sentence(text=text, claims=tuple(claim.key for claim in claims))
    found = check_sentence(sentence, claims, {report.key: report})
    return [str(problem.rule) for problem in found if "counts" in problem.message]


def test_those_who_are_counted_may_not_be_others(read: tuple[Report, tuple[Claim, ...]]) -> None:
    assert problems(read, "Seoul said that 3,000 Russians were in Russia.") == ["number"]


def test_those_who_are_counted_may_be_named_or_not(
    read: tuple[Report, tuple[Claim, ...]],
) -> None:
    assert problems(read, "Seoul said that 3,000 North Koreans were in Russia.") == []
    assert problems(read, "Seoul said that 3,000 were in Russia.") == []
