"""Killed at any moment, no sighting, no alert and no letter is lost, and none is there twice."""

import multiprocessing
import random
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

import pytest
from tests.deliver.receiver import Receiver, receiving
from tests.flow.situation.watched import BEGAN, live_through, watch_for

from watchword.deliver.bounds import Bounds
from watchword.deliver.channels import make_channel
from watchword.flow.situation.delivering import deliver_due, keep_channel
from watchword.flow.situation.replaying import ReplayClock
from watchword.model.alert import Alert
from watchword.model.channel import ChannelKind
from watchword.model.sighting import Sighting
from watchword.store import Store, create_store, open_store
from watchword.store.channels import each_delivery
from watchword.store.reports import times_of_reports
from watchword.store.sightings import each_alert, each_sighting

KILLS = 60
DAYS = range(36)
BOUNDS = Bounds(timeout_s=5.0, allow_private=True)
_fork = multiprocessing.get_context("fork")


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as made:
        yield made


def live(location: str, upto: int) -> None:
    """Go on living from the last day that the record has, and send what is due on each."""
    clock = ReplayClock(now)
    with closing(open_store(location, now=clock)) as store:
        with store.viewing() as view:
            latest = max(times_of_reports(view).values(), default=BEGAN)
        for day in range((latest - BEGAN).days, upto):
            live_through(store, clock, range(day, day + 1))
            deliver_due(store, BOUNDS, lambda _name: "key")


def told(store: Store) -> tuple[list[Sighting], list[Alert]]:
    with store.viewing() as view:
        return list(each_sighting(view)), list(each_alert(view))


def as_told(sightings: list[Sighting], alerts: list[Alert]) -> tuple[list[object], list[object]]:
    """What was seen and told, without from when the record knew: that is of the run."""
    seen = [(each.key, each.claim, each.manner, each.origin, each.why) for each in sightings]
    turned = [
        (each.indicator, each.number, each.key, each.turn, each.claims, each.withheld)
        for each in alerts
    ]
    return sorted(seen), sorted(turned)


def undisturbed(folder: Path) -> tuple[list[object], list[object]]:
    location = str(folder / "undisturbed.watchword")
    create_store(location, title="").close()
    clock = ReplayClock(now)
    with closing(open_store(location, now=clock)) as store:
        watch_for(store, clock)
        live_through(store, clock, DAYS)
        return as_told(*told(store))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("location", ["file", "server"], indirect=True)
def test_kills_at_random_moments_lose_no_alert_and_double_none(
    store: Store,
    location: str,
    receiver: Receiver,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("watchword.flow.situation.turns.LEASE_S", 0.05)
    monkeypatch.setattr("watchword.flow.situation.turns._PAUSE_S", 0.01)
    expected = undisturbed(tmp_path)
    hook = replace(make_channel(ChannelKind.WEBHOOK, receiver.address), secret="KEY")  # noqa: S106 - a name
    store.close()
    clock = ReplayClock(now)
    with closing(open_store(location, now=clock)) as opened:
        watch_for(opened, clock)
        keep_channel(opened, hook)
    chance = random.Random(20241018)  # noqa: S311 - moments, not secrets
    at_work = 0
    for run in range(KILLS):
        upto = (run + 1) * len(DAYS) // KILLS
        process = _fork.Process(target=live, args=(location, upto))
        process.start()
        sleep(chance.uniform(0.0, 0.2))
        at_work += process.is_alive()
        process.kill()
        process.join()
    assert at_work > KILLS / 2
    live(location, len(DAYS))
    with closing(open_store(location)) as again:
        sightings, alerts = told(again)
        with again.viewing() as view:
            deliveries = list(each_delivery(view))
    assert as_told(sightings, alerts) == expected
    assert len(alerts) > 20  # of all kinds
    assert all(alert.claims for alert in alerts if "silence" not in alert.name)
    check_letters(receiver, alerts, {each.alert for each in deliveries if each.done_at})


def check_letters(receiver: Receiver, alerts: list[Alert], done: set[str]) -> None:
    """Every alert that is sent came, a repeat with the id and the body of the first."""
    bodies: dict[str, set[bytes]] = {}
    for taken in receiver.taken:
        bodies.setdefault(taken.headers["webhook-id"], set()).add(taken.body)
    assert {len(each) for each in bodies.values()} == {1}
    assert done == {alert.key for alert in alerts if not alert.withheld}
    assert len(bodies) == len(done)
