"""Stories as they came to be: what reports are grouped by, what was decided, what people ruled."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from types import MappingProxyType

import sqlalchemy as sa

from watchword.model.story import StoryDecision, StoryFeatures, StoryRuling, StoryStep
from watchword.store.codec import from_bytes, from_plain, to_bytes, to_plain
from watchword.store.dialect_bulk import allot
from watchword.store.members import move_members
from watchword.store.reports import numbers_of
from watchword.store.tables import report, story_step, story_trace
from watchword.store.transactions import View, Writing

Happening = tuple[StoryFeatures | StoryRuling, tuple[StoryDecision, ...]]
"""A report that was placed or a ruling that was obeyed, with what was decided."""

_AT_ONCE = 500
_NOBODY = 0
"""No row has this number."""
_NOT_PACKED: Mapping[str, bytes] = MappingProxyType({})
_NOTHING_TOLD = StoryFeatures(
    report="", at=None, words=(), pairs=(), names=(), countries=(), events=(), numbers=()
)


def pack_happening(what: StoryFeatures | StoryRuling) -> bytes:
    """What is placed or obeyed, as it is kept."""
    return to_bytes(what)


def unpack_features(packed: bytes) -> StoryFeatures:
    """What a report is grouped by, as `pack_happening` packed it.

    Raises:
        StoreError: if the bytes hold no such thing.
    """
    return from_bytes(StoryFeatures, packed)


def add_happenings(
    writing: Writing, happenings: Sequence[Happening], packed: Mapping[str, bytes] = _NOT_PACKED
) -> None:
    """Add what was placed and obeyed, in order; a report that is there already is passed over.

    Args:
        writing: the transaction.
        happenings: what was placed and obeyed.
        packed: what `pack_happening` gave for reports, by their keys, where somebody has it.
    """
    features = [each for each, _ in happenings if isinstance(each, StoryFeatures)]
    numbers = numbers_of(writing, [each.report for each in features])
    known = {_NOBODY, *_traced(writing, list(numbers.values()))}
    fresh = [
        (numbers[what.report] if isinstance(what, StoryFeatures) else None, what, decided)
        for what, decided in happenings
        if not isinstance(what, StoryFeatures) or numbers.get(what.report, _NOBODY) not in known
    ]
    ids = allot(writing.connection, story_trace, len(fresh))
    rows = [
        {"id": own, "report_id": number, "trace": _packed(what, packed)}
        for own, (number, what, _) in zip(ids, fresh, strict=True)
    ]
    if rows:
        writing.connection.execute(story_trace.insert(), rows)
    traced = ((own, decided) for own, (_, _, decided) in zip(ids, fresh, strict=True))
    _add_steps(writing, [(own, each) for own, decided in traced for each in decided])
    added = [each for _, _, decided in fresh for each in decided]
    move_members(writing, added)


def each_happening(view: View, *, after: int = 0) -> Iterator[Happening]:
    """Everything that was placed and obeyed, in order.

    Args:
        view: the record.
        after: row number of what is not wanted any more, with all before it.
    """
    steps = _each_steps(view, after)
    at, decided = next(steps, (0, ()))
    query = sa.select(story_trace).where(story_trace.c.id > after).order_by(story_trace.c.id)
    for row in view.connection.execute(query).yield_per(_AT_ONCE):
        what = _what(bytes(row.trace), is_ruling=row.report_id is None)
        if row.id == at:
            yield what, decided
            at, decided = next(steps, (0, ()))
        else:
            yield what, ()


def each_membership(view: View) -> Iterator[Happening]:
    """Everything that was placed and obeyed, in order, without what reports are grouped by.

    It brings a shelf to where reports can be moved as people say, in a sixth of the time that a
    whole one takes, but no report can be placed on that: of a report only its key and its day are
    given, of a decision only what it moves.
    """
    steps = _each_moves(view)
    at, decided = next(steps, (0, ()))
    query = (
        sa.select(story_trace.c.id, report.c.key, report.c.published_at)
        .outerjoin(report, report.c.id == story_trace.c.report_id)
        .order_by(story_trace.c.id)
    )
    rulings = _rulings(view)
    for row in view.connection.execute(query).yield_per(_AT_ONCE):
        what: StoryFeatures | StoryRuling
        if row.key is None:
            what = rulings[row.id]
        else:
            what = replace(_NOTHING_TOLD, report=row.key, at=row.published_at)
        if row.id == at:
            yield what, decided
            at, decided = next(steps, (0, ()))
        else:
            yield what, ()


def last_happening(view: View | Writing) -> int:
    """Row number of what was placed or obeyed last: how much a shelf is restored from."""
    return int(view.connection.scalar(sa.select(sa.func.max(story_trace.c.id))) or 0)


def features_for(view: View, keys: Sequence[str]) -> dict[str, StoryFeatures]:
    """What these reports are grouped by, by their keys."""
    found: dict[str, StoryFeatures] = {}
    for start in range(0, len(keys), _AT_ONCE):
        query = (
            sa.select(story_trace.c.trace)
            .join(report, report.c.id == story_trace.c.report_id)
            .where(report.c.key.in_(keys[start : start + _AT_ONCE]))
        )
        for trace in view.connection.scalars(query):
            features = from_bytes(StoryFeatures, bytes(trace))
            found[features.report] = features
    return found


def traced_among(view: View, keys: Sequence[str]) -> set[str]:
    """Which of these reports have been placed in stories."""
    query = (
        sa.select(report.c.key)
        .join(story_trace, story_trace.c.report_id == report.c.id)
        .where(report.c.key.in_(keys))
    )
    return set(view.connection.scalars(query))


def stories_named(view: View, keys: Sequence[str]) -> set[str]:
    """Which of these are keys of stories that are or have been."""
    found: set[str] = set()
    for start in range(0, len(keys), _AT_ONCE):
        query = (
            sa.select(story_step.c.story)
            .where(story_step.c.story.in_(keys[start : start + _AT_ONCE]))
            .where(story_step.c.known_at <= view.as_of)
        )
        found |= set(view.connection.scalars(query.distinct()))
    return found


def steps_of(view: View, key: str) -> tuple[StoryDecision, ...]:
    """The decisions that moved a report, and those that name a story as theirs, in order."""
    query = (
        sa.select(story_step.c.payload)
        .where(
            (story_step.c.report == key) | (story_step.c.story == key) | (story_step.c.other == key)
        )
        .where(story_step.c.known_at <= view.as_of)
    )
    rows = view.connection.scalars(query.order_by(story_step.c.id))
    return tuple(from_plain(StoryDecision, payload) for payload in rows)


def arrivals_of(view: View, reports: Sequence[str]) -> dict[str, StoryDecision]:
    """The decision that last put each of these reports where it is, by the report's key."""
    found: dict[str, StoryDecision] = {}
    for start in range(0, len(reports), _AT_ONCE):
        query = (
            sa.select(story_step.c.payload)
            .where(story_step.c.report.in_(reports[start : start + _AT_ONCE]))
            .where(story_step.c.step != StoryStep.MERGE.value, story_step.c.known_at <= view.as_of)
        )
        for payload in view.connection.scalars(query.order_by(story_step.c.id)):
            decision = from_plain(StoryDecision, payload)
            found[decision.report] = decision
    return found


