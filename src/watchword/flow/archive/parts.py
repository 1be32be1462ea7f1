"""What was read of a shard, as one Parquet file: a row a report, and a row for what was unread.

A report's row has its fields as columns, what was found in it as the record keeps it (`payload`),
the rows of the record that follow from that (`rows`), what its grouping begins with (`origins`,
`actors`, `stories`), and the directions of its sentences. A row with a `reason` stands for what
could not be read.

Invariant: the same rows give the same bytes, and a file at its place is whole.
"""

import io
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import UTC
from pathlib import Path
from typing import Any

from watchword import __version__
from watchword.errors import StoreError
from watchword.flow.archive.tables import parquet_library
from watchword.flow.running import worked
from watchword.flow.situation.working_out import hand_on
from watchword.model.read_report import ReadReport
from watchword.model.report import DateSource, Published, Report, Status, Unread
from watchword.store.bulk.found import (
    PackedFound,
    pack_found,
    pack_rows,
    rows_from,
    unpack_rows,
)
from watchword.store.found_rows import unpack_reading

FORM = 1
"""Of the columns; a part of another form is not opened."""
_AT_ONCE = 100
_COUNTS, _FORM, _MADE_BY = b"watchword counts", b"watchword form", b"watchword version"
_WORDS = (
    *("key", "report_id", "form", "found_at", "outlet", "title", "language", "address"),
    *("note", "version", "text"),
)
"""Fields of a report that are words, or not there."""
_WORKED_OUT = ("origins", "actors", "stories")
_TOLD = (
    *(name for name in _WORDS if name != "text"),
    *("bylines", "published_at", "published_how", "day_only", "status"),
    *("text_sha256", "raw_sha256", "reason"),
)
"""What tells a report from any other, without its text."""
_AGAIN = "take it away and read the archive into this folder again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a part holds.

    Attributes:
        reports: reports that were read.
        unread: what could not be.
        claims: claims that were found.
        words: words of the reports.
    """

    reports: int = 0
    unread: int = 0
    claims: int = 0
    words: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Both together."""
        names = (each.name for each in fields(self))
        return Counts(**{name: getattr(self, name) + getattr(other, name) for name in names})


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedRow:
    """What was worked out of a report.

    Attributes:
        report: the report, without its text.
        payload: what was found in it, packed, of which it was worked out.
        made: what was worked out.
    """

    report: Report
    payload: bytes
    made: bytes


def pack_part(found: Sequence[ReadReport | Unread]) -> bytes:
    """What was read of a shard as Parquet; a report that cannot be packed is one that is unread.

    Raises:
        MissingExtraError: if pyarrow is not installed.
    """
    pa, parquet = parquet_library()
    packed = [_packed(each) for each in found]
    counts = count_found([each for each, _ in packed])
    told = {each.name: getattr(counts, each.name) for each in fields(counts)}
    known = {
        _FORM: str(FORM).encode(),
        _COUNTS: json.dumps(told).encode(),
        _MADE_BY: __version__.encode(),
    }
    schema = _schema(pa).with_metadata(known)
    table = pa.Table.from_pylist([row for _, row in packed], schema=schema)
    stream = io.BytesIO()
    parquet.write_table(table, stream, compression="zstd")
    return stream.getvalue()


def count_found(found: Sequence[ReadReport | Unread]) -> Counts:
    """How much was found."""
    read = [each for each in found if isinstance(each, ReadReport)]
    return Counts(
        reports=len(read),
        unread=sum(each.count for each in found if isinstance(each, Unread)),
        claims=sum(len(each.extraction.claims) for each in read),
        words=sum(len(each.report.text.split()) for each in read),
    )


def counts_of(part: Path | bytes) -> Counts:
    """What a part holds, by what stands at its end.

    Raises:
        StoreError: if it is no part, or of another form.
    """
    _, parquet = parquet_library()
    with _told(part):
        known = parquet.read_schema(io.BytesIO(part) if isinstance(part, bytes) else part).metadata
    _check_form(known, part)
    return Counts(**json.loads(known[_COUNTS]))


def rows_of(part: Path) -> int:
    """How many rows a part has.

    Raises:
        StoreError: if it is no part.
    """
    _, parquet = parquet_library()
    with _told(part):
        return int(parquet.read_metadata(part).num_rows)


def each_part(path: Path) -> Iterator[PackedFound | Unread]:
    """What a part holds, in the order of the shard.

    The rows that follow from a reading are made anew where another version made the part.

    Raises:
        StoreError: if it is no part, or of another form.
    """
    with _opened(path) as (table, is_ours):
        for batch in table.iter_batches(batch_size=_AT_ONCE):
            for row in batch.to_pylist():
                yield _found(row, is_ours=is_ours)


def keys_in(path: Path) -> list[str]:
    """The key of each row's report, empty for another row; none where another version made it.

    Raises:
        StoreError: if it is no part, or of another form.
    """
    with _opened(path) as (table, is_ours):
        keys = table.read(columns=["key"])["key"].to_pylist() if is_ours else []
    return [key or "" for key in keys]


def handed_in(path: Path, work: str) -> list[HandedRow | None]:
    """What was worked out of each row's report for a work; None for a row of none.

    Raises:
        StoreError: if it is no part, or of another form.
    """
    with _opened(path) as (table, _):
        rows = table.read(columns=[*_TOLD, "payload", work]).to_pylist()
    return [None if row["reason"] is not None else _handed(row, work) for row in rows]


