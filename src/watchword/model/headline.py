"""A report as a list shows it: without its text."""

from dataclasses import dataclass
from datetime import datetime

from watchword.model.report import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A report as a list shows it.

    Attributes:
        key: key of the report.
        report_id: the identifier the input gave, or the key.
        outlet: who published it, None where the input does not say.
        title: its headline, None where the input does not say.
        at: when it was published, aware UTC; None where unknown.
        language: BCP 47 code, None where it could not be told.
        status: whether the publisher stands by it.
        known_at: from when it is known.
    """

    key: str
    report_id: str
    outlet: str | None
    title: str | None
    at: datetime | None
    language: str | None
    status: Status
    known_at: datetime
