"""What people decided, told with what it is on and who took it back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from watchword.flow.decision_records import decision_record
from watchword.flow.span_records import Record
from watchword.model.decision import Decision, DecisionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionsAsked:
    """Which decisions are asked for.

    Attributes:
        kind: of this kind, None for any.
        by: by this person, empty for anybody.
        words: with these words in what it is on, its value or its reason; empty for any.
    """

    kind: DecisionKind | None = None
    by: str = ""
    words: str = ""


def choose_decisions(known: Sequence[Decision], asked: DecisionsAsked) -> tuple[Decision, ...]:
    """The decisions that are asked for, the newest first; undoings stand with what they undo."""
    return tuple(
        each
        for each in reversed(known)
        if each.kind is not DecisionKind.UNDO
        and asked.kind in {None, each.kind}
        and asked.by in {"", each.by}
        and _has(each, asked.words.casefold())
    )


def undoings_of(known: Sequence[Decision]) -> Mapping[str, Decision]:
    """The undoing that took each decision back and still holds, by the decision's key."""
    taken: dict[str, Decision] = {}
    for each in reversed(known):  # an undoing may be undone itself
        if each.undoes is not None and each.key not in taken:
            taken.setdefault(each.undoes, each)
    return taken


def told_decisions(some: Iterable[Decision], known: Sequence[Decision]) -> list[Record]:
    """The records of some decisions, each with its undoing or null."""
    taken = undoings_of(known)
    return [
        {
            **decision_record(each),
            "undone": decision_record(taken[each.key]) if each.key in taken else None,
        }
        for each in some
    ]


def _has(decision: Decision, words: str) -> bool:
    return words in f"{decision.subject} {decision.value or ''} {decision.why}".casefold()
