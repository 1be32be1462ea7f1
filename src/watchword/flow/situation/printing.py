"""What was printed in a record, whatever it is about, without reading any of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from watchword.flow.situation.scoping import Asked
from watchword.model.decision import DecisionKind
from watchword.model.known import Known
from watchword.relate.relations import Text, texts_of
from watchword.store import Store
from watchword.store.decisions import each_standing_decision
from watchword.store.origins import each_print


def printed_beside(
    store: Store, known: Known, *, is_whole: bool, asked: Asked
) -> Mapping[str, Text]:
    """The texts that what is known of some is counted beside, whatever these are about.

    They are those of the days that are asked for, and of a window those of its days: what passed on
    other days is not known, and beside their texts it would look as if it had begun where the days
    begin, or ended with them.

    Args:
        store: the record.
        known: what is known.
        is_whole: whether no older report of what is asked is left out of it.
        asked: what is asked.

    Raises:
        StoreError: if the store cannot be read.
    """
    dated = [each.published.at for each in known.reports.values() if each.published.at is not None]
    if is_whole or not dated:
        return printed_texts(store, known.as_of, since=asked.since, until=asked.until)
    first = min(dated)
    next_day = first.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    since = next_day if next_day <= max(dated) else first  # its first day may be there in part
    return printed_texts(store, known.as_of, since=since, until=asked.until)


def printed_texts(
    store: Store,
    as_of: datetime | None = None,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
) -> Mapping[str, Text]:
    """The text that each report of a record prints, as of an instant.

    Args:
        store: the record.
        as_of: the instant; the last one of the record where None.
        since: reports published then or later alone, and undated ones; all where None.
        until: reports published before alone, and undated ones; all where None.

    Raises:
        StoreError: if the store cannot be read.
    """
    with store.viewing(as_of) as view:
        withdrawn = {
            each.subject
            for each in each_standing_decision(view)
            if each.kind is DecisionKind.WITHDRAW
        }
        prints = each_print(view, since=since, until=until)
        return texts_of(
            replace(each, counts=False) if each.report in withdrawn else each for each in prints
        )
