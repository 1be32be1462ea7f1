"""The client, against real servers on loopback."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from watchword.client import Client, Patience
from watchword.errors import ProblemError, RefusedError

SITUATIONS: dict[str, object] = {"situations": []}
TOKEN = "ww_1234567890"  # noqa: S105 - of nobody


@contextmanager
def answering(*answers: tuple[int, dict[str, str], object]) -> Iterator[tuple[str, list[str]]]:
    """A server that gives one answer after the other; and what tokens it was sent."""
    sent: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = answers[min(len(sent), len(answers) - 1)]
            sent.append(self.headers.get("Authorization", ""))
            content = json.dumps(body).encode()
            self.send_response(status)
            for name, value in {"Content-Type": "application/json", **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_words: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", sent
    server.shutdown()
    server.server_close()
    thread.join()


def test_claims_are_found_page_after_page(served_example: str) -> None:
    with Client(served_example) as client:
        (told,) = client.situations()
        troops = client.situation(told.name)
        few = list(troops.claims("troops", limit=7, exact=True))
        many = list(troops.claims("troops", limit=200, exact=True))
    assert told.title == "Troops to Russia"
    assert "decide" in told.may
    assert len(few) > 14
    assert [claim.key for claim in few] == [claim.key for claim in many]
    assert few[0].content
    assert few[0].published is None or few[0].published.tzinfo is not None


def test_figures_are_those_of_the_instant_that_is_asked_for(served_example: str) -> None:
    with Client(served_example) as client:
        troops = client.situation("troops")
        then = troops.figures(as_of=datetime(2024, 10, 25, tzinfo=UTC))
        now = troops.figures()
        one = troops.look("track", key=now[0].key).record["track"]
    assert 0 < len(then) <= len(now)
    assert now[0].points > 1
    assert len(one["points"]) == now[0].points


def test_what_is_done_is_undone(served: str) -> None:
    with Client(served) as client:
        troops = client.situation("troops")
        done = troops.do("grade", source="Neva Herald", grade="D", key="once")
        again = troops.do("grade", source="Neva Herald", grade="D", key="once")
        assert done == again
        assert done.said == "Neva Herald is graded D"
        assert troops.undo(done).said == "undone"


def test_what_cannot_be_asked_is_an_error_that_says_how_to_mend_it(served_example: str) -> None:
    with Client(served_example) as client:
        with pytest.raises(ProblemError, match="no such situation") as missing:
            client.situation("nowhere").told()
        with pytest.raises(ProblemError) as wrong:
            client.situation("troops").look("claims", colour="red")
    assert missing.value.status == 404
    assert wrong.value.status == 400
    assert wrong.value.key == "colour"
    assert "modality" in wrong.value.mend


def test_a_server_that_puts_one_off_is_asked_again_when_it_says() -> None:
    waits: list[float] = []
    busy = (429, {"Retry-After": "7"}, {"detail": "too many"})
    with (
        answering(busy, busy, (200, {}, SITUATIONS)) as (address, sent),
        Client(address, patience=Patience(sleep=waits.append)) as client,
    ):
        assert client.situations() == ()
    assert waits == [7.0, 7.0]
    assert len(sent) == 3


def test_patience_ends() -> None:
    waits: list[float] = []
    busy = (503, {}, {"detail": "the record cannot be reached", "type": "/x"})
    with (
        answering(busy) as (address, sent),
        Client(address, patience=Patience(retries=3, sleep=waits.append)) as client,
        pytest.raises(ProblemError, match="cannot be reached") as given_up,
    ):
        client.situations()
    assert given_up.value.status == 503
    assert len(sent) == 4
    assert waits[0] < waits[1] < waits[2] <= 4.0


def test_a_view_that_is_worked_out_is_waited_for() -> None:
    waits: list[float] = []
    ready = {"as_of": "2024-10-31T00:00:00+00:00", "is_behind": False, "next": None, "record": {}}
    with (
        answering((202, {"Retry-After": "2"}, {}), (200, {}, ready)) as (address, _sent),
        Client(address, patience=Patience(sleep=waits.append)) as client,
    ):
        assert client.situation("x").look("tracks").record == {}
    assert waits == [2.0]


def test_nobody_there_is_an_error_too() -> None:
    with (
        Client("http://127.0.0.1:9", patience=Patience(retries=1, sleep=lambda _s: None)) as client,
        pytest.raises(ProblemError, match="does not answer"),
    ):
        client.situations()


def test_a_token_is_sent_and_never_over_an_open_connection_to_another_machine() -> None:
    with (
        answering((200, {}, SITUATIONS)) as (address, sent),
        Client(address, token=TOKEN) as client,
    ):
        client.situations()
    assert sent == [f"Bearer {TOKEN}"]
    with pytest.raises(RefusedError, match="open connection"):
        Client("http://watch.example", token=TOKEN)


def test_a_redirect_is_not_followed() -> None:
    away = (302, {"Location": "http://evil.example/"}, {})
    with (
        answering(away) as (address, sent),
        Client(address, token=TOKEN) as client,
        pytest.raises(ProblemError, match="302"),
    ):
        client.situations()
    assert len(sent) == 1


def test_what_the_docs_show_runs(served: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "use-the-api.md").read_text("utf-8")
    blocks = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    shown: list[str] = []
    names: dict[str, object] = {"print": lambda *words: shown.append(str(words[0]))}
    for block in blocks:
        exec(block.replace("http://127.0.0.1:8750", served), names)  # noqa: S102 - our own page
    assert len(blocks) == 3
    assert len(shown) > 3
    assert callable(names["take"])
    assert callable(names["push"])
