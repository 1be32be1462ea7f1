"""What is kept of a report to know its copies by: made from the report, packed and unpacked.

Invariant: the trace of a report depends on the report alone, and on its arrival where it has no
date.
"""

import json
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from watchword.errors import UnreadableError
from watchword.group.credits import find_credit
from watchword.group.details import find_details
from watchword.model.copy_trace import CopyTrace
from watchword.model.report import Report
from watchword.text.similarity import are_among, without_quotations, word_runs

LONGEST = 200_000
"""Characters of a text that are compared: longer texts are known by how they begin."""

_DIGEST = 16
_FORM = "<u4"
_MEND = "make the trace from the report anew"

Runs = NDArray[np.uint32]
"""Checksums of runs of five words, rising, each once."""


def trace_of(report: Report, arrived: datetime | None = None) -> CopyTrace:
    """What is kept of a report.

    Args:
        report: the report.
        arrived: when it arrived, aware UTC; stands in for the date of a report without one.
    """
    text = report.text[:LONGEST]
    whole = word_runs(text)
    unquoted = without_quotations(text)
    own = whole if unquoted == text else word_runs(unquoted)
    details = find_details(text, report.title or "")
    credit = find_credit(report)
    return CopyTrace(
        report=report.key,
        at=report.published.at or arrived,
        digest=report.text_sha256[:_DIGEST] if report.text.strip() else "",
        label=_label(report),
        outlet=report.outlet,
        agency=credit.agency if credit else None,
        credited=f"{credit.where} ({credit.words})" if credit else "",
        own=_packed(own),
        quoted=_packed(whole[~are_among(whole, own)]),
        names=tuple(sorted(details.names)),
        numbers=tuple(sorted(details.numbers)),
        slots=tuple((place, tuple(sorted(run))) for place, run in sorted(details.slots.items())),
    )


def runs_in(packed: bytes) -> Runs:
    """The checksums that a trace holds as bytes."""
    return np.frombuffer(packed, dtype=_FORM)


def whole_of(trace: CopyTrace) -> Runs:
    """The runs of a whole text, quotations too."""
    own = runs_in(trace.own)
    return np.sort(np.concatenate((own, runs_in(trace.quoted)))) if trace.quoted else own


def pack_trace(trace: CopyTrace) -> bytes:
    """A trace as bytes for a store: a line of JSON, then the wording.

    >>> trace = CopyTrace(report="r1", at=None, digest="ab", label="Post", own=b"abcd")
    >>> unpack_trace(pack_trace(trace)) == trace
    True
    """
    slots = [[place, *run] for place, run in trace.slots]
    head = [
        trace.report,
        trace.at.isoformat() if trace.at else None,
        trace.digest,
        trace.label,
        trace.outlet,
        trace.agency,
        trace.credited,
        len(trace.own),
        trace.names,
        trace.numbers,
        slots,
    ]
    told = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    return told.encode("utf-8", "surrogatepass") + b"\n" + trace.own + trace.quoted


def unpack_trace(packed: bytes) -> CopyTrace:
    """The trace that was packed.

    Raises:
        UnreadableError: if the bytes are not a packed trace.
    """
    told, _, wording = packed.partition(b"\n")
    try:
        head = json.loads(told.decode("utf-8", "surrogatepass"))
        report, at, digest, label, outlet, agency, credited, own, names, numbers, slots = head
        return CopyTrace(
            report=report,
            at=datetime.fromisoformat(at) if at else None,
            digest=digest,
            label=label,
            outlet=outlet,
            agency=agency,
            credited=credited,
            own=wording[:own],
            quoted=wording[own:],
            names=tuple(names),
            numbers=tuple(numbers),
            slots=tuple((place, tuple(run)) for place, *run in slots),
        )
    except (ValueError, TypeError) as error:
        raise UnreadableError("not a packed trace", key="trace", mend=_MEND) from error


def _packed(runs: Runs) -> bytes:
    return runs.astype(_FORM).tobytes()


def _label(report: Report) -> str:
    day = f" of {report.published.at:%Y-%m-%d}" if report.published.at else ""
    return f"{report.outlet or report.report_id}{day}"
