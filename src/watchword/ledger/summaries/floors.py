"""Where the floors of summaries lie."""

from pathlib import Path

from watchword.ledger.held_out_floors import FloorsFile

FLOORS = FloorsFile(
    path=Path(__file__).with_name("floors.toml"),
    of="summaries",
    heading=(
        "Scores of summaries that may not sink: `watchword ledger summaries` fails below them,",
        "`--update` raises them. Each digest is of the files that were measured on.",
    ),
)
