"""How much came into a record after an instant."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Newness:
    """How much came.

    Attributes:
        reports: reports that were added.
        claims: claims that were read.
        alerts: turns of indicators.
        as_of: up to which instant.
    """

    reports: int = 0
    claims: int = 0
    alerts: int = 0
    as_of: datetime
