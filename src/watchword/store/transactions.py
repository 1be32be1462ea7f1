"""One writer at a time, each with an instant of its own; readers see a whole state of the record.

Invariant: instants only rise, from one committed transaction to the next, whatever the machine's
clock does. What is known as of an instant therefore never changes: whatever commits later has a
later one.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from watchword.store.columns import instant, microseconds
from watchword.store.dialect import connect_for_writing, explain, take_turn
from watchword.store.kept import Kept
from watchword.store.lows import Lows
from watchword.store.signs import Signs
from watchword.store.tables import clock

_ONLY = 1
BEGINNING = instant(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A transaction that writes.

    Attributes:
        connection: the transaction.
        at: its instant: what it adds is known from then on.
    """

    connection: sa.Connection
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The record as it was known at an instant.

    Attributes:
        connection: a transaction that reads.
        as_of: the instant; nothing that was learnt later is shown.
        kept: what was worked out of the record and is kept in memory.
        lows: the least values of stretches of rows, kept in memory.
    """

    connection: sa.Connection
    as_of: datetime
    kept: Kept = field(default_factory=Kept)
    lows: Lows = field(default_factory=Lows)


class Store:
    """An open store.

    Args:
        engine: the database.
        location: what it is called in messages: a path, or an address without a password.
        path: the file, None on a server.
        now: the clock: the machine's, or one that a replay sets.
    """

    def __init__(
        self,
        engine: sa.Engine,
        location: str,
        *,
        path: Path | None = None,
        now: Callable[[], datetime],
    ) -> None:
        self.engine = engine
        self.location = location
        self.path = path
        self.signs = Signs()
        self.kept = Kept()
        self.lows = Lows()
        self._now = now

    def now(self) -> datetime:
        """The machine's time, for what is due; what is known is told by the record's instants."""
        return self._now()

    @contextmanager
    def writing(self, *, at: datetime | None = None) -> Iterator[Writing]:
        """Begin a transaction that writes; it waits for the one before, and commits whole or not.

        Args:
            at: when what it adds could be known, for a replay of the past; now unless given. The
                instant is later where the record has reached that one already.

        Raises:
            StoreError: if the database cannot do it; nothing of the transaction is kept then.
        """
        with self.told(), connect_for_writing(self.engine) as connection, connection.begin():
            take_turn(connection)
            last = connection.scalar(sa.select(clock.c.at)) or 0
            tick = max(last + 1, microseconds(at or self._now()))
            connection.execute(clock.update().where(clock.c.id == _ONLY).values(at=tick))
            yield Writing(connection=connection, at=instant(tick))

    @contextmanager
    def viewing(self, as_of: datetime | None = None) -> Iterator[View]:
        """Look at the record as it is, or as it was known at an instant.

        An instant that the record has not reached yet is taken back to the last one it has, so
        that what is shown can be shown again.

        Raises:
            StoreError: if the database cannot be read.
        """
        with self.told(), self.engine.connect() as connection, connection.begin():
            last = instant(connection.scalar(sa.select(clock.c.at)) or 0)
            shown_at = min(as_of, last) if as_of else last
            yield View(connection=connection, as_of=shown_at, kept=self.kept, lows=self.lows)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    @contextmanager
    def told(self) -> Iterator[None]:
        """Tell what the database cannot do as a `StoreError`."""
        try:
            yield
        except DBAPIError as error:
            raise explain(error, self.location) from error
