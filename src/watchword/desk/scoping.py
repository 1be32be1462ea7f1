"""What a view is asked about, as the part of the record that it looks at."""

from watchword.desk.ask import Scoped
from watchword.flow.situation.scoping import Asked


def scope_of(ask: Scoped) -> Asked:
    """The part of the record that is asked about."""
    return Asked(
        actors=ask.actor, places=ask.place, since=ask.since, until=ask.until, story=ask.story
    )
