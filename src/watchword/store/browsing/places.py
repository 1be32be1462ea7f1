"""What is told where, added up by place for a map."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from watchword.model.place_tally import PlaceTally
from watchword.model.tally import Tally, TallyKind
from watchword.store.browsing.counted import standing
from watchword.store.browsing.names import NamesAsked, most_told, tallies_of
from watchword.store.dialect import is_among, numbers_of_rows
from watchword.store.tables import claim, mention, report
from watchword.store.transactions import View

MOST_LOOKED_THROUGH = 3_000
"""Newest reports of a stretch whose places are added up: 35 ms."""


def places_told(
    view: View, *, since: datetime | None = None, until: datetime | None = None, most: int = 500
) -> tuple[tuple[PlaceTally, ...], bool]:
    """The places that reports of a stretch of time speak of, the most reports first.

    Args:
        view: the record, as known at an instant.
        since: first moment of publication, aware UTC; None for any.
        until: the end of that, excluded.
        most: how many places.

    Returns:
        The places, and whether every report of the stretch was counted: of a long one the newest
        are, of the whole record all.
    """
    if since is None and until is None:
        asked = NamesAsked(kind=TallyKind.PLACE, most=most)
        return _of_all(view, most_told(view, asked).rows), True
    wanted = [report.c.known_at <= view.as_of, report.c.published_at.is_not(None)]
    wanted += [report.c.published_at >= since] if since else []
    wanted += [report.c.published_at < until] if until else []
    newest = sa.select(report.c.id).where(*wanted)
    newest = newest.order_by(report.c.published_at.desc(), report.c.id.desc())
    numbers = numbers_of_rows(view.connection, newest.limit(MOST_LOOKED_THROUGH + 1))
    told = _of_reports(view, numbers[:MOST_LOOKED_THROUGH])
    return told[:most], len(numbers) <= MOST_LOOKED_THROUGH


def _of_all(view: View, places: Sequence[Tally]) -> tuple[PlaceTally, ...]:
    names = sorted({each.name for each in places})
    claims = {
        (each.name, each.mark): each.claims for each in tallies_of(view, TallyKind.WHERE, names)
    }
    found = []
    for each in places:
        country, _, number = each.mark.partition(":")
        found.append(
            PlaceTally(
                name=each.name,
                country=country or None,
                geonames_id=int(number) if number else None,
                reports=each.reports,
                claims=claims.get((each.name, country), 0),
            )
        )
    return tuple(found)


def _of_reports(view: View, numbers: Sequence[int]) -> tuple[PlaceTally, ...]:
    columns = (mention.c.name, mention.c.country, mention.c.geonames_id)
    reports = sa.func.count(mention.c.report_id.distinct()).label("reports")
    query: sa.Select[Any] = sa.select(*columns, reports).where(
        is_among(view.connection, mention.c.report_id, numbers),
        sa.func.coalesce(mention.c.kind, "") == "place",
        *standing(view, mention),
    )
    rows = view.connection.execute(query.group_by(*columns)).all()
    claims = _claims_of(view, numbers)
    told = [
        PlaceTally(
            name=row.name,
            country=row.country,
            geonames_id=row.geonames_id,
            reports=row.reports,
            claims=claims[row.name, row.country],
        )
        for row in rows
    ]
    return tuple(sorted(told, key=lambda each: (-each.reports, each.name, each.geonames_id or 0)))


def _claims_of(view: View, numbers: Sequence[int]) -> Counter[tuple[str, str | None]]:
    query = sa.select(claim.c.place, claim.c.country, sa.func.count().label("count")).where(
        is_among(view.connection, claim.c.report_id, numbers),
        claim.c.place.is_not(None),
        *standing(view, claim),
    )
    rows = view.connection.execute(query.group_by(claim.c.place, claim.c.country))
    return Counter({(row.place, row.country): row.count for row in rows})
