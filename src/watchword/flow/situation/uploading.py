"""Reports that somebody sends as files: read like any other, with what could not be read told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from watchword.collect.finish import printable
from watchword.collect.limits import Limits
from watchword.collect.piece import Piece
from watchword.collect.reading import ReadingRoom
from watchword.errors import RefusedError
from watchword.flow.situation.recording import Recorded, record
from watchword.model.report import Report, Unread
from watchword.store import Store

_FROM = "sent: "
"""What stands before the name of a sent file, where others have the path that it was found at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A file that somebody sends.

    Attributes:
        name: what they call it; never a path to read or write.
        content: its bytes.
    """

    name: str
    content: bytes


def add_sent(
    store: Store,
    files: Sequence[Sent],
    limits: Limits,
    columns: Mapping[str, str] | None = None,
) -> tuple[Recorded, tuple[Unread, ...]]:
    """Add the reports that some files hold, whatever format they are in.

    Args:
        store: the record.
        files: the files.
        limits: the bounds.
        columns: column of each field of a record, None for the default names.

    Returns:
        What came of it, and what could not be read.

    Raises:
        RefusedError: if there is no file, or they are larger together than one may be.
        StoreError: if the store cannot be written; what was added before is kept.
    """
    whole = sum(len(each.content) for each in files)
    if not whole:
        raise RefusedError("there is nothing in what was sent", mend="choose one file or several")
    if whole > limits.max_bytes:
        raise RefusedError(
            f"larger than {limits.max_bytes:,} bytes", mend="send fewer at once, or collect a path"
        )
    unread: list[Unread] = []
    return record(store, _each_found(files, limits, columns, unread)), tuple(unread)


def _each_found(
    files: Sequence[Sent],
    limits: Limits,
    columns: Mapping[str, str] | None,
    unread: list[Unread],
) -> Iterator[Report | Unread]:
    with ReadingRoom(limits, columns) as room:
        for each in files:
            name = printable(each.name.replace("\\", "/").rpartition("/")[2])[:200]
            piece = Piece(content=each.content, found_at=f"{_FROM}{name}", name=name)
            for found in room.read(piece):
                if isinstance(found, Unread):
                    unread.append(found)
                yield found
