"""CSV tables: one report a row, columns named by the mapping."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from watchword.collect.decode import decode
from watchword.collect.formats.json_records import record_draft
from watchword.collect.piece import Found, Piece, Terms
from watchword.collect.words import looks_binary
from watchword.errors import UnreadableError
from watchword.model.report import Unread

DELIMITERS = ",;\t|"
_MOST_COLUMNS = 20_000
_LARGEST_CELL = 2**31 - 1
_TOLD_COLUMNS = 8
_SAMPLE_CHARACTERS = 20_000


def read_csv(piece: Piece, terms: Terms) -> Iterator[Found]:
    """Read a row a report; quoted cells may hold line ends. Needs the text's column."""
    text = decode(piece.content, declared=piece.charset).replace("\r\n", "\n").replace("\r", "\n")
    if looks_binary(text):
        raise UnreadableError("not a table, though its name says CSV")
    lines = _Lines(text)
    # The module's own bound of 131,072 characters is shorter than a long transcript, and is set
    # for the whole process or not at all; a report's length is held by Limits.max_characters.
    csv.field_size_limit(_LARGEST_CELL)
    rows = csv.reader(lines, delimiter=guess_delimiter(text), strict=False)
    try:
        header = [name.strip() for name in next(rows, [])]
        _check_header(header, terms.mapping)
        lines.take()
        for row in rows:
            raw, number = lines.take()
            yield from _row(dict(zip(header, row, strict=False)), raw, number, (piece, terms))
    except csv.Error as error:
        raise UnreadableError("a table that is not CSV") from error


def guess_delimiter(text: str) -> str:
    """Choose the delimiter that the header line has most of, quoted cells left out."""
    unquoted = "".join(text[:_SAMPLE_CHARACTERS].split("\n", 1)[0].split('"')[::2])
    return max(DELIMITERS, key=lambda mark: (unquoted.count(mark), -DELIMITERS.index(mark)))


class _Lines:
    """Lines of a text, remembering those that a row was made of."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._start = 0
        self._row_start = 0
        self._number = 0
        self._row_number = 1

    def __iter__(self) -> Iterator[str]:
        while self._start < len(self._text):
            end = self._text.find("\n", self._start) + 1 or len(self._text)
            line = self._text[self._start : end]
            self._start = end
            self._number += 1
            yield line

    def take(self) -> tuple[bytes, int]:
        """Bytes of the row just read, and the number of its first line."""
        raw = self._text[self._row_start : self._start].encode("utf-8", errors="replace")
        number = self._row_number
        self._row_start, self._row_number = self._start, self._number + 1
        return raw, number


def _check_header(header: list[str], mapping: Mapping[str, str]) -> None:
    if len(header) > _MOST_COLUMNS:
        raise UnreadableError(f"a table of more than {_MOST_COLUMNS:,} columns")
    if mapping["text"] not in header:
        told = ", ".join(name[:40] for name in header[:_TOLD_COLUMNS])
        raise UnreadableError(
            f"a table without a column '{mapping['text']}' (it has {told}); name it with a mapping"
        )
    counts = Counter(header)
    twice = next((column for column in mapping.values() if counts[column] > 1), None)
    if twice:
        raise UnreadableError(f"a table with two columns '{twice}'")


def _row(
    record: dict[str, str], raw: bytes, number: int, around: tuple[Piece, Terms]
) -> Iterator[Found]:
    piece, terms = around
    if not any(map(str.strip, record.values())):
        return
    try:
        draft = record_draft(record, terms.mapping)
        yield replace(draft, raw=raw, place=f":{number}")
    except UnreadableError as error:
        yield Unread(found_at=f"{piece.found_at}:{number}", reason=str(error.args[0]))
