"""What an actor's statements on a question come to: where it stands, and when that moved.

What an actor says itself sets its stand; until it says something, what outlets tell in their own
voice does ("Seoul's policy is"); where there is neither, what its nameless officials tell. What
others tell is listed and sets nothing. A weaker word on the
same side moves nothing: who has vowed to send and then welcomes the sending still vows. Nor does
an old statement that is told again, nor a day on which an actor is heard on both sides.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby

from watchword.model.position import PositionKind
from watchword.model.stand import Footing, Shift, Stand, StandTurn, Statement

TOLD_DEEDS = 2
"""Origins that must tell a deed in their own voice before it sets the stand of an actor that
speaks for itself."""

_LEVELS = {
    Stand.AGAINST: -2,
    Stand.REVIEW: 0,
    Stand.FOR: 2,
    Stand.INTENDS: 3,
    Stand.DOES: 4,
    Stand.DENIES: -2,
    Stand.SILENT: 0,
    Stand.DEFENDS: 2,
}
_BOUND = re.compile(r"\b(?:agreed|decided|vowed|pledged|promised|undertook|voted)\b", re.IGNORECASE)
_STEPS_BACK = re.compile(r"review|reconsider|re-?think|re-?examin|re-?assess", re.IGNORECASE)
_ACTS = frozenset(
    {
        PositionKind.ALLOWS,
        PositionKind.REFUSES,
        PositionKind.SUPPORTS,
        PositionKind.OPPOSES,
        PositionKind.DEMANDS,
    }
)
"""Positions that are taken by saying so: an outlet that tells them tells what was said."""
_ADMITTING = frozenset({Stand.DENIES, Stand.SILENT, Stand.DEFENDS})


def stand_of(statements: Sequence[Statement]) -> Statement | None:
    """The statement that tells where an actor stands now; None where only others tell of it.

    Where it stands on what is asked goes before what it admits.

    Args:
        statements: everything said, in the order of time.
    """
    return next((stood[-1] for stood in _both(statements) if stood), None)


def turns_of(statements: Sequence[Statement]) -> tuple[StandTurn, ...]:
    """When an actor's stand moved, in the order of time."""
    turns = [turn for stood in _both(statements) for turn in _each_turn(stood)]
    return tuple(sorted(turns, key=lambda turn: (turn.at, turn.after)))


def level_of(statement: Statement) -> int:
    """How far from weighing it, and on which side; a condition takes one off."""
    level = _LEVELS[statement.stand]
    if statement.condition is None or level == 0:
        return level
    return -1 if level < 0 else 1


def _both(statements: Sequence[Statement]) -> tuple[tuple[Statement, ...], ...]:
    """What stood one after another, on what is asked and on what is admitted."""
    asked = [each for each in statements if each.stand not in _ADMITTING]
    admitted = [each for each in statements if each.stand in _ADMITTING]
    return _stood(asked), _stood(admitted)


