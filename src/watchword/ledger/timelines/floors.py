"""Where the floors of timelines lie."""

from pathlib import Path

from watchword.ledger.held_out_floors import FloorsFile

FLOORS = FloorsFile(
    path=Path(__file__).with_name("floors.toml"),
    of="timelines",
    heading=(
        "Scores of timelines that may not sink: `watchword ledger timelines` fails below them,",
        "`--update` raises them. Each digest is of the files that were measured on.",
    ),
)
