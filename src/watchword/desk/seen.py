"""What a view looks at: the record as of an instant, and what is known of a part of it."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from watchword.config import Settings
from watchword.engines import ReadingEngine
from watchword.flow.situation.scoping import Asked, scope_in_record
from watchword.flow.situation.standing import Standing, find_standing, known_standing
from watchword.model.known import Known
from watchword.store import Store, View

KEPT = 3
"""Parts of a record that are kept ready at once; one of 3,000 reports takes about 100 MB."""


@dataclass(slots=True)
class Shelf:
    """What is known of parts of one record, kept ready: the last few that were asked for."""

    _held: "OrderedDict[tuple[datetime, Asked], tuple[Standing, Known]]" = field(
        default_factory=OrderedDict
    )

    def of(self, store: Store, as_of: datetime, asked: Asked) -> tuple[Standing, Known]:
        """What is known of a part of the record as of an instant.

        Raises:
            RefusedError: if an actor's name is borne by several.
            StoreError: if the record cannot be read.
        """
        key = (as_of, asked)
        if key not in self._held:
            scope = None if asked == Asked() else scope_in_record(store, asked, as_of)
            standing = find_standing(store, as_of, scope)
            self._held[key] = (standing, known_standing(standing))
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
        return self.shelf.of(self.store, self.as_of, asked or Asked())[0]

    def known(self, asked: Asked | None = None) -> Known:
        """What is known of a part of the record or of all of it."""
        return self.shelf.of(self.store, self.as_of, asked or Asked())[1]
