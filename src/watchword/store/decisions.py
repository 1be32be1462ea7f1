"""What people decided: rows that are added, and undone by further rows."""

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from watchword.errors import MissingError
from watchword.model.decision import Decision, DecisionKind, decision_key
from watchword.store.tables import decision
from watchword.store.transactions import View, Writing


def add_decision(
    writing: Writing,
    kind: DecisionKind,
    subject: str,
    *,
    value: str | None = None,
    signed: tuple[str, str],
) -> Decision:
    """Add a decision.

    Args:
        writing: the transaction.
        kind: what it is about.
        subject: what it is on.
        value: what is decided of it.
        signed: who decided, and why.
    """
    by, why = signed
    made = Decision(
        key=decision_key(kind, subject, value, writing.at),
        kind=kind,
        subject=subject,
        value=value,
        by=by,
        why=why,
        at=writing.at,
        undoes=subject if kind is DecisionKind.UNDO else None,
    )
    if made.undoes is not None:
        _check_undoing(writing, made.undoes)
    writing.connection.execute(
        decision.insert().values(
            key=made.key,
            kind=kind.value,
            subject=subject,
            value=value,
            why=why,
            by=by,
            undoes=made.undoes,
            known_at=writing.at,
        )
    )
    return made


def each_decision(view: View) -> Iterator[Decision]:
    """Every decision that is known, undone ones and undoings among them, in their order."""
    query = sa.select(decision).where(decision.c.known_at <= view.as_of).order_by(decision.c.id)
    for row in view.connection.execute(query):
        yield _decision(row)


def decisions_on(view: View, subjects: Sequence[str]) -> tuple[Decision, ...]:
    """The decisions on these subjects and the undoings of them, known ones in their order.

    Args:
        view: the record, as known at an instant.
        subjects: what they are on: keys of reports, claims or stories, names of sources.
    """
    found: dict[int, Decision] = {}
    wanted = list(subjects)
    while wanted:  # an undoing is on the key of a decision, and may be undone itself
        known = (decision.c.subject.in_(wanted), decision.c.known_at <= view.as_of)
        rows = view.connection.execute(sa.select(decision).where(*known)).all()
        fresh = {row.id: _decision(row) for row in rows if row.id not in found}
        found.update(fresh)
        wanted = [each.key for each in fresh.values()]
    return tuple(found[number] for number in sorted(found))


def each_standing_decision(view: View) -> Iterator[Decision]:
    """The decisions that hold: known, and undone by nobody."""
    known = list(each_decision(view))
    undone: set[str] = set()
    for each in reversed(known):  # an undoing may be undone itself
        if each.undoes is not None and each.key not in undone:
            undone.add(each.undoes)
    for each in known:
        if each.kind is not DecisionKind.UNDO and each.key not in undone:
            yield each


def _decision(row: Any) -> Decision:  # noqa: ANN401 - a row
    return Decision(
        key=row.key,
        kind=DecisionKind(row.kind),
        subject=row.subject,
        value=row.value,
        by=row.by,
        why=row.why,
        at=row.known_at,
        undoes=row.undoes,
    )


def _check_undoing(writing: Writing, key: str) -> None:
    """See that there is something to undo.

    Raises:
        MissingError: if there is not.
    """
    known = sa.select(sa.func.count()).select_from(decision).where(decision.c.key == key)
    if not writing.connection.scalar(known):
        raise MissingError("there is no such decision", key=key, mend="see `watchword decisions`")
