"""JSON as it is handed on: keys in their order, one object a line or one to a file."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

Json = Mapping[str, object]
"""A JSON object."""


def json_lines(records: Iterable[Json]) -> Iterator[bytes]:
    """Records, one JSON object a line, in UTF-8."""
    for record in records:
        words = json.dumps(record, ensure_ascii=False, allow_nan=False)
        yield (words + "\n").encode("utf-8", "replace")


def json_file(record: Json) -> bytes:
    """A record as a file of its own, indented."""
    words = json.dumps(record, ensure_ascii=False, allow_nan=False, indent=1)
    return (words + "\n").encode("utf-8", "replace")


def stamp(at: datetime) -> str:
    """A time in UTC with a `Z`, to the millisecond.

    >>> stamp(datetime(2024, 10, 25, 9, 30, tzinfo=UTC))
    '2024-10-25T09:30:00.000Z'
    """
    told = at.astimezone(UTC).isoformat(timespec="milliseconds")
    return told.replace("+00:00", "Z")


def without_empty(record: Json) -> dict[str, object]:
    """A record without what it does not tell: None, empty words and empty lists."""
    return {name: value for name, value in record.items() if value not in (None, "", [], {}, ())}
