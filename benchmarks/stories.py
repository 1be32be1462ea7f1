"""How fast reports are put into stories, and how that grows with their number.

    python benchmarks/stories.py ../shared/data
    python benchmarks/stories.py ../shared/data --reports 98806 --json

Takes the current-events stream as it came, one or two sentences a report, and puts it into
stories. What a report is grouped by is taken from its words alone, without the language model, so
that grouping alone is timed. Prints, for each tenth of the stream, reports a second and the stories
on the shelf; then the slope of time over reports on logarithmic axes: 1 is linear.
"""

import argparse
import json
import math
import time
from itertools import islice
from pathlib import Path

from watchword.group.stories import StoryShelf, features_of
from watchword.ledger.corpora.streams import read_current_events
from watchword.ledger.stories.bench import report_of_event
from watchword.model.story import StoryFeatures

TENTHS = 10


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of the measuring data")
    parser.add_argument("--reports", type=int, default=20_000, help="how many")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    arguments = parser.parse_args()
    events = islice(read_current_events(arguments.data), arguments.reports)
    features = [features_of(report_of_event(event), (), (), (), ()) for event in events]
    rows = time_placing(features)
    slope = slope_of(rows)
    if arguments.json:
        print(json.dumps({"rows": rows, "slope": slope}))
        return
    for reports, seconds, stories in rows:
        rate = reports / seconds
        print(f"{reports:>7} reports {seconds:8.1f} s {rate:7.0f}/s {stories:>6} stories")
    print(f"slope of time over reports: {slope:.2f}")


def time_placing(features: list[StoryFeatures]) -> list[tuple[int, float, int]]:
    """Reports so far, seconds so far, and stories on the shelf, after each tenth."""
    shelf, rows = StoryShelf(), []
    step = max(1, len(features) // TENTHS)
    began = time.perf_counter()
    for done, each in enumerate(features, start=1):
        shelf.place(each)
        if done % step == 0:
            rows.append((done, time.perf_counter() - began, len(shelf.stories)))
    return rows


def slope_of(rows: list[tuple[int, float, int]]) -> float:
    """The slope between the first row and the last, on logarithmic axes."""
    (few, soon, _), (many, late, _) = rows[0], rows[-1]
    return math.log(late / soon) / math.log(many / few) if many > few else 1.0


if __name__ == "__main__":
    main()
