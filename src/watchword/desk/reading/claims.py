"""Claims and reports, searched and filtered, with what they could be narrowed to."""

from dataclasses import replace
from datetime import datetime
from typing import Literal

from watchword.desk.ask import MOST, Beginning, Line, Names, Page, Scoped
from watchword.desk.entries import DeskView
from watchword.desk.paging import cursor_for, start_of, time_in
from watchword.desk.seen import Seen
from watchword.errors import RefusedError
from watchword.flow.hit_records import hit_record
from watchword.flow.situation.searching import Wanted, names_of, search_record
from watchword.flow.situation.stories import story_named
from watchword.flow.span_records import Record
from watchword.model.claim import Modality
from watchword.model.facet import Facets
from watchword.model.search import Hit, Query, Sought
from watchword.store.reports import instants_of_reports
from watchword.store.search.facets import find_facets
from watchword.store.search.paging import newest_page


class ClaimsAsk(Page, Scoped):
    """What is looked for.

    Attributes:
        q: words, "a phrase", prefix*, -not, this OR that.
        kind: claims or reports.
        modality: how firmly it is claimed.
        event: PLOVER event type.
        source: whom the claim comes from first.
        outlet: who published it.
        country: where it happens, ISO 3166-1 alpha-2 codes.
        happens_since: when it happens, then or later.
        happens_until: likewise, before.
        language: BCP 47 code of the report.
        exact: whether meaning is left out.
    """

    q: Line = ""
    kind: Sought = Sought.CLAIMS
    modality: Modality | Literal[""] = ""
    event: Line = ""
    source: Line = ""
    outlet: Line = ""
    country: Names = ()
    happens_since: Beginning = None
    happens_until: Beginning = None
    language: Line = ""
    exact: bool = False


def find_claims(seen: Seen, ask: ClaimsAsk) -> Record:
    """What is found, best first; where nothing is looked for, what is newest.

    Raises:
        RefusedError: if there is no such story.
    """
    query, note = _settled(seen, _query(ask), ask)
    shown, further = _found(seen, query, ask)
    with seen.view() as view:
        known = instants_of_reports(view, [hit.report for hit in shown])
    return {
        "hits": [{**hit_record(hit), "known_at": told_at(known[hit.report])} for hit in shown],
        "next": further,
        **_facets(find_facets(seen.store, query, as_of=seen.as_of)),
        "note": note,
    }


def _settled(seen: Seen, query: Query, ask: ClaimsAsk) -> tuple[Query, str]:
    """A query with every name of an actor and the whole key of a story, and what to tell of it."""
    note = ""
    if ask.actor:
        query = replace(query, actors=(ask.actor[0],))
        try:
            query = replace(query, actors=names_of(seen.store, ask.actor[0], seen.as_of))
        except RefusedError as error:
            note = f"{error.args[0]}: only what names it so is found. {error.mend}"
    if ask.story is not None:
        with seen.view() as view:
            query = replace(query, story=story_named(view, ask.story))
    return query, note


def _found(seen: Seen, query: Query, ask: ClaimsAsk) -> tuple[tuple[Hit, ...], str | None]:
    """A page of what is found, and the cursor of the next."""
    if not _is_ranked(query.words):
        page = newest_page(seen.store, query, after=time_in(ask.cursor), as_of=seen.as_of)
        return page.rows, cursor_for(page.next)
    start = start_of(ask.cursor)
    query = replace(query, limit=min(ask.limit + 1, MOST), offset=start)
    wanted = Wanted(query=query, by_meaning=not ask.exact, as_of=seen.as_of)
    found = search_record(seen.store, wanted, seen.engine())
    further = str(start + ask.limit) if len(found) > ask.limit else None
    return found[: ask.limit], further


def _is_ranked(words: str) -> bool:
    """Whether words are looked for, and not only barred."""
    return bool(words.strip()) and not all(each.startswith("-") for each in words.split())


def _query(ask: ClaimsAsk) -> Query:
    return Query(
        words=ask.q,
        kind=ask.kind,
        places=ask.place,
        countries=ask.country,
        since=ask.since,
        until=ask.until,
        happens_since=ask.happens_since,
        happens_until=ask.happens_until,
        source=ask.source or None,
        outlet=ask.outlet or None,
        modality=Modality(ask.modality) if ask.modality else None,
        event=ask.event.upper() or None,
        language=ask.language or None,
        limit=ask.limit,
    )


def told_at(at: datetime) -> str:
    """An instant so that words of two compare as the instants do."""
    return at.isoformat(timespec="microseconds")


def _facets(found: Facets) -> Record:
    return {
        "facets": {
            facet.value: [{"value": each.value, "count": each.count} for each in counts]
            for facet, counts in found.counts.items()
        },
        "counted": found.sampled,
        "is_exact": found.is_exact,
    }


CLAIMS = DeskView(
    name="claims",
    summary="Claims and reports, searched by words and meaning, and filtered",
    asks=ClaimsAsk,
    find=find_claims,
    is_personal=True,
)
