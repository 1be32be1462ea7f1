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
from datetime import datetime

from watchword.assess.confidence import confidence_of
from watchword.assess.likelihood import likelihood_of
from watchword.brief.compose import compose
from watchword.brief.material import Material
from watchword.flow.grading import earned_outlet_grades
from watchword.flow.knowing import Around, known_of
from watchword.flow.reading import is_read
from watchword.flow.weighing import states_of
from watchword.model.brief import Brief
from watchword.model.change import Change
from watchword.model.chart import Chart
from watchword.model.claim import Claim
from watchword.model.finding import Finding
from watchword.model.known import Known
from watchword.model.origin import Origin, OriginDecision
from watchword.model.panel import Panel
from watchword.model.plan import FULL, Plan
from watchword.model.read_report import ReadReport
from watchword.model.report import Status, Unread
from watchword.model.source import Reliability
from watchword.model.track import Track
from watchword.relate.changes import Earlier, Now, find_changes
from watchword.relate.findings import find_findings
from watchword.relate.tracks import find_tracks, is_contested
from watchword.resolve.people import canonical_names
from watchword.text.gazetteer import country_named


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
        plan: what it is to hold.
        panels: tables of what a record holds beside reports.
        charts: what is drawn of what a record holds beside reports.
    """

    title: str | None = None
    as_of: datetime | None = None
    earlier: Brief | None = None
    grades: Mapping[str, Reliability] = field(default_factory=dict)
    placements: Sequence[OriginDecision] | None = None
    plan: Plan = FULL
    panels: tuple[Panel, ...] = ()
    charts: tuple[Chart, ...] = ()


def write_brief(read: Sequence[ReadReport], unread: Sequence[Unread], request: Request) -> Brief:
    """Write a brief on reports that have been read."""
    around = Around(as_of=request.as_of, grades=request.grades, placements=request.placements)
    known = known_of(read, around)
    by_key, reports = known.claims, known.reports
    claims = tuple(by_key.values())
    findings = find_findings(claims, reports, known.origins, states_of(known))
    tracks = find_tracks(claims, reports, known.origins)
    standing = {key for key, report in reports.items() if report.status is Status.USABLE}
    told = _named_once(f for f in findings if f.origins and by_key[f.lead].report in standing)
    earned = earned_outlet_grades(known)
    grounds = {each.key: confidence_of(each, by_key, reports, known.as_of) for each in told}
    return compose(
        Material(
            title=request.title or _title(claims),
            as_of=known.as_of,
            claims=by_key,
            reports=reports,
            findings=told,
            echoes=_echoes(told, by_key, known.origins),
            tracks=tuple(track for track in tracks if is_contested(track)),
            implications=tuple(
                each for each in known.implications if by_key[each.claim].report in standing
            ),
            origins=known.origins,
            grounds={key: (each.confidence, each.basis) for key, each in grounds.items()},
            likelihoods={
                key: likely for key, claim in by_key.items() if (likely := likelihood_of(claim))
            },
            changes=_changes(request.earlier, findings, tracks, known),
            since=request.earlier.as_of if request.earlier else None,
            grades={**{name: each.earned for name, each in earned.items()}, **request.grades},
            bases={name: each.basis for name, each in earned.items()},
            plan=request.plan,
            panels=request.panels,
            charts=request.charts,
            unread=(*unread, *_unspoken(each for each in read if each.report.key in reports)),
        )
    )


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
    known: Known,
) -> tuple[Change, ...]:
    if earlier is None:
        return ()
    now = Now(
        findings=tuple(findings),
        tracks=tuple(tracks),
        claims=known.claims,
        reports=known.reports,
        origins=known.origins,
    )
    return find_changes(now, Earlier(claims=earlier.claims, as_of=earlier.as_of))


def _title(claims: Sequence[Claim]) -> str:
    """The countries that the claims speak of most, in words."""
    counts = Counter(
        country.name
        for claim in claims
        for name in (claim.actor, claim.recipient, claim.place.name if claim.place else None)
        if name and (country := country_named(name))
    )
    ranked = sorted(counts, key=lambda name: (-counts[name], name))[:3]
    if not ranked:
        return "What the reports claim"
    names = ranked[0] if len(ranked) == 1 else f"{', '.join(ranked[:-1])} and {ranked[-1]}"
    return f"{names}: what is claimed"
