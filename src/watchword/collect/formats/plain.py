"""Plain text, with metadata lines at its top where it has them."""

from collections.abc import Iterator
from dataclasses import replace

from watchword.collect.decode import decode
from watchword.collect.front_matter import split_front_matter
from watchword.collect.piece import Draft, Found, Piece, Terms
from watchword.collect.words import clean_text, looks_binary
from watchword.errors import UnreadableError

_TITLE_CHARACTERS = 160


def read_plain(piece: Piece, terms: Terms) -> Iterator[Found]:  # noqa: ARG001 - a reader's form
    """Read a text; a short first line that stands apart is its title and stays in it."""
    text = decode(piece.content, declared=piece.charset)
    if looks_binary(text):
        raise UnreadableError("not a text, and of no format that is read")
    draft = split_front_matter(text)
    yield draft if draft.title else replace(draft, title=_first_line(draft))


def _first_line(draft: Draft) -> str:
    top = clean_text(draft.text[:2_000])
    line, blank, rest = top.partition("\n\n")
    apart = blank and rest and "\n" not in line and len(line) <= _TITLE_CHARACTERS
    return line if apart and not line.endswith((".", ":", ";", ",")) else ""
