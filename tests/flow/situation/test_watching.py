"""What was read is looked at once by every indicator, from when it was added, as known then."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.flow.situation.watched import (
    BEGAN,
    INDICATORS,
    READER,
    dated,
    live_through,
    no_direction,
    watch_for,
    watched,
)

from watchword.assess.indicators import Told
from watchword.errors import RefusedError, SettingsError
from watchword.flow.situation import sighting
from watchword.flow.situation.deciding import Wish, decide
from watchword.flow.situation.indicating import (
    change_indicator,
    drop_indicator,
    keep_indicator,
    try_indicator,
)
from watchword.flow.situation.origins import place_waiting
from watchword.flow.situation.reading import read_waiting
from watchword.flow.situation.recording import record
from watchword.flow.situation.replaying import ReplayClock
from watchword.flow.situation.watching import IndicatorKeeper
from watchword.model.alert import Alert, AlertTurn, Status
from watchword.model.decision import DecisionKind
from watchword.model.indicator import Indicator
from watchword.model.read_report import ReadReport
from watchword.model.report import Report
from watchword.store import Store, create_store, open_store
from watchword.store.indicators import each_indicator
from watchword.store.sightings import each_alert, each_sighting

on_file = pytest.mark.parametrize("location", ["file"], indirect=True)
"""What is the same on every kind of store is looked at on one."""
TROOPS = watched("troops", words="North Korean troops sent to Russia")
SENT = "North Korea has sent {} troops to Russia, the ministry said."


@pytest.fixture
def clock() -> ReplayClock:
    return ReplayClock(lambda: datetime.now(UTC))


@pytest.fixture
def opened(location: str, clock: ReplayClock) -> Iterator[Store]:
    create_store(location, title="Troops").close()
    with closing(open_store(location, now=clock)) as store:
        clock.set(BEGAN)
        yield store


def bring(store: Store, clock: ReplayClock, day: int, *reports: Report) -> None:
    clock.set(BEGAN + timedelta(days=day, hours=1))
    record(store, reports)
    read_waiting(store, READER)
    place_waiting(store)
    IndicatorKeeper(store, no_direction).watch_waiting()


def alerts_of(store: Store, indicator: Indicator = TROOPS) -> list[Alert]:
    with store.viewing() as view:
        return list(each_alert(view, indicator=indicator.key))


def test_an_alert_names_its_claims_and_a_copy_makes_none(opened: Store, clock: ReplayClock) -> None:
    keep_indicator(opened, TROOPS)
    text = SENT.format("1,500")
    bring(opened, clock, 1, dated(text, 1, "Gulf Post"), dated(text, 1, "Copy Daily"))
    (alert,) = alerts_of(opened)
    with opened.viewing() as view:
        sightings = list(each_sighting(view))
    assert alert.turn is AlertTurn.SEEN
    assert alert.claims == (sightings[0].claim,)
    assert len(sightings) == 2
    assert len({each.origin for each in sightings}) == 1
    assert sightings[0].content.quote in text


@on_file
def test_a_new_indicator_looks_at_what_comes_after_it(opened: Store, clock: ReplayClock) -> None:
    bring(opened, clock, 1, dated(SENT.format("1,500"), 1, "Gulf Post"))
    keep_indicator(opened, TROOPS)
    bring(opened, clock, 2)
    assert alerts_of(opened) == []
    back = watched("back", words=TROOPS.words)
    keep_indicator(opened, back, back=True)
    bring(opened, clock, 2, dated(SENT.format("3,000"), 2, "River Herald"))
    assert [alert.turn.value for alert in alerts_of(opened)] == ["seen"]
    assert [alert.turn.value for alert in alerts_of(opened, back)] == ["seen"]
    with opened.viewing() as view:
        assert len(list(each_sighting(view, back.key))) == 2


@on_file
def test_one_added_later_ends_up_as_one_that_was_there(opened: Store, clock: ReplayClock) -> None:
    watch_for(opened, clock, INDICATORS[0])
    live_through(opened, clock, range(12))
    late = watched("late", words=INDICATORS[0].words, window_days=4.0)
    keep_indicator(opened, late, back=True)
    live_through(opened, clock, range(12, 18))
    first, second = alerts_of(opened, INDICATORS[0]), alerts_of(opened, late)
    assert len(first) > 2
    assert [(a.turn, a.at, a.claims) for a in first] == [(a.turn, a.at, a.claims) for a in second]


@on_file
def test_what_was_seen_is_shown_as_of_an_instant(opened: Store, clock: ReplayClock) -> None:
    keep_indicator(opened, TROOPS)
    bring(opened, clock, 1, dated(SENT.format("1,500"), 1, "Gulf Post"))
    then = BEGAN + timedelta(days=1, hours=5)
    bring(opened, clock, 3, dated(SENT.format("3,000"), 3, "River Herald"))
    with opened.viewing(then) as view:
        assert len(list(each_sighting(view))) == 1
        assert [each.after for each in each_alert(view)] == [Status.SEEN]
    with opened.viewing(BEGAN - timedelta(days=1)) as view:
        assert list(each_indicator(view)) == []


@on_file
def test_a_report_that_a_person_withdraws_takes_its_sighting_back(
    opened: Store, clock: ReplayClock
) -> None:
    keep_indicator(opened, TROOPS)
    report = dated(SENT.format("1,500"), 1, "Gulf Post")
    bring(opened, clock, 1, report)
    wish = Wish(kind=DecisionKind.WITHDRAW, subject=report.key, by="ana", why="a satire")
    decide(opened, wish)
    bring(opened, clock, 2)
    bring(opened, clock, 2)
    seen, withdrawn = alerts_of(opened)
    assert (withdrawn.turn, withdrawn.after) == (AlertTurn.WITHDRAWN, Status.NOT_SEEN)
    assert withdrawn.claims == seen.claims


@on_file
def test_a_newer_version_takes_the_place_of_the_older(opened: Store, clock: ReplayClock) -> None:
    keep_indicator(opened, TROOPS)
    page = {"address": "https://example.org/a", "title": "News from the border"}
    old = replace(dated(SENT.format("1,500"), 1, "Gulf Post"), **page)
    new = replace(dated("A bridge has opened in Lyon.", 2, "Gulf Post"), **page)
    bring(opened, clock, 1, old)
    bring(opened, clock, 2, new)
    assert [alert.turn.value for alert in alerts_of(opened)] == ["seen", "withdrawn"]


@on_file
def test_what_is_changed_keeps_what_it_has_seen(opened: Store, clock: ReplayClock) -> None:
    keep_indicator(opened, TROOPS)
    bring(opened, clock, 1, dated(SENT.format("1,500"), 1, "Gulf Post"))
    changed, _ = change_indicator(opened, "troops", replace(TROOPS, words="a bridge opened"))
    assert (changed.key, changed.words) == (TROOPS.key, "a bridge opened")
    bring(opened, clock, 2, dated(SENT.format("3,000"), 2, "River Herald"))
    assert [alert.turn.value for alert in alerts_of(opened)] == ["seen"]
    bring(opened, clock, 3, dated("Officials opened a bridge in Lyon.", 3, "River Herald"))
    assert [alert.turn.value for alert in alerts_of(opened)] == ["seen", "confirmed"]


@on_file
def test_what_is_removed_looks_no_more(opened: Store, clock: ReplayClock) -> None:
    keep_indicator(opened, TROOPS)
    drop_indicator(opened, "troops")
    bring(opened, clock, 1, dated(SENT.format("1,500"), 1, "Gulf Post"))
    assert alerts_of(opened) == []
    with pytest.raises(RefusedError, match="no such indicator"):
        drop_indicator(opened, "troops")


@on_file
def test_silence_is_not_told_while_nothing_is_heard_at_all(
    opened: Store, clock: ReplayClock
) -> None:
    silent = watched("silence", words="troops sent", silence_days=7.0)
    keep_indicator(opened, silent)
    bring(opened, clock, 30)
    assert alerts_of(opened, silent) == []
    bring(opened, clock, 31, dated("Officials opened a bridge in Lyon.", 31, "Gulf Post"))
    (alert,) = alerts_of(opened, silent)
    assert (alert.turn, alert.claims) == (AlertTurn.SEEN, ())


@on_file
def test_a_trial_keeps_nothing_and_shows_hits_and_near_misses(
    opened: Store, clock: ReplayClock
) -> None:
    bring(
        opened,
        clock,
        1,
        dated(SENT.format("1,500"), 1, "Gulf Post"),
        dated("North Korea has sent a letter to Russia, the ministry said.", 1, "River Herald"),
    )
    trial = try_indicator(opened, TROOPS, no_direction)
    assert [each.content.quote for each in trial.sightings] == [
        "North Korea has sent 1,500 troops to Russia"
    ]
    assert [alert.turn.value for alert in trial.alerts] == ["seen"]
    assert [miss.report.outlet for miss in trial.misses] == ["River Herald"]
    with opened.viewing() as view:
        assert list(each_sighting(view)) == list(each_alert(view)) == []


@on_file
def test_two_of_one_name_and_one_that_says_nothing_are_refused(opened: Store) -> None:
    keep_indicator(opened, TROOPS)
    with pytest.raises(RefusedError, match="of this name"):
        keep_indicator(opened, replace(TROOPS, words="other words"))
    with pytest.raises(SettingsError, match="nothing to watch for"):
        keep_indicator(opened, watched("empty"))


@on_file
def test_a_report_that_cannot_be_looked_at_hinders_no_other_one(
    opened: Store, clock: ReplayClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_indicator(opened, TROOPS)
    faulty = dated("Officials opened a bridge in Lyon.", 1, "River Herald")
    look = sighting.each_told

    def look_or_fail(read: ReadReport) -> Iterator[Told]:
        if read.report.key == faulty.key:
            raise ZeroDivisionError
        return look(read)

    monkeypatch.setattr(sighting, "each_told", look_or_fail)
    bring(opened, clock, 1, faulty, dated(SENT.format("1,500"), 1, "Gulf Post"))
    assert [alert.turn.value for alert in alerts_of(opened)] == ["seen"]


@on_file
def test_two_that_watch_by_turns_tell_each_turn_once(opened: Store, clock: ReplayClock) -> None:
    keep_indicator(opened, TROOPS)
    one, two = (IndicatorKeeper(opened, no_direction) for _ in range(2))
    for day in range(1, 7):
        clock.set(BEGAN + timedelta(days=day, hours=1))
        outlet = ("Gulf Post", "River Herald", "North Courier")[day % 3]
        record(opened, [dated(SENT.format(f"{day},500"), day, outlet)])
        read_waiting(opened, READER)
        place_waiting(opened)
        (one if day % 2 else two).watch_waiting()
        two.watch_waiting()
    assert [alert.turn.value for alert in alerts_of(opened)] == ["seen"]
    with opened.viewing() as view:
        assert len(list(each_sighting(view))) == 6
