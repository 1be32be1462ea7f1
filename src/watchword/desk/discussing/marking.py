"""How far a report, a kept brief or the whole situation may be handed on."""

from watchword.desk.ask import Ask, Key, Line, OptionalKey
from watchword.desk.entries import Action, DeskView, Doing
from watchword.desk.seen import Seen
from watchword.flow.discussion_records import marking_record
from watchword.flow.situation.discussing import mark, markings_in
from watchword.flow.span_records import Record
from watchword.model.principal import Right
from watchword.model.tlp import Tlp


class MarksAsk(Ask):
    """What is asked of marks.

    Attributes:
        key: key of what is marked; all where None.
    """

    key: OptionalKey = None


class MarkAsk(Ask):
    """A mark that is set.

    Attributes:
        subject: key of a report or of a kept brief, or "situation" for all without a mark.
        tlp: the mark.
        why: the reason, empty without one.
    """

    subject: Key
    tlp: Tlp
    why: Line = ""


def find_marks(seen: Seen, ask: MarksAsk) -> Record:
    """The marks, as each stands."""
    with seen.view() as view:
        found = markings_in(view, ask.key)
    return {"subject": ask.key, "marks": [marking_record(each) for each in found]}


def set_mark(doing: Doing, ask: MarkAsk) -> Record:
    """Say how far something may be handed on."""
    made = mark(doing.bench.store, ask.subject, ask.tlp, by=doing.by, why=ask.why)
    return {"said": f"{made.subject} is {made.tlp.value}", "subject": made.subject}


MARKS = DeskView(
    name="marks", summary="How far things may be handed on", asks=MarksAsk, find=find_marks
)
MARK = Action(
    name="mark",
    summary="Say how far something may be handed on",
    asks=MarkAsk,
    do=set_mark,
    right=Right.PUBLISH,
)
