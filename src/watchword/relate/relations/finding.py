"""Two actors over time, from what is known: the order of the work.

- passing: the events that go from one to the other
- happenings: events that tell one deed, put together; what is no deed, apart
- panel: who printed how much in each period, and how much of it tells of the two
- levels: how much happens, with the ups and downs of reporting taken out
- turns: where the levels step, borne out by the outlets of both sides, with what explains each
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, timedelta
from hashlib import sha256

import numpy as np

from watchword.model.event import Event
from watchword.model.known import Known
from watchword.model.relation import (
    Grain,
    Happening,
    Line,
    Period,
    Relation,
    RelationTurn,
    Side,
)
from watchword.relate.relations.calendar import find_periods, place_of
from watchword.relate.relations.exchanges import find_exchanges
from watchword.relate.relations.happenings import Told, find_passing, tell_happenings
from watchword.relate.relations.panel import SERIES, Panel, build_panel, count_volume
from watchword.relate.relations.rates import Exposure, levels_of
from watchword.relate.relations.telling import explain, tell_turn
from watchword.relate.relations.texts import Text, find_texts
from watchword.relate.relations.turning import Finder, Series, find_steps

MADE_BY = "relations 1"
"""Name and version of what finds relations; raised where they would come out otherwise."""

LEAD = timedelta(days=7)
"""Days before the first report of which its news is still counted in periods."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationQuery:
    """What is asked.

    Attributes:
        one: the one.
        other: the other.
        grain: how long a period is.
        zero: day 0, None without one.
        find: finds steps in a series; None: turns are not looked for.
    """

    one: Side
    other: Side
    grain: Grain = Grain.WEEK
    zero: date | None = None
    find: Finder | None = None


def find_relation(
    known: Known, query: RelationQuery, events: Sequence[Event] | None = None
) -> Relation:
    """What passes between two, period by period, and when it turned.

    Args:
        known: everything that is known.
        query: who, and how.
        events: those that may be between the two; all that are known where None.
    """
    texts = find_texts(known)
    return relation_of(known, texts, query, known.events if events is None else events)


def relation_of(
    known: Known, texts: Mapping[str, Text], query: RelationQuery, events: Sequence[Event]
) -> Relation:
    """As `find_relation`, where the texts are known already."""
    days = [text.day for text in texts.values() if text.day is not None]
    first = min(days, default=date.max)
    passing = tuple(find_passing(events, query.one, query.other))
    told = tell_happenings(passing, known, texts, first - LEAD if days else first)
    spans = _spans([*days, *(each.day for each in told.happenings)], known, query)
    periods = count_volume(texts, spans)
    panel = build_panel(told.happenings, texts, periods)
    exposures = {series: _exposure(panel, series) for series in SERIES}
    lines = tuple(_line(series, told, periods, exposures[series]) for series in SERIES)
    relation = Relation(
        key=_key("relation", query.one.name, query.other.name, query.grain, str(query.zero)),
        one=query.one,
        other=query.other,
        grain=query.grain,
        day_zero=query.zero,
        as_of=known.as_of,
        periods=periods,
        happenings=tuple(sorted(told.happenings, key=lambda each: (each.day, each.key))),
        apart=told.apart,
        lines=lines,
        turns=None,
        feeds_only=(),
        exchanges=find_exchanges(passing, known, texts),
        made_by=MADE_BY,
    )
    return relation if query.find is None else _turned(relation, exposures, query.find)


def _spans(
    days: Sequence[date], known: Known, query: RelationQuery
) -> tuple[tuple[date, date, int | None], ...]:
    if not days:
        return ()
    last = min(max(days), known.as_of.astimezone(UTC).date())
    return find_periods(min(days), last, query.grain, query.zero)


def _exposure(panel: Panel, series: Series) -> Exposure:
    return Exposure(
        told=panel.told[series],
        texts=panel.texts[series],
        time=panel.time,
        others=panel.others,
    )


def _line(series: Series, told: Told, periods: Sequence[Period], exposure: Exposure) -> Line:
    counts = np.zeros(len(periods))
    scores = np.zeros(len(periods))
    starts = [period.start for period in periods]
    for each in told.happenings:
        if (each.way, each.quad) == series:
            place = place_of(each.day, starts)
            counts[place] += 1
            scores[place] += each.score
    levels = levels_of(exposure, counts)
    return Line(
        way=series[0],
        quad=series[1],
        counts=tuple(int(count) for count in counts),
        scores=tuple(round(float(score), 1) for score in scores),
        levels=tuple(None if np.isnan(level) else round(float(level), 3) for level in levels),
    )


def _turned(relation: Relation, exposures: Mapping[Series, Exposure], find: Finder) -> Relation:
    steps = find_steps(relation.lines, exposures, find)
    turns = []
    for at, shifts in steps.kept.items():
        chosen = explain(relation, at, shifts)
        turns.append(
            RelationTurn(
                key=_key("turn", relation.key, str(relation.periods[at].start)),
                at=at,
                day=relation.periods[at].start,
                shifts=shifts,
                happenings=tuple(happening.key for happening in chosen),
                outlets=steps.outlets[at],
                words=tell_turn(relation, shifts, chosen),
            )
        )
    turns.sort(key=lambda turn: (-turn.gain, turn.at))
    return replace(
        relation,
        turns=tuple(turns),
        feeds_only=tuple(relation.periods[at].start for at in steps.feeds_only),
    )


def _key(*parts: str) -> str:
    return sha256("|".join(parts).encode()).hexdigest()[:16]


def happening_by_key(relation: Relation) -> Mapping[str, Happening]:
    """The happenings of a relation by key."""
    return {happening.key: happening for happening in relation.happenings}


def happenings_by_period(relation: Relation) -> tuple[tuple[Happening, ...], ...]:
    """The happenings of each period, by day."""
    starts = [period.start for period in relation.periods]
    found: list[list[Happening]] = [[] for _ in starts]
    for happening in relation.happenings:
        found[place_of(happening.day, starts)].append(happening)
    return tuple(map(tuple, found))
