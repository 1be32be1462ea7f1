"""200,000 reports a day for ten years: what it takes, what it costs, and what breaks first.

    python benchmarks/ten_years.py
    python benchmarks/ten_years.py --set reports_a_day=1000000 --set hot_months=1

Takes what was measured from the results of `archive.py`, and the rest from `ten_years_assumed.py`
(`--set` changes one of these). Goes through a week report by report, with a burst and without, and
through all years hour by hour; the same seed gives the same figures. Prints them and writes the
results, a plot and the page of the docs; with `--set` it only prints.
"""

import argparse
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, replace
from math import inf
from pathlib import Path
from typing import Any

from archive import IMAGES, RESULTS
from archive_results import read_results
from plots import draw
from ten_years_assumed import Assumed, observe
from ten_years_page import page_of, plots_of
from ten_years_plan import (
    DAYS,
    MONTH,
    breaks_of,
    cores_needed,
    costs_of,
    lanes_needed,
    stand_on,
)
from ten_years_weeks import readers_for, week_of, years_of

ROOT = Path(__file__).resolve().parents[1]
PLANNED = ROOT / "benchmarks" / "results" / "ten_years.json"
PAGE = ROOT / "docs" / "explain" / "ten-years.md"


def main() -> None:
    """Work the plan out, and write it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--set", action="append", default=[], help="an assumption, NAME=NUMBER")
    asked = parser.parse_args()
    assumed = assumed_with(asked.set)
    planned = plan(assumed, asked.results)
    print(page_of(planned, os.path.relpath(IMAGES, PAGE.parent)))
    if asked.set:
        return
    PLANNED.write_text(json.dumps(planned, indent=1) + "\n", encoding="utf-8")
    draw(plots_of(planned), IMAGES)
    PAGE.write_text(page_of(planned, os.path.relpath(IMAGES, PAGE.parent)), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}, {PLANNED.relative_to(ROOT)}")


def assumed_with(changes: list[str]) -> Assumed:
    """What is assumed, with some of it changed.

    >>> assumed_with(["years=2"]).years
    2

    Raises:
        SystemExit: if there is no such assumption.
    """
    kinds = {name: type(value) for name, value in asdict(Assumed()).items()}
    told = dict(each.split("=", 1) for each in changes)
    unknown = sorted(set(told) - set(kinds))
    if unknown:
        raise SystemExit(f"no such assumption: {', '.join(unknown)}; there are {', '.join(kinds)}")
    return replace(Assumed(), **{name: kinds[name](value) for name, value in told.items()})


def plan(assumed: Assumed, results: Path) -> Mapping[str, Any]:
    """All of the plan, as numbers.

    Raises:
        SystemExit: if what it needs was not measured.
    """
    measured = read_results(results)
    try:
        seen = observe(measured)
    except ValueError as missing:
        raise SystemExit(f"{results}: {missing}; run benchmarks/archive.py") from missing
    readers = readers_for(assumed, seen)
    lanes = lanes_needed(assumed, seen)
    weeks = {
        "an ordinary week": week_of(assumed, seen, readers, with_burst=False),
        "a week with a burst": week_of(assumed, seen, readers, with_burst=True),
    }
    hot = assumed.hot_months * MONTH
    return {
        "assumed": asdict(assumed),
        "seen": asdict(seen),
        "quick": measured.quick,
        "cores": cores_needed(assumed, seen),
        "readers": readers,
        "lanes": lanes,
        "one": [asdict(stand_on(day, inf, assumed, seen)) for day in DAYS],
        "hot": asdict(stand_on(DAYS[-1], hot, assumed, seen)),
        "breaks": [asdict(each) for each in breaks_of(assumed, seen)],
        "weeks": {name: asdict(week) for name, week in weeks.items()},
        "years": years_of(assumed, seen, readers),
        "costs": [asdict(each) for each in costs_of(assumed, seen, readers + lanes + 2)],
    }


if __name__ == "__main__":
    main()
