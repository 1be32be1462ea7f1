"""Web archives (WARC): each page that a server answered with, its address and its date."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from watchword.collect.formats.gzipped import gunzip
from watchword.collect.formats.quiet import quiet
from watchword.collect.piece import Found, Piece, Terms
from watchword.collect.unpacking import unpack
from watchword.errors import RefusedError, UnreadableError
from watchword.model.report import Unread

READ_TYPES = (
    "text/", "application/xhtml", "application/pdf", "application/json", "application/feed+json",
    "application/rss", "application/atom", "application/xml", "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml", "message/rfc822",
)  # fmt: skip
"""Media types that hold reports; scripts, styles, pictures and fonts of a page do not."""

_PASSED_OVER = ("text/css", "text/javascript")


def read_warc(piece: Piece, terms: Terms) -> Iterator[Found]:
    """Read the responses and resources of a WARC; other records and media hold no reports."""
    quiet("fastwarc")
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - slow import

    wanted = WarcRecordType.response | WarcRecordType.resource
    records = ArchiveIterator(
        io.BytesIO(piece.content), record_types=wanted, parse_http=True, auto_decode="transfer"
    )
    count = 0
    try:
        for count, record in enumerate(records, start=1):
            if count > terms.limits.max_members:
                raise RefusedError(f"a WARC of more than {terms.limits.max_members:,} records")
            yield from _record(record, piece.before + count, piece, terms)
    except (OSError, ValueError) as error:
        reason = f"damaged after record {count}" if count else "a damaged WARC"
        raise UnreadableError(reason) from error
    if not count:
        raise UnreadableError("a WARC without a response in it")


def _record(record: Any, number: int, piece: Piece, terms: Terms) -> Iterator[Found]:  # noqa: ANN401 - fastwarc's, untyped
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    found_at = f"{piece.found_at}!{address or number}"
    http = record.http_headers
    if http is not None and http.status_code is None:
        yield Unread(found_at=found_at, reason="a damaged HTTP answer in a WARC")
        return
    media_type = _media_type(record)
    if (http is not None and http.status_code != 200) or not _holds_reports(media_type):
        return
    content = record.reader.read(terms.limits.max_bytes + 1)
    try:
        content = _unpacked(content, http, terms)
    except (UnreadableError, RefusedError) as error:
        yield Unread(found_at=found_at, reason=str(error.args[0]))
        return
    yield replace(
        piece,
        content=content,
        found_at=found_at,
        name=address.partition("?")[0].rpartition("/")[2],
        form="",
        media_type=media_type,
        charset=record.http_charset or "",
        address=address,
        captured=record.headers.get("WARC-Date") or "",
        depth=piece.depth + 1,
        before=0,
    )


def _media_type(record: Any) -> str:  # noqa: ANN401 - fastwarc's, untyped
    headers = record.headers if record.http_headers is None else record.http_headers
    return (headers.get("Content-Type") or "").partition(";")[0].strip().lower()


def _holds_reports(media_type: str) -> bool:
    return not media_type or (
        media_type.startswith(READ_TYPES) and not media_type.startswith(_PASSED_OVER)
    )


def _unpacked(content: bytes, http: Any, terms: Terms) -> bytes:  # noqa: ANN401 - fastwarc's, untyped
    if len(content) > terms.limits.max_bytes:
        raise RefusedError(f"larger than {terms.limits.max_bytes:,} bytes")
    packing = ((http and http.get("Content-Encoding")) or "").strip().lower()
    if packing in {"", "identity"}:
        return content
    if packing in {"gzip", "x-gzip"}:
        content = gunzip(content, terms.limits)
    elif packing == "deflate":
        most, ratio = terms.limits.max_bytes, terms.limits.max_ratio
        content, _cut = unpack(content, packing, most=most, ratio=ratio)
    else:
        raise UnreadableError("packed in a way that is not read")
    terms.allowance.spend(len(content))
    return content
