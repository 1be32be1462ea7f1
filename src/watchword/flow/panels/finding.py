"""Which panels a brief gets from what is known, without a record: positions, relations, gaps."""

from collections.abc import Iterator
from dataclasses import dataclass

from watchword.flow.panels.positions import positions_panel
from watchword.flow.panels.relations import relation_panels
from watchword.flow.panels.rows import LastBrief
from watchword.flow.panels.scenarios import scenario_panels
from watchword.flow.panels.timeline import timeline_panel
from watchword.flow.panels.unknown import Heard, unknown_panel
from watchword.flow.relating import RelationRequest, relate_all, relate_two
from watchword.flow.stands import heard_in, lines_on, suggested_in
from watchword.model.finding import Finding
from watchword.model.known import Known
from watchword.model.panel import Panel
from watchword.model.plan import Part, Plan
from watchword.model.question import Question
from watchword.model.relation import Grain
from watchword.model.scenario import Scenario
from watchword.model.track import Track
from watchword.resolve.register import Register

SUGGESTED = 6
"""Questions that are suggested where nobody keeps any: a panel shows about as many rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What panels are made of beside what is known.

    Attributes:
        questions: the questions that people keep, or the one that the brief answers.
        answers: whether it is that one: the answer tells itself that nobody says anything on it.
        register: who is known; whom the seed knows where None.
        tracks: contested figures.
        findings: things claimed, weighed, the most important first.
        between: the two whose relation alone is wanted; the most active pairs where nobody.
        scenarios: causal models that somebody gives to the brief.
        last: what is compared with, None without anything.
    """

    questions: tuple[Question, ...] = ()
    answers: bool = False
    register: Register | None = None
    tracks: tuple[Track, ...] = ()
    findings: tuple[Finding, ...] = ()
    between: tuple[str, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    last: LastBrief | None = None


def panels_of(known: Known, plan: Plan, beside: Beside) -> tuple[Panel, ...]:
    """The panels of what is known, of the parts that are planned.

    Args:
        known: what is known.
        plan: what the brief is to hold.
        beside: what panels are made of beside it.
    """
    return (
        *_timeline(known, plan, beside.findings),
        *_relations(known, plan, beside),
        *_positions_and_gaps(known, plan, beside),
        *(scenario_panels(beside.scenarios, known, beside.last) if plan.of(Part.SCENARIOS) else ()),
    )


def _timeline(known: Known, plan: Plan, findings: tuple[Finding, ...]) -> Iterator[Panel]:
    planned = plan.of(Part.TIMELINE)
    panel = timeline_panel(known, findings, planned.most) if planned else None
    if panel is not None:
        yield panel


def _relations(known: Known, plan: Plan, beside: Beside) -> Iterator[Panel]:
    planned = plan.of(Part.RELATIONS)
    if planned is None or not known.events:
        return
    between = beside.between
    names = [(between[0], between[1])] if between else _foremost(known, planned.most)
    found = (relate_two(known, RelationRequest(one=one, other=other)) for one, other in names)
    told = [relation for relation in found if relation.happenings]
    yield from relation_panels(told, known, beside.last)


def _foremost(known: Known, most: int) -> list[tuple[str, str]]:
    pairs = relate_all(known, grain=Grain.WEEK, most=most)
    return [(each.one.name, each.other.name) for each in pairs]


def _positions_and_gaps(known: Known, plan: Plan, beside: Beside) -> Iterator[Panel]:
    if plan.of(Part.POSITIONS) is None and plan.of(Part.WATCH) is None:
        return
    register = beside.register or Register()
    heard = heard_in(known, register)
    questions = beside.questions or suggested_in(heard, SUGGESTED)
    wanted = beside.between or (None,)
    lines = tuple(
        line for actor in wanted for line in lines_on(questions, heard, register, actor=actor)
    )
    gaps = Heard(
        questions=() if beside.answers else beside.questions,
        lines=lines,
        tracks=beside.tracks,
        findings=beside.findings,
    )
    found = (
        positions_panel(questions, lines, known, beside.last),
        unknown_panel(gaps, known),
    )
    yield from (each for each in found if each is not None and plan.of(each.part))
