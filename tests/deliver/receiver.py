"""A real web server and a real mail server on this machine, which take what is sent to them."""

import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import sleep
from typing import Any


@dataclass
class Taken:
    """One request, as it came."""

    path: str
    headers: dict[str, str]
    body: bytes


class Receiver(ThreadingHTTPServer):
    """Takes requests, and answers each with the next of its statuses, the last one for good.

    A status of 0 is no answer at all; a word is where to go on, by 307.
    """

    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        self.taken: list[Taken] = []
        self.statuses: list[int | str] = [204]
        self.hang_s = 3.0
        super().__init__(("127.0.0.1", port), _Handler)

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - the standard library's form
        """Say nothing on the terminal when the other side hangs up."""


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        said = {name.lower(): value for name, value in self.headers.items()}
        self.server.taken.append(Taken(path=self.path, headers=said, body=body))
        statuses = self.server.statuses
        status = statuses.pop(0) if len(statuses) > 1 else statuses[0]
        if status == 0:
            sleep(self.server.hang_s)
            return
        self.send_response(307 if isinstance(status, str) else status)
        if isinstance(status, str):
            self.send_header("Location", status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_words: Any) -> None:  # noqa: ANN401 - the standard library's form
        """Say nothing on the terminal."""


@dataclass
class Mail:
    """One mail, as it was handed over."""

    sender: str
    receivers: list[str]
    content: bytes


@dataclass
class _Talk:
    sender: str = ""
    receivers: list[str] = field(default_factory=list)


class MailServer(socketserver.ThreadingTCPServer):
    """Takes mails (RFC 5321, as much as a sender needs), over TLS where it has it."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.tls = tls
        self.mails: list[Mail] = []
        self.logged_in: list[bytes] = []
        self.refuses = 0
        super().__init__(("127.0.0.1", 0), _Session)

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - the standard library's form
        """Say nothing on the terminal when the other side hangs up."""


class _Session(socketserver.StreamRequestHandler):
    server: MailServer

    def setup(self) -> None:
        if self.server.tls is not None:
            self.request = self.server.tls.wrap_socket(self.request, server_side=True)
        super().setup()

    def finish(self) -> None:
        super().finish()
        self.request.close()

    def handle(self) -> None:
        self._say("220 mail.example ESMTP")
        talk = _Talk()
        for line in self.rfile:
            word, _, rest = line.decode().strip().partition(" ")
            if not self._answer(word.upper(), rest, talk):
                return

    def _answer(self, word: str, rest: str, talk: _Talk) -> bool:
        if word == "EHLO":
            self._say("250-mail.example", "250 AUTH PLAIN")
        elif word == "AUTH":
            self.server.logged_in.append(rest.encode())
            self._say("235 welcome")
        elif word == "MAIL":
            talk.sender = rest
            self._say("250 ok")
        elif word == "RCPT":
            talk.receivers.append(rest)
            self._say("250 ok")
        elif word == "DATA":
            self._take(talk)
        elif word == "QUIT":
            self._say("221 bye")
            return False
        else:
            self._say("250 ok")
        return True

    def _take(self, talk: _Talk) -> None:
        self._say("354 go on")
        lines: list[bytes] = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        if self.server.refuses:
            self.server.refuses -= 1
            self._say("451 later")
            return
        self.server.mails.append(Mail(talk.sender, list(talk.receivers), b"".join(lines)))
        self._say("250 taken")

    def _say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())


@contextmanager
def receiving(port: int = 0) -> Iterator[Receiver]:
    """Take requests while a test runs."""
    yield from _served(lambda: Receiver(port))


@contextmanager
def taking_mail(tls: ssl.SSLContext | None = None) -> Iterator[MailServer]:
    """Take mails while a test runs."""
    yield from _served(lambda: MailServer(tls))


def _served(make: Callable[[], Any]) -> Iterator[Any]:
    server = make()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
