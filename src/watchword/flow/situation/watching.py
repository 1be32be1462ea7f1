"""Watching for indicators in what was read: sightings, and one alert for each turn.

Invariant: the sightings and the alerts of a group are added in one transaction with how far each
indicator has come, and each has a key made from what it is. However often the work is stopped, none
is lost and none is there twice.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from watchword.assess.indicators import Lookout
from watchword.errors import WatchwordError
from watchword.flow.running import Stand, Step, Watcher, unwatched
from watchword.flow.situation.lenses import Direct, Sight, make_sights
from watchword.flow.situation.sighting import Page, page_of, see_report, withdrawn_of
from watchword.flow.situation.turns import Turn, work_in_turn
from watchword.model.alert import Alert
from watchword.model.decision import DecisionKind
from watchword.model.feed import VisitOutcome
from watchword.model.indicator import Indicator
from watchword.model.read_report import ReadReport
from watchword.model.sighting import Manner, Sighting
from watchword.store import Store, View, Writing
from watchword.store.decisions import each_standing_decision
from watchword.store.feeds import last_visits
from watchword.store.indicators import each_indicator
from watchword.store.progress import (
    progress_of,
    progress_of_each,
    set_progress,
    set_progress_of_each,
)
from watchword.store.readings import (
    count_readings_after,
    each_reading_after,
    instants_of_readings,
    last_reading,
)
from watchword.store.sightings import (
    add_alerts,
    add_sightings,
    each_alert,
    each_sighting,
    known_sightings,
    last_numbers,
    sightings_in,
)

_log = logging.getLogger(__name__)

_WORK = "watching"
_RULED = "watching ruled"
_WITHDRAWN = "a person has withdrawn the report"
_HEARD = frozenset((VisitOutcome.OK, VisitOutcome.UNCHANGED))


def progress_name(indicator: str) -> str:
    """The name under which it is noted how far an indicator has come."""
    return f"{_WORK} {indicator}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stint:
    """What is done in one transaction.

    Attributes:
        lookouts: the indicators at work.
        stands_at: the last sighting and the last alert before it.
        at: the reading after which they go on.
        upto: the reading that they come to.
        ruled: the decision that they come to, None where no decision is at hand.
        sightings: what they see.
        alerts: what is due.
        count: how many readings or decisions that is.
    """

    lookouts: tuple[Lookout, ...]
    stands_at: tuple[int, int]
    at: int
    upto: int
    ruled: int | None
    sightings: tuple[Sighting, ...]
    alerts: tuple[Alert, ...]
    count: int


class IndicatorKeeper:
    """Watches for the indicators of a record; keeps how they stand, so that it is restored once.

    Args:
        store: the record.
        direct: gives the direction of the meaning of words.
    """

    def __init__(self, store: Store, direct: Direct) -> None:
        self._store = store
        self._direct = direct
        self._sights: dict[Indicator, Sight] = {}
        self._lookouts: dict[Indicator, Lookout] = {}
        self._stands_at: tuple[int, int] | None = None

    def watch_waiting(self, watch: Watcher = unwatched) -> int:
        """Look at every reading that waits, and give how many that were.

        Args:
            watch: is told how far it has come.

        Raises:
            StoreError: if the store cannot be written; what was added before is kept.
        """
        return work_in_turn(
            self._store, _WORK, self._is_done, lambda turn: self._watch_all(turn, watch)
        )

    def _is_done(self) -> bool:
        with self._store.viewing() as view:
            indicators = list(each_indicator(view))
            if not indicators:
                return True
            self._look_up(view, indicators)
            heard = _heard_until(view)
            is_due = heard and any(each.is_due(heard) for each in self._lookouts.values())
            return not (is_due or _new_withdrawals(view) or _count_waiting(view, indicators))

    def _watch_all(self, turn: Turn, watch: Watcher) -> int:
        done = 0
        while True:
            with self._store.viewing() as view:
                stint = self._next_stint(view)
                if stint is None:
                    return done
                total = done + _count_waiting(view, self._lookouts)
            if done:
                turn.take()  # the first page is looked at long before the turn ends
            with self._store.writing() as writing:
                if not _keep(writing, stint):
                    return done  # another process has taken over
                stands_at = last_numbers(writing)
            self._stands_at = stands_at
            done += stint.count
            watch(Stand(step=Step.WATCHING, done=done, total=max(total, done)))

    def _next_stint(self, view: View) -> _Stint | None:
        """What is to be done next, None where nothing is."""
        indicators = list(each_indicator(view))
        if not indicators:
            return None
        self._look_up(view, indicators)
        self._stands_at = None  # until what is due is in the record
        stint = self._ruled(view) or self._read(view) or self._passed(view)
        if stint is None:
            self._stands_at = last_numbers(view)
        return stint

    def _look_up(self, view: View, indicators: Sequence[Indicator]) -> None:
        """Take up how the indicators stand, unless that is known still."""
        if self._stands_at == last_numbers(view) and set(self._lookouts) == set(indicators):
            return
        self._lookouts = {}
        for indicator in indicators:
            lookout = Lookout(indicator)
            lookout.restore(
                each_sighting(view, indicator.key), each_alert(view, indicator=indicator.key)
            )
            self._lookouts[indicator] = lookout
        self._stands_at = last_numbers(view)

    def _ruled(self, view: View) -> _Stint | None:
        """What follows from reports that people have withdrawn since."""
        found = _new_withdrawals(view)
        if not found:
            return None
        gone = [
            (at, tuple(withdrawn_of(sightings_in(view, [report]), _WITHDRAWN)))
            for _, at, report in found
        ]
        lookouts = tuple(self._lookouts.values())
        by_key = {each.indicator.key for each in lookouts}
        gone = [(at, tuple(one for one in some if one.indicator in by_key)) for at, some in gone]
        return _Stint(
            lookouts=(),
            stands_at=last_numbers(view),
            at=0,
            upto=0,
            ruled=found[-1][0],
            sightings=tuple(each for _, some in gone for each in some),
            alerts=_alerts(lookouts, gone),
            count=len(found),
        )

    def _read(self, view: View) -> _Stint | None:
        """What follows from the next readings, for those indicators that are the least far."""
        come_to = progress_of_each(view, [progress_name(each.key) for each in self._lookouts])
        progress = {each: come_to[progress_name(each.key)] for each in self._lookouts}
        lowest = min(progress.values())
        ahead = [number for number in progress.values() if number > lowest]
        page = [
            (number, read)
            for number, read in each_reading_after(view, lowest)
            if not ahead or number <= min(ahead)
        ]
        if not page:
            return None
        group = [indicator for indicator, number in progress.items() if number == lowest]
        seen = self._seen(view, page, group)
        lookouts = tuple(self._lookouts[each] for each in group)
        return _Stint(
            lookouts=lookouts,
            stands_at=last_numbers(view),
            at=lowest,
            upto=page[-1][0],
            ruled=None,
            sightings=tuple(each for _, sightings in seen for each in sightings),
            alerts=_alerts(lookouts, seen),
            count=len(page),
        )

    def _seen(
        self, view: View, page: Sequence[tuple[int, ReadReport]], group: Sequence[Indicator]
    ) -> list[tuple[datetime, list[Sighting]]]:
        """The new sightings of each reading, with from when that is known."""
        instants = instants_of_readings(view, [number for number, _ in page])
        read = [(instants[number], each) for number, each in page]
        known = page_of(view, read, (report for _, _, report in _withdrawals(view)))
        if not self._sights.keys() >= set(group):
            # The model is loaded for its directions: not before there is something to look at.
            self._sights = make_sights(view, list(self._lookouts), self._direct)
        sights = [self._sights[indicator] for indicator in group]
        keys = {each.key for each in group}
        found: list[tuple[datetime, list[Sighting]]] = []
        for at, each in read:
            sightings = _looked_at(view, known, (at, each), sights)
            version = known.versions.get(each.report.key)
            if version is not None and version.older is not None:
                older = [
                    old for old in sightings_in(view, [version.older]) if old.indicator in keys
                ]
                older += _shown_in(version.older, found)
                sightings += withdrawn_of(older, "a newer version of the report has come")
            found.append((at, sightings))
        there = known_sightings(view, [one.key for _, some in found for one in some])
        return [(at, [one for one in some if one.key not in there]) for at, some in found]

    def _passed(self, view: View) -> _Stint | None:
        """What follows from nothing having come for a while."""
        lookouts = tuple(self._lookouts.values())
        heard = _heard_until(view)
        if heard is None or not any(each.is_due(heard) for each in lookouts):
            return None
        alerts = tuple(alert for each in lookouts for alert in each.pass_time(heard))
        return _Stint(
            lookouts=(),
            stands_at=last_numbers(view),
            at=0,
            upto=0,
            ruled=None,
            sightings=(),
            alerts=alerts,
            count=0,
        )


def _keep(writing: Writing, stint: _Stint) -> bool:
    """Add what was seen and what is due; False where others have gone on meanwhile."""
    names = [progress_name(each.indicator.key) for each in stint.lookouts]
    if last_numbers(writing) != stint.stands_at:
        return False
    if any(number != stint.at for number in progress_of_each(writing, names).values()):
        return False
    set_progress_of_each(writing, names, stint.upto)
    if stint.ruled is not None:
        set_progress(writing, _RULED, stint.ruled)
    add_sightings(writing, stint.sightings)
    add_alerts(writing, stint.alerts)
    return True


def _alerts(
    lookouts: Iterable[Lookout], seen: Iterable[tuple[datetime, Iterable[Sighting]]]
) -> tuple[Alert, ...]:
    """The alerts that are due with some sightings."""
    by_key = {each.indicator.key: each for each in lookouts}
    return tuple(
        alert
        for at, sightings in seen
        for sighting in sightings
        for alert in by_key[sighting.indicator].take(sighting, at)
    )


def _looked_at(
    view: View, page: Page, read: tuple[datetime, ReadReport], sights: Sequence[Sight]
) -> list[Sighting]:
    """What is seen in one report; a fault costs this report and nothing else."""
    at, each = read
    try:
        return see_report(view, page, each, at, sights)
    except WatchwordError:
        raise
    except Exception:  # noqa: BLE001 - the outermost loop: the other reports are looked at
        _log.warning("report %s could not be looked at", each.report.key, exc_info=True)
        return []


def _shown_in(report: str, found: Iterable[tuple[datetime, Iterable[Sighting]]]) -> list[Sighting]:
    """What shows an indicator in a report that has been looked at just now."""
    return [
        each
        for _, sightings in found
        for each in sightings
        if each.report == report and each.manner is Manner.SHOWS
    ]


def _withdrawals(view: View) -> list[tuple[int, datetime, str]]:
    """The reports that people have withdrawn, each with when, also as a number."""
    return [
        (int(each.at.timestamp() * 1_000_000), each.at, each.subject)
        for each in each_standing_decision(view)
        if each.kind is DecisionKind.WITHDRAW
    ]


def _new_withdrawals(view: View) -> list[tuple[int, datetime, str]]:
    after = progress_of(view, _RULED)
    return [each for each in _withdrawals(view) if each[0] > after]


def _count_waiting(view: View, indicators: Iterable[Indicator]) -> int:
    """How many readings wait for the indicator that is the least far."""
    come_to = progress_of_each(view, [progress_name(each.key) for each in indicators])
    return count_readings_after(view, min(come_to.values()))


def _heard_until(view: View) -> datetime | None:
    """Until when the record has been listening: its newest reading, or a feed that answered.

    Silence while no feed answers is no silence of what is watched.
    """
    _, read_at = last_reading(view)
    visits = (each.ended_at for each in last_visits(view).values() if each.outcome in _HEARD)
    known = [at for at in (read_at, *visits) if at is not None]
    return min(max(known), view.as_of) if known else None
