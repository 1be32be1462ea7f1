"""What was added to a record, in its order: reports, readings, editions, decisions."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from watchword.model.edition import Edition
from watchword.model.happening import Happening, HappeningKind
from watchword.store.assessments import AssessmentKind
from watchword.store.codec import from_plain
from watchword.store.tables import assessment, decision, reading, report
from watchword.store.transactions import View, Writing

_ONE = sa.literal(1)
_EDITION = assessment.c.kind == AssessmentKind.EDITION.value
_QUERIES: Mapping[HappeningKind, sa.Select[Any]] = {
    HappeningKind.REPORT: sa.select(
        report.c.id,
        report.c.key.label("key"),
        report.c.key.label("subject"),
        _ONE.label("count"),
        report.c.known_at,
    ),
    HappeningKind.CLAIMS: sa.select(
        reading.c.id,
        report.c.key.label("key"),
        report.c.key.label("subject"),
        reading.c.claims.label("count"),
        reading.c.known_at,
    )
    .join_from(reading, report, reading.c.report_id == report.c.id)
    .where(reading.c.claims > 0),
    HappeningKind.BRIEF: sa.select(
        assessment.c.id,
        assessment.c.payload.label("key"),
        assessment.c.subject.label("subject"),
        _ONE.label("count"),
        assessment.c.known_at,
    ).where(_EDITION),
    HappeningKind.DECISION: sa.select(
        decision.c.id,
        decision.c.key.label("key"),
        decision.c.subject.label("subject"),
        _ONE.label("count"),
        decision.c.known_at,
    ),
}
_NUMBERS = {
    HappeningKind.REPORT: report.c.id,
    HappeningKind.CLAIMS: reading.c.id,
    HappeningKind.BRIEF: assessment.c.id,
    HappeningKind.DECISION: decision.c.id,
}


def happenings_after(
    view: View, kind: HappeningKind, after: int, *, most: int = 500
) -> list[Happening]:
    """The next of a kind, in the order that they were added."""
    number = _NUMBERS[kind]
    query = _QUERIES[kind].where(number > after).order_by(number).limit(most)
    return [_happening(kind, row) for row in view.connection.execute(query)]


def find_happening(view: View, kind: HappeningKind, number: int) -> Happening | None:
    """The one with this number, None where there is none."""
    row = view.connection.execute(_QUERIES[kind].where(_NUMBERS[kind] == number)).first()
    return None if row is None else _happening(kind, row)


def newest_happening(at: View | Writing, kind: HappeningKind) -> int:
    """The number of the newest of a kind, 0 without any."""
    return int(at.connection.scalar(sa.select(sa.func.max(_NUMBERS[kind]))) or 0)


def _happening(kind: HappeningKind, row: Any) -> Happening:  # noqa: ANN401 - a row
    number, key, subject, count, known_at = row
    if kind is HappeningKind.BRIEF:
        key = subject = from_plain(Edition, key).key
    return Happening(kind=kind, number=number, key=key, subject=subject, count=count, at=known_at)
