"""From what a user names to pieces of bytes: files, folders, standard input, addresses."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from watchword.collect.limits import Limits
from watchword.collect.piece import Piece
from watchword.errors import RefusedError, UnreadableError
from watchword.model.report import Unread

Opener = Callable[[str], Piece]
"""Gets the bytes behind an http or https address; raises UnreadableError or RefusedError."""

STANDARD_INPUT = "-"


def find_pieces(
    source: str, limits: Limits, *, stdin: BinaryIO, opener: Opener
) -> Iterator[Piece | Unread]:
    """Find everything that one source names.

    Args:
        source: a path, an address, or `-`.
        limits: the bounds.
        stdin: what `-` stands for.
        opener: gets the bytes behind an address.
    """
    try:
        if source == STANDARD_INPUT:
            yield Piece(content=_read_bounded(stdin, limits), found_at="standard input")
        elif "://" in source[:12]:
            yield opener(source)
        else:
            yield from _find_in_path(source, limits)
    except (UnreadableError, RefusedError) as error:
        yield Unread(found_at=source, reason=str(error.args[0]))
    except (OSError, ValueError) as error:
        yield Unread(found_at=source, reason=_why(error))


def _find_in_path(source: str, limits: Limits) -> Iterator[Piece | Unread]:
    if not source:
        raise UnreadableError("an empty name")
    path = Path(source)
    if path.is_dir():
        yield from _find_in_folder(path, limits)
    else:
        yield _file(path, limits)


def _find_in_folder(folder: Path, limits: Limits) -> Iterator[Piece | Unread]:
    found = False
    for path in each_path(folder):
        found = True
        if isinstance(path, Unread):
            yield path
            continue
        try:
            yield _file(path, limits)
        except (UnreadableError, RefusedError) as error:
            yield Unread(found_at=str(path), reason=str(error.args[0]))
        except OSError as error:
            yield Unread(found_at=str(path), reason=_why(error))
    if not found:
        raise UnreadableError("a folder with nothing in it to read")


def each_path(folder: Path) -> Iterator[Path | Unread]:
    """Files below a folder in the order of their names; links are told, not followed."""
    closed: list[Unread] = []

    def note(error: OSError) -> None:
        closed.append(Unread(found_at=str(error.filename), reason=_why(error)))

    for where, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted([*names, *folders]):
            path = Path(where, name)
            if name.startswith("."):
                continue
            if path.is_symlink():
                yield Unread(found_at=str(path), reason="a symbolic link, which is not followed")
            elif name in names:
                yield path
    yield from closed


def _file(path: Path, limits: Limits) -> Piece:
    state = path.stat()
    if not stat.S_ISREG(state.st_mode):
        raise UnreadableError("not a file; pipe it in and name it '-'")
    if state.st_size > limits.max_bytes:
        raise RefusedError(f"larger than {limits.max_bytes:,} bytes")
    with path.open("rb") as stream:
        content = _read_bounded(stream, limits)
    return Piece(content=content, found_at=str(path), name=path.name)


def _read_bounded(stream: BinaryIO, limits: Limits) -> bytes:
    content = stream.read(limits.max_bytes + 1)
    if len(content) > limits.max_bytes:
        raise RefusedError(f"larger than {limits.max_bytes:,} bytes")
    return content


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "it may not be read: no permission"
    words = error.strerror if isinstance(error, OSError) else str(error)
    return f"it cannot be opened: {words or type(error).__name__}"
