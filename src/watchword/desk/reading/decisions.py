"""Everything that people decided, the newest first."""

from typing import Literal

from watchword.desk.ask import Line, Page
from watchword.desk.entries import DeskView
from watchword.desk.paging import start_of
from watchword.desk.seen import Seen
from watchword.flow.situation.decided import DecisionsAsked, choose_decisions, told_decisions
from watchword.flow.span_records import Record
from watchword.model.decision import DecisionKind
from watchword.store.decisions import each_decision


class DecisionsAsk(Page):
    """Which decisions are asked for.

    Attributes:
        kind: of this kind.
        by: by this person.
        q: with these words in what it is on, its value or its reason.
    """

    kind: DecisionKind | Literal[""] = ""
    by: Line = ""
    q: Line = ""


def find_decisions(seen: Seen, ask: DecisionsAsk) -> Record:
    """What people decided, with what took it back."""
    start = start_of(ask.cursor)
    with seen.view() as view:
        known = list(each_decision(view))
    kind = DecisionKind(ask.kind) if ask.kind else None
    chosen = choose_decisions(known, DecisionsAsked(kind=kind, by=ask.by, words=ask.q))
    return {
        "decisions": told_decisions(chosen[start : start + ask.limit], known),
        "count": len(chosen),
        "people": sorted({each.by for each in known}),
        "next": str(start + ask.limit) if len(chosen) > start + ask.limit else None,
    }


DECISIONS = DeskView(
    name="decisions",
    summary="What people decided, with who, when and why, and what took it back",
    asks=DecisionsAsk,
    find=find_decisions,
)
