"""How fast reports are read and briefed, and in how much memory.

    python benchmarks/reading.py examples/troops-to-russia
    python benchmarks/reading.py --json ../shared/data/reports/white-house/reports.jsonl

Prints seconds and rates for each step of the run. Compare ratios of two runs on one machine, not
figures of two machines.
"""

import argparse
import json
import resource
import time
from pathlib import Path

from watchword.collect import Limits, collect
from watchword.engines import ReadingEngine
from watchword.flow.briefing import Request, write_brief
from watchword.flow.reading import read_report
from watchword.model.report import Report, Unread


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    arguments = parser.parse_args()
    figures = measure([str(path) for path in arguments.paths])
    if arguments.json:
        print(json.dumps(figures, indent=2))
    else:
        for name, value in figures.items():
            print(f"{name:24} {value:12,.1f}")


def measure(paths: list[str]) -> dict[str, float]:
    """Collect, read and brief once, each timed by itself."""
    began = time.perf_counter()
    found = list(collect(paths, limits=Limits()))
    collected = time.perf_counter()
    reports = [each for each in found if isinstance(each, Report)]
    unread = [each for each in found if isinstance(each, Unread)]
    engine = ReadingEngine()
    read = [read_report(report, engine) for report in reports]
    after_reading = time.perf_counter()
    write_brief(read, unread, Request())
    done = time.perf_counter()
    words = sum(len(report.text.split()) for report in reports)
    reading = after_reading - collected
    return {
        "reports": len(reports),
        "words": words,
        "claims": sum(len(each.extraction.claims) for each in read),
        "collecting, seconds": collected - began,
        "reading, seconds": reading,
        "reading, words a second": words / reading,
        "briefing, seconds": done - after_reading,
        "peak memory, MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    main()
