"""A story as a list shows it: how large it is and when it was told, without its texts."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryOutline:
    """A story without what its reports say.

    Attributes:
        key: key of the story.
        reports: how many reports are in it.
        origins: how many texts these print.
        since: publication of the first report, aware UTC; None where none is dated.
        until: publication of the last one.
        newest: key of the report that was published last; of undated ones, that came last.
        title: that report's headline, None where it has none.
    """

    key: str
    reports: int
    origins: int
    since: datetime | None
    until: datetime | None
    newest: str
    title: str | None
