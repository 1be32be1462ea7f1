"""Which addresses may be fetched: public http and https ones, whatever their name resolves to.

Invariant: what is connected to is the very IP address that was checked, never a name.
"""

import ipaddress
import socket
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from watchword.errors import RefusedError, UnreadableError

Resolve = Callable[..., list[tuple[Any, ...]]]
"""`socket.getaddrinfo`, or something like it."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_MOST_CHARACTERS = 4_000


def check_address(address: str) -> None:
    """Refuse an address that is not a plain http or https one.

    Raises:
        RefusedError: if it has another scheme, no host, or a name and password in it.
    """
    try:
        parts = urlsplit(address)
        _port = parts.port
    except ValueError as error:
        raise RefusedError("not a proper web address") from error
    if parts.scheme.lower() not in {"http", "https"}:
        raise RefusedError("only http and https addresses are fetched")
    if parts.username is not None or parts.password is not None:
        raise RefusedError("an address with a name or password in it is not fetched")
    if not parts.hostname or len(address) > _MOST_CHARACTERS:
        raise RefusedError("not a proper web address")


def checked_hosts(
    host: str, port: int, *, allow_private: bool, resolve: Resolve = socket.getaddrinfo
) -> list[str]:
    """Resolve a host and give its IP addresses, every one of them checked.

    Raises:
        RefusedError: if one of them lies in a private, loopback or otherwise special range.
        UnreadableError: if the name resolves to nothing.
    """
    try:
        answers = resolve(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreadableError(f"no such host: {host[:100]}") from error
    found = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    if not found:
        raise UnreadableError(f"no such host: {host[:100]}")
    if not allow_private and not all(map(is_public, found)):
        raise RefusedError(f"{host[:100]} is an address inside a private network")
    return found


def is_public(words: str) -> bool:
    """Whether an IP address belongs to the public internet.

    >>> is_public("192.0.2.1"), is_public("::ffff:127.0.0.1"), is_public("93.184.215.14")
    (False, False, True)
    """
    try:
        number = ipaddress.ip_address(words.partition("%")[0])
    except ValueError:
        return False
    if isinstance(number, ipaddress.IPv6Address):
        return _is_public_v6(number)
    return _is_ordinary(number)


def _is_public_v6(number: ipaddress.IPv6Address) -> bool:
    if number.ipv4_mapped is not None:
        return _is_ordinary(number.ipv4_mapped)
    if number in _NAT64:
        return _is_ordinary(ipaddress.IPv4Address(int(number) & 0xFFFFFFFF))
    tunnelled = number.sixtofour is not None or number.teredo is not None
    return not tunnelled and not number.is_site_local and _is_ordinary(number)


def _is_ordinary(number: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    special = (
        number.is_private, number.is_loopback, number.is_link_local, number.is_multicast,
        number.is_reserved, number.is_unspecified,
    )  # fmt: skip
    return number.is_global and not any(special)
