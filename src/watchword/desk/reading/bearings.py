"""Who agrees with a claim, who denies it or tells it otherwise, and how it is told again."""

from collections.abc import Callable
from datetime import timedelta

from watchword.desk.entries import DeskView
from watchword.desk.reading.claim import ClaimAsk
from watchword.desk.reading.windows import widest
from watchword.desk.seen import Seen
from watchword.errors import MissingError
from watchword.flow.corroboration_records import corroboration_record
from watchword.flow.report_records import report_record
from watchword.flow.situation.scoping import Asked
from watchword.flow.span_records import Record
from watchword.relate.corroboration import find_corroboration
from watchword.relate.drift import drifts_of
from watchword.store.amending import homes_of
from watchword.store.reports import find_report


def find_bearings(seen: Seen, ask: ClaimAsk) -> Record:
    """What the other sources say of a claim, of the whole record or of the days around it.

    Raises:
        MissingError: if there is no such claim, or it is struck out.
    """
    asked, window = widest(seen, _days_around(seen, ask.key))
    known = seen.known(asked)
    if ask.key not in known.claims:
        raise MissingError(
            "there is no such claim, it is struck out, or too much was published on its day",
            key=ask.key,
        )
    bench = seen.bench(asked)
    found = find_corroboration(known, ask.key, bench)
    drifts = drifts_of(seen.drifts(asked), ask.key)
    return {
        **corroboration_record(found, drifts, known),
        "told_in": {
            key: report_record(known.reports[known.claims[key].report])
            for side in found.sides
            for key in side.claims
        },
        "looked_at": {
            "reports": len(known.reports),
            "since": asked.since.isoformat() if asked.since else None,
            "until": asked.until.isoformat() if asked.until else None,
            "words": window.in_words(),
        },
    }


def _days_around(seen: Seen, key: str) -> Callable[[timedelta], Asked]:
    """How to ask for some days before and behind a claim's report.

    Raises:
        MissingError: if there is no such claim.
    """
    with seen.view() as view:
        home = homes_of(view, [key]).get(key)
        report = find_report(view, home.report) if home else None
    if report is None:
        raise MissingError("there is no such claim", key=key)
    at = report.published.at or seen.as_of
    day = at.replace(hour=0, minute=0, second=0, microsecond=0)
    return lambda days: Asked(since=day - days, until=day + days + _DAY)


_DAY = timedelta(days=1)


BEARINGS = DeskView(
    name="bearings",
    summary="Who agrees with a claim, who denies it or tells it otherwise, and how it hardened",
    asks=ClaimAsk,
    find=find_bearings,
    is_heavy=True,
)
