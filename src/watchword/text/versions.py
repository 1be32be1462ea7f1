"""Which reports are versions of one another, and which version stands.

A publisher's correction, update or kill comes back under the same address, or under the same
identifier from the same outlet. The newest version stands; the older ones are superseded.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit

from watchword.model.report import Report, Status
from watchword.model.span import Span
from watchword.model.version import Diff, VersionDecision, VersionKind
from watchword.text.diffs import compare_reports
from watchword.text.similarity import containment, shingles
from watchword.text.version_kinds import version_kind

KINSHIP = 0.2
"""Share of common wording from which two texts under one address are versions of one text.

A guard for feeds that give every entry the same address. Of 1,796 statements of two presidents'
offices, whose texts share set phrases, 0.02 % of all pairs reach it.
"""

MOST_TRIED = 20
"""Reports of one slot that a report is compared with: under a feed's one address there are many."""

MADE_BY = "versions 1"
"""Name and version of what decides here; raised where decisions change."""

_EARLIEST = datetime.min.replace(tzinfo=UTC)


def find_versions(reports: Iterable[Report]) -> tuple[tuple[Report, ...], ...]:
    """Chains of versions, oldest first; only chains of two or more are given."""
    groups: dict[tuple[str, ...], list[Report]] = {}
    for report in sorted(reports, key=_age):
        for slot in slots_of(report):
            groups.setdefault(slot, []).append(report)
    links = (link for slot in sorted(groups) for link in _each_link(groups[slot]))
    return tuple(tuple(sorted(chain, key=_age)) for chain in _joined(links))


def version_of(report: Report, candidates: Sequence[Report]) -> VersionDecision | None:
    """Which earlier reports a report is a version of, and what changed.

    The version before it is the newest one that is not newer than the report and has wording or
    headline in common with it. Where dates and labels do not tell, the order of arrival does.

    Args:
        report: the report that arrives.
        candidates: reports that came before it and have one of its slots, in order of arrival.

    Returns:
        The decision; None where it is a version of none of them.
    """
    slots = frozenset(slots_of(report))
    known = [each for each in candidates if slots.intersection(slots_of(each))]
    before = sorted((each for each in known if not _is_newer(each, report)), key=_order)
    after = sorted((each for each in known if _is_newer(each, report)), key=_order)
    older = _nearest(before[::-1], report)
    newer = _nearest(after, report)
    kin = older or newer
    if kin is None:
        return None
    diff = compare_reports(older, report) if older else None
    kind, said = version_kind(older, report, diff) if older and diff else (None, "")
    return VersionDecision(
        report=report.key,
        older=older.key if older else None,
        newer=newer.key if newer else None,
        slot=next(slot for slot in slots_of(report) if slot in set(slots_of(kin))),
        kind=kind,
        said=said,
        reason=_reason(kind, said, diff, is_late=newer is not None),
        diff=diff,
        made_by=MADE_BY,
    )


def slots_of(report: Report) -> Iterator[tuple[str, ...]]:
    """What a later version of a report has in common with it: its address; its outlet and id.

    An address without a path is a home page, which is no text's own.
    """
    if report.address and urlsplit(report.address).path.strip("/"):
        yield ("address", report.address)
    if report.outlet and report.report_id != report.key:
        yield ("id", report.outlet, report.report_id)


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


def _age(report: Report) -> tuple[datetime, tuple[int, ...], str]:
    return (*_order(report), report.key)


def _label(report: Report) -> tuple[int, ...]:
    return tuple(int(digits[:9]) for digits in re.findall(r"\d+", report.version or ""))


def _order(report: Report) -> tuple[datetime, tuple[int, ...]]:
    """What tells of two versions which is newer; a sort by it keeps the order of arrival."""
    return (report.published.at or _EARLIEST, _label(report))


def _is_newer(known: Report, arriving: Report) -> bool:
    if known.published.at is None or arriving.published.at is None:
        return _label(known) > _label(arriving) if known.version and arriving.version else False
    return _order(known) > _order(arriving)


def _each_link(group: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
    for at, report in enumerate(group):
        older = _nearest(group[max(0, at - MOST_TRIED) : at][::-1], report)
        if older is not None:
            yield older, report


def _nearest(known: Sequence[Report], report: Report) -> Report | None:
    """The first of the reports that is kin to a report; only so many are tried."""
    return next((each for each in known[:MOST_TRIED] if _is_kin(each, report)), None)


def _is_kin(one: Report, other: Report) -> bool:
    if one.key == other.key:
        return False
    if one.status is not Status.USABLE or other.status is not Status.USABLE:
        return True  # a kill need not repeat what it kills
    if one.title and one.title == other.title:
        return True
    return containment(shingles(one.text), shingles(other.text)) >= KINSHIP


def _joined(links: Iterable[tuple[Report, Report]]) -> list[list[Report]]:
    """Join links that share a report into chains."""
    home: dict[str, list[Report]] = {}
    for pair in links:
        found = {id(c): c for c in (home.get(r.key, [r]) for r in pair)}.values()
        chain, *others = sorted(found, key=len, reverse=True)
        for other in others:
            chain += other
        home.update({each.key: chain for other in (pair, *others) for each in other})
    return list({id(chain): chain for chain in home.values()}.values())


def _reason(kind: VersionKind | None, said: str, diff: Diff | None, *, is_late: bool) -> str:
    late = "; it came later than a version that is newer" if is_late else ""
    if kind is None or diff is None:
        return f"an earlier version{late}"
    told = f" (“{said}”)" if said else ""
    return f"{kind}{told}: {_changes(diff)}{late}"


def _changes(diff: Diff) -> str:
    counts = {
        "added": len(diff.added),
        "removed": len(diff.removed),
        "reworded": len(diff.changed),
        "moved": diff.moved,
    }
    told = [f"{count} {_sentences(count)} {name}" for name, count in counts.items() if count]
    told += [f"{_quote(each.older)} became {_quote(each.newer)}" for each in diff.numbers[:3]]
    if diff.title:
        told.append("another headline")
    return ", ".join(told) or "no sentence changed"


def _sentences(count: int) -> str:
    return "sentence" if count == 1 else "sentences"


def _quote(span: Span | None) -> str:
    return f"“{span.quote}”" if span else "nothing"
