"""What people decided, as the plain record that `watchword decisions --json` prints."""

from collections.abc import Iterable

from watchword.flow.span_records import Record
from watchword.model.decision import Decision


def decision_record(made: Decision) -> Record:
    """The record of a decision."""
    return {
        "key": made.key,
        "kind": made.kind.value,
        "subject": made.subject,
        "value": made.value,
        "by": made.by,
        "why": made.why,
        "at": made.at.isoformat(),
        "undoes": made.undoes,
    }


def decisions_on(
    keys: Iterable[str], decisions: Iterable[Decision], standing: Iterable[Decision]
) -> list[Record]:
    """The records of the decisions on some things, newest first, with whether each holds.

    Args:
        keys: what they are on.
        decisions: all that were made, in order.
        standing: those that hold.
    """
    wanted, holding = set(keys), {each.key for each in standing}
    found = [each for each in decisions if wanted & {each.subject, each.value}]
    return [{**decision_record(each), "holds": each.key in holding} for each in reversed(found)]
