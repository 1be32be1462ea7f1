"""Every alert is sent to every channel that wants it, once, however often it fails."""

import json
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from tests.deliver.receiver import Receiver, receiving, taking_mail
from tests.flow.situation.watched import watched

from watchword.deliver.bounds import Bounds
from watchword.deliver.channels import make_channel
from watchword.flow.situation.delivering import (
    Delivered,
    deliver_due,
    drop_channel,
    keep_channel,
    try_again,
)
from watchword.model.alert import Alert, AlertTurn, Status, alert_key
from watchword.model.channel import Channel, ChannelKind, QuietHours
from watchword.model.indicator import Importance
from watchword.store import Store, create_store, open_store
from watchword.store.channels import each_delivery
from watchword.store.sightings import add_alerts

BEGAN = datetime(2024, 10, 25, 12, tzinfo=UTC)
BOUNDS = Bounds(timeout_s=1.0, allow_private=True)
TROOPS = watched("troops", words="troops sent")
SECRETS = {"KEY": "a word", "MAIL": "open sesame"}


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.at = BEGAN

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.at

    def on(self, **much: float) -> None:
        """Let time pass."""
        self.at += timedelta(**much)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Store:
    create_store(str(tmp_path / "a.watchword"), title="Troops").close()
    return open_store(str(tmp_path / "a.watchword"), now=clock)


def alert(number: int, importance: Importance = Importance.NORMAL, withheld: str = "") -> Alert:
    return Alert(
        key=alert_key(TROOPS.key, number, AlertTurn.SEEN, ""),
        indicator=TROOPS.key,
        name="troops",
        number=number,
        turn=AlertTurn.SEEN,
        before=Status.NOT_SEEN,
        after=Status.SEEN,
        at=BEGAN,
        claims=("c" * 16,),
        sightings=(),
        origins=(),
        importance=importance,
        why="it is seen",
        withheld=withheld,
        made_by="test/1",
    )


def ring(store: Store, *alerts: Alert) -> None:
    with store.writing() as writing:
        add_alerts(writing, alerts)


def send(store: Store) -> Delivered:
    return deliver_due(store, BOUNDS, SECRETS.get)


def hook(receiver: Receiver) -> Channel:
    return replace(make_channel(ChannelKind.WEBHOOK, receiver.address), secret="KEY")  # noqa: S106 - a name


def test_a_letter_is_sent_once_and_a_channel_is_sent_what_comes_after_it(store: Store) -> None:
    with receiving() as receiver:
        ring(store, alert(1))
        assert keep_channel(store, hook(receiver))
        assert send(store) == Delivered()
        ring(store, alert(2), alert(3))
        assert send(store).sent == 2
        assert send(store) == Delivered()
    numbers = [json.loads(taken.body)["data"]["number"] for taken in receiver.taken]
    assert sorted(numbers) == [2, 3]
    assert json.loads(receiver.taken[0].body)["data"]["claims"] == ["c" * 16]


def test_a_receiver_that_fails_hangs_and_recovers_gets_it_with_the_same_id(
    store: Store, clock: Clock
) -> None:
    with receiving() as receiver:
        keep_channel(store, hook(receiver))
        receiver.statuses, receiver.hang_s = [500, 0, 204], 1.3
        ring(store, alert(1))
        assert send(store).failed == 1
        assert send(store) == Delivered()  # it is not due yet
        clock.on(minutes=2)
        assert send(store).failed == 1
        clock.on(minutes=10)
        assert send(store).sent == 1
    assert len({taken.headers["webhook-id"] for taken in receiver.taken}) == 1
    assert len({taken.body for taken in receiver.taken}) == 1
    assert len(receiver.taken) == 3


def test_what_cannot_be_sent_for_a_week_is_given_up_and_told_and_tried_again_on_demand(
    store: Store, clock: Clock
) -> None:
    with receiving() as receiver:
        keep_channel(store, hook(receiver))
        receiver.statuses = [503]
        ring(store, alert(1))
        while not (done := send(store)).given_up:
            clock.on(hours=12)
        assert clock.at - BEGAN <= timedelta(days=8)
        assert "503" in done.errors[0]
        clock.on(days=1)
        assert send(store) == Delivered()
        receiver.statuses = [204]
        assert try_again(store) == 1
        assert send(store).sent == 1


