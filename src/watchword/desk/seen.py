"""What a view looks at: the record as of an instant, and what is known of a part of it."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from watchword.config import Settings
from watchword.engines import ReadingEngine
from watchword.flow.situation.scoping import Asked
from watchword.flow.situation.standing import Standing, known_standing
from watchword.flow.situation.windowing import Window, standing_in, window_of
from watchword.flow.weighing import bench_of
from watchword.model.drift import Drift
from watchword.model.known import Known
from watchword.relate.corroboration import Bench
from watchword.relate.drift import find_drifts
from watchword.store import Store, View
from watchword.store.kept import Kept

KEPT = 3
"""Parts of a record that are kept ready at once; one of 3,000 reports takes about 100 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What is known of a part of a record.

    Attributes:
        window: which reports these are, and of how many.
        standing: what was read in them, and what people decided.
        known: the same as one thing that views are made of.
        kept: what was worked out of all of it, and is kept for the next who asks.
    """

    window: Window
    standing: Standing
    known: Known
    kept: Kept = field(default_factory=Kept)

    def bench(self) -> Bench:
        """Where who agrees and who does not is looked up; of 3,000 reports made in 1.2 s."""
        return self.kept.of("bench", lambda: bench_of(self.known))

    def drifts(self) -> tuple[Drift, ...]:
        """What hardened from report to report; of 3,000 reports found in 0.4 s."""
        return self.kept.of("drifts", lambda: find_drifts(self.known, self.bench()))


@dataclass(slots=True)
class Shelf:
    """What is known of parts of one record, kept ready: the last few that were asked for."""

    _held: "OrderedDict[tuple[datetime, Asked], Held]" = field(default_factory=OrderedDict)

    def of(self, store: Store, as_of: datetime, asked: Asked) -> "Held":
        """What is known of a part of the record as of an instant: of the newest reports in it.

        Raises:
            RefusedError: if an actor's name is borne by several.
            StoreError: if the record cannot be read.
        """
        key = (as_of, asked)
        if key not in self._held:
            window = window_of(store, asked, as_of)
            standing = standing_in(store, window)
            known = known_standing(standing)
            self._held[key] = Held(window=window, standing=standing, known=known)
            while len(self._held) > KEPT:
                self._held.popitem(last=False)
        self._held.move_to_end(key)
        return self._held[key]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a view looks at.

    Attributes:
        store: the record.
        name: what the situation is called on this server.
        as_of: the instant that everything is shown as of; the record's last one for now.
        by: name of who asks.
        settings: what the user set.
        shelf: parts of the record that are kept ready.
        engine: gives the language model; it is loaded where that is asked for.
    """

    store: Store
    name: str
    as_of: datetime
    by: str
    settings: Settings
    shelf: Shelf
    engine: Callable[[], ReadingEngine]

    @contextmanager
    def view(self) -> Iterator[View]:
        """Look at the record as of the instant."""
        with self.store.viewing(self.as_of) as view:
            yield view

    def standing(self, asked: Asked | None = None) -> Standing:
        """What was read, of a part of the record or of all of it."""
        return self.shelf.of(self.store, self.as_of, asked or Asked()).standing

    def window(self, asked: Asked | None = None) -> Window:
        """Which reports are looked at of a part of the record, or of all of it."""
        return self.shelf.of(self.store, self.as_of, asked or Asked()).window

    def known(self, asked: Asked | None = None) -> Known:
        """What is known of a part of the record or of all of it."""
        return self.shelf.of(self.store, self.as_of, asked or Asked()).known

    def bench(self, asked: Asked | None = None) -> Bench:
        """Where who agrees and who does not is looked up, for what is known of the same part."""
        return self.shelf.of(self.store, self.as_of, asked or Asked()).bench()

    def drifts(self, asked: Asked | None = None) -> tuple[Drift, ...]:
        """What hardened from report to report, in the same part."""
        return self.shelf.of(self.store, self.as_of, asked or Asked()).drifts()
