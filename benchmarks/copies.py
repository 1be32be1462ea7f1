"""How well copies are told from other texts, and how fast: variants of statements among others.

    python benchmarks/copies.py ../shared/data
    python benchmarks/copies.py ../shared/data --others 5000 --json

Makes five variants of each of 400 statements of two presidents, as syndication makes them: cut,
under another headline, with a byline, in another order, with one number changed. Puts them among
the other statements, many of which are told by one template, and reports of current events. Prints
which share of the variants is held for its statement's copy, by kind; how many pairs of reports
that were joined are right; and how many statements about different events were joined.
"""

import argparse
import csv
import json
import random
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations
from pathlib import Path

from watchword.collect.piece import Draft
from watchword.group.copies import find_origins
from watchword.ledger.corpora.streams import read_current_events
from watchword.ledger.reader import finish_labelled
from watchword.model.report import Report
from watchword.text.sentences import find_sentences

STATEMENTS, FEWEST_WORDS, LONGEST, SEED = 400, 120, 10_000_000, 4
KINDS = ("cut", "headline", "byline", "order", "number")


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A report and what it prints.

    Attributes:
        report: the report.
        work: which text it prints: the same for a statement and its variants.
        kind: how it was changed; empty for an unchanged text.
    """

    report: Report
    work: str
    kind: str = ""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of the measuring data")
    parser.add_argument("--others", type=int, default=20_000, help="reports of current events")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    arguments = parser.parse_args()
    prints = list(each_print(arguments.data, arguments.others))
    began = time.perf_counter()
    origins = find_origins([each.report for each in prints])
    seconds = time.perf_counter() - began
    figures = {
        "reports": float(len(prints)),
        "seconds": seconds,
        **score([origin.reports for origin in origins], {each.report.key: each for each in prints}),
    }
    if arguments.json:
        print(json.dumps(figures, indent=2))
    else:
        for name, value in figures.items():
            print(f"{name:44} {value:10,.3f}")


def each_print(data: Path, others: int) -> Iterator[Print]:
    """The statements, their variants, and other reports."""
    rng = random.Random(SEED)  # noqa: S311 - composes examples, no secret
    statements = [each for each in _each_statement(data) if len(each["body"].split()) > 20]
    long = [each for each in statements if len(each["body"].split()) >= FEWEST_WORDS]
    chosen = {each["link"] for each in rng.sample(long, STATEMENTS)}
    for statement in statements:
        link = statement["link"]
        yield Print(report=_report(statement, "Press Office", link), work=link)
        if link in chosen:
            for hours, kind in enumerate(KINDS, start=1):
                varied = {**statement, **_varied(statement, kind, rng)}
                report = _report(varied, f"{kind.title()} Herald", f"{link}#{kind}")
                yield Print(report=_later(report, hours), work=link, kind=kind)
    for number, event in enumerate(read_current_events(data)):
        if number >= others:
            return
        told = {"body": event.text, "headline": "", "date": event.date.isoformat()}
        yield Print(report=_report(told, "Events Page", event.event_id), work=event.event_id)


def score(groups: Sequence[Sequence[str]], prints: Mapping[str, Print]) -> dict[str, float]:
    """Shares of variants found, of joined pairs that are right, and wrong joins of statements."""
    home = {key: number for number, group in enumerate(groups) for key in group}
    originals = {each.work: each.report.key for each in prints.values() if not each.kind}
    varied = [each for each in prints.values() if each.kind]
    found = {each.report.key for each in varied if _is_home(each, originals, home)}
    figures = {"recall of variants": len(found) / len(varied)}
    for kind in KINDS:
        those = [each for each in varied if each.kind == kind]
        hits = sum(each.report.key in found for each in those)
        figures[f"recall, {kind}"] = hits / len(those)
    pairs = [pair for group in groups for pair in combinations(group, 2)]
    right = sum(prints[one].work == prints[other].work for one, other in pairs)
    wrong = sum(
        prints[one].work != prints[other].work and not (prints[one].kind or prints[other].kind)
        for one, other in pairs
    )
    return {
        **figures,
        "joined pairs": float(len(pairs)),
        "precision of joined pairs": right / len(pairs) if pairs else 0.0,
        "unchanged texts of different events joined": float(wrong),
    }


def _is_home(each: Print, originals: Mapping[str, str], home: Mapping[str, int]) -> bool:
    return home[each.report.key] == home[originals[each.work]]


def _each_statement(data: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(LONGEST)
    for name in ("putin", "zelenskyy"):
        path = data / "reports" / "statements" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def _varied(statement: Mapping[str, str], kind: str, rng: random.Random) -> dict[str, str]:
    body = statement["body"]
    if kind == "headline":
        return {"headline": "What was said at the palace"}
    if kind == "byline":
        opening = "By our correspondent. KYIV, (Coast Wire) - "
        return {"body": f"{opening}{body} (Writing by the foreign desk; editing by the night desk)"}
    if kind == "number":
        return {"body": re.sub(r"\d+", lambda match: str(int(match[0][:9]) + 3), body, count=1)}
    sentences = [body[each.start : each.end] for each in find_sentences(body)]
    if kind == "cut":
        return {"body": " ".join(sentences[: max(3, len(sentences) * 6 // 10)])}
    rest = sentences[2:]
    rng.shuffle(rest)
    return {"body": " ".join([*sentences[:2], *rest])}


def _later(report: Report, hours: int) -> Report:
    at = report.published.at
    published = replace(report.published, at=at + timedelta(hours=hours) if at else None)
    return replace(report, published=published)


def _report(told: Mapping[str, str], outlet: str, address: str) -> Report:
    return finish_labelled(
        Draft(
            text=told["body"],
            report_id=address,
            outlet=outlet,
            title=told["headline"],
            published=told["date"],
        )
    )


if __name__ == "__main__":
    main()
