"""When somebody last looked at what had changed: kept in place, since it is no finding."""

from datetime import datetime

import sqlalchemy as sa

from watchword.store.dialect import replace_by_key
from watchword.store.tables import meta
from watchword.store.transactions import View, Writing

_PREFIX = "looked "


def last_look(view: View, who: str) -> datetime | None:
    """Up to which instant somebody has seen what changed; None where they never looked."""
    found = view.connection.scalar(sa.select(meta.c.value).where(meta.c.name == _PREFIX + who))
    return datetime.fromisoformat(found) if found else None


def note_look(writing: Writing, who: str, as_of: datetime) -> None:
    """Note up to which instant somebody has seen what changed."""
    row = {"name": _PREFIX + who, "value": as_of.isoformat()}
    replace_by_key(meta, writing.connection, row, key="name")
