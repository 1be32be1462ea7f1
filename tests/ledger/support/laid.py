"""A small set in WiCE's form, composed by us."""

import json
from pathlib import Path

from watchword.ledger.corpora.wice import FILE

PAGE = [
    "The port authority said on Monday that two ferries had left Odesa with 300 tonnes of grain.",
    "The mayor, Olena Kravets, did not comment.",
    "",
]
CLAIMS = (
    ("Two ferries left Odesa with 300 tonnes of grain.", "supported"),
    ("Two ferries left Odesa on Monday.", "supported"),
    ("Two ferries left Odesa with 300 tonnes of grain for Egypt.", "partially_supported"),
    ("A storm closed the airport of Izmir.", "not_supported"),
)


def lay_wice(data: Path) -> None:
    """Write the set where the ledger looks for it."""
    path = data / FILE
    path.parent.mkdir(parents=True)
    rows = [
        {
            "label": label,
            "supporting_sentences": [[]] if label == "not_supported" else [[0]],
            "claim": claim,
            "evidence": PAGE,
            "meta": {"id": f"made-{number}"},
        }
        for number, (claim, label) in enumerate(CLAIMS)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
