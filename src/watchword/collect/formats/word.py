"""DOCX: paragraphs and table cells in order, metadata from the core properties."""

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from watchword.collect.formats.zipped import check_members
from watchword.collect.front_matter import split_names
from watchword.collect.piece import Draft, Found, Piece, Terms
from watchword.errors import UnreadableError

_TEMPLATE_MADE = datetime(2013, 12, 23, 23, 15, tzinfo=UTC)
_TEMPLATE_AUTHOR = "python-docx"
"""What python-docx's own template says of itself in every file made with it."""


def read_word(piece: Piece, terms: Terms) -> Iterator[Found]:
    """Read a Word document; comments, notes and running heads are left out."""
    import docx  # noqa: PLC0415 - slow import
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 - slow import

    try:
        with zipfile.ZipFile(io.BytesIO(piece.content)) as packed:
            check_members(packed, piece, terms)
        written = docx.Document(io.BytesIO(piece.content))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise UnreadableError("a damaged Word document") from error
    yield _draft(written)


def _draft(written: Any) -> Draft:  # noqa: ANN401 - python-docx's, untyped
    said = written.core_properties
    return Draft(
        text="\n\n".join(_blocks(written)),
        title=said.title or "",
        bylines=split_names("" if said.author == _TEMPLATE_AUTHOR else said.author or ""),
        published=_made(said),
        language=said.language or "",
        version=said.version or "",
    )


def _blocks(written: Any) -> Iterator[str]:  # noqa: ANN401 - python-docx's, untyped
    for block in written.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
                yield " | ".join(filter(None, cells))
        else:
            yield block.text


def _made(said: Any) -> str:  # noqa: ANN401 - python-docx's, untyped
    made = said.created
    if not isinstance(made, datetime):
        return ""
    aware = made if made.tzinfo else made.replace(tzinfo=UTC)
    return "" if aware == _TEMPLATE_MADE else aware.isoformat()
