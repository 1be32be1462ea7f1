"""Working out anew what is kept beside the record: names counted, members of stories."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from watchword.model.story import StoryStep
from watchword.model.tally import TallyKind
from watchword.store.columns import microseconds
from watchword.store.tables import claim, mention, reading, report, story_step
from watchword.store.tables_derived import story_member, tally
from watchword.store.tallies import OF_CLAIMS, homes_of

_AT_ONCE = 5_000


def derive_anew(connection: sa.Connection) -> None:
    """Empty the derived tables of a record and fill them from the others.

    Needed where rows were put into the others by hand, as from an archive. A hundred thousand
    reports take some seconds.

    Args:
        connection: a transaction that writes.
    """
    for table, rows in ((tally, _each_tally), (story_member, _each_member)):
        connection.execute(table.delete())
        batch: list[dict[str, Any]] = []
        for row in rows(connection):
            batch.append(row)
            if len(batch) == _AT_ONCE:
                connection.execute(table.insert(), batch)
                batch = []
        if batch:
            connection.execute(table.insert(), batch)


def _each_tally(connection: sa.Connection) -> Iterator[dict[str, Any]]:
    yield from _of_reports(connection)
    for kind, column, mark in OF_CLAIMS:
        name = claim.c[column]
        beside = sa.func.coalesce(claim.c[mark] if mark else sa.literal(""), "")
        query = (
            sa.select(name, beside, _reports(claim), sa.func.count())
            .where(claim.c.reading_id.in_(_latest()), name.is_not(None))
            .group_by(name, beside)
        )
        for row in connection.execute(query):
            yield _row(kind, *row)
    columns = (mention.c.kind, mention.c.name, mention.c.country, mention.c.geonames_id)
    query = sa.select(*columns, _reports(mention)).where(mention.c.reading_id.in_(_latest()))
    for kind, name, country, number, reports in connection.execute(query.group_by(*columns)):
        mark = country or "" if number is None else f"{country or ''}:{number}"
        yield _row(TallyKind(kind), name, mark, reports, 0)
    for story, reports in Counter(_stays(connection)[0].values()).items():
        yield _row(TallyKind.STORY, story, "", reports, 0)


def _of_reports(connection: sa.Connection) -> Iterator[dict[str, Any]]:
    """How many reports and claims there are, by day and by outlet."""
    latest = sa.select(reading.c.report_id, reading.c.claims).where(reading.c.id.in_(_latest()))
    told = {row.report_id: row.claims for row in connection.execute(latest)}
    counts: dict[tuple[TallyKind, str], list[int]] = defaultdict(lambda: [0, 0])
    query = sa.select(report.c.id, report.c.published_at, report.c.outlet)
    for number, at, outlet in connection.execute(query):
        for home in homes_of(at, outlet):
            counts[home][0] += 1
            counts[home][1] += told.get(number, 0)
    for kind, wanted in (
        (TallyKind.READ, reading.c.failure.is_(None)),
        (TallyKind.TRIED, sa.true()),
    ):
        tried = sa.select(_reports(reading)).where(wanted)
        number = connection.scalar(tried)
        if number:
            counts[kind, ""][0] = number
    for (kind, name), (reports, claims) in counts.items():
        yield _row(kind, name, "", reports, claims)


def _each_member(connection: sa.Connection) -> Iterator[dict[str, Any]]:
    _, stays = _stays(connection)
    for number, report_stays in sorted(stays.items()):
        ends = [since for _, since in report_stays[1:]]
        for (story, since), until in zip(report_stays, [*ends, None], strict=True):
            yield {"report_id": number, "story": story, "known_at": since, "until": until}


def _stays(
    connection: sa.Connection,
) -> tuple[dict[int, str], dict[int, list[tuple[str, Any]]]]:
    """The story of each report now, and every story that it was in with the instant of entering."""
    numbers = {row.key: row.id for row in connection.execute(sa.select(report.c.key, report.c.id))}
    home: dict[int, str] = {}
    members: dict[str, dict[int, None]] = defaultdict(dict)
    stays: dict[int, list[tuple[str, Any]]] = defaultdict(list)
    told = (story_step.c.step, story_step.c.story, story_step.c.report, story_step.c.other)
    query = sa.select(*told, story_step.c.known_at).order_by(story_step.c.id)
    for row in connection.execute(query):
        if row.step == StoryStep.MERGE.value:
            moving = list(members.pop(row.other or "", {}))
        else:
            moving = [numbers[row.report]] if row.report in numbers else []
        for number in moving:
            if number in home:
                members[home[number]].pop(number, None)
            home[number] = row.story
            members[row.story][number] = None
            _note(stays[number], row.story, row.known_at)
    return home, stays


def _note(stays: list[tuple[str, Any]], story: str, at: Any) -> None:  # noqa: ANN401 - an instant
    """Note that a report came into a story; of one transaction the last move alone counts."""
    while stays and microseconds(stays[-1][1]) == microseconds(at):
        stays.pop()
    if not stays or stays[-1][0] != story:
        stays.append((story, at))


def _latest() -> sa.Select[Any]:
    """The latest reading of each report."""
    read = reading.c.payload.is_not(None)
    return sa.select(sa.func.max(reading.c.id)).where(read).group_by(reading.c.report_id)


def _reports(table: sa.Table) -> sa.ColumnElement[int]:
    return sa.func.count(table.c.report_id.distinct())


def _row(kind: TallyKind, name: str, mark: str, reports: int, claims: int) -> dict[str, Any]:
    return {
        "kind": kind.value,
        "name": name,
        "mark": mark,
        "folded": name.casefold(),
        "reports": reports,
        "claims": claims,
    }
