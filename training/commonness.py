"""Count in how many reports of a news stream each word, pair of words and name stands.

Input is the current-events stream of the data folder, from its start in 2002 until the end of
2013, before the years that stories are developed and measured on. What is counted is what
`group.stories` takes from a report. A term of fewer than `FEWEST` reports is left out: with those
of three reports and more the scores on ECB+ are the same to three decimals.

Run `python training/commonness.py DATA`; the same input gives the same bytes.
"""

import argparse
import gzip
from collections import Counter
from pathlib import Path

from watchword.config import read_settings
from watchword.engines import ReadingEngine
from watchword.flow.ahead import each_ahead
from watchword.group.stories.weights import KINDS, terms_of
from watchword.ledger.corpora.streams import read_current_events
from watchword.ledger.stories.bench import features_of_read, report_of_event
from watchword.model.report import Unread
from watchword.text.commonness import FILE

DATA = Path(__file__).parent.parent / "src" / "watchword" / "text" / "data"
LAST_YEAR = 2013
FEWEST = 8


def main() -> None:
    """Read, count, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    events = (
        each
        for each in read_current_events(parser.parse_args().data)
        if each.date.year <= LAST_YEAR
    )
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    reports = 0
    processes = read_settings().processes
    for each in each_ahead(map(report_of_event, events), ReadingEngine(), processes=processes):
        if isinstance(each, Unread):
            continue
        read = each[1]()
        found = features_of_read(read)
        reports += 1
        for kind in KINDS:
            counts[kind].update(term for term, _ in terms_of(found, kind))
    lines = [str(reports)]
    for kind in KINDS:
        kept = sorted((term, count) for term, count in counts[kind].items() if count >= FEWEST)
        lines += [f"{kind}\t{term}\t{count}" for term, count in kept]
    packed = gzip.compress(("\n".join(lines) + "\n").encode(), mtime=0)
    (DATA / FILE).write_bytes(packed)
    print(f"{reports} reports, {len(lines) - 1} terms, {len(packed)} bytes")


if __name__ == "__main__":
    main()
