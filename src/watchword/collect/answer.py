"""What a server answered to one request, and what its headers ask for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked of a server.

    Attributes:
        address: a web address.
        etag: validator of what is known already, else empty.
        last_modified: likewise.
        most_bytes: largest body that is taken.
        may_be_cut: whether of a larger body the beginning is taken, rather than nothing.
        keep: whether the exchanges are kept as they went over the wire.
    """

    address: str
    etag: str = ""
    last_modified: str = ""
    most_bytes: int
    may_be_cut: bool = False
    keep: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and its answer as they went over the wire, but for chunks, which are joined.

    Attributes:
        address: where it went.
        at: when it was sent.
        request: request line and headers.
        head: status line and headers of the answer.
        body: the answer's body, packed as it came.
        host: IP address that answered, else empty.
        cut: whether the body goes on beyond what was taken.
    """

    address: str
    at: datetime
    request: bytes = field(repr=False)
    head: bytes = field(repr=False)
    body: bytes = field(repr=False)
    host: str = ""
    cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer, redirects followed.

    Attributes:
        address: where the answer came from.
        status: HTTP status.
        headers: headers by their names in lower case.
        content: the body, unpacked.
        cut: whether the body goes on beyond what was taken.
        moved_to: address reached by permanent redirects (301, 308) from the one asked, before
            any other kind of redirect; empty where there was none.
        received: bytes of body that came, on all steps.
        exchanges: every step, where they were to be kept.
    """

    address: str
    status: int
    headers: Mapping[str, str]
    content: bytes = field(repr=False)
    cut: bool = False
    moved_to: str = ""
    received: int = 0
    exchanges: tuple[Exchange, ...] = field(default=(), repr=False)


def media_type(headers: Mapping[str, str]) -> str:
    """Media type in lower case, without its parameters."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def charset(headers: Mapping[str, str]) -> str:
    """Character set that the content type names, else empty."""
    match = _CHARSET.search(headers.get("content-type", ""))
    return match[1] if match else ""


def retry_after_s(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds for which the server asks to be left alone (RFC 9110, 10.2.3), else None.

    >>> retry_after_s({"retry-after": "120"}, datetime(2026, 1, 1, tzinfo=UTC))
    120.0
    """
    words = headers.get("retry-after", "").strip()[:100]
    if re.fullmatch(r"\d{1,9}", words, re.ASCII):
        return float(words)
    at = _http_date(words)
    return None if at is None else max((at - now).total_seconds(), 0.0)


def max_age_s(headers: Mapping[str, str]) -> float | None:
    """Seconds for which a cache may keep the answer (RFC 9111, 5.2.2.1), else None."""
    match = _MAX_AGE.search(headers.get("cache-control", "")[:1_000])
    return float(match[1]) if match else None


def _http_date(words: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(words)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at
