"""The texts that were printed: each once, with who published it first and when.

Invariant: ten prints of one text are one text of one outlet; reports that no longer count are none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from watchword.model.known import Known
from watchword.model.report import Report
from watchword.relate.witnesses import gone_reports

_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text.

    Attributes:
        origin: key of the origin whose text it is.
        outlet: who published it first, None where nothing tells.
        day: when that was, None where not known.
    """

    origin: str
    outlet: str | None
    day: date | None


def find_texts(known: Known) -> Mapping[str, Text]:
    """The text that each report prints, by the report's key, without reports that are gone."""
    gone = gone_reports(known.reports, known.origins)
    texts: dict[str, Text] = {}
    for origin in known.origins:
        prints = [known.reports[key] for key in origin.reports if key in known.reports]
        standing = [report for report in prints if report.key not in gone]
        if not standing:
            continue
        first = min(standing, key=lambda each: (each.published.at or _LAST, each.key))
        text = Text(origin=origin.key, outlet=outlet_of(first), day=day_printed(first))
        texts.update((report.key, text) for report in standing)
    return texts


def outlet_of(report: Report) -> str | None:
    """Who published a report; the host of its address where the report does not say."""
    if report.outlet:
        return report.outlet
    host = urlsplit(report.address or "").hostname
    return host.removeprefix("www.") if host else None


def day_printed(report: Report) -> date | None:
    """The day a report was published, in UTC."""
    at = report.published.at
    return at.astimezone(UTC).date() if at else None
