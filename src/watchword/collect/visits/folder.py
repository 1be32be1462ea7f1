"""A visit to a folder on this machine: files that are new or changed, and not being written.

A file is known by its path, size and time of change, and by its bytes where only the time has
moved. There is no cursor: a file that is moved in with an old time is as new as any.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from watchword.collect.entry_keys import bytes_key, stat_key
from watchword.collect.piece import Piece
from watchword.collect.reading import ReadingRoom
from watchword.collect.sources import each_path
from watchword.collect.visits.terms import Ending, Errand, Steps
from watchword.errors import UnreadableError
from watchword.model.feed import Arrival
from watchword.model.report import Unread

QUIET_S = 2.0
"""A file that changed less than so many seconds ago may still be being written."""

_UNFINISHED = (".part", ".partial", ".crdownload", ".tmp", ".download", ".swp", "~")


def visit_folder(errand: Errand) -> Steps:
    """Visit one folder, to the bottom; links are told, hidden files left out."""
    folder = Path(errand.feed.address)
    if not folder.is_dir():
        raise UnreadableError("there is no such folder")
    more = False
    taken = 0
    with ReadingRoom(errand.means.limits, None, errand.means.parser) as room:
        for path in each_path(folder):
            if isinstance(path, Unread):
                yield from _told_once(errand, path)
            elif taken >= errand.means.limits.max_entries:
                more = True
                break
            else:
                before = errand.count.known
                yield from _each_arrival(errand, path, room)
                taken += errand.count.known == before
    return Ending(more=more)


def _told_once(errand: Errand, unread: Unread) -> Iterator[Arrival]:
    key = stat_key(unread.found_at, 0, 0)
    if not errand.knows(key):
        yield Arrival(found=unread, entries=(key,))


def _each_arrival(errand: Errand, path: Path, room: ReadingRoom) -> Iterator[Arrival]:
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode) or _is_unfinished(errand, path, state):
            return
        listed = stat_key(str(path), state.st_size, state.st_mtime_ns)
        if errand.knows(listed):
            errand.count.known += 1
            return
        if state.st_size > errand.means.limits.max_bytes:
            reason = f"larger than {errand.means.limits.max_bytes:,} bytes"
            yield Arrival(found=Unread(found_at=str(path), reason=reason), entries=(listed,))
            return
        content = path.read_bytes()
        if not _is_same(state, path.stat()) or len(content) != state.st_size:
            return
    except OSError as error:
        words = error.strerror or type(error).__name__
        yield Arrival(found=Unread(found_at=str(path), reason=f"it cannot be opened: {words}"))
        return
    errand.count.bytes += len(content)
    yield from _each_report(
        errand,
        Piece(content=content, found_at=str(path), name=path.name),
        (listed, bytes_key(str(path), content)),
        room,
    )


def _each_report(
    errand: Errand, piece: Piece, keys: tuple[str, str], room: ReadingRoom
) -> Iterator[Arrival]:
    """Give the reports of a file; the file counts as read with the last of them."""
    listed, same_bytes = keys
    if errand.knows(same_bytes):
        errand.count.known += 1
        yield Arrival(found=None, entries=(listed,))
        return
    for found in room.read(piece):
        yield Arrival(found=found)
    yield Arrival(found=None, entries=keys)


def _is_unfinished(errand: Errand, path: Path, state: os.stat_result) -> bool:
    age_s = errand.means.now().timestamp() - state.st_mtime
    return abs(age_s) < QUIET_S or path.name.lower().endswith(_UNFINISHED)


def _is_same(before: os.stat_result, after: os.stat_result) -> bool:
    return (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
