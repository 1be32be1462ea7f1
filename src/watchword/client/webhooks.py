"""Seeing that a webhook comes from whom it says, by Standard Webhooks 1.0.

The receiver calls `verify` with the bytes of the body as they came, before they are parsed.
"""

import base64
import binascii
import hmac
import json
import time
from collections.abc import Callable, Mapping
from typing import Any

from watchword.errors import ForgedError, SettingsError

TOLERANCE_S = 300
"""How old, or how far ahead, a request may be, in seconds; as the standard advises."""
_PREFIX = "whsec_"


def verify(
    body: bytes,
    headers: Mapping[str, str],
    secret: str,
    *,
    is_known: Callable[[str], bool] = lambda _key: False,
    now: Callable[[], float] = time.time,
) -> dict[str, Any]:
    """What a webhook tells, if it is genuine, of now, and was not seen before.

    Args:
        body: its body, as it came.
        headers: its headers; upper and lower case are the same.
        secret: the key that it is signed with, `whsec_` and base64, or any other words.
        is_known: whether a request with this id was taken before; keep the ids that you have
            taken for ten minutes, and whoever sends one again is refused.
        now: seconds since 1970.

    Raises:
        ForgedError: if it is not.
        SettingsError: if the secret is none.
    """
    key, _ = check_signature(body, headers, secret, now=now)
    if is_known(key):
        raise ForgedError("it was taken before", key=key)
    return _told(body, key)


def check_signature(
    body: bytes,
    headers: Mapping[str, str],
    secret: str,
    *,
    now: Callable[[], float] = time.time,
) -> tuple[str, int]:
    """The id of a webhook and when it was signed, in seconds since 1970, if it is genuine.

    Args:
        body: its body, as it came, of whatever form.
        headers: its headers; upper and lower case are the same.
        secret: the key that it is signed with.
        now: seconds since 1970.

    Raises:
        ForgedError: if it is not genuine, or not of now.
        SettingsError: if the secret is none.
    """
    given = {name.lower(): value for name, value in headers.items()}
    key, stamp = given.get("webhook-id", ""), given.get("webhook-timestamp", "")
    if not key or not stamp.isdecimal() or len(stamp) > 12:
        raise ForgedError("it is not signed", key="webhook-id")
    if abs(now() - int(stamp)) > TOLERANCE_S:
        raise ForgedError("it is too old, or of another time", key=key, mend="set the clocks")
    digest = hmac.digest(_key_of(secret), f"{key}.{stamp}.".encode() + body, "sha256")
    expected = base64.b64encode(digest).decode()
    offered = [each[3:] for each in given.get("webhook-signature", "").split() if each[:3] == "v1,"]
    if not any(hmac.compare_digest(each.encode(), expected.encode()) for each in offered):
        raise ForgedError("the signature is not ours", key=key)
    return key, int(stamp)


def _told(body: bytes, key: str) -> dict[str, Any]:
    try:
        told = json.loads(body)
    except ValueError as error:
        raise ForgedError("it is no JSON", key=key) from error
    if not isinstance(told, dict):
        raise ForgedError("it is no object", key=key)
    return told


def _key_of(secret: str) -> bytes:
    if not secret:
        raise SettingsError("there is no secret", key="secret")
    if not secret.startswith(_PREFIX):
        return secret.encode()
    try:
        return base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
    except (binascii.Error, ValueError) as error:
        raise SettingsError("it is no base64 after whsec_", key="secret") from error
