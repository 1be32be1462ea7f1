"""Where the floors of the carried model lie."""

from pathlib import Path

from watchword.ledger.held_out_floors import FloorsFile

FLOORS = FloorsFile(
    path=Path(__file__).with_name("floors.toml"),
    of="the model",
    heading=(
        "Scores of the carried model that may not sink: `watchword ledger model` fails below",
        "them, `--update` raises them. Each digest is of the files that were measured on. Under",
        "`base` stand the scores of the model that training began with.",
    ),
)
