"""What is new, moved, denied or withdrawn since an earlier brief, or since an instant."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from watchword.model.change import Change, ChangeKind
from watchword.model.claim import Claim
from watchword.model.finding import Finding
from watchword.model.origin import Origin
from watchword.model.report import Report
from watchword.model.track import Point, Standing, Track
from watchword.relate.bundles import Shelf, bundle_claims
from watchword.relate.gist import Gist, read_gist, weigh_words
from watchword.relate.kinds import amount_of
from watchword.relate.sameness import is_same_thing
from watchword.relate.witnesses import gone_reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What an earlier brief stood on, or what was known at an instant.

    Attributes:
        claims: every claim that the brief cited, or that was known.
        as_of: nothing learnt later was in it, aware UTC.
        whole: whether the claims are all that was known then; where they are not, when a claim
            was published tells whether it was.
    """

    claims: tuple[Claim, ...]
    as_of: datetime
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """What is known now.

    Attributes:
        findings: findings from the claims known now.
        tracks: tracks from the same claims.
        claims: those claims, by key.
        reports: every report known now, withdrawn ones too, by key.
        origins: the origins of those reports.
    """

    findings: tuple[Finding, ...]
    tracks: tuple[Track, ...]
    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    origins: tuple[Origin, ...] = ()


def find_changes(now: Now, earlier: Earlier) -> tuple[Change, ...]:
    """What is new, moved, denied or withdrawn since an earlier brief.

    New is a finding that still counts and that no claim of the earlier brief told. Moved is a
    figure given after the earlier brief that nobody gave before, of a thing that was counted
    before. Denied is a finding told before of which a denial is new. Withdrawn is what a claim of
    the earlier brief told whose report no longer counts and which no other report tells now.

    Returns:
        New first, then moved, denied and withdrawn; within each in the order given.
    """
    gone = gone_reports(now.reports, now.origins)
    told = _told_before(now, earlier)
    standing = tuple(finding for finding in now.findings if not _is_gone(finding, now, gone))
    return (
        *_new(standing, told),
        *_moved(now.tracks, earlier),
        *_denied(standing, told, earlier),
        *_withdrawn(now, earlier, gone, {key for f in standing for key in told[f.key]}),
    )


def _told_before(now: Now, earlier: Earlier) -> dict[str, tuple[str, ...]]:
    """For each finding, keys of the earlier claims that say the same."""
    before = [read_gist(claim) for claim in earlier.claims]
    leads = {finding.key: read_gist(now.claims[finding.lead]) for finding in now.findings}
    weights = weigh_words([*before, *leads.values()])
    shelf = Shelf(weights)
    for place, gist in enumerate(before):
        shelf.put(gist, place)

    places = {gist.claim: place for place, gist in enumerate(before)}

    def same(finding: Finding) -> Iterator[str]:
        own = sorted(places[claim] for claim in finding.supports if claim in places)
        yield from (before[place].claim for place in own)
        if own and earlier.whole:
            return
        lead = leads[finding.key]
        near: Iterable[Gist] = (before[place] for place in shelf.near(lead))
        yield from (gist.claim for gist in near if is_same_thing(lead, gist, weights))

    return {finding.key: tuple(dict.fromkeys(same(finding))) for finding in now.findings}


def _new(findings: Iterable[Finding], told: Mapping[str, tuple[str, ...]]) -> Iterator[Change]:
    for finding in findings:
        if not told[finding.key]:
            yield Change(kind=ChangeKind.NEW, claims=finding.supports, finding=finding.key)


def _moved(tracks: Iterable[Track], earlier: Earlier) -> Iterator[Change]:
    told = {claim.key for claim in earlier.claims} if earlier.whole else None
    for track in tracks:
        points = [
            point
            for point in track.points
            if point.standing is not Standing.WITHDRAWN
            and (told is not None or point.said_at is not None)
        ]
        before = [point for point in points if _was_known(point, earlier.as_of, told)]
        known = {amount_of(point.figure) for point in before}
        fresh = [
            point
            for point in points
            if not _was_known(point, earlier.as_of, told) and amount_of(point.figure) not in known
        ]
        if before and fresh:
            yield Change(
                kind=ChangeKind.MOVED,
                claims=tuple(dict.fromkeys(point.claim for point in reversed(fresh))),
                earlier=tuple(dict.fromkeys(point.claim for point in reversed(before))),
                track=track.key,
            )


def _was_known(point: Point, as_of: datetime, told: Collection[str] | None) -> bool:
    if told is not None:
        return point.claim in told
    return point.said_at is not None and point.said_at <= as_of


def _denied(
    findings: Iterable[Finding], told: Mapping[str, tuple[str, ...]], earlier: Earlier
) -> Iterator[Change]:
    known = {claim.key for claim in earlier.claims}
    for finding in findings:
        fresh = tuple(claim for claim in finding.denies if claim not in known)
        if told[finding.key] and fresh:
            yield Change(
                kind=ChangeKind.DENIED,
                claims=fresh,
                earlier=told[finding.key],
                finding=finding.key,
            )


def _withdrawn(
    now: Now, earlier: Earlier, gone: Mapping[str, str], still_told: set[str]
) -> Iterator[Change]:
    """What the earlier brief told and nobody who still counts tells now, one change a thing."""
    lost = [
        claim
        for claim in earlier.claims
        if claim.report in gone and claim.key in now.claims and claim.key not in still_told
    ]
    homes = {claim: finding.key for finding in now.findings for claim in finding.supports}
    for bundle in bundle_claims([read_gist(claim) for claim in lost]):
        keys = tuple(gist.claim for gist in bundle.gists)
        home = homes.get(keys[0])
        yield Change(kind=ChangeKind.WITHDRAWN, claims=keys, earlier=keys, finding=home)


def _is_gone(finding: Finding, now: Now, gone: Mapping[str, str]) -> bool:
    return all(now.claims[claim].report in gone for claim in finding.supports)
