"""What is known of a situation as of an instant, and the brief that is made of it.

Invariant: the same instant gives the same brief, byte for byte, whatever was learnt or decided
since.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from watchword.assess.scenarios.filing import to_json as scenario_text
from watchword.brief.document import from_document, read_document, to_json
from watchword.errors import MissingError, StoreError
from watchword.flow.briefing import Before, Request, write_brief
from watchword.flow.focusing import Directions
from watchword.flow.forming import Form, record_form
from watchword.flow.knowing import Around, known_of
from watchword.flow.situation.paneling import with_record
from watchword.flow.situation.scoping import Asked, record_asked
from watchword.model.brief import Brief, Looked
from watchword.model.decision import Decision, DecisionKind
from watchword.model.feed import VisitOutcome
from watchword.model.known import Known
from watchword.model.origin import OriginDecision
from watchword.model.read_report import ReadReport
from watchword.model.report import Status, Unread
from watchword.model.scenario import Scenario
from watchword.model.scope import Scope
from watchword.model.source import Reliability
from watchword.store import Store, View
from watchword.store.briefs import KeptBrief, add_brief, each_brief
from watchword.store.decisions import each_standing_decision
from watchword.store.feeds import each_feed, last_visits
from watchword.store.origins import each_placement
from watchword.store.readings import each_failure, each_reading
from watchword.store.reports import each_unread, keys_of_reports
from watchword.store.vectors import each_direction

_FAILING = {
    VisitOutcome.FAILED: "failed",
    VisitOutcome.REFUSED: "was refused",
    VisitOutcome.GONE: "was gone for good",
}
LAST = "last"
"""Names the newest brief that is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known as of an instant.

    Attributes:
        as_of: the instant.
        read: reports with what was found in them, in the order they came.
        unread: what could not be read.
        grades: reliability of sources by name, as people gave them.
        placements: which text each report prints, in the order the reports came.
        directions: of the meaning of its sentences, where they were asked for.
        looked: what part of the record it is; None for all of it.
    """

    as_of: datetime
    read: tuple[ReadReport, ...]
    unread: tuple[Unread, ...]
    grades: Mapping[str, Reliability]
    placements: tuple[OriginDecision, ...] = ()
    directions: Directions = field(default_factory=dict)
    looked: Looked | None = None


def find_standing(
    store: Store,
    as_of: datetime | None = None,
    scope: Scope | None = None,
    *,
    numbers: Sequence[int] | None = None,
) -> Standing:
    """What is known as of an instant; as of the last one of the record where None.

    Args:
        store: the record.
        as_of: the instant.
        scope: what the reports are to speak of; all of them are wanted where None.
        numbers: row numbers of the reports wanted, as a `Window` has them; all where None.

    Raises:
        StoreError: if the store cannot be read.
    """
    with store.viewing(as_of) as view:
        decisions = tuple(each_standing_decision(view))
        withdrawn = {each.subject for each in decisions if each.kind is DecisionKind.WITHDRAW}
        return Standing(
            as_of=view.as_of,
            read=tuple(_withdrawn(each_reading(view, scope=scope, numbers=numbers), withdrawn)),
            unread=tuple(_unread(view)),
            grades=_grades(decisions),
            placements=tuple(each_placement(view, numbers=numbers)),
        )


def directed(store: Store, standing: Standing, form: Form) -> Standing:
    """What is known, with the directions of its sentences where a question is to be answered."""
    if not form.focus.question:
        return standing
    with store.viewing(standing.as_of) as view:
        keys = None if standing.looked is None else [each.report.key for each in standing.read]
        directions = {(report, start): code for report, start, code in each_direction(view, keys)}
    return replace(standing, directions=directions)


def known_standing(standing: Standing) -> Known:
    """What is known, as one thing that views are made of."""
    around = Around(as_of=standing.as_of, grades=standing.grades, placements=standing.placements)
    return known_of(standing.read, around)


def brief_standing(standing: Standing, request: Request) -> Brief:
    """Write the brief of what is known.

    Args:
        standing: what is known.
        request: what is asked for; its instant is the standing's.
    """
    asked = replace(
        request,
        as_of=standing.as_of,
        grades=standing.grades,
        placements=standing.placements,
        directions=standing.directions,
        looked=standing.looked,
    )
    return write_brief(standing.read, standing.unread, asked)


def brief_record(store: Store, standing: Standing, request: Request) -> Brief:
    """Write the brief of what is known, with what the record holds beside reports.

    Args:
        store: the record.
        standing: what is known of it.
        request: what is asked for; its instant is the standing's.
    """
    known = known_standing(standing)
    return brief_standing(standing, with_record(store, known, request))


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What a brief of the record is compared with; nothing where both are None.

    Attributes:
        brief: key of a kept brief, for its tables and, without an instant, for its claims.
        instant: when everything was known that is not new, aware UTC.
    """

    brief: str | None = None
    instant: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefAsked:
    """What a kept brief was asked for, beside its title: enough to make it again.

    Attributes:
        since: what it is compared with.
        form: its template, length and focus.
        scenarios: those that it was given, kept whole.
        asked: the part of the record that it was asked of.
        most: reports that it was made from at most, the newest; None for all.
    """

    since: Since = Since()
    form: Form = Form()  # noqa: RUF009 - frozen
    scenarios: tuple[Scenario, ...] = ()
    asked: Asked = Asked()  # noqa: RUF009 - frozen
    most: int | None = None


