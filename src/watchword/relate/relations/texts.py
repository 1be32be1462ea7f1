"""The texts that were printed: each once, with who published it first and when.

Invariant: ten prints of one text are one text of one outlet; reports that no longer count are none.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from watchword.model.known import Known
from watchword.model.printing import Print
from watchword.relate.witnesses import gone_reports

_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The text that a report prints.

    Attributes:
        origin: key of the origin whose text it is.
        outlet: who published it first, None where nothing tells.
        day: when that was, None where not known.
        printed: when this report printed it, None where not known.
    """

    origin: str
    outlet: str | None
    day: date | None
    printed: date | None


def find_texts(known: Known) -> Mapping[str, Text]:
    """The text that each report prints, by the report's key, without reports that are gone."""
    return texts_of(_prints(known))


def texts_of(prints: Iterable[Print]) -> Mapping[str, Text]:
    """The text that each report prints, from what is known of its printing alone."""
    origins: dict[str, list[Print]] = {}
    for each in prints:
        if each.counts:
            origins.setdefault(each.origin, []).append(each)
    texts: dict[str, Text] = {}
    for origin, standing in origins.items():
        first = standing[0] if len(standing) == 1 else min(standing, key=_order)
        outlet, day = _outlet(first), _day(first.at)
        for each in standing:
            printed = day if each is first else _day(each.at)
            texts[each.report] = Text(origin=origin, outlet=outlet, day=day, printed=printed)
    return texts


def _prints(known: Known) -> Iterator[Print]:
    gone = gone_reports(known.reports, known.origins)
    for origin in known.origins:
        for key in origin.reports:
            report = known.reports.get(key)
            if report is not None:
                yield Print(
                    report=key,
                    origin=origin.key,
                    outlet=report.outlet,
                    address=report.address,
                    at=report.published.at,
                    counts=key not in gone,
                )


def _order(each: Print) -> tuple[datetime, str]:
    return each.at or _LAST, each.report


def _outlet(first: Print) -> str | None:
    """Who published a report; the host of its address where the report does not say."""
    if first.outlet:
        return first.outlet
    host = urlsplit(first.address or "").hostname
    return host.removeprefix("www.") if host else None


def _day(at: datetime | None) -> date | None:
    return at.astimezone(UTC).date() if at else None
