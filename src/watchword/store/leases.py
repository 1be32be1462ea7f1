"""Leases: which process does what only one may do at a time, until when.

A lease that is not renewed ends by itself, so that a process that was killed hinders nobody for
long. Nothing depends on one for being right: what is added twice is kept once. Leases go by the
machine's clock, also while an archive is lived through: a day of the past stands still, and a lease
that was taken on it by a process that was killed would never end.
"""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from watchword.store.dialect import replace_by_key
from watchword.store.tables import lease
from watchword.store.transactions import Store


def take_lease(store: Store, name: str, holder: str, *, for_s: float) -> bool:
    """Take a lease, or renew one's own; False where somebody else holds it.

    Args:
        store: the store.
        name: what only one may do.
        holder: who takes it; a name that no other process has.
        for_s: until when, in seconds from now.
    """
    now = datetime.now(UTC)
    with store.writing() as writing:
        held = writing.connection.execute(sa.select(lease).where(lease.c.name == name)).first()
        if held is not None and held.holder != holder and held.until > now:
            return False
        row = {"name": name, "holder": holder, "until": now + timedelta(seconds=for_s)}
        replace_by_key(lease, writing.connection, row, key="name")
    return True


def end_lease(store: Store, name: str, holder: str) -> None:
    """Give a lease back; one that somebody else holds by now is left to them."""
    with store.writing() as writing:
        writing.connection.execute(
            lease.delete().where(lease.c.name == name, lease.c.holder == holder)
        )
