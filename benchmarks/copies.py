"""How well copies are told from other texts as reports arrive, how fast, and in how much memory.

    python benchmarks/copies.py ../shared/data
    python benchmarks/copies.py ../shared/data --order random --json
    python benchmarks/copies.py ../shared/data --growth

Puts 2,000 syndicated variants of 400 statements (see `syndication.py`) among 20,000 others on a
shelf, one by one. Prints which share of the variants is held for its statement's copy, by kind;
how many pairs of reports that were joined are right; and which statements under different
addresses were joined, by reason. With `--growth`, prints the speed at n, 2n and 4n reports: of the
stream of current events, and of full texts. Seconds are the processor's.
"""

import argparse
import json
import random
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import combinations, islice
from pathlib import Path

from syndication import KINDS, SEED, Print, each_event, each_mashed, each_print
from watchword.group.shelf import OriginShelf
from watchword.group.traces import pack_trace, trace_of
from watchword.model.copy_trace import CopyTrace
from watchword.model.origin import OriginDecision
from watchword.model.report import Report

EVENTS, FULL_TEXTS = 98_806, 22_000
_PAGE = 4096
_EPOCH = datetime.min.replace(tzinfo=UTC)


class Record:
    """What a store would keep: traces and decisions by day, and origins by report and by text."""

    def __init__(self) -> None:
        self.days: dict[date, list[CopyTrace]] = {}
        self.decisions: dict[str, OriginDecision] = {}
        self.texts: dict[str, str] = {}

    def keep(self, trace: CopyTrace, decision: OriginDecision) -> None:
        """Keep a decision with its trace."""
        if trace.at is not None:
            self.days.setdefault(trace.at.date(), []).append(trace)
        self.decisions[trace.report] = decision
        self.texts.setdefault(trace.digest, trace.report)

    def of_day(self, day: date) -> list[tuple[CopyTrace, OriginDecision]]:
        """Traces of a day with the decisions that stand."""
        return [(trace, self.decisions[trace.report]) for trace in self.days.get(day, ())]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of the measuring data")
    parser.add_argument("--others", type=int, default=20_000, help="reports beside the variants")
    parser.add_argument("--fewest", type=int, default=120, help="words of a statement at least")
    parser.add_argument("--order", choices=("time", "random"), default="time", help="of arrival")
    parser.add_argument("--growth", action="store_true", help="measure speed alone, at growing n")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    arguments = parser.parse_args()
    if arguments.growth:
        figures, joined = dict(_each_growth(arguments.data)), []
    else:
        prints = list(each_print(arguments.data, arguments.others, arguments.fewest))
        figures, joined = measure(prints, arguments.order)
    if arguments.json:
        print(json.dumps({**figures, "joined statements": joined}, indent=2))
    else:
        for name, value in figures.items():
            print(f"{name:44} {value:12,.3f}")
        print(*joined, sep="\n")


def measure(prints: Sequence[Print], order: str) -> tuple[dict[str, float], list[str]]:
    """Place all reports in an order of arrival, and score."""
    arriving = sorted(prints, key=lambda each: each.report.published.at or _EPOCH)
    if order == "random":
        random.Random(SEED).shuffle(arriving)  # noqa: S311 - an order to measure, no secret
    record, speed = place([each.report for each in arriving])
    by_key = {each.report.key: each for each in prints}
    joined = list(_each_joined(record, by_key))
    return {**speed, **score(record, by_key), "joined statements": float(len(joined))}, joined


def place(reports: Sequence[Report]) -> tuple[Record, dict[str, float]]:
    """Put reports on a shelf one by one, and take the time, the memory and the bytes."""
    shelf, record = OriginShelf(), Record()
    memory, began = resident_bytes(), time.process_time()
    for report in reports:
        trace = trace_of(report)
        for day in shelf.days_wanted(trace.at):
            shelf.restore(day, record.of_day(day))
        same = record.decisions.get(record.texts.get(trace.digest, ""))
        decision = shelf.place(trace, same_text=same)
        record.keep(trace, decision)
        if decision.also:
            changed = shelf.join(decision, record.decisions.values())
            record.decisions |= {each.report: each for each in changed}
    seconds = time.process_time() - began
    traces = [trace for kept in record.days.values() for trace in kept]
    return record, {
        "reports": float(len(reports)),
        "words a report": sum(len(each.text.split()) for each in reports) / len(reports),
        "seconds": seconds,
        "reports a second": len(reports) / seconds,
        "memory added, MB, with the whole record": (resident_bytes() - memory) / 1e6,
        "bytes a trace": sum(len(pack_trace(trace)) for trace in traces) / len(traces),
    }


def score(record: Record, prints: Mapping[str, Print]) -> dict[str, float]:
    """Shares of variants found, and of joined pairs that are right."""
    home = {key: decision.origin for key, decision in record.decisions.items()}
    originals = {each.work: each.report.key for each in prints.values() if not each.kind}
    varied = [each for each in prints.values() if each.kind]
    found = {each.report.key for each in varied if _is_home(each, originals, home)}
    figures = {"variants": float(len(varied)), "recall of variants": len(found) / len(varied)}
    for kind in KINDS:
        those = [each for each in varied if each.kind == kind]
        hits = sum(each.report.key in found for each in those)
        figures[f"recall, {kind}"] = hits / len(those)
    pairs = [pair for group in _groups(home) for pair in combinations(group, 2)]
    right = sum(prints[one].work == prints[other].work for one, other in pairs)
    return {
        **figures,
        "joined pairs": float(len(pairs)),
        "precision of joined pairs": right / len(pairs) if pairs else 0.0,
    }


def _each_joined(record: Record, prints: Mapping[str, Print]) -> Iterator[str]:
    """Statements that were joined with another, unchanged one, and why."""
    for group in _groups({key: each.origin for key, each in record.decisions.items()}):
        stated = [key for key in group if prints[key].is_statement and not prints[key].kind]
        for key in stated[1:]:
            works = f"{prints[stated[0]].work} = {prints[key].work}"
            yield f"{works}: {record.decisions[key].reason}"


def _groups(home: Mapping[str, str]) -> Iterable[list[str]]:
    groups: dict[str, list[str]] = {}
    for key, origin in home.items():
        groups.setdefault(origin, []).append(key)
    return groups.values()


def _is_home(each: Print, originals: Mapping[str, str], home: Mapping[str, str]) -> bool:
    return home[each.report.key] == home[originals[each.work]]


def _each_growth(data: Path) -> Iterator[tuple[str, float]]:
    for parts in (4, 2, 1):
        reports = [each.report for each in islice(each_event(data), EVENTS // parts)]
        yield from _told("events", reports)
    for parts in (4, 2, 1):
        yield from _told("full texts", list(each_mashed(data, FULL_TEXTS // parts)))


def _told(name: str, reports: Sequence[Report]) -> Iterator[tuple[str, float]]:
    _, speed = place(reports)
    for figure, value in speed.items():
        if figure != "reports":
            yield f"{len(reports):,} {name}: {figure}", value


def resident_bytes() -> int:
    """Bytes of this process in memory; 0 where the system does not tell."""
    told = Path("/proc/self/statm")
    return int(told.read_text().split()[1]) * _PAGE if told.exists() else 0


if __name__ == "__main__":
    main()
