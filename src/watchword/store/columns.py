"""What stands in a column: instants, packed texts, packed JSON, flags."""

import json
import zlib
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_PLAIN, _DEFLATED = b"\x00", b"\x01"
WORTH_PACKING = 120
"""Bytes from which deflating a text saves more than it costs."""
_SHORT = 1 << 13
"""Bytes that are deflated in a window of their own size: 21 µs instead of 72 for 1.3 kB, as small.

Most of the time goes into clearing a window of 32 kB (9,000 texts, readings and traces of the
current events).
"""

AFTER_DIGITS = "g"
"""Sorts behind all that keys are made of."""

Number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
"""A whole number of 64 bits; SQLite's strict tables know it as INTEGER."""


def microseconds(at: datetime) -> int:
    """Microseconds since 1970 of an aware time.

    >>> microseconds(datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC))
    1000000
    """
    return (at - _EPOCH) // _MICROSECOND


def instant(count: int) -> datetime:
    """The aware UTC time that many microseconds after 1970."""
    return _EPOCH + count * _MICROSECOND


def pack(words: bytes) -> bytes:
    """Bytes as they are kept: deflated where that saves room."""
    if len(words) < WORTH_PACKING:
        return _PLAIN + words
    deflated = _deflated(words)
    return _DEFLATED + deflated if len(deflated) < len(words) else _PLAIN + words


def _deflated(words: bytes) -> bytes:
    if len(words) > _SHORT:
        return zlib.compress(words, 6)
    small = zlib.compressobj(6, zlib.DEFLATED, _SHORT.bit_length() - 1, 7)
    return small.compress(words) + small.flush()


def unpack(packed: bytes) -> bytes:
    """Undo `pack`."""
    rest = packed[1:]
    return zlib.decompress(rest) if packed[:1] == _DEFLATED else rest


class Instant(sa.types.TypeDecorator[datetime]):
    """An aware UTC time, kept as microseconds since 1970, which sort and compare anywhere."""

    impl = Number
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> int | None:  # noqa: ARG002 - the library's form
        """To the number that is kept."""
        return None if value is None else microseconds(value)

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> datetime | None:  # noqa: ANN401, ARG002 - the library's form
        """From the number that is kept."""
        return None if value is None else instant(value)


class PackedText(sa.types.TypeDecorator[str]):
    """A text, deflated where that saves room; any character, NUL too."""

    impl = sa.LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> bytes | None:  # noqa: ARG002 - the library's form
        """To the bytes that are kept."""
        return None if value is None else pack(value.encode("utf-8", "surrogatepass"))

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> str | None:  # noqa: ANN401, ARG002 - the library's form
        """From the bytes that are kept."""
        return None if value is None else unpack(bytes(value)).decode("utf-8", "surrogatepass")


class PackedJson(sa.types.TypeDecorator[Any]):
    """A JSON value, deflated where that saves room."""

    impl = sa.LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> bytes | None:  # noqa: ANN401, ARG002 - the library's form
        """To the bytes that are kept; keys in order, so that equal values are equal bytes."""
        if value is None:
            return None
        words = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return pack(words.encode("utf-8", "surrogatepass"))

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> Any:  # noqa: ANN401, ARG002 - the library's form
        """From the bytes that are kept."""
        return None if value is None else json.loads(unpack(bytes(value)))


class Flag(sa.types.TypeDecorator[bool]):
    """Yes or no, kept as 1 or 0: strict tables of SQLite know no boolean."""

    impl = sa.Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: sa.Dialect) -> int | None:  # noqa: ARG002 - the library's form
        """To the number that is kept."""
        return None if value is None else int(value)

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> bool | None:  # noqa: ANN401, ARG002 - the library's form
        """From the number that is kept."""
        return None if value is None else bool(value)
