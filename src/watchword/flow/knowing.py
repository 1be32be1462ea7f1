"""What was read as one thing that views are made of: claims, events, origins, as of an instant."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from watchword.group.copies import find_origins, gather_origins
from watchword.model.known import Known
from watchword.model.origin import Origin, OriginDecision
from watchword.model.read_report import ReadReport
from watchword.model.report import Report
from watchword.model.scope import Named, Scope
from watchword.model.source import Reliability
from watchword.text.gazetteer import country_named

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
"""The instant of what is known from reports of which none is dated."""
_UNDATED = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is known beside the reports.

    Attributes:
        as_of: nothing published later is known; the newest report's time where None.
        grades: reliability of sources by name, as people gave them.
        placements: decisions on which text each report prints, in the order the reports came;
            the reports are compared with one another where None.
    """

    as_of: datetime | None = None
    grades: Mapping[str, Reliability] = field(default_factory=dict)
    placements: Sequence[OriginDecision] | None = None


def known_of(read: Sequence[ReadReport], around: Around | None = None) -> Known:
    """What is known from reports that have been read."""
    around = around or Around()
    as_of = around.as_of or newest_of(read)
    known = [each for each in read if is_published(each.report, as_of)]
    reports = {each.report.key: each.report for each in known}
    told = [each.extraction for each in known]
    return Known(
        as_of=as_of,
        reports=reports,
        claims={claim.key: claim for each in told for claim in each.claims},
        events=tuple(event for each in known for event in each.events),
        positions=tuple(position for each in told for position in each.positions),
        implications=tuple(implied for each in told for implied in each.implications),
        origins=origins_of(reports, around.placements),
        grades=around.grades,
    )


def known_at(known: Known, as_of: datetime) -> Known:
    """What had been published by an instant, of reports that nobody has placed into origins."""
    reports = {key: report for key, report in known.reports.items() if is_published(report, as_of)}
    claims = {key: claim for key, claim in known.claims.items() if claim.report in reports}
    return replace(
        known,
        as_of=as_of,
        reports=reports,
        claims=claims,
        events=tuple(each for each in known.events if each.report in reports),
        positions=tuple(each for each in known.positions if each.claim in claims),
        implications=tuple(each for each in known.implications if each.claim in claims),
        origins=origins_of(reports, None),
    )


def newest_of(read: Iterable[ReadReport]) -> datetime:
    """When the newest of some reports was published."""
    times = [each.report.published.at for each in read if each.report.published.at]
    return max(times, default=BEGINNING)


def is_published(report: Report, as_of: datetime) -> bool:
    """Whether a report had been published at an instant; one without a date had."""
    at = report.published.at
    return at is None or at <= as_of


def origins_of(
    reports: Mapping[str, Report], placements: Sequence[OriginDecision] | None
) -> tuple[Origin, ...]:
    """The origins of the reports, as placed or else as found; what is not placed is its own."""
    if placements is None:
        return find_origins(tuple(reports.values()))
    ordered = sorted(reports.values(), key=lambda each: (each.published.at or _UNDATED, each.key))
    placed = {each.report: each for each in placements}
    known = gather_origins(placed[each.key] for each in ordered if each.key in placed)
    alone = (
        Origin(
            key=each.key,
            name=each.outlet or "outlet not named",
            reports=(each.key,),
            reasons=("not compared with others yet",),
        )
        for each in ordered
        if each.key not in placed
    )
    return (*known, *alone)


def named_as(name: str, *others: str) -> Named:
    """Somebody or somewhere by a name, and the country that it stands for, if it does.

    >>> named_as("Moscow").country
    'RU'
    """
    country = country_named(name)
    return Named(names=(name, *others), country=country.code if country else None)


def is_within(read: ReadReport, scope: Scope) -> bool:
    """Whether a report speaks of what a scope asks for, in its time."""
    actors = {(actor.name, actor.country) for actor in read.actors}
    located = (found.location for found in read.toponyms)
    places = {(place.name, place.country) for place in located if place is not None}
    at = read.report.published.at
    is_late = scope.since is not None and (at is None or at < scope.since)
    is_early = scope.until is not None and (at is None or at >= scope.until)
    return (
        not (is_late or is_early)
        and all(_is_named(named, actors) for named in scope.actors)
        and all(_is_named(named, places) for named in scope.places)
        and all(_is_named(named, actors | places) for named in scope.either)
    )


def _is_named(named: Named, known: Iterable[tuple[str, str | None]]) -> bool:
    return any(
        name in named.names or (country is not None and country == named.country)
        for name, country in known
    )
