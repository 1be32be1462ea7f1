"""A turn in words, and the happenings that explain it."""

from collections.abc import Sequence

from watchword.model.event import EventType
from watchword.model.relation import Grain, Happening, Relation, Shift

MOST = 5
"""Happenings that explain a turn, at most."""
MOST_OTHERS = 3
"""Further classes that a turn's words name, at most."""
STRETCH = 2
"""Periods from a turn on in which those happenings lie."""

_A_PERIOD = {Grain.DAY: "a day", Grain.WEEK: "a week", Grain.MONTH: "a month"}
_DEEDS = {
    EventType.AGREE: "agreed with",
    EventType.CONSULT: "consulted",
    EventType.SUPPORT: "supported",
    EventType.CONCEDE: "gave way to",
    EventType.COOPERATE: "cooperated with",
    EventType.AID: "aided",
    EventType.RETREAT: "withdrew before",
    EventType.REQUEST: "demanded something of",
    EventType.ACCUSE: "accused",
    EventType.REJECT: "rebuffed",
    EventType.THREATEN: "threatened",
    EventType.PROTEST: "protested against",
    EventType.SANCTION: "sanctioned",
    EventType.MOBILIZE: "mobilized against",
    EventType.COERCE: "coerced",
    EventType.ASSAULT: "attacked",
}


def explain(relation: Relation, at: int, shifts: Sequence[Shift]) -> tuple[Happening, ...]:
    """The strongest happenings of what rose at a turn; where all fell, the last ones before it.

    Strength is how many independent texts tell it, then how far its type lies from nought.

    Args:
        relation: the two.
        at: number of the first period of the new level.
        shifts: what moved.
    """
    rising = [shift for shift in shifts if shift.rises]
    moved = {(shift.way, shift.quad) for shift in rising or shifts}
    low, high = (at, at + STRETCH) if rising else (at - STRETCH, at)
    periods = relation.periods[max(0, low) : high]
    first, end = periods[0].start, periods[-1].end
    told = [
        each
        for each in relation.happenings
        if first <= each.day < end and (each.way, each.quad) in moved
    ]
    told.sort(key=lambda each: (-len(each.origins), -abs(each.score), each.day, each.key))
    return tuple(told[:MOST])


def tell_turn(relation: Relation, shifts: Sequence[Shift], told: Sequence[Happening]) -> str:
    """A turn in a sentence, as in "material conflict from Russia to Ukraine rose from 0.2 to 5".

    Args:
        relation: the two.
        shifts: what moved, the strongest first.
        told: what explains it, the strongest first.
    """
    lead = shifts[0]
    one, other = relation.names(lead.way)
    verb = "rose" if lead.rises else "fell"
    words = (
        f"{lead.quad.words} from {one} to {other} {verb}"
        f" from {_level(lead.before)} to {_level(lead.after)} {_A_PERIOD[relation.grain]}"
    )
    if len(shifts) > 1:
        words += f" (and {_others(relation, shifts[1:])})"
    if not told:
        return words
    first = min(told, key=lambda each: (each.day, each.key))
    return f"{words}; {'first' if verb == 'rose' else 'before'}: {tell_happening(relation, first)}"


def tell_happening(relation: Relation, happening: Happening) -> str:
    """A happening in words: who did what to whom, where, when, and how many texts tell it."""
    one, other = relation.names(happening.way)
    place = f" ({happening.place})" if happening.place else ""
    texts = len(happening.origins)
    by = f"{texts} independent texts" if texts > 1 else "one text"
    return f"{one} {_DEEDS[happening.type]} {other}{place}, {happening.day}, told by {by}"


def _others(relation: Relation, shifts: Sequence[Shift]) -> str:
    told = []
    for shift in shifts[:MOST_OTHERS]:
        one, other = relation.names(shift.way)
        moved = "up" if shift.rises else "down"
        told.append(f"{shift.quad.words} from {one} to {other} {moved} to {_level(shift.after)}")
    return ", ".join(told)


def _level(level: float | None) -> str:
    return "?" if level is None else f"{level:.1f}"
