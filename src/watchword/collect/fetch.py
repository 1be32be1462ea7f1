"""Getting what lies behind web addresses: politely, within bounds, and only from public ones."""

import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from time import monotonic
from types import TracebackType
from typing import Any, Self
from urllib.parse import urljoin, urlsplit

import httpcore2
import httpx2

from watchword import __version__
from watchword.collect.answer import Answer, Exchange, Query, charset, media_type, retry_after_s
from watchword.collect.formats.quiet import quiet
from watchword.collect.limits import Limits
from watchword.collect.pace import HostPace
from watchword.collect.piece import Piece
from watchword.collect.robots import Robots, read_robots
from watchword.collect.unpacking import ACCEPTED, unpack
from watchword.errors import BusyError, RefusedError, UnreadableError
from watchword.net.addresses import Resolve, check_address
from watchword.net.connection import CheckedTransport, Deadline

USER_AGENT = f"watchword/{__version__}"

ROBOTS_KEPT_S = 86_400.0
"""How long a robots.txt is gone by before it is asked for again (RFC 9309, 2.4)."""

ROBOTS_FAILED_S = 600.0
"""Likewise where the site failed to give it."""

_PERMANENT = frozenset((301, 308))
_REDIRECTS = _PERMANENT | {302, 303, 307}
_BUSY = frozenset((429, 503))
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, "
    "application/feed+json, application/xml;q=0.9, */*;q=0.8",
    "Accept-Encoding": ACCEPTED,
}


class Fetcher:
    """Fetches addresses, asking each host's robots.txt once a day.

    Args:
        limits: the bounds.
        resolve: resolves names.
        pace: keeps requests to one host apart; may be shared.
        now: tells the time.
    """

    def __init__(
        self,
        limits: Limits,
        *,
        resolve: Resolve = socket.getaddrinfo,
        pace: HostPace | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._limits = limits
        self._resolve = resolve
        self._pace = pace or HostPace(limits.host_gap_s)
        self._now = now
        self._tls = httpcore2.default_ssl_context()
        self._robots: dict[str, tuple[Robots, float]] = {}

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
        answer = self.ask(Query(address=address, most_bytes=self._limits.max_bytes))
        return piece_of(answer, found_at=address)

    def ask(self, query: Query) -> Answer:
        """Ask for one address and give the answer whatever its status.

        The wait for the host's turn is not counted as time that the answer takes.

        Raises:
            RefusedError: if a rule forbids it: the address's kind or range, robots.txt, size,
                a host that asked to be left alone.
            UnreadableError: if there is no proper answer in time.
        """
        deadline = Deadline(self._limits.timeout_s)
        with self._client(deadline) as client:
            first = self._step(client, query, deadline)
            answer = self._followed(client, query, first)
        if answer.status in _BUSY:
            wait_s = retry_after_s(answer.headers, self._now())
            self._pace.keep_peace(_host(answer.address), wait_s or 0.0)
        return answer

    def _followed(self, client: httpx2.Client, query: Query, first: Answer) -> Answer:
        """Follow redirects; `moved_to` ends with the last of the permanent ones in a row."""
        answer, permanent = first, True
        for _step in range(self._limits.max_redirects):
            if not _is_redirect(answer):
                return answer
            permanent = permanent and answer.status in _PERMANENT
            target = _next_address(answer.address, answer.headers["location"])
            step = self._step(client, replace(query, address=target), None)
            answer = replace(
                step,
                moved_to=step.address if permanent else answer.moved_to,
                received=answer.received + step.received,
                exchanges=answer.exchanges + step.exchanges,
            )
        if _is_redirect(answer):
            raise RefusedError(f"more than {self._limits.max_redirects} redirects")
        return answer

    def _step(self, client: httpx2.Client, query: Query, deadline: Deadline | None) -> Answer:
        """Ask one address, redirects not followed; only the first step waits for its turn."""
        check_address(query.address)
        host = _host(query.address)
        self._pace.check(host)
        robots = self._robots_of(client, query.address)
        if robots.closed:
            raise BusyError("the site fails to give its robots.txt, so that nothing is fetched")
        if not robots.allows(query.address, USER_AGENT):
            raise RefusedError("the site's robots.txt asks not to fetch it")
        if deadline is not None:
            deadline.extend(self._pace.wait(host, robots.delay_s(USER_AGENT)))
        return self._request(client, query)

    def _client(self, deadline: Deadline) -> httpx2.Client:
        quiet("httpx2", "httpcore2")
        transport = CheckedTransport(
            deadline,
            allow_private=self._limits.allow_private,
            resolve=self._resolve,
            tls=self._tls,
        )
        return httpx2.Client(transport=transport, headers=_HEADERS, trust_env=False)

    def _robots_of(self, client: httpx2.Client, address: str) -> Robots:
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}".lower()
        known, until = self._robots.get(site, (None, 0.0))
        if known is None or monotonic() > until:
            known = self._fetch_robots(client, site)
            kept_s = ROBOTS_FAILED_S if known.closed else ROBOTS_KEPT_S
            self._robots[site] = known, monotonic() + kept_s
        return known

    def _fetch_robots(self, client: httpx2.Client, site: str) -> Robots:
        query = Query(address=f"{site}/robots.txt", most_bytes=Robots.MOST_BYTES, may_be_cut=True)
        for _step in range(self._limits.max_redirects + 1):
            check_address(query.address)
            answer = self._request(client, query)
            if not _is_redirect(answer):
                return read_robots(answer.status, answer.content)
            target = _next_address(answer.address, answer.headers["location"])
            query = replace(query, address=target)
        return read_robots(404, b"")

    def _request(self, client: httpx2.Client, query: Query) -> Answer:
        at = self._now()
        try:
            with client.stream("GET", query.address, headers=_validators(query)) as answer:
                host = _peer(answer) if query.keep else ""
                body = _read_body(answer, query)
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError) as error:
            raise UnreadableError("no proper answer") from error
        if len(body) > query.most_bytes and not query.may_be_cut:
            raise RefusedError(f"larger than {query.most_bytes:,} bytes")
        content, cut = unpack(
            body,
            answer.headers.get("content-encoding", ""),
            most=query.most_bytes,
            ratio=self._limits.max_ratio,
            may_be_cut=query.may_be_cut,
        )
        return Answer(
            address=query.address,
            status=answer.status_code,
            headers={name.lower(): value for name, value in answer.headers.items()},
            content=content,
            cut=cut or len(body) > query.most_bytes,
            received=len(body),
            exchanges=(_exchange(answer, query, body, (at, host)),) if query.keep else (),
        )


