"""Indicators, sightings, alerts, channels and deliveries: kept once, as known, copied whole."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from tests.deliver.letters import letter

from watchword.model.channel import Channel, ChannelKind, Delivery, QuietHours, channel_key
from watchword.model.event import EventType
from watchword.model.indicator import Indicator, Threshold, indicator_key
from watchword.model.position import PositionKind
from watchword.model.sighting import Manner, sighting_key
from watchword.store import Store, create_store
from watchword.store.backup import copy_rows, each_line
from watchword.store.channels import (
    add_channel,
    due_deliveries,
    each_channel,
    each_delivery,
    owe_deliveries,
    remove_channel,
    set_delivery,
)
from watchword.store.indicators import add_indicator, each_indicator, remove_indicator
from watchword.store.sightings import (
    add_alerts,
    add_sightings,
    alerts_after,
    each_alert,
    each_sighting,
    sightings_in,
    sightings_of,
)

AT = datetime(2024, 10, 25, tzinfo=UTC)
WATCHED = Indicator(
    key=indicator_key("Troops"),
    name="Troops",
    since=AT,
    words="troops sent",
    actors=("North Korea",),
    events=(EventType.MOBILIZE,),
    threshold=Threshold(counted="troops", least=1_000.0),
    positions=(PositionKind.REVIEWS,),
    silence_days=3.5,
)
CHANNEL = Channel(
    key=channel_key(ChannelKind.EMAIL, "a@example.org"),
    kind=ChannelKind.EMAIL,
    address="a@example.org",
    quiet=QuietHours(since=time(22), until=time(7, 30), zone="Asia/Seoul"),
)
OWED = Delivery(key="e" * 16, alert="a" * 16, channel=CHANNEL.key, owed_at=AT, due_at=AT)


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Store]:
    with closing(create_store(str(tmp_path / "copy.watchword"), title="")) as made:
        yield made


def fill(store: Store) -> None:
    sent = letter()
    with store.writing() as writing:
        assert add_indicator(writing, WATCHED)
        assert not add_indicator(writing, WATCHED)
        add_sightings(writing, [*sent.sightings, *sent.sightings])
        add_alerts(writing, [sent.alert, sent.alert])
        assert add_channel(writing, CHANNEL)
        owe_deliveries(writing, [OWED, OWED])


def test_what_is_kept_comes_back_and_is_there_once(store: Store, copy: Store) -> None:
    sent = letter()
    fill(store)
    fill_again = [(add_sightings, sent.sightings), (add_alerts, [sent.alert])]
    for add, made in fill_again:
        with store.writing() as writing:
            add(writing, made)  # type: ignore[operator]
    copy_rows(store, copy)
    for each in (store, copy):
        with each.viewing() as view:
            assert list(each_indicator(view)) == [WATCHED]
            assert list(each_sighting(view)) == list(sent.sightings)
            assert list(each_alert(view)) == [sent.alert]
            assert [alert for _, alert in alerts_after(view, 0)] == [sent.alert]
            assert sightings_of(view, sent.alert.sightings) == sent.sightings
            assert list(each_channel(view)) == [CHANNEL]
            assert due_deliveries(view, CHANNEL.key, AT) == (OWED,)
            tables = {line["table"] for line in each_line(view)}
    assert {"indicator", "sighting", "alert", "channel", "delivery"} <= tables


def test_what_was_not_known_yet_is_not_shown(store: Store) -> None:
    with store.writing() as writing:
        then = writing.at
    fill(store)
    with store.writing() as writing:
        remove_indicator(writing, WATCHED.key)
        remove_channel(writing, CHANNEL.key)
    with store.viewing(then) as view:
        kept = (each_indicator(view), each_sighting(view), each_alert(view), each_channel(view))
        assert [list(each) for each in kept] == [[], [], [], []]
    with store.viewing() as view:
        assert list(each_indicator(view)) == list(each_channel(view)) == []
        assert len(list(each_alert(view))) == 1
        assert due_deliveries(view, CHANNEL.key, AT) == ()


def test_a_sighting_that_counts_no_more_is_left_out_of_those_that_show(store: Store) -> None:
    fill(store)
    (shown,) = letter().sightings
    gone = replace(
        shown,
        key=sighting_key(shown.indicator, shown.claim, Manner.WITHDRAWN),
        manner=Manner.WITHDRAWN,
    )
    with store.viewing() as view:
        assert sightings_in(view, [shown.report]) == (shown,)
    with store.writing() as writing:
        add_sightings(writing, [gone])
    with store.viewing() as view:
        assert sightings_in(view, [shown.report]) == ()


def test_how_sending_goes_is_changed_in_place(store: Store) -> None:
    fill(store)
    done = replace(OWED, attempts=1, due_at=None, done_at=AT)
    with store.writing() as writing:
        set_delivery(writing, done)
    with store.viewing() as view:
        assert list(each_delivery(view)) == [done]
        assert due_deliveries(view, CHANNEL.key, AT) == ()
