"""The tasks of reading run on sets laid by hand, and tell what went wrong in them."""

from functools import partial
from pathlib import Path

import pytest
from tests.ledger.reading.laid import lay_all, lay_polnear

from watchword.engines import ReadingEngine
from watchword.errors import MissingDataError
from watchword.ledger.corpora.newsquant import read_newsquant
from watchword.ledger.held_out_floors import HeldOutFloors, read_floors, write_floors
from watchword.ledger.measuring import measure_held_out
from watchword.ledger.reading import findings
from watchword.ledger.reading.bench import ReadingBench
from watchword.ledger.reading.floors import FLOORS
from watchword.ledger.reading.tasks import TASKS, misses_of


def test_every_task_gives_scores_of_its_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_all(tmp_path)
    monkeypatch.setattr(findings, "read_newsquant", partial(read_newsquant, corrections=()))
    bench = ReadingBench(ReadingEngine(), tmp_path)
    outcome = measure_held_out(TASKS, bench, HeldOutFloors())
    scores = {each.place: each.score.value for each in outcome.measurements}
    assert scores["attributions", "PolNeAR dev", "source right recall"] == 0.5
    assert scores["attributions", "GUM news", "clause recall"] == 1.0
    assert scores["figures", "NewsQuant", "all right F1, published"] == 1.0
    for name in ("PLV test", "PLOVER gold"):
        assert scores["events", name, "pair found and typed"] == 1.0
    assert scores["events", "PLOVER gold", "state or body"] == 1.0
    for name in ("LGL", "GeoWebNews"):
        assert scores["places", name, "end to end F1"] == 1.0
        assert scores["places", name, "end to end F1, unseen two thirds"] == 1.0
    assert [miss.labelled for miss in misses_of(TASKS, bench)] == [
        ("The union", "wants", "a dredger")
    ]


def test_a_set_that_is_not_there_is_named(tmp_path: Path) -> None:
    lay_polnear(tmp_path)
    with pytest.raises(MissingDataError, match=r"GUM_news_.*CC BY"):
        measure_held_out(TASKS, ReadingBench(ReadingEngine(), tmp_path), HeldOutFloors())


def test_the_packaged_floors_are_written_as_an_update_writes_them() -> None:
    text = FLOORS.path.read_text("utf-8")
    assert write_floors(read_floors(FLOORS.path), FLOORS.heading) == text


def test_every_floor_belongs_to_a_task() -> None:
    groups = set(read_floors(FLOORS.path).groups)
    assert groups == {(task.head, task.held.name) for task in TASKS}
