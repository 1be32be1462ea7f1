"""What has come to be known since an instant."""

from dataclasses import dataclass
from datetime import datetime

from watchword.model.page import Bounded


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """How much came to be known after an instant, up to another.

    Attributes:
        since: the instant, aware UTC.
        as_of: the other one.
        reports: reports that came.
        read: readings of reports, repeated ones too.
        claims: claims that these readings found; that the newest did where not all are counted.
        stories: stories that began.
        alerts: alerts.
        decisions: what people decided, undoings too.
        briefs: briefs that were kept.
        newest: keys of the reports that came last, the last first.
    """

    since: datetime
    as_of: datetime
    reports: Bounded
    read: Bounded
    claims: int
    stories: Bounded
    alerts: Bounded
    decisions: Bounded
    briefs: Bounded
    newest: tuple[str, ...]
