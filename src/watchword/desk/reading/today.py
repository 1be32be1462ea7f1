"""The first page: how much is known, and what came last."""

from watchword.desk.ask import Ask
from watchword.desk.entries import DeskView
from watchword.desk.seen import Seen
from watchword.flow.span_records import Record
from watchword.store.counting import count_record


def find_today(seen: Seen, _ask: Ask) -> Record:
    """How much is known as of the instant."""
    with seen.view() as view:
        count = count_record(view)
    return {
        "reports": count.reports,
        "claims": count.claims,
        "waiting": count.waiting,
        "stories": count.stories,
        "feeds": count.feeds,
        "outlets": count.outlets,
        "unread": count.unread,
        "earliest": count.earliest.isoformat() if count.earliest else None,
        "latest": count.latest.isoformat() if count.latest else None,
    }


TODAY = DeskView(
    name="today",
    summary="What changed, what to look at, and how collecting goes",
    asks=Ask,
    find=find_today,
)
