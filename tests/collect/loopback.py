"""A real web server on this machine that answers each path with what a test set for it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Site"], None]


class Site(BaseHTTPRequestHandler):
    """Answers each path with what the test set for it."""

    answers: dict[str, Answer]
    asked: list[tuple[str, str]]
    headers_of: dict[str, list[dict[str, str]]]

    def do_GET(self) -> None:
        """Answer a request."""
        self.asked.append((self.path, self.headers.get("User-Agent", "")))
        said = {name.lower(): value for name, value in self.headers.items()}
        self.headers_of.setdefault(self.path, []).append(said)
        answer = self.answers.get(self.path)
        if answer is None:
            self.send_error(404)
        else:
            answer(self)

    def log_message(self, *_words: Any) -> None:  # noqa: ANN401 - the standard library's form
        """Say nothing on the terminal."""


class QuietServer(ThreadingHTTPServer):
    """A server that does not mind when the other side hangs up."""

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - the standard library's form
        """Say nothing on the terminal."""


class Served:
    """A running site."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, str]] = []
        self.headers_of: dict[str, list[dict[str, str]]] = {}
        parts = {"answers": self.answers, "asked": self.asked, "headers_of": self.headers_of}
        handler = type("Handler", (Site,), parts)
        self.server = QuietServer(("127.0.0.1", 0), handler)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,))
        self.thread.start()

    def asks_of(self, path: str) -> int:
        """Count the requests for a path."""
        return [asked for asked, _agent in self.asked].count(path)

    def close(self) -> None:
        """Stop serving."""
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@contextmanager
def serving() -> Iterator[Served]:
    """Serve while a test runs."""
    served = Served()
    try:
        yield served
    finally:
        served.close()


def gives(content: bytes, kind: str = "text/html", **headers: str) -> Answer:
    def answer(site: Site) -> None:
        site.send_response(200)
        site.send_header("Content-Type", kind)
        for name, value in headers.items():
            site.send_header(name.replace("_", "-"), value)
        site.end_headers()
        site.wfile.write(content)

    return answer


def gives_labelled(content: bytes, label: str, kind: str = "application/rss+xml") -> Answer:
    """Give content under an ETag, and 304 to whoever knows it."""

    def answer(site: Site) -> None:
        known = site.headers.get("If-None-Match") == label
        site.send_response(304 if known else 200)
        site.send_header("ETag", label)
        site.send_header("Content-Type", kind)
        site.end_headers()
        if not known:
            site.wfile.write(content)

    return answer


def sends_raw(*parts: bytes) -> Answer:
    """Write bytes as they are, then hang up."""

    def answer(site: Site) -> None:
        for part in parts:
            site.wfile.write(part)
        site.close_connection = True

    return answer


def sends_to(address: str, code: int = 302) -> Answer:
    def answer(site: Site) -> None:
        site.send_response(code)
        site.send_header("Location", address)
        site.send_header("Content-Length", "0")
        site.end_headers()

    return answer


def status(code: int, **headers: str) -> Answer:
    def answer(site: Site) -> None:
        site.send_response(code)
        for name, value in headers.items():
            site.send_header(name.replace("_", "-"), value)
        site.send_header("Content-Length", "0")
        site.end_headers()

    return answer
