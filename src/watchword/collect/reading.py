"""Pieces into reports: recognise the format, read it, go into archives, finish each draft."""

from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from types import TracebackType
from typing import Self

from watchword.collect.finish import finish, printable
from watchword.collect.formats.register import FORMATS
from watchword.collect.limits import Limits
from watchword.collect.parser_process import ParserProcess
from watchword.collect.piece import Draft, Found, Piece, Terms, new_terms
from watchword.collect.sniff import recognise
from watchword.collect.tally import Tally
from watchword.errors import RefusedError, UnreadableError
from watchword.model.report import Report, Unread

_SECOND_COPY = "a second copy of bytes that are read already"


class ReadingRoom:
    """Reads pieces one after another and remembers which reports it has given out.

    Args:
        limits: the bounds.
        mapping: column of each field of a record, None for the default names.
        parser: the parser process, which whoever gives it closes; one of its own unless given.
    """

    def __init__(
        self,
        limits: Limits,
        mapping: Mapping[str, str] | None,
        parser: ParserProcess | None = None,
    ) -> None:
        self._limits = limits
        self._mapping = mapping
        self._own_parser = parser is None
        self._parser = parser or ParserProcess(limits)
        self._given: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._own_parser:
            self._parser.close()

    def read(self, piece: Piece) -> Iterator[Report | Unread]:
        """Read everything in a piece from outside; bad input is an `Unread`, never an error."""
        yield from self._read(piece, new_terms(self._limits, self._mapping))

    def _read(self, piece: Piece, terms: Terms) -> Iterator[Report | Unread]:
        tally, met = Tally(piece.found_at), 0
        try:
            self._check_depth(piece)
            known = replace(piece, form=recognise(piece, terms))
            for result in self._each_result(known, terms):
                met += 1
                if isinstance(result, Unread):
                    tally.add(result)
                else:
                    yield result
            if not met:
                tally.add(
                    Unread(found_at=printable(piece.found_at), reason="nothing in it to read")
                )
        except (UnreadableError, RefusedError) as error:
            tally.add(Unread(found_at=printable(piece.found_at), reason=str(error.args[0])))
        yield from tally.each_unread()

    def _check_depth(self, piece: Piece) -> None:
        if piece.depth > self._limits.max_depth:
            raise RefusedError(f"nested more than {self._limits.max_depth} deep")

    def _each_result(self, piece: Piece, terms: Terms) -> Iterator[Report | Unread]:
        with closing(self._find(piece, terms)) as findings:
            for found in findings:
                if isinstance(found, Piece):
                    yield from self._read(found, terms)
                elif isinstance(found, Draft):
                    yield self._once(finish(found, piece, self._limits))
                else:
                    yield replace(found, found_at=printable(found.found_at))

    def _find(self, piece: Piece, terms: Terms) -> Generator[Found, None, None]:
        known = FORMATS[piece.form]
        if known.apart:
            yield from self._parser.read(piece)
        else:
            yield from known.reader(piece, terms)

    def _once(self, result: Report | Unread) -> Report | Unread:
        if isinstance(result, Unread):
            return result
        if result.key in self._given:
            return Unread(found_at=result.found_at, reason=_SECOND_COPY)
        self._given.add(result.key)
        return result
