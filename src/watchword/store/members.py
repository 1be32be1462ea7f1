"""Which reports are in a story, and were at any instant: kept as decisions come.

Invariant: a report is in one story at a time; from one decision to the next it stays there.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from watchword.model.story import StoryDecision, StoryStep
from watchword.store.columns import AFTER_DIGITS, Number
from watchword.store.reports import numbers_of
from watchword.store.tables import report
from watchword.store.tables_derived import story_member
from watchword.store.tallies import tally_stories
from watchword.store.transactions import View, Writing

_AT_ONCE = 500
_DAY = 86_400_000_000
"""Microseconds of a day."""


def move_members(writing: Writing, decided: Sequence[StoryDecision]) -> None:
    """Put reports where decisions on stories, just added, say that they are now."""
    numbers = numbers_of(writing, sorted({each.report for each in decided}))
    home: dict[int, str] = {}
    for each in decided:
        if each.step is StoryStep.MERGE:
            home.update(_merged(writing, home, each))
        elif each.report in numbers:
            home[numbers[each.report]] = each.story
    before = _homes(writing, list(home))
    moved = {number: story for number, story in home.items() if before.get(number) != story}
    _close(writing, [number for number in moved if number in before])
    rows = [
        {"report_id": number, "story": story, "known_at": writing.at}
        for number, story in sorted(moved.items())
    ]
    if rows:
        writing.connection.execute(story_member.insert(), rows)
    counted = Counter(moved.values())
    counted.subtract(before[number] for number in moved if number in before)
    tally_stories(writing, counted)


def keys_beginning(view: View, name: str, *, most: int = 2) -> tuple[str, ...]:
    """Keys of stories that have reports and begin so, at most so many."""
    query = (
        sa.select(story_member.c.story)
        .where(story_member.c.story >= name, story_member.c.story < name + AFTER_DIGITS)
        .where(is_in(view))
    )
    found = view.connection.scalars(query.distinct().order_by(story_member.c.story).limit(most))
    return tuple(key for key in found if key.startswith(name))  # a server may sort by its language


def members_of(view: View, stories: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The reports of these stories, in the order they came; a story without any is left out."""
    query = (
        sa.select(story_member.c.story, report.c.key)
        .join(report, report.c.id == story_member.c.report_id)
        .where(story_member.c.story.in_(stories), is_in(view))
        .order_by(story_member.c.report_id)
    )
    found: dict[str, list[str]] = {}
    for row in view.connection.execute(query):
        found.setdefault(row.story, []).append(row.key)
    return {story: tuple(found[story]) for story in stories if story in found}


def stories_of(view: View, reports: Sequence[str]) -> dict[str, str]:
    """The story that each of these reports is in, by the report's key."""
    found: dict[str, str] = {}
    for start in range(0, len(reports), _AT_ONCE):
        query = (
            sa.select(report.c.key, story_member.c.story)
            .join(story_member, story_member.c.report_id == report.c.id)
            .where(report.c.key.in_(reports[start : start + _AT_ONCE]), is_in(view))
        )
        found.update({row.key: row.story for row in view.connection.execute(query)})
    return found


def days_of_stories(view: View, stories: Sequence[str]) -> dict[str, dict[int, int]]:
    """How many dated reports of each story were published on each day since 1970."""
    day = sa.cast(sa.type_coerce(report.c.published_at, Number) / _DAY, Number)
    query = (
        sa.select(story_member.c.story, day.label("day"), sa.func.count().label("reports"))
        .join(report, report.c.id == story_member.c.report_id)
        .where(story_member.c.story.in_(stories), is_in(view), report.c.published_at.is_not(None))
        .group_by(story_member.c.story, day)
    )
    found: dict[str, dict[int, int]] = {story: {} for story in stories}
    for row in view.connection.execute(query):
        found[row.story][int(row.day)] = int(row.reports)
    return found


def newest_members(view: View, story: str, *, most: int) -> list[str]:
    """Keys of a story's reports that were published last, the newest first."""
    query = (
        sa.select(report.c.key)
        .join(story_member, story_member.c.report_id == report.c.id)
        .where(story_member.c.story == story, is_in(view))
        .order_by(sa.nulls_last(report.c.published_at.desc()), report.c.id.desc())
    )
    return list(view.connection.scalars(query.limit(most)))


def is_in(view: View) -> sa.ColumnElement[bool]:
    """That a row of `story_member` holds at the instant of a view."""
    return was_in(view.as_of)


def was_in(instant: datetime) -> sa.ColumnElement[bool]:
    """That a row of `story_member` holds at an instant."""
    goes_on = story_member.c.until.is_(None) | (story_member.c.until > instant)
    return sa.and_(story_member.c.known_at <= instant, goes_on)


def _merged(writing: Writing, home: Mapping[int, str], each: StoryDecision) -> dict[int, str]:
    """The reports of the story that is no more, each with the one that they go into."""
    query = sa.select(story_member.c.report_id).where(
        story_member.c.story == each.other, story_member.c.until.is_(None)
    )
    there = [number for number in writing.connection.scalars(query) if number not in home]
    moving = [number for number, story in home.items() if story == each.other]
    return dict.fromkeys((*there, *moving), each.story)


def _homes(writing: Writing, numbers: Sequence[int]) -> dict[int, str]:
    """The stories that reports were in before this transaction."""
    found: dict[int, str] = {}
    for part in _parts(numbers):
        query = sa.select(story_member.c.report_id, story_member.c.story).where(
            story_member.c.report_id.in_(part), story_member.c.until.is_(None)
        )
        found.update({row.report_id: row.story for row in writing.connection.execute(query)})
    return found


def _close(writing: Writing, numbers: Sequence[int]) -> None:
    for part in _parts(numbers):
        ending = story_member.update().where(
            story_member.c.report_id.in_(part), story_member.c.until.is_(None)
        )
        writing.connection.execute(ending.values(until=writing.at))


def _parts(numbers: Sequence[int]) -> Iterable[Sequence[int]]:
    return (numbers[start : start + _AT_ONCE] for start in range(0, len(numbers), _AT_ONCE))
