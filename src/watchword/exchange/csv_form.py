"""Claims, figures or events as CSV (RFC 4180), safe to open in a spreadsheet.

Invariant: no cell of words begins as a formula does. A spreadsheet runs what begins with `=`, `+`,
`-`, `@` or a tab; such words, which come from reports, are set behind an apostrophe.
"""

import csv
import io
from collections.abc import Iterator

from watchword.exchange.rows import SHEETS, Cell
from watchword.model.handover import Handover

_RUN_BY_SPREADSHEETS = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "|",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
)


def write_csv(handover: Handover, sheet: str = "claims") -> Iterator[bytes]:
    """Write one table: a line of names, then a line a row.

    Args:
        handover: what is handed on.
        sheet: "claims", "figures" or "events".
    """
    table = SHEETS[sheet]
    yield _line([name for name, _ in table.columns])
    for row in table.rows(handover):
        yield _line([_as_text(cell) for cell in row])


def inert(words: str) -> str:
    """Words that no spreadsheet takes for a formula.

    >>> inert("=1+1"), inert("3,000 troops")
    ("'=1+1", '3,000 troops')
    """
    bare = words.lstrip(" \u00a0")
    return f"'{words}" if bare.startswith(_RUN_BY_SPREADSHEETS) else words


def _as_text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return f"{cell:.15g}"
    return inert(cell) if isinstance(cell, str) else cell.isoformat()


def _line(cells: list[str]) -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerow([cell.replace("\x00", "\ufffd") for cell in cells])
    return stream.getvalue().encode("utf-8", "replace")
