"""Reports composed for the tests of timelines and digests, read and known as the flow does."""

from datetime import UTC, datetime
from functools import cache
from hashlib import sha256

from watchword.engines import ReadingEngine
from watchword.flow.knowing import Around, known_of
from watchword.flow.reading import read_report
from watchword.model.known import Known
from watchword.model.report import DateSource, Published, Report, Status

_SUNK = """A ferry sank off Kastel on Monday, the coast guard said. The coast guard said on Tuesday
that 40 people were rescued."""
_QUESTIONED = """Police in Kastel questioned the owner of the ferry on Thursday. The ferry sank on
May 2, the transport ministry said."""
_RAISED = """The navy will raise the ferry on May 20, the transport ministry said. In 2009 the
ministry sold two ferries to Norland."""
FERRY = (
    ("Harbour Post", 3, "Ferry sinks off Kastel", _SUNK),
    ("Gulf Post", 6, "Ferry owner questioned", _QUESTIONED),
    ("Strait Gazette", 9, "Ferry to be raised", _RAISED),
)
"""Outlet, day of May 2011, headline and text."""


def report(outlet: str, day: int, title: str, text: str, *, gone: bool = False) -> Report:
    """A report of a day of May 2011."""
    digest = sha256(text.encode()).hexdigest()
    return Report(
        key=sha256(f"{outlet}{day}".encode()).hexdigest()[:16],
        report_id=f"{outlet} {day}",
        text=text,
        text_sha256=digest,
        raw_sha256=digest,
        raw=text.encode(),
        form="jsonl",
        found_at=f"{outlet}.txt",
        outlet=outlet,
        title=title,
        published=Published(
            at=datetime(2011, 5, day, tzinfo=UTC), how=DateSource.HEADER, day_only=True
        ),
        language="en",
        status=Status.CANCELED if gone else Status.USABLE,
    )


def known_from(*reports: Report, as_of: datetime | None = None) -> Known:
    """What is known from some reports."""
    return known_of([read_report(each, _engine()) for each in reports], Around(as_of=as_of))


@cache
def ferry() -> Known:
    """What is known of the ferry."""
    return known_from(*(report(*each) for each in FERRY))


@cache
def _engine() -> ReadingEngine:
    return ReadingEngine()
