"""Briefs on three situations, measured by what they hold, in the order in which it is printed."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from watchword.brief.verify import verify
from watchword.engines import ReadingEngine
from watchword.flow.briefing import Request, write_brief
from watchword.ledger.briefs.wanted import Held, find_held, read_wanted
from watchword.ledger.corpora.statements import read_statements
from watchword.ledger.corpora.streams import read_current_events
from watchword.ledger.held_out import HeldOut
from watchword.ledger.labelled import read_reports
from watchword.ledger.measurement import Score
from watchword.ledger.measuring import Task
from watchword.ledger.reader import each_read, report_of, report_of_statement
from watchword.ledger.stories.bench import report_of_event
from watchword.model.brief import Brief
from watchword.model.report import Report

_STREAM = "reports/current-events/until-2023.jsonl"
_DEPLOYED = ("claims/reports.jsonl", "claims/reports-unlabelled.jsonl")
_BUILD_UP = ("2022-01-10", "2022-02-23")
_COUP = ("2023-07-20", "2023-09-10")
_ON_COUP = re.compile(r"\bNiger(?!ia)|ECOWAS")
_ON_BUILD_UP = re.compile(r"Ukrain|Russia|Donbas|NATO|security")


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefBench:
    """What writes the briefs, and the folder of the sets.

    Attributes:
        data: the folder of the measuring data.
        engine: what reads the reports.
        watch: is told how many reports are read, out of how many.
        missed: what a brief did not hold, by situation; grows as the tasks run.
    """

    data: Path
    engine: ReadingEngine
    missed: dict[str, tuple[Held, ...]]
    watch: Callable[[int, int], None] = lambda _done, _of: None


def each_report(name: str, data: Path) -> Iterator[Report]:
    """The reports of a situation, in the order of its files.

    Raises:
        UnreadableError: if a file is missing or broken.
    """
    return _SITUATIONS[name](data)


def _troops(data: Path) -> Iterator[Report]:
    """Reports on North Korean troops in Russia, October 2024, of many outlets."""
    for name in _DEPLOYED:
        yield from map(report_of, read_reports(data, name))


def _build_up(data: Path) -> Iterator[Report]:
    """What two presidents' offices stated in the weeks before a war, and nothing else."""
    since, until = _BUILD_UP
    for each in read_statements(data):
        if since <= each.published[:10] <= until and _ON_BUILD_UP.search(each.text):
            yield report_of_statement(each)


def _coup(data: Path) -> Iterator[Report]:
    """The coup in Niger and the answer of its neighbours, July to September 2023."""
    since, until = _COUP
    for event in read_current_events(data):
        if since <= event.date.isoformat() <= until and _ON_COUP.search(event.text):
            yield report_of_event(event)


_SITUATIONS: Mapping[str, Callable[[Path], Iterator[Report]]] = {
    "troops to Russia": _troops,
    "build-up to 2022": _build_up,
    "coup in Niger": _coup,
}


def _score(bench: BriefBench, name: str) -> Iterable[Score]:
    brief = _brief(bench, name)
    held = find_held(brief, read_wanted()[name])
    bench.missed[name] = tuple(each for each in held if not each.pointers)
    found = sum(bool(each.pointers) for each in held)
    first = [each for each in held if each.wanted.first]
    outcome = verify(brief)
    yield Score(metric="held", value=found / len(held), counts={"held": found, "of": len(held)})
    yield Score(
        metric="held on the first screen",
        value=sum(each.is_first for each in first) / len(first) if first else None,
        counts={"held": sum(each.is_first for each in first), "of": len(first)},
    )
    yield Score(
        metric="borne out",
        value=float(outcome.ok),
        counts={"sentences": outcome.sentences, "problems": len(outcome.problems)},
    )


def _brief(bench: BriefBench, name: str) -> Brief:
    reports = list(each_report(name, bench.data))
    read = list(each_read(reports, bench.engine, bench.watch))
    return write_brief(read, (), Request(as_of=_AS_OF.get(name)))


_AS_OF = {"build-up to 2022": datetime(2022, 2, 24, tzinfo=UTC)}

TASKS: tuple[Task[BriefBench], ...] = tuple(
    Task(
        head="brief",
        held=HeldOut(name=name, files=files, origin=origin),
        run=partial(_score, name=name),
    )
    for name, files, origin in (
        ("troops to Russia", _DEPLOYED, "reports retold in our words, October 2024"),
        ("build-up to 2022", ("reports/statements/*.csv",), "statements of two offices, CC BY 4.0"),
        ("coup in Niger", (_STREAM,), "the current-events stream, CC BY-SA 4.0"),
    )
)
"""Every measurement."""
