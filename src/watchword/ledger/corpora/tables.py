"""Tables and lines of the corpora as they lie on disk, told what is missing or broken."""

import csv
import json
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path

from watchword.errors import UnreadableError

LONGEST_CELL = 10_000_000
"""Characters of a cell; the csv module's own limit is less than a president's press conference."""
MEND = "fetch the data folder again; its README.md tells where each set comes from"


def read_text(path: Path) -> str:
    """Read a file whole, without a byte order mark, each line ended by a line feed.

    Raises:
        UnreadableError: if it is missing or not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise UnreadableError("not there or not to be read", key=str(path), mend=MEND) from error
    except UnicodeDecodeError as error:
        raise UnreadableError("not UTF-8", key=str(path), mend=MEND) from error


def read_table(
    path: Path, columns: tuple[str, ...], *, delimiter: str = ","
) -> Iterator[tuple[str, ...]]:
    """Read some columns of a table that has a header, quoted as spreadsheets do.

    Args:
        path: the file.
        columns: names of the columns wanted.
        delimiter: what stands between two cells.

    Yields:
        The cells of each row, in the order of `columns`.

    Raises:
        UnreadableError: if the file or a column is missing, or a row is short.
    """
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.reader(StringIO(read_text(path)), delimiter=delimiter, strict=True)
    try:
        header = next(rows, [])
        absent = [column for column in columns if column not in header]
        if absent:
            message = f"no column named {', '.join(absent)}"
            raise UnreadableError(message, key=str(path), mend=MEND)
        places = [header.index(column) for column in columns]
        for row in rows:
            if len(row) != len(header):
                key = f"{path}:{rows.line_num}"
                raise UnreadableError("a row of the wrong length", key=key, mend=MEND)
            yield tuple(row[place] for place in places)
    except csv.Error as error:
        raise UnreadableError("not a table", key=f"{path}:{rows.line_num}", mend=MEND) from error


def read_objects(path: Path) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Read a file of one JSON object a line.

    Yields:
        Where the object stands (path and line), and the object.

    Raises:
        UnreadableError: if the file is missing or a line is not a JSON object.
    """
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        key = f"{path}:{number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UnreadableError("not a line of JSON", key=key, mend=MEND) from error
        if not isinstance(row, dict):
            raise UnreadableError("not a JSON object", key=key, mend=MEND)
        yield key, row


def read_field(row: Mapping[str, object], name: str, key: str) -> str:
    """Read a field that must be text.

    Raises:
        UnreadableError: if it is missing or not text.
    """
    value = row.get(name)
    if not isinstance(value, str):
        raise UnreadableError(f"{name} is missing or not text", key=key, mend=MEND)
    return value
