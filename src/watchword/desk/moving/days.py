"""The days on which reports came to be known: what `as_of` can be set to."""

from watchword.desk.ask import Ask
from watchword.desk.entries import DeskView
from watchword.desk.seen import Seen
from watchword.flow.span_records import Record
from watchword.store.browsing.days import days_known


def find_days(seen: Seen, _ask: Ask) -> Record:
    """Every day that has any, up to now whatever is asked: from a past day there is a way back."""
    with seen.store.viewing() as view:
        return {"days": [[day, count] for day, count in days_known(view)]}


DAYS = DeskView(
    name="days",
    summary="How many reports came to be known on each day, up to now",
    asks=Ask,
    find=find_days,
)
