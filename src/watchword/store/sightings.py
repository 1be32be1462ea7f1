"""Sightings of indicators, and the alerts that follow from them: each once, by its key."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

import sqlalchemy as sa

from watchword.model.alert import Alert
from watchword.model.sighting import Manner, Sighting
from watchword.store.codec import from_plain, to_plain
from watchword.store.dialect import insert_new
from watchword.store.tables import alert, sighting
from watchword.store.transactions import View, Writing

_AT_ONCE = 500


def add_sightings(writing: Writing, made: Iterable[Sighting]) -> None:
    """Add sightings; one that is known is passed over."""
    rows = [
        {
            "key": each.key,
            "indicator": each.indicator,
            "claim": each.claim,
            "report": each.report,
            "payload": to_plain(each),
            "known_at": writing.at,
        }
        for each in made
    ]
    if rows:
        writing.connection.execute(insert_new(sighting, writing.connection), rows)


def add_alerts(writing: Writing, made: Iterable[Alert]) -> None:
    """Add alerts; one that is known is passed over."""
    rows = [
        {
            "key": each.key,
            "indicator": each.indicator,
            "number": each.number,
            "payload": to_plain(each),
            "known_at": writing.at,
        }
        for each in made
    ]
    if rows:
        writing.connection.execute(insert_new(alert, writing.connection), rows)


def each_sighting(view: View, indicator: str | None = None) -> Iterator[Sighting]:
    """Every sighting that is known, of one indicator or of all, in the order they were made."""
    query = sa.select(sighting.c.payload).where(sighting.c.known_at <= view.as_of)
    if indicator is not None:
        query = query.where(sighting.c.indicator == indicator)
    for payload in view.connection.scalars(query.order_by(sighting.c.id)).yield_per(_AT_ONCE):
        yield from_plain(Sighting, payload)


def sightings_of(view: View, keys: Sequence[str]) -> tuple[Sighting, ...]:
    """The sightings with these keys, in the order given."""
    found: dict[str, Sighting] = {}
    for start in range(0, len(keys), _AT_ONCE):
        query = sa.select(sighting.c.payload).where(
            sighting.c.key.in_(keys[start : start + _AT_ONCE])
        )
        for payload in view.connection.scalars(query):
            each = from_plain(Sighting, payload)
            found[each.key] = each
    return tuple(found[key] for key in keys if key in found)


def sightings_in(view: View, reports: Sequence[str]) -> tuple[Sighting, ...]:
    """The sightings in these reports that show something and were not withdrawn, in order."""
    query = sa.select(sighting.c.payload).where(sighting.c.report.in_(reports))
    rows = view.connection.scalars(query.order_by(sighting.c.id))
    found = [from_plain(Sighting, payload) for payload in rows]
    gone = {(each.indicator, each.claim) for each in found if each.manner is Manner.WITHDRAWN}
    return tuple(
        each
        for each in found
        if each.manner is Manner.SHOWS and (each.indicator, each.claim) not in gone
    )


def each_alert(
    view: View, *, indicator: str | None = None, since: datetime | None = None
) -> Iterator[Alert]:
    """The alerts that are known, in the order they were made.

    Args:
        view: the record, as known at an instant.
        indicator: of this indicator alone, of all where None.
        since: known from this instant or later, from the beginning where None.
    """
    query = sa.select(alert.c.payload).where(alert.c.known_at <= view.as_of)
    if indicator is not None:
        query = query.where(alert.c.indicator == indicator)
    if since is not None:
        query = query.where(alert.c.known_at >= since)
    for payload in view.connection.scalars(query.order_by(alert.c.id)).yield_per(_AT_ONCE):
        yield from_plain(Alert, payload)


def alerts_after(view: View, after: int, *, most: int = 500) -> list[tuple[int, Alert]]:
    """The next alerts in the order they were made, each with its row number."""
    query = sa.select(alert.c.id, alert.c.payload).where(alert.c.id > after).order_by(alert.c.id)
    rows = view.connection.execute(query.limit(most))
    return [(row.id, from_plain(Alert, row.payload)) for row in rows]


def find_alert(view: View, key: str) -> Alert | None:
    """The alert with this key, None where there is none."""
    payload = view.connection.scalar(sa.select(alert.c.payload).where(alert.c.key == key))
    return None if payload is None else from_plain(Alert, payload)


def known_sightings(view: View, keys: Sequence[str]) -> set[str]:
    """Which of these sightings the record has."""
    found: set[str] = set()
    for start in range(0, len(keys), _AT_ONCE):
        query = sa.select(sighting.c.key).where(sighting.c.key.in_(keys[start : start + _AT_ONCE]))
        found.update(view.connection.scalars(query))
    return found


def last_numbers(at: View | Writing) -> tuple[int, int]:
    """Row numbers of the newest sighting and of the newest alert, 0 without any."""
    newest = (
        at.connection.scalar(sa.select(sa.func.max(table.c.id))) for table in (sighting, alert)
    )
    first, second = (int(number or 0) for number in newest)
    return first, second
