"""Where the floors of support lie."""

from pathlib import Path

from watchword.ledger.held_out_floors import FloorsFile

FLOORS = FloorsFile(
    path=Path(__file__).with_name("floors.toml"),
    of="support",
    heading=(
        "Scores of support that may not sink: `watchword ledger support` fails below them,",
        "`--update` raises them. Each digest is of the file that was measured on.",
    ),
)
