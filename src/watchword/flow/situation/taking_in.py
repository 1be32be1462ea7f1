"""Reports that another program hands over, into a record, each under the mark that it came with.

Invariant: a mark is in the record before the report that it is on.
"""

from dataclasses import dataclass

from watchword.collect.limits import Limits
from watchword.collect.piece import Piece
from watchword.collect.reading import ReadingRoom
from watchword.errors import RefusedError
from watchword.exchange.incoming import IncomingReport, as_record, read_incoming
from watchword.flow.situation.recording import Recorded, record
from watchword.model.marking import Marking
from watchword.model.report import Report
from watchword.model.tlp import Tlp
from watchword.store import Store
from watchword.store.assessments import add_assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What came of it.

    Attributes:
        recorded: what was added.
        marked: reports that came with a mark.
    """

    recorded: Recorded
    marked: int


def take_in(store: Store, content: bytes, *, name: str, by: str, limits: Limits) -> TakenIn:
    """Add the reports of a STIX bundle or of MISP events.

    Args:
        store: the record.
        content: the file.
        name: what the file is called.
        by: who takes them in; the marks are signed with it.
        limits: the bounds of what is read.

    Raises:
        UnreadableError: if it is neither.
        RefusedError: if it is larger than is read.
        StoreError: if the store cannot be written.
    """
    if len(content) > limits.max_bytes:
        raise RefusedError(f"larger than {limits.max_bytes:,} bytes", key=name)
    incoming = {each.identifier: each for each in read_incoming(content)}
    lines = b"".join(as_record(each) for each in incoming.values())
    with ReadingRoom(limits, None) as room:
        found = list(room.read(Piece(content=lines, found_at=name, form="jsonl")))
    marked = [
        (each, mark)
        for each in found
        if isinstance(each, Report) and (mark := _mark_of(each, incoming)) is not None
    ]
    with store.writing() as writing:
        for report, mark in marked:
            why = f"as it came in {name}"
            made = Marking(subject=report.key, tlp=mark, by=by, why=why, at=writing.at)
            add_assessment(writing, made, by=by)
    return TakenIn(recorded=record(store, found), marked=len(marked))


def _mark_of(report: Report, incoming: dict[str, IncomingReport]) -> Tlp | None:
    told = incoming.get(report.report_id)
    return told.mark if told else None
