"""A smaller record made of a large one: without the reports of long ago that nothing rests on.

Invariant: nothing is ever taken out of a record. The one that is left behind stays whole and opens
as before; in the new one every row that is there is the row that was, under its number and known
from its instant, and how much is not there stands among what could not be read.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from watchword.model.report import Unread
from watchword.model.story import StoryStep
from watchword.store.backup import copy_rows
from watchword.store.reports import add_unread
from watchword.store.tables import (
    alert,
    assessment,
    brief,
    claim,
    decision,
    indicator,
    report,
    sighting,
    story_step,
    story_trace,
)
from watchword.store.transactions import Store, View

_KEY = re.compile(r"\b[0-9a-f]{16}\b")
_RESTING = (
    *(brief.c.request, brief.c.document, decision.c.subject, decision.c.value),
    *(assessment.c.subject, assessment.c.payload, indicator.c.payload),
    *(sighting.c.report, sighting.c.claim, sighting.c.payload, alert.c.payload),
)
"""Where people's work and what was told to them name reports and claims."""
_TURNS = (StoryStep.START.value, StoryStep.MERGE.value, StoryStep.SPLIT.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thinned:
    """What came of it.

    Attributes:
        kept: reports in the new record.
        older: those of them that were published earlier, and that something rests on.
        left: reports that are in the whole record alone.
    """

    kept: int
    older: int
    left: int


def thin(store: Store, other: Store, *, since: datetime) -> Thinned:
    """Fill a new store with what was published from a time on, and what rests on older reports.

    Undated reports are kept; so are reports that a brief, a decision, an assessment, an indicator
    or an alert names, or that began, joined or parted a story of which a report is kept.

    Args:
        store: the whole record; it stays as it is.
        other: a new store.
        since: reports published before that are left out, aware UTC.
    """
    with store.viewing() as view:
        older = frozenset(view.connection.scalars(_older(since)))
        resting = frozenset(_resting(view, older)) if older else frozenset()
        left = older - resting
        total = int(view.connection.scalar(sa.select(sa.func.count()).select_from(report)) or 0)
    copy_rows(store, other, without=left)
    if left:
        told = Unread(
            found_at=f"reports published before {since:%Y-%m-%d}",
            reason=f"left in the whole record, {store.location}",
            count=len(left),
        )
        with other.writing() as writing:
            add_unread(writing, [told])
    return Thinned(kept=total - len(left), older=len(resting), left=len(left))


def _older(since: datetime) -> sa.Select[Any]:
    return sa.select(report.c.id).where(report.c.published_at < since)


def _resting(view: View, older: frozenset[int]) -> set[int]:
    """Those of the older reports that must be there, too."""
    named = set(_named(view))
    kept = set(_with_keys(view, named)) & older
    every = set(view.connection.scalars(sa.select(report.c.id))) - older
    while True:
        more = set(_of_stories(view, _stories_of(view, every | kept))) & older - kept
        if not more:
            return kept
        kept |= more


def _named(view: View) -> Iterator[str]:
    """Keys that stand in what people did and were told."""
    for column in _RESTING:
        for value in view.connection.scalars(sa.select(column).where(column.is_not(None))):
            words = value if isinstance(value, str) else json.dumps(value)
            yield from _KEY.findall(words)


def _with_keys(view: View, keys: set[str]) -> Iterator[int]:
    """Reports with these keys, and those that make the claims with these keys."""
    for number, key in view.connection.execute(sa.select(report.c.id, report.c.key)):
        if key in keys:
            yield number
    for number, key in view.connection.execute(sa.select(claim.c.report_id, claim.c.key)):
        if key in keys:
            yield number


def _stories_of(view: View, reports: Iterable[int]) -> set[str]:
    """Every story that some reports have been in."""
    keys = {
        row.id: row.key for row in view.connection.execute(sa.select(report.c.id, report.c.key))
    }
    wanted = {keys[number] for number in reports}
    told = sa.select(story_step.c.story, story_step.c.report)
    return {row.story for row in view.connection.execute(told) if row.report in wanted}


def _of_stories(view: View, stories: set[str]) -> Iterator[int]:
    """Reports with which one of these stories began, or went into another, or came out of one."""
    query = sa.select(story_trace.c.report_id, story_step.c.story, story_step.c.other).join(
        story_step, story_step.c.trace_id == story_trace.c.id
    )
    turns = query.where(story_step.c.step.in_(_TURNS), story_trace.c.report_id.is_not(None))
    for row in view.connection.execute(turns):
        if row.story in stories or row.other in stories:
            yield row.report_id
