"""A question to the record: the claims that speak of it, each with who agrees and who does not."""

from pydantic import Field

from watchword.desk.ask import Line, Scoped
from watchword.desk.entries import DeskView
from watchword.desk.scoping import scope_of
from watchword.desk.seen import Seen
from watchword.flow.corroboration_records import corroboration_record
from watchword.flow.hit_records import hit_record
from watchword.flow.situation.searching import Wanted, search_record
from watchword.flow.span_records import Record
from watchword.model.known import Known
from watchword.model.search import Hit, Query, Sought
from watchword.relate.corroboration import Bench, find_corroboration


class AskAsk(Scoped):
    """What is asked.

    Attributes:
        q: the question, in plain words.
        limit: how many claims at most.
    """

    q: Line = Field(min_length=1)
    limit: int = Field(default=10, ge=1, le=50)


def find_answer(seen: Seen, ask: AskAsk) -> Record:
    """The claims nearest to a question, each with what other sources say of it.

    Raises:
        RefusedError: if an actor's name is borne by several.
    """
    wanted = Wanted(
        query=Query(
            words=ask.q,
            kind=Sought.CLAIMS,
            places=ask.place,
            since=ask.since,
            until=ask.until,
            story=ask.story,
            limit=ask.limit,
        ),
        actor=ask.actor[0] if ask.actor else None,
        as_of=seen.as_of,
    )
    hits = search_record(seen.store, wanted, seen.engine())
    known = seen.known(scope_of(ask))
    bench = seen.bench(scope_of(ask))
    return {"question": ask.q, "claims": [_told(hit, known, bench) for hit in hits]}


def _told(hit: Hit, known: Known, bench: Bench) -> Record:
    """A claim that was found, with what other sources say of it; none where it is out of scope."""
    found = None
    if hit.claim is not None and hit.claim in known.claims:
        found = find_corroboration(known, hit.claim, bench)
    told = corroboration_record(found, (), known) if found else None
    return {**hit_record(hit), "corroboration": told}


ASK = DeskView(
    name="ask",
    summary="The claims that speak of a question, each with who agrees and who does not",
    asks=AskAsk,
    find=find_answer,
    is_heavy=True,
)
