"""Words on standard output and standard error, safe for a terminal whatever a report says."""

import json
import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import TextIO

WIDTH_UNKNOWN = 120
"""Characters of a line where no terminal tells its width."""


def tell(line: str = "") -> None:
    """Write a line to standard output."""
    _write(sys.stdout, line + "\n")


def warn(line: str) -> None:
    """Write a line to standard error, where it is in the way of no output."""
    _write(sys.stderr, line + "\n")


def tell_json(value: Mapping[str, object], *, indent: int | None = None) -> None:
    """Write a JSON object to standard output, in UTF-8 whatever the terminal says."""
    put((json.dumps(value, ensure_ascii=False, indent=indent) + "\n").encode(errors="replace"))


def put(content: bytes) -> None:
    """Write bytes to standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def one_line(words: str) -> str:
    r"""Words as one line that cannot move a cursor, turn its direction or hide.

    >>> one_line("a\x1b[2J\nb")
    'a\ufffd[2J b'
    """
    joined = " ".join(words.split())
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in joined)


def width() -> int:
    """Characters of a line: the terminal's, or as many as a table needs where there is none."""
    return max(40, shutil.get_terminal_size((WIDTH_UNKNOWN, 40)).columns)


def is_watched() -> bool:
    """Whether somebody sees standard error on a terminal."""
    return sys.stderr.isatty()


def let_go_of_output() -> None:
    """Send the rest to nowhere: who read standard output has gone."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _write(stream: TextIO, words: str) -> None:
    """Write; letters that the stream's encoding lacks become question marks."""
    encoding = stream.encoding or "utf-8"
    stream.write(words.encode(encoding, errors="replace").decode(encoding, errors="replace"))
