"""Lies dropped and honest wordings kept are counted by kind, with what was judged wrongly."""

from collections.abc import Sequence

import pytest
from tests.extract.case_files import composed, read

from watchword.brief.wording.judging import Judge
from watchword.engines import ReadingEngine
from watchword.flow.briefing import Request, write_brief
from watchword.ledger.scores import Share
from watchword.ledger.wordings import WordingScores, score_wordings, total_of, write_wordings
from watchword.model.brief import Brief
from watchword.model.read_report import ReadReport

TEXT = (
    "The Andean Council said that Peru had closed 14 border posts with Bolivia on Monday. "
    "Bolivian Foreign Minister Ana Quispe denied that Bolivia had allowed the crossing."
)


@pytest.fixture(scope="module")
def brief() -> Brief:
    report = composed(TEXT, key="r", heads={"outlet": "Meridian Post", "date": "2024-06-11"})
    found = ReadReport(report=report, extraction=read(report, ReadingEngine()))
    return write_brief((found,), (), Request())


def doubting(_sentence: str, _evidence: Sequence[str]) -> float:
    return 0.0


def test_a_judge_that_judges_rightly_passes(brief: Brief) -> None:
    told: list[int] = []
    scores = score_wordings([brief, brief], Judge(), told.append)
    assert scores.briefs == 2
    assert scores.passed
    assert scores.misjudged == []
    assert total_of(scores.kept).of > 0
    assert told == list(range(1, total_of(scores.kept).of + total_of(scores.dropped).of + 1))


def test_a_judge_that_drops_everything_does_not_pass(brief: Brief) -> None:
    scores = score_wordings([brief], Judge(support=doubting))
    assert total_of(scores.dropped).value == 1.0
    assert total_of(scores.kept).hits == 0
    assert not scores.passed
    assert all(each.faults for each in scores.misjudged)


def test_nothing_to_judge_is_no_pass() -> None:
    assert not score_wordings([], Judge()).passed


def test_the_shares_are_written_by_kind_with_their_totals() -> None:
    scores = WordingScores(
        briefs=1,
        dropped={"tense_changed": Share(hits=1, of=2)},
        kept={"said_last": Share(hits=3, of=3)},
    )
    told = write_wordings(scores)
    assert "tense_changed   50.0%  1/2" in told
    assert "said_last  100.0%  3/3" in told
    assert "at least 98% needed" in told
