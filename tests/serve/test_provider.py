"""The way to a provider and back, through a real server."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.access.provider import CLIENT, SECRET, LittleProvider, providing
from tests.serve.fortress import TERMINAL, Fortress, Heard, cookie_in, fortress

from watchword.access.oidc import Provider
from watchword.access.people import NewPerson, add_person
from watchword.config import Settings
from watchword.model.principal import Membership, Role


@pytest.fixture(scope="module")
def little() -> Iterator[LittleProvider]:
    with providing() as made:
        yield made


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory,
    example_record: Path,
    user_settings: Settings,
    little: LittleProvider,
) -> Iterator[Fortress]:
    provider = Provider(
        issuer=little.issuer,
        client=CLIENT,
        secret=SECRET,
        back="https://desk.example.org/sign-in/back",
        allow_private=True,
    )
    folder = tmp_path_factory.mktemp("provider")
    with fortress(folder, example_record, user_settings, provider=provider) as made:
        role = Membership(situation="troops", role=Role.READER)
        new = NewPerson(name="cem", memberships=(role,), identity=f"{little.issuer} 00u1")
        add_person(made.accounts, TERMINAL, new)
        yield made


def go(server: Fortress, wanted: str = "/s/troops/") -> Heard:
    return server.ask("GET", f"/sign-in/with?{urlencode({'next': wanted})}")


def kept(heard: Heard) -> str:
    (cookie,) = heard.cookies
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    return cookie.partition(";")[0]


def test_who_has_an_account_comes_in_by_the_provider_and_once(
    server: Fortress, little: LittleProvider
) -> None:
    page = server.ask("GET", "/sign-in?next=/s/troops/")
    assert re.search(r'href="/sign-in/with\?next=/s/troops/"', page.body)
    going = go(server)
    back = "/sign-in/back?" + urlencode(little.authorize(going.headers["location"]))
    cookie = [("Cookie", kept(going))]
    come = server.ask("GET", back, cookie)
    assert (come.status, come.headers["location"]) == (303, "/s/troops/")
    signed_in = [("Cookie", cookie_in(come))]
    assert "cem" in server.ask("GET", "/s/troops/", signed_in).body
    again = server.ask("GET", back, cookie)
    assert again.status == 401
    assert not any(each.startswith("watchword=") for each in again.cookies)


def test_nobody_gets_an_account_by_signing_in_there(
    server: Fortress, little: LittleProvider
) -> None:
    little.claims = {"sub": "somebody else"}
    going = go(server)
    back = "/sign-in/back?" + urlencode(little.authorize(going.headers["location"]))
    come = server.ask("GET", back, [("Cookie", kept(going))])
    little.claims = {}
    assert come.status == 401
    assert "nobody here has this identity" in come.body


def test_an_address_to_come_back_to_that_somebody_else_made_does_nothing(
    server: Fortress, little: LittleProvider
) -> None:
    going = go(server)
    back = "/sign-in/back?" + urlencode(little.authorize(going.headers["location"]))
    assert server.ask("GET", back).status == 401
    other = kept(go(server))
    assert server.ask("GET", back, [("Cookie", other)]).status == 401
    forged = kept(going)[:-3] + "xyz"
    assert server.ask("GET", back, [("Cookie", forged)]).status == 401


def test_the_page_to_go_on_to_is_one_of_ours(server: Fortress, little: LittleProvider) -> None:
    going = go(server, "https://evil.example/")
    back = "/sign-in/back?" + urlencode(little.authorize(going.headers["location"]))
    come = server.ask("GET", back, [("Cookie", kept(going))])
    assert come.headers["location"] == "/"
