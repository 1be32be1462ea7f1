"""Where the floors of reading lie."""

from pathlib import Path

from watchword.ledger.held_out_floors import FloorsFile

FLOORS = FloorsFile(
    path=Path(__file__).with_name("floors.toml"),
    of="reading",
    heading=(
        "Scores of reading that may not sink: `watchword ledger reading` fails below them,",
        "`--update` raises them. Each digest is of the files that were measured on.",
    ),
)
