"""A text into a report and its claims, for tests of how they are told."""

from datetime import UTC, datetime
from hashlib import sha256

from watchword.engines import ReadingEngine
from watchword.flow.reading import read_report
from watchword.model.claim import Claim
from watchword.model.report import DateSource, Published, Report

ENGINE = ReadingEngine()


def read_text(text: str, outlet: str = "Harbour Post") -> tuple[Report, tuple[Claim, ...]]:
    """A report of Friday 8 November 2024 with what is claimed in it."""
    digest = sha256(text.encode()).hexdigest()
    report = Report(
        key="r",
        report_id="r",
        text=text,
        text_sha256=digest,
        raw_sha256=digest,
        raw=text.encode(),
        form="text",
        found_at="r.txt",
        outlet=outlet,
        published=Published(
            at=datetime(2024, 11, 8, tzinfo=UTC), how=DateSource.HEADER, day_only=True
        ),
        language="en",
    )
    return report, read_report(report, ENGINE).extraction.claims
