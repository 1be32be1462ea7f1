"""Sources: outlets and speakers, how they are graded, and what became of what they said."""

from typing import Literal

from watchword.desk.ask import Key, Line, Page, Scoped
from watchword.desk.entries import DeskView
from watchword.desk.paging import start_of
from watchword.desk.scoping import scope_of
from watchword.desk.seen import Seen
from watchword.errors import RefusedError
from watchword.flow.corroboration_records import source_record
from watchword.flow.grading import find_source, grades_of
from watchword.flow.hit_records import hit_record
from watchword.flow.situation.searching import Wanted, search_record
from watchword.flow.situation.source_pages import list_sources, show_source
from watchword.flow.span_records import Record
from watchword.model.known import Known
from watchword.model.search import Query
from watchword.model.source_record import Outcome, SourceGrade
from watchword.relate.witnesses import is_party

CLAIMS = 20
"""Claims of a source that its page tells at most, the newest ones."""


class SourcesAsk(Page):
    """Which sources are asked for.

    Attributes:
        kind: outlets, or those who speak in reports.
        q: what a name, or a word of it, begins with.
    """

    kind: Literal["outlets", "speakers"] = "outlets"
    q: Line = ""


class SourceAsk(Scoped):
    """Which source is asked for.

    Attributes:
        key: its name.
    """

    key: Key


class RecordsAsk(Page, Scoped):
    """What is asked of the sources' records."""


def find_all(seen: Seen, ask: SourcesAsk) -> Record:
    """A page of outlets or of speakers."""
    with seen.view() as view:
        return list_sources(
            view, ask.kind, prefix=ask.q, start=start_of(ask.cursor), limit=ask.limit
        )


def find_one(seen: Seen, ask: SourceAsk) -> Record:
    """One source with its newest claims."""
    with seen.view() as view:
        found = show_source(view, ask.key)
    sides = (("said", bool(found["claims"])), ("told", bool(found["reports"])))
    return {**found, **{name: _newest(seen, ask.key, name) if has else [] for name, has in sides}}


def find_records(seen: Seen, ask: RecordsAsk) -> Record:
    """The grade of every source with what it stands on, those with most settled claims first."""
    known = seen.known(scope_of(ask))
    grades = grades_of(known)
    start = start_of(ask.cursor)
    shown = grades[start : start + ask.limit]
    return {
        "sources": [_standing(each) for each in shown],
        "total": len(grades),
        "reports": len(known.reports),
        "next": str(start + ask.limit) if start + ask.limit < len(grades) else None,
    }


def find_record(seen: Seen, ask: SourceAsk) -> Record:
    """What became of what a source claimed, and the grade that this earns it."""
    known = seen.known(scope_of(ask))
    try:
        found = find_source(grades_of(known), ask.key)
    except RefusedError:
        return {"name": ask.key, "source": None, "party": 0, "claims": 0}
    record = source_record(found, known)
    return {
        "name": ask.key,
        "source": record,
        "party": _count_party(found, known),
        "claims": len(found.record.claims),
    }


def _standing(found: SourceGrade) -> Record:
    return {
        "name": found.record.name,
        "grade": found.reliability.value,
        "given": found.given.value if found.given else None,
        "earned": found.earned.value,
        "basis": found.basis,
        "claims": len(found.record.claims),
        **{outcome.value: found.record.count(outcome) for outcome in Outcome},
    }


def _count_party(found: SourceGrade, known: Known) -> int:
    """How many of its claims are about the state that it belongs to."""
    return sum(is_party(known.claims[key]) is True for key in found.record.claims)


def _newest(seen: Seen, name: str, side: str) -> list[Record]:
    query = Query(
        source=name if side == "said" else None,
        outlet=name if side == "told" else None,
        limit=CLAIMS,
    )
    wanted = Wanted(query=query, by_meaning=False, as_of=seen.as_of)
    return [hit_record(hit) for hit in search_record(seen.store, wanted, seen.engine())]


SOURCES = DeskView(
    name="sources",
    summary="Outlets and speakers, with the grades that people gave",
    asks=SourcesAsk,
    find=find_all,
)
SOURCE = DeskView(
    name="source",
    summary="One source: its claims, its grade and who gave it, what it printed of others",
    asks=SourceAsk,
    find=find_one,
)
SOURCE_RECORDS = DeskView(
    name="source-records",
    summary="What became of what each source claimed, and the grade that this earns it",
    asks=RecordsAsk,
    find=find_records,
    is_heavy=True,
)
SOURCE_RECORD = DeskView(
    name="source-record",
    summary="What became of what one source claimed",
    asks=SourceAsk,
    find=find_record,
    is_heavy=True,
)
