"""Digests and chosen days are scored against what people wrote of the days before."""

import pytest
from tests.ledger.summaries.laid import lay_backgrounds

from watchword.engines import ReadingEngine
from watchword.ledger.measurement import Score
from watchword.ledger.summaries.bench import SummaryBench
from watchword.ledger.timelines.tasks import CHRONOLOGY, DIGEST, TASKS


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> SummaryBench:
    data = tmp_path_factory.mktemp("data")
    lay_backgrounds(data)
    return SummaryBench(ReadingEngine(), data)


def scores(bench: SummaryBench, head: str) -> dict[str, Score]:
    task = next(each for each in TASKS if each.head == head)
    return {score.metric: score for score in task.run(bench)}


def test_a_chronology_finds_the_days_of_the_events(bench: SummaryBench) -> None:
    found = scores(bench, CHRONOLOGY)["date F1"]
    assert found.value == 1.0
    assert found.counts == {"backgrounds": 4}


def test_days_of_the_updates_are_not_those_of_the_events(bench: SummaryBench) -> None:
    heads = ("first days", "last days", "days by words", "days by meaning")
    assert {scores(bench, head)["date F1"].value for head in heads} == {0.0}


def test_the_digest_of_the_updates_is_held_against_every_background(bench: SummaryBench) -> None:
    found = scores(bench, DIGEST)
    assert found["ROUGE-1"].counts == {"texts": 4}
    assert found["ROUGE-1"].value is not None
    assert found["ROUGE-1"].value > 0.3


def test_digest_and_chronology_alone_have_floors(bench: SummaryBench) -> None:
    floored = {task.head for task in TASKS if any(score.floored for score in task.run(bench))}
    assert floored == {DIGEST, CHRONOLOGY}
