"""Zip archives and WACZ web archives: their members, each within bounds."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from watchword.collect.piece import Found, Piece, Terms
from watchword.errors import RefusedError, UnreadableError
from watchword.model.report import Unread

FREE_BYTES = 1_000_000
"""Up to here no ratio is looked at: short repetitive files pack very well."""

_ENTRY = b"PK\x01\x02"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


def read_zip(piece: Piece, terms: Terms) -> Iterator[Found]:
    """Read each file of a zip archive; names are only labels, nothing is written anywhere."""
    yield from _members(piece, terms, suffixes=())


def read_wacz(piece: Piece, terms: Terms) -> Iterator[Found]:
    """Read the WARC files of a WACZ; its indexes, pages list and logs hold no reports."""
    yield from _members(piece, terms, suffixes=(".warc", ".warc.gz"))


def check_members(packed: zipfile.ZipFile, piece: Piece, terms: Terms) -> None:
    """Refuse an archive whose members unpack to more than the bounds allow.

    Raises:
        RefusedError: if they do.
    """
    declared = sum(member.file_size for member in packed.infolist())
    limits = terms.limits
    if declared > max(FREE_BYTES, limits.max_ratio * len(piece.content)):
        raise RefusedError(f"it unpacks to more than {limits.max_ratio} times its size")
    if declared > limits.max_bytes:
        raise RefusedError(f"it unpacks to more than {limits.max_bytes:,} bytes")


def _members(piece: Piece, terms: Terms, *, suffixes: tuple[str, ...]) -> Iterator[Found]:
    if piece.content.count(_ENTRY) > terms.limits.max_members:
        raise RefusedError(f"an archive of more than {terms.limits.max_members:,} members")
    try:
        with zipfile.ZipFile(io.BytesIO(piece.content)) as packed:
            chosen = [member for member in packed.infolist() if _is_wanted(member, suffixes)]
            if not chosen:
                raise UnreadableError("an archive with nothing in it to read")
            for member in chosen:
                yield _member(packed, member, piece, terms)
    except _BROKEN as error:
        raise UnreadableError("a damaged zip archive") from error


def _is_wanted(member: zipfile.ZipInfo, suffixes: tuple[str, ...]) -> bool:
    parts = PurePosixPath(member.filename.replace("\\", "/")).parts
    hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)
    named = not suffixes or member.filename.lower().endswith(suffixes)
    return named and not hidden and not member.filename.endswith("/")


def _member(packed: zipfile.ZipFile, member: zipfile.ZipInfo, piece: Piece, terms: Terms) -> Found:
    found_at = f"{piece.found_at}!{member.filename}"
    if member.flag_bits & 0x1:
        return Unread(found_at=found_at, reason="encrypted: it needs a password")
    limits = terms.limits
    most = min(limits.max_bytes, max(FREE_BYTES, limits.max_ratio * member.compress_size))
    try:
        with packed.open(member) as stream:
            content = stream.read(most + 1)
    except (*_BROKEN, RuntimeError):
        return Unread(found_at=found_at, reason="damaged inside its archive")
    if len(content) > most:
        return Unread(found_at=found_at, reason=f"it unpacks to more than {most:,} bytes")
    terms.allowance.spend(len(content))
    name = PurePosixPath(member.filename.replace("\\", "/")).name
    return replace(
        piece, content=content, found_at=found_at, name=name, form="", depth=piece.depth + 1
    )
