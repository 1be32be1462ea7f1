"""What the indicators see in reports that were read: sightings, and those that count no more."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from watchword import __version__
from watchword.assess.indicators import Showing, Told, find_showing, told_of
from watchword.assess.indicators.showing import LEAST_SCORE, NEAR_SCORE, word_score
from watchword.flow.situation.lenses import Sight
from watchword.model.claim import Claim
from watchword.model.event import Event
from watchword.model.origin import Origin, OriginDecision
from watchword.model.position import Position
from watchword.model.read_report import ReadReport
from watchword.model.report import Report, Status
from watchword.model.sighting import Manner, Sighting, sighting_key
from watchword.model.version import VersionDecision
from watchword.relate.gist import content_words
from watchword.relate.witnesses import find_witnesses
from watchword.store import View
from watchword.store.origins import placements_of, versions_among
from watchword.store.vectors import directions_in

_LONGEST_NAME = 40
"""Characters of the longest words whose stems are remembered."""
MADE_BY = f"indicators watchword/{__version__}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Reports that were read, with what the record knows of them.

    Attributes:
        read: the reports in the order they were read, each with from when that is known.
        placements: which origin each was put into, by its key.
        versions: which are versions of which, by their keys.
        withdrawn: keys of reports that a person has withdrawn.
    """

    read: tuple[tuple[datetime, ReadReport], ...]
    placements: Mapping[str, OriginDecision]
    versions: Mapping[str, VersionDecision]
    withdrawn: frozenset[str]


def page_of(
    view: View, read: Sequence[tuple[datetime, ReadReport]], withdrawn: Iterable[str]
) -> Page:
    """Look up what the record knows of some reports."""
    keys = [each.report.key for _, each in read]
    return Page(
        read=tuple(read),
        placements=placements_of(view, keys),
        versions=versions_among(view, keys),
        withdrawn=frozenset(withdrawn),
    )


def each_told(read: ReadReport) -> Iterator[Told]:
    """The claims of a report, ready to be looked at."""
    events: dict[str, list[Event]] = {}
    positions: dict[str, list[Position]] = {}
    for event in read.events:
        events.setdefault(event.claim, []).append(event)
    for position in read.extraction.positions:
        positions.setdefault(position.claim, []).append(position)
    for claim in read.extraction.claims:
        told = events.get(claim.key, ()), positions.get(claim.key, ())
        yield told_of(claim, *told, _stems)


def counts_still(report: Report, page: Page) -> bool:
    """Whether a report counts: its publisher and the user stand by it, and none has followed it."""
    version = page.versions.get(report.key)
    followed = version is not None and version.newer is not None
    return report.status is Status.USABLE and report.key not in page.withdrawn and not followed


def see_report(
    view: View, page: Page, read: ReadReport, at: datetime, sights: Sequence[Sight]
) -> list[Sighting]:
    """What some indicators see in one report.

    Args:
        view: the record.
        page: what it knows of the report.
        read: the report.
        at: from when it is known.
        sights: the indicators.
    """
    if not counts_still(read.report, page):
        return []
    found: list[Sighting] = []
    directions: dict[int, bytes] | None = None
    for told in each_told(read):
        for sight in sights:
            score = word_score(sight.lens, told) if sight.lens.weights else LEAST_SCORE
            if score < NEAR_SCORE:
                continue
            if score < LEAST_SCORE and directions is None:
                directions = directions_in(view, read.report.key)
            near = sight.nearness((directions or {}).get(told.claim.sentence.start))
            showing = find_showing(sight.lens, told, read.report.published.at, nearness=near)
            if showing is not None:
                found.append(_sighting(sight, told.claim, showing, (read.report, at, page)))
    return found


def withdrawn_of(sightings: Iterable[Sighting], why: str) -> Iterator[Sighting]:
    """That some sightings count no more."""
    for each in sightings:
        yield replace(
            each,
            key=sighting_key(each.indicator, each.claim, Manner.WITHDRAWN),
            manner=Manner.WITHDRAWN,
            why=why,
        )


def _stems(words: str) -> frozenset[str]:
    """The stems of some words; those of names, which come again and again, are remembered."""
    return _remembered(words) if len(words) <= _LONGEST_NAME else content_words(words)


@lru_cache(maxsize=16_384)
def _remembered(words: str) -> frozenset[str]:
    return content_words(words)


def _sighting(
    sight: Sight, claim: Claim, showing: Showing, home: tuple[Report, datetime, Page]
) -> Sighting:
    report, at, page = home
    origin = _origin(report, page.placements.get(report.key))
    witness = find_witnesses([claim], {report.key: report}, [origin])[claim.key]
    said_at = report.published.at
    indicator = sight.lens.indicator.key
    return Sighting(
        key=sighting_key(indicator, claim.key, showing.manner),
        indicator=indicator,
        claim=claim.key,
        report=report.key,
        origin=origin.key,
        source=witness.name,
        voice=witness.voice,
        party=witness.party,
        manner=showing.manner,
        content=claim.content,
        outlet=report.outlet,
        address=report.address,
        said_at=said_at,
        seen_at=min(said_at, at) if said_at else at,
        score=showing.score,
        why=showing.why,
        made_by=MADE_BY,
    )


def _origin(report: Report, placed: OriginDecision | None) -> Origin:
    """The origin of a report as its placement tells it; of one that is not placed, itself."""
    name = (placed.agency if placed else None) or report.outlet or report.report_id
    key = placed.origin if placed else report.key
    return Origin(key=key, name=name, reports=(report.key,), reasons=("",))
