"""Reports into a brief: the order of the work, as one list to read aloud.

- read: each report into claims and implications
- group: reports into origins, so that ten prints count once
- relate: claims into findings and tracks, weighed by origin and contradiction
- assess: findings into confidence, claims into likelihood
- compare: with the earlier brief, where there is one
- compose: a brief in which every sentence has passed the check
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from watchword.assess.confidence import confidence_of
from watchword.assess.likelihood import likelihood_of
from watchword.brief.compose import compose
from watchword.brief.material import Material
from watchword.flow.reading import is_read
from watchword.group.copies import find_origins, gather_origins
from watchword.model.brief import Brief
from watchword.model.change import Change
from watchword.model.claim import Claim
from watchword.model.finding import Finding
from watchword.model.origin import Origin, OriginDecision
from watchword.model.read_report import ReadReport
from watchword.model.report import Report, Status, Unread
from watchword.model.source import Reliability
from watchword.model.track import Track
from watchword.relate.changes import Earlier, Now, find_changes
from watchword.relate.findings import find_findings
from watchword.relate.tracks import find_tracks, is_contested
from watchword.resolve.people import canonical_names
from watchword.text.gazetteer import country_named

_UNDATED = datetime.max.replace(tzinfo=UTC)
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
"""As-of time of a brief on reports of which none is dated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a brief is asked for.

    Attributes:
        title: what it is about; made from the actors where None.
        as_of: nothing published later is in it; the newest report's time where None.
        earlier: the brief to compare with, None for none.
        grades: reliability of outlets by name, as people gave them.
        placements: decisions on which text each report prints, in the order the reports came;
            the reports are compared with one another where None.
    """

    title: str | None = None
    as_of: datetime | None = None
    earlier: Brief | None = None
    grades: Mapping[str, Reliability] = field(default_factory=dict)
    placements: Sequence[OriginDecision] | None = None


def write_brief(read: Sequence[ReadReport], unread: Sequence[Unread], request: Request) -> Brief:
    """Write a brief on reports that have been read."""
    as_of = request.as_of or _newest(read)
    known = [each for each in read if _is_known(each.report, as_of)]
    reports = {each.report.key: each.report for each in known}
    usable = [each for each in known if each.report.status is Status.USABLE]
    claims = [claim for each in known for claim in each.extraction.claims]
    origins = _origins(reports, request.placements)
    findings = find_findings(claims, reports, origins)
    tracks = find_tracks(claims, reports, origins)
    by_key = {claim.key: claim for claim in claims}
    standing = {each.report.key for each in usable}
    told = _named_once(f for f in findings if f.origins and by_key[f.lead].report in standing)
    grounds = {finding.key: confidence_of(finding, by_key, reports, as_of) for finding in told}
    return compose(
        Material(
            title=request.title or _title(claims),
            as_of=as_of,
            claims=by_key,
            reports=reports,
            findings=told,
            echoes=_echoes(told, by_key, origins),
            tracks=tuple(track for track in tracks if is_contested(track)),
            implications=tuple(i for each in usable for i in each.extraction.implications),
            origins=origins,
            grounds={key: (each.confidence, each.basis) for key, each in grounds.items()},
            likelihoods={
                key: likely for key, claim in by_key.items() if (likely := likelihood_of(claim))
            },
            changes=_changes(request.earlier, findings, tracks, (by_key, reports, origins)),
            since=request.earlier.as_of if request.earlier else None,
            grades=request.grades,
            unread=(*unread, *_unspoken(known)),
        )
    )


def _origins(
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


def _unspoken(known: Iterable[ReadReport]) -> Iterator[Unread]:
    """Reports, and sentences of them, that were opened but not read."""
    for each in known:
        if not is_read(each.report):
            reason = f"no claims are found in texts in “{each.report.language}”"
            yield Unread(found_at=each.report.found_at, reason=reason)
        if each.extraction.too_long:
            reason = "sentences too long to be read"
            count = each.extraction.too_long
            yield Unread(found_at=each.report.found_at, reason=reason, count=count)


def _named_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings whose sources bear one spelling each, and are listed once."""
    found = tuple(findings)
    canonical = canonical_names(name for finding in found for name in finding.sources)
    return tuple(
        replace(
            finding,
            sources=tuple(dict.fromkeys(canonical.get(name, name) for name in finding.sources)),
        )
        for finding in found
    )


def _echoes(
    findings: Iterable[Finding], claims: Mapping[str, Claim], origins: Iterable[Origin]
) -> dict[str, tuple[str, ...]]:
    """For each claim, those of its finding that come from another source by another text."""
    home = {report: origin.key for origin in origins for report in origin.reports}
    echoes: dict[str, tuple[str, ...]] = {}
    for finding in findings:
        for key in finding.supports:
            chosen: dict[tuple[str, str], str] = {_voice(claims[key], home): key}
            for other in finding.supports:
                source, text = _voice(claims[other], home)
                if all(source != s and text != t for s, t in chosen):
                    chosen[source, text] = other
            echoes[key] = tuple(each for each in chosen.values() if each != key)
    return echoes


def _voice(claim: Claim, home: Mapping[str, str]) -> tuple[str, str]:
    """Who speaks, officials of one country as one, and whose text it is."""
    origin = claim.attribution.origin
    source = (origin.country or origin.name) if origin else claim.report
    return source, home.get(claim.report, claim.report)


def _changes(
    earlier: Brief | None,
    findings: Sequence[Finding],
    tracks: Sequence[Track],
    known: tuple[dict[str, Claim], dict[str, Report], Sequence[Origin]],
) -> tuple[Change, ...]:
    if earlier is None:
        return ()
    claims, reports, origins = known
    now = Now(
        findings=tuple(findings),
        tracks=tuple(tracks),
        claims=claims,
        reports=reports,
        origins=tuple(origins),
    )
    return find_changes(now, Earlier(claims=earlier.claims, as_of=earlier.as_of))


def _newest(read: Iterable[ReadReport]) -> datetime:
    times = [each.report.published.at for each in read if each.report.published.at]
    return max(times, default=BEGINNING)


def _is_known(report: Report, as_of: datetime) -> bool:
    at = report.published.at
    return at is None or at <= as_of


def _title(claims: Sequence[Claim]) -> str:
    """The countries that the claims speak of most, in words."""
    counts = Counter(
        country.name
        for claim in claims
        for name in (claim.actor, claim.recipient)
        if name and (country := country_named(name))
    )
    ranked = sorted(counts, key=lambda name: (-counts[name], name))[:3]
    if not ranked:
        return "What the reports claim"
    names = ranked[0] if len(ranked) == 1 else f"{', '.join(ranked[:-1])} and {ranked[-1]}"
    return f"{names}: what is claimed"
