"""Where the floors of what moves lie."""

from pathlib import Path

from watchword.ledger.held_out_floors import FloorsFile

FLOORS = FloorsFile(
    path=Path(__file__).with_name("floors.toml"),
    of="moves",
    heading=(
        "Scores of what moves that may not sink: `watchword ledger moves` fails below them,",
        "`--update` raises them. Each digest is of the files that were measured on.",
    ),
)
