"""How much a finding matters to a reader: a sum of seven plain terms, no judgement of truth.

=================== ======================================================================
term                points
=================== ======================================================================
independent sources 1 each, 4 at most
event               3 for force and its threat or preparation, 2 for coercion, sanctions,
                    aid and denials of it, 1 for talk, 0 where the event is not known
recency             2 for the newest day among the reports, falling evenly to 0 at 14 days
figure              1 where it gives one
contested           1 where it is denied or other figures are given
official            1 where an official source tells it
centrality          3 for the words that most of the situation is about, falling to 0
=================== ======================================================================

A finding that nothing counts for any more has importance 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from watchword.relate.witnesses import Access, Witness

SOURCES_AT_MOST = 4
"""Independent sources beyond which more make a finding no more important."""

RECENT = timedelta(days=14)
"""Age at which a finding is no longer news."""

CENTRAL = 3.0
"""Points for a claim about what the situation is about.

Trial: of the 71 things that `ledger briefs` and the test of the shipped example want, briefs held
64 with 3 and 62 with 0.
"""

EVENT_WEIGHTS = {
    "ASSAULT": 3,
    "MOBILIZE": 3,
    "THREATEN": 3,
    "COERCE": 2,
    "SANCTION": 2,
    "AID": 2,
    "RETREAT": 2,
    "REJECT": 2,
    "CONCEDE": 2,
    "AGREE": 1,
    "ACCUSE": 1,
    "COOPERATE": 1,
    "PROTEST": 1,
    "REQUEST": 1,
    "SUPPORT": 1,
    "CONSULT": 1,
}
"""Points by PLOVER event type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regard:
    """What there is about a finding that makes it matter, beside who tells it and when.

    Attributes:
        event: PLOVER type of what it says was done.
        centrality: how much of the situation it is about, 0 to 1.
        has_figure: whether it gives a figure.
        is_contested: whether it is denied or other figures are given.
    """

    event: str | None = None
    centrality: float = 0.0
    has_figure: bool = False
    is_contested: bool = False


def weigh_importance(telling: Sequence[Witness], newest: datetime | None, regard: Regard) -> float:
    """Sum the terms for a finding.

    Args:
        telling: witnesses that still count.
        newest: when the newest of all reports was published.
        regard: what else there is about it.
    """
    if not telling:
        return 0.0
    voices = {witness.voice for witness in telling}
    sources = min(len(voices), len({witness.origin for witness in telling}), SOURCES_AT_MOST)
    official = any(witness.access is Access.OFFICIAL for witness in telling)
    points = sources + EVENT_WEIGHTS.get(regard.event or "", 0) + official
    points += regard.has_figure + regard.is_contested
    return round(points + CENTRAL * regard.centrality + _recency(telling, newest), 3)


def _recency(telling: Sequence[Witness], newest: datetime | None) -> float:
    dates = [witness.said_at for witness in telling if witness.said_at is not None]
    if not dates or newest is None:
        return 0.0
    age = newest - max(dates)
    return 2 * max(0.0, 1 - age / RECENT)
