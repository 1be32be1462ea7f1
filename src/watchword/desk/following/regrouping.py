"""Splitting stories and merging them, by whoever may decide."""

from watchword.desk.ask import Ask, Key, Line
from watchword.desk.entries import Action, Doing
from watchword.desk.following.stories import RegroupingAsk
from watchword.errors import RefusedError
from watchword.flow.situation.regrouping import (
    Regrouping,
    plan_merge,
    plan_split,
    wishes_of,
)
from watchword.flow.situation.stories import has_rulings_waiting
from watchword.flow.span_records import Record
from watchword.store.members import stories_of


class SplitAsk(RegroupingAsk):
    """Reports that leave a story.

    Attributes:
        why: the reason, empty without one.
    """

    why: Line = ""


class MergeAsk(Ask):
    """A story that goes into another.

    Attributes:
        key: key of the story that is no more then.
        into: key of the story that it goes into.
        why: the reason, empty without one.
    """

    key: Key
    into: Key
    why: Line = ""


def split(doing: Doing, ask: SplitAsk) -> Record:
    """Take reports out of a story, into a new one or another."""
    with doing.seen.view() as view:
        plan = plan_split(view, ask.key, ask.report, ask.into)
    reports = "1 report is" if len(plan.moved) == 1 else f"{len(plan.moved):,} reports are"
    return _done(doing, plan, ask.why, f"{reports} in another story now")


def merge(doing: Doing, ask: MergeAsk) -> Record:
    """Put a story into another."""
    with doing.seen.view() as view:
        plan = plan_merge(view, ask.key, ask.into)
    return _done(doing, plan, ask.why, "the two stories are one now")


def _done(doing: Doing, plan: Regrouping, why: str, said: str) -> Record:
    made = doing.bench.carry_out(*wishes_of(plan, doing.by, why))
    with doing.bench.store.viewing() as view:
        there = stories_of(view, plan.moved)
        is_left = has_rulings_waiting(view)
    if is_left:
        later = "noted; of a large record it takes a while until the reports have moved"
        return {"said": later, "decision": made[0].key, "at": f"/stories/{plan.source}"}
    if any(there.get(each) != plan.into for each in plan.moved):
        raise RefusedError(
            "the decision is noted and moves nothing: the story has been quiet for too long",
            key=plan.source,
            mend="it binds reports that come; say the opposite to take it back",
        )
    return {"said": said, "decision": made[0].key, "at": f"/stories/{plan.into}"}


SPLIT = Action(name="split", summary="Take reports out of a story", asks=SplitAsk, do=split)
MERGE = Action(name="merge", summary="Put a story into another", asks=MergeAsk, do=merge)
