"""The most active pairs, as panels: what passes between them, what turned and why, what moves."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from watchword.flow.panels.rows import (
    MADE_BY,
    Before,
    cited,
    newest_first,
    since_head,
    tell_one,
)
from watchword.model.known import Known
from watchword.model.panel import Panel, PanelRow
from watchword.model.plan import Part
from watchword.model.relation import (
    Exchange,
    Happening,
    Manner,
    Quad,
    Relation,
    RelationTurn,
    Telling,
    Way,
)
from watchword.relate.gist import content_words
from watchword.relate.relations import happening_by_key, tell_happening

LATELY = 4
"""Weeks that count as of late, set by hand: a month of reports evens out one summit."""
MOST_THINGS = 8
"""Things that one row names at most, those that most texts tell of."""
_NO_FINDER = "Turns were not looked for: what finds them is not installed."
_LEVELS = (
    "Levels are happenings a week with the ups and downs of reporting taken out; a happening that"
    " many texts tell counts once."
)
_MOVES = (
    "Told to move, not seen to: each thing is counted by the independent texts that tell of it."
)


def relation_panels(
    relations: Sequence[Relation], known: Known, before: Before | None = None
) -> Iterator[Panel]:
    """What passes between pairs, the turns of that, and what moves; each where there is any.

    Args:
        relations: the pairs, the most active first.
        known: what is known.
        before: the earlier brief, None without one.
    """
    if relations:
        looked = all(each.turns is not None for each in relations)
        yield Panel(
            part=Part.RELATIONS,
            title="What passes between them",
            columns=("Between", "Told", "Cooperation", "Conflict", "Last"),
            rows=tuple(_pair_row(each, known) for each in relations),
            notes=(_LEVELS,) if looked else (_LEVELS, _NO_FINDER),
            made_by=MADE_BY,
        )
    turns = [row for each in relations for row in _turn_rows(each, known, before)]
    if turns:
        turns.sort(key=lambda row: row.cells[0], reverse=True)
        turns.sort(key=lambda row: before is not None and not row.cells[-1])
        yield Panel(
            part=Part.RELATIONS,
            title="When it turned, and by what",
            columns=("From", "Between", "What turned", "By what", *since_head(before)),
            rows=tuple(turns),
            made_by=MADE_BY,
        )
    moving = [row for each in relations for row in _moving_rows(each, known)]
    if moving:
        yield Panel(
            part=Part.RELATIONS,
            title="What moves between them",
            columns=("From", "To", "What is told to move"),
            rows=tuple(moving),
            notes=(_MOVES,),
            made_by=MADE_BY,
        )


def is_turn_new(turn: RelationTurn, relation: Relation, known: Known, before: Before) -> bool:
    """Whether all that explains a turn was not known to the earlier brief."""
    told = happening_by_key(relation)
    tellings = [each for key in turn.happenings for each in told[key].tellings]
    return all(before.is_new(known.reports[each.report]) for each in tellings)


def _pair_row(relation: Relation, known: Known) -> PanelRow:
    texts = {each.origin for told in relation.happenings for each in told.tellings}
    count = len(relation.happenings)
    last = _last(relation, known)
    keys = newest_first((each.claim for each in last.tellings), known)
    cells = (
        f"{relation.one.name} and {relation.other.name}",
        f"{count} {'happening' if count == 1 else 'happenings'} by {len(texts)} texts",
        _class_words(relation, (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION)),
        _class_words(relation, (Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT)),
        tell_happening(relation, last),
    )
    return PanelRow(cells=cells, claims=cited(keys, known), sentence=tell_one(keys, known))


def _last(relation: Relation, known: Known) -> Happening:
    """The newest happening; one whose claim names both sides goes before the others.

    Where a claim names one side alone, the other comes from the words around it, and may be taken
    from who is speaking.
    """
    return max(
        relation.happenings,
        key=lambda each: (
            any(_names_both(telling, relation, known) for telling in each.tellings),
            each.day,
            len(each.origins),
            each.key,
        ),
    )


def _names_both(telling: Telling, relation: Relation, known: Known) -> bool:
    claim = known.claims.get(telling.claim)
    if claim is None:
        return False
    subject = f"{claim.subject.quote} " if claim.subject is not None else ""
    words = content_words(f"{subject}{claim.content.quote}")
    return all(content_words(side.name) <= words for side in (relation.one, relation.other))


def _class_words(relation: Relation, quads: tuple[Quad, Quad]) -> str:
    """Counts said and done, and the level of late beside the level before."""
    counts = [
        sum(sum(line.counts) for line in relation.lines if line.quad is quad) for quad in quads
    ]
    words = f"{counts[0]} said, {counts[1]} done"
    if not any(counts):
        return "none told"
    levels = _levels(relation, quads)
    late, earlier = levels[-LATELY:], levels[:-LATELY]
    if not late or not earlier:
        return words
    return f"{words}; of late {_mean(late):.1f} a week, before {_mean(earlier):.1f}"


def _levels(relation: Relation, quads: tuple[Quad, Quad]) -> list[float]:
    """Both ways together, week by week; weeks in which nobody reported are left out."""
    chosen = [line.levels for line in relation.lines if line.quad in quads]
    weeks = zip(*chosen, strict=True)
    return [sum(told) for week in weeks if (told := [each for each in week if each is not None])]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _turn_rows(relation: Relation, known: Known, before: Before | None) -> Iterator[PanelRow]:
    told = happening_by_key(relation)
    for turn in sorted(relation.turns or (), key=lambda each: (each.day, each.key), reverse=True):
        because = [told[key] for key in turn.happenings]
        keys = [each.tellings[0].claim for each in because]
        words = turn.words.partition(";")[0]
        cells = (
            turn.day.isoformat(),
            f"{relation.one.name} and {relation.other.name}",
            f"{words}; {turn.outlets} outlets that were there before and after bear it out",
            "; ".join(tell_happening(relation, each) for each in because[:2]),
        )
        is_new = before is not None and is_turn_new(turn, relation, known, before)
        yield PanelRow(
            cells=(*cells, "turned" if is_new else "") if before else cells,
            claims=cited(keys, known),
            sentence=tell_one(keys, known),
        )


def _moving_rows(relation: Relation, known: Known) -> Iterator[PanelRow]:
    for way in Way:
        found = [
            each
            for each in relation.exchanges
            if each.way is way and _is_borne_out(each, relation, known)
        ]
        found.sort(key=lambda each: (-len(_texts(each)), each.goods.value, each.thing))
        if not found:
            continue
        shown = found[:MOST_THINGS]
        left = len(found) - len(shown)
        more = f"; and {left} more" if left else ""
        newest = [_newest(each, known) for each in shown]
        keys = [key for key in newest if key]
        yield PanelRow(
            cells=(*relation.names(way), "; ".join(map(_thing_words, shown)) + more),
            claims=cited(keys, known),
            sentence=tell_one(keys, known),
        )


def _is_borne_out(exchange: Exchange, relation: Relation, known: Known) -> bool:
    """Whether several texts tell of it, or a claim that names both sides."""
    return len(_texts(exchange)) > 1 or any(
        _names_both(each.telling, relation, known) for each in exchange.entries
    )


def _thing_words(exchange: Exchange) -> str:
    """A thing, how much of it, how many texts tell it, and how: "shells (13,000, 3 texts)"."""
    texts = len(_texts(exchange))
    told = [f"{texts} texts" if texts > 1 else "1 text"]
    counted = [each for each in exchange.entries if each.figure is not None]
    if counted:
        last = max(counted, key=lambda each: (each.day or date.min, each.telling.event))
        told.insert(0, last.figure.words if last.figure else "")
    manners = Counter(each.manner for each in exchange.entries)
    told += [
        f"{count} {manner.value}"
        for manner, count in sorted(manners.items())
        if manner is not Manner.CLAIMED
    ]
    if all(each.party for each in exchange.entries):
        told.append("told by a party alone")
    if all(each.in_return for each in exchange.entries):
        told.append("in return")
    return f"{exchange.thing} ({', '.join(told)})"


def _texts(exchange: Exchange) -> set[str]:
    return {each.telling.origin for each in exchange.entries}


def _newest(exchange: Exchange, known: Known) -> str | None:
    keys: Iterable[str] = (each.telling.claim for each in exchange.entries)
    return next(iter(newest_first(keys, known)), None)
