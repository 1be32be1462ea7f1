"""Words on standard output and standard error, safe for a terminal whatever a report says."""

import json
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from io import TextIOWrapper

WIDTH_UNKNOWN = 120
"""Characters of a line where no terminal tells its width."""
LEAST_WIDTH = 60
"""Characters that a table needs to be read at all; a narrower terminal wraps it."""


def prepare_screen() -> None:
    """Let letters that a terminal's encoding lacks become question marks, not errors."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def tell(words: str = "") -> None:
    """Write lines to standard output."""
    sys.stdout.write(printable(words) + "\n")


def warn(words: str) -> None:
    """Write lines to standard error, where they are in the way of no output."""
    sys.stderr.write(printable(words) + "\n")


def tell_json(value: Mapping[str, object], *, indent: int | None = None) -> None:
    """Write a JSON object to standard output, in UTF-8 whatever the terminal says."""
    put((json.dumps(value, ensure_ascii=False, indent=indent) + "\n").encode(errors="replace"))


def put(content: bytes) -> None:
    """Write bytes to standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def printable(words: str) -> str:
    r"""Words that cannot move a cursor, turn their direction or hide; lines stay lines.

    >>> printable("a\x1b[2J\nb")
    'a\ufffd[2J\nb'
    """
    if words.isprintable():
        return words
    return "".join(
        letter if letter.isprintable() or letter == "\n" else "\ufffd" for letter in words
    )


def many(count: int, noun: str) -> str:
    """A count with its noun, in the plural where it is not one.

    >>> many(1, "report"), many(1_200, "report")
    ('1 report', '1,200 reports')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def one_line(words: str) -> str:
    r"""Words as one printable line.

    >>> one_line("a\x1b[2J\nb")
    'a\ufffd[2J b'
    """
    return printable(" ".join(words.split()))


def width() -> int:
    """Characters of a line: the terminal's, or as many as a table needs where there is none."""
    return max(LEAST_WIDTH, shutil.get_terminal_size((WIDTH_UNKNOWN, 40)).columns)


def is_watched() -> bool:
    """Whether somebody sees standard error on a terminal."""
    return sys.stderr.isatty()


def let_go_of_output() -> None:
    """Send the rest to nowhere: who read standard output has gone."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def put_lines(records: Iterable[Mapping[str, object]]) -> int:
    """Write records to standard output, one JSON object a line, and give how many there were."""
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    if lines:
        put(("\n".join(lines) + "\n").encode(errors="replace"))
    return len(lines)
