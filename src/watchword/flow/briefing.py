"""Reports into a brief: the order of the work, as one list to read aloud.

- read: each report into claims and implications
- group: reports into origins, so that ten prints count once
- relate: claims into findings and tracks, weighed by origin and contradiction
- assess: findings into confidence, claims into likelihood
- compare: with the earlier brief, where there is one
- compose: a brief in which every sentence has passed the check
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from watchword.assess.confidence import confidence_of
from watchword.assess.likelihood import likelihood_of
from watchword.brief.compose import compose
from watchword.brief.material import Material
from watchword.flow.charts import charts_beside, with_charts
from watchword.flow.extracting import is_read
from watchword.flow.focusing import (
    Directions,
    Found,
    answer_panel,
    claims_about,
    directions_of,
    narrowed,
    pair_of,
    question_of,
    title_of,
)
from watchword.flow.grading import earned_outlet_grades
from watchword.flow.knowing import Around, is_published, known_of
from watchword.flow.panels import Beside, LastBrief, panels_of, put_together
from watchword.flow.weighing import states_of
from watchword.model.brief import Brief, Likelihood, Looked
from watchword.model.change import Change
from watchword.model.chart import Chart
from watchword.model.claim import Claim
from watchword.model.finding import Finding
from watchword.model.focus import EVERYTHING, Focus
from watchword.model.known import Known
from watchword.model.origin import Origin, OriginDecision
from watchword.model.panel import Panel
from watchword.model.plan import FULL, Plan
from watchword.model.question import Question
from watchword.model.read_report import ReadReport
from watchword.model.report import Status, Unread
from watchword.model.scenario import Scenario
from watchword.model.source import Reliability
from watchword.model.track import Track
from watchword.relate.changes import Earlier, Now, find_changes
from watchword.relate.findings import find_findings
from watchword.relate.tracks import find_tracks, is_contested
from watchword.resolve.people import canonical_names
from watchword.resolve.register import Register
from watchword.text.gazetteer import country_named


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What was known at an earlier instant.

    Attributes:
        as_of: the instant, aware UTC.
        reports: keys of the reports that were known; those published by then where None.
    """

    as_of: datetime
    reports: frozenset[str] | None = None


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
        questions: what people want to know where actors stand on; suggested where there are none.
        register: who is known; whom the seed knows where None.
        scenarios: causal models that somebody gives to it.
        earlier_reports: keys of the reports that were known to the earlier brief; when they were
            published tells where None.
        charts: what is drawn of what a record holds beside reports.
        focus: what of all that is known it is about.
        directions: of the meaning of sentences, where the reports come without.
        before: what was known earlier, to tell what changed since; it goes before `earlier`.
        looked: what part of a record the reports are; None for all of it.
    """

    title: str | None = None
    as_of: datetime | None = None
    earlier: Brief | None = None
    grades: Mapping[str, Reliability] = field(default_factory=dict)
    placements: Sequence[OriginDecision] | None = None
    plan: Plan = FULL
    panels: tuple[Panel, ...] = ()
    questions: tuple[Question, ...] = ()
    register: Register | None = None
    scenarios: tuple[Scenario, ...] = ()
    earlier_reports: frozenset[str] | None = None
    charts: tuple[Chart, ...] = ()
    focus: Focus = EVERYTHING
    directions: Directions = field(default_factory=dict)
    before: Before | None = None
    looked: Looked | None = None


def write_brief(read: Sequence[ReadReport], unread: Sequence[Unread], request: Request) -> Brief:
    """Write a brief on reports that have been read."""
    around = Around(as_of=request.as_of, grades=request.grades, placements=request.placements)
    known = known_of(read, around)
    weighed = _weighed(known, request, read)
    lost = (*unread, *_unspoken(each for each in read if each.report.key in known.reports))
    brief = compose(_material(known, weighed, request, lost))
    beside = charts_beside(known, request.plan, request.scenarios, request.focus.between)
    return with_charts(brief, known, weighed.all_findings, read, beside)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """What is known, put together and weighed.

    Attributes:
        all_findings: every finding.
        all_tracks: every track.
        told: the findings that stand, in one spelling.
        found: what of it the brief is about.
        about: the claims that the brief is about, with how close each is to it.
    """

    all_findings: tuple[Finding, ...]
    all_tracks: tuple[Track, ...]
    told: tuple[Finding, ...]
    found: Found
    about: Mapping[str, float]


def _weighed(known: Known, request: Request, read: Sequence[ReadReport]) -> _Weighed:
    claims, reports = known.claims, known.reports
    each_claim = tuple(claims.values())
    findings = find_findings(each_claim, reports, known.origins, states_of(known), known.events)
    tracks = tuple(find_tracks(each_claim, reports, known.origins))
    standing = {key for key, report in reports.items() if report.status is Status.USABLE}
    told = _named_once(f for f in findings if f.origins and claims[f.lead].report in standing)
    about = claims_about(known, request.focus, request.directions or directions_of(read))
    found = Found(
        findings=told,
        tracks=tuple(track for track in tracks if is_contested(track)),
        implications=tuple(
            each for each in known.implications if claims[each.claim].report in standing
        ),
    )
    return _Weighed(
        all_findings=findings,
        all_tracks=tracks,
        told=told,
        found=narrowed(found, about),
        about=about,
    )


def _material(
    known: Known, weighed: _Weighed, request: Request, unread: tuple[Unread, ...]
) -> Material:
    claims, found = known.claims, weighed.found
    changes = _changes(_earlier(request, known), weighed, known)
    earned = earned_outlet_grades(known)
    grounds = {
        each.key: confidence_of(each, claims, known.reports, known.as_of) for each in weighed.told
    }
    return Material(
        title=request.title or title_of(request.focus) or _title(tuple(claims.values())),
        as_of=known.as_of,
        claims=claims,
        reports=known.reports,
        findings=found.findings,
        echoes=_echoes(weighed.told, claims, known.origins),
        tracks=found.tracks,
        implications=found.implications,
        origins=known.origins,
        grounds={key: (each.confidence, each.basis) for key, each in grounds.items()},
        likelihoods=_likelihoods(claims),
        changes=tuple(each for each in changes if not weighed.about.keys().isdisjoint(each.claims)),
        since=_since(request),
        grades={**{name: each.earned for name, each in earned.items()}, **request.grades},
        bases={name: each.basis for name, each in earned.items()},
        plan=request.plan,
        panels=(*_answer(known, request.focus, weighed.about), *_panels(request, known, found)),
        charts=request.charts,
        unread=unread,
        looked=request.looked,
    )


def _likelihoods(claims: Mapping[str, Claim]) -> dict[str, Likelihood]:
    return {key: likely for key, claim in claims.items() if (likely := likelihood_of(claim))}


def _answer(known: Known, focus: Focus, about: Collection[str]) -> Iterator[Panel]:
    if focus.question:
        yield answer_panel(known, focus, about)


def last_brief(request: Request) -> LastBrief | None:
    """What panels are compared with: an earlier brief, or what was known at an instant."""
    before, brief = request.before, request.earlier
    if before is not None:
        panels = brief.panels if brief is not None else ()
        return LastBrief(as_of=before.as_of, panels=panels, reports=before.reports)
    if brief is None:
        return None
    return LastBrief(as_of=brief.as_of, panels=brief.panels, reports=request.earlier_reports)


def _panels(request: Request, known: Known, found: Found) -> tuple[Panel, ...]:
    focus = request.focus
    beside = Beside(
        questions=(question_of(focus),) if focus.question else request.questions,
        answers=bool(focus.question),
        register=request.register,
        tracks=found.tracks,
        findings=found.findings,
        between=pair_of(focus) if focus.between else (),
        scenarios=request.scenarios,
        last=last_brief(request),
    )
    return put_together((*panels_of(known, request.plan, beside), *request.panels))


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


def _since(request: Request) -> datetime | None:
    earlier = request.before or request.earlier
    return earlier.as_of if earlier else None


def _earlier(request: Request, known: Known) -> Earlier | None:
    """What is compared with: all that was known at an instant, or what a brief cited."""
    before = request.before
    if before is None:
        brief = request.earlier
        return Earlier(claims=brief.claims, as_of=brief.as_of) if brief else None
    told = before.reports
    if told is None:
        told = frozenset(
            key for key, each in known.reports.items() if is_published(each, before.as_of)
        )
    claims = tuple(claim for claim in known.claims.values() if claim.report in told)
    return Earlier(claims=claims, as_of=before.as_of, whole=True)


def _changes(earlier: Earlier | None, weighed: _Weighed, known: Known) -> tuple[Change, ...]:
    if earlier is None:
        return ()
    now = Now(
        findings=weighed.all_findings,
        tracks=weighed.all_tracks,
        claims=known.claims,
        reports=known.reports,
        origins=known.origins,
    )
    return find_changes(now, earlier)


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
