"""Each attempt of `attempts.toml` is made against a real server, and comes to what it must."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.serve.fortress import Fortress, Heard, fortress
from tests.serve.hostile import deeds, pushing
from tests.serve.hostile.deeds import Scene

from watchword.config import Settings
from watchword.desk.desk import Desk
from watchword.errors import WatchwordError
from watchword.serve.rates import A_PERSON, AN_ADDRESS
from watchword.serve.safety import Safety

FILE = Path(__file__).with_name("attempts.toml")
ATTEMPTS = tomllib.loads(FILE.read_text(encoding="utf-8"))["attempt"]
LEAST = 60


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory, example_record: Path, user_settings: Settings
) -> Iterator[Fortress]:
    """A server with accounts, paced widely so that one attempt does not hinder another."""
    folder = tmp_path_factory.mktemp("fortress")
    with fortress(folder, example_record, user_settings) as made:
        yield made


@pytest.fixture
def strict(
    tmp_path: Path, example_record: Path, user_settings: Settings
) -> Iterator[Callable[[], Fortress]]:
    """Makes a server that allows at once what is usual, and hardly more however slow it is here."""
    safety = Safety(
        a_person=replace(A_PERSON, a_second=0.1), an_address=replace(AN_ADDRESS, a_second=0.1)
    )
    with ExitStack() as stack:

        def make() -> Fortress:
            made = fortress(tmp_path, example_record, user_settings, safety=safety)
            return stack.enter_context(made)

        yield make


@pytest.fixture
def scene(
    server: Fortress,
    strict: Callable[[], Fortress],
    tmp_path: Path,
    own_desk: Desk,
    user_settings: Settings,
) -> Scene:
    folder = tmp_path / "own"
    folder.mkdir()
    return Scene(
        server=server,
        strict=strict,
        folder=folder,
        desk=own_desk,
        settings=user_settings,
        given={},
    )


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=[each["name"] for each in ATTEMPTS])
def test_an_attempt_comes_to_what_it_must(attempt: Mapping[str, Any], scene: Scene) -> None:
    here = Scene(**{name: getattr(scene, name) for name in Scene.__slots__} | {"given": attempt})
    deed = _deed(attempt["how"]) if "how" in attempt else _ask
    if "refused" in attempt:
        with pytest.raises(WatchwordError, match=attempt["refused"]):
            deed(here)
        return
    heard = deed(here)
    assert heard.status in attempt["status"], heard.body[:300]
    for words in (*attempt.get("absent", ()), "Traceback", "/src/watchword/"):
        assert words not in heard.body
    for words in attempt.get("present", ()):
        assert words in heard.body
    for name, start in attempt.get("header", {}).items():
        assert heard.headers[name].startswith(start)
    assert not set(attempt.get("absent_headers", ())) & set(heard.headers)
    assert not (attempt.get("no_cookie") and heard.cookies)


def test_there_are_as_many_attempts_as_were_promised_each_of_its_own() -> None:
    names = [each["name"] for each in ATTEMPTS]
    assert len(set(names)) == len(names) >= LEAST
    known = {"name", "who", "how", "method", "path", "headers", "form", "body", "repeated",
             "status", "absent", "present", "header", "no_cookie", "refused", "address",
             "content", "absent_headers"}  # fmt: skip
    assert {field for each in ATTEMPTS for field in each} <= known
    assert all(("status" in each) != ("refused" in each) for each in ATTEMPTS)


def test_what_is_right_is_not_refused(server: Fortress) -> None:
    cookie = server.cookie_of("ben")
    form = {**deeds.GRADED, "csrf": server.csrf_of(cookie)}
    assert server.send_form(deeds.GRADE, form, [("Cookie", cookie)]).status == 303
    bearer = [("Authorization", f"Bearer {server.tokens['of ben to decide']}")]
    assert server.ask("GET", "/s/troops/", bearer).status == 200
    assert server.send_form(deeds.GRADE, deeds.GRADED, bearer).status == 303
    assert server.ask("GET", "/s/sealed/", [("Cookie", server.cookie_of("ana"))]).status == 200


def _deed(name: str) -> Callable[[Scene], Heard]:
    found: Callable[[Scene], Heard] = getattr(deeds, name, None) or getattr(pushing, name)
    return found


def _ask(scene: Scene) -> Heard:
    attempt, server = scene.given, scene.server
    repeated = int(attempt.get("repeated", 1))
    headers = [
        (name, value.replace("REPEATED", "a" * repeated))
        for name, value in attempt.get("headers", {}).items()
    ]
    who, _, token = attempt.get("who", "nobody").partition(" ")
    if who == "token":
        headers.append(("Authorization", f"Bearer {server.tokens[token]}"))
    elif who != "nobody":
        headers.append(("Cookie", server.cookie_of(who)))
    path = attempt["path"].replace("REPEATED", "a" * repeated)
    if "form" in attempt:
        form = dict(attempt["form"])
        if "csrf" not in form:
            form["csrf"] = server.csrf_of(server.cookie_of(who))
        return server.send_form(path, form, headers)
    body = attempt["body"].encode() * repeated if "body" in attempt else None
    return server.ask(attempt.get("method", "GET"), path, headers, body)