USUAL = BriefAsked()
"""Of a brief that is compared with nothing and in the usual form."""


def compared(store: Store, request: Request, since: Since) -> Request:
    """What is asked for, with what it is compared with.

    Raises:
        StoreError: if the brief that it is compared with is gone.
    """
    if since.brief is not None:
        request = replace(request, earlier=brief_of(find_brief(store, since.brief)))
    if since.instant is None:
        return request
    with store.viewing(since.instant) as view:
        known = keys_of_reports(view)
    return replace(request, before=Before(as_of=since.instant, reports=known))


def keep_brief(store: Store, brief: Brief, asked: BriefAsked = USUAL) -> str:
    """Keep a brief with what it was asked for, and give its key.

    Args:
        store: the record.
        brief: the brief.
        asked: what it was asked for.
    """
    since, scenarios = asked.since, asked.scenarios
    request: dict[str, object] = {"title": brief.title, "since": since.brief}
    if since.instant is not None:
        request["since_instant"] = since.instant.isoformat()
    if asked.most is not None:
        request["of"] = {**record_asked(asked.asked), "most": asked.most}
    if scenarios:
        request["scenarios"] = [scenario_text(each) for each in scenarios]
    with store.writing() as writing:
        return add_brief(
            writing,
            to_json(brief),
            title=brief.title,
            as_of=brief.as_of,
            request={**request, **record_form(asked.form)},
        )


def find_brief(store: Store, name: str) -> KeptBrief:
    """The brief with this key, or one that begins with it; `last` is the newest.

    Raises:
        MissingError: if there is none, or there are several.
    """
    with store.viewing() as view:
        kept = list(each_brief(view))
    found = kept[-1:] if name == LAST else [each for each in kept if each.key.startswith(name)]
    if len(found) != 1:
        told = "several briefs begin so" if found else "there is no such brief"
        raise MissingError(told, key=name, mend="see `watchword briefs`")
    return found[0]


def last_before(store: Store, instant: datetime) -> Since:
    """The newest kept brief of those as of an earlier instant, with its own.

    Raises:
        StoreError: if there is none.
    """
    with store.viewing() as view:
        kept = [each for each in each_brief(view) if each.as_of < instant]
    if not kept:
        raise StoreError(
            "no earlier brief is kept to tell what changed since",
            mend="give --since with a day, as 2024-10-24",
        )
    _, last = max(enumerate(kept), key=lambda pair: (pair[1].as_of, pair[0]))
    return Since(brief=last.key, instant=last.as_of)


def brief_of(kept: KeptBrief) -> Brief:
    """The brief that is kept."""
    return from_document(read_document(kept.document))


def _withdrawn(read: Iterable[ReadReport], withdrawn: set[str]) -> Iterable[ReadReport]:
    for each in read:
        if each.report.key in withdrawn:
            yield replace(each, report=replace(each.report, status=Status.WITHHELD))
        else:
            yield each


def _unread(view: View) -> Iterable[Unread]:
    yield from each_unread(view)
    visits = last_visits(view)
    for feed in each_feed(view):
        visit = visits.get(feed.key)
        if visit is not None and visit.outcome not in {VisitOutcome.OK, VisitOutcome.UNCHANGED}:
            reason = f"a feed that {_FAILING[visit.outcome]} when it was last visited"
            told = f"{reason}: {visit.reason}" if visit.reason else reason
            yield Unread(found_at=feed.address, reason=told)
    for report, reason in each_failure(view):
        yield Unread(found_at=report.found_at, reason=reason)


def _grades(decisions: Iterable[Decision]) -> dict[str, Reliability]:
    return {
        each.subject: Reliability(each.value)
        for each in decisions
        if each.kind is DecisionKind.GRADE and each.value
    }
