"""A relation as the plain records that `watchword relations --json` prints, one a line.

Each record says in `kind` what it is of: the relation itself, a period, a turn, a happening, what
is told apart, a thing that moves, or a pair.
"""

from collections.abc import Iterator, Mapping, Sequence

from watchword.flow.records import figure_record
from watchword.flow.span_records import Record, span_record
from watchword.model.known import Known
from watchword.model.relation import (
    Exchange,
    ExchangeEntry,
    Happening,
    Relation,
    RelationSummary,
    RelationTurn,
    Shift,
    Side,
    Telling,
    ToldApart,
    Way,
)
from watchword.relate.relations import happening_by_key, happenings_by_period


def relation_records(relation: Relation, known: Known) -> Iterator[Record]:
    """The relation, its turns, periods, happenings, what is told apart, and what moves."""
    yield _whole(relation)
    happenings = happening_by_key(relation)
    for turn in relation.turns or ():
        yield _turn(turn, relation, known, happenings)
    for place, told in enumerate(happenings_by_period(relation)):
        yield _period(place, told, relation)
    for happening in relation.happenings:
        yield happening_record(happening, relation, known)
    for apart in relation.apart:
        yield _apart(apart, relation, known)
    yield from exchange_records(relation, known)


def exchange_records(relation: Relation, known: Known) -> Iterator[Record]:
    """What moves between the two, a thing a record."""
    for exchange in relation.exchanges:
        yield _exchange(exchange, relation, known)


def happening_record(happening: Happening, relation: Relation, known: Known) -> Record:
    """One deed with every telling of it."""
    return {
        "kind": "happening",
        "id": happening.key,
        **_ends(relation, happening.way),
        "date": happening.day.isoformat(),
        "event": happening.type.value,
        "mode": list(happening.modes),
        "quad_code": int(happening.quad),
        "event_scale": happening.score,
        "place": happening.place,
        "by_place": happening.by_place,
        "origins": list(happening.origins),
        "told": [telling_record(each, known) for each in happening.tellings],
        "made_by": relation.made_by,
    }


def telling_record(telling: Telling, known: Known) -> Record:
    """One event as one report tells it, with its claim and the words."""
    claim = known.claims.get(telling.claim)
    report = known.reports[telling.report]
    spans: Record = {"deed": span_record(telling.deed)}
    if claim is not None:
        spans["content"] = span_record(claim.content)
        spans["sentence"] = span_record(claim.sentence)
    return {
        "event_id": telling.event,
        "claim_id": telling.claim,
        "report_id": report.report_id,
        "outlet": telling.outlet,
        "origin": telling.origin,
        "source_chain": list(telling.chain),
        "spans": spans,
    }


def pair_record(summary: RelationSummary) -> Record:
    """One pair among others."""
    turn = summary.turn
    return {
        "kind": "pair",
        "one": _side(summary.one),
        "other": _side(summary.other),
        "happenings": summary.happenings,
        "quad_counts": dict(zip(("1", "2", "3", "4"), summary.quads, strict=True)),
        "score": summary.score,
        "first": summary.first.isoformat(),
        "last": summary.last.isoformat(),
        "claims": list(summary.claims),
        "turn": None
        if turn is None
        else {"date": turn.day.isoformat(), "words": turn.words, "happenings": [*turn.happenings]},
        "made_by": summary.made_by,
    }


def _whole(relation: Relation) -> Record:
    return {
        "kind": "relation",
        "id": relation.key,
        "one": _side(relation.one),
        "other": _side(relation.other),
        "grain": relation.grain.value,
        "day_zero": relation.day_zero.isoformat() if relation.day_zero else None,
        "as_of": relation.as_of.isoformat(),
        "happenings": len(relation.happenings),
        "turns": None if relation.turns is None else len(relation.turns),
        "feeds_only": [day.isoformat() for day in relation.feeds_only],
        "made_by": relation.made_by,
    }


def _period(place: int, told: Sequence[Happening], relation: Relation) -> Record:
    period = relation.periods[place]
    return {
        "kind": "period",
        "since": period.start.isoformat(),
        "until": period.end.isoformat(),
        "offset": period.offset,
        "reports": period.reports,
        "texts": period.texts,
        "outlets": period.outlets,
        "lines": [
            {
                **_ends(relation, line.way),
                "quad_code": int(line.quad),
                "count": line.counts[place],
                "score": line.scores[place],
                "level": line.levels[place],
                "happenings": [
                    each.key for each in told if (each.way, each.quad) == (line.way, line.quad)
                ],
            }
            for line in relation.lines
        ],
    }


def _turn(
    turn: RelationTurn, relation: Relation, known: Known, happenings: Mapping[str, Happening]
) -> Record:
    return {
        "kind": "turn",
        "id": turn.key,
        "date": turn.day.isoformat(),
        "words": turn.words,
        "gain": round(turn.gain, 2),
        "outlets": turn.outlets,
        "shifts": [_shift(shift, relation) for shift in turn.shifts],
        "because": [happening_record(happenings[key], relation, known) for key in turn.happenings],
        "made_by": relation.made_by,
    }


def _shift(shift: Shift, relation: Relation) -> Record:
    share = shift.by_share
    return {
        **_ends(relation, shift.way),
        "quad_code": int(shift.quad),
        "before": shift.before,
        "after": shift.after,
        "counted_before": shift.counted_before,
        "counted_after": shift.counted_after,
        "by_outlet": round(shift.by_outlet, 2),
        "by_share": None if share is None else round(share, 2),
        "gain": round(shift.gain, 2),
    }


def _apart(told: ToldApart, relation: Relation, known: Known) -> Record:
    return {
        "kind": "apart",
        **_ends(relation, told.way),
        "why": told.why.value,
        "date": told.day.isoformat() if told.day else None,
        "event": told.type.value,
        "told": [telling_record(told.telling, known)],
        "made_by": relation.made_by,
    }


def _exchange(exchange: Exchange, relation: Relation, known: Known) -> Record:
    return {
        "kind": "exchange",
        "id": exchange.key,
        **_ends(relation, exchange.way),
        "goods": exchange.goods.value,
        "thing": exchange.thing,
        "entries": [_entry(entry, known) for entry in exchange.entries],
        "made_by": relation.made_by,
    }


def _entry(entry: ExchangeEntry, known: Known) -> Record:
    return {
        "words": entry.words.quote,
        "figure": figure_record(entry.figure) if entry.figure else None,
        "date": entry.day.isoformat() if entry.day else None,
        "manner": entry.manner.value,
        "in_return": entry.in_return,
        "party": entry.party,
        "span": span_record(entry.words),
        **telling_record(entry.telling, known),
    }


def _ends(relation: Relation, way: Way) -> Record:
    one, other = relation.names(way)
    return {"from": one, "to": other}


def _side(side: Side) -> Record:
    return {"name": side.name, "code": side.code, "alone": side.alone}
