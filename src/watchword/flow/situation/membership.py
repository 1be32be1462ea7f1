"""Which reports are in which story, as known at an instant."""

from collections.abc import Sequence

from watchword.flow.situation.stories import stories_as_of
from watchword.store import View


def members_of(view: View, stories: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The reports of these stories, in the order they came; a story without any is left out."""
    known = stories_as_of(view)
    return {story: known[story] for story in stories if story in known}


def stories_of(view: View, reports: Sequence[str]) -> dict[str, str]:
    """The story that each of these reports is in, by the report's key."""
    wanted = set(reports)
    return {
        report: story
        for story, members in stories_as_of(view).items()
        for report in members
        if report in wanted
    }
