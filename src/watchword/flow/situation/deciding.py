"""What a person decides, checked and carried out: in one transaction, with what it changes.

Invariant: nothing that the machine found is overwritten. Undoing a decision brings back what stood
before it, unless something later stands.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from watchword.errors import RefusedError, SettingsError
from watchword.flow.situation.actors import choose_identity, register_as_of
from watchword.flow.situation.correcting import amend, check_correction
from watchword.flow.situation.origins import RULES, ruling_of
from watchword.flow.situation.stories import (
    OTHER,
    SAME,
    Said,
    check_story_decisions,
    is_waiting,
)
from watchword.flow.situation.story_undoing import made_with, opposite_of
from watchword.group.shelf import OriginShelf
from watchword.model.decision import Decision, DecisionKind
from watchword.model.source import Reliability
from watchword.store import Store, View, Writing
from watchword.store.decisions import add_decision, each_decision
from watchword.store.identities import each_proposal
from watchword.store.origins import add_placements, placements_before, placements_in, placements_of
from watchword.store.reports import find_report

_ON_STORIES = frozenset((SAME, OTHER))
_ON_ACTORS = frozenset((DecisionKind.SAME_ACTOR, DecisionKind.OTHER_ACTOR))
_ON_PROPOSALS = frozenset((DecisionKind.ACCEPT, DecisionKind.REFUSE))
_ON_REPORTS = frozenset((*RULES, DecisionKind.WITHDRAW))
_WITH_VALUE = frozenset(
    (
        DecisionKind.GRADE,
        DecisionKind.COPY,
        DecisionKind.CORRECT,
        *_ON_ACTORS,
        *_ON_STORIES,
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person wants to decide.

    Attributes:
        kind: what it is about.
        subject: what it is on: a source, the key of a report, claim or proposal, an actor's name
            or key; the key of the decision to undo.
        value: what is decided of it: a grade, another report's key, another actor, a field of a
            claim and its value.
        by: who decides.
        why: the reason given, empty without one.
    """

    kind: DecisionKind
    subject: str
    value: str | None = None
    by: str
    why: str = ""


def decide(store: Store, wish: Wish) -> Decision:
    """Write down what a person decides, and change what it changes.

    Args:
        store: the record.
        wish: what is to be decided.

    Raises:
        RefusedError: if it is on something that is not there.
        SettingsError: if it says too little.
        StoreError: if the store cannot be written.
    """
    return decide_all(store, (wish,))[0]


def decide_all(store: Store, wishes: Sequence[Wish]) -> tuple[Decision, ...]:
    """Write down what a person decides at once; of decisions on stories, one undoes them all.

    Args:
        store: the record.
        wishes: what is to be decided, in order.

    Raises:
        RefusedError: if one is on something that is not there.
        SettingsError: if one says too little.
        StoreError: if the store cannot be written; none is made then.
    """
    with store.viewing() as view:
        settled = [_settled(view, wish) for wish in wishes]
        told = [each for each in settled if each.kind in _ON_STORIES]
        check_story_decisions(view, [_said(each) for each in told])
    with store.writing() as writing:
        return tuple(_write(writing, each) for each in settled)


def _write(writing: Writing, wish: Wish) -> Decision:
    signed = (wish.by, wish.why)
    made = add_decision(writing, wish.kind, wish.subject, value=wish.value, signed=signed)
    _carry_out(writing, made)
    return made


def _said(wish: Wish) -> Said:
    return Said(kind=wish.kind, subject=wish.subject, value=wish.value)


def _settled(view: View, wish: Wish) -> Wish:
    """What is wanted, with subject and value as keys.

    Raises:
        RefusedError: if there is no such thing.
    """
    _check_value(wish)
    if wish.kind in _ON_ACTORS:
        register = register_as_of(view)
        other = choose_identity(register, wish.value or "")
        one = choose_identity(register, wish.subject)
        return replace(wish, subject=one.key, value=other.key)
    if wish.kind in _ON_PROPOSALS:
        return replace(wish, subject=_proposal_key(view, wish.subject), value=None)
    if wish.kind is DecisionKind.UNDO:
        _check_undoing(view, wish.subject)
    elif wish.kind in _ON_REPORTS:
        _check_reports(view, filter(None, (wish.subject, wish.value)))
    elif wish.kind is DecisionKind.CORRECT:
        check_correction(view, wish.subject, wish.value)
    return wish


def _check_value(wish: Wish) -> None:
    """See that a decision says enough.

    Raises:
        SettingsError: if it does not.
    """
    if wish.kind in _WITH_VALUE and not wish.value:
        raise SettingsError("this decision needs a value", key=_named(wish.kind))
    if wish.kind is DecisionKind.GRADE and wish.value not in set(Reliability):
        raise SettingsError(f"'{wish.value}' is no grade", mend="use A, B, C, D, E or F")


def _check_reports(view: View, keys: Iterable[str]) -> None:
    """See that there are such reports.

    Raises:
        RefusedError: if there are not.
    """
    for key in keys:
        if find_report(view, key) is None:
            raise RefusedError("there is no such report", key=key)


def _proposal_key(view: View, name: str) -> str:
    found = {each.key for each in each_proposal(view) if each.key.startswith(name)}
    if len(found) != 1:
        told = "several proposals begin so" if found else "there is no such proposal"
        raise RefusedError(told, key=name, mend="see `watchword actors --proposals`")
    return found.pop()


def _check_undoing(view: View, key: str) -> None:
    """See that a decision on stories moved something that can return.

    Raises:
        RefusedError: if it did not.
    """
    made = made_with(each_decision(view), key)
    if made and not opposite_of(view, made) and not is_waiting(view, made[0]):
        raise RefusedError(
            "nothing that this moved can return: it moved nothing, or a later decision holds",
            key=key,
            mend="decide on the story as it is: same-story, other-story",
        )


def _carry_out(writing: Writing, made: Decision) -> None:
    view = View(connection=writing.connection, as_of=writing.at)
    if made.kind in RULES:
        ruling = ruling_of(made)
        named = placements_of(view, [key for key in (ruling.report, ruling.other) if key])
        standing = placements_in(view, sorted({each.origin for each in named.values()}))
        add_placements(writing, OriginShelf().obey(ruling, standing))
    elif made.kind is DecisionKind.CORRECT:
        amend(writing, made.subject, made.key)
    elif made.undoes is not None:
        undone = _undone(view, made.undoes)
        if undone.kind in RULES:
            add_placements(writing, placements_before(view, undone.at))
        elif undone.kind is DecisionKind.CORRECT:
            amend(writing, undone.subject, made.key)
        _say_opposite(writing, view, made)


def _say_opposite(writing: Writing, view: View, made: Decision) -> None:
    """Decide the opposite of what is undone on stories, which hold for good once obeyed."""
    undone = made_with(each_decision(view), made.undoes or "")
    signed = (made.by, made.why or f"takes back {made.undoes}")
    for each in undone:
        if each.key != made.undoes:
            add_decision(writing, DecisionKind.UNDO, each.key, signed=signed)
    if not undone or is_waiting(view, undone[0]):
        return
    for said in opposite_of(view, undone):
        add_decision(writing, said.kind, said.subject, value=said.value, signed=signed)


def _undone(view: View, key: str) -> Decision:
    """The decision that an undoing bears on: of an undoing of undoings, the one they lead to."""
    known = {each.key: each for each in each_decision(view)}
    found = known[key]
    while found.undoes is not None:
        found = known[found.undoes]
    return found


def _named(kind: DecisionKind) -> str:
    return kind.value.replace("_", "-")
