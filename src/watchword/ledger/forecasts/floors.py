"""Where the floors of forecasts lie."""

from pathlib import Path

from watchword.ledger.held_out_floors import FloorsFile

FLOORS = FloorsFile(
    path=Path(__file__).with_name("floors.toml"),
    of="forecasts",
    heading=(
        "Scores of forecasts that may not sink: `watchword ledger forecasts` fails below them,",
        "`--update` raises them. Each digest is of the file that was measured on.",
    ),
)