def turns_of(view: View, key: str, *, most: int) -> tuple[tuple[datetime, StoryDecision], ...]:
    """The last merges and splits that a story had a part in, newest first, with their instants."""
    query = (
        sa.select(story_step.c.payload, story_step.c.known_at)
        .where((story_step.c.story == key) | (story_step.c.other == key))
        .where(story_step.c.step.in_((StoryStep.MERGE.value, StoryStep.SPLIT.value)))
        .where(story_step.c.known_at <= view.as_of)
        .order_by(story_step.c.id.desc())
        .limit(most)
    )
    rows = view.connection.execute(query)
    return tuple((row.known_at, from_plain(StoryDecision, row.payload)) for row in rows)


def _what(trace: bytes, *, is_ruling: bool) -> StoryFeatures | StoryRuling:
    if is_ruling:
        return from_bytes(StoryRuling, trace)
    return from_bytes(StoryFeatures, trace)


def _rulings(view: View) -> dict[int, StoryRuling]:
    """What people ruled, by row number."""
    query = sa.select(story_trace.c.id, story_trace.c.trace).where(
        story_trace.c.report_id.is_(None)
    )
    return {
        row.id: from_bytes(StoryRuling, bytes(row.trace)) for row in view.connection.execute(query)
    }


def _each_moves(view: View) -> Iterator[tuple[int, tuple[StoryDecision, ...]]]:
    """What each happening moved, by its row number."""
    columns = (story_step.c.trace_id, story_step.c.key, story_step.c.step)
    more = (story_step.c.story, story_step.c.report, story_step.c.other)
    query = sa.select(*columns, *more).order_by(story_step.c.id)
    rows = view.connection.execute(query).yield_per(_AT_ONCE)
    for at, moves in groupby(rows, key=lambda row: int(row.trace_id)):
        yield (
            at,
            tuple(
                StoryDecision(
                    key=row.key,
                    step=StoryStep(row.step),
                    story=row.story,
                    report=row.report,
                    other=row.other,
                    score=None,
                    reasons=(),
                    made_by="",
                )
                for row in moves
            ),
        )


def _each_steps(view: View, after: int) -> Iterator[tuple[int, tuple[StoryDecision, ...]]]:
    """The decisions that each happening led to, by its row number."""
    at, decided = 0, list[StoryDecision]()
    query = sa.select(story_step.c.trace_id, story_step.c.payload).order_by(story_step.c.id)
    if after:
        # Decisions are numbered in the order of what led to them: the first one is looked up.
        first = sa.select(sa.func.min(story_step.c.id)).where(story_step.c.trace_id > after)
        query = query.where(story_step.c.id >= first.scalar_subquery())
    for row in view.connection.execute(query).yield_per(_AT_ONCE):
        if row.trace_id != at and decided:
            yield at, tuple(decided)
            decided = []
        at = row.trace_id
        decided.append(from_plain(StoryDecision, row.payload))
    if decided:
        yield at, tuple(decided)


def _traced(writing: Writing, numbers: Sequence[int]) -> set[int]:
    query = sa.select(story_trace.c.report_id).where(story_trace.c.report_id.in_(numbers))
    return set(writing.connection.scalars(query))


def _packed(what: StoryFeatures | StoryRuling, packed: Mapping[str, bytes]) -> bytes:
    known = packed.get(what.report) if isinstance(what, StoryFeatures) else None
    return known or pack_happening(what)


def _add_steps(writing: Writing, decided: Sequence[tuple[int, StoryDecision]]) -> None:
    rows = [
        {
            "trace_id": trace,
            "key": each.key,
            "step": each.step.value,
            "story": each.story,
            "report": each.report,
            "other": each.other,
            "payload": to_plain(each),
            "known_at": writing.at,
        }
        for trace, each in decided
    ]
    if rows:
        writing.connection.execute(story_step.insert(), rows)
