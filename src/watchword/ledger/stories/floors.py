"""Where the floors of stories lie."""

from pathlib import Path

from watchword.ledger.held_out_floors import FloorsFile

FLOORS = FloorsFile(
    path=Path(__file__).with_name("floors.toml"),
    of="stories",
    heading=(
        "Scores of stories that may not sink: `watchword ledger stories` fails below them,",
        "`--update` raises them. Each digest is of the files that were measured on.",
    ),
)
