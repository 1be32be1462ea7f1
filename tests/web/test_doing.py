"""What takes long to do is told of on a page, to whoever wanted it alone, until it is ready."""

import re
import time
from threading import Event
from typing import cast

import httpx2
import pytest
from tests.conftest import PATIENCE_S

from watchword.desk.desk import Desk
from watchword.errors import MissingError, RefusedError
from watchword.flow.span_records import Record
from watchword.model.principal import Principal, whoever_is_here
from watchword.web import doing
from watchword.web.doing import Deeds, Wish

ANA = whoever_is_here("ana")


class SlowDesk:
    """Does what it is told once it may."""

    def __init__(self) -> None:
        self.may = Event()

    def act(self, _principal: Principal, situation: str, name: str, _given: object) -> Record:
        """Do it."""
        self.may.wait(PATIENCE_S)
        if name == "refuse":
            raise RefusedError("not that")
        return {"said": f"{name} in {situation}"}


def wish(action: str = "compose") -> Wish:
    return Wish(principal=ANA, situation="troops", action=action, given={})


def test_whoever_wanted_it_alone_hears_of_it() -> None:
    desk = SlowDesk()
    deeds = Deeds(cast("Desk", desk))
    deed = deeds.begin(wish(), "")
    assert deeds.of(ANA, "troops", deed.key) is deed
    assert (deed.future.done(), deed.seconds) == (False, 0)
    for who, where, key in (
        (whoever_is_here("ben"), "troops", deed.key),
        (ANA, "sealed", deed.key),
        (ANA, "troops", "guessed"),
    ):
        with pytest.raises(MissingError):
            deeds.of(who, where, key)
    desk.may.set()
    assert deed.future.result(PATIENCE_S) == {"said": "compose in troops"}


def test_what_goes_wrong_is_told_when_it_is_asked_for() -> None:
    desk = SlowDesk()
    deeds = Deeds(cast("Desk", desk))
    deed = deeds.begin(wish("refuse"), "")
    desk.may.set()
    with pytest.raises(RefusedError, match="not that"):
        deed.future.result(PATIENCE_S)


def test_those_done_long_ago_are_forgotten_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doing, "KEPT", 2)
    desk = SlowDesk()
    deeds = Deeds(cast("Desk", desk))
    waiting = deeds.begin(wish(), "")
    desk.may.set()
    waiting.future.result(PATIENCE_S)
    desk.may.clear()
    later = [deeds.begin(wish(), "") for _ in range(3)]
    with pytest.raises(MissingError):
        deeds.of(ANA, "troops", waiting.key)
    assert [deeds.of(ANA, "troops", each.key) for each in later] == later
    desk.may.set()


def test_a_brief_that_takes_long_leads_to_its_page(
    served: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doing, "PATIENCE_S", 0.0)
    with httpx2.Client(base_url=served, timeout=120) as client:
        page = client.get("/s/troops/briefs/new")
        (token, *_) = re.findall(r'name="csrf" (?:content|value)="([^"]+)"', page.text)
        form = {"csrf": token, "title": "Troops", "length": "screen"}
        answer = client.post("/s/troops/do/compose", data=form, headers={"Origin": served})
        assert answer.status_code == 303
        place = answer.headers["location"]
        assert place.startswith("/s/troops/doing/")
        until, told = time.monotonic() + PATIENCE_S, []
        while time.monotonic() < until and (answer := client.get(place)).status_code == 202:
            told.append(answer.text)
            assert answer.headers["refresh"] == "2"
            time.sleep(0.2)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/s/troops/briefs/")
        assert all("so far" in each for each in told)
        assert client.get(answer.headers["location"]).status_code == 200
