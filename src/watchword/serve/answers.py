"""Short answers of the server itself: problems in the form of RFC 9457, and ways elsewhere."""

import json
from collections.abc import Sequence
from math import ceil

from starlette.types import Scope, Send

Header = tuple[bytes, bytes]
_TITLES = {
    400: "Bad request",
    401: "Sign in first",
    403: "Not allowed",
    411: "Length required",
    413: "Too large",
    421: "Not this server",
    429: "Too many requests",
}


async def refuse(send: Send, status: int, told: str, *, headers: Sequence[Header] = ()) -> None:
    """Answer with a problem.

    Args:
        send: where it goes.
        status: the HTTP status.
        told: what is wrong and how to mend it, in words.
        headers: further ones.
    """
    problem = {"type": "about:blank", "title": _TITLES[status], "status": status, "detail": told}
    body = json.dumps(problem).encode()
    given = (
        (b"content-type", b"application/problem+json"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        *headers,
    )
    await send({"type": "http.response.start", "status": status, "headers": list(given)})
    await send({"type": "http.response.body", "body": body})


async def refuse_for_a_while(send: Send, wait_s: float) -> None:
    """Answer that it was asked too often, and when to ask again."""
    seconds = ceil(wait_s)
    headers = ((b"retry-after", str(seconds).encode()),)
    await refuse(send, 429, f"too many requests; ask again in {seconds} s", headers=headers)


async def lead_to(send: Send, place: str) -> None:
    """Answer with the way to another page of ours."""
    headers = [
        (b"location", place.encode("ascii")),
        (b"content-length", b"0"),
        (b"cache-control", b"no-store"),
    ]
    await send({"type": "http.response.start", "status": 303, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


def header_of(scope: Scope, name: bytes) -> bytes | None:
    """The value of a header; None without it."""
    return next((value for key, value in scope["headers"] if key == name), None)


def headers_of(scope: Scope, name: bytes) -> list[bytes]:
    """Every value of a header, in order."""
    return [value for key, value in scope["headers"] if key == name]
