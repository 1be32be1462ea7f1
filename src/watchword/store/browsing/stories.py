"""The newest and the largest stories, a page at a time, without going through all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from watchword.model.page import ByCount, ByTime, Page
from watchword.model.story_outline import StoryOutline
from watchword.model.tally import TallyKind
from watchword.store.browsing.names import NamesAsked, most_told
from watchword.store.dialect import numbers_of_rows
from watchword.store.members import is_in
from watchword.store.search.filters import FEW
from watchword.store.tables import mention, placement, report
from watchword.store.tables_derived import story_member
from watchword.store.transactions import View

_later = placement.alias("later")
_AT_ONCE = 100
"""Reports that are looked at for their stories at a time: a page of 20 stories needs 20 to 200."""
_MOST_LOOKS = 100
"""Times that more are looked at before a page is given that is not full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesAsked:
    """Which stories are wanted, the newest first.

    Attributes:
        names: names of actors or places, one of which a report of the story must speak of; any
            story where empty.
        until: reports published before alone are looked at, aware UTC; all where None.
        least: fewest reports of a story.
        after: where the page begins, None at the top.
        most: how many.
    """

    names: tuple[str, ...] = ()
    until: datetime | None = None
    least: int = 1
    after: ByTime | None = None
    most: int = 20


def newest_stories(view: View, asked: StoriesAsked) -> Page[StoryOutline]:
    """The stories with the newest reports, the newest first; undated ones last.

    With names a story stands where its newest report stands that has one of them.

    Args:
        view: the record, as known at an instant.
        asked: which stories.
    """
    found: dict[str, StoryOutline] = {}
    met: set[str] = set()
    place = asked.after
    for _ in range(_MOST_LOOKS):
        rows = list(_newest_reports(view, replace(asked, after=place)))
        fresh = dict.fromkeys(row.story for row in rows if row.story not in met)
        met.update(fresh)
        seen_before = _with_newer(view, asked, list(fresh))
        outlines = {each.key: each for each in outline_stories(view, list(fresh))}
        for row in rows:
            place = ByTime(at=row.published_at, number=row.id)
            story = row.story
            if story not in outlines or story in seen_before or story in found:
                continue
            if outlines[story].reports >= asked.least:
                found[story] = outlines[story]
                if len(found) == asked.most:
                    return Page(rows=tuple(found.values()), next=place)
        if len(rows) < _AT_ONCE:
            return Page(rows=tuple(found.values()))
    return Page(rows=tuple(found.values()), next=place)


def largest_stories(
    view: View, *, after: ByCount | None = None, most: int = 20
) -> Page[StoryOutline]:
    """The stories with the most reports, the largest first."""
    ranked = most_told(view, NamesAsked(kind=TallyKind.STORY, after=after, most=most))
    outlines = outline_stories(view, [each.name for each in ranked.rows])
    return Page(rows=outlines, next=ranked.next)


def outline_stories(view: View, stories: Sequence[str]) -> tuple[StoryOutline, ...]:
    """How large these stories are and when they were told, in the order given."""
    counted = {row.story: row for row in view.connection.execute(_counts(view, stories))}
    newest = _newest_of(view, list(counted))
    return tuple(
        StoryOutline(
            key=story,
            reports=counted[story].reports,
            origins=counted[story].origins,
            since=counted[story].since,
            until=counted[story].until,
            newest=newest[story].key,
            title=newest[story].title,
        )
        for story in stories
        if story in counted
    )


