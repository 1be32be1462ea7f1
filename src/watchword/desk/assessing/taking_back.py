"""Taking back what somebody wrote: an indicator, a channel, a scenario, a draft."""

from watchword.desk.ask import Ask, Key
from watchword.desk.entries import Action, Doing
from watchword.flow.situation.delivering import restore_channel
from watchword.flow.situation.indicating import restore_indicator
from watchword.flow.situation.revising import Restore, take_back
from watchword.flow.span_records import Record
from watchword.model.revision import RevisionOf

TAKE_BACK = "take-back"
"""Name of the action, as an answer gives it where `undo` does not know the decision."""
_RESTORE: dict[RevisionOf, Restore] = {
    RevisionOf.INDICATOR: restore_indicator,
    RevisionOf.CHANNEL: restore_channel,
}


class TakeBackAsk(Ask):
    """What is taken back.

    Attributes:
        decision: key of the revision.
    """

    decision: Key


def take(doing: Doing, ask: TakeBackAsk) -> Record:
    """Bring something back to the state that stood before."""
    made = take_back(doing.bench.store, ask.decision, doing.by, _RESTORE)
    return {"said": made.said, "decision": made.key, "undo_by": TAKE_BACK, "key": made.subject}


TAKE = Action(
    name=TAKE_BACK,
    summary="Bring an indicator, a channel, a scenario or a draft back to what it was before",
    asks=TakeBackAsk,
    do=take,
)
