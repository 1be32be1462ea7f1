"""Where the floors of briefs lie."""

from pathlib import Path

from watchword.ledger.held_out_floors import FloorsFile

FLOORS = FloorsFile(
    path=Path(__file__).with_name("floors.toml"),
    of="briefs",
    heading=(
        "What briefs hold of what is wanted: `watchword ledger briefs` fails below these shares,",
        "`--update` raises them. Each digest is of the reports that were briefed.",
    ),
)
"""The situations that briefs are measured on."""
