"""Counting names as rows come: in how many reports and claims each stands, as things are now.

Counting a hundred thousand reports' names takes most of a second; adding up what a transaction
brings takes a few milliseconds.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from watchword.model.report import Report
from watchword.model.tally import TallyKind
from watchword.store.dialect import add_up
from watchword.store.tables import claim, mention, reading
from watchword.store.tables_derived import tally
from watchword.store.transactions import Writing

Key = tuple[TallyKind, str, str]
"""What is counted, under which name, with which mark."""
OF_CLAIMS: tuple[tuple[TallyKind, str, str | None], ...] = (
    (TallyKind.ACTS, "actor", None),
    (TallyKind.SOURCE, "source", None),
    (TallyKind.WHERE, "place", "country"),
    (TallyKind.COUNTRY, "country", None),
    (TallyKind.EVENT, "event", None),
    (TallyKind.MODALITY, "modality", None),
)


@dataclass(slots=True)
class Counts:
    """What is to be added to the tallies.

    Attributes:
        reports: reports by name.
        claims: claims by name.
    """

    reports: dict[Key, int] = field(default_factory=lambda: defaultdict(int))
    claims: dict[Key, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, key: Key, *, reports: int = 0, claims: int = 0) -> None:
        """Count something."""
        self.reports[key] += reports
        self.claims[key] += claims

    def rows(self) -> list[dict[str, Any]]:
        """What changes, as rows."""
        return [
            {
                "kind": kind.value,
                "name": name,
                "mark": mark,
                "folded": name.casefold(),
                "reports": self.reports[kind, name, mark],
                "claims": self.claims[kind, name, mark],
            }
            for kind, name, mark in self.reports
            if self.reports[kind, name, mark] or self.claims[kind, name, mark]
        ]


def homes_of(at: datetime | None, outlet: str | None) -> Iterator[tuple[TallyKind, str]]:
    """Where a report itself is counted: with all, with those of its day, with its outlet's."""
    yield TallyKind.ALL, ""
    if at is not None:
        day = at.date().isoformat()
        yield TallyKind.DAY, day
        yield TallyKind.MONTH, day[:7]
    if outlet is not None:
        yield TallyKind.OUTLET, outlet


def tally_reports(writing: Writing, reports: Iterable[Report]) -> None:
    """Count reports that have just been added."""
    counts = Counts()
    for each in reports:
        for kind, name in homes_of(each.published.at, each.outlet):
            counts.add((kind, name, ""), reports=1)
    _write(writing, counts)


def tally_readings(
    writing: Writing,
    tried: Mapping[int, tuple[int, Report | None]],
    claims: Sequence[Mapping[str, Any]],
    mentions: Sequence[Mapping[str, Any]],
) -> None:
    """Count what was found in reports, in place of what an earlier reading of them had found.

    Args:
        writing: the transaction.
        tried: by the row numbers of the reports the reading's own, and the report, None where it
            could not be read.
        claims: rows of the claims.
        mentions: rows of who and where the reports speak of.
    """
    counts = Counts()
    earlier = _earlier(writing, tried)
    read = {number for number, (_, each) in tried.items() if each is not None}
    replaced = {number: last for number, last in earlier.items() if last is not None}
    counts.add((TallyKind.TRIED, "", ""), reports=len(tried.keys() - earlier.keys()))
    counts.add((TallyKind.READ, "", ""), reports=len(read - replaced.keys()))
    _count(counts, claims, mentions, 1)
    told = Counter(row["report_id"] for row in claims)
    before = [last for number, last in replaced.items() if number in read]
    if before:
        older = _rows(writing, claim, before)
        _count(counts, older, _rows(writing, mention, before), -1)
        told.subtract(row["report_id"] for row in older)
    for number, count in told.items():
        report = tried[number][1]
        homes = homes_of(report.published.at, report.outlet) if report else ()
        for kind, name in homes:
            counts.add((kind, name, ""), claims=count)
    _write(writing, counts)


def tally_stories(writing: Writing, moved: Mapping[str, int]) -> None:
    """Count reports that came into stories, or left them (below zero)."""
    counts = Counts()
    for story, count in moved.items():
        counts.add((TallyKind.STORY, story, ""), reports=count)
    _write(writing, counts)


def _count(
    counts: Counts,
    claims: Iterable[Mapping[str, Any]],
    mentions: Iterable[Mapping[str, Any]],
    sign: int,
) -> None:
    told: dict[tuple[Key, int], None] = {}
    for row in claims:
        for kind, column, mark in OF_CLAIMS:
            if row[column] is not None:
                key = (kind, row[column], (row[mark] or "") if mark else "")
                counts.add(key, claims=sign)
                told[key, row["report_id"]] = None
    for row in mentions:
        kind = TallyKind(row["kind"])
        told[(kind, row["name"], _mark(row)), row["report_id"]] = None
    for key, _ in told:
        counts.add(key, reports=sign)


def _mark(row: Mapping[str, Any]) -> str:
    """What tells an actor or a place from others of its name."""
    country = row["country"] or ""
    number = row["geonames_id"]
    return country if number is None else f"{country}:{number}"


def _earlier(
    writing: Writing, tried: Mapping[int, tuple[int, Report | None]]
) -> dict[int, int | None]:
    """Of reports that a reader had tried before, the last reading that found something."""
    found: dict[int, int | None] = {}
    query = (
        sa.select(reading.c.report_id, reading.c.id, reading.c.failure)
        .where(reading.c.report_id.in_(list(tried)))
        .where(reading.c.id.not_in([number for number, _ in tried.values()]))
        .order_by(reading.c.id)
    )
    for row in writing.connection.execute(query):
        failed = row.failure is not None
        found[row.report_id] = found.get(row.report_id) if failed else row.id
    return found


def _rows(writing: Writing, table: sa.Table, readings: Sequence[int]) -> list[dict[str, Any]]:
    query = sa.select(table).where(table.c.reading_id.in_(readings))
    return [dict(row) for row in writing.connection.execute(query).mappings()]


def _write(writing: Writing, counts: Counts) -> None:
    add_up(tally, writing.connection, counts.rows(), summed=("reports", "claims"))
