"""Tasks: who takes care of what."""

from watchword.desk.ask import Ask, Key, Line, OptionalKey
from watchword.desk.entries import Action, DeskView, Doing
from watchword.desk.seen import Seen
from watchword.flow.discussion_records import assignment_record
from watchword.flow.situation.discussing import assign, assignments_in
from watchword.flow.span_records import Record
from watchword.model.comment import Assignment

LOOK_AFTER = "look after it"
"""The task where none is named."""


class AssignmentsAsk(Ask):
    """What is asked of tasks.

    Attributes:
        key: key of what they are on; all where None.
        to: only those of somebody.
        done: whether those that are done are shown, too.
    """

    key: OptionalKey = None
    to: Line = ""
    done: bool = False


class AssignAsk(Ask):
    """A task that is given.

    Attributes:
        subject: key of what it is on.
        task: what is to be done.
        to: who is to do it; nobody yet where empty.
        is_done: whether it is done.
    """

    subject: Key
    task: Line = LOOK_AFTER
    to: Line = ""
    is_done: bool = False


def find_assignments(seen: Seen, ask: AssignmentsAsk) -> Record:
    """The tasks, as each stands."""
    with seen.view() as view:
        found = assignments_in(view, ask.key)
    shown = [
        assignment_record(each)
        for each in found
        if (ask.done or not each.is_done)
        and (not ask.to or each.to.casefold() == ask.to.casefold())
    ]
    return {"subject": ask.key, "assignments": shown, "mine": seen.by}


def assign_task(doing: Doing, ask: AssignAsk) -> Record:
    """Give somebody a task, or say that it is done."""
    wish = Assignment(
        key="",
        subject=ask.subject,
        task=ask.task or LOOK_AFTER,
        to=ask.to,
        is_done=ask.is_done,
        by=doing.by,
        at=doing.seen.as_of,
    )
    made = assign(doing.bench.store, wish)
    whose = f"{made.to} is to {made.task}" if made.to else f"nobody is to {made.task} yet"
    return {"said": f"done: {made.task}" if made.is_done else whose, "assignment": made.key}


ASSIGNMENTS = DeskView(
    name="assignments",
    summary="Who takes care of what",
    asks=AssignmentsAsk,
    find=find_assignments,
    is_personal=True,
)
ASSIGN = Action(
    name="assign",
    summary="Give somebody a task, or say that it is done",
    asks=AssignAsk,
    do=assign_task,
)