def piece_of(answer: Answer, *, found_at: str) -> Piece:
    """Give a good answer as bytes to read.

    Raises:
        UnreadableError: if the server answered anything but 200.
    """
    if answer.status != 200:
        raise UnreadableError(f"the server answered {answer.status}")
    return Piece(
        content=answer.content,
        found_at=found_at,
        name=urlsplit(answer.address).path.rpartition("/")[2],
        media_type=media_type(answer.headers),
        charset=charset(answer.headers),
        address=answer.address,
    )


def _host(address: str) -> str:
    parts = urlsplit(address)
    return (parts.netloc or address).lower()


def _is_redirect(answer: Answer) -> bool:
    return answer.status in _REDIRECTS and "location" in answer.headers


def _validators(query: Query) -> dict[str, str]:
    given = {"If-None-Match": query.etag, "If-Modified-Since": query.last_modified}
    return {name: value for name, value in given.items() if value}


def _read_body(answer: httpx2.Response, query: Query) -> bytes:
    """Give the body as it came, and one byte more than allowed at most."""
    parts: list[bytes] = []
    size = 0
    for part in () if answer.status_code in _REDIRECTS else answer.iter_raw():
        parts.append(part)
        size += len(part)
        if size > query.most_bytes:
            break
    return b"".join(parts)[: query.most_bytes + 1]


def _exchange(
    answer: httpx2.Response, query: Query, body: bytes, met: tuple[datetime, str]
) -> Exchange:
    request = answer.request
    at, host = met
    line = f"{request.method} {request.url.raw_path.decode('ascii')} HTTP/1.1\r\n"
    status = f"{answer.http_version} {answer.status_code} {answer.reason_phrase}\r\n"
    return Exchange(
        address=query.address,
        at=at,
        request=line.encode() + _head(request.headers.raw),
        head=status.encode("latin-1", errors="replace") + _head(answer.headers.raw),
        body=body[: query.most_bytes],
        host=host,
        cut=len(body) > query.most_bytes,
    )


def _head(headers: list[tuple[bytes, bytes]]) -> bytes:
    return b"".join(name + b": " + value + b"\r\n" for name, value in headers) + b"\r\n"


def _peer(answer: httpx2.Response) -> str:
    stream: Any = answer.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream is not None else None
    return str(peer[0]) if peer else ""


def _next_address(here: str, location: str) -> str:
    try:
        return urljoin(here, location)
    except ValueError as error:
        raise UnreadableError("a redirect to no proper address") from error
