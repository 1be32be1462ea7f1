"""Alerts as signed web requests, by the rules of Standard Webhooks 1.0 (standardwebhooks.com).

A request bears `webhook-id`, `webhook-timestamp` and `webhook-signature`. The last is `v1,` and the
HMAC-SHA256 of `ID.TIMESTAMP.BODY`, in base64. A repeat has the id and the body of the first one.
"""

import base64
import binascii
import hmac
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin

import httpcore2
import httpx2

from watchword import __version__
from watchword.deliver.bounds import Bounds
from watchword.errors import RefusedError, UndeliveredError, UnreadableError
from watchword.net.addresses import Resolve, check_address
from watchword.net.connection import CheckedTransport, Deadline

_PREFIX = "whsec_"
_GOES_ON = frozenset((307, 308))
_GONE = 410


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What is sent to a web address.

    Attributes:
        address: where it goes.
        key: its id, the same for every repeat.
        body: JSON in UTF-8.
        at: when it is sent.
    """

    address: str
    key: str
    body: bytes
    at: datetime


def sign(secret: str, key: str, timestamp: int, body: bytes) -> str:
    """The signature of a body.

    Args:
        secret: `whsec_` and base64, or any other words as they are.
        key: the id.
        timestamp: seconds since 1970.
        body: what is signed.

    Raises:
        UndeliveredError: if the secret begins with `whsec_` and goes on with no base64.
    """
    signed = f"{key}.{timestamp}.".encode() + body
    digest = hmac.digest(_key_of(secret), signed, "sha256")
    return f"v1,{base64.b64encode(digest).decode()}"


class Poster:
    """Sends parcels, each within one deadline, to checked addresses only.

    Args:
        bounds: what no receiver can move.
        resolve: resolves names.
    """

    def __init__(self, bounds: Bounds, *, resolve: Resolve = socket.getaddrinfo) -> None:
        self._bounds = bounds
        self._resolve = resolve
        self._tls = httpcore2.default_ssl_context()

    def post(self, parcel: Parcel, secret: str) -> None:
        """Send one parcel; it is taken where the receiver answers with a 2xx status.

        Raises:
            UndeliveredError: if it was not taken.
        """
        headers = headers_of(parcel, secret)
        address = parcel.address
        transport = CheckedTransport(
            Deadline(self._bounds.timeout_s),
            allow_private=self._bounds.allow_private,
            resolve=self._resolve,
            tls=self._tls,
        )
        try:
            with httpx2.Client(transport=transport, trust_env=False) as client:
                for _step in range(self._bounds.max_redirects + 1):
                    check_address(address)
                    status, location = _sent(client, address, parcel.body, headers)
                    if status not in _GOES_ON or not location:
                        _check_status(status, parcel.address)
                        return
                    address = _next_address(address, location)
        except (UnreadableError, RefusedError) as error:
            raise UndeliveredError(str(error.args[0]), key=parcel.address) from error
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, ValueError) as error:
            raise UndeliveredError("no proper answer", key=parcel.address) from error
        raise UndeliveredError(
            f"more than {self._bounds.max_redirects} redirects", key=parcel.address
        )


def headers_of(parcel: Parcel, secret: str) -> Mapping[str, str]:
    """The headers that a parcel is sent with."""
    timestamp = int(parcel.at.timestamp())
    return {
        "content-type": "application/json",
        "user-agent": f"watchword/{__version__}",
        "webhook-id": parcel.key,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": sign(secret, parcel.key, timestamp, parcel.body),
    }


def _sent(
    client: httpx2.Client, address: str, body: bytes, headers: Mapping[str, str]
) -> tuple[int, str]:
    """The status of the answer, and where it sends us; its body is not read."""
    with client.stream("POST", address, content=body, headers=dict(headers)) as answer:
        return answer.status_code, answer.headers.get("location", "")


def _next_address(here: str, location: str) -> str:
    """Where a redirect leads; never from a sealed connection to an open one.

    Raises:
        UndeliveredError: if it would.
    """
    there = urljoin(here, location)
    if here.startswith("https:") and not there.startswith("https:"):
        raise UndeliveredError("a redirect away from https is not followed", key=here)
    return there


def _check_status(status: int, address: str) -> None:
    if 200 <= status < 300:
        return
    raise UndeliveredError(f"the receiver answered {status}", key=address, is_final=status == _GONE)


def _key_of(secret: str) -> bytes:
    if not secret.startswith(_PREFIX):
        return secret.encode()
    try:
        return base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
    except (binascii.Error, ValueError) as error:
        raise UndeliveredError("the secret is no base64 after whsec_") from error
