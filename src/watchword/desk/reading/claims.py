"""Claims, searched and filtered."""

from typing import Literal

from watchword.desk.ask import Line, Page, Scoped
from watchword.desk.entries import DeskView
from watchword.desk.reading.cursors import offset_of
from watchword.desk.seen import Seen
from watchword.flow.hit_records import hit_record
from watchword.flow.situation.searching import Wanted, search_record
from watchword.flow.span_records import Record
from watchword.model.claim import Modality
from watchword.model.search import Query, Sought


class ClaimsAsk(Page, Scoped):
    """What is looked for.

    Attributes:
        q: words, "a phrase", prefix*, -not, this OR that.
        kind: claims or reports.
        modality: how firmly it is claimed.
        event: PLOVER event type.
        source: whom the claim comes from first.
        outlet: who published it.
        exact: whether meaning is left out.
    """

    q: Line = ""
    kind: Sought = Sought.CLAIMS
    modality: Modality | Literal[""] = ""
    event: Line = ""
    source: Line = ""
    outlet: Line = ""
    exact: bool = False


def find_claims(seen: Seen, ask: ClaimsAsk) -> Record:
    """What is found, best first; where nothing is looked for, what is newest.

    Raises:
        RefusedError: if an actor's name is borne by several.
    """
    start = offset_of(ask.cursor)
    wanted = Wanted(
        query=_query(ask, start),
        actor=ask.actor[0] if ask.actor else None,
        by_meaning=not ask.exact,
        as_of=seen.as_of,
    )
    found = search_record(seen.store, wanted, seen.engine())
    shown = found[: ask.limit]
    return {
        "hits": [hit_record(hit) for hit in shown],
        "next": str(start + ask.limit) if len(found) > ask.limit else None,
    }


def _query(ask: ClaimsAsk, start: int) -> Query:
    return Query(
        words=ask.q,
        kind=ask.kind,
        places=ask.place,
        since=ask.since,
        until=ask.until,
        source=ask.source or None,
        outlet=ask.outlet or None,
        modality=Modality(ask.modality) if ask.modality else None,
        event=ask.event.upper() or None,
        story=ask.story,
        limit=min(ask.limit + 1, 500),
        offset=start,
    )


CLAIMS = DeskView(
    name="claims",
    summary="Claims and reports, searched by words and meaning, and filtered",
    asks=ClaimsAsk,
    find=find_claims,
)
