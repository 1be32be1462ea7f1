"""How fast reports are read and briefed, where the time goes, and in how much memory.

    python benchmarks/reading.py examples/troops-to-russia
    python benchmarks/reading.py --json --processes 1 reports.jsonl

Reads everything as `watchword brief` does, with its start, then the first of it once more on one
thread, stage by stage. Compare ratios of two runs on one machine, not figures of two machines.
"""

import argparse
import json
import pickle
import resource
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from watchword.config import read_settings
from watchword.engines import Carried, ReadingEngine
from watchword.engines.answers import Answers, Question
from watchword.flow.ahead import grouped
from watchword.flow.briefing import Request, write_brief
from watchword.flow.dyads import read_dyads
from watchword.flow.extracting import ClaimedReport, cut_report, find_claims
from watchword.flow.handing import packed
from watchword.flow.reading_process import found_in
from watchword.flow.running import Gathered, Inputs, Stand, Step, engine_of, gather, limits_of
from watchword.model.read_report import ReadReport
from watchword.model.report import Report
from watchword.resolve.actors import find_actors
from watchword.resolve.locations import locate_toponyms
from watchword.resolve.toponyms import find_toponyms
from watchword.text.words import find_words

STAGES = (
    "cutting",
    "graph",
    "decoding",
    "extraction",
    "toponyms",
    "actors",
    "events",
    "handing over",
    "the same again",
)
"""Events have a pass of the graph of their own, where they are asked for (`read --events`). Reports
and what is found in them are handed over where several processes read. The same sentences read
again cost no graph and no decoding."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    parser.add_argument("--processes", type=int, default=read_settings().processes)
    parser.add_argument("--words", type=int, default=30_000, help="words to profile by stage")
    arguments = parser.parse_args()
    paths = tuple(str(path) for path in arguments.paths)
    run = Run()
    gathered = run.measure(paths, arguments.processes)
    figures = {
        **run.figures(gathered),
        **_briefed(gathered),
        **_by_stage(gathered.read, arguments.words),
    }
    if arguments.json:
        print(json.dumps(figures, indent=2))
    else:
        for name, value in figures.items():
            print(f"{name:38} {value:12,.1f}")


@dataclass(slots=True)
class Run:
    """One reading of everything, from the start of its first step."""

    began: float = 0.0
    collected: float = 0.0
    done: float = 0.0

    def measure(self, paths: tuple[str, ...], processes: int) -> Gathered:
        """Read everything once."""
        limits = limits_of(read_settings())
        self.began = self.collected = time.perf_counter()
        gathered = gather(
            Inputs(sources=paths, limits=limits, processes=processes),
            engine_of(read_settings()),
            self._watch,
        )
        self.done = time.perf_counter()
        return gathered

    def figures(self, gathered: Gathered) -> dict[str, float]:
        """What it took; those of other processes too, as they have ended."""
        words = sum(len(each.report.text.split()) for each in gathered.read)
        here, there = (
            resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        used = here.ru_utime + here.ru_stime + there.ru_utime + there.ru_stime
        reading = self.done - self.collected
        tokens = sum(len(find_words(each.report.text)) for each in gathered.read)
        return {
            "reports": len(gathered.read),
            "words": words,
            "tokens": tokens,
            "claims": gathered.claims,
            "collecting, seconds": self.collected - self.began,
            "reading, seconds": reading,
            "reading, words a second": words / reading,
            "reading, tokens a second": tokens / reading,
            "all so far, CPU µs a word": used / words * 1e6,
            "peak memory, MiB": here.ru_maxrss / 1024,
            "peak memory of another process, MiB": there.ru_maxrss / 1024,
        }

    def _watch(self, stand: Stand) -> None:
        if stand.step is Step.COLLECTING:
            self.collected = time.perf_counter()


@dataclass(slots=True)
class Clock:
    """CPU seconds of this process by stage."""

    spent: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STAGES, 0.0))

    @contextmanager
    def at(self, stage: str) -> Iterator[None]:
        """Count what is done meanwhile."""
        began = time.process_time()
        yield
        self.spent[stage] += time.process_time() - began


class TimedEngine(ReadingEngine):
    """The carried model on one thread; the time that its graphs take is counted."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(Carried(read_settings().reader), threads=1)
        self._clock = clock

    def answer(self, question: Question) -> Answers:
        """Answer, and count how long it took."""
        with self._clock.at("graph"):
            return super().answer(question)


def _briefed(gathered: Gathered) -> dict[str, float]:
    began = time.perf_counter()
    write_brief(gathered.read, gathered.unread, Request())
    return {"briefing, seconds": time.perf_counter() - began}


def _by_stage(read: Sequence[ReadReport], most_words: int) -> dict[str, float]:
    counts = accumulate(len(each.report.text.split()) for each in read)
    reports = [each.report for each, words in zip(read, counts, strict=True) if words < most_words]
    words = sum(len(report.text.split()) for report in reports)
    if not words:
        return {}
    _read_by_stage(reports[:1], Clock())
    clock = Clock()
    _read_by_stage(reports, clock)
    _hand_over(read[: len(reports)], clock)
    clock.spent["decoding"] -= clock.spent["graph"]
    return {f"{stage}, CPU µs a word": clock.spent[stage] / words * 1e6 for stage in STAGES}


def _read_by_stage(reports: Sequence[Report], clock: Clock) -> None:
    engine = TimedEngine(clock)
    for group in grouped(reports):
        with clock.at("cutting"):
            cuts = [cut_report(report) for report in group if isinstance(report, Report)]
        words = [each for cut in cuts for each in cut.words]
        with clock.at("decoding"):
            found = engine.read(words)
        graph = clock.spent["graph"]
        readings = iter(found)
        claimed: list[ClaimedReport] = []
        for cut in cuts:
            those = [next(readings) for _ in cut.words]
            with clock.at("extraction"):
                claimed.append(find_claims(cut, those))
            with clock.at("toponyms"):
                locate_toponyms(cut.report.text, find_toponyms(cut.report.text, those))
            with clock.at("actors"):
                find_actors(cut.report, those, ())
        with clock.at("events"):
            read_dyads(claimed, engine)
        clock.spent["graph"] = graph
        with clock.at("the same again"):
            engine.read(words)


def _hand_over(read: Sequence[ReadReport], clock: Clock) -> None:
    """What is found, to the other side and back; what there is to read weighs nothing beside it."""
    found = [found_in(each) for each in read]
    with clock.at("handing over"):
        pickle.loads(packed(found))  # noqa: S301 - packed here


if __name__ == "__main__":
    main()
