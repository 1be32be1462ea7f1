"""Actors: who is spoken of most, who each is, what they say and what is said of them."""

from typing import Literal

from watchword.desk.ask import Ask, Key, Line, Page
from watchword.desk.entries import Action, DeskView, Doing
from watchword.desk.paging import start_of
from watchword.desk.seen import Seen
from watchword.errors import RefusedError
from watchword.flow.hit_records import hit_record
from watchword.flow.situation.actor_pages import list_actors, show_actor
from watchword.flow.situation.actors import choose_identity, register_as_of
from watchword.flow.situation.deciding import Wish
from watchword.flow.situation.searching import Wanted, search_record
from watchword.flow.span_records import Record
from watchword.model.decision import DecisionKind
from watchword.model.search import Query
from watchword.store.naming import sources_named

CLAIMS = 15
"""Claims by an actor, and of one, that its page tells at most, the newest ones."""


class ActorsAsk(Page):
    """Which actors are asked for.

    Attributes:
        q: what a name, or a word of it, begins with.
    """

    q: Line = ""


class ActorAsk(Ask):
    """Which actor is asked for.

    Attributes:
        key: its key, or a name that it bears.
    """

    key: Key


class ProposalAsk(Ask):
    """A proposal that is answered.

    Attributes:
        proposal: its key.
        answer: whether it holds.
        why: the reason, empty without one.
    """

    proposal: Key
    answer: Literal["accept", "refuse"]
    why: Line = ""


class PairAsk(Ask):
    """Two actors that are one, or are not.

    Attributes:
        key: key or name of the one that stays.
        other: key or name of the other.
        why: the reason, empty without one.
    """

    key: Key
    other: Key
    why: Line = ""


def find_all(seen: Seen, ask: ActorsAsk) -> Record:
    """A page of the actors, and what is proposed of any."""
    with seen.view() as view:
        return list_actors(
            view, register_as_of(view), prefix=ask.q, start=start_of(ask.cursor), limit=ask.limit
        )


def find_one(seen: Seen, ask: ActorAsk) -> Record:
    """One actor with its newest claims and those about it."""
    with seen.view() as view:
        found, names = show_actor(view, register_as_of(view), ask.key)
        speaking = sources_named(view, names)
    says = [hit for name in speaking[:3] for hit in _newest(seen, Query(source=name, limit=CLAIMS))]
    says.sort(key=lambda hit: str(hit["published"]), reverse=True)
    return {
        **found,
        "speaks_as": speaking,
        "says": says[:CLAIMS],
        "told": _newest(seen, Query(actors=names, limit=CLAIMS)),
    }


def answer(doing: Doing, ask: ProposalAsk) -> Record:
    """Accept or refuse what is proposed."""
    kind = DecisionKind.ACCEPT if ask.answer == "accept" else DecisionKind.REFUSE
    wish = Wish(kind=kind, subject=ask.proposal, by=doing.by, why=ask.why)
    (made,) = doing.bench.carry_out(wish)
    return {"said": f"{ask.answer.rstrip('e')}ed", "decision": made.key}


def join(doing: Doing, ask: PairAsk) -> Record:
    """Make two actors one."""
    return _ruled(doing, ask, DecisionKind.SAME_ACTOR, "they are one actor now")


def part(doing: Doing, ask: PairAsk) -> Record:
    """Say that two actors are not one."""
    return _ruled(doing, ask, DecisionKind.OTHER_ACTOR, "they are two actors")


def _ruled(doing: Doing, ask: PairAsk, kind: DecisionKind, said: str) -> Record:
    wish = Wish(kind=kind, subject=ask.key, value=ask.other, by=doing.by, why=ask.why)
    with doing.seen.view() as view:
        register = register_as_of(view)
    if choose_identity(register, ask.key) == choose_identity(register, ask.other):
        raise RefusedError("these are one already", key=ask.other)
    (made,) = doing.bench.carry_out(wish)
    return {"said": said, "decision": made.key, "at": f"/actors/{made.subject}"}


def _newest(seen: Seen, query: Query) -> list[Record]:
    wanted = Wanted(query=query, by_meaning=False, as_of=seen.as_of)
    return [hit_record(hit) for hit in search_record(seen.store, wanted, seen.engine())]


ACTORS = DeskView(
    name="actors",
    summary="Who is spoken of most, and what is proposed of whom",
    asks=ActorsAsk,
    find=find_all,
)
ACTOR = DeskView(
    name="actor",
    summary="One actor: names, offices, what it says and what is said of it",
    asks=ActorAsk,
    find=find_one,
)
ACTOR_ACTIONS: tuple[Action, ...] = (
    Action(
        name="answer-proposal",
        summary="Accept or refuse what is proposed of an actor",
        asks=ProposalAsk,
        do=answer,
    ),
    Action(name="join-actors", summary="Make two actors one", asks=PairAsk, do=join),
    Action(name="part-actors", summary="Say that two actors are not one", asks=PairAsk, do=part),
)
