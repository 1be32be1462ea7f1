"""The reports that speak of what a scope asks: which rows they are, and the newest of them."""

from collections.abc import Iterator

import sqlalchemy as sa

from watchword.model.scope import Scope
from watchword.model.tally import TallyKind
from watchword.store.browsing.counted import is_as_now
from watchword.store.dialect import numbers_of_rows
from watchword.store.members import is_in
from watchword.store.tables import mention, report
from watchword.store.tables_derived import story_member, tally
from watchword.store.transactions import View


def newest_within(view: View, scope: Scope, most: int) -> tuple[int, ...]:
    """Row numbers of the newest reports that a scope asks for; undated ones come last."""
    query = sa.select(report.c.id).where(report.c.known_at <= view.as_of, *within(view, scope))
    newest = query.order_by(sa.nulls_last(report.c.published_at.desc()), report.c.id.desc())
    return numbers_of_rows(view.connection, newest.limit(most))


def count_within(view: View, scope: Scope) -> int:
    """How many reports a scope asks for."""
    if scope == Scope() and is_as_now(view):
        kept = sa.select(tally.c.reports).where(tally.c.kind == TallyKind.ALL.value)
        return int(view.connection.scalar(kept) or 0)
    query = sa.select(sa.func.count()).select_from(report)
    wanted = query.where(report.c.known_at <= view.as_of, *within(view, scope))
    return int(view.connection.scalar(wanted) or 0)


def within(view: View, scope: Scope) -> Iterator[sa.ColumnElement[bool]]:
    """What a scope asks of a row of reports; of its mentions by any of its readings."""
    if scope.story is not None:
        here = sa.select(story_member.c.report_id).where(story_member.c.story == scope.story)
        yield report.c.id.in_(here.where(is_in(view)))
    if scope.since is not None:
        yield report.c.published_at >= scope.since
    if scope.until is not None:
        yield report.c.published_at < scope.until
    actor, place = (mention.c.kind == kind for kind in ("actor", "place"))
    for kind, wanted in (
        (actor, scope.actors),
        (place, scope.places),
        (sa.or_(actor, place), scope.either),
    ):
        for named in wanted:
            there = () if named.country is None else (mention.c.country == named.country,)
            is_named = sa.or_(mention.c.name.in_(named.names), *there)
            yield report.c.id.in_(sa.select(mention.c.report_id).where(kind, is_named))
