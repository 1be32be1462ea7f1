"""Whatever changes something, is downloaded or refused is written down, with who and what came."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.serve.fortress import Fortress, fortress

from watchword.config import Settings
from watchword.store.accounts import each_audit


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory, example_record: Path, user_settings: Settings
) -> Iterator[Fortress]:
    folder = tmp_path_factory.mktemp("trail")
    with fortress(folder, example_record, user_settings) as made:
        yield made


def newest(server: Fortress) -> tuple[str, str, str, str, str]:
    with server.accounts.store.viewing() as view:
        last = next(each_audit(view, limit=1))
    return (last.by, last.via, last.deed, last.subject, last.outcome.value)


def test_a_deed_a_refusal_and_a_download_are_written_down_and_looking_is_not(
    server: Fortress,
) -> None:
    cookie = server.cookie_of("ben")
    graded = {"source": "Neva Herald", "grade": "D"}
    path = "/s/troops/do/grade"
    form = {**graded, "csrf": server.csrf_of(cookie)}
    server.send_form(path, form, [("Cookie", cookie)])
    assert newest(server) == ("ben", "session", "POST", path, "done")
    server.ask("GET", "/s/troops/", [("Cookie", cookie)])
    server.ask("GET", "/s/nowhere/", [("Cookie", cookie)])
    assert newest(server) == ("ben", "session", "POST", path, "done")
    server.ask("GET", "/people", [("Cookie", cookie)])
    assert newest(server) == ("ben", "session", "GET", "/people", "refused")
    bearer = [("Authorization", f"Bearer {server.tokens['of rita to decide']}")]
    server.send_form(path, graded, bearer)
    assert newest(server) == ("rita", "token", "POST", path, "refused")
    server.ask("GET", "/s/troops/files/nothing", bearer)
    assert newest(server) == ("rita", "token", "GET", "/s/troops/files/nothing", "refused")


def test_a_deed_on_accounts_is_written_down_once_with_whom_it_was_done_to(
    server: Fortress,
) -> None:
    cookie = server.cookie_of("ana")
    form = {"csrf": server.csrf_of(cookie), "name": "dov", "role": "reader"}
    form["password"] = "nine swifts above the old tower"  # noqa: S105 - of a test
    assert server.send_form("/people/add", form, [("Cookie", cookie)]).status == 303
    assert newest(server) == ("ana", "session", "add account", "dov", "done")
    page = server.ask("GET", "/audit", [("Cookie", cookie)])
    assert "add account" in page.body
    assert form["password"] not in page.body
