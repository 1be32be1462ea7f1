"""Every change between two instants, ranked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from watchword.model.change import Change, ChangeKind
from watchword.model.finding import Finding
from watchword.model.known import Known
from watchword.relate.changes import Earlier, Now, find_changes
from watchword.relate.findings import find_findings
from watchword.relate.since.claims import Compared, weighed
from watchword.relate.since.credits import find_confirmed, find_corrected
from watchword.relate.since.names import find_names
from watchword.relate.tracks import find_tracks
from watchword.relate.witnesses import gone_reports


def changes_since(
    before: Known,
    now: Known,
    turned: Iterable[Change] = (),
    states: Mapping[str, str] | None = None,
) -> tuple[Change, ...]:
    """What changed from one instant to a later one.

    A figure that moved is told once, not as a new finding beside it; a corrected report is told
    as corrected, not as one withdrawn and something new.

    Args:
        before: what was known at the earlier instant.
        now: what is known at the later one, of the same part of the record.
        turned: turns of relations and positions that were not known before.
        states: codes of the states that people speak for, by name, where no report tells.

    Returns:
        The changes, the most important first.

    Raises:
        WatchwordError: if a claim's report is not among the reports.
    """
    compared = _compared(before, now, states)
    told = find_changes(
        Now(
            findings=compared.findings,
            tracks=compared.tracks,
            claims=now.claims,
            reports=now.reports,
            origins=now.origins,
        ),
        Earlier(claims=tuple(before.claims.values()), as_of=before.as_of, whole=True),
    )
    corrected = tuple(find_corrected(compared))
    found = (
        *_told_once(told, corrected, _gone_before(before)),
        *corrected,
        *find_confirmed(compared),
        *find_names(compared),
        *turned,
    )
    ranked = (weighed(change, compared) for change in found)
    return tuple(sorted(ranked, key=lambda each: (-each.importance, each.kind, each.claims)))


def _compared(before: Known, now: Known, states: Mapping[str, str] | None) -> Compared:
    claims = tuple(now.claims.values())
    findings = find_findings(claims, now.reports, now.origins, states)
    return Compared(
        before=before,
        now=now,
        findings=findings,
        tracks=find_tracks(claims, now.reports, now.origins),
        earlier=_earlier(findings, before, states),
    )


def _earlier(
    findings: Sequence[Finding], before: Known, states: Mapping[str, str] | None
) -> tuple[Finding, ...]:
    """How what was told before stood then, where something was added to it or taken away."""
    gone = gone_reports(before.reports, before.origins)
    moved = [
        claim
        for finding in findings
        for claim in (*finding.supports, *finding.denies)
        if not finding.origins or not all(each in before.claims for each in finding.supports)
    ]
    claims = [before.claims[key] for key in dict.fromkeys(moved) if key in before.claims]
    standing = [claim for claim in claims if claim.report not in gone]
    return find_findings(standing, before.reports, before.origins, states)


def _gone_before(before: Known) -> set[str]:
    """Claims that counted no more at the earlier instant."""
    gone = gone_reports(before.reports, before.origins)
    return {claim.key for claim in before.claims.values() if claim.report in gone}


def _told_once(
    told: Iterable[Change], corrected: Iterable[Change], gone: set[str]
) -> Iterator[Change]:
    """The changes without what a figure that moved, a correction, or an earlier kill tells."""
    changes = tuple(told)
    moved = {claim for each in changes if each.kind is ChangeKind.MOVED for claim in each.claims}
    now = {claim for each in corrected for claim in each.claims} | moved
    lost = gone.union(claim for each in corrected for claim in each.earlier)
    for each in changes:
        barred = {ChangeKind.NEW: now, ChangeKind.WITHDRAWN: lost}.get(each.kind, set())
        left = tuple(claim for claim in each.claims if claim not in barred)
        if left:
            yield replace(each, claims=left)
