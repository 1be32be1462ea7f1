"""Relations: the pairs with most between them, and one of two over time."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from watchword.desk.ask import Line, Page, Scoped
from watchword.desk.entries import DeskView
from watchword.desk.scoping import scope_of
from watchword.desk.seen import Seen
from watchword.flow.relating import RelationRequest, relate_all, relate_two, turn_finder
from watchword.flow.relation_records import pair_record, relation_records
from watchword.flow.situation.printing import printed_beside
from watchword.flow.situation.scoping import Asked
from watchword.flow.span_records import Record
from watchword.model.relation import Grain, RelationSummary, Side
from watchword.relate.relations import find_side

_LISTS = {
    "turn": "turns",
    "period": "periods",
    "happening": "happenings",
    "apart": "apart",
    "exchange": "exchanges",
}


class RelationsAsk(Page, Scoped):
    """What is asked of the pairs.

    Attributes:
        grain: how long a period is, in which turns are looked for.
    """

    grain: Grain = Grain.WEEK


class RelationAsk(Scoped):
    """Which two are asked for.

    Attributes:
        one: the one, by any name or code; nothing is shown until both are named.
        other: the other.
        grain: how long a period is.
        since_event: a day, or the key of an event, that periods are counted from; empty without.
        alone: whether a state counts without its officials and forces.
    """

    one: Line = ""
    other: Line = ""
    grain: Grain = Grain.WEEK
    since_event: Line = ""
    alone: bool = False


def find_all(seen: Seen, ask: RelationsAsk) -> Record:
    """The pairs with the most happenings, and whoever is in them."""
    known = seen.known(scope_of(ask))
    pairs = relate_all(known, grain=ask.grain, most=ask.limit)
    return {
        "pairs": [pair_record(pair) for pair in pairs],
        "actors": _actors(pairs),
        "reports": len(known.reports),
        "turns_sought": turn_finder() is not None,
    }


def find_one(seen: Seen, ask: RelationAsk) -> Record:
    """What passes between two: periods, turns, happenings, what is told apart, what moves.

    Raises:
        RefusedError: if both names are of one, or day 0 is no day and no event.
    """
    lists: dict[str, list[Record]] = defaultdict(list)
    if ask.one and ask.other:
        for record in _records(seen, ask):
            lists[str(record["kind"])].append(record)
    return {
        "relation": next(iter(lists["relation"]), None),
        **{name: lists[kind] for kind, name in _LISTS.items()},
        "turns_sought": turn_finder() is not None,
    }


def _records(seen: Seen, ask: RelationAsk) -> Iterator[Record]:
    names = tuple(find_side(name).name for name in (ask.one, ask.other))
    asked = Asked(
        actors=ask.actor, places=ask.place, either=names, since=ask.since, until=ask.until
    )
    known = seen.known(asked)
    is_whole = seen.window(asked).is_whole
    texts = printed_beside(seen.store, known, is_whole=is_whole, asked=asked)
    request = RelationRequest(
        one=ask.one,
        other=ask.other,
        grain=ask.grain,
        since_event=ask.since_event or None,
        alone=ask.alone,
    )
    return relation_records(relate_two(known, request, texts), known)


def _actors(pairs: tuple[RelationSummary, ...]) -> list[Record]:
    weights: Counter[Side] = Counter()
    for pair in pairs:
        weights[pair.one] += pair.happenings
        weights[pair.other] += pair.happenings
    ordered = sorted(weights.items(), key=lambda each: (-each[1], each[0].name))
    return [
        {"name": side.name, "code": side.code, "happenings": weight} for side, weight in ordered
    ]


RELATIONS = DeskView(
    name="relations",
    summary="Who has most to do with whom, and which of these relations turned",
    asks=RelationsAsk,
    find=find_all,
    is_heavy=True,
)
RELATION = DeskView(
    name="relation",
    summary="Two actors over time: what passes between them, when it turned, what moves",
    asks=RelationAsk,
    find=find_one,
    is_heavy=True,
)
