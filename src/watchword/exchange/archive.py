"""A whole situation as one file that another Watchword opens: a zip archive with a manifest.

The manifest names every member with its size and its SHA-256. Equal members make equal bytes: no
clock, no order of a folder, no name of a machine is in the file.

Invariant: nothing of an archive is taken before its manifest was read and every member was found
whole. What is no member of the published form, is larger than its bounds, or has another digest is
refused, and nothing is ever written to a name that the archive gives.
"""

import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import SEEK_END
from typing import IO

from watchword.errors import RefusedError

FORM = "watchword-archive"
VERSION = 1
"""Of the archive's form; it rises when an older Watchword could not read the newer form."""
MANIFEST = "manifest.json"

MOST_MEMBERS = 100_000
MOST_BYTES = 16 * 2**30
"""Of all members together, unpacked."""
MOST_MANIFEST_BYTES = 64 * 2**20
MOST_LINE_BYTES = 256 * 2**20
"""Of one row: a report's text is at most as long as a file that is read, and a brief holds many."""
MOST_RATIO = 200
"""How many times larger than its packed form the archive may be, beyond the first megabytes."""
FREE_BYTES = 16 * 2**20

_NAME = re.compile(r"rows/[a-z_]{1,40}\.jsonl|briefs/[0-9a-f]{16}\.json")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_THEN = (1980, 1, 1, 0, 0, 0)
_STEP = 1 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """What the manifest says of a member.

    Attributes:
        name: its name in the archive.
        sha256: digest of its bytes, hexadecimal.
        size: how many bytes it has.
    """

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What an archive says of itself.

    Attributes:
        head: what the situation tells: title, instant, limit, what was left out, versions.
        members: its members, in their order.
    """

    head: Mapping[str, object]
    members: tuple[Member, ...]


def write_archive(
    stream: IO[bytes],
    members: Iterable[tuple[str, Iterable[bytes]]],
    head: Mapping[str, object],
) -> None:
    """Write an archive.

    Args:
        stream: where to; it can be sought in.
        members: the name of each member and its bytes, in pieces.
        head: what the manifest says beside its members; read once the members are written.
    """
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        listed = [_write(packed, name, pieces) for name, pieces in members]
        told = {
            "form": FORM,
            "version": VERSION,
            **head,
            "members": [
                {"name": each.name, "sha256": each.sha256, "size": each.size} for each in listed
            ],
        }
        words = json.dumps(told, ensure_ascii=True, indent=1, sort_keys=True) + "\n"
        _write(packed, MANIFEST, [words.encode()])


def line_of(row: Mapping[str, object]) -> bytes:
    """A row as a line; its characters as they are, in UTF-8, where that can hold them."""
    plain = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    try:
        return plain.encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(row, separators=(",", ":")).encode() + b"\n"


class Archive:
    """An archive that was found whole.

    Args:
        packed: the open archive.
        manifest: what it says of itself.
    """

    def __init__(self, packed: zipfile.ZipFile, manifest: Manifest) -> None:
        self._packed = packed
        self.manifest = manifest
        self._names = {each.name for each in manifest.members}

    def each_row(self, name: str) -> Iterator[dict[str, object]]:
        """The rows of a table; none where the archive has no such member.

        Raises:
            RefusedError: if a line is no JSON object.
        """
        member = f"rows/{name}.jsonl"
        if member not in self._names:
            return
        with self._packed.open(member) as lines:
            while line := lines.readline(MOST_LINE_BYTES + 1):
                yield _row(line, member)

    def text_of(self, name: str) -> str:
        """The text of a member, as of a brief.

        Raises:
            RefusedError: if there is none, or it is no text.
        """
        if name not in self._names:
            raise RefusedError("the archive has no such member", key=name)
        if self._packed.getinfo(name).file_size > MOST_LINE_BYTES:
            raise RefusedError(f"it is longer than {MOST_LINE_BYTES:,} bytes", key=name)
        try:
            return self._packed.read(name).decode()
        except UnicodeDecodeError as error:
            raise RefusedError("it is no text", key=name) from error


def open_archive(stream: IO[bytes]) -> Archive:
    """Open an archive, once every member was found as its manifest says.

    Raises:
        RefusedError: if it is no archive of this form, damaged, too large, or of a newer version.
    """
    try:
        packed = zipfile.ZipFile(stream)
        infos = packed.infolist()
        _check_names(infos)
        _check_sizes(infos, stream.seek(0, SEEK_END))
        manifest = _manifest(packed)
        _check_members(packed, manifest, infos)
    except _BROKEN as error:
        raise RefusedError("this is no archive, or a damaged one", key=MANIFEST) from error
    return Archive(packed, manifest)


def _write(packed: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> Member:
    info = zipfile.ZipInfo(name, _THEN)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3
    info.external_attr = 0o644 << 16
    digest, size = sha256(), 0
    with packed.open(info, "w", force_zip64=True) as stream:
        for piece in pieces:
            digest.update(piece)
            size += len(piece)
            stream.write(piece)
    return Member(name=name, sha256=digest.hexdigest(), size=size)


def _check_names(infos: Sequence[zipfile.ZipInfo]) -> None:
    if len(infos) > MOST_MEMBERS:
        raise RefusedError(f"an archive of more than {MOST_MEMBERS:,} members", key=MANIFEST)
    names = [info.filename for info in infos]
    if len(set(names)) < len(names):
        raise RefusedError("an archive with two members of one name", key=MANIFEST)
    for info in infos:
        if info.filename != MANIFEST and not _NAME.fullmatch(info.filename):
            raise RefusedError("a member that no archive has", key=repr(info.filename)[:80])
        if info.flag_bits & 0x1:
            raise RefusedError("an encrypted member", key=info.filename)
    if MANIFEST not in names:
        raise RefusedError("an archive without a manifest", key=MANIFEST)


def _check_sizes(infos: Sequence[zipfile.ZipInfo], packed: int) -> None:
    """Refuse what unpacks to too much; members that share their bytes count as often as named."""
    declared = sum(info.file_size for info in infos)
    if declared > MOST_BYTES:
        raise RefusedError(f"it unpacks to more than {MOST_BYTES:,} bytes", key=MANIFEST)
    if declared > max(FREE_BYTES, MOST_RATIO * packed):
        raise RefusedError(f"it unpacks to more than {MOST_RATIO} times its size", key=MANIFEST)


def _manifest(packed: zipfile.ZipFile) -> Manifest:
    with packed.open(MANIFEST) as stream:
        content = stream.read(MOST_MANIFEST_BYTES + 1)
    if len(content) > MOST_MANIFEST_BYTES:
        raise RefusedError("a manifest that is too long", key=MANIFEST)
    told = _row(content, MANIFEST)
    if told.pop("form", None) != FORM:
        raise RefusedError("this is no archive of a situation", key=MANIFEST)
    version = told.pop("version", None)
    if type(version) is not int or version < 1:
        raise RefusedError("an archive that tells no version", key=MANIFEST)
    if version > VERSION:
        raise RefusedError(
            f"version {version} of the form; this one knows {VERSION}",
            key=MANIFEST,
            mend="upgrade Watchword",
        )
    listed = told.pop("members", None)
    if not isinstance(listed, list):
        raise RefusedError("a manifest without members", key=MANIFEST)
    return Manifest(head=told, members=tuple(_member(each) for each in listed))


def _member(told: object) -> Member:
    fields = told if isinstance(told, dict) else {}
    name, digest, size = (fields.get(each) for each in ("name", "sha256", "size"))
    is_proper = (
        isinstance(name, str)
        and bool(_NAME.fullmatch(name))
        and isinstance(digest, str)
        and bool(_DIGEST.fullmatch(digest))
        and type(size) is int
        and size >= 0
    )
    if not is_proper:
        raise RefusedError("a member that is not told in full", key=MANIFEST)
    return Member(name=str(name), sha256=str(digest), size=int(str(size)))


def _check_members(
    packed: zipfile.ZipFile, manifest: Manifest, infos: Sequence[zipfile.ZipInfo]
) -> None:
    there = {info.filename for info in infos} - {MANIFEST}
    named = [each.name for each in manifest.members]
    if len(set(named)) < len(named) or set(named) != there:
        raise RefusedError("the manifest tells other members than there are", key=MANIFEST)
    for member in manifest.members:
        digest, size = sha256(), 0
        with packed.open(member.name) as stream:
            while piece := stream.read(_STEP):
                size += len(piece)
                digest.update(piece)
                if size > member.size:
                    break
        if size != member.size or digest.hexdigest() != member.sha256:
            raise RefusedError(
                "it is not as the manifest says: damaged or changed", key=member.name
            )


def _row(line: bytes, member: str) -> dict[str, object]:
    if len(line) > MOST_LINE_BYTES:
        raise RefusedError("a line that is too long", key=member)
    try:
        row = json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise RefusedError("a line that is no JSON", key=member) from error
    if not isinstance(row, dict):
        raise RefusedError("a line that is no JSON object", key=member)
    return row


def _no_number(name: str) -> float:
    message = f"{name} is no number"
    raise ValueError(message)