@contextmanager
def _opened(path: Path) -> Iterator[tuple[Any, bool]]:
    """A part's file, and whether this version made it.

    Raises:
        StoreError: if it is no part, or of another form.
    """
    _, parquet = parquet_library()
    with _told(path), parquet.ParquetFile(path) as table:
        known = table.schema_arrow.metadata
        _check_form(known, path)
        yield table, _is_ours(known)


def write_part(place: Path, part: bytes) -> None:
    """Write a part so that nobody ever sees half of it, however this process ends.

    Raises:
        StoreError: if it cannot be written.
    """
    beside = place.with_name(f".{place.name}.new")
    try:
        with beside.open("wb") as stream:
            stream.write(part)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(place)
        _settle(place.parent)
    except OSError as error:
        raise StoreError(f"it cannot be written: {error.strerror}", key=str(place)) from error


def _settle(folder: Path) -> None:
    """See to it that a new name in a folder outlives a power cut, where the system can."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


@contextmanager
def _told(part: Path | bytes) -> Iterator[None]:
    """Tell what the library cannot read as a `StoreError`."""
    pa, _ = parquet_library()
    try:
        yield
    except (pa.ArrowException, OSError, KeyError, ValueError) as error:
        raise _no_part(part) from error


def _is_ours(known: dict[bytes, bytes]) -> bool:
    """Whether this version made a part, so that what was worked out is what it would work out."""
    return known.get(_MADE_BY) == __version__.encode()


def _check_form(known: dict[bytes, bytes] | None, part: Path | bytes) -> None:
    form = (known or {}).get(_FORM)
    if form is None:
        raise _no_part(part)
    if form != str(FORM).encode():
        raise StoreError("a part of another version of Watchword", key=_name(part), mend=_AGAIN)


def _no_part(part: Path | bytes) -> StoreError:
    return StoreError("it is no part of an archive", key=_name(part), mend=_AGAIN)


def _name(part: Path | bytes) -> str:
    return str(part) if isinstance(part, Path) else ""


def _schema(pa: Any) -> Any:  # noqa: ANN401 - pyarrow is untyped
    vector = pa.struct([("start", pa.int32()), ("codes", pa.binary())])
    return pa.schema(
        [
            *((name, pa.string()) for name in _WORDS),
            ("bylines", pa.list_(pa.string())),
            ("published_at", pa.timestamp("us", tz="UTC")),
            ("published_how", pa.string()),
            ("day_only", pa.bool_()),
            ("status", pa.string()),
            ("text_sha256", pa.binary()),
            ("raw_sha256", pa.binary()),
            ("payload", pa.binary()),
            ("rows", pa.binary()),
            *((name, pa.binary()) for name in _WORKED_OUT),
            ("vectors", pa.list_(vector)),
            ("claims", pa.int32()),
            ("reason", pa.string()),
            ("count", pa.int32()),
        ]
    )


def _packed(found: ReadReport | Unread) -> tuple[ReadReport | Unread, dict[str, Any]]:
    """What was found, with its row; where a report has none, why it is unread, with that."""
    if isinstance(found, Unread):
        return found, _row(found)
    row = worked(found.report, lambda: _row(found))
    return (row, _row(row)) if isinstance(row, Unread) else (found, row)


def _row(found: ReadReport | Unread) -> dict[str, Any]:
    if isinstance(found, Unread):
        return {"found_at": found.found_at, "reason": found.reason, "count": found.count}
    report, packed = found.report, pack_found(found)
    return {
        **{name: getattr(report, name) for name in _WORDS},
        "bylines": list(report.bylines),
        "published_at": report.published.at,
        "published_how": report.published.how.value,
        "day_only": report.published.day_only,
        "status": report.status.value,
        "text_sha256": bytes.fromhex(report.text_sha256),
        "raw_sha256": bytes.fromhex(report.raw_sha256),
        "payload": packed.payload,
        "rows": pack_rows(packed.rows),
        **hand_on(found),
        "vectors": [{"start": start, "codes": codes} for start, codes in found.vectors],
        "claims": len(found.extraction.claims),
    }


def _found(row: dict[str, Any], *, is_ours: bool) -> PackedFound | Unread:
    if row["reason"] is not None:
        return Unread(found_at=row["found_at"], reason=row["reason"], count=row["count"])
    report, payload = _report(row), row["payload"]
    return PackedFound(
        report=report,
        payload=payload,
        vectors=tuple((each["start"], each["codes"]) for each in row["vectors"]),
        rows=unpack_rows(row["rows"]) if is_ours else rows_from(unpack_reading(payload, report)),
    )


def _handed(row: dict[str, Any], work: str) -> HandedRow:
    return HandedRow(report=_report({**row, "text": ""}), payload=row["payload"], made=row[work])


def _report(row: dict[str, Any]) -> Report:
    at = row["published_at"]
    return Report(
        **{name: row[name] for name in _WORDS},
        bylines=tuple(row["bylines"]),
        published=Published(
            at=at and at.astimezone(UTC),
            how=DateSource(row["published_how"]),
            day_only=row["day_only"],
        ),
        status=Status(row["status"]),
        text_sha256=row["text_sha256"].hex(),
        raw_sha256=row["raw_sha256"].hex(),
        raw=b"",
    )
