"""A real server on this machine that plays a language model: an honest one, or any other."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import sleep
from typing import Any

Plays = Callable[[Mapping[str, Any]], str]
"""Gives the words of the model, from the material that it was sent."""


@dataclass
class Heard:
    """One request, as it came."""

    path: str
    headers: dict[str, str]
    asked: dict[str, Any]

    @property
    def material(self) -> dict[str, Any]:
        """What the model was given to work on."""
        found: dict[str, Any] = json.loads(self.asked["messages"][1]["content"])
        return found


@dataclass
class Part:
    """What the server does with one request.

    Attributes:
        says: the model's words.
        status: what it answers with.
        headers: more headers.
        body: bytes that it answers with, whatever the model would say.
        pause_s: how long it waits before it answers.
        endless: whether the body never ends.
    """

    says: Plays | str = '{"wordings": []}'
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    pause_s: float = 0.0
    endless: bool = False


class Speaker(ThreadingHTTPServer):
    """Plays its parts one after another, the last one for good."""

    daemon_threads = True

    def __init__(self) -> None:
        self.heard: list[Heard] = []
        self.parts: list[Part] = [Part()]
        self.leaves = threading.Event()
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def address(self) -> str:
        """The base of its interface."""
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - the standard library's form
        """Say nothing on the terminal when the other side hangs up."""


class _Handler(BaseHTTPRequestHandler):
    server: Speaker

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
        said = {name.lower(): value for name, value in self.headers.items()}
        heard = Heard(path=self.path, headers=said, asked=asked)
        self.server.heard.append(heard)
        parts = self.server.parts
        part = parts.pop(0) if len(parts) > 1 else parts[0]
        if part.pause_s:
            sleep(part.pause_s)
        self.send_response(part.status)
        body = part.body if part.body is not None else _completion(part, heard)
        for name, value in part.headers.items():
            self.send_header(name, value)
        if not part.endless:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        while part.endless and not self.server.leaves.is_set():
            self.wfile.write(b" " * 4096)

    def log_message(self, *_words: Any) -> None:  # noqa: ANN401 - the standard library's form
        """Say nothing on the terminal."""


def _completion(part: Part, heard: Heard) -> bytes:
    words = part.says if isinstance(part.says, str) else part.says(heard.material)
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": words}}]}).encode()


@contextmanager
def speaking(*parts: Part) -> Iterator[Speaker]:
    """Play a model while a test runs."""
    server = Speaker()
    server.parts = list(parts) or [Part()]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.leaves.set()
        server.shutdown()
        thread.join()
        server.server_close()


def wordings(texts: Mapping[int, str]) -> str:
    """An answer in the form that is asked for."""
    entries = [{"number": number, "text": text} for number, text in texts.items()]
    return json.dumps({"wordings": entries})
