"""Who agrees with a claim, who denies it or tells it otherwise, and how it is told again."""

from dataclasses import replace
from datetime import timedelta

from watchword.desk.entries import DeskView
from watchword.desk.reading.claim import ClaimAsk
from watchword.desk.seen import Seen
from watchword.errors import MissingError
from watchword.flow.corroboration_records import corroboration_record
from watchword.flow.report_records import report_record
from watchword.flow.situation.scoping import Asked
from watchword.flow.span_records import Record
from watchword.relate.corroboration import find_corroboration
from watchword.relate.drift import drifts_of
from watchword.store.amending import homes_of
from watchword.store.reports import count_reports, find_report
from watchword.store.transactions import BEGINNING

WHOLE = 3_000
"""Reports up to which all of a record is looked at."""
NEAR = timedelta(days=30)
"""Before and after the claim's report at least, in a larger record."""


def find_bearings(seen: Seen, ask: ClaimAsk) -> Record:
    """What the other sources say of a claim, of the whole record or of the weeks around it.

    Raises:
        MissingError: if there is no such claim, or it is struck out.
    """
    asked = _asked(seen, ask.key)
    known = seen.known(asked)
    if ask.key not in known.claims:
        raise MissingError("there is no such claim, or it is struck out", key=ask.key)
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
        },
    }


def _asked(seen: Seen, key: str) -> Asked:
    """The part of the record that is looked at.

    Raises:
        MissingError: if there is no such claim.
    """
    with seen.view() as view:
        home = homes_of(view, [key]).get(key)
        report = find_report(view, home.report) if home else None
        if report is None:
            raise MissingError("there is no such claim", key=key)
        is_small = count_reports(view) <= WHOLE
    at = report.published.at
    if is_small or at is None:
        return Asked()
    # Claims of a month are looked at in one part, which is then kept ready for the next of them.
    month = BEGINNING + (at - BEGINNING) // NEAR * NEAR
    return replace(Asked(), since=month - NEAR, until=month + 2 * NEAR)


BEARINGS = DeskView(
    name="bearings",
    summary="Who agrees with a claim, who denies it or tells it otherwise, and how it hardened",
    asks=ClaimAsk,
    find=find_bearings,
    is_heavy=True,
)
