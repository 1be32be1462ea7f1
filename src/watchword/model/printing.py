"""That a report was printed: who, when, and whose text, without the text itself."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A report, as far as counting what was printed needs it.

    Attributes:
        report: key of the report.
        origin: key of the origin whose text it is; its own where it was not compared yet.
        outlet: who published it, None where the report does not say.
        address: canonical web address, None where there is none.
        at: when, aware UTC; None where not known.
        counts: whether it stands: neither withdrawn nor replaced by a newer version.
    """

    report: str
    origin: str
    outlet: str | None
    address: str | None
    at: datetime | None
    counts: bool
