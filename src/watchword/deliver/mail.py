"""Alerts as mails: plain text, handed to one mail server over TLS.

A repeat has the `Message-ID` of the first one, so that the receiver's program knows it.
"""

import smtplib
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

from watchword.deliver.bounds import Bounds
from watchword.deliver.letter import Letter, subject_of, text_of
from watchword.errors import RefusedError, UndeliveredError, UnreadableError
from watchword.model.channel import Channel
from watchword.net.addresses import Resolve, checked_hosts

PORTS = {"smtp": 587, "smtps": 465}
_MOST_SUBJECT = 200
_READY = 220


def mail_of(letter: Letter, channel: Channel) -> EmailMessage:
    """The mail of an alert; nothing that a report says can become a header.

    Raises:
        UndeliveredError: if an address of the channel is none.
    """
    mail = EmailMessage()
    try:
        mail["From"] = _address(channel.sender or channel.address)
        mail["To"] = _address(channel.address)
    except (ValueError, IndexError) as error:
        raise UndeliveredError("this is no mail address", key=channel.address) from error
    mail["Subject"] = _printable(subject_of(letter))[:_MOST_SUBJECT]
    mail["Date"] = format_datetime(letter.alert.at)
    mail["Message-ID"] = f"<{letter.key}@watchword.invalid>"
    mail["Auto-Submitted"] = "auto-generated"
    words = text_of(letter).encode("utf-8", "replace").decode()  # half letters are in some reports
    mail.set_content(words, cte="quoted-printable")
    return mail


class Postman:
    """A connection to a mail server, logged in.

    Args:
        server: `smtps://user@host:port`, or `smtp://user@host:port`, where TLS is begun before
            anything is said; only where private addresses are allowed may it do without.
        password: of the user, None for a server that asks for none.
        bounds: what the server cannot move.
        resolve: resolves names.
        tls: settings for TLS; the system's unless given.

    Raises:
        UndeliveredError: if the server does not let us in.
    """

    def __init__(
        self,
        server: str,
        password: str | None,
        bounds: Bounds,
        *,
        resolve: Resolve = socket.getaddrinfo,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._server = server
        self._bounds = bounds
        self._tls = tls or ssl.create_default_context()
        parts = urlsplit(server)
        with self._told():
            host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
            allowed = bounds.allow_private
            numbers = checked_hosts(host, port, allow_private=allowed, resolve=resolve)
            self._smtp = self._connect(parts.scheme, numbers, (host, port))
            if parts.username and password:
                self._smtp.login(unquote(parts.username), password)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with suppress(smtplib.SMTPException, OSError):
            self._smtp.quit()

    def send(self, mail: EmailMessage) -> None:
        """Hand over one mail.

        Raises:
            UndeliveredError: if the server does not take it.
        """
        with self._told():
            self._smtp.send_message(mail)

    def _connect(self, scheme: str, numbers: Sequence[str], at: tuple[str, int]) -> smtplib.SMTP:
        timeout = self._bounds.timeout_s
        smtp: smtplib.SMTP
        if scheme == "smtps":
            smtp = _CheckedSmtps(numbers, timeout=timeout, context=self._tls)
            _greet(smtp, *at)
            return smtp
        smtp = _CheckedSmtp(numbers, timeout=timeout)
        _greet(smtp, *at)
        if smtp.has_extn("starttls"):
            smtp.starttls(context=self._tls)
            smtp.ehlo()
        elif not self._bounds.allow_private:
            smtp.close()
            raise UndeliveredError("the mail server offers no TLS", key=self._server)
        return smtp

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except smtplib.SMTPAuthenticationError as error:
            raise UndeliveredError("it refuses the password", key=self._server) from error
        except smtplib.SMTPRecipientsRefused as error:
            raise UndeliveredError("it refuses the receiver", key=self._server) from error
        except smtplib.SMTPException as error:
            raise UndeliveredError("the mail server gives an error", key=self._server) from error
        except (UnreadableError, RefusedError) as error:
            raise UndeliveredError(str(error.args[0]), key=self._server) from error
        except (OSError, ValueError) as error:
            raise UndeliveredError("the mail server does not answer", key=self._server) from error


class _CheckedSmtp(smtplib.SMTP):
    """Connects to the addresses that were checked, and to no other that the name may lead to."""

    def __init__(self, numbers: Sequence[str], *, timeout: float) -> None:
        self._numbers = numbers
        super().__init__(timeout=timeout)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        # Without this the name of the server would be unknown to its certificate's check.
        self._host = host
        for number in self._numbers[:-1]:
            with suppress(OSError):
                return socket.create_connection((number, port), timeout)
        return socket.create_connection((self._numbers[-1], port), timeout)


class _CheckedSmtps(_CheckedSmtp):
    default_port = PORTS["smtps"]

    def __init__(self, numbers: Sequence[str], *, timeout: float, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__(numbers, timeout=timeout)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        plain = super()._get_socket(host, port, timeout)
        return self._context.wrap_socket(plain, server_hostname=host)


def _greet(smtp: smtplib.SMTP, host: str, port: int) -> None:
    code, words = smtp.connect(host, port)
    if code != _READY:
        smtp.close()
        raise smtplib.SMTPConnectError(code, words)
    smtp.ehlo()


def _address(words: str) -> Address:
    if any(ord(letter) < 32 for letter in words):
        raise ValueError(words)
    return Address(addr_spec=words)


def _printable(words: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in words)
