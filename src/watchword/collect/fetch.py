"""Getting a page from the web: politely, within bounds, and only from public addresses."""

import re
import socket
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpcore2
import httpx2

from watchword import __version__
from watchword.collect.addresses import Resolve, check_address
from watchword.collect.connection import CheckedTransport, Deadline
from watchword.collect.formats.gzipped import gunzip
from watchword.collect.formats.quiet import quiet
from watchword.collect.limits import Limits
from watchword.collect.piece import Piece
from watchword.collect.robots import Robots, read_robots
from watchword.errors import RefusedError, UnreadableError

USER_AGENT = f"watchword/{__version__}"

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
    "Accept-Encoding": "gzip",
}


class Fetcher:
    """Fetches addresses, asking each host's robots.txt once.

    Args:
        limits: the bounds.
        resolve: resolves names.
    """

    def __init__(self, limits: Limits, *, resolve: Resolve = socket.getaddrinfo) -> None:
        self._limits = limits
        self._resolve = resolve
        self._tls = httpcore2.default_ssl_context()
        self._robots: dict[str, Robots] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._robots.clear()

    def get(self, address: str) -> Piece:
        """Fetch one address; redirects are followed, each checked like the first.

        Raises:
            RefusedError: if a rule forbids it: the address's kind or range, robots.txt, size.
            UnreadableError: if there is no proper answer in time.
        """
        deadline = Deadline(self._limits.timeout_s)
        with self._client(deadline) as client:
            here = address
            for _step in range(self._limits.max_redirects + 1):
                check_address(here)
                self._ask_robots(client, here)
                status, headers, content = self._request(client, here, self._limits.max_bytes)
                if status not in _REDIRECTS or "location" not in headers:
                    return self._piece(address, here, (status, headers, content))
                here = _next_address(here, headers["location"])
        raise RefusedError(f"more than {self._limits.max_redirects} redirects")

    def _client(self, deadline: Deadline) -> httpx2.Client:
        quiet("httpx2", "httpcore2")
        transport = CheckedTransport(
            deadline,
            allow_private=self._limits.allow_private,
            resolve=self._resolve,
            tls=self._tls,
        )
        return httpx2.Client(transport=transport, headers=_HEADERS, trust_env=False)

    def _ask_robots(self, client: httpx2.Client, address: str) -> None:
        parts = urlsplit(address)
        host = f"{parts.scheme}://{parts.netloc}".lower()
        if host not in self._robots:
            self._robots[host] = self._fetch_robots(client, host)
        if not self._robots[host].allows(address, USER_AGENT):
            raise RefusedError("the site's robots.txt asks not to fetch it")

    def _fetch_robots(self, client: httpx2.Client, host: str) -> Robots:
        here = f"{host}/robots.txt"
        for _step in range(self._limits.max_redirects + 1):
            check_address(here)
            status, headers, content = self._request(client, here, 0)
            if status not in _REDIRECTS or "location" not in headers:
                return read_robots(status, content)
            here = _next_address(here, headers["location"])
        return read_robots(404, b"")

    def _request(
        self, client: httpx2.Client, address: str, most_bytes: int
    ) -> tuple[int, httpx2.Headers, bytes]:
        """Status, headers, and the body; with `most_bytes` 0 its first part only."""
        parts: list[bytes] = []
        size = 0
        try:
            with client.stream("GET", address) as answer:
                for part in () if answer.status_code in _REDIRECTS else answer.iter_raw():
                    parts.append(part)
                    size += len(part)
                    if size > (most_bytes or Robots.MOST_BYTES):
                        break
                status, headers = answer.status_code, answer.headers
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError) as error:
            raise UnreadableError("no proper answer") from error
        if most_bytes and size > most_bytes:
            raise RefusedError(f"larger than {most_bytes:,} bytes")
        return status, headers, _unpacked(b"".join(parts), headers, self._limits)

    def _piece(
        self, found_at: str, address: str, answer: tuple[int, httpx2.Headers, bytes]
    ) -> Piece:
        status, headers, content = answer
        if status != 200:
            raise UnreadableError(f"the server answered {status}")
        kind = headers.get("content-type", "")
        charset = _CHARSET.search(kind)
        return Piece(
            content=content,
            found_at=found_at,
            name=urlsplit(address).path.rpartition("/")[2],
            media_type=kind.partition(";")[0].strip().lower(),
            charset=charset[1] if charset else "",
            address=address,
        )


def _next_address(here: str, location: str) -> str:
    try:
        return urljoin(here, location)
    except ValueError as error:
        raise UnreadableError("a redirect to no proper address") from error


def _unpacked(content: bytes, headers: httpx2.Headers, limits: Limits) -> bytes:
    packing = headers.get("content-encoding", "").strip().lower()
    if packing in {"", "identity"} or not content:
        return content
    if packing in {"gzip", "x-gzip"}:
        return gunzip(content, limits)
    raise UnreadableError("packed in a way that was not asked for")
