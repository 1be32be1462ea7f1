"""How a situation does, in numbers, for whoever watches the machine."""

from dataclasses import dataclass

from watchword.model.feed import VisitOutcome
from watchword.store import Store
from watchword.store.channels import each_delivery
from watchword.store.counting import count_record
from watchword.store.feeds import each_feed, last_visits

_FAILING = frozenset({VisitOutcome.FAILED, VisitOutcome.REFUSED, VisitOutcome.GONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """How a situation does.

    Attributes:
        reports: reports in the record.
        claims: claims of their latest readings.
        waiting: reports that wait to be read.
        feeds: feeds that are visited.
        feeds_failing: those whose last visit gave no proper answer.
        undelivered: letters to channels that were given up.
    """

    reports: int
    claims: int
    waiting: int
    feeds: int
    feeds_failing: int
    undelivered: int


def gauge(store: Store) -> Gauge:
    """How a situation does now.

    Raises:
        StoreError: if the record cannot be read.
    """
    with store.viewing() as view:
        count = count_record(view)
        visits = last_visits(view)
        feeds = [each.key for each in each_feed(view)]
        given_up = sum(each.given_up for each in each_delivery(view))
    failing = [key for key in feeds if key in visits and visits[key].outcome in _FAILING]
    return Gauge(
        reports=count.reports,
        claims=count.claims,
        waiting=count.waiting,
        feeds=len(feeds),
        feeds_failing=len(failing),
        undelivered=given_up,
    )
