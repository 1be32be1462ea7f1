"""How well turns of relations are found: a war that began, and feeds that tripled.

Invariant: a turn at a tripling counts as false only where the untouched record has none there.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from watchword.flow.knowing import known_of
from watchword.flow.relating import turn_finder
from watchword.ledger.corpora.icews import CodedEvent, read_coded_events
from watchword.ledger.corpora.statements import Statement, read_statements
from watchword.ledger.held_out import HeldOut
from watchword.ledger.measurement import Aim, Form, Score
from watchword.ledger.measuring import Place, Task
from watchword.ledger.moves.bench import MoveBench
from watchword.ledger.moves.feeds import false_turns, triple_feeds
from watchword.ledger.reader import each_read, report_of_statement
from watchword.model.claim import Modality
from watchword.model.event import Event, Party
from watchword.model.known import Known
from watchword.model.origin import Origin
from watchword.model.read_report import ReadReport
from watchword.model.relation import Grain, Relation, Side
from watchword.model.report import DateSource, Published, Report
from watchword.model.span import Span
from watchword.relate.relations import (
    RelationQuery,
    find_pairs,
    find_side,
    find_texts,
    relation_of,
)

STATEMENTS = HeldOut(
    name="statements 2021-2022",
    files=("reports/statements/*.csv",),
    origin="statements of two presidents' offices, CC BY 4.0",
)
ICEWS = HeldOut(
    name="ICEWS18",
    files=("events/icews18/*.txt",),
    origin="ICEWS coded event data, a month of 2018",
)
WAR = date(2022, 2, 24)
NEAR_DAYS = 7
OUTLETS = 5
"""Outlets that ICEWS's events are dealt to, three parts of each: it does not name them."""
MOST_PAIRS = 20
EVERY_WEEKS, EDGE_WEEKS = 4, 6
"""Weeks between two triplings, and how near the record's ends none is tried."""
DAYS_TRIED = (10, 15, 20)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    one: Side
    other: Side
    grain: Grain


def score_war(bench: MoveBench) -> Iterator[Score]:
    """Whether the strongest turn is the war's beginning, and what tripled feeds do."""
    known = known_of(tuple(_each_read(tuple(read_statements(bench.data)), bench)))
    yield from score_known_war(known)


def score_known_war(known: Known) -> Iterator[Score]:
    """As `score_war`, of statements that have been read."""
    pair = _Pair(one=find_side("Russia"), other=find_side("Ukraine"), grain=Grain.WEEK)
    (relation,) = _relations(known, [pair])
    turns = relation.turns or ()
    counts = {"turns": len(turns), "happenings": len(relation.happenings)}
    off = _days_off(turns[0].day, relation) if turns else None
    hit = off is not None and off <= NEAR_DAYS
    yield Score(metric="first turn within a week", value=float(hit), counts=counts)
    yield Score(
        metric="first turn, days off",
        value=None if off is None else float(off),
        counts=counts,
        form=Form.RATE,
        floored=False,
    )
    weeks = range(EDGE_WEEKS, len(relation.periods) - EDGE_WEEKS, EVERY_WEEKS)
    days = [relation.periods[week].start for week in weeks]
    yield _untouched({day: [pair] for day in days}, known)


def score_tripling(bench: MoveBench) -> Iterator[Score]:
    """What tripled feeds do to the pairs with most events in a month."""
    known = known_of_coded(read_coded_events(bench.data))
    pairs = [
        _Pair(one=each.one, other=each.other, grain=Grain.DAY)
        for each in find_pairs(known, grain=Grain.DAY, find=None, most=MOST_PAIRS)
    ]
    first = min(report.published.at for report in known.reports.values() if report.published.at)
    days = [first.date() + timedelta(days=number) for number in DAYS_TRIED]
    yield _untouched(dict.fromkeys(days, pairs), known)


