"""Files, folders, standard input and addresses in; reports and what could not be read out."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from typing import BinaryIO

from watchword.collect.finish import printable
from watchword.collect.limits import Limits
from watchword.collect.piece import Piece
from watchword.collect.reading import ReadingRoom
from watchword.collect.sources import Opener, find_pieces
from watchword.model.report import Report, Unread


def collect(
    sources: Sequence[str],
    *,
    limits: Limits,
    mapping: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
    opener: Opener | None = None,
) -> Iterator[Report | Unread]:
    """Read every report that the sources hold, one at a time, in the order they are named.

    Bad input never raises: it comes out as an `Unread` that names it and says why, and the rest
    goes on. Folders are read to the bottom in the order of their names, hidden files left out.
    The same bytes under the same address and identifier come out once.

    Args:
        sources: paths of files or folders, http or https addresses, or `-` for standard input.
        limits: how much is read at most.
        mapping: column of each field of a record, as `parse_mapping` gives it; None for the
            default names, and then ninjs items among records are recognised.
        stdin: what `-` stands for; the process's own standard input unless given.
        opener: gets the bytes behind an address; a `Fetcher` with the same limits unless given.

    Yields:
        Reports, and what could not be read.
    """
    with ExitStack() as held:
        room = held.enter_context(ReadingRoom(limits, mapping))
        get = opener or _fetcher(limits, held)
        read_from = stdin or sys.stdin.buffer
        for source in sources:
            for piece in find_pieces(source, limits, stdin=read_from, opener=get):
                if isinstance(piece, Unread):
                    yield replace(piece, found_at=printable(piece.found_at))
                else:
                    yield from room.read(piece)


def _fetcher(limits: Limits, held: ExitStack) -> Opener:
    """An opener that loads its libraries with the first address."""
    openers: list[Opener] = []

    def get(address: str) -> Piece:
        if not openers:
            from watchword.collect.fetch import Fetcher  # noqa: PLC0415 - slow import

            openers.append(held.enter_context(Fetcher(limits)).get)
        return openers[0](address)

    return get
