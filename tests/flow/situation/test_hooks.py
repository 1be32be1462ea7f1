"""Reports that another system pushes: signed, of now, once, and each counted or refused."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from watchword.collect.limits import Limits
from watchword.deliver.webhook import Parcel, headers_of
from watchword.errors import ForbiddenError, MissingError, RefusedError, SettingsError, StoreError
from watchword.flow.situation import hooks
from watchword.flow.situation.collecting import wanted_collecting
from watchword.flow.situation.hooks import (
    MOST_ROWS,
    Request,
    Terms,
    hooks_in,
    make_hook,
    rows_in,
    take_pushed,
    withdraw_hook,
)
from watchword.model.hook import Hook, Pushed
from watchword.store import Store, create_store
from watchword.store.reports import each_report

AT = datetime(2024, 10, 31, 12, tzinfo=UTC)
SECRET = "fourteen geese above the estuary"  # noqa: S105 - of a test
VARIABLE = "WATCHWORD_HOOK_WIRE"
ROW = {"id": "a", "outlet": "Wire", "date": "2024-10-25", "text": "Kyiv said 40 tanks were lost."}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return create_store(str(tmp_path / "a.watchword"), title="Troops")


@pytest.fixture
def hook(store: Store) -> Hook:
    return make_hook(store, "Wire", VARIABLE, by="ana")


def terms(seconds: int = 20, *, secret: str = SECRET) -> Terms:
    known = {VARIABLE: secret}
    return Terms(secret=known.get, limits=Limits(), now=lambda: AT.timestamp() + seconds)


def request(told: object, key: str = "1", *, secret: str = SECRET) -> Request:
    body = json.dumps(told).encode()
    parcel = Parcel(address="https://desk.example/", key=key, body=body, at=AT)
    return Request(body=body, headers=headers_of(parcel, secret))


def test_each_report_is_counted_or_refused_with_its_row(store: Store, hook: Hook) -> None:
    rows = [ROW, {"id": "b"}, ["no record"], {**ROW, "id": "c", "text": "Moscow denied it all."}]
    made, pushed = take_pushed(store, hook.key, request(rows), terms())
    assert (made.name, pushed.new, pushed.known) == ("Wire", 2, 0)
    assert [row for row, _ in pushed.refused] == [2, 3]
    assert "without 'text'" in pushed.refused[0][1]
    with store.viewing() as view:
        assert [each.found_at for each in each_report(view)] == [
            "sent: Wire.jsonl:1",
            "sent: Wire.jsonl:4",
        ]
        assert wanted_collecting(view) is not None
        (kept,) = hooks_in(view)
        assert (kept.taken, kept.last_at is not None) == (1, True)


def test_a_report_that_came_before_is_known(store: Store, hook: Hook) -> None:
    take_pushed(store, hook.key, request(ROW), terms())
    assert take_pushed(store, hook.key, request(ROW, "2"), terms())[1] == Pushed(known=1)


def test_a_request_is_taken_once_as_long_as_it_would_be_believed(store: Store, hook: Hook) -> None:
    take_pushed(store, hook.key, request(ROW), terms(-290))
    with pytest.raises(RefusedError, match="taken before"):
        take_pushed(store, hook.key, request(ROW), terms(300))
    with pytest.raises(ForbiddenError):
        take_pushed(store, hook.key, request(ROW), terms(301))


def test_whoever_cannot_sign_hears_the_same_of_every_hook(store: Store, hook: Hook) -> None:
    heard = []
    for key, sent, held in (
        ("0123456789abcdef", request(ROW), terms()),
        (hook.key, request(ROW, secret="another secret of another"), terms()),  # noqa: S106
        (hook.key, Request(body=b"{}", headers={}), terms()),
        (hook.key, request(ROW), terms(900)),
        (hook.key, request(ROW), terms(-900)),
        (hook.key, request(ROW, secret="short"), terms(secret="short")),  # noqa: S106
        (hook.key, request(ROW), Terms(secret=lambda _: None, limits=Limits())),
        (hook.key, replace(request(ROW), body=b'{"text": "other"}'), terms()),
    ):
        with pytest.raises(ForbiddenError) as told:
            take_pushed(store, key, sent, held)
        heard.append((str(told.value.args[0]), told.value.mend))
    assert len(set(heard)) == 1
    with store.viewing() as view:
        assert list(each_report(view)) == []


def test_a_request_of_which_nothing_came_may_be_sent_again(
    store: Store, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:

        def fail(*_: object) -> None:
            raise StoreError("the disk is full")

        broken.setattr(hooks, "add_sent", fail)
        with pytest.raises(StoreError):
            take_pushed(store, hook.key, request(ROW), terms())
    assert take_pushed(store, hook.key, request(ROW), terms())[1].new == 1


def test_a_hook_that_is_withdrawn_takes_nothing(store: Store, hook: Hook) -> None:
    assert withdraw_hook(store, "Wire").withdrawn_at is not None
    with pytest.raises(ForbiddenError):
        take_pushed(store, hook.key, request(ROW), terms())
    with pytest.raises(MissingError):
        withdraw_hook(store, "Wire")
    assert make_hook(store, "Wire", VARIABLE, by="ana").key != hook.key


@pytest.mark.parametrize("variable", ["", "PATH", "WATCHWORD_HOOK_a", "XWATCHWORD_HOOK_A"])
def test_a_secret_is_in_a_variable_that_was_meant_for_it(store: Store, variable: str) -> None:
    with pytest.raises(SettingsError, match="WATCHWORD_HOOK_"):
        make_hook(store, "Wire", variable, by="ana")


def test_a_name_is_given_once(store: Store, hook: Hook) -> None:
    with pytest.raises(RefusedError, match="called so"):
        make_hook(store, hook.name, VARIABLE, by="ana")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"[" * 100_000, b"[1" + b",1" * MOST_ROWS])
def test_a_body_holds_reports_and_not_too_many(body: bytes) -> None:
    with pytest.raises(SettingsError):
        rows_in(body.ljust(1) + (b"]" if body.startswith(b"[1") else b""))
