"""Labelled reports through the same reading as any other: collected, read, made into records."""

from collections.abc import Callable, Iterator, Sequence

from watchword.collect.finish import finish
from watchword.collect.limits import Limits
from watchword.collect.piece import Draft, Piece
from watchword.engines import Engine
from watchword.errors import UnreadableError
from watchword.flow.reading import read_report
from watchword.flow.records import record_of
from watchword.flow.span_records import Record
from watchword.ledger.labelled import LabelledReport
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
