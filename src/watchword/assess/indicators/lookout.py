"""How an indicator stands, sighting by sighting: seen, confirmed, receded, and which alert is due.

Invariant: the alerts depend on the sightings and their instants alone, never on how many were
looked at together or how often the work was stopped. Each alert's key is made from the one before
it, so that a turn that is worked out twice is one alert.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from watchword.assess.indicators.independence import count_independent
from watchword.model.alert import Alert, AlertTurn, Status, alert_key
from watchword.model.indicator import Indicator
from watchword.model.sighting import Manner, Sighting

MADE_BY = "lookout/1"

_STANDS = {
    AlertTurn.SEEN: Status.SEEN,
    AlertTurn.CONFIRMED: Status.CONFIRMED,
    AlertTurn.RECEDED: Status.RECEDED,
}
_OVER = frozenset((Status.NOT_SEEN, Status.RECEDED))


class Lookout:
    """One indicator, and what has shown it so far.

    Args:
        indicator: what is watched for.
    """

    def __init__(self, indicator: Indicator) -> None:
        self.indicator = indicator
        self.status = Status.NOT_SEEN
        self._last_at = indicator.since
        self._shown: dict[str, Sighting] = {}
        self._last_seen: Sighting | None = None
        self._number = 0
        self._key = ""
        self._sent_at: datetime | None = None
        self._denied = False

    def restore(self, sightings: Iterable[Sighting], alerts: Iterable[Alert]) -> None:
        """Take up where the record is: what was seen, and what was told of it, in order."""
        for sighting in sightings:
            self._note(sighting)
        for alert in alerts:
            self._stand(alert)

    def take(self, sighting: Sighting, now: datetime) -> list[Alert]:
        """The alerts that are due with a sighting.

        Args:
            sighting: what has been seen.
            now: when the record knew of it.
        """
        due = self.pass_time(now)
        self._shown = self._live(now)
        self._note(sighting)
        if self.indicator.silence_days is not None:
            return due + self._broken(sighting, now, self.indicator.silence_days)
        if sighting.manner is Manner.WITHDRAWN:
            return due + self._taken_back(sighting, now)
        if sighting.manner is Manner.DENIES:
            return due + self._contradicted(sighting, now)
        return due + self._shown_by(sighting, now)

    def is_due(self, now: datetime) -> bool:
        """Whether something is due because time has passed."""
        indicator = self.indicator
        if indicator.silence_days is not None:
            over = self._last_at + timedelta(days=indicator.silence_days)
            return self.status is not Status.SEEN and now > over
        return self.status not in _OVER and now > self._last_at + timedelta(
            days=indicator.window_days
        )

    def pass_time(self, now: datetime) -> list[Alert]:
        """The alerts that are due because time has passed without a sighting.

        Args:
            now: until when the record has been listening.
        """
        if not self.is_due(now):
            return []
        indicator = self.indicator
        if indicator.silence_days is not None:
            return self._fallen_silent(indicator.silence_days)
        over = self._last_at + timedelta(days=indicator.window_days)
        shown = list(self._live(over).values())
        why = f"nothing has shown it for {_days(indicator.window_days)}"
        return [self._alert(AlertTurn.RECEDED, over, shown, why)]

    def _note(self, sighting: Sighting) -> None:
        """Take a sighting in, whatever follows from it."""
        if sighting.manner is Manner.WITHDRAWN:
            self._shown.pop(sighting.claim, None)
            return
        if sighting.manner is Manner.SHOWS:
            self._shown[sighting.claim] = sighting
            self._last_at = max(self._last_at, sighting.seen_at)
            self._last_seen = sighting

    def _shown_by(self, sighting: Sighting, now: datetime) -> list[Alert]:
        """Seen where it was not, confirmed where it was seen; a copy turns nothing."""
        live = list(self._live(now).values())
        if sighting not in live:
            return []  # old news that has come late
        due: list[Alert] = []
        if self.status in _OVER:
            why = _why_seen(sighting, again=self.status is Status.RECEDED)
            due.append(self._alert(AlertTurn.SEEN, now, [sighting], why))
        if self.status is Status.SEEN and self._is_enough(live):
            why = f"{_origins(live)} show it: {_sources(live)}"
            due.append(self._alert(AlertTurn.CONFIRMED, now, live, why))
        return due

    def _contradicted(self, sighting: Sighting, now: datetime) -> list[Alert]:
        """The first denial since it was seen is told."""
        if self.status in _OVER or self._denied:
            return []
        party = ", a party to it," if sighting.party else ""
        why = f"{sighting.source}{party} says that it is not so"
        return [self._alert(AlertTurn.DENIED, now, [sighting], why)]

    def _taken_back(self, sighting: Sighting, now: datetime) -> list[Alert]:
        left = list(self._live(now).values())
        after = Status.SEEN if left else Status.NOT_SEEN
        was_enough = self.status is Status.CONFIRMED and not self._is_enough(left)
        if self.status in _OVER or (left and not was_enough):
            return []
        why = f"what showed it counts no more: {sighting.why}"
        return [self._alert(AlertTurn.WITHDRAWN, now, [sighting], why, after=after)]

    def _is_enough(self, live: Sequence[Sighting]) -> bool:
        """Whether sightings confirm it: independent ones, and not all of them of parties."""
        independent = count_independent((each.origin, each.voice) for each in live)
        return independent >= self.indicator.least_origins and not all(map(_is_party, live))

    def _fallen_silent(self, days: float) -> list[Alert]:
        over = self._last_at + timedelta(days=days)
        last = [self._last_seen] if self._last_seen else []
        since = f" since {last[0].seen_at:%Y-%m-%d}" if last else ""
        return [
            self._alert(AlertTurn.SEEN, over, last, f"nothing of this{since} for {_days(days)}")
        ]

    def _broken(self, sighting: Sighting, now: datetime, days: float) -> list[Alert]:
        is_old = now - sighting.seen_at > timedelta(days=days)  # it has come late: silence goes on
        if self.status is not Status.SEEN or sighting.manner is not Manner.SHOWS or is_old:
            return []
        why = f"the silence is broken: {sighting.why}"
        return [self._alert(AlertTurn.RECEDED, now, [sighting], why)]

    def _live(self, now: datetime) -> dict[str, Sighting]:
        """What shows it within its window."""
        first = now - timedelta(days=self.indicator.window_days)
        return {key: each for key, each in self._shown.items() if each.seen_at >= first}

    def _alert(
        self,
        turn: AlertTurn,
        at: datetime,
        shown: Sequence[Sighting],
        why: str,
        *,
        after: Status | None = None,
    ) -> Alert:
        indicator = self.indicator
        made = Alert(
            key=alert_key(indicator.key, self._number + 1, turn, self._key),
            indicator=indicator.key,
            name=indicator.name,
            number=self._number + 1,
            turn=turn,
            before=self.status,
            after=after or _STANDS.get(turn, self.status),
            at=at,
            claims=tuple(dict.fromkeys(each.claim for each in shown)),
            sightings=tuple(dict.fromkeys(each.key for each in shown)),
            origins=tuple(dict.fromkeys(each.origin for each in shown)),
            importance=indicator.importance,
            why=why,
            withheld=self._why_withheld(at),
            made_by=MADE_BY,
        )
        self._stand(made)
        return made

    def _stand(self, alert: Alert) -> None:
        self.status = alert.after
        self._number, self._key = alert.number, alert.key
        self._denied = alert.turn is AlertTurn.DENIED or (self._denied and alert.after not in _OVER)
        if not alert.withheld:
            self._sent_at = alert.at

    def _why_withheld(self, at: datetime) -> str:
        rest = timedelta(days=self.indicator.rest_days)
        if self.indicator.quiet:
            return "the indicator is quiet"
        if self._sent_at is not None and at < self._sent_at + rest:
            return f"less than {_days(self.indicator.rest_days)} after the last one sent"
        return ""


def _is_party(sighting: Sighting) -> bool:
    return sighting.party


def _why_seen(sighting: Sighting, *, again: bool) -> str:
    party = ", a party to it," if sighting.party else ""
    return f"{sighting.source}{party} shows it{' again' if again else ''}: {sighting.why}"


def _sources(shown: Iterable[Sighting]) -> str:
    return ", ".join(
        dict.fromkeys(f"{each.source}{' (party)' if each.party else ''}" for each in shown)
    )


def _origins(shown: Iterable[Sighting]) -> str:
    count = count_independent((each.origin, each.voice) for each in shown)
    return f"{count:,} independent origin{'' if count == 1 else 's'}"


def _days(count: float) -> str:
    return f"{count:g} day{'' if count == 1 else 's'}"
