"""What peers that group reports share: reading them, joining pairs, writing the groups."""

import json
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

Groups = dict[str, str]


class Spent:
    """Seconds, and the processor's seconds, from its making on."""

    def __init__(self) -> None:
        self._begun, self._used = time.perf_counter(), time.process_time()

    def told(self, reports: int) -> dict[str, float]:
        """Both, and how many reports."""
        seconds, processor = time.perf_counter() - self._begun, time.process_time() - self._used
        return {"reports": reports, "seconds": seconds, "cpu_s": processor}


def read_rows(file: Path) -> list[dict[str, str]]:
    """Read reports."""
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def write_groups(groups: Groups, file: Path) -> None:
    """Write the group of each report."""
    file.write_text(json.dumps(groups), encoding="utf-8")


def joined(keys: Sequence[str], pairs: Iterable[tuple[int, int]]) -> Groups:
    """Groups of reports that pairs join, each named by its first report.

    >>> joined(["a", "b", "c"], [(2, 0)])
    {'a': 'a', 'b': 'b', 'c': 'a'}
    """
    home = list(range(len(keys)))

    def first(place: int) -> int:
        while home[place] != place:
            home[place] = home[home[place]]
            place = home[place]
        return place

    for one, other in pairs:
        low, high = sorted((first(one), first(other)))
        home[high] = low
    return {key: keys[first(place)] for place, key in enumerate(keys)}
