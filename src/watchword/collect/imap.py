"""A connection to an IMAP server that only reads, to checked addresses, within bounds.

Nothing on the server changes: mailboxes are opened by EXAMINE, mails fetched by BODY.PEEK.
"""

import imaplib
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Timer
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

from watchword.collect.limits import Limits
from watchword.errors import RefusedError, UnreadableError
from watchword.net.addresses import Resolve, checked_hosts

VISIT_TIMEOUTS = 30
"""A connection is ended after so many times `Limits.timeout_s`, however busily it drips."""

_PORTS = {"imap": 143, "imaps": 993}
_UID = re.compile(rb"\bUID (\d{1,10})\b")
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d{1,12})\b")
_SPARE_BYTES = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A mailbox as it was opened.

    Attributes:
        uid_validity: changes where the server has numbered its mails anew.
    """

    uid_validity: int


class Mailbox:
    """One mailbox on one server.

    Args:
        address: `imaps://user@host:port/Mailbox`; `imap://` only where private addresses are
            allowed, since it sends the password in the clear.
        password: its password.
        limits: the bounds.
        resolve: resolves names.
        tls: settings for TLS; the system's unless given.

    Raises:
        RefusedError: if the address may not be connected to, or the password is refused.
        UnreadableError: if the server does not answer properly.
    """

    def __init__(
        self,
        address: str,
        password: str,
        limits: Limits,
        *,
        resolve: Resolve = socket.getaddrinfo,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        parts = urlsplit(address)
        if parts.scheme != "imaps" and not limits.allow_private:
            raise RefusedError("a mailbox is read over TLS only", mend="imaps://")
        self._name = unquote(parts.path.strip("/")) or "INBOX"
        self._limits = limits
        context = tls or ssl.create_default_context()
        with _told_errors():
            self._server = _CheckedImap(
                (parts.hostname or "", parts.port or _PORTS[parts.scheme]),
                limits,
                resolve=resolve,
                tls=context if parts.scheme == "imaps" else None,
            )
        self._watch = Timer(limits.timeout_s * VISIT_TIMEOUTS, self._server.cut)
        self._watch.daemon = True
        self._watch.start()
        self._log_in(unquote(parts.username or ""), password)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close(polite=error is None)

    def close(self, *, polite: bool = True) -> None:
        """End the connection, after logging out where there is still somebody to log out from."""
        self._watch.cancel()
        with suppress(imaplib.IMAP4.error, OSError, UnreadableError):
            if polite:
                self._server.logout()
        with suppress(OSError):
            self._server.shutdown()

    def open(self) -> Opened:
        """Open the mailbox for reading only.

        Raises:
            UnreadableError: if there is no such mailbox.
        """
        with _told_errors():
            status, _count = self._server.select(_quoted(self._name), readonly=True)
            if status != "OK":
                raise UnreadableError(f"there is no mailbox '{self._name}'")
            validity = self._server.response("UIDVALIDITY")[1][0]
        words = validity.decode("ascii", errors="replace") if validity else ""
        return Opened(uid_validity=int(words) if words.isdecimal() else 0)

    def find_sizes(self, after: int, most: int) -> tuple[dict[int, int], bool]:
        """Sizes in bytes of the first mails with a UID above one, by UID; and whether more follow.

        Args:
            after: the UID.
            most: how many mails at most.
        """
        with _told_errors():
            status, found = self._server.uid("SEARCH", f"UID {after + 1}:*")
            words = (found[0] or b"").split() if status == "OK" and found else []
            uids = sorted({int(word) for word in words if word.isdigit()} - {0})
            fresh = [uid for uid in uids if uid > after]
            sizes: dict[int, int] = {}
            for start in range(0, min(len(fresh), most), 100):
                chunk = fresh[start : min(start + 100, most)]
                sizes |= self._sizes_of(chunk)
        return sizes, len(fresh) > most

    def fetch(self, uid: int) -> bytes:
        """Give a mail's bytes, without marking it as read; empty where it is gone.

        Raises:
            RefusedError: if it is larger than the bound.
        """
        most = self._limits.max_bytes
        with _told_errors():
            _status, found = self._server.uid("FETCH", str(uid), f"(BODY.PEEK[]<0.{most + 1}>)")
        bodies = [part[1] for part in found or [] if isinstance(part, tuple)]
        content = bodies[0] if bodies else b""
        if len(content) > most:
            raise RefusedError(f"larger than {most:,} bytes")
        return content

    def _sizes_of(self, uids: list[int]) -> dict[int, int]:
        wanted = ",".join(map(str, uids))
        _status, found = self._server.uid("FETCH", wanted, "(UID RFC822.SIZE)")
        sizes: dict[int, int] = {}
        for part in found or []:
            line = part if isinstance(part, bytes) else b""
            uid, size = _UID.search(line), _SIZE.search(line)
            if uid and size:
                sizes[int(uid[1])] = int(size[1])
        return {uid: sizes[uid] for uid in uids if uid in sizes}

    def _log_in(self, user: str, password: str) -> None:
        try:
            with _told_errors():
                self._server.login(user, password)
        except UnreadableError as error:
            self.close(polite=False)
            if "refused" not in str(error):
                raise
            raise RefusedError(
                "the mail server refuses the name or password",
                mend="look at the environment variable that the feed names",
            ) from error


class _CheckedImap(imaplib.IMAP4):
    """An IMAP connection to a checked address; what the server may send at once is bounded."""

    def __init__(
        self,
        place: tuple[str, int],
        limits: Limits,
        *,
        resolve: Resolve,
        tls: ssl.SSLContext | None,
    ) -> None:
        self._limits = limits
        self._resolve = resolve
        self._context = tls
        super().__init__(place[0], place[1], timeout=limits.timeout_s)

    def read(self, size: int) -> bytes:
        """Read a literal of a length that the server named."""
        if size > self._limits.max_bytes + _SPARE_BYTES:
            raise UnreadableError("the mail server sends more than was asked for")
        return super().read(size)

    def cut(self) -> None:
        """End the connection at once."""
        with suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        hosts = checked_hosts(
            self.host, self.port, allow_private=self._limits.allow_private, resolve=self._resolve
        )
        failed: OSError | None = None
        for number in hosts:
            try:
                plain = socket.create_connection((number, self.port), timeout)
            except OSError as error:
                failed = error
                continue
            return plain if self._context is None else self._wrapped(plain, self._context)
        raise UnreadableError("nothing answers at this address") from failed

    def _wrapped(self, plain: socket.socket, context: ssl.SSLContext) -> socket.socket:
        try:
            return context.wrap_socket(plain, server_hostname=self.host)
        except OSError:
            plain.close()
            raise


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


@contextmanager
def _told_errors() -> Iterator[None]:
    try:
        yield
    except imaplib.IMAP4.abort as error:
        raise UnreadableError("the connection to the mail server broke off") from error
    except imaplib.IMAP4.error as error:
        raise UnreadableError("the mail server refused what was asked") from error
    except ssl.SSLCertVerificationError as error:
        raise UnreadableError("the mail server's certificate is not valid") from error
    except TimeoutError as error:
        raise UnreadableError("it took too long to answer") from error
    except (OSError, ValueError) as error:
        raise UnreadableError("the connection to the mail server broke off") from error
