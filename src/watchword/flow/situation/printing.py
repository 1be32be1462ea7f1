"""What was printed in a record, whatever it is about, without reading any of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from watchword.model.decision import DecisionKind
from watchword.relate.relations import Text, texts_of
from watchword.store import Store
from watchword.store.decisions import each_standing_decision
from watchword.store.origins import each_print


def printed_texts(store: Store, as_of: datetime | None = None) -> Mapping[str, Text]:
    """The text that each report of a record prints, as of an instant.

    Args:
        store: the record.
        as_of: the instant; the last one of the record where None.

    Raises:
        StoreError: if the store cannot be read.
    """
    with store.viewing(as_of) as view:
        withdrawn = {
            each.subject
            for each in each_standing_decision(view)
            if each.kind is DecisionKind.WITHDRAW
        }
        return texts_of(
            replace(each, counts=each.counts and each.report not in withdrawn)
            for each in each_print(view)
        )
