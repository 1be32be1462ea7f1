"""A brief out of findings: the whole run of the writing, readable from top to bottom."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import TypeVar

from watchword.brief.companions import find_companions
from watchword.brief.contests import contests_of
from watchword.brief.document import each_sentence
from watchword.brief.fitting import fitted
from watchword.brief.judging import judgments_of
from watchword.brief.material import Desk, Material
from watchword.brief.notices import notices_of
from watchword.brief.outline import newest, ranked
from watchword.brief.sections import sections_of, told_in_turn
from watchword.brief.sourcing import sourced
from watchword.brief.telling import headline_of
from watchword.brief.watching import watch_of
from watchword.model.brief import (
    Brief,
    Judgment,
    SourceEntry,
)
from watchword.model.change import ChangeKind
from watchword.model.panel import Panel
from watchword.model.plan import Part, Plan, PlannedPart
from watchword.model.sentence import Sentence
from watchword.model.source import Reliability

T = TypeVar("T")

MADE_BY = "watchword.brief/1"
_CHANGES = {
    ChangeKind.NEW: 5,
    ChangeKind.MOVED: 3,
    ChangeKind.DENIED: 2,
    ChangeKind.WITHDRAWN: 2,
}
"""Sentences for each kind of change at most."""


def compose(material: Material) -> Brief:
    """Write a brief; each sentence has passed the check before it stands here."""
    material = replace(material, companions=find_companions(material.claims))
    desk = Desk(material)
    plan = material.plan
    watch = tuple(_part(plan, Part.WATCH, partial(watch_of, desk)))
    judgments = tuple(_part(plan, Part.JUDGMENTS, partial(judgments_of, desk)))
    headline = _headline(desk, judgments)
    overview = tuple(_part(plan, Part.OVERVIEW, partial(_overview, desk)))
    sections = tuple(_part(plan, Part.SECTIONS, partial(sections_of, desk)))
    contests = tuple(_part(plan, Part.CONTESTS, lambda _: contests_of(desk)))
    changes = tuple(_part(plan, Part.CHANGES, lambda _: _changes(desk)))
    draft = Brief(
        title=material.title,
        as_of=material.as_of,
        made_by=MADE_BY,
        headline=headline,
        judgments=judgments,
        overview=overview,
        sections=sections,
        contests=contests,
        changes=changes,
        since=material.since,
        watch=watch,
        notices=(),
        sources=(),
        claims=(),
        reports=(),
        origins=(),
        refused=tuple(desk.refused.values()),
        unread=material.unread,
        template=plan.template,
        length=plan.length,
        parts=tuple(each.part for each in plan.parts),
        headings=tuple(each.heading for each in plan.parts),
        panels=tuple(_panels(material)),
        charts=tuple(chart for chart in material.charts if plan.of(chart.part)),
        sourcing=material.sourcing,
        machines=material.machines,
    )
    return sourced(notices_of(_with_evidence(fitted(draft, plan), material)))


def _part(plan: Plan, part: Part, write: Callable[[PlannedPart], Iterator[T]]) -> Iterator[T]:
    """What a part holds, at most as much as is planned; nothing where it is not planned."""
    planned = plan.of(part)
    return islice(write(planned), planned.most) if planned else iter(())


def _panels(material: Material) -> Iterator[Panel]:
    for planned in material.plan.parts:
        for panel in material.panels:
            if panel.part is planned.part:
                yield replace(panel, rows=panel.rows[: planned.most])


def _headline(desk: Desk, judgments: Sequence[Judgment]) -> Sentence | None:
    """The first judgment that can be told in a line."""
    for judgment in judgments:
        claim = desk.material.claims[judgment.sentence.claims[0]]
        report = desk.material.reports[claim.report]
        sentence = desk.first_sound(headline_of(claim, report, in_full=True), again=True)
        if sentence is not None:
            return sentence
    return None


def _overview(desk: Desk, planned: PlannedPart) -> Iterator[Sentence]:
    """What the newest reports tell of the most important findings, then what is denied of it."""
    denied = tuple(islice(_denials(desk), 2))
    leading = [finding for finding in ranked(desk.material) if finding.lead not in desk.used]
    told = told_in_turn(desk, newest(desk.material, leading[: planned.most * 3]), with_outlet=True)
    yield from (each.sentence for each in islice(told, max(0, planned.most - len(denied))))
    yield from denied


def _denials(desk: Desk) -> Iterator[Sentence]:
    """Who denies what the judgments say: a judgment is not told without it."""
    for finding in desk.material.findings:
        if finding.denies and desk.used & set(finding.supports):
            sentence = desk.tell_denial(desk.material.tellable(finding.denies))
            if sentence is not None:
                yield sentence


def _changes(desk: Desk) -> Iterator[Sentence]:
    """What is new first, but no kind of change crowded out by another."""
    told: set[str] = set()
    for kind, most in _CHANGES.items():
        of_kind = (change for change in desk.material.changes if change.kind is kind)
        sentences = (
            desk.tell(desk.material.tellable(change.claims), again=True) for change in of_kind
        )
        fresh = (each for each in sentences if each is not None and each.text not in told)
        for sentence in islice(fresh, most):
            told.add(sentence.text)
            yield sentence


def _with_evidence(brief: Brief, material: Material) -> Brief:
    """The brief with every claim it cites, their reports and the copies of those."""
    cited = list(dict.fromkeys(_each_cited(brief)))
    claims = tuple(material.claims[key] for key in cited)
    wanted = dict.fromkeys(claim.report for claim in claims)
    origins = [origin for origin in material.origins if wanted.keys() & set(origin.reports)]
    for origin in origins:
        wanted.update(dict.fromkeys(origin.reports))
    reports = tuple(material.reports[key] for key in wanted)
    named = {key: origin.name for origin in origins for key in origin.reports}
    return replace(
        brief,
        looked=material.looked,
        claims=claims,
        reports=reports,
        origins=tuple(origins),
        sources=tuple(
            SourceEntry(
                number=number,
                report=report.key,
                reliability=material.grades.get(report.outlet or "", Reliability.F),
                origin=named.get(report.key) if named.get(report.key) != report.outlet else None,
                basis=material.bases.get(report.outlet or "", ""),
            )
            for number, report in enumerate(reports, start=1)
        ),
    )


def _each_cited(brief: Brief) -> Iterator[str]:
    for _, sentence in each_sentence(brief):
        yield from sentence.claims
    for judgment in brief.judgments:
        yield from (*judgment.supports, *judgment.denies)
    for contest in brief.contests:
        yield from (point.claim for point in contest.track.points)
    for panel in brief.panels:
        yield from (key for row in panel.rows for key in row.claims)
    for chart in brief.charts:
        yield from (key for point in chart.points for key in point.claims)
