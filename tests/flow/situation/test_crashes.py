"""Killed at any moment, a process loses no report that it had said it kept, and doubles none."""

import multiprocessing
import random
from multiprocessing.connection import Connection
from time import sleep

import pytest
import sqlalchemy as sa
from tests.store.records import report_of

from watchword.engines.tagging import TaggingEngine
from watchword.flow.situation import recording
from watchword.flow.situation.actors import see_waiting
from watchword.flow.situation.origins import place_waiting
from watchword.flow.situation.reading import Reader, read_waiting
from watchword.model.report import Report
from watchword.store import Store, dialect, open_store, tables
from watchword.store.reports import each_report

KILLS = 200
A_RUN = 12
"""Reports that each run brings beside all those of the runs before."""
READER = Reader(engine=TaggingEngine(), events=None, name="rules/1")
_fork = multiprocessing.get_context("fork")


def reports_up_to(run: int) -> list[Report]:
    return [
        report_of(f"On day {number} Kyiv said that {number + 2} tanks had been lost near Kursk.")
        for number in range(A_RUN * (run + 1))
    ]


def grow(location: str, run: int, told: Connection) -> None:
    """Feed everything into the record and read it, telling of each group once it is kept."""
    store = open_store(location)
    news = reports_up_to(run)[-3 * A_RUN :]
    for start in range(0, len(news), 3):
        recording.record(store, news[start : start + 3])
        told.send([report.key for report in news[start : start + 3]])
    read_waiting(store, READER)
    place_waiting(store)
    see_waiting(store)
    store.close()


def rows(store: Store, question: str) -> list[tuple[object, ...]]:
    with store.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.text(question))]


def check_record(store: Store, keys: set[str]) -> None:
    """Every report once, read once, indexed once."""
    with store.viewing() as view:
        assert dialect.check(view.connection) == []
        kept = [report.key for report in each_report(view)]
    assert sorted(kept) == sorted(keys)
    assert rows(store, "SELECT report_id FROM reading GROUP BY report_id HAVING count(*) > 1") == []
    assert rows(store, "SELECT count(*) FROM reading") == [(len(keys),)]
    for table in ("copy_trace", "placement"):
        assert rows(store, f"SELECT count(*), count(DISTINCT report_id) FROM {table}") == [  # noqa: S608 - a name of ours
            (len(keys), len(keys))
        ]
    doubled = "SELECT report_id, ordinal FROM claim GROUP BY report_id, ordinal HAVING count(*) > 1"
    assert rows(store, doubled) == []
    for words, table in (("report_words", tables.report), ("claim_words", tables.claim)):
        assert rows(store, f"SELECT count(*) FROM {words}") == rows(  # noqa: S608 - names of ours
            store,
            f"SELECT count(*) FROM {table.name}",  # noqa: S608 - as above
        )


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("location", ["file", "server"], indirect=True)
def test_kills_at_random_moments_lose_nothing_and_double_nothing(
    store: Store, location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("watchword.flow.situation.turns.LEASE_S", 0.05)
    monkeypatch.setattr("watchword.flow.situation.turns._PAUSE_S", 0.01)
    chance = random.Random(20241018)  # noqa: S311 - moments, not secrets
    store.close()
    promised: set[str] = set()
    at_work = 0
    for run in range(KILLS):
        ours, theirs = _fork.Pipe(duplex=False)
        process = _fork.Process(target=grow, args=(location, run, theirs))
        process.start()
        theirs.close()
        sleep(chance.uniform(0.0, 0.15))
        at_work += process.is_alive()
        process.kill()
        process.join()
        promised |= {key for keys in drained(ours) for key in keys}
    assert at_work > KILLS / 2
    everything = reports_up_to(KILLS)
    again = open_store(location)
    with again.viewing() as view:
        assert promised <= {report.key for report in each_report(view)}
    recording.record(again, everything)
    read_waiting(again, READER)
    place_waiting(again)
    see_waiting(again)
    check_record(again, {report.key for report in everything})
    again.close()


def drained(pipe: Connection) -> list[list[str]]:
    told = []
    try:
        while pipe.poll():
            told.append(pipe.recv())
    except (EOFError, OSError):
        pass
    pipe.close()
    return told


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_two_processes_on_one_record_do_not_hurt_each_other(store: Store, location: str) -> None:
    store.close()
    pipes = [_fork.Pipe(duplex=False) for _ in range(3)]
    both = [_fork.Process(target=grow, args=(location, run, pipes[run][1])) for run in range(3)]
    for process in both:
        process.start()
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0, 0]
    again = open_store(location)
    check_record(again, {report.key for report in reports_up_to(2)})
    again.close()
    for ours, theirs in pipes:
        ours.close()
        theirs.close()
