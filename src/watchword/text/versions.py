"""Which reports are versions of one another, and which version stands.

A publisher's correction, update or kill comes back under the same address, or under the same
identifier from the same outlet. The newest version stands; the older ones are superseded.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import pairwise
from urllib.parse import urlsplit

from watchword.model.report import Report, Status
from watchword.text.similarity import containment, shingles

KINSHIP = 0.2
"""Share of common wording from which two texts under one address are versions of one text.

A guard for feeds that give every entry the same address. Of 1,796 statements of two presidents'
offices, whose texts share set phrases, 0.02 % of all pairs reach it.
"""

_EARLIEST = datetime.min.replace(tzinfo=UTC)


def find_versions(reports: Iterable[Report]) -> tuple[tuple[Report, ...], ...]:
    """Chains of versions, oldest first; only chains of two or more are given."""
    groups: dict[tuple[str, ...], list[Report]] = {}
    for report in sorted(reports, key=_age):
        for slot in _slots(report):
            groups.setdefault(slot, []).append(report)
    chains = (chain for slot in sorted(groups) for chain in _chains(groups[slot]))
    return tuple(_merged(chains))


def superseded(reports: Iterable[Report]) -> dict[str, str]:
    """For each report that a newer version replaces, the key of the newest version.

    Versions whose order cannot be told replace nothing.
    """
    replaced: dict[str, str] = {}
    for chain in find_versions(reports):
        newest = chain[-1]
        for report in chain[:-1]:
            if _age(report)[:2] < _age(newest)[:2]:
                replaced[report.key] = newest.key
    return replaced


def withdrawn(reports: Iterable[Report]) -> dict[str, str]:
    """For each report that no longer counts, why, in words."""
    known = tuple(reports)
    reasons = {
        report.key: f"{report.status.value} by its publisher"
        for report in known
        if report.status is not Status.USABLE
    }
    for old in superseded(known):
        reasons.setdefault(old, "replaced by a newer version")
    return reasons


def _slots(report: Report) -> Iterator[tuple[str, ...]]:
    if report.address and urlsplit(report.address).path.strip("/"):
        yield ("address", report.address)
    if report.outlet and report.report_id != report.key:
        yield ("id", report.outlet, report.report_id)


def _age(report: Report) -> tuple[datetime, tuple[int, ...], str]:
    label = tuple(int(digits[:9]) for digits in re.findall(r"\d+", report.version or ""))
    return (report.published.at or _EARLIEST, label, report.key)


def _chains(group: list[Report]) -> Iterator[list[Report]]:
    chain: list[Report] = []
    for older, newer in pairwise(group):
        if not _is_version(older, newer):
            yield chain
            chain = []
        elif not chain:
            chain = [older, newer]
        else:
            chain.append(newer)
    yield chain


def _is_version(older: Report, newer: Report) -> bool:
    if newer.status is not Status.USABLE:
        return True
    if older.title and older.title == newer.title:
        return True
    return containment(shingles(older.text), shingles(newer.text)) >= KINSHIP


def _merged(chains: Iterable[list[Report]]) -> Iterator[tuple[Report, ...]]:
    """Join chains that share a report: one by address, one by identifier."""
    home: dict[str, list[Report]] = {}
    kept: list[list[Report]] = []
    for chain in chains:
        found = next((home[report.key] for report in chain if report.key in home), None)
        target = found if found is not None else []
        if found is None:
            kept.append(target)
        for report in chain:
            if report.key not in home:
                target.append(report)
                home[report.key] = target
    for target in kept:
        if len(target) > 1:
            yield tuple(sorted(target, key=_age))
