"""Hits, made of rows that were found: with the report's own words and why each was found."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from watchword.model.claim import Modality
from watchword.model.report import Status
from watchword.model.search import Hit, Sought
from watchword.model.span import Span
from watchword.store.dialect import is_among
from watchword.store.search.fusion import Fused
from watchword.store.search.snippets import LONGEST, SEARCHED, choose_part, find_marks
from watchword.store.search.words import Term
from watchword.store.tables import claim, report
from watchword.store.transactions import View

NEWEST = "newest first"
_OF_REPORT = (
    report.c.key,
    report.c.title,
    report.c.outlet,
    report.c.published_at,
    report.c.status,
    report.c.text,
)
_OF_CLAIM = (
    claim.c.id,
    claim.c.key.label("claim"),
    claim.c.sentence_start,
    claim.c.start,
    claim.c.end,
    claim.c.source,
    claim.c.modality,
)


def hits_of(
    view: View, kind: Sought, found: Sequence[Fused], terms: Sequence[Term]
) -> tuple[Hit, ...]:
    """Hits of the rows that were found, in their order."""
    numbers = [each.row for each in found]
    query: sa.Select[Any]
    if kind is Sought.REPORTS:
        query = sa.select(report.c.id, *_OF_REPORT).where(
            is_among(view.connection, report.c.id, numbers)
        )
    else:
        joined = claim.join(report, report.c.id == claim.c.report_id)
        query = (
            sa.select(*(*_OF_CLAIM, *_OF_REPORT))
            .select_from(joined)
            .where(is_among(view.connection, claim.c.id, numbers))
        )
    rows = {row.id: row for row in view.connection.execute(query)}
    make = _report_hit if kind is Sought.REPORTS else _claim_hit
    return tuple(make(rows[each.row], each, terms) for each in found)


def _report_hit(row: Any, found: Fused, terms: Sequence[Term]) -> Hit:  # noqa: ANN401 - a row
    marks = find_marks(row.text, terms, within=(0, min(len(row.text), SEARCHED)))
    part = choose_part(row.text, marks)
    return Hit(kind=Sought.REPORTS, **_shared(row, found, part, terms))


def _claim_hit(row: Any, found: Fused, terms: Sequence[Term]) -> Hit:  # noqa: ANN401 - a row
    start = min(row.sentence_start, row.start)
    part = (start if row.end - start <= 2 * LONGEST else row.start, row.end)
    return Hit(
        kind=Sought.CLAIMS,
        claim=row.claim,
        content=Span.within(row.text, row.start, row.end, report=row.key),
        source=row.source,
        modality=Modality(row.modality),
        **_shared(row, found, part, terms),
    )


def _shared(
    row: Any,  # noqa: ANN401 - a row
    found: Fused,
    part: tuple[int, int],
    terms: Sequence[Term],
) -> dict[str, Any]:
    """The fields that every hit has."""
    marks = find_marks(row.text, terms, within=part)
    return {
        "report": row.key,
        "title": row.title,
        "outlet": row.outlet,
        "published": row.published_at,
        "status": Status(row.status),
        "score": found.score,
        "reasons": tuple(f"{name} rank {rank}" for name, rank in found.ranks) or (NEWEST,),
        "snippet": Span.within(row.text, *part, report=row.key),
        "marked": tuple(Span.within(row.text, *mark, report=row.key) for mark in marks),
    }
