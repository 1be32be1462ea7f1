"""Reports with labels, for Watchword and for its peers: written for them, grouped, scored.

    python benchmarks/labelled.py group stories.jsonl
    python benchmarks/labelled.py score stories.jsonl groups.json

Copies are those of `syndication.py`, each labelled with the text that it prints. Stories are the
current events of one year that no choice was made on, labelled as `watchword ledger stories` does.
Peers get the same file, and write which group each report is in; all are scored by one program.
"""

import argparse
import json
import time
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

from archive_texts import Row
from syndication import KINDS, each_print
from watchword.collect.piece import Draft
from watchword.engines import ReadingEngine
from watchword.flow.ahead import each_ahead
from watchword.ledger.corpora.streams import read_current_events
from watchword.ledger.reader import finish_labelled
from watchword.ledger.stories.bench import features_of_read, group_reports
from watchword.ledger.stories.scoring import grouping_scores
from watchword.ledger.stories.tasks import labelled_stories
from watchword.model.report import Report, Unread

YEAR, FEWEST_WORDS = 2022, 120


def main() -> None:
    """Group or score, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("group", "score"))
    parser.add_argument("file", type=Path, help="reports with labels")
    parser.add_argument("groups", type=Path, nargs="?", help="what a peer wrote")
    asked = parser.parse_args()
    rows = _read(asked.file)
    if asked.what == "score":
        found = json.loads(asked.groups.read_text(encoding="utf-8"))
        print(json.dumps(score(rows, found)))
    else:
        groups, figures = group(rows)
        print(json.dumps({**figures, **score(rows, groups)}))


def copied_reports(data: Path, others: int) -> Iterator[Row]:
    """Statements, variants of them and other reports, labelled with the text that they print.

    Args:
        data: the folder of the measuring data.
        others: reports beside the variants.
    """
    for each in each_print(data, others, FEWEST_WORDS):
        report = each.report
        at = report.published.at.isoformat() if report.published.at else ""
        key = report.report_id if each.is_statement else f"{each.work} {report.key}"
        yield {"id": key, "date": at, "text": report.text, "label": each.work, "kind": each.kind}


def told_reports(data: Path, most: int) -> Iterator[Row]:
    """Current events of a year, labelled with their story where they have one, so many at most."""
    events = [each for each in read_current_events(data) if each.date.year == YEAR]
    labels = labelled_stories(events, (YEAR,))
    for each in events[:most]:
        label, day = labels.get(each.event_id, ""), each.date.isoformat()
        yield {"id": each.event_id, "date": day, "text": each.text, "label": label}


def group(rows: list[Row]) -> tuple[Mapping[str, str], dict[str, float]]:
    """Put reports into stories with the carried model, and take the time of grouping alone."""
    reports = [_report(row) for row in rows]
    begun = time.process_time()
    each = each_ahead(reports, ReadingEngine(threads=1))
    features = [features_of_read(job[1]()) for job in each if not isinstance(job, Unread)]
    read = time.process_time()
    stories = group_reports(features)
    ids = {report.key: report.report_id for report in reports}
    told = {"reading_cpu_s": read - begun, "cpu_s": time.process_time() - read}
    return {ids[key]: story for key, story in stories.items()}, {**told, "reports": len(reports)}


def score(rows: list[Row], found: Mapping[str, str]) -> dict[str, float]:
    """Scores of groups: of copies where rows have a kind, of stories otherwise."""
    if "kind" in rows[0]:
        return _score_copies(rows, found)
    labelled = {row["id"]: row["label"] for row in rows if row["label"]}
    scores = grouping_scores(labelled, found)
    return {each.metric: each.value for each in scores if each.value is not None}


def _score_copies(rows: list[Row], found: Mapping[str, str]) -> dict[str, float]:
    """Shares of variants in their text's group, and of pairs in one group that are of one text."""
    home = {row["label"]: found[row["id"]] for row in rows if not row["kind"]}
    work = {row["id"]: row["label"] for row in rows}
    hits: dict[str, list[bool]] = {kind: [] for kind in KINDS}
    for row in rows:
        if row["kind"]:
            hits[row["kind"]].append(found[row["id"]] == home[row["label"]])
    groups: dict[str, list[str]] = {}
    for key, name in found.items():
        groups.setdefault(name, []).append(key)
    pairs = [pair for each in groups.values() for pair in combinations(each, 2)]
    right = sum(work[one] == work[other] for one, other in pairs)
    every = [hit for those in hits.values() for hit in those]
    return {
        "recall of variants": sum(every) / len(every),
        **{f"recall, {kind}": sum(those) / len(those) for kind, those in hits.items()},
        "precision of joined pairs": right / len(pairs) if pairs else 0.0,
    }


def _report(row: Row) -> Report:
    return finish_labelled(Draft(text=row["text"], report_id=row["id"], published=row["date"]))


def _read(file: Path) -> list[Row]:
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


if __name__ == "__main__":
    main()
