"""The plan of an archive: its files, what they are cut into, whether they are still the same."""

import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from watchword.collect.limits import Limits
from watchword.collect.sources import each_path
from watchword.errors import SettingsError
from watchword.flow.archive.cutting import cut_file, digest_of
from watchword.flow.archive.manifest import Manifest
from watchword.flow.archive.shards import ArchiveFile, Cut, Shard, Size
from watchword.model.report import Unread

_ELSEWHERE = "read into another folder, or put it back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """Files as they are cut.

    Attributes:
        files: those that hold something to read.
        unread: what cannot be read at all, and why.
    """

    files: tuple[ArchiveFile, ...] = ()
    unread: tuple[Unread, ...] = ()


def find_files(sources: Sequence[str]) -> tuple[tuple[Path, ...], tuple[Unread, ...]]:
    """The files that sources name, folders to the bottom, and what is none."""
    found: list[Path] = []
    unread: list[Unread] = []
    for each in _each_found(sources):
        if isinstance(each, Unread):
            unread.append(each)
        else:
            found.append(each)
    return tuple(dict.fromkeys(found)), tuple(unread)


def plan_files(paths: Sequence[Path], size: Size, limits: Limits) -> Planned:
    """Cut files into shards.

    A stretch that is met twice, in a file that lies there twice, is read once.

    Args:
        paths: the files.
        size: how large a shard is.
        limits: a stretch that is larger is left unread.
    """
    files: list[ArchiveFile] = []
    unread: list[Unread] = []
    known: set[str] = set()
    for path in paths:
        try:
            file = cut_file(path, size)
        except OSError as error:
            unread.append(Unread(found_at=str(path), reason=f"it cannot be read: {error.strerror}"))
            continue
        kept = tuple(each for each in file.shards if each.key not in known)
        fitting = tuple(each for each in kept if _fits(file, each, limits))
        known.update(each.key for each in fitting)
        unread += _left_out(file, len(kept) - len(fitting), limits)
        files.append(replace(file, shards=fitting))
    return Planned(files=tuple(files), unread=tuple(unread))


def plan_further(planned: Manifest, paths: Sequence[Path], size: Size, limits: Limits) -> Planned:
    """What is named now and was not when the plan was made.

    Raises:
        SettingsError: if a file of the plan is not there any more, or has changed.
    """
    named = {str(path): path for path in paths}
    for file in planned.files:
        path = named.pop(file.path, None)
        if path is None:
            raise SettingsError(
                "it was planned, and is not among what is named", key=file.path, mend=_ELSEWHERE
            )
        _check_same(file, path)
    further = plan_files(list(named.values()), size, limits)
    known = {each.key for file in planned.files for each in file.shards}
    files = (
        replace(file, shards=tuple(each for each in file.shards if each.key not in known))
        for file in further.files
    )
    return replace(further, files=tuple(files))


def _check_same(file: ArchiveFile, path: Path) -> None:
    try:
        is_same = path.stat().st_size == file.size and digest_of(path) == file.digest
    except OSError as error:
        raise SettingsError(
            f"it cannot be read: {error.strerror}", key=file.path, mend=_ELSEWHERE
        ) from error
    if not is_same:
        raise SettingsError("it has changed since it was planned", key=file.path, mend=_ELSEWHERE)


def _each_found(sources: Sequence[str]) -> Iterator[Path | Unread]:
    for source in sources:
        path = Path(source)
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError):
            yield Unread(found_at=source, reason="there is no such file")
            continue
        if stat.S_ISDIR(mode):
            yield from each_path(path)
        elif stat.S_ISREG(mode):
            yield path
        else:
            yield Unread(found_at=source, reason="not a file")


def _fits(file: ArchiveFile, shard: Shard, limits: Limits) -> bool:
    return file.cut is Cut.ROWS or shard.end - shard.start <= limits.max_bytes


def _left_out(file: ArchiveFile, count: int, limits: Limits) -> Iterator[Unread]:
    if count:
        reason = f"a record larger than {limits.max_bytes:,} bytes"
        yield Unread(found_at=file.path, reason=reason, count=count)
    if file.reason:
        yield Unread(found_at=file.path, reason=file.reason)
