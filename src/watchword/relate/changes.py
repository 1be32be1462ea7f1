"""What is new, moved, denied or withdrawn since an earlier brief."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watchword.model.claim import Claim
from watchword.model.finding import Finding
from watchword.model.track import Point, Standing, Track
from watchword.relate.bundles import Shelf
from watchword.relate.counted import amount_of
from watchword.relate.gist import Gist, read_gist, weigh_words
from watchword.relate.sameness import is_same_thing


class ChangeKind(StrEnum):
    """What changed."""

    NEW = "new"
    MOVED = "moved"
    DENIED = "denied"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that changed since an earlier brief.

    Attributes:
        kind: what sort of change.
        claims: keys of the claims that show it, the newest first.
        earlier: keys of the earlier brief's claims that it changes; empty for what is new.
        finding: key of the finding now, None for a figure that moved.
        track: key of the track, None for all but a figure that moved.
    """

    kind: ChangeKind
    claims: tuple[str, ...]
    earlier: tuple[str, ...] = ()
    finding: str | None = None
    track: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What an earlier brief stood on.

    Attributes:
        claims: every claim it cited.
        as_of: nothing learnt later was in it, aware UTC.
    """

    claims: tuple[Claim, ...]
    as_of: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """What is known now.

    Attributes:
        findings: findings from all claims known now.
        tracks: tracks from the same claims.
        claims: those claims, by key.
        gone: for each report that no longer counts, why.
    """

    findings: tuple[Finding, ...]
    tracks: tuple[Track, ...]
    claims: Mapping[str, Claim]
    gone: Mapping[str, str]


def find_changes(now: Now, earlier: Earlier) -> tuple[Change, ...]:
    """What is new, moved, denied or withdrawn since an earlier brief.

    New is a finding that still counts and that no claim of the earlier brief told. Moved is a
    figure with a point published after the earlier brief that differs from the last one before.
    Denied is a finding told before of which a denial is new. Withdrawn is a finding told before
    that no report that still counts tells now.

    Returns:
        New first, then moved, denied and withdrawn; within each in the order given.
    """
    told = _told_before(now, earlier)
    new = (_new(finding, told, now) for finding in now.findings)
    moved = (_moved(track, earlier) for track in now.tracks)
    denied = (_denied(finding, told, earlier) for finding in now.findings)
    gone = (_withdrawn(finding, told, now) for finding in now.findings)
    return tuple(change for each in (new, moved, denied, gone) for change in each if change)


def _told_before(now: Now, earlier: Earlier) -> dict[str, tuple[str, ...]]:
    """For each finding, the earlier claims that say the same."""
    gists = [read_gist(claim) for claim in earlier.claims]
    leads = {finding.key: _gists_of(finding, now.claims) for finding in now.findings}
    weights = weigh_words([*gists, *(gist for known in leads.values() for gist in known)])
    shelf = Shelf(weights)
    for place, gist in enumerate(gists):
        shelf.put(gist, place)
    return {
        finding.key: _earlier_of(finding, leads[finding.key], gists, shelf, weights)
        for finding in now.findings
    }


def _gists_of(finding: Finding, claims: Mapping[str, Claim]) -> list[Gist]:
    return [read_gist(claims[finding.lead])]


def _earlier_of(
    finding: Finding,
    leads: Sequence[Gist],
    gists: Sequence[Gist],
    shelf: Shelf,
    weights: Mapping[str, float],
) -> tuple[str, ...]:
    supports = set(finding.supports)
    same = [gist.claim for gist in gists if gist.claim in supports]
    for lead in leads:
        near = (gists[place] for place in shelf.near(lead))
        same.extend(gist.claim for gist in near if _says(lead, gist, weights))
    return tuple(dict.fromkeys(same))


def _says(lead: Gist, gist: Gist, weights: Mapping[str, float]) -> bool:
    return lead.amount == gist.amount and is_same_thing(lead, gist, weights)


def _new(finding: Finding, told: Mapping[str, Sequence[str]], now: Now) -> Change | None:
    if told[finding.key] or _is_gone(finding, now):
        return None
    return Change(kind=ChangeKind.NEW, claims=finding.supports, finding=finding.key)


def _moved(track: Track, earlier: Earlier) -> Change | None:
    standing = [point for point in track.points if point.standing is not Standing.WITHDRAWN]
    after = [point for point in standing if point.said_at and point.said_at > earlier.as_of]
    before = [point for point in standing if point.said_at and point.said_at <= earlier.as_of]
    known = {amount_of(point.figure) for point in before}
    fresh = [point for point in after if amount_of(point.figure) not in known]
    if not before or not fresh:
        return None
    return Change(
        kind=ChangeKind.MOVED,
        claims=_keys(reversed(fresh)),
        earlier=_keys(reversed(before)),
        track=track.key,
    )


def _denied(
    finding: Finding, told: Mapping[str, tuple[str, ...]], earlier: Earlier
) -> Change | None:
    known = {claim.key for claim in earlier.claims}
    fresh = tuple(claim for claim in finding.denies if claim not in known)
    if not told[finding.key] or not fresh:
        return None
    return Change(
        kind=ChangeKind.DENIED, claims=fresh, earlier=told[finding.key], finding=finding.key
    )


def _withdrawn(finding: Finding, told: Mapping[str, tuple[str, ...]], now: Now) -> Change | None:
    if not told[finding.key] or not _is_gone(finding, now):
        return None
    return Change(
        kind=ChangeKind.WITHDRAWN,
        claims=finding.supports,
        earlier=told[finding.key],
        finding=finding.key,
    )


def _is_gone(finding: Finding, now: Now) -> bool:
    return all(now.claims[claim].report in now.gone for claim in finding.supports)


def _keys(points: Iterable[Point]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(point.claim for point in points))
