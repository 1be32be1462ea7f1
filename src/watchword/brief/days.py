"""On which day a claim stands: that of its event, else that of its saying, else of publication.

Invariant: a day that the text does not give is never passed off as one that it gives.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from watchword.model.chronology import Dated
from watchword.model.claim import Claim
from watchword.model.known import Known
from watchword.model.moment import Moment, Precision
from watchword.model.report import Report, Status
from watchword.text.times import find_moments

_FINE = frozenset({Precision.DAY, Precision.MINUTE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where a claim stands in time.

    Attributes:
        claim: key of the claim.
        origin: key of the origin of its report.
        day: the day; None where it stands on no single day.
        dated: how the day is known.
        words: the words that give the day; empty where none do.
        until: the last day of a stretch of days that begins on the day; None: one day, or open.
        told: the day of publication, None where that is not known.
    """

    claim: str
    origin: str
    day: date | None
    dated: Dated
    words: str
    until: date | None
    told: date | None


def stands_of(known: Known) -> Mapping[str, Stand]:
    """Where every claim stands whose report its publisher stands by, by the claim's key."""
    home = {report: origin.key for origin in known.origins for report in origin.reports}
    times = _event_times(known)
    standing = (
        claim
        for claim in known.claims.values()
        if known.reports[claim.report].status is Status.USABLE
    )
    return {
        claim.key: _stand(claim, known.reports[claim.report], home, times.get(claim.key))
        for claim in standing
    }


def agreed_stand(stands: Iterable[Stand]) -> Stand | None:
    """Where claims that say the same thing stand: the best known day that most origins give.

    A day that a text gives for the event counts before one for its saying, and that before the
    day of publication. Of days that as many origins give, the earliest counts. None where no
    claim stands on a day, or a text places the event in a stretch of several days elsewhere.
    """
    known = list(stands)
    for dated in (Dated.TOLD, Dated.SAID, Dated.PUBLISHED):
        of_kind = [each for each in known if each.dated is dated and each.day is not None]
        if dated is not Dated.PUBLISHED and of_kind:
            return min(of_kind, key=lambda each: (-_origins(of_kind, each.day), _order(each)))
        if dated is Dated.PUBLISHED and of_kind:
            return min(of_kind, key=_order)
    return None


def _origins(stands: Iterable[Stand], day: date | None) -> int:
    return len({each.origin for each in stands if each.day == day})


def _order(stand: Stand) -> tuple[date, date, str]:
    return (stand.day or date.max, stand.told or date.max, stand.claim)


def _event_times(known: Known) -> dict[str, Moment]:
    """The time that the event of a claim has, the finest where it has several."""
    times: dict[str, Moment] = {}
    for event in known.events:
        if event.time is not None and (event.claim not in times or event.time.precision in _FINE):
            times.setdefault(event.claim, event.time)
    return times


def _stand(
    claim: Claim, report: Report, home: Mapping[str, str], event_time: Moment | None
) -> Stand:
    told, time = _day(report.published.at), claim.time or event_time
    day, dated, words = _placed(time, claim.attribution.said, told)
    return Stand(
        claim=claim.key,
        origin=home.get(report.key, report.key),
        day=day,
        dated=dated,
        words=" ".join(words.split()),
        until=_last_day(time, day) if dated is Dated.TOLD else None,
        told=told,
    )


def _placed(time: Moment | None, said: str, told: date | None) -> tuple[date | None, Dated, str]:
    if time is not None and time.since is not None and time.precision in _FINE:
        return _day(time.since), Dated.TOLD, time.words
    if time is not None and not _may_be_on(time, told):
        return None, Dated.TOLD, time.words
    saying = _saying(said, told)
    if saying is not None and saying.precision in _FINE:
        return _day(saying.since), Dated.SAID, said
    if saying is not None and not _may_be_on(saying, told):
        return None, Dated.SAID, said
    return told, Dated.PUBLISHED, ""


def _last_day(time: Moment | None, day: date | None) -> date | None:
    """The last day of a stretch, whose end is excluded; None where it is the first, or open."""
    if time is None or time.until is None or day is None:
        return None
    last = _day(time.until - timedelta(microseconds=1))
    return last if last is not None and last > day else None


def _may_be_on(time: Moment, told: date | None) -> bool:
    """Whether a stretch of time may be news of a day: it holds the day, or is not placed."""
    if told is None or (time.since is None and time.until is None):
        return True
    begins = time.since is None or time.since.date() <= told
    return begins and (time.until is None or told <= time.until.date())


def _saying(words: str, told: date | None) -> Moment | None:
    """When something was said; None where that is not told, or only after its print."""
    if not words or told is None:
        return None
    found = find_moments(words, 0, len(words), anchor=told)
    since = _day(found[0].since) if found else None
    return found[0] if since is not None and since <= told else None


def _day(at: datetime | None) -> date | None:
    return at.astimezone(UTC).date() if at is not None else None
