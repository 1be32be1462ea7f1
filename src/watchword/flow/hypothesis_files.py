"""A matrix of hypotheses as the bytes of a file, and back: the suffix tells the format."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from watchword.assess.hypotheses.filing import from_json, to_json
from watchword.assess.hypotheses.page import to_html
from watchword.assess.hypotheses.sheets import to_csv, to_markdown
from watchword.errors import InvalidMatrixError
from watchword.model.matrix import Matrix
from watchword.model.verdict import Verdict

_WRITERS: Mapping[str, Callable[[Matrix, Verdict], str]] = {
    ".json": lambda matrix, _: to_json(matrix),
    ".csv": to_csv,
    ".md": to_markdown,
    ".html": to_html,
}


def matrix_in(content: bytes, name: str) -> Matrix:
    """Read a matrix.

    Args:
        content: the bytes of the file.
        name: its name, for messages.

    Raises:
        InvalidMatrixError: if it is none.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidMatrixError("it is not in UTF-8", key=name) from error
    return from_json(text)


def bytes_of(matrix: Matrix, verdict: Verdict, name: str) -> bytes:
    """The bytes of a matrix as a file.

    Args:
        matrix: the matrix.
        verdict: what it comes to.
        name: name of the file, whose suffix tells the format.

    Raises:
        InvalidMatrixError: if the suffix tells no format.
    """
    write = _WRITERS.get(PurePath(name).suffix.lower())
    if write is None:
        mend = f"use {', '.join(_WRITERS)}"
        raise InvalidMatrixError("its suffix tells no format of a matrix", key=name, mend=mend)
    return write(matrix, verdict).encode(errors="replace")
