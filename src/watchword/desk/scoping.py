"""What a view is asked about, as the part of the record that it looks at, and what it is over."""

from watchword.desk.ask import Ask, Scoped
from watchword.desk.entries import DeskView
from watchword.desk.seen import Seen
from watchword.flow.situation.scoping import Asked
from watchword.flow.situation.windowing import Window
from watchword.flow.span_records import Record


def scope_of(ask: Scoped) -> Asked:
    """The part of the record that is asked about."""
    return Asked(
        actors=ask.actor, places=ask.place, since=ask.since, until=ask.until, story=ask.story
    )


def shown_by(view: DeskView, seen: Seen, ask: Ask) -> Record:
    """What a view shows; where it is worked out from a part of what is asked, it says so.

    Raises:
        WatchwordError: if the view cannot be made.
    """
    record = view.find(seen, ask)
    if not view.is_heavy or not isinstance(ask, Scoped):
        return record
    return over_window(record, seen.window(scope_of(ask)))


def over_window(record: Record, window: Window) -> Record:
    """What a view shows, with what it is worked out from where that is not all of it."""
    if window.is_whole:
        return record
    over = {"reports": window.reports, "of": window.of, "words": window.in_words()}
    return {**record, "window": over}
