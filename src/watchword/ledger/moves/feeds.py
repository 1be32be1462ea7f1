"""A record whose feeds are tripled at a day, made from one that was not.

Each outlet is parted in three by chance of its texts' keys. Before the day only one of the three is
there, from then on all of them are: three times the feeds, with the mix that they really have.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from watchword.model.known import Known
from watchword.model.relation import RelationTurn
from watchword.model.report import Report

PARTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Tripling:
    """A record before and after, and what it is compared with.

    Attributes:
        tripled: with a third of the feeds before the day, and all of them since.
        steady: with all of them throughout.
    """

    tripled: Known
    steady: Known


def triple_feeds(known: Known, at: date) -> Tripling:
    """The record with its feeds tripled at a day, and the same with all of them throughout."""
    parted = {key: _parted(report) for key, report in known.reports.items()}
    steady = replace(known, reports=parted)
    kept = {key for key, report in parted.items() if _is_there(key, report, at)}
    origins = (
        replace(origin, reports=tuple(key for key in origin.reports if key in kept))
        for origin in known.origins
    )
    tripled = replace(
        steady,
        reports={key: report for key, report in parted.items() if key in kept},
        events=tuple(event for event in known.events if event.report in kept),
        origins=tuple(origin for origin in origins if origin.reports),
    )
    return Tripling(tripled=tripled, steady=steady)


def false_turns(
    tripled: Iterable[RelationTurn], steady: Iterable[RelationTurn], at: int, *, near: int = 1
) -> int:
    """Turns at the tripling that there are none of without it.

    Args:
        tripled: turns of the tripled record.
        steady: turns of the record that was not.
        at: number of the period in which feeds were tripled.
        near: how many periods off still count as there.
    """
    real = [turn.at for turn in steady]
    found = [turn.at for turn in tripled if abs(turn.at - at) <= near]
    return sum(1 for place in found if not any(abs(place - each) <= near for each in real))


def _parted(report: Report) -> Report:
    return replace(report, outlet=f"{report.outlet} {_part(report.key)}")


def _part(key: str) -> int:
    return int(sha256(key.encode()).hexdigest(), 16) % PARTS


def _is_there(key: str, report: Report, at: date) -> bool:
    published = report.published.at
    return _part(key) == 0 or published is None or published.date() >= at
