"""A webhook is told of what is added to the record, once, signed, and by keys alone."""

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from watchword.client import verify
from watchword.config import Settings
from watchword.deliver.bounds import Bounds
from watchword.deliver.channels import make_channel, told_of
from watchword.errors import SettingsError
from watchword.flow.situation.deciding import Wish, decide
from watchword.flow.situation.delivering import deliver_due, keep_channel
from watchword.model.channel import ChannelKind
from watchword.model.decision import DecisionKind
from watchword.workbench import Workbench

KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
NAME = "HOOK"
BOUNDS = Bounds(timeout_s=20, allow_private=True)
REPORT = "SEOUL, Oct. 30 - A lawmaker said on Wednesday that about 3,000 troops were in Kursk.\n"


class Receiver:
    """A receiver of webhooks that takes what is genuine and new."""

    def __init__(self) -> None:
        self.told: list[dict[str, object]] = []
        self.taken: set[str] = set()
        self.status = 204

    def take(self, body: bytes, headers: dict[str, str]) -> int:
        """Take a request, and give the status that it is answered with."""
        told = verify(body, headers, KEY, is_known=self.taken.__contains__)
        if self.status == 204:
            self.taken.add(headers["webhook-id"])
            self.told.append(told)
        return self.status


@pytest.fixture
def receiver() -> Iterator[tuple[str, Receiver]]:
    found = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            given = {name.lower(): value for name, value in self.headers.items()}
            self.send_response(found.take(body, given))
            self.end_headers()

        def log_message(self, *_words: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/hook", found
    server.shutdown()
    server.server_close()
    thread.join()


def test_what_is_added_is_told_once_and_by_keys_alone(
    own_record: Path, user_settings: Settings, receiver: tuple[str, Receiver], tmp_path: Path
) -> None:
    address, taken = receiver
    words = ["report.added", "claims.added", "decision.made"]
    made = told_of(make_channel(ChannelKind.WEBHOOK, address), words)
    with Workbench.open(str(own_record), user_settings) as bench:
        keep_channel(bench.store, replace(made, secret=NAME))
        assert deliver_due(bench.store, BOUNDS, lambda _name: KEY).sent == 0
        report = tmp_path / "new.txt"
        report.write_text(REPORT, encoding="utf-8")
        bench.collect([str(report)])
        bench.work()
        wish = Wish(kind=DecisionKind.GRADE, subject="Neva Herald", value="D", by="Ana", why="")
        decided = decide(bench.store, wish)
        first = deliver_due(bench.store, BOUNDS, lambda _name: KEY)
        again = deliver_due(bench.store, BOUNDS, lambda _name: KEY)
    assert (first.sent, first.failed, again.sent) == (3, 0, 0)
    by_type = {str(told["type"]): told["data"] for told in taken.told}
    assert set(by_type) == set(words)
    assert by_type["decision.made"] == {
        "key": decided.key,
        "subject": "Neva Herald",
        "count": 1,
    }
    assert by_type["claims.added"]["key"] == by_type["report.added"]["key"]  # type: ignore[index]
    assert by_type["claims.added"]["count"] >= 1  # type: ignore[index]
    assert "lawmaker" not in json.dumps(taken.told)


def test_what_is_not_taken_is_told_again_with_the_same_id(
    own_record: Path, user_settings: Settings, receiver: tuple[str, Receiver]
) -> None:
    address, taken = receiver
    made = told_of(make_channel(ChannelKind.WEBHOOK, address), ["decision.made"])
    taken.status = 503
    with Workbench.open(str(own_record), user_settings) as bench:
        keep_channel(bench.store, replace(made, secret=NAME))
        wish = Wish(kind=DecisionKind.GRADE, subject="Neva Herald", value="D", by="Ana", why="")
        decide(bench.store, wish)
        failed = deliver_due(bench.store, BOUNDS, lambda _name: KEY)
    assert (failed.sent, failed.failed) == (0, 1)
    assert "503" in failed.errors[0]


def test_a_mail_is_told_of_alerts_alone(own_record: Path, user_settings: Settings) -> None:
    made = told_of(make_channel(ChannelKind.EMAIL, "desk@example.org"), ["report.added"])
    with (
        Workbench.open(str(own_record), user_settings) as bench,
        pytest.raises(SettingsError, match="only a webhook"),
    ):
        keep_channel(bench.store, replace(made, server="smtps://mail.example.org"))


def test_what_nobody_can_be_told_of_is_named() -> None:
    with pytest.raises(SettingsError, match="weather"):
        told_of(make_channel(ChannelKind.WEBHOOK, "https://x.example"), ["weather"])
