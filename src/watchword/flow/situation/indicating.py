"""Adding, changing and removing indicators, and trying one on the record before it is added."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from watchword.assess.indicators import Lookout, Told, find_showing
from watchword.assess.indicators.showing import word_score
from watchword.errors import RefusedError, SettingsError
from watchword.flow.running import Stand, Step, Watcher, unwatched
from watchword.flow.situation.choosing import choose_one
from watchword.flow.situation.lenses import Direct, Sight, make_sights
from watchword.flow.situation.revising import Change, add_revision
from watchword.flow.situation.sighting import each_told, page_of, see_report
from watchword.flow.situation.watching import progress_name
from watchword.model.alert import Alert
from watchword.model.claim import Claim
from watchword.model.indicator import Indicator
from watchword.model.read_report import ReadReport
from watchword.model.report import Report
from watchword.model.revision import Revision, RevisionOf
from watchword.model.sighting import Sighting
from watchword.store import Store, View, Writing
from watchword.store.codec import from_plain, to_plain
from watchword.store.indicators import add_indicator, each_indicator, remove_indicator
from watchword.store.progress import set_progress
from watchword.store.readings import (
    count_readings_after,
    each_reading_after,
    first_instant,
    instants_of_readings,
    last_reading,
)

LONGEST_DAYS = 3_650
"""Of silence, of a window, of rest; clocks cannot count on from any number of days."""
MISSED = 0.34
"""Share of the words' weight from which a claim that does not show an indicator is a near miss."""
_MOST_MISSES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A claim that has some of an indicator's words, and does not show it.

    Attributes:
        claim: the claim.
        report: its report.
        score: share of the words' weight that it has.
    """

    claim: Claim
    report: Report
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What an indicator would have seen in the record so far.

    Attributes:
        sightings: every claim that shows or denies it.
        alerts: the alerts that would have been due.
        misses: claims that come near and do not show it, the nearest first.
        read: how many readings were looked at.
        claims: how many claims they have.
    """

    sightings: tuple[Sighting, ...]
    alerts: tuple[Alert, ...]
    misses: tuple[Miss, ...]
    read: int
    claims: int


def keep_indicator(
    store: Store, made: Indicator, *, by: str = "", back: bool = False
) -> tuple[Indicator, Revision]:
    """Watch for something from now on.

    Args:
        store: the record.
        made: what is watched for.
        by: who wants it.
        back: whether what the record holds is looked at, too.

    Raises:
        RefusedError: if there is an indicator of this name.
        SettingsError: if it says too little.
    """
    check_indicator(made)
    with store.viewing() as view:
        if any(each.key == made.key for each in each_indicator(view)):
            raise RefusedError(
                "there is an indicator of this name", key=made.name, mend="change it, or name it"
            )
        number, _ = last_reading(view)
        since = first_instant(view) if back else None
    with store.writing() as writing:
        kept = replace(made, since=min(since, writing.at) if since else writing.at)
        add_indicator(writing, kept)
        set_progress(writing, progress_name(made.key), 0 if back else number)
        told = _change(kept.key, f"watch for “{kept.name}”", by, (None, kept))
        return kept, add_revision(writing, told)


def change_indicator(
    store: Store, name: str, changed: Indicator, *, by: str = ""
) -> tuple[Indicator, Revision]:
    """Watch for something else under the same name; what was seen stays.

    Args:
        store: the record.
        name: the indicator's key, the beginning of it, or its name.
        changed: what it is to be; its key, its name and its beginning stay.
        by: who changes it.

    Raises:
        RefusedError: if there is no such indicator, or several.
        SettingsError: if it says too little.
    """
    with store.viewing() as view:
        known = choose_indicator(view, name)
    kept = replace(changed, key=known.key, name=known.name, since=known.since)
    check_indicator(kept)
    with store.writing() as writing:
        add_indicator(writing, kept)
        told = _change(kept.key, f"change “{kept.name}”", by, (known, kept))
        return kept, add_revision(writing, told)


def drop_indicator(store: Store, name: str, *, by: str = "") -> tuple[Indicator, Revision]:
    """Watch for something no more; what it has seen stays.

    Raises:
        RefusedError: if there is no such indicator, or several.
    """
    with store.viewing() as view:
        found = choose_indicator(view, name)
    with store.writing() as writing:
        remove_indicator(writing, found.key)
        told = _change(found.key, f"watch for “{found.name}” no more", by, (found, None))
        return found, add_revision(writing, told)


def restore_indicator(writing: Writing, key: str, document: str | None) -> None:
    """Bring an indicator to a state that a revision holds; None watches for it no more."""
    if document is None:
        remove_indicator(writing, key)
    else:
        add_indicator(writing, indicator_in(document))