def _untouched(tried: Mapping[date, Sequence[_Pair]], known: Known) -> Score:
    """Share of triplings that made no turn."""
    counted: Counter[str] = Counter()
    for day, pairs in tried.items():
        worlds = triple_feeds(known, day)
        tripled = _relations(worlds.tripled, pairs)
        for made, steady in zip(tripled, _relations(worlds.steady, pairs), strict=True):
            at = next(place for place, each in enumerate(steady.periods) if each.end > day)
            counted["of"] += 1
            counted["hits"] += not false_turns(made.turns or (), steady.turns or (), at)
            counted["turns of the untouched"] += len(steady.turns or ())
            counted["turns of the tripled"] += len(made.turns or ())
            counted["steps of counts alone"] += len(made.feeds_only)
    value = counted["hits"] / counted["of"] if counted["of"] else None
    return Score(metric="no turn by tripled feeds", value=value, counts=counted)


def _relations(known: Known, pairs: Sequence[_Pair]) -> list[Relation]:
    texts = find_texts(known)
    return [relation_of(known, texts, _query(pair), known.events) for pair in pairs]


def _query(pair: _Pair) -> RelationQuery:
    return RelationQuery(one=pair.one, other=pair.other, grain=pair.grain, find=turn_finder())


def _days_off(day: date, relation: Relation) -> int:
    """Days from the war's beginning to the period that a turn begins, 0 where it is in it."""
    end = next(period.end for period in relation.periods if period.start == day)
    if day <= WAR < end:
        return 0
    return abs((day - WAR).days)


def _each_read(statements: Sequence[Statement], bench: MoveBench) -> Iterator[ReadReport]:
    reports = [report_of_statement(each) for each in statements]
    return each_read(reports, bench.engine, bench.watch, processes=bench.processes)


def known_of_coded(coded: Iterable[CodedEvent]) -> Known:
    """Coded events as what is known: each line a report of its own, dealt to outlets by turns."""
    reports: dict[str, Report] = {}
    events: list[Event] = []
    for line in coded:
        report = _report_of(line)
        reports[report.key] = report
        event = _event(line, report)
        if event is not None:
            events.append(event)
    return Known(
        as_of=max(each.published.at for each in reports.values() if each.published.at),
        reports=reports,
        claims={},
        events=tuple(events),
        positions=(),
        implications=(),
        origins=tuple(Origin(key=key, name=key, reports=(key,), reasons=("",)) for key in reports),
        grades={},
    )


def _report_of(line: CodedEvent) -> Report:
    at = datetime.combine(line.day, datetime.min.time(), tzinfo=UTC)
    return Report(
        key=f"icews-{line.number}",
        report_id=str(line.number),
        text=line.relation,
        text_sha256="",
        raw_sha256="",
        raw=b"",
        form="text",
        found_at=f"icews:{line.number}",
        outlet=f"outlet {line.number % OUTLETS}",
        published=Published(at=at, how=DateSource.HEADER, day_only=True),
    )


def _event(line: CodedEvent, report: Report) -> Event | None:
    sides = [_party(name, report) for name in (line.source, line.target)]
    if line.type is None or None in sides:
        return None
    return Event(
        key=report.key,
        report=report.key,
        claim=report.key,
        chain=(),
        deed=Span.within(line.relation, 0, len(line.relation), report=report.key),
        type=line.type,
        modes=(line.relation,),
        contexts=(),
        standing=(),
        modality=Modality.ASSERTED,
        actors=tuple(side for side in sides[:1] if side),
        recipients=tuple(side for side in sides[1:] if side),
        place=None,
        time=None,
        transfers=(),
        killed=None,
        wounded=None,
        size=None,
        confidence=None,
        made_by=ICEWS.name,
    )


def _party(name: str, report: Report) -> Party | None:
    """The state of an actor: the one named, or the one in brackets; None for others."""
    body, _, owner = name.partition(" (")
    side = find_side(owner.rstrip(")") if owner else body)
    if side.code is None:
        return None
    span = Span(report=report.key, start=0, end=0, quote="")
    return Party(span=span, name=name, code=side.code, sector="GOV")


TASKS: tuple[Task[MoveBench], ...] = (
    Task(head="war", held=STATEMENTS, run=score_war),
    Task(head="tripling", held=ICEWS, run=score_tripling),
)
AIMS: Mapping[Place, Aim] = {
    ("war", STATEMENTS.name, "first turn within a week"): Aim(aim=1.0, least=1.0),
    ("war", STATEMENTS.name, "no turn by tripled feeds"): Aim(aim=1.0, least=1.0),
    ("tripling", ICEWS.name, "no turn by tripled feeds"): Aim(aim=1.0, least=0.95),
}
"""By head, data and metric."""
