"""Labelled reports through the same reading as any other: collected, read, made into records."""

from collections.abc import Callable, Iterator, Sequence

from watchword.collect.finish import finish
from watchword.collect.limits import Limits
from watchword.collect.piece import Draft, Piece
from watchword.engines import Engine
from watchword.engines.engine import EventEngine
from watchword.errors import UnreadableError
from watchword.flow.ahead import each_ahead
from watchword.flow.reading import read_report
from watchword.flow.records import record_of
from watchword.flow.span_records import Record
from watchword.ledger.corpora.statements import Statement
from watchword.ledger.labelled import LabelledReport
from watchword.model.read_report import ReadReport
from watchword.model.report import Report, Unread


def report_of(labelled: LabelledReport) -> Report:
    """A labelled report as `collect` would give it from a line of JSON.

    Raises:
        UnreadableError: if it is no report, as one without words.
    """
    draft = Draft(
        text=labelled.text,
        report_id=labelled.report_id,
        outlet=labelled.outlet,
        title=labelled.title,
        published=labelled.date,
        address=labelled.address,
    )
    return finish_labelled(draft)


def finish_labelled(draft: Draft) -> Report:
    """What `collect` makes of the draft of a labelled report.

    Raises:
        UnreadableError: if it is no report, as one without words.
    """
    place = f"labelled:{draft.report_id}"
    piece = Piece(content=draft.text.encode(), found_at=place, form="jsonl")
    made = finish(draft, piece, Limits())
    if isinstance(made, Unread):
        raise UnreadableError(made.reason, key=place)
    return made


def report_of_statement(statement: Statement) -> Report:
    """A statement of an office as `collect` would give it.

    Raises:
        UnreadableError: if it is no report, as one without words.
    """
    draft = Draft(
        text=statement.text,
        report_id=statement.statement_id,
        outlet=statement.outlet,
        title=statement.title,
        published=statement.published,
        address=statement.address,
    )
    return finish_labelled(draft)


def each_read(
    reports: Sequence[Report],
    engine: EventEngine,
    watch: Callable[[int, int], None],
    *,
    processes: int = 1,
) -> Iterator[ReadReport]:
    """Read reports with their events; what cannot be read is left out.

    Args:
        reports: what to read.
        engine: what reads the sentences and the events.
        watch: is told how many reports are done, out of how many.
        processes: how many processes read.
    """
    jobs = each_ahead(reports, engine, events=engine, processes=processes)
    for done, each in enumerate(jobs, start=1):
        if not isinstance(each, Unread):
            yield each[1]()
        watch(done, len(reports))


def read_labelled_reports(
    reports: Sequence[LabelledReport],
    engine: Engine,
    watch: Callable[[int, int], None] = lambda _done, _total: None,
) -> Iterator[Record]:
    """Find the claims of labelled reports, as the records that are scored.

    Args:
        reports: what to read.
        engine: what reads the sentences.
        watch: is told how many reports are done, out of how many.
    """
    for done, labelled in enumerate(reports, start=1):
        report = report_of(labelled)
        for claim in read_report(report, engine).extraction.claims:
            yield record_of(claim, report)
        watch(done, len(reports))
