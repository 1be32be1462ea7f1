"""JSON lines and JSON lists: one report a record, columns named by the mapping."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from watchword.collect.decode import decode
from watchword.collect.formats.json_text import canonical, load_json, parse_json
from watchword.collect.formats.ninjs import is_ninjs
from watchword.collect.front_matter import split_names
from watchword.collect.mapping import OPTIONAL
from watchword.collect.piece import STATUSES, Draft, Found, Piece, Terms
from watchword.errors import UnreadableError
from watchword.model.report import Unread

_RENAMED = {"id": "report_id", "url": "address", "date": "published"}
"""Field of the mapping to field of the draft, where they differ."""


def read_jsonl(piece: Piece, terms: Terms) -> Iterator[Found]:
    """Read a record a line; a line that is none is told with its number, and the rest goes on."""
    for number, line in enumerate(_each_line(piece.content), start=piece.before + 1):
        if not line.strip():
            continue
        if len(line) > 8 * terms.limits.max_characters:
            reason = f"a line longer than {8 * terms.limits.max_characters:,} bytes"
            yield Unread(found_at=f"{piece.found_at}:{number}", reason=reason)
            continue
        try:
            record = parse_json(decode(line, declared="utf-8"))
            yield _found(record, line, f":{number}", (piece, terms))
        except UnreadableError as error:
            yield Unread(found_at=f"{piece.found_at}:{number}", reason=str(error.args[0]))


def read_json(piece: Piece, terms: Terms) -> Iterator[Found]:
    """Read one record, or a list of them."""
    whole = load_json(piece)
    if isinstance(whole, dict):
        yield _found(whole, piece.content, "", (piece, terms))
        return
    if not isinstance(whole, list) or not whole:
        raise UnreadableError("JSON that is neither a record nor a list of records")
    for number, record in enumerate(whole, start=1):
        try:
            yield _found(record, canonical(record), f"!{number}", (piece, terms))
        except UnreadableError as error:
            yield Unread(found_at=f"{piece.found_at}!{number}", reason=str(error.args[0]))


def record_draft(record: Mapping[str, Any], mapping: Mapping[str, str]) -> Draft:
    """Make the draft of a record.

    Columns that merely bear the name of an optional field, without the mapping naming them, and
    hold something else ("status": "active") are ignored.

    Raises:
        UnreadableError: if its text is missing or is no words, or a field is a list or an object
            where words should stand.
    """
    words = {field: _words(record, field, column) for field, column in mapping.items()}
    if mapping["status"] == "status" and words["status"].lower() not in STATUSES:
        words["status"] = ""
    if mapping["text"] not in record:
        raise UnreadableError(f"a record without '{mapping['text']}'")
    bylines = split_names(words.pop("bylines", ""))
    named = {_RENAMED.get(field, field): value for field, value in words.items()}
    return replace(Draft(text="", bylines=bylines), **named)  # type: ignore[arg-type]


def _found(record: Any, raw: bytes, place: str, around: tuple[Piece, Terms]) -> Found:  # noqa: ANN401 - any JSON value
    piece, terms = around
    if not isinstance(record, dict):
        raise UnreadableError("JSON that is not a record")
    if not terms.mapped and is_ninjs(record):
        return replace(piece, content=raw, found_at=piece.found_at + place, form="ninjs")
    return replace(record_draft(record, terms.mapping), raw=raw, place=place)


def _words(record: Mapping[str, Any], field: str, column: str) -> str:
    value = record.get(column)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if field == "bylines" and isinstance(value, list):
        return ";".join(name for name in value if isinstance(name, str))
    if field in {"id", "date", "version"} and type(value) is int and abs(value) < 10**18:
        return str(value)
    if field in OPTIONAL and column == field:
        return ""
    raise UnreadableError(f"a record whose '{column}' is not words")


def _each_line(content: bytes) -> Iterator[bytes]:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"} or content[:4] == b"\0\0\xfe\xff":
        content = decode(content).encode("utf-8", errors="replace")
    start = 3 if content.startswith(b"\xef\xbb\xbf") else 0
    while start < len(content):
        end = content.find(b"\n", start)
        end = len(content) if end < 0 else end
        yield content[start:end].rstrip(b"\r")
        start = end + 1
