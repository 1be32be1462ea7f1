"""Statements of two presidents' offices, before and after a war began between their states."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from watchword.ledger.corpora.tables import read_table

FOLDER = Path("reports") / "statements"
OUTLETS = {"putin": "Kremlin", "zelenskyy": "President of Ukraine"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement.

    Attributes:
        statement_id: its office and its place in the file.
        outlet: the office.
        title: headline.
        published: when, ISO 8601.
        address: where it stands.
        text: the whole of it.
    """

    statement_id: str
    outlet: str
    title: str
    published: str
    address: str
    text: str


def read_statements(data: Path) -> Iterator[Statement]:
    """Read the statements of both offices, one file after the other.

    Raises:
        UnreadableError: if a file is missing or broken.
    """
    columns = ("link", "headline", "date", "body")
    for name, outlet in OUTLETS.items():
        rows = read_table(data / FOLDER / f"{name}.csv", columns)
        for place, (address, title, published, text) in enumerate(rows):
            yield Statement(
                statement_id=f"{name}-{place}",
                outlet=outlet,
                title=title,
                published=published,
                address=address,
                text=text,
            )
