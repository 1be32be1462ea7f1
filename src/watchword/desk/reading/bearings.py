"""Who agrees with a claim, who denies it or tells it otherwise, and how it is told again."""

from watchword.desk.entries import DeskView
from watchword.desk.reading.claim import ClaimAsk
from watchword.desk.seen import Seen
from watchword.errors import MissingError
from watchword.flow.corroboration_records import corroboration_record
from watchword.flow.report_records import report_record
from watchword.flow.situation.windowing import days_around, widest
from watchword.flow.span_records import Record
from watchword.relate.corroboration import find_corroboration
from watchword.relate.drift import drifts_of


def find_bearings(seen: Seen, ask: ClaimAsk) -> Record:
    """What the other sources say of a claim, of the whole record or of the days around it.

    Raises:
        MissingError: if there is no such claim, or it is struck out.
    """
    asked, window = widest(seen.store, seen.as_of, days_around(seen.store, ask.key, seen.as_of))
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


BEARINGS = DeskView(
    name="bearings",
    summary="Who agrees with a claim, who denies it or tells it otherwise, and how it hardened",
    asks=ClaimAsk,
    find=find_bearings,
    is_heavy=True,
)
