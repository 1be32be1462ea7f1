"""Who and what is told most, or bears a name that begins so, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from watchword.model.page import ByCount, Page
from watchword.model.tally import Tally, TallyKind
from watchword.store.browsing.counted import counted_as_of, is_as_now
from watchword.store.tables_derived import tally
from watchword.store.transactions import View

_BEYOND = "\U0010ffff"
"""Comes after every letter, byte by byte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesAsked:
    """Which names are wanted.

    Attributes:
        kind: what is counted.
        opening: how the name, or a word of it, begins, in any case; empty for any.
        by_claims: whether the most claims come first, and not the most reports.
        after: where the page begins, None at the top.
        start: how many are passed over from there.
        most: how many.
    """

    kind: TallyKind
    opening: str = ""
    by_claims: bool = False
    after: ByCount | None = None
    start: int = 0
    most: int = 20


def most_told(view: View, asked: NamesAsked) -> Page[Tally]:
    """The names that are told most, the most first and then by name.

    Args:
        view: the record, as known at an instant.
        asked: which names.
    """
    rows = _Rows(view, asked.kind)
    count = rows.table.c.claims if asked.by_claims else rows.table.c.reports
    wanted = [count > 0]
    if asked.opening:
        opening = asked.opening.casefold()
        folded = rows.table.c.folded
        begins = sa.and_(folded >= opening, folded < opening + _BEYOND)
        wanted.append(begins | folded.contains(f" {opening}", autoescape=True))
    found = _page(view, rows.query().where(*wanted), count, asked)
    told = tuple(_tally(asked.kind, row) for row in found[: asked.most])
    if len(found) <= asked.most:
        return Page(rows=told)
    last = told[-1]
    number = last.claims if asked.by_claims else last.reports
    return Page(rows=told, next=ByCount(count=number, name=last.name, mark=last.mark))


def tallies_of(view: View, kind: TallyKind, names: Sequence[str]) -> tuple[Tally, ...]:
    """How often these names are told, each under every mark, in order of name and mark."""
    rows = _Rows(view, kind, names=names)
    query = rows.query().where(rows.table.c.name.in_(names))
    found = view.connection.execute(query.order_by(rows.table.c.name, rows.table.c.mark))
    return tuple(_tally(kind, row) for row in found)


class _Rows:
    """Counts of one kind: as they are kept, or for an earlier instant counted anew."""

    def __init__(self, view: View, kind: TallyKind, *, names: Sequence[str] | None = None) -> None:
        self._kind = kind
        self._is_kept = is_as_now(view)
        kept: Any = tally
        self.table: Any = kept if self._is_kept else counted_as_of(view, kind, names)

    def query(self) -> sa.Select[Any]:
        """A query over them."""
        columns = (self.table.c[name] for name in ("name", "mark", "reports", "claims"))
        query: sa.Select[Any] = sa.select(*columns)
        return query.where(tally.c.kind == self._kind.value) if self._is_kept else query


def _page(
    view: View, query: sa.Select[Any], count: sa.ColumnElement[int], asked: NamesAsked
) -> list[sa.Row[Any]]:
    """One row more than a page: what has as many as the last one, and then what has fewer."""
    name, mark = query.selected_columns["name"], query.selected_columns["mark"]
    ordered = query.order_by(count.desc(), name, mark)
    after, most = asked.after, asked.most + 1
    if after is None:
        return list(view.connection.execute(ordered.offset(asked.start).limit(most)))
    later = (name > after.name) | ((name == after.name) & (mark > after.mark))
    found = list(view.connection.execute(ordered.where(count == after.count, later).limit(most)))
    if len(found) < most:
        fewer = ordered.where(count < after.count).limit(most - len(found))
        found += view.connection.execute(fewer)
    return found


def _tally(kind: TallyKind, row: sa.Row[Any]) -> Tally:
    return Tally(
        kind=kind, name=row.name, mark=row.mark, reports=row.reports, claims=int(row.claims)
    )