def _stood(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements that set or moved a stand, one a day at most."""
    stood: list[Statement] = []
    for _, day in groupby(_setting(statements), key=lambda each: _at(each).date()):
        chosen = _of_day(list(day), stood[-1] if stood else None)
        if chosen is not None and (not stood or _moves(stood[-1], chosen)):
            stood.append(chosen)
    return tuple(stood)


def _setting(statements: Sequence[Statement]) -> list[Statement]:
    """The statements that may set a stand.

    One that is recalled only tells what stood before an actor's own first word.
    """
    dated = [each for each in statements if each.said_at is not None]
    settled = _settled([each for each in dated if not each.recalled])
    recalled = [each for each in dated if each.recalled and each.footing is Footing.OWN]
    if settled and settled[0].footing is Footing.OWN:
        return [*[each for each in recalled if _at(each) < _at(settled[0])][-1:], *settled]
    return settled or recalled


def _settled(placed: Sequence[Statement]) -> list[Statement]:
    own = [each for each in placed if each.footing is Footing.OWN]
    told = [each for each in placed if each.footing is Footing.TOLD]
    if not own:
        return told or [each for each in placed if each.footing is Footing.ANONYMOUS]
    deeds = [each for each in told if each.stand is Stand.DOES]
    told_by = {origin for each in deeds for origin in each.origins}
    shown = deeds if len(told_by) >= TOLD_DEEDS else []
    first = _at(own[0])
    acts = [each for each in told if _is_act(each)]
    earlier = [each for each in told if each not in shown and _at(each) < first]
    chosen = {each.key: each for each in (*earlier, *own, *shown, *acts)}
    return sorted(chosen.values(), key=lambda each: (_at(each), each.key))


def _is_act(told: Statement) -> bool:
    """Whether an outlet tells what was done by saying so, and not what it takes to be planned."""
    if told.kind is PositionKind.INTENDS:
        return told.cue is not None and bool(_BOUND.search(told.cue.quote))
    return told.kind in _ACTS


def _of_day(day: Sequence[Statement], stood: Statement | None) -> Statement | None:
    """What a day's statements come to: None where they are on both sides, or say what stands."""
    sides = {_sign(level_of(each)) for each in day}
    if {-1, 1} <= sides:
        return None
    weighed = next((each for each in day if each.stand is Stand.REVIEW), None)
    if weighed is not None and -1 in sides:  # "has refused, but may review it"
        return weighed
    if stood is not None and level_of(stood) in map(level_of, day):
        return None
    return min(day, key=lambda each: (-abs(level_of(each)), _at(each)))


def _moves(stood: Statement, new: Statement) -> bool:
    if stood.stand is Stand.DEFENDS and new.stand is Stand.SILENT:
        return False
    if level_of(stood) > 0 and new.stand is Stand.REVIEW and _leaves_open(new):
        return False
    return _shift(level_of(stood), level_of(new), 0) is not None


def _leaves_open(statement: Statement) -> bool:
    """Whether it only weighs more of it, or does not rule it out, which is no step back."""
    told = statement.cue.quote if statement.cue and statement.kind else statement.words.quote
    return not _STEPS_BACK.search(told)


def _each_turn(stood: Iterable[Statement]) -> Iterator[StandTurn]:
    before: Statement | None = None
    firm = 0
    for each in stood:
        if before is not None:
            shift = _shift(level_of(before), level_of(each), firm)
            if shift is Shift.REVIEW and each.stand is Stand.SILENT:
                shift = Shift.SOFTENED
            if shift is not None and not _only_says_so(before, each):
                yield _turn(shift, before, each)
        before = each
        firm = _sign(level_of(each)) or firm


def _only_says_so(before: Statement, after: Statement) -> bool:
    """Whether being for it became firmer in the words alone.

    Who asks others for it and then will have it has not moved, nor has who leaves a condition out;
    and what outlets tell is too loosely worded to part being for it from intending it.
    """
    if level_of(before) <= 0 or level_of(after) <= 0 or after.stand is Stand.DOES:
        return False
    own = before.footing is Footing.OWN and after.footing is Footing.OWN
    return not own or before.kind is PositionKind.DEMANDS or before.condition is not None


def _shift(old: int, new: int, firm: int) -> Shift | None:
    """How a stand moves from one level to another.

    Args:
        old: the level that stood.
        new: the level now.
        firm: the side of the last stand that was on one, 0 without any.
    """
    if old == new or (_sign(old) == _sign(new) and abs(new) < abs(old)):
        return None
    if new == 0:
        return Shift.REVIEW
    leaves = _sign(old) or firm
    if leaves and leaves != _sign(new):
        return Shift.SOFTENED if abs(new) == 1 else Shift.REVERSED
    return Shift.HARDENED


def _turn(shift: Shift, before: Statement, after: Statement) -> StandTurn:
    return StandTurn(
        shift=shift,
        at=_at(after),
        before=before.key,
        after=after.key,
        words=f"from {_in_words(before)} to {_in_words(after)}",
        claims=tuple(dict.fromkeys((*before.claims, *after.claims))),
    )


def _in_words(statement: Statement) -> str:
    condition = " under a condition" if statement.condition is not None else ""
    return f"\u201c{statement.stand.value}\u201d{condition}"


def _at(statement: Statement) -> datetime:
    at = statement.said_at
    if at is None:
        message = f"statement {statement.key} has no time"
        raise ValueError(message)
    return at


def _sign(level: int) -> int:
    return (level > 0) - (level < 0)
