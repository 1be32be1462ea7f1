"""Splitting a story and merging two: what would change, told before it is done, and the deciding.

Invariant: what is previewed is what is decided: both come from one `Regrouping`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from watchword.errors import MissingError, RefusedError
from watchword.flow.situation.deciding import Wish
from watchword.flow.situation.stories import OTHER, SAME
from watchword.flow.situation.story_pages import headline_record, named
from watchword.flow.span_records import Record
from watchword.group.stories.decisions import parted_by
from watchword.store import View
from watchword.store.headlines import headlines_of
from watchword.store.members import members_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrouping:
    """Reports that go from one story into another.

    Attributes:
        source: key of the story that they leave.
        into: key of the story that they go into; of a new one, the key that it will have.
        moved: keys of the reports.
        left: keys of the reports that stay; empty where the whole story goes.
        there: keys of the reports that are in the other story already.
    """

    source: str
    into: str
    moved: tuple[str, ...]
    left: tuple[str, ...]
    there: tuple[str, ...]


def plan_split(
    view: View, source: str, reports: Sequence[str], into: str | None = None
) -> Regrouping:
    """What it comes to that some reports leave a story.

    Args:
        view: the record.
        source: key of the story.
        reports: keys of the reports that leave it.
        into: key of the story that they go into, None for a new one.

    Raises:
        MissingError: if there is no such story.
        RefusedError: if they are none of its reports, or all of them.
    """
    members = _members(view, source)
    moved = tuple(each for each in members if each in set(reports))
    left = tuple(each for each in members if each not in set(reports))
    if not moved:
        raise RefusedError("choose the reports that leave the story", key=source)
    if not left:
        raise RefusedError(
            "these are all of its reports", key=source, mend="merge it into the other story instead"
        )
    if into == source:
        raise RefusedError("they are in this story already", key=source)
    there = _members(view, into) if into else ()
    target = into or parted_by(moved[0], source)
    return Regrouping(source=source, into=target, moved=moved, left=left, there=there)


def plan_merge(view: View, source: str, into: str) -> Regrouping:
    """What it comes to that a story goes into another.

    Raises:
        MissingError: if there is no such story.
        RefusedError: if the two are one.
    """
    if source == into:
        raise RefusedError("this is the same story", key=into, mend="choose another one")
    moved, there = _members(view, source), _members(view, into)
    return Regrouping(source=source, into=into, moved=moved, left=(), there=there)


def wishes_of(plan: Regrouping, by: str, why: str) -> tuple[Wish, ...]:
    """The decisions that a regrouping is made by, to be made at once."""
    if not plan.left:
        return (Wish(kind=SAME, subject=plan.into, value=plan.source, by=by, why=why),)
    first, *rest = plan.moved
    if plan.there:
        opening = Wish(kind=SAME, subject=first, value=plan.into, by=by, why=why)
    else:
        opening = Wish(kind=OTHER, subject=first, value=plan.source, by=by, why=why)
    following = (Wish(kind=SAME, subject=each, value=plan.into, by=by, why=why) for each in rest)
    return (opening, *following)


def regrouping_record(view: View, plan: Regrouping) -> Record:
    """What would change, as a page shows it."""
    headlines = headlines_of(view, [*plan.moved, *plan.left[:1], *plan.there[:1]])
    return {
        "source": plan.source,
        "source_name": named(view, plan.source, (*plan.left, *plan.moved)),
        "into": plan.into,
        "is_new": not plan.there,
        "into_name": named(view, plan.into, plan.there) if plan.there else None,
        "moved": [headline_record(headlines[each]) for each in plan.moved if each in headlines],
        "moved_name": named(view, plan.into, plan.moved),
        "left": len(plan.left),
        "left_name": named(view, plan.source, plan.left) if plan.left else None,
        "there": len(plan.there),
    }


def _members(view: View, story: str) -> tuple[str, ...]:
    found = members_of(view, [story]).get(story)
    if found is None:
        raise MissingError("there is no such story", key=story)
    return found
