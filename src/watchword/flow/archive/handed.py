"""What whoever read an archive's reports has worked out of them, found again by report.

Invariant: what is given for a report was worked out of that report and that reading, by this
version; where there is any doubt nothing is given, and whoever asks works it out.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import numpy as np

from watchword.flow.archive.manifest import places_there
from watchword.flow.archive.parts import HandedRow, handed_in, keys_in
from watchword.model.report import Report

_OPEN = 8
"""Parts that are kept open at once."""
_KEY = "S16"
"""What a report is looked up by: the beginning of its key, which is all of it."""


class Handed:
    """Looks up what was handed on; where each report lies is held in 24 bytes.

    Args:
        places: the parts.

    Raises:
        StoreError: if one of them is damaged.
    """

    def __init__(self, places: Sequence[Path]) -> None:
        self._places = places
        keys = [keys_in(place) for place in places]
        self._starts = list(accumulate(map(len, keys), initial=0))[:-1]
        every = np.array([key for some in keys for key in some], dtype=_KEY)
        self._order = np.argsort(every, kind="stable")
        self._keys = every[self._order]
        self._open: OrderedDict[tuple[str, int], list[HandedRow | None]] = OrderedDict()

    @classmethod
    def of_folder(cls, folder: Path | None) -> "Handed":
        """What the parts of an archive hold; nothing where there is none."""
        return cls(() if folder is None else places_there(folder))

    def of(self, work: str, waiting: Sequence[tuple[Report, bytes | None]]) -> list[bytes | None]:
        """What was worked out for a work; None where nothing was.

        Args:
            work: its name.
            waiting: reports, each with its reading as the record keeps it where one is asked about.

        Raises:
            StoreError: if a part is damaged.
        """
        if not len(self._keys):
            return [None] * len(waiting)
        wanted = np.array([report.key for report, _ in waiting], dtype=_KEY)
        at = np.searchsorted(self._keys, wanted).clip(max=len(self._keys) - 1)
        rows = np.where(self._keys[at] == wanted, self._order[at], -1).tolist()
        return [
            self._made(work, row, each) if row >= 0 else None
            for row, each in zip(rows, waiting, strict=True)
        ]

    def _made(self, work: str, row: int, asked: tuple[Report, bytes | None]) -> bytes | None:
        part = bisect_right(self._starts, row) - 1
        found = self._rows(work, part)[row - self._starts[part]]
        report, payload = asked
        if found is None or found.report != replace(report, text="", raw=b""):
            return None
        return found.made if payload is None or payload == found.payload else None

    def _rows(self, work: str, part: int) -> list[HandedRow | None]:
        found = self._open.get((work, part))
        if found is None:
            found = self._open[work, part] = handed_in(self._places[part], work)
            if len(self._open) > _OPEN:
                self._open.popitem(last=False)
        return found