def indicator_in(document: str) -> Indicator:
    """The indicator that a revision holds.

    Raises:
        StoreError: if it holds none.
    """
    return from_plain(Indicator, json.loads(document))


def _change(
    key: str, said: str, by: str, states: tuple[Indicator | None, Indicator | None]
) -> Change:
    before, after = (
        None if each is None else json.dumps(to_plain(each), ensure_ascii=False) for each in states
    )
    return Change(
        of=RevisionOf.INDICATOR,
        subject=key,
        said=said,
        by=by,
        document=after,
        before=before,
    )


def choose_indicator(view: View, name: str) -> Indicator:
    """The indicator that a user means by its key, the beginning of one, or its name.

    Raises:
        RefusedError: if there is no such indicator, or several.
    """
    return choose_one(
        each_indicator(view),
        name,
        ("indicator", "indicators"),
        called=lambda each: (each.name,),
        mend="see `watchword indicators`",
    )


def check_indicator(indicator: Indicator) -> None:
    """See that an indicator says what to watch for.

    Raises:
        SettingsError: if it does not.
    """
    says = (indicator.words, indicator.actors, indicator.events, indicator.places)
    if not any((*says, indicator.threshold, indicator.positions)):
        raise SettingsError(
            "this says nothing to watch for", key=indicator.name, mend="give words, or an actor"
        )
    if indicator.least_origins < 1 or indicator.window_days <= 0:
        raise SettingsError("origins and days are above zero", key=indicator.name)
    silence = 1.0 if indicator.silence_days is None else indicator.silence_days
    if silence <= 0 or max(silence, indicator.window_days, indicator.rest_days) > LONGEST_DAYS:
        raise SettingsError(f"days are above zero and at most {LONGEST_DAYS}", key=indicator.name)


def try_indicator(
    store: Store, indicator: Indicator, direct: Direct, watch: Watcher = unwatched
) -> Trial:
    """See what an indicator would have seen in the record so far; nothing is kept.

    Args:
        store: the record.
        indicator: what would be watched for.
        direct: gives the direction of words.
        watch: is told how far it has come.
    """
    check_indicator(indicator)
    trial = _Trying(indicator)
    with store.viewing() as view:
        since = first_instant(view)
        trial.begin(make_sights(view, [indicator], direct)[indicator], since)
        at, done, total = 0, 0, count_readings_after(view, 0)
        while page := list(each_reading_after(view, at)):
            instants = instants_of_readings(view, [number for number, _ in page])
            trial.look_at(view, [(instants[number], read) for number, read in page])
            at, done = page[-1][0], done + len(page)
            watch(Stand(step=Step.WATCHING, done=done, total=max(total, done)))
    return trial.outcome(done)


class _Trying:
    """A trial that is under way."""

    def __init__(self, indicator: Indicator) -> None:
        self._lookout = Lookout(indicator)
        self._sight: Sight | None = None
        self._sightings: dict[str, Sighting] = {}
        self._alerts: list[Alert] = []
        self._misses: list[Miss] = []
        self._claims = 0
        self._heard: datetime | None = None

    def begin(self, sight: Sight, since: datetime | None) -> None:
        self._sight = sight
        indicator = sight.lens.indicator
        self._lookout = Lookout(replace(indicator, since=since) if since else indicator)

    def look_at(self, view: View, read: Sequence[tuple[datetime, ReadReport]]) -> None:
        if self._sight is None:
            return
        page = page_of(view, read, ())
        for at, each in read:
            self._heard = at
            seen = see_report(view, page, each, at, (self._sight,))
            for sighting in seen:
                if sighting.key not in self._sightings:
                    self._sightings[sighting.key] = sighting
                    self._alerts += self._lookout.take(sighting, at)
            self._miss(self._sight, each, {sighting.claim for sighting in seen})

    def outcome(self, read: int) -> Trial:
        if self._heard is not None:
            self._alerts += self._lookout.pass_time(self._heard)
        return Trial(
            sightings=tuple(self._sightings.values()),
            alerts=tuple(self._alerts),
            misses=tuple(self._misses),
            read=read,
            claims=self._claims,
        )

    def _miss(self, sight: Sight, read: ReadReport, seen: set[str]) -> None:
        for told in each_told(read):
            self._claims += 1
            score = self._score(sight, told, read)
            if told.claim.key not in seen and score >= MISSED:
                self._misses.append(Miss(claim=told.claim, report=read.report, score=score))
        self._misses.sort(key=lambda each: (-each.score, each.claim.key))
        del self._misses[_MOST_MISSES:]

    def _score(self, sight: Sight, told: Told, read: ReadReport) -> float:
        """How near a claim comes: by its words, or, where there are none, by what it shows."""
        if sight.lens.weights:
            return round(word_score(sight.lens, told), 3)
        showing = find_showing(sight.lens, told, read.report.published.at)
        return showing.score if showing else 0.0
