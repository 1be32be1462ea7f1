"""Measuring: tasks run on benches, a set is read once, rows carry aims, floors and digests."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from tests.ledger.model.composed import SHIPS, GoldEngine, sentence

from watchword.errors import MissingDataError, SettingsError
from watchword.ledger.corpora.sentence import LabelledSentence
from watchword.ledger.held_out import HeldOut
from watchword.ledger.held_out_floors import HeldOutFloors, SetFloors
from watchword.ledger.held_out_report import held_out_to_json, write_held_out_report
from watchword.ledger.measurement import Aim, Form, Score
from watchword.ledger.measuring import HeldOutOutcome, Task, chosen_tasks, measure_held_out
from watchword.ledger.model.aims import AIMS, aim_of
from watchword.ledger.model.bench import AT_ONCE, Bench, Measured
from watchword.ledger.model.footprint import Footprint
from watchword.ledger.model.scoring import event_scores, tree_scores
from watchword.ledger.model.tasks import TASKS

NOTES = HeldOut(name="EWT test", files=("notes.txt",), origin="our own hand")
OTHER = sentence("Talks failed .")
AID = sentence("Oslo sent aid", pair=((0, 1), (0, 0)), event={"root": "AID", "quad": "2"})
PROTEST = sentence("Crowds marched", pair=((0, 1), (0, 0)), event={"root": "PROTEST", "quad": "3"})


def ships(_data: Path) -> Iterator[LabelledSentence]:
    yield SHIPS


def events(_data: Path) -> Iterator[LabelledSentence]:
    yield from (AID, SHIPS, PROTEST)


def run_trees(bench: Bench) -> Iterable[Score]:
    return tree_scores(bench.pairs("notes", ships))


TREES = Task(head="trees", held=NOTES, run=run_trees)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "notes.txt").write_text("Ships left .", encoding="utf-8")
    return tmp_path


def measured(data: Path, floors: HeldOutFloors | None = None) -> HeldOutOutcome:
    good = Bench(Measured(engine=GoldEngine(known=[SHIPS])), data)
    bad = Bench(Measured(engine=GoldEngine(name="blank/2")), data)
    return measure_held_out([TREES], good, floors or HeldOutFloors(), bad, aim_of=aim_of)


def test_a_set_is_read_once_and_progress_is_told(data: Path) -> None:
    engine = GoldEngine()
    told: list[tuple[int, int]] = []
    bench = Bench(Measured(engine=engine), data, lambda done, total: told.append((done, total)))
    for _ in range(2):
        bench.pairs("many", lambda _: [OTHER] * (AT_ONCE + 1))
    assert engine.sizes == [AT_ONCE, 1]
    assert told == [(AT_ONCE, AT_ONCE + 1), (AT_ONCE + 1, AT_ONCE + 1)]


def test_pairs_are_read_with_a_side_that_is_not_said_and_others_are_left_out(data: Path) -> None:
    bench = Bench(Measured(engine=GoldEngine(known=[AID, PROTEST])), data)
    found = bench.event_pairs(events)
    assert [labelled for labelled, _ in found] == [AID, PROTEST]
    scores = {score.metric: score.value for score in event_scores(found)}
    assert scores == {
        "root macro-F1": 1.0,
        "root accuracy": 1.0,
        "quad macro-F1": 1.0,
        "quad accuracy": 1.0,
    }


def test_what_an_engine_costs_is_asked_for_its_own_folder(data: Path) -> None:
    asked: list[Path | None] = []

    def weigh(folder: Path | None, sentences: object) -> Footprint:
        asked.append(folder)
        return Footprint(load_seconds=0.5, peak_mebibytes=200.0, words=len(str(sentences)))

    bench = Bench(Measured(engine=GoldEngine(), folder=data, weigh=weigh), data)
    assert bench.footprint([]).peak_mebibytes == 200.0
    assert asked == [data]


def test_each_row_has_the_digest_of_its_data_and_the_other_models_score(data: Path) -> None:
    outcome = measured(data)
    assert (outcome.engine, outcome.beside) == ("gold/1", "blank/2")
    las = outcome.measurements[0]
    assert las.place == ("trees", "EWT test", "LAS")
    assert las.digest == NOTES.digest(data)
    assert las.score.value == 1.0
    assert las.beside is not None
    assert las.beside.value == 0.0


def test_data_that_is_not_there_is_missed_before_anything_is_read(tmp_path: Path) -> None:
    engine = GoldEngine()
    with pytest.raises(MissingDataError, match="our own hand"):
        measure_held_out([TREES], Bench(Measured(engine=engine), tmp_path), HeldOutFloors())
    assert engine.sizes == []


def test_the_table_shows_score_floor_least_and_aim(data: Path) -> None:
    floors = SetFloors(digest=NOTES.digest(data), by_metric={"LAS": 0.905})
    outcome = measured(data, HeldOutFloors(groups={("trees", "EWT test"): floors}))
    told = write_held_out_report(outcome)
    row = next(line.split() for line in told.splitlines() if " LAS  " in line)
    assert row == ["trees", "EWT", "test", "LAS", "100.00%", "0.00%", "90.5%", "87%", "91%"]
    assert "Floors: kept; 2 scores that could have one have none." in told
    assert max(map(len, told.splitlines())) <= 118


def test_sunk_scores_and_floors_of_other_data_are_told(data: Path) -> None:
    digest = NOTES.digest(data)
    sunk = SetFloors(digest=digest, by_metric={"LAS": 0.9})
    other = SetFloors(digest="other", by_metric={"LAS": 0.9})
    blank = Bench(Measured(engine=GoldEngine()), data)
    for kept, words in (
        (sunk, "Floors: SUNK\n  trees EWT test LAS: 0.000"),
        (other, "not checked"),
    ):
        floors = HeldOutFloors(groups={("trees", "EWT test"): kept})
        assert words in write_held_out_report(measure_held_out([TREES], blank, floors))


def test_json_has_counts_digest_floor_and_aim(data: Path) -> None:
    told = held_out_to_json(measured(data))
    assert told["measurements"][0] == {
        "head": "trees",
        "data": "EWT test",
        "digest": NOTES.digest(data),
        "metric": "LAS",
        "value": 1.0,
        "counts": {"hits": 3, "of": 3},
        "beside": 0.0,
        "floor": None,
        "least": 0.87,
        "aim": 0.91,
    }
    assert told["floors"]["passed"]


def test_similarity_aims_at_the_base_model() -> None:
    base = SetFloors(digest="s", by_metric={"leads AUC": 0.95})
    floors = HeldOutFloors(groups={("base", "current events"): base})
    place = ("similarity", "current events", "leads AUC")
    assert aim_of(place, HeldOutFloors()) is None
    found = aim_of(place, floors)
    assert found is not None
    assert (found.aim, found.least) == (0.95, pytest.approx(0.94))
    assert aim_of(("trees", "GUM test2", "LAS"), floors) == Aim(aim=0.84, least=0.78)


def test_heads_are_chosen_by_name_and_an_unknown_one_is_refused() -> None:
    assert chosen_tasks(TASKS) == TASKS
    assert {task.head for task in chosen_tasks(TASKS, ["trees", "events"])} == {"trees", "events"}
    with pytest.raises(SettingsError, match=r"no head.*tree .*name some of attribution, trees"):
        chosen_tasks(TASKS, ["tree"])


def test_every_aim_belongs_to_a_task() -> None:
    known = {(task.head, task.held.name) for task in TASKS}
    assert {place[:2] for place in AIMS} <= known


def test_every_form_can_be_written() -> None:
    assert [format(1.0, form.value) for form in Form] == [
        "100.00%",
        "1.0000",
        "1.00000",
        "1",
        "1.00",
    ]
