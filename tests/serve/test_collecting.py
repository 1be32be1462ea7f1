"""Collecting beside a server: one at a time, told as it goes, begun again where it ends."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from watchword.config import Settings
from watchword.errors import StoreError
from watchword.flow.situation.collecting import (
    CollectingState,
    collecting_of,
    note_collecting,
    want_collecting,
)
from watchword.flow.situation.turns import Turn
from watchword.serve import collecting
from watchword.serve.collecting import Collectors
from watchword.serve.gathering import WORK, Gatherer, Orders
from watchword.store import Store
from watchword.store.counting import count_record
from watchword.workbench import Workbench

PATIENCE_S = 120.0


@pytest.fixture
def bench(own_record: Path, user_settings: Settings) -> Iterator[Workbench]:
    with Workbench.open(str(own_record), user_settings) as opened:
        yield opened


def state_of(store: Store) -> CollectingState:
    with store.viewing() as view:
        return collecting_of(view)


def wait_for(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.2)


def orders_for(bench: Workbench) -> Orders:
    return Orders(location=bench.store.location, every_s=None, since=bench.store.now())


def test_a_round_reads_what_waits_and_says_how_it_went(bench: Workbench, tmp_path: Path) -> None:
    file = tmp_path / "seoul.txt"
    file.write_text("Title: Seoul counts again\n\nThe spy agency said that 2,000 more troops came.")
    bench.collect([str(file)])
    Gatherer(bench, orders_for(bench)).run()
    state = state_of(bench.store)
    assert (state.read, state.error, state.is_at_work) == (1, "", False)
    assert state.ended_at is not None
    with bench.store.viewing() as view:
        assert count_record(view).waiting == 0


def test_a_round_is_left_to_the_one_who_is_at_it(bench: Workbench) -> None:
    turn = Turn(bench.store, WORK)
    assert turn.take()
    Gatherer(bench, orders_for(bench)).go_round()
    assert state_of(bench.store) == CollectingState()
    turn.end()


def test_a_round_that_ends_early_says_why_and_the_next_one_is_well(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> int:
        raise StoreError("the disk is full", key="here")

    gatherer = Gatherer(bench, orders_for(bench))
    with monkeypatch.context() as patched:
        patched.setattr(bench, "work", fail)
        gatherer.go_round()
        gatherer.go_round()
    state = state_of(bench.store)
    assert "the disk is full" in state.error
    assert state.failures == 2
    gatherer.go_round()
    assert state_of(bench.store).failures == 0


def test_what_is_noted_is_read_back_and_moves_no_instant(bench: Workbench) -> None:
    with bench.store.viewing() as view:
        before = view.as_of
    state = CollectingState(
        is_at_work=True, step="reading reports", done=3, begun_at=datetime(2024, 10, 1, tzinfo=UTC)
    )
    note_collecting(bench.store, state)
    assert state_of(bench.store) == state
    with bench.store.viewing() as view:
        assert view.as_of == before


def test_a_process_beside_the_server_collects_when_somebody_wants_it(
    bench: Workbench, own_record: Path, tmp_path: Path
) -> None:
    file = tmp_path / "seoul.txt"
    file.write_text("Title: Seoul counts again\n\nThe spy agency said that 2,000 more troops came.")
    bench.collect([str(file)])
    collectors = Collectors({"troops": (str(own_record), bench.store)}, None)
    collectors.start()
    try:
        time.sleep(collecting.LOOK_S * 2)
        assert state_of(bench.store).begun_at is None
        want_collecting(bench.store)
        wait_for(lambda: state_of(bench.store).ended_at is not None)
        assert state_of(bench.store).read == 1
    finally:
        collectors.close()


def test_a_process_that_is_killed_is_begun_again(
    bench: Workbench, own_record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "LOOK_S", 0.1)
    monkeypatch.setattr(collecting, "FIRST_S", 0.5)
    collectors = Collectors({"troops": (str(own_record), bench.store)}, 3600.0)
    collectors.start()
    try:
        (place,) = collectors._places
        wait_for(lambda: state_of(bench.store).next_at is not None)
        first = place.process
        assert first is not None
        note_collecting(bench.store, replace(state_of(bench.store), is_at_work=True))
        first.kill()
        wait_for(lambda: place.process is not None and place.process is not first)
        state = state_of(bench.store)
        assert "the collecting process ended" in state.error
        wait_for(lambda: state_of(bench.store).error == "")
    finally:
        collectors.close()
    assert first.poll() is not None