def _newest_reports(view: View, asked: StoriesAsked) -> Iterator[Any]:
    """The next reports, the newest first, each with its story; undated ones after the others."""
    query = (
        sa.select(report.c.id, report.c.published_at, story_member.c.story)
        .join(story_member, story_member.c.report_id == report.c.id)
        .where(is_in(view), report.c.known_at <= view.as_of, *_speaking(view, asked.names))
    )
    if asked.until is not None:
        query = query.where(report.c.published_at < asked.until)
    after, left = asked.after, _AT_ONCE
    if after is None or after.at is not None:
        dated = query.where(report.c.published_at.is_not(None), *_earlier(after))
        dated = dated.order_by(report.c.published_at.desc(), report.c.id.desc())
        rows = list(view.connection.execute(dated.limit(left)))
        yield from rows
        left -= len(rows)
        after = None
    if left and asked.until is None:
        undated = query.where(report.c.published_at.is_(None))
        if after is not None:
            undated = undated.where(report.c.id < after.number)
        yield from view.connection.execute(undated.order_by(report.c.id.desc()).limit(left))


def _earlier(after: ByTime | None) -> Iterator[sa.ColumnElement[bool]]:
    """That a report was published before a place in the list."""
    if after is not None:
        at, number = report.c.published_at, report.c.id
        yield at <= after.at
        yield (at < after.at) | (number < after.number)


def _speaking(view: View, names: Sequence[str]) -> Iterator[sa.ColumnElement[bool]]:
    """That a report speaks of somebody or somewhere; by their rows where these are few."""
    if not names:
        return
    wanted = sa.select(mention.c.report_id).where(mention.c.name.in_(names)).distinct()
    few = numbers_of_rows(view.connection, wanted.limit(FEW + 1))
    if len(few) <= _AT_ONCE * 20:
        yield report.c.id.in_(few)
    else:
        own = mention.c.report_id == report.c.id
        yield sa.exists().where(own, sa.func.coalesce(mention.c.name, "").in_(names))


def _with_newer(view: View, asked: StoriesAsked, stories: Sequence[str]) -> set[str]:
    """Which of some stories stood on an earlier page: they have a report above its end."""
    after = asked.after
    if after is None or not stories:
        return set()
    above = (report.c.published_at > after.at) if after.at else report.c.published_at.is_not(None)
    same = report.c.published_at == after.at if after.at else report.c.published_at.is_(None)
    query = (
        sa.select(story_member.c.story)
        .join(report, report.c.id == story_member.c.report_id)
        .where(story_member.c.story.in_(stories), is_in(view))
        .where(above | (same & (report.c.id >= after.number)), *_speaking(view, asked.names))
    )
    if asked.until is not None:
        query = query.where(report.c.published_at < asked.until)
    return set(view.connection.scalars(query.distinct()))


def _counts(view: View, stories: Sequence[str]) -> sa.Select[Any]:
    last = (
        sa.select(sa.func.max(_later.c.id))
        .where(_later.c.report_id == story_member.c.report_id, _later.c.known_at <= view.as_of)
        .correlate(story_member)
        .scalar_subquery()
    )
    origin = sa.func.coalesce(placement.c.origin, report.c.key)
    return (
        sa.select(
            story_member.c.story,
            sa.func.count().label("reports"),
            sa.func.count(origin.distinct()).label("origins"),
            sa.func.min(report.c.published_at).label("since"),
            sa.func.max(report.c.published_at).label("until"),
        )
        .join(report, report.c.id == story_member.c.report_id)
        .outerjoin(placement, placement.c.id == last)
        .where(story_member.c.story.in_(stories), is_in(view))
        .group_by(story_member.c.story)
    )


def _newest_of(view: View, stories: Sequence[str]) -> dict[str, sa.Row[Any]]:
    """The newest report of each of these stories."""
    rank = sa.func.row_number().over(
        partition_by=story_member.c.story,
        order_by=(sa.nulls_last(report.c.published_at.desc()), report.c.id.desc()),
    )
    ranked = (
        sa.select(story_member.c.story, report.c.key, report.c.title, rank.label("rank"))
        .join(report, report.c.id == story_member.c.report_id)
        .where(story_member.c.story.in_(stories), is_in(view))
        .subquery()
    )
    rows = view.connection.execute(sa.select(ranked).where(ranked.c.rank == 1))
    return {row.story: row for row in rows}
