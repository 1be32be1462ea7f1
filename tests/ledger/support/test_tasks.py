"""Support is measured beside shared words and embeddings, on both ways of asking."""

import pytest
from tests.ledger.support.laid import lay_wice

from watchword.engines import ReadingEngine
from watchword.engines.support import SupportEngine
from watchword.ledger.measurement import Score
from watchword.ledger.support.bench import SupportBench
from watchword.ledger.support.held_out import NAMED, PAGES
from watchword.ledger.support.tasks import TASKS

Table = dict[tuple[str, str, str], Score]


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    data = tmp_path_factory.mktemp("data")
    lay_wice(data)
    bench = SupportBench(SupportEngine(), ReadingEngine(), data)
    return {
        (task.head, task.held.name, score.metric): score
        for task in TASKS
        for score in task.run(bench)
    }


def test_every_way_of_judging_is_measured_on_both_ways_of_asking(table: Table) -> None:
    assert {(head, data) for head, data, _ in table} == {
        (head, held.name)
        for head in ("support", "holds", "words", "embedding")
        for held in (PAGES, NAMED)
    }


def test_supported_alone_counts_among_all_claims(table: Table) -> None:
    assert {
        tuple(score.counts.items()) for (_, _, metric), score in table.items() if metric == "AUROC"
    } == {(("claims", 4), ("supported", 2))}


def test_the_model_tells_plain_cases_apart(table: Table) -> None:
    assert table["support", PAGES.name, "AUROC"].value == 1.0
    assert table["support", NAMED.name, "average precision"].value == 1.0


def test_only_the_products_scores_have_floors_and_f1_has_none(table: Table) -> None:
    floored = {(head, metric) for (head, _, metric), score in table.items() if score.floored}
    assert floored == {
        (head, metric) for head in ("support", "holds") for metric in ("AUROC", "average precision")
    }
