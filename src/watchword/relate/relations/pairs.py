"""The pairs that most passes between, and which of them turned lately.

Work grows with the events; turns are looked for in the foremost pairs alone.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import product

from watchword.model.event import Event
from watchword.model.known import Known
from watchword.model.relation import Grain, Quad, Relation, RelationSummary, Side
from watchword.relate.relations.finding import RelationQuery, relation_of
from watchword.relate.relations.happenings import AT_A_PLACE
from watchword.relate.relations.sides import side_of, side_of_country
from watchword.relate.relations.texts import find_texts
from watchword.relate.relations.turning import Finder

FEWEST = 2
"""Events from which a pair is listed."""


def find_pairs(
    known: Known, *, grain: Grain, find: Finder | None, most: int
) -> tuple[RelationSummary, ...]:
    """The pairs with most happenings between them.

    Args:
        known: everything that is known.
        grain: how long a period is.
        find: finds steps in a series; None: turns are not looked for.
        most: how many pairs at most.
    """
    texts = find_texts(known)
    told = [
        (sides, events)
        for sides, events in _events_of_pairs(known.events).items()
        if len(events) >= FEWEST
    ]
    told.sort(key=lambda each: (-len(each[1]), each[0][0].name, each[0][1].name))
    summaries = []
    for (one, other), events in told[: 2 * most]:
        query = RelationQuery(one=one, other=other, grain=grain, find=find)
        relation = relation_of(known, texts, query, events)
        if relation.happenings:
            summaries.append(_summary(relation))
    summaries.sort(key=lambda each: (-each.happenings, each.one.name, each.other.name))
    return tuple(summaries[:most])


def _events_of_pairs(events: Iterable[Event]) -> dict[tuple[Side, Side], list[Event]]:
    found: dict[tuple[Side, Side], list[Event]] = {}
    for event in events:
        for pair in sorted(_pairs(event), key=lambda pair: (pair[0].name, pair[1].name)):
            found.setdefault(pair, []).append(event)
    return found


def _pairs(event: Event) -> set[tuple[Side, Side]]:
    """The pairs that an event may be between, each in one order."""
    actors = [side_of(party, acting=True) for party in event.actors]
    takers = [side_of(party, acting=False) for party in event.recipients] or actors
    if event.type in AT_A_PLACE and event.place is not None:
        takers = [*takers, side_of_country(event.place.country)]
    return {
        (one, other) if one.name < other.name else (other, one)
        for one, other in product(actors, takers)
        if one is not None and other is not None and one != other
    }


def _summary(relation: Relation) -> RelationSummary:
    turns = relation.turns or ()
    counts = Counter(each.quad for each in relation.happenings)
    verbal, material, against, attack = (counts[quad] for quad in Quad)
    return RelationSummary(
        one=relation.one,
        other=relation.other,
        happenings=len(relation.happenings),
        quads=(verbal, material, against, attack),
        score=round(sum(each.score for each in relation.happenings), 1),
        first=relation.happenings[0].day,
        last=relation.happenings[-1].day,
        turn=max(turns, key=lambda turn: turn.at, default=None),
        claims=tuple(telling.claim for telling in relation.happenings[-1].tellings),
        made_by=relation.made_by,
    )
