"""Digests and their rivals are scored at one length, and the floor holds the test part alone."""

from pathlib import Path

import pytest
from tests.ledger.summaries.laid import lay_summaries

from watchword.engines import ReadingEngine
from watchword.ledger.measurement import Score
from watchword.ledger.rouge import rouge
from watchword.ledger.summaries.bench import SummaryBench
from watchword.ledger.summaries.held_out import SPLITS
from watchword.ledger.summaries.tasks import DIGEST, TASKS, length_of

WRITTEN = (
    "A ferry sank off Kastel and 40 people were rescued.",
    "Off Kastel the coast guard rescued 40 people.",
)


@pytest.fixture
def bench(tmp_path: Path) -> SummaryBench:
    lay_summaries(tmp_path)
    return SummaryBench(ReadingEngine(), tmp_path)


def scores(bench: SummaryBench, head: str, split: str) -> dict[str, Score]:
    task = next(each for each in TASKS if each.head == head and each.held is SPLITS[split])
    return {score.metric: score for score in task.run(bench)}


def test_the_first_sentences_share_what_their_words_do(bench: SummaryBench) -> None:
    found = scores(bench, "lead-1", "dev")
    assert set(found) == {"ROUGE-1", "ROUGE-2", "ROUGE-L"}
    cut = rouge("A ferry sank off Kastel on Monday, the coast", WRITTEN)
    assert found["ROUGE-1"].value == pytest.approx(cut.words)
    assert found["ROUGE-1"].counts == {"texts": 1}


def test_a_digest_tells_what_people_told(bench: SummaryBench) -> None:
    digest, centroid = (scores(bench, head, "dev") for head in (DIGEST, "centroid by meaning"))
    assert digest["ROUGE-1"].value is not None
    assert digest["ROUGE-1"].value > 0.4
    assert centroid["ROUGE-1"].value is not None


def test_only_the_digest_of_the_test_part_has_floors(bench: SummaryBench) -> None:
    floored = {
        (task.head, task.held.name)
        for task in TASKS
        if any(score.floored for score in task.run(bench))
    }
    assert floored == {(DIGEST, "GUM news test")}


def test_a_set_is_read_once_and_told_how_far(tmp_path: Path) -> None:
    lay_summaries(tmp_path)
    told: list[tuple[int, int]] = []
    bench = SummaryBench(ReadingEngine(), tmp_path, lambda done, total: told.append((done, total)))
    scores(bench, DIGEST, "dev")
    scores(bench, "lead-3", "dev")
    assert told == [(1, 1)]


def test_the_length_is_the_mean_of_the_peoples() -> None:
    assert length_of(["one two three", "one"]) == 2
