"""Words that may and words that may not stand for a word, as a table in a file."""

import gzip
import json
from collections.abc import Mapping
from pathlib import Path

Stand = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By form and tag: `same` and `wider` may stand for it, `other` and `against` may not."""


def write_stand(stand: Stand, path: Path) -> None:
    """Write the table."""
    with gzip.open(path, "wt", encoding="utf-8") as file:
        json.dump(stand, file, sort_keys=True)


def read_stand(path: Path) -> Stand:
    """Read the table."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        stand: Stand = json.load(file)
    return stand
