"""Where a language model is, and who could read what is sent to it.

Invariant: what is sent to an address on the public internet is sealed; it goes to the address
that the user named and to no other.
"""

import socket
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from watchword.errors import RefusedError, SettingsError, UnreadableError
from watchword.net.addresses import Resolve, check_address, checked_hosts, is_public

_PORTS = {"http": 80, "https": 443}
_LOOPBACK = ("127.", "::1")


class Whereabouts(StrEnum):
    """How far what is asked travels."""

    HERE = "on this machine"
    INSIDE = "in a private network"
    OUTSIDE = "on the public internet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """A model behind an address that speaks the form of OpenAI's chat completions.

    Attributes:
        address: the base of the interface, as `http://127.0.0.1:11434/v1`.
        model: name of the model there.
        key: password of the interface, None for one that asks for none.
        timeout_s: longest wait for one answer, in seconds.
        max_bytes: longest answer that is read.
    """

    address: str
    model: str
    key: str | None = field(default=None, repr=False)
    timeout_s: float = 120.0
    max_bytes: int = 1_000_000

    @property
    def completions(self) -> str:
        """The address that is asked."""
        return f"{self.address.rstrip('/')}/chat/completions"


def check_endpoint(endpoint: Endpoint) -> None:
    """Refuse an endpoint that cannot be asked, before anything is sent.

    Raises:
        SettingsError: if its address is no web address, or no model is named.
    """
    try:
        check_address(endpoint.address)
    except RefusedError as error:
        told = str(error.args[0])
        raise SettingsError(
            told, key="WATCHWORD_LM_URL", mend="as http://127.0.0.1:11434/v1"
        ) from error
    if not endpoint.model:
        raise SettingsError("no model is named", key="WATCHWORD_LM_MODEL", mend="as llama3.2")
    if endpoint.key is not None and not (endpoint.key.isascii() and endpoint.key.isprintable()):
        raise SettingsError("it holds characters that no header takes", key="WATCHWORD_LM_KEY")


def where_is(address: str, resolve: Resolve = socket.getaddrinfo) -> Whereabouts:
    """How far what is sent to an address travels.

    Raises:
        UnreadableError: if its name leads nowhere.
    """
    numbers = _numbers_of(address, resolve)
    if any(is_public(number) for number in numbers):
        return Whereabouts.OUTSIDE
    return Whereabouts.HERE if all(map(_is_loopback, numbers)) else Whereabouts.INSIDE


def sealed_unless_private(address: str, resolve: Resolve) -> Resolve:
    """A resolver that refuses to lead an open connection out of the private networks."""

    def resolved(host: str, port: int, **kind: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - as `socket.getaddrinfo` has it
        answers = resolve(host, port, **kind)
        is_open = urlsplit(address).scheme.lower() == "http"
        if is_open and any(is_public(str(answer[4][0])) for answer in answers):
            raise RefusedError(
                "over the public internet a language model is asked by https only",
                key="WATCHWORD_LM_URL",
            )
        return answers

    return resolved


def _numbers_of(address: str, resolve: Resolve) -> list[str]:
    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port or _PORTS.get(parts.scheme.lower(), 443)
    if not host:
        raise UnreadableError("not a proper web address", key=address)
    return checked_hosts(host, port, allow_private=True, resolve=resolve)


def _is_loopback(number: str) -> bool:
    return number.removeprefix("::ffff:").startswith(_LOOPBACK)
