"""An HTTP transport that connects only to checked addresses and keeps to one deadline.

The network's name look-up and the connection happen in one place, so that a name cannot point
elsewhere between the check and the connection, and a server that sends a byte at a time cannot
stretch the wait: every step gets what is left of the whole time.
"""

import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

import httpcore2
import httpx2

from watchword.errors import UnreadableError
from watchword.net.addresses import Resolve, checked_hosts

TOO_SLOW = "it took too long to answer"


class Deadline:
    """A moment by which everything must be done.

    Args:
        seconds: how long from now.
    """

    def __init__(self, seconds: float) -> None:
        self._until = monotonic() + seconds

    def left(self) -> float:
        """Give the seconds left.

        Raises:
            UnreadableError: if there are none.
        """
        left = self._until - monotonic()
        if left <= 0:
            raise UnreadableError(TOO_SLOW)
        return left

    def extend(self, seconds: float) -> None:
        """Move the moment: time spent waiting for a host's turn does not count."""
        self._until += seconds


class CheckedTransport(httpx2.BaseTransport):
    """Sends requests over connections to checked addresses.

    Args:
        deadline: when all must be done.
        allow_private: whether private addresses may be connected to.
        resolve: resolves names.
        tls: settings for https, made once for many transports.
    """

    def __init__(
        self, deadline: Deadline, *, allow_private: bool, resolve: Resolve, tls: ssl.SSLContext
    ) -> None:
        backend = _CheckedBackend(deadline, allow_private=allow_private, resolve=resolve)
        self._pool = httpcore2.ConnectionPool(ssl_context=tls, network_backend=backend)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send one request."""
        with _told_errors():
            answer = self._pool.handle_request(
                httpcore2.Request(
                    method=request.method,
                    url=httpcore2.URL(
                        scheme=request.url.raw_scheme,
                        host=request.url.raw_host,
                        port=request.url.port,
                        target=request.url.raw_path,
                    ),
                    headers=request.headers.raw,
                    content=request.stream,
                )
            )
        return httpx2.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Stream(answer.stream),  # type: ignore[arg-type]
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()


class _Stream(httpx2.SyncByteStream):
    def __init__(self, parts: Iterable[bytes]) -> None:
        self._parts = parts

    def __iter__(self) -> Iterator[bytes]:
        with _told_errors():
            yield from self._parts

    def close(self) -> None:
        close = getattr(self._parts, "close", None)
        if close is not None:
            close()


class _CheckedBackend(httpcore2.NetworkBackend):
    def __init__(self, deadline: Deadline, *, allow_private: bool, resolve: Resolve) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._resolve = resolve
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the library's form; the deadline holds
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        failed: Exception | None = None
        hosts = checked_hosts(host, port, allow_private=self._allow_private, resolve=self._resolve)
        for number in hosts:
            try:
                stream = self._plain.connect_tcp(
                    number, port, self._deadline.left(), local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
            else:
                return _DeadlineStream(stream, self._deadline)
        raise UnreadableError("nothing answers at this address") from failed


class _DeadlineStream(httpcore2.NetworkStream):
    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - as above
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - as above
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - as above
    ) -> httpcore2.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _DeadlineStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - the library's form
        return self._stream.get_extra_info(info)


@contextmanager
def _told_errors() -> Iterator[None]:
    try:
        yield
    except httpcore2.TimeoutException as error:
        raise UnreadableError(TOO_SLOW) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise UnreadableError("the connection broke off") from error
