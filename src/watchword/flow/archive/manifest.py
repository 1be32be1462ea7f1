"""What is planned of an archive, kept in the folder that its parts go to.

The plan is one file. That a shard is done is told by its part, and that it was set aside by a file
of its reason, so that nothing has to be written twice, and a driver that is killed leaves nothing
half said.

Invariant: a run goes on only with the files, the columns and the reader that the plan was made for.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from watchword.errors import RefusedError, SettingsError, StoreError
from watchword.flow.archive.carrying import Aside
from watchword.flow.archive.parts import write_part
from watchword.flow.archive.shards import ArchiveFile, Cut, Shard
from watchword.model.report import Unread

NAME = "manifest.json"
FORM = 1
_LOCK = ".lock"
_ELSEWHERE = "read into another folder, or give what was given then"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The plan of an archive.

    Attributes:
        made_by: name and version of what reads.
        columns: column of each field of a record, None for the default names.
        files: the files, in the order they were named.
        unread: what was named and cannot be read at all.
    """

    made_by: str
    columns: Mapping[str, str] | None
    files: tuple[ArchiveFile, ...]
    unread: tuple[Unread, ...]

    @property
    def shards(self) -> int:
        """How many shards there are."""
        return sum(len(file.shards) for file in self.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What has become of the shards of a plan.

    Attributes:
        done: keys of those that are read.
        aside: those that were set aside.
    """

    done: frozenset[str]
    aside: tuple[Aside, ...]


def place_of(folder: Path, key: str) -> Path:
    """Where the part of a shard lies."""
    return folder / f"part-{key}.parquet"


def places_there(folder: Path) -> list[Path]:
    """Where the parts of an archive lie, those that are there, in the order of its plan."""
    manifest = read_manifest(folder)
    files = () if manifest is None else manifest.files
    places = (place_of(folder, shard.key) for file in files for shard in file.shards)
    return [place for place in places if place.exists()]


def read_manifest(folder: Path) -> Manifest | None:
    """The plan that a folder holds, None where it holds none.

    Raises:
        StoreError: if it is damaged, or of another version.
    """
    place = folder / NAME
    try:
        told = json.loads(place.read_bytes())
        if told["form"] != FORM:
            raise StoreError("a plan of another version of Watchword", key=str(place))
        return _manifest(told)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError("it is no plan of an archive", key=str(place)) from error


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Keep a plan.

    Raises:
        StoreError: if it cannot be written.
    """
    words = json.dumps({"form": FORM, **asdict(manifest)}, ensure_ascii=True, indent=1)
    write_part(folder / NAME, words.encode())


def standing_of(folder: Path, manifest: Manifest) -> Standing:
    """What has become of the shards of a plan.

    Raises:
        StoreError: if the folder cannot be read.
    """
    try:
        names = {each.name for each in folder.iterdir()}
        keys = [shard.key for file in manifest.files for shard in file.shards]
        aside = [_read_aside(folder, key) for key in keys if _aside_name(key) in names]
    except (OSError, ValueError, KeyError) as error:
        raise StoreError("it cannot be read", key=str(folder)) from error
    done = frozenset(key for key in keys if place_of(folder, key).name in names)
    return Standing(done=done, aside=tuple(each for each in aside if each.key not in done))


def set_aside(folder: Path, aside: Aside) -> None:
    """Keep why a shard was set aside.

    Raises:
        StoreError: if it cannot be written.
    """
    words = json.dumps({"reason": aside.reason}, ensure_ascii=True)
    write_part(folder / _aside_name(aside.key), words.encode())


def take_back(folder: Path, asides: Sequence[Aside]) -> None:
    """Let shards be tried again that were set aside.

    Raises:
        StoreError: if the folder cannot be written.
    """
    try:
        for each in asides:
            (folder / _aside_name(each.key)).unlink(missing_ok=True)
    except OSError as error:
        raise StoreError("it cannot be written", key=str(folder)) from error


def check_reader(
    folder: Path, planned: Manifest, made_by: str, columns: Mapping[str, str] | None
) -> None:
    """See that a run reads as the plan says.

    Raises:
        SettingsError: if it is another version, or other columns.
    """
    if planned.made_by != made_by:
        reason = f"its shards were read by {planned.made_by}, and this is {made_by}"
        raise SettingsError(reason, key=str(folder), mend=_ELSEWHERE)
    if planned.columns != (None if columns is None else dict(columns)):
        raise SettingsError("other columns were named then", key=str(folder), mend=_ELSEWHERE)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Be the only run that writes into a folder; it is let go of however this process ends.

    Raises:
        RefusedError: if another run does.
        SettingsError: if it cannot be made, or written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / _LOCK).open("wb")
    except OSError as error:
        raise SettingsError(f"it cannot be written: {error.strerror}", key=str(folder)) from error
    with lock:
        with suppress(ImportError):  # not on every system
            import fcntl  # noqa: PLC0415 - not on every system

            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise RefusedError("another run writes into it", key=str(folder)) from error
        yield


def _aside_name(key: str) -> str:
    return f"aside-{key}.json"


def _read_aside(folder: Path, key: str) -> Aside:
    told = json.loads((folder / _aside_name(key)).read_bytes())
    return Aside(key=key, reason=str(told["reason"]))


def _manifest(told: dict[str, Any]) -> Manifest:
    return Manifest(
        made_by=told["made_by"],
        columns=told["columns"],
        files=tuple(_file(each) for each in told["files"]),
        unread=tuple(Unread(**each) for each in told["unread"]),
    )


def _file(told: dict[str, Any]) -> ArchiveFile:
    shards = tuple(Shard(**each) for each in told["shards"])
    return ArchiveFile(**{**told, "cut": Cut(told["cut"]), "shards": shards})
