"""The pages of people: sign in, change a password, make a token, let others in."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from tests.serve.fortress import PASSWORD, Fortress, fortress

from watchword.config import Settings

OTHER = "eleven larks over the pass"


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory, example_record: Path, user_settings: Settings
) -> Iterator[Fortress]:
    folder = tmp_path_factory.mktemp("people")
    with fortress(folder, example_record, user_settings) as made:
        yield made


class Browser:
    """A visitor with cookies, who fills in the forms that a page has."""

    def __init__(self, server: Fortress) -> None:
        self.client = httpx2.Client(base_url=server.address, timeout=60)

    def open(self, path: str) -> str:
        """Go to a page, as it sends on."""
        answer = self.client.get(path, headers={"Accept": "text/html"}, follow_redirects=True)
        assert answer.status_code == 200, answer.text[:200]
        return answer.text

    def send(self, page: str, action: str, **words: str) -> httpx2.Response:
        """Fill in a form of a page."""
        form = re.search(rf'<form[^>]*action="{action}".*?</form>', self.open(page), re.DOTALL)
        assert form is not None, (page, action)
        hidden = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[0])
        return self.client.post(
            action,
            data={**dict(hidden), **words},
            headers={"Origin": str(self.client.base_url).rstrip("/")},
        )


@pytest.fixture
def browser(server: Fortress) -> Iterator[Browser]:
    made = Browser(server)
    yield made
    made.client.close()


def signed_in(browser: Browser, name: str, password: str = PASSWORD) -> httpx2.Response:
    return browser.send("/s/troops/claims?q=troops", "/sign-in", name=name, password=password)


def test_whoever_signs_in_lands_on_the_page_that_they_wanted(browser: Browser) -> None:
    answer = signed_in(browser, "ben")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/s/troops/claims?q=troops"
    cookie = answer.headers["set-cookie"]
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert "ben" in browser.open("/account")
    assert "What was done" not in browser.open("/account")


def test_a_wrong_password_is_told_on_the_page_and_nothing_else(browser: Browser) -> None:
    answer = signed_in(browser, "ben", "a wrong password")
    assert answer.status_code == 401
    assert "the name or the password is wrong" in answer.text
    assert 'value="/s/troops/claims?q=troops"' in answer.text


def test_an_owner_adds_somebody_who_changes_their_password(
    server: Fortress, browser: Browser
) -> None:
    signed_in(browser, "ana")
    given = {"name": "Dov", "password": PASSWORD, "situation": "troops", "role": "analyst"}
    assert browser.send("/people", "/people/add", **given).status_code == 303
    assert "analyst in troops" in browser.open("/people")
    short = browser.send("/people", "/people/add", name="Eva", password="short", role="reader")  # noqa: S106 - of a test
    assert short.status_code == 409
    assert "fewer than 12 characters" in short.text
    dov = Browser(server)
    signed_in(dov, "dov")
    change = {"old": PASSWORD, "new": OTHER, "again": OTHER}
    answer = dov.send("/account", "/account/password", **change)
    assert answer.headers["location"] == "/sign-in"
    assert signed_in(dov, "dov").status_code == 401
    assert signed_in(dov, "dov", OTHER).status_code == 303
    dov.client.close()


def test_a_token_is_shown_once_opens_the_api_and_is_revoked(
    server: Fortress, browser: Browser
) -> None:
    signed_in(browser, "rita")
    made = browser.send("/account", "/account/token", label="a script", scope="read", days="30")
    (token,) = re.findall(r"ww_[\w-]{43}", made.text)
    assert token not in browser.open("/account")
    asked = [("Authorization", f"Bearer {token}")]
    assert server.ask("GET", "/api/v1/situations", asked).status == 200
    browser.send("/account", "/account/revoke")  # the first that still holds: an earlier one
    for _ in range(3):
        page = browser.open("/account")
        if "/account/revoke" not in page:
            break
        browser.send("/account", "/account/revoke")
    assert server.ask("GET", "/api/v1/situations", asked).status == 401


def test_a_role_is_given_and_taken_and_somebody_is_removed(browser: Browser) -> None:
    signed_in(browser, "ana")
    given = {"name": "Fay", "password": PASSWORD, "role": "reader", "situation": ""}
    browser.send("/people", "/people/add", **given)
    browser.send("/people", "/people/role", name="Fay", role="editor", situation="troops")
    assert "reader everywhere, editor in troops" in browser.open("/people")
    browser.send("/people", "/people/role", name="Fay", role="", situation="")
    page = browser.open("/people")
    assert "reader everywhere" not in page.split("Fay", 1)[1].split("</li>", 1)[0]
    browser.send("/people", "/people/remove", name="Fay")
    assert "Fay" not in browser.open("/people")
    assert "remove account" in browser.open("/audit")


def test_a_server_without_accounts_says_how_to_make_one(served_example: str) -> None:
    page = httpx2.get(f"{served_example}/account").text
    assert "watchword people add NAME --role owner" in page
    assert httpx2.get(f"{served_example}/sign-in").status_code == 303
    assert httpx2.get(f"{served_example}/people").status_code == 404


def test_a_claim_bears_its_comments_and_a_story_who_takes_care_of_it(browser: Browser) -> None:
    signed_in(browser, "ben")
    page = browser.open("/s/troops/claims?q=troops")
    claim = re.search(r'href="/s/troops/claims/([0-9a-f]{16})', page)
    assert claim is not None
    place = f"/s/troops/claims/{claim[1]}"
    words = {"words": "The figure is the party's own.", "is_dissent": "true"}
    assert browser.send(place, "/s/troops/do/comment", **words).status_code == 303
    page = browser.open(place)
    assert "1 dissent" in page
    assert "The figure is the party&#39;s own." in page
    story = re.search(r'href="/s/troops/stories/([0-9a-f]{16})', browser.open("/s/troops/stories"))
    assert story is not None
    place = f"/s/troops/stories/{story[1]}"
    assert "In nobody's care" in browser.open(place)
    browser.send(place, "/s/troops/do/assign", to="Rita", task="look after it")
    assert re.search(r"In the care of\s+<bdi>Rita</bdi>", browser.open(place))
    assert "Rita" in browser.open("/s/troops/discussion")