def test_a_receiver_that_is_gone_is_not_asked_again(store: Store, clock: Clock) -> None:
    with receiving() as receiver:
        keep_channel(store, hook(receiver))
        receiver.statuses = [410]
        ring(store, alert(1))
        assert send(store).given_up == 1
        clock.on(days=1)
        assert send(store) == Delivered()


def test_quiet_hours_hold_letters_until_they_end(store: Store, clock: Clock) -> None:
    hours = QuietHours(since=time(20), until=time(8), zone="Asia/Seoul")  # 11:00 to 23:00 UTC
    with receiving() as receiver:
        keep_channel(store, replace(hook(receiver), quiet=hours))
        ring(store, alert(1), alert(2))
        assert send(store).held == 2
        assert receiver.taken == []
        clock.on(hours=11)
        assert send(store).sent == 2


def test_a_channel_takes_only_what_matters_and_nothing_that_is_withheld(store: Store) -> None:
    with receiving() as receiver:
        keep_channel(store, replace(hook(receiver), least=Importance.HIGH))
        quiet = alert(3, Importance.HIGH, withheld="the indicator is quiet")
        ring(store, alert(1), alert(2, Importance.HIGH), quiet)
        assert send(store).sent == 1
    assert json.loads(receiver.taken[0].body)["data"]["number"] == 2


def test_a_channel_of_other_indicators_is_left_alone(store: Store) -> None:
    with receiving() as receiver:
        keep_channel(store, replace(hook(receiver), indicators=("0" * 16,)))
        ring(store, alert(1))
        assert send(store) == Delivered()


def test_a_secret_that_is_not_set_is_told_and_nothing_is_sent_unsigned(store: Store) -> None:
    with receiving() as receiver:
        keep_channel(store, replace(hook(receiver), secret="NONE"))  # noqa: S106 - a name
        ring(store, alert(1))
        done = send(store)
        assert (done.failed, receiver.taken) == (1, [])
        assert "not set" in done.errors[0]


def test_a_process_killed_between_sending_and_noting_sends_once_more_with_the_same_id(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_given: object) -> None:
        raise KeyboardInterrupt

    with receiving() as receiver:
        keep_channel(store, hook(receiver))
        ring(store, alert(1))
        with monkeypatch.context() as patch:
            patch.setattr("watchword.flow.situation.delivering.set_delivery", stop)
            with pytest.raises(KeyboardInterrupt):
                send(store)
        assert send(store).sent == 1
    one, two = receiver.taken
    assert one.headers["webhook-id"] == two.headers["webhook-id"]
    assert one.body == two.body


def test_mails_go_out_together_and_a_feed_is_written_whole(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "alerts.xml"
    with taking_mail() as server:
        mail = replace(
            make_channel(ChannelKind.EMAIL, "desk@example.org"),
            server=f"smtp://ana@127.0.0.1:{server.port}",
            secret="MAIL",  # noqa: S106 - a name
        )
        keep_channel(store, mail)
        keep_channel(store, make_channel(ChannelKind.ATOM, str(path)))
        ring(store, alert(1), alert(2))
        assert send(store).sent == 4
    assert len(server.mails) == 2
    assert len(server.logged_in) == 1
    assert path.read_text(encoding="utf-8").count("<entry>") == 2


def test_a_mail_server_that_is_away_makes_all_wait(store: Store, clock: Clock) -> None:
    with taking_mail() as server:
        address = f"smtp://127.0.0.1:{server.port}"
    mail = replace(make_channel(ChannelKind.EMAIL, "desk@example.org"), server=address)
    keep_channel(store, mail)
    ring(store, alert(1), alert(2))
    assert send(store).failed == 2
    clock.on(minutes=2)
    assert send(store).failed == 2


def test_what_was_owed_to_a_channel_that_is_removed_is_let_go(store: Store) -> None:
    with receiving() as receiver:
        keep_channel(store, hook(receiver))
        receiver.statuses = [500]
        ring(store, alert(1))
        send(store)
        drop_channel(store, receiver.address)
    assert send(store) == Delivered()
    with store.viewing() as view:
        assert [each.done_at for each in each_delivery(view)] == [None]
