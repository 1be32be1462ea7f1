"""Watching a stream with 20 indicators: alerts lost or doubled by kills, and the time it adds.

    python benchmarks/alerts.py RECORD

RECORD is a record that lived through an archive (`watchword collect ARCHIVE --replay`). Its days
are lived through again twice, day by day, with the reports and readings that it has: once
undisturbed, and once by processes that are killed at random moments and started again. What the two
come to is compared.
"""

import argparse
import multiprocessing
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from time import process_time, sleep

from twenty_indicators import TWENTY
from watchword.engines import ReadingEngine
from watchword.flow.reading import read_report_events
from watchword.flow.situation import turns
from watchword.flow.situation.indicating import keep_indicator
from watchword.flow.situation.origins import place_waiting
from watchword.flow.situation.recording import record
from watchword.flow.situation.replaying import ReplayClock
from watchword.flow.situation.searching import direction_of
from watchword.flow.situation.watching import IndicatorKeeper
from watchword.model.read_report import ReadReport
from watchword.store import Store, create_store, open_store
from watchword.store.readings import add_readings, each_reading
from watchword.store.reports import times_of_reports
from watchword.store.sightings import each_alert, each_sighting
from watchword.store.vectors import directions_in

SEED = 20241018
SAMPLE = 200
"""Reports that are read anew, to tell what watching adds to reading."""
_fork = multiprocessing.get_context("fork")
Day = tuple[date, list[ReadReport]]
Direct = Callable[[str], bytes | None]


@dataclass
class Spent:
    """Processor time that each work took, in seconds: the machine may be shared."""

    watching: float = 0.0


def main() -> None:
    """Measure, and print what was found."""
    asked = argparse.ArgumentParser()
    asked.add_argument("record")
    asked.add_argument("--kills", type=int, default=100)
    given = asked.parse_args()
    engine = ReadingEngine()
    directions = {each.words: direction_of(each.words, engine) for each in TWENTY if each.words}
    days = list(days_of(given.record))
    reports = sum(len(read) for _, read in days)
    print(f"{reports:,} reports of {len(days):,} days, {len(TWENTY)} indicators")
    with tempfile.TemporaryDirectory() as folder:
        whole, spent = undisturbed(Path(folder) / "whole.watchword", days, directions.get)
        killed = disturbed(Path(folder) / "killed.watchword", days, directions.get, given.kills)
        compare(whole, killed)
    reading = seconds_of_reading(days, engine)
    added = spent.watching / reports
    print(f"watching takes {1000 * added:.2f} ms a report, reading {1000 * reading:.2f} ms:")
    print(f"20 indicators add {added / reading:.1%}")


def days_of(location: str) -> Iterator[Day]:
    """The reports of a record with what was found in them, day by day."""
    with closing(open_store(location)) as store, store.viewing() as view:
        read = [
            replace(each, vectors=tuple(sorted(directions_in(view, each.report.key).items())))
            for each in each_reading(view)
            if each.report.published.at is not None
        ]
    read.sort(key=lambda each: (_at(each), each.report.key))
    for day, part in groupby(read, key=lambda each: _at(each).date()):
        yield day, list(part)


def live(store: Store, clock: ReplayClock, days: Sequence[Day], direct: Direct) -> Spent:
    """Live through days: add, take over what was read, group, and watch, each day by itself."""
    keeper, spent = IndicatorKeeper(store, direct), Spent()
    for _, read in days:
        clock.set(_at(read[-1]) + timedelta(hours=12))
        record(store, [each.report for each in read])
        with store.writing() as writing:
            add_readings(writing, read, made_by="taken over/1")
        place_waiting(store)
        began = process_time()
        keeper.watch_waiting()
        spent.watching += process_time() - began
    return spent


def undisturbed(path: Path, days: Sequence[Day], direct: Direct) -> tuple[Store, Spent]:
    """A record that nobody has disturbed."""
    store, clock = begin(path, days)
    return store, live(store, clock, days, direct)


def disturbed(path: Path, days: Sequence[Day], direct: Direct, kills: int) -> Store:
    """A record whose processes were killed, each at a random moment."""
    turns.LEASE_S, turns._PAUSE_S = 0.05, 0.01  # noqa: SLF001 - so that a killed one is not waited for
    store, _ = begin(path, days)
    store.close()
    chance, done = random.Random(SEED), 0  # noqa: S311 - moments, not secrets
    for run in range(kills):
        upto = (run + 1) * len(days) // kills
        process = _fork.Process(target=go_on, args=(path, days[:upto], direct))
        process.start()
        sleep(chance.uniform(0.05, 0.6))
        done += process.is_alive()
        process.kill()
        process.join()
    go_on(path, days, direct)
    print(f"{done} processes were killed at work")
    return open_store(str(path))


def go_on(path: Path, days: Sequence[Day], direct: Direct) -> None:
    """Go on from the last day that the record has."""
    clock = ReplayClock(lambda: datetime.now(UTC))
    with closing(open_store(str(path), now=clock)) as store:
        with store.viewing() as view:
            latest = max(times_of_reports(view).values(), default=datetime.min.replace(tzinfo=UTC))
        live(store, clock, [each for each in days if each[0] >= latest.date()], direct)


def begin(path: Path, days: Sequence[Day]) -> tuple[Store, ReplayClock]:
    """An empty record that watches for the twenty from before the first day."""
    create_store(str(path), title="").close()
    clock = ReplayClock(lambda: datetime.now(UTC))
    store = open_store(str(path), now=clock)
    clock.set(_at(days[0][1][0]) - timedelta(days=1))
    for indicator in TWENTY:
        keep_indicator(store, indicator)
    return store, clock


def compare(whole: Store, killed: Store) -> None:
    """Print what two records have seen and told, and what one lacks or has twice."""
    for noun, each_of in (("sightings", each_sighting), ("alerts", each_alert)):
        with whole.viewing() as one, killed.viewing() as two:
            expected = [each.key for each in each_of(one)]
            found = [each.key for each in each_of(two)]
        lost, more = set(expected) - set(found), set(found) - set(expected)
        doubled = len(found) - len(set(found))
        told = f"{len(expected):,} {noun}; after kills {len(found):,}"
        print(f"{told}: lost {len(lost)}, doubled {doubled}, others {len(more)}")
    with whole.viewing() as view:
        bare = [each for each in each_alert(view) if not each.claims]
    print(f"alerts without claims (silence since the beginning): {len(bare)}")
    whole.close()
    killed.close()


def seconds_of_reading(days: Sequence[Day], engine: ReadingEngine) -> float:
    """Processor time that reading one report takes on the mean, in seconds."""
    read = [each.report for _, part in days for each in part]
    sample = read[:: max(1, len(read) // SAMPLE)][:SAMPLE]
    began = process_time()
    for report in sample:
        read_report_events(report, engine)
    return (process_time() - began) / len(sample)


def _at(read: ReadReport) -> datetime:
    at = read.report.published.at
    if at is None:
        raise ValueError(read.report.key)
    return at


if __name__ == "__main__":
    main()
